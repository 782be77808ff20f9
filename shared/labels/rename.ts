/** Giving cables that are there the names that the template would give them. */
import type { Design } from '../model/design.ts';
import { orderedRacks, typeOf } from '../model/design-index.ts';
import type { CableId } from '../model/ids.ts';
import type { Cable } from '../model/records.ts';
import { cableNames } from './cable-names.ts';

export interface Renamed {
  readonly cable: Cable;
  readonly name: string;
}

/**
 * The new names of cables, numbered in the order in which one meets their near ends: row by row, rack by rack, from the
 * top down, port by port. Names of other cables are not given twice.
 * @param ids the cables; all when left out
 */
export function renamedBy(
  design: Design,
  template: string,
  ids: ReadonlySet<CableId> = new Set(design.cables.keys()),
): readonly Renamed[] {
  const others = [...design.cables.values()].filter(({ id }) => !ids.has(id));
  const nameFor = cableNames(
    design,
    template,
    others.map(({ label }) => label),
  );
  const cables = [...ids].flatMap((id) => design.cables.get(id) ?? []);
  return inOrderOfPlace(design, cables).map((cable) => ({ cable, name: nameFor(cable) }));
}

interface Place {
  readonly cable: Cable;
  /** Rack along the rows, unit from the bottom, port in its type. */
  readonly order: readonly number[];
  readonly deviceId: string;
}

function inOrderOfPlace(design: Design, cables: readonly Cable[]): readonly Cable[] {
  const racks = new Map(orderedRacks(design).map(({ id }, index) => [id, index]));
  const places = cables.map((cable): Place => {
    const [near] = cable.ends.a;
    const device = near && design.devices.get(near.deviceId);
    if (!device) return { cable, order: [racks.size, 0, 0], deviceId: '' };
    const port = typeOf(design, device).ports.findIndex(({ id }) => id === near.portId);
    const rack = racks.get(device.rackId) ?? racks.size;
    return { cable, order: [rack, device.u, port], deviceId: device.id };
  });
  return places.toSorted(byPlace).map(({ cable }) => cable);
}

function byPlace(a: Place, b: Place): number {
  const [rackA = 0, uA = 0, portA = 0] = a.order;
  const [rackB = 0, uB = 0, portB = 0] = b.order;
  return (
    rackA - rackB ||
    uB - uA ||
    compare(a.deviceId, b.deviceId) ||
    portA - portB ||
    compare(a.cable.id, b.cable.id)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
