/** The lanes of cables in a horizontal manager, so that none lies on another and none crosses its neighbours. */
import type { Design } from '../model/design.ts';
import { deviceBox } from '../model/rack-geometry.ts';
import type { Rack } from '../model/records.ts';
import type { RackRun, RouteEnd } from '../routing/index.ts';

/** Share of a manager's height that stays free at its edges. */
const EDGE_SHARE = 0.12;

/**
 * y of the lane of each run that is led in a horizontal manager, in rack-face coordinates. Cables of the device
 * above lie in the upper half and those of the device below in the lower one, those of each side's outermost
 * openings nearest to their device.
 */
export function managerLanes(
  design: Design,
  rack: Rack,
  runs: readonly RackRun[],
): ReadonlyMap<RouteEnd, number> {
  const lanes = new Map<RouteEnd, number>();
  const led = runs.map(({ end }) => end).filter(({ managerId }) => managerId !== null);
  const groups = Map.groupBy(led, (end) => {
    const from = end.yMm < end.leadYMm ? 'above' : 'below';
    return `${end.managerId} ${from} ${end.side}`;
  });
  for (const ends of groups.values()) {
    const [first] = ends;
    const manager = first && design.devices.get(first.managerId ?? '');
    const type = manager && design.deviceTypes.get(manager.typeId);
    if (!first || !type) continue;
    const { y, height } = deviceBox(rack, manager, type, first.face);
    const room = height * (0.5 - EDGE_SHARE);
    const fromAbove = first.yMm < first.leadYMm;
    const away = (end: RouteEnd): number => Math.abs(end.xMm - end.stripXMm);
    const ordered = ends.toSorted((a, b) => away(a) - away(b));
    for (const [index, end] of ordered.entries()) {
      const depth = height * EDGE_SHARE + (room * (index + 0.5)) / ordered.length;
      lanes.set(end, fromAbove ? y + depth : y + height - depth);
    }
  }
  return lanes;
}
