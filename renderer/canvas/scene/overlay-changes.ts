/** Over which racks an overlay says something else after another analysis. */
import type { Analysis } from '../../../shared/analysis/types.ts';
import type { OverlayKind } from '../../../shared/drawing/overlays/overlay-kind.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { DeviceId, RackId } from '../../../shared/model/ids.ts';

/** The racks whose devices have another row in the table that the overlay reads. */
export function racksReadAnew(
  kind: OverlayKind,
  before: Analysis,
  after: Analysis,
  design: Design,
): ReadonlySet<RackId> {
  const racks = new Set<RackId>();
  const touch = (id: DeviceId): void => {
    const rackId = design.devices.get(id)?.rackId;
    if (rackId !== undefined) racks.add(rackId);
  };
  switch (kind) {
    case 'ports':
      for (const row of newRows(before.ports, after.ports)) touch(row.device);
      return racks;
    case 'reach':
      for (const { id } of newRows(before.cables, after.cables)) {
        const cable = design.cables.get(id);
        for (const end of cable ? [...cable.ends.a, ...cable.ends.b] : []) touch(end.deviceId);
      }
      return racks;
    case 'bundles':
    case 'blocked':
    case 'outlet':
      for (const { id } of newRows(before.devices, after.devices)) touch(id);
      return racks;
    default:
      return kind satisfies never;
  }
}

/** Rows that were not in the table before: those that stayed keep their identity. */
function newRows<Row>(before: readonly Row[], after: readonly Row[]): readonly Row[] {
  if (before === after) return [];
  const known = new Set(before);
  return after.filter((row) => !known.has(row));
}
