/** Deleting: what hangs on a thing goes with it, in the same step. */
import { childrenOf } from '../../../shared/model/bays.ts';
import type { Design } from '../../../shared/model/design.ts';
import {
  cablesOfDevice,
  devicesInRack,
  orderedRows,
  racksInRow,
} from '../../../shared/model/design-index.ts';
import type { CableId, DeviceId, RackId } from '../../../shared/model/ids.ts';
import type { Cable, DesignRecord, Row } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { NOTHING_SELECTED, type Selection } from '../selection.ts';
import { devicesOf } from './device-edits.ts';
import { changes, type EditAnswer, edited, refused } from './edit.ts';

/** Deletes what is selected: racks with their devices, devices with their cables. */
export function deleteSelected(design: Design, selection: Selection): EditAnswer {
  const rows = rowsToRemove(design, selection);
  const rackIds = new Set(selection.racks);
  for (const id of selection.rows) for (const rack of racksInRow(design, id)) rackIds.add(rack.id);
  const racks = [...rackIds].flatMap((id) => design.racks.get(id) ?? []);
  const deviceIds = new Set<DeviceId>(selection.devices);
  for (const rack of racks) {
    for (const device of devicesInRack(design, rack.id)) deviceIds.add(device.id);
  }
  // What is in a bay goes with its host; a set that grows while it is walked takes in what is deeper.
  for (const id of deviceIds) {
    for (const child of childrenOf(design, id)) deviceIds.add(child.id);
  }
  const devices = devicesOf(design, deviceIds);
  const locked = devices.find((device) => device.locked);
  if (locked) return refused('editor.refused.locked', { name: locked.name });
  const cableIds = new Set<CableId>(selection.cables);
  for (const device of devices) {
    for (const id of cablesOfDevice(design, device.id)) cableIds.add(id);
  }
  const cables = [...cableIds].flatMap((id) => design.cables.get(id) ?? []);
  const areas = [...selection.areas].flatMap((id) => design.areas.get(id) ?? []);
  const pathways = [...selection.pathways].flatMap((id) => design.pathways.get(id) ?? []);
  const removed: DesignRecord[] = [...cables, ...devices, ...racks, ...rows, ...areas, ...pathways];
  if (removed.length === 0) return refused('editor.refused.nothingSelected');
  const gone = new Set(racks.map(({ id }) => id));
  const updated = gone.size === 0 ? [] : pointsLeft(design, gone, cableIds);
  return edited(deleteLabel(design, selection), { removed, updated }, NOTHING_SELECTED);
}

/** The selected rows; one row always stays. */
function rowsToRemove(design: Design, { rows }: Selection): readonly Row[] {
  const chosen = orderedRows(design).filter(({ id }) => rows.has(id));
  return chosen.length === design.rows.size ? chosen.slice(1) : chosen;
}

/** The cables that stay and were led by hand through racks that go, without their points there. */
function pointsLeft(
  design: Design,
  racks: ReadonlySet<RackId>,
  going: ReadonlySet<CableId>,
): (readonly [Cable, Cable])[] {
  const led = [...design.cables.values()].filter(
    ({ id, waypoints }) => waypoints.length > 0 && !going.has(id),
  );
  return changes(led, (cable) => ({
    ...cable,
    waypoints: cable.waypoints.filter(({ rackId }) => !racks.has(rackId)),
  }));
}

function deleteLabel(design: Design, selection: Selection): string {
  const names = [
    ...[...selection.racks].map((id) => design.racks.get(id)?.name),
    ...[...selection.devices].map((id) => design.devices.get(id)?.name),
    ...[...selection.cables].map((id) => design.cables.get(id)?.label),
    ...[...selection.rows].map((id) => design.rows.get(id)?.name),
    ...[...selection.areas].map((id) => design.areas.get(id)?.name),
    ...[...selection.pathways].map((id) => design.pathways.get(id)?.name),
  ];
  return say('editor.label.delete', { count: names.length, name: names[0] || '' });
}

/** Removes the rows that hold no rack; one row always stays. */
export function removeEmptyRows(design: Design): EditAnswer {
  const rows = orderedRows(design);
  const empty = rows.filter((row) => racksInRow(design, row.id).length === 0);
  const removed = empty.length === rows.length ? empty.slice(1) : empty;
  if (removed.length === 0) return refused('editor.refused.noEmptyRow');
  const label = say('editor.label.delete', { count: removed.length, name: removed[0]?.name ?? '' });
  return edited(label, { removed });
}
