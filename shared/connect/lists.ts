/** From two lists of devices and what is meant of their ports to pairs, in one of four orders. */
import type { Design } from '../model/design.ts';
import type { DeviceId } from '../model/ids.ts';
import type { Device } from '../model/records.ts';
import { reason } from '../rules/verdict.ts';
import { portsMeant } from './expand.ts';
import type { Asked, AskedEnd, AskedPair } from './pairs.ts';
import type { Pieces } from './pattern.ts';
import { MOST_VALUES } from './range.ts';

/** Devices in order, and the ports meant of each. */
export interface EndList {
  readonly devices: readonly DeviceId[];
  readonly ports: Pieces | 'free';
}

/**
 * How the ends of two lists meet. `straight`: first with first. `reversed`: first with last. `interleaved`: the right
 * devices take turns. `each`: the ports of every left device are shared out, one to each right device, as rails are.
 */
export const LIST_ORDERS = ['straight', 'reversed', 'interleaved', 'each'] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];

/** @param times how many ends of the right list each end of the left one takes */
export function pairLists(
  design: Design,
  a: EndList,
  b: EndList,
  order: ListOrder,
  times = 1,
): Asked {
  const right = new RightList(design, b, order);
  const pairs: AskedPair[] = [];
  let k = 0;
  for (const [index, device] of devicesIn(design, a.devices).entries()) {
    let turn = 0;
    for (const [place, end] of endsOf(design, device, a.ports).entries()) {
      k += 1;
      const values = new Map([
        ['n', index + 1],
        ['p', place + 1],
        ['k', k],
      ]);
      for (let way = 0; way < times; way += 1, turn += 1) {
        if (pairs.length >= MOST_VALUES) return { pairs, leftOver: 0 };
        pairs.push({ a: end, b: right.next(turn), values });
      }
    }
  }
  return { pairs, leftOver: right.left };
}

function devicesIn(design: Design, ids: readonly DeviceId[]): readonly Device[] {
  return ids.flatMap((id) => design.devices.get(id) ?? []);
}

function endsOf(design: Design, device: Device, ports: EndList['ports']): readonly AskedEnd[] {
  return [...portsMeant(design, device, ports, new Map())].map(({ end }) => end);
}

/** The right list, and how far each part of it is used up. */
class RightList {
  /** Ends that are taken one after the other: of all devices, or of each by itself. */
  readonly #lanes: readonly (readonly AskedEnd[])[];
  readonly #used: number[];
  readonly #order: ListOrder;
  readonly #free: boolean;
  #turn = 0;

  constructor(design: Design, { devices, ports }: EndList, order: ListOrder) {
    this.#order = order;
    this.#free = ports === 'free';
    const placed = devicesIn(design, order === 'reversed' ? devices.toReversed() : devices);
    const ends = placed.map((device): readonly AskedEnd[] => {
      if (ports === 'free') return [{ end: 'free', devices: [device.id] }];
      const own = endsOf(design, device, ports);
      return order === 'reversed' ? own.toReversed() : own;
    });
    const all: readonly AskedEnd[] = this.#free
      ? [{ end: 'free', devices: placed.map(({ id }) => id) }]
      : ends.flat();
    this.#lanes = order === 'straight' || order === 'reversed' ? [all] : ends;
    this.#used = this.#lanes.map(() => 0);
  }

  /** @param turn which end of its left device asks, from 0 */
  next(turn: number): AskedEnd {
    const count = this.#lanes.length;
    const index = this.#order === 'each' ? turn % count : this.#turn % count;
    this.#turn += 1;
    const lane = this.#lanes[index] ?? [];
    const used = this.#used[index] ?? 0;
    this.#used[index] = used + 1;
    const end = this.#free ? lane[0] : lane[used];
    if (end) return end;
    return { end: 'none', text: '', reason: reason('connect.why.usedUp', { count: lane.length }) };
  }

  get left(): number {
    if (this.#free) return 0;
    return this.#lanes.reduce(
      (sum, lane, index) => sum + Math.max(0, lane.length - (this.#used[index] ?? 0)),
      0,
    );
  }
}
