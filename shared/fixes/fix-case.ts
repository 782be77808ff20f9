/** A finding with the records that it speaks of: what candidates are made from. */
import type { Finding } from '../analysis/types.ts';
import type { Design } from '../model/design.ts';
import type { Cable, Device, Rack } from '../model/records.ts';

export interface FixCase {
  readonly design: Design;
  readonly finding: Finding;
  readonly cables: readonly Cable[];
  readonly devices: readonly Device[];
  readonly racks: readonly Rack[];
}

export function fixCase(design: Design, finding: Finding): FixCase {
  const cables: Cable[] = [];
  const devices: Device[] = [];
  const racks: Rack[] = [];
  for (const { kind, id } of finding.subjects) {
    const [cable, device, rack] = [
      kind === 'cable' ? design.cables.get(id) : undefined,
      kind === 'device' ? design.devices.get(id) : undefined,
      kind === 'rack' ? design.racks.get(id) : undefined,
    ];
    if (cable) cables.push(cable);
    if (device) devices.push(device);
    if (rack) racks.push(rack);
  }
  return { design, finding, cables, devices, racks };
}
