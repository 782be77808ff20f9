/**
 * Directions of the plan. A row has a frame of its own: `along` runs from its first rack to the right, as seen by
 * someone who stands before its fronts, `back` away from that person.
 */
import type { Facing, PlanPoint, RowPlace } from '../model/records.ts';
import type { Mm } from '../units/length.ts';

/** Steps of one millimetre along and back, in plan coordinates, by where the row looks. */
const AXES: Readonly<Record<Facing, { readonly along: PlanPoint; readonly back: PlanPoint }>> = {
  south: { along: { xMm: 1, yMm: 0 }, back: { xMm: 0, yMm: -1 } },
  north: { along: { xMm: -1, yMm: 0 }, back: { xMm: 0, yMm: 1 } },
  east: { along: { xMm: 0, yMm: -1 }, back: { xMm: -1, yMm: 0 } },
  west: { along: { xMm: 0, yMm: 1 }, back: { xMm: 1, yMm: 0 } },
};

/** A point of a row's frame in plan coordinates. */
export function inPlan({ xMm, yMm, facing }: RowPlace, alongMm: Mm, backMm: Mm): PlanPoint {
  const { along, back } = AXES[facing];
  return {
    xMm: xMm + along.xMm * alongMm + back.xMm * backMm + 0,
    yMm: yMm + along.yMm * alongMm + back.yMm * backMm + 0,
  };
}

/** A point of the plan in a row's frame. */
export function inRow(
  { xMm, yMm, facing }: RowPlace,
  point: PlanPoint,
): { readonly alongMm: Mm; readonly backMm: Mm } {
  const { along, back } = AXES[facing];
  const [dx, dy] = [point.xMm - xMm, point.yMm - yMm];
  return {
    alongMm: dx * along.xMm + dy * along.yMm + 0,
    backMm: dx * back.xMm + dy * back.yMm + 0,
  };
}

const OPPOSITE: Readonly<Record<Facing, Facing>> = {
  north: 'south',
  south: 'north',
  east: 'west',
  west: 'east',
};

export function opposite(facing: Facing): Facing {
  return OPPOSITE[facing];
}

const CLOCKWISE: Readonly<Record<Facing, Facing>> = {
  north: 'east',
  east: 'south',
  south: 'west',
  west: 'north',
};

/** The direction a quarter turn further. */
export function clockwise(facing: Facing): Facing {
  return CLOCKWISE[facing];
}

/** Whether a direction runs along y. */
export function isUpright(facing: Facing): boolean {
  return facing === 'north' || facing === 'south';
}
