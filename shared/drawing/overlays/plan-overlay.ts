/** The overlays that can lie over the plan, their scales, and who set the bounds of these. */
import { FILL_FIRST_DAY, FILL_MAX } from '../../analysis/fill-limits.ts';
import { pathwayFills } from '../../catalog/index.ts';
import type { Design } from '../../model/design.ts';
import type { Step } from './overlay-kind.ts';

export const PLAN_OVERLAY_KINDS = [
  'power',
  'heat',
  'weight',
  'ports',
  'reach',
  'copper',
  'trays',
] as const;

/** What an overlay of the plan shows of each rack; of `trays`, of each pathway. */
export type PlanOverlayKind = (typeof PLAN_OVERLAY_KINDS)[number];

/**
 * Who says that a step begins there: the rack's own limit, the ports that there are, what is advised for a tray's first
 * day (S47), the limits of baskets and of ladders (S46). `assumed`: nobody does.
 */
export type BoundSource =
  | 'rack-limit'
  | 'all-ports'
  | 'first-day'
  | 'basket'
  | 'ladder'
  | 'assumed';

export interface Bound {
  /** From here on, in the unit of its scale. */
  readonly from: number;
  readonly source: BoundSource;
}

export interface PlanScale {
  /** `share`: of the limit, of the ports. */
  readonly unit: 'kW' | 'kg' | 'share';
  /** Where each step but the lowest begins. */
  readonly bounds: readonly [Bound, Bound, Bound, Bound];
}

/** Steps that are ours alone; the last may be somebody's. */
function scale(
  unit: PlanScale['unit'],
  [one, two, three, four]: readonly [number, number, number, number],
  last: BoundSource = 'assumed',
): PlanScale {
  const assumed = (from: number): Bound => ({ from, source: 'assumed' });
  return {
    unit,
    bounds: [assumed(one), assumed(two), assumed(three), { from: four, source: last }],
  };
}

const OF_LIMIT = scale('share', [0.5, 0.75, 0.9, 1], 'rack-limit');
const KILOWATTS = scale('kW', [10, 20, 40, 80]);
const DEVICES_KG = scale('kg', [400, 700, 1000, 1400]);
const COPPER_KG = scale('kg', [10, 25, 50, 100]);
const PORTS = scale('share', [0.25, 0.5, 0.75, 1], 'all-ports');

/** A basket may be filled to this share (S46), the least of what may be filled beyond the first day. */
const FILL_BASKET = Math.min(
  ...pathwayFills.map(({ fillMax }) => fillMax).filter((fillMax) => fillMax > FILL_FIRST_DAY),
);

/** Shares of the limit that all pathways are held against. */
const TRAYS: PlanScale = {
  unit: 'share',
  bounds: [
    { from: FILL_FIRST_DAY / FILL_MAX / 2, source: 'assumed' },
    { from: FILL_FIRST_DAY / FILL_MAX, source: 'first-day' },
    { from: FILL_BASKET / FILL_MAX, source: 'basket' },
    { from: 1, source: 'ladder' },
  ],
};

/**
 * The scale of an overlay over this design: power and weight by the racks' own limits as soon as one rack has one, else
 * by bounds that are assumed. Reach has steps of its own.
 */
export function planScale(
  kind: Exclude<PlanOverlayKind, 'reach'>,
  { racks }: Pick<Design, 'racks'>,
): PlanScale {
  const anyHas = (limit: 'maxPowerW' | 'maxWeightKg'): boolean => {
    for (const rack of racks.values()) if (rack[limit] !== null) return true;
    return false;
  };
  switch (kind) {
    case 'power':
      return anyHas('maxPowerW') ? OF_LIMIT : KILOWATTS;
    case 'heat':
      return KILOWATTS;
    case 'weight':
      return anyHas('maxWeightKg') ? OF_LIMIT : DEVICES_KG;
    case 'ports':
      return PORTS;
    case 'copper':
      return COPPER_KG;
    case 'trays':
      return TRAYS;
    default:
      return kind satisfies never;
  }
}

/** The step of a number on a scale. */
export function planStepOf({ bounds: [one, two, three, four] }: PlanScale, value: number): Step {
  if (value < one.from) return 0;
  if (value < two.from) return 1;
  if (value < three.from) return 2;
  return value < four.from ? 3 : 4;
}
