/** What a selection is about, to show only the findings that concern it. */
import type { Design } from '../../../shared/model/design.ts';
import { devicesInRack } from '../../../shared/model/design-index.ts';
import type { Selection } from '../../editor/index.ts';

/** Ids of what is selected, of the devices in selected racks, and of the types of all of these. */
export function concernedBy(selection: Selection, design: Design): ReadonlySet<string> {
  const devices = new Set<string>(selection.devices);
  for (const rackId of selection.racks) {
    for (const { id } of devicesInRack(design, rackId)) devices.add(id);
  }
  const types = [...devices].flatMap((id) => design.devices.get(id)?.typeId ?? []);
  return new Set<string>([...selection.racks, ...selection.cables, ...devices, ...types]);
}
