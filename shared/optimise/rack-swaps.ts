/** Equal racks that change places: their rows, their order there, and the gap and turn that belong to the place. */
import { PATH_MARGIN } from '../analysis/cable-length.ts';
import { floorPlan } from '../floor/floor-plan.ts';
import type { Diff } from '../model/diff.ts';
import type { DeviceId, RackId } from '../model/ids.ts';
import type { PlanPoint, Rack } from '../model/records.ts';
import type { Held } from './held.ts';
import { type LaidCables, LEAST_GAIN, type Value } from './laid-cables.ts';
import type { Seeded } from './seeded.ts';

export type RackPair = readonly [RackId, RackId];

/** So many pairs are looked at in one round, at most. */
const MOST_PAIRS = 100_000;

/** The pairs of equal racks that may change places, of which at least one holds switches; of too many some by chance. */
export function rackPairs(laid: LaidCables, held: Held, chance: Seeded): readonly RackPair[] {
  const alike = new Map<string, Rack[]>();
  for (const rack of laid.working.racks.values()) {
    if (held.racks.has(rack.id)) continue;
    const { frame, heightU, widthMm, depthMm } = rack;
    const key = `${frame} ${heightU} ${widthMm} ${depthMm}`;
    alike.set(key, [...(alike.get(key) ?? []), rack]);
  }
  const pairs: RackPair[] = [];
  for (const racks of alike.values()) {
    const withSwitches = new Set(racks.filter(({ id }) => holdsSwitches(laid, id)));
    for (const [at, one] of racks.entries()) {
      for (const other of racks.slice(at + 1)) {
        if (withSwitches.has(one) || withSwitches.has(other)) pairs.push([one.id, other.id]);
      }
    }
  }
  const order = chance.shuffled(pairs);
  return order.length > MOST_PAIRS ? order.slice(0, MOST_PAIRS) : order;
}

/** Whether a rack holds switches and no nodes: what stands in a leaf or a spine rack. */
function holdsSwitches({ working }: LaidCables, id: RackId): boolean {
  const categories = new Set(
    working.keptRacks.get(id)?.devices.map(({ placed }) => placed?.type.category),
  );
  return categories.has('switch') && !categories.has('node');
}

/** Tries each pair once. @returns after each */
export function* swapRacks(
  laid: LaidCables,
  pairs: readonly RackPair[],
  value: Value,
): Generator<boolean> {
  const places = new Places(laid);
  for (const [a, b] of pairs) {
    let isKept = false;
    if (places.promises(a, b, value)) {
      const [one, other] = [laid.working.racks.get(a), laid.working.racks.get(b)];
      if (one && other) {
        isKept = laid.attempt(swapped(one, other), devicesIn(laid, a, b), value);
        if (isKept) places.swap(a, b);
      }
    }
    yield isKept;
  }
}

function swapped(one: Rack, other: Rack): Diff {
  const updated = [
    [one, standing(one, other)],
    [other, standing(other, one)],
  ] as const;
  return { added: [], updated, removed: [] };
}

function standing(rack: Rack, { rowId, order, gapMm, turned }: Rack): Rack {
  return { ...rack, rowId, order, gapMm, turned };
}

function devicesIn({ working }: LaidCables, ...racks: readonly RackId[]): readonly DeviceId[] {
  return racks.flatMap((id) => working.keptRacks.get(id)?.devices.map((each) => each.id) ?? []);
}

/** Where the racks stand, for a sum over the floor: a swap is led only where that promises a gain. */
class Places {
  readonly #laid: LaidCables;
  readonly #middle = new Map<RackId, PlanPoint>();

  constructor(laid: LaidCables) {
    this.#laid = laid;
    for (const [id, { box }] of floorPlan(laid.working).racks) {
      this.#middle.set(id, { xMm: box.x + box.width / 2, yMm: box.y + box.height / 2 });
    }
  }

  swap(a: RackId, b: RackId): void {
    const [one, other] = [this.#middle.get(a), this.#middle.get(b)];
    if (!one || !other) return;
    this.#middle.set(a, other);
    this.#middle.set(b, one);
  }

  promises(a: RackId, b: RackId, value: Value): boolean {
    const [one, other] = [this.#middle.get(a), this.#middle.get(b)];
    if (!one || !other) return false;
    const change = this.#changeOf(a, other, b, value) + this.#changeOf(b, one, a, value);
    return change < -LEAST_GAIN;
  }

  /** By how much the goal changes when a rack stands elsewhere, about; ways between the two keep their length. */
  #changeOf(id: RackId, there: PlanPoint, partner: RackId, value: Value): number {
    const here = this.#middle.get(id);
    if (!here) return 0;
    let change = 0;
    for (const index of this.#laid.ofRack(id)) {
      const { fromRack, toRack } = this.#laid.cables[index] ?? NOWHERE;
      const far = fromRack === id ? toRack : fromRack;
      if (far === id || far === partner) continue;
      const metres = this.#laid.metres(index);
      const end = this.#middle.get(far);
      if (!end) continue;
      const farther = (PATH_MARGIN * (apart(there, end) - apart(here, end))) / 1000;
      change += value(index, Math.max(0, metres + farther)) - value(index, metres);
    }
    return change;
  }
}

const NOWHERE = { fromRack: '', toRack: '' } as const;

function apart(a: PlanPoint, b: PlanPoint): number {
  return Math.abs(a.xMm - b.xMm) + Math.abs(a.yMm - b.yMm);
}
