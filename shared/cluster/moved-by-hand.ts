/**
 * What of the clusters of a design stands elsewhere than their specifications put it: somebody moved it, by hand or by
 * looking for better places. A row that was moved takes its racks along, and racks that make room for another just
 * follow: neither was moved itself.
 */
import { floorPlan } from '../floor/floor-plan.ts';
import type { Design } from '../model/design.ts';
import type { DeviceId, RackId, RowId } from '../model/ids.ts';
import type { Device, Rack } from '../model/records.ts';
import { readClusterSpec } from './cluster-spec.ts';
import { catalogueWith } from './cluster-types.ts';
import { type Layout, layOut } from './lay-out.ts';
import type { Placed } from './place.ts';
import type { StandingRack } from './standing.ts';

export interface MovedByHand {
  readonly racks: ReadonlySet<RackId>;
  readonly devices: ReadonlySet<DeviceId>;
}

/** Nothing was, or nobody asks. */
export const NOTHING_MOVED: MovedByHand = { racks: new Set(), devices: new Set() };

/** Moves of less than that are rounding, mm. */
const SAME_MM = 1;

/**
 * Finds what was moved. Of a cluster whose specification cannot be laid out any more all counts as moved, for nobody
 * knows.
 */
export function movedByHand(design: Design): MovedByHand {
  const moved: Moved = { racks: new Set(), devices: new Set() };
  const types = catalogueWith(design);
  for (const { id, spec } of design.clusters.values()) {
    const layout = laidOut(spec, types);
    if (layout === null) addAll(design, `${id}/`, moved);
    else
      for (const number of layout.rows.keys()) addFromRow(design, `${id}/`, layout, number, moved);
  }
  return moved;
}

interface Moved {
  readonly racks: Set<RackId>;
  readonly devices: Set<DeviceId>;
}

/** @param start of all ids of a cluster */
function addAll(design: Design, start: string, { racks, devices }: Moved): void {
  for (const id of design.racks.keys()) if (id.startsWith(start)) racks.add(id);
  for (const id of design.devices.keys()) if (id.startsWith(start)) devices.add(id);
}

function addFromRow(
  design: Design,
  start: string,
  { rows }: Layout,
  number: number,
  { racks, devices }: Moved,
): void {
  const made = rows[number]?.racks ?? [];
  const inLine = keptInLine(design, `${start}row:${number}`, made, start);
  for (const standing of made) {
    const rack = design.racks.get(`${start}rack:${standing.key}`);
    if (!rack) continue;
    const follows = inLine.has(rack.id) && rack.gapMm === 0 && !rack.turned;
    if (!follows && !isThere(design, rack, standing)) racks.add(rack.id);
    for (const placed of standing.placed) {
      const device = design.devices.get(`${start}${placed.key}`);
      if (device && !standsSo(device, rack, placed)) devices.add(device.id);
    }
  }
}

/** Whether a rack's middle is where it was made to stand. */
function isThere(design: Design, { id }: Rack, { xMm, yMm }: StandingRack): boolean {
  const box = floorPlan(design).racks.get(id)?.box;
  return (
    box !== undefined &&
    Math.abs(box.x + box.width / 2 - xMm) < SAME_MM &&
    Math.abs(box.y + box.height / 2 - yMm) < SAME_MM
  );
}

function laidOut(text: string, types: ReturnType<typeof catalogueWith>): Layout | null {
  try {
    return layOut(readClusterSpec(text), types);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function standsSo(device: Device, rack: Rack, { u, face }: Placed): boolean {
  const { rackId, mount, column } = device;
  return (
    rackId === rack.id &&
    mount === 'rails' &&
    column === 0 &&
    device.u === u &&
    device.face === face
  );
}

/**
 * The racks of a row that still stand in the order in which they were made: the most that do, so that of a rack which
 * went over the others it is that one which is missing.
 */
function keptInLine(
  design: Design,
  rowId: RowId,
  made: readonly StandingRack[],
  start: string,
): ReadonlySet<RackId> {
  const there = made
    .flatMap(({ key }, at) => {
      const rack = design.racks.get(`${start}rack:${key}`);
      return rack?.rowId === rowId ? [{ id: rack.id, order: rack.order, at }] : [];
    })
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  // The longest run of ascending places: `ends[n]` is the rack that a run of n + 1 ends with at the lowest place.
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, { at }] of there.entries()) {
    let length = ends.findIndex((end) => (there[end]?.at ?? 0) > at);
    if (length === -1) length = ends.length;
    before[index] = ends[length - 1] ?? -1;
    ends[length] = index;
  }
  const line = new Set<RackId>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const rack = there[index];
    if (rack) line.add(rack.id);
  }
  return line;
}
