/** Units of switches in their racks: equal switches change places, and stacks of them go up or down past open units. */
import { PATH_MARGIN } from '../analysis/cable-length.ts';
import type { Diff } from '../model/diff.ts';
import type { DeviceId, RackId } from '../model/ids.ts';
import { rackHeightMm, slotTopMm } from '../model/rack-geometry.ts';
import type { DesignRecord, Device } from '../model/records.ts';
import { type Block, columnOf } from './column.ts';
import type { Held } from './held.ts';
import { type LaidCable, type LaidCables, LEAST_GAIN, type Value } from './laid-cables.ts';
import type { Seeded } from './seeded.ts';

/** Finds better units in one rack until nothing is gained any more. @returns after each trial */
export function* moveInRack(
  laid: LaidCables,
  rackId: RackId,
  { held, value, chance }: { held: Held; value: Value; chance: Seeded },
): Generator<void> {
  let isBetter = true;
  while (isBetter) {
    isBetter = false;
    for (const diff of chance.shuffled(stackMoves(laid, rackId, held))) {
      // A move that was kept makes the others speak of what is no longer there.
      if (laid.attempt(diff, movedBy(diff), value)) {
        isBetter = true;
        break;
      }
      yield;
    }
    for (const [a, b] of chance.shuffled(equalPairs(laid, rackId, held))) {
      const [one, other] = [laid.working.devices.get(a), laid.working.devices.get(b)];
      if (!one || !other || !promises(laid, one, other, value)) continue;
      if (laid.attempt(swapped(one, other), [a, b], value)) isBetter = true;
      yield;
    }
  }
}

/** Whether anything in a rack may change its unit. */
export function mayMoveIn(laid: LaidCables, rackId: RackId, held: Held): boolean {
  return equalPairs(laid, rackId, held).length + stackMoves(laid, rackId, held).length > 0;
}

function movedBy({ updated }: Diff): readonly DeviceId[] {
  return updated.flatMap(([before]) => (before.kind === 'device' ? [before.id] : []));
}

/** Each stack past the open units next to it, and past all of them, down and up. */
function stackMoves(laid: LaidCables, rackId: RackId, held: Held): Diff[] {
  const column = columnOf(laid.working, rackId, held) ?? [];
  const moves: Diff[] = [];
  for (const [at, block] of column.entries()) {
    if (block.kind !== 'gear') continue;
    const [low, high] = runAround(column, at);
    for (const to of new Set([at - 1, low, at + 1, high])) {
      if (to === at || to < low || to > high) continue;
      const diff = reordered(column, at, to);
      if (diff.updated.length > 0) moves.push(diff);
    }
  }
  return moves;
}

/** The first and the last block that one can move to, without a fixed one between. */
function runAround(column: readonly Block[], at: number): readonly [low: number, high: number] {
  let [low, high] = [at, at];
  while (low > 0 && column[low - 1]?.kind !== 'fixed') low -= 1;
  while (high < column.length - 1 && column[high + 1]?.kind !== 'fixed') high += 1;
  return [low, high];
}

function reordered(column: readonly Block[], at: number, to: number): Diff {
  const order = [...column];
  const [block] = order.splice(at, 1);
  if (block) order.splice(to, 0, block);
  const updated: [DesignRecord, DesignRecord][] = [];
  let u = 1;
  for (const { u: before, heightU, devices } of order) {
    for (const device of u === before ? [] : devices) {
      updated.push([device, { ...device, u: device.u + u - before }]);
    }
    u += heightU;
  }
  return { added: [], updated, removed: [] };
}

/** Pairs of switches of a rack that could stand in each other's place. */
function equalPairs(
  { working }: LaidCables,
  rackId: RackId,
  held: Held,
): readonly (readonly [DeviceId, DeviceId])[] {
  const alike = new Map<string, DeviceId[]>();
  for (const { record, placed } of working.keptRacks.get(rackId)?.devices ?? []) {
    if (!record || record.mount !== 'rails' || placed?.type.category !== 'switch') continue;
    if (held.devices.has(record.id)) continue;
    const key = `${record.typeId} ${record.face} ${record.column}`;
    alike.set(key, [...(alike.get(key) ?? []), record.id]);
  }
  return [...alike.values()].flatMap((ids) =>
    ids.flatMap((a, at) => ids.slice(at + 1).map((b) => [a, b] as const)),
  );
}

function swapped(one: Device, other: Device): Diff {
  const updated = [
    [one, { ...one, u: other.u }],
    [other, { ...other, u: one.u }],
  ] as const;
  return { added: [], updated, removed: [] };
}

/** Whether a swap gains by a sum over heights; it is led to know. */
function promises(laid: LaidCables, one: Device, other: Device, value: Value): boolean {
  if (underFloor(laid)) return true;
  const change = changeOf(laid, one, other, value) + changeOf(laid, other, one, value);
  return change < -LEAST_GAIN;
}

/** Where ways may go down, heights alone do not say which way is shorter. */
function underFloor({ working }: LaidCables): boolean {
  for (const { level } of working.pathways.values()) if (level === 'underfloor') return true;
  return false;
}

/** By how much the goal changes when a device stands at the unit of another, about. */
function changeOf(laid: LaidCables, device: Device, at: Device, value: Value): number {
  const rack = laid.working.racks.get(device.rackId);
  if (!rack) return 0;
  const type = laid.working.deviceTypes.get(device.typeId);
  const heightU = type?.heightU ?? 1;
  const now = slotTopMm(rack, device.u, heightU);
  const then = slotTopMm(rack, at.u, heightU);
  let change = 0;
  for (const index of laid.ofDevice(device.id)) {
    const metres = laid.metres(index);
    if (value(index, metres) === 0) continue;
    const other = otherEnd(laid.cables[index] as LaidCable, device.id);
    const end = laid.working.devices.get(other);
    let climbMm = then - now;
    if (end?.rackId === device.rackId) {
      const endMm = Math.min(rackHeightMm(rack), slotTopMm(rack, end.u, heightU));
      climbMm = Math.abs(then - endMm) - Math.abs(now - endMm);
    }
    change +=
      value(index, Math.max(0, metres + (PATH_MARGIN * climbMm) / 1000)) - value(index, metres);
  }
  return change;
}

function otherEnd({ a, b }: LaidCable, id: DeviceId): DeviceId {
  return a === id ? b : a;
}
