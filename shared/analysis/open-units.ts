/** Where air can pass a rack beside its devices: units that nothing closes. */
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
    if (device.mount !== 'rails') continue;
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
