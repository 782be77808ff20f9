/** Which racks a diff touches: those that a canvas must paint again. */
import type { Design } from '../../shared/model/design.ts';
import type { Diff } from '../../shared/model/diff.ts';
import type { RackId } from '../../shared/model/ids.ts';
import type { DesignRecord } from '../../shared/model/records.ts';

export function touchedRacks(before: Design, after: Design, diff: Diff): ReadonlySet<RackId> {
  const racks = new Set<RackId>();
  for (const record of diff.removed) addRacksOf(record, before, racks);
  for (const record of diff.added) addRacksOf(record, after, racks);
  for (const [old, now] of diff.updated) {
    addRacksOf(old, before, racks);
    addRacksOf(now, after, racks);
  }
  return racks;
}

function addRacksOf(record: DesignRecord, design: Design, racks: Set<RackId>): void {
  switch (record.kind) {
    case 'rack':
      racks.add(record.id);
      return;
    case 'device':
      racks.add(record.rackId);
      return;
    case 'cable':
      for (const ref of [...record.ends.a, ...record.ends.b]) {
        const device = design.devices.get(ref.deviceId);
        if (device) racks.add(device.rackId);
      }
      for (const { rackId } of record.waypoints) racks.add(rackId);
      return;
    case 'deviceType':
      for (const device of design.devices.values()) {
        if (device.typeId === record.id) racks.add(device.rackId);
      }
      return;
    case 'picture':
    case 'row':
    case 'settings':
    case 'waiver':
    case 'found':
    case 'area':
    case 'pathway':
    case 'cluster':
      return;
    default:
      throw new RangeError(`unknown record ${JSON.stringify(record satisfies never)}`);
  }
}
