/** Where air can pass a rack beside its devices: units that nothing closes, and the gaps beside the rails. */
import { columnsOf } from '../model/rack-geometry.ts';
import type { Rack } from '../model/records.ts';
import type { Placed } from './rack-neighbours.ts';

/** Open area of a rack unit without device or blanking panel, m² [assumed; physics.md, section 5]. */
const OPEN_UNIT_M2 = 0.02;

/** Openings of a rack, half unit by half unit from the bottom. */
export interface RackGaps {
  /** Open share of each half unit, 0..1. */
  readonly open: readonly number[];
  /** Units that are open at least in part, from the bottom. */
  readonly openUnits: readonly number[];
  /** Area of the open units, m². */
  readonly openM2: number;
}

/** What is open in a rack. A device or panel on either face closes its units over its width. */
export function rackGaps(rack: Rack, placed: readonly Placed[]): RackGaps {
  const halves = Math.round(2 * rack.heightU);
  const front = new Float64Array(halves);
  const rear = new Float64Array(halves);
  for (const { device, type } of placed) {
    if (device.mount === 'side') continue;
    const width = 1 / columnsOf(type.width);
    const from = Math.round(2 * (device.u - 1));
    const to = Math.min(halves, from + Math.round(2 * type.heightU));
    for (let half = Math.max(0, from); half < to; half += 1) {
      if (device.face === 'front' || type.depthUse === 'full')
        front[half] = sum(front[half], width);
      if (device.face === 'rear' || type.depthUse === 'full') rear[half] = sum(rear[half], width);
    }
  }
  const open = Array.from(front, (closed, half) => {
    const share = 1 - Math.max(closed, rear[half] ?? 0);
    return share > NEARLY_CLOSED ? share : 0;
  });
  const openUnits: number[] = [];
  for (let unit = 1; unit <= rack.heightU; unit += 1) {
    if ((open[2 * unit - 2] ?? 0) + (open[2 * unit - 1] ?? 0) > 0) openUnits.push(unit);
  }
  const shares = open.reduce((total, share) => total + share, 0);
  return { open, openUnits, openM2: (shares * OPEN_UNIT_M2) / 2 };
}
/** Thirds of a width do not add up to one in binary. */
const NEARLY_CLOSED = 1e-6;

function sum(closed: number | undefined, width: number): number {
  return (closed ?? 0) + width;
}

/** A device that takes in what leaks back beside it. */
export interface Breather {
  readonly u: number;
  readonly heightU: number;
}

/** Areas through which air comes back to one device, m². */
export interface LeakArea {
  /** Beside its own rails, where its curtain draws too. */
  readonly beside: number;
  /** Of the units up to the next device above and below: gaps beside the rails, and open units. */
  readonly around: number;
  readonly openUnits: number;
}

/**
 * Shares out the openings of a rack among the devices that breathe at its front: to each the gaps beside it, and
 * of the units between two of them half to either; those above the highest and below the lowest are its own.
 * @param railGapM2 open area beside the rails, m² a unit
 */
export function leakAreas(
  gaps: RackGaps,
  railGapM2: number,
  breathers: readonly Breather[],
): readonly LeakArea[] {
  const areas = breathers.map(() => ({ beside: 0, around: 0, openUnits: 0 }));
  const owners = gaps.open.map((_, half) =>
    breathers.findIndex(({ u, heightU }) => half >= 2 * (u - 1) && half < 2 * (u - 1 + heightU)),
  );
  for (const [half, share] of gaps.open.entries()) {
    const owner = areas[owners[half] ?? -1];
    if (owner) {
      owner.beside += railGapM2 / 2;
      continue;
    }
    const [above, below] = [nearest(owners, half, 1), nearest(owners, half, -1)];
    const near = [areas[above], areas[below]].filter((area) => area !== undefined);
    for (const area of near) {
      area.around += railGapM2 / 2 / near.length;
      area.openUnits += (share * OPEN_UNIT_M2) / 2 / near.length;
    }
  }
  return areas;
}

function nearest(owners: readonly number[], from: number, step: 1 | -1): number {
  for (let half = from + step; half >= 0 && half < owners.length; half += step) {
    const owner = owners[half] ?? -1;
    if (owner >= 0) return owner;
  }
  return -1;
}
