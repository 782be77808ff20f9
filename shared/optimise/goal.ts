/** What a placement is judged by: how long its cables have to be, weighed by what one wants less of. */
import { mediumFacts } from '../catalog/index.ts';
import type { CableId } from '../model/ids.ts';
import type { MediumId } from '../model/medium.ts';

/**
 * `longest-copper`: the longest cable with copper plugs. Twisted pair reaches far beyond any row, so it counts only in
 * a design that has no other copper. `copper`: metres of all copper. `cost`: metres of all cables, each by the weight
 * of its medium.
 */
export const GOALS = ['longest-copper', 'copper', 'cost'] as const;
export type Goal = (typeof GOALS)[number];

/** What a metre of a medium weighs in `cost`; one that is not named weighs 1. */
export type CostWeights = ReadonlyMap<MediumId, number>;

/** A design by all goals. Lengths are what the routes need, with slack and margin, before they go up to one for sale. */
export interface PlacementFigures {
  /** Null without copper. */
  readonly longestCopperM: number | null;
  readonly longestCopperId: CableId | null;
  readonly copperM: number;
  readonly costWeight: number;
  /** Cables that are longer than they carry, or than they are sold. */
  readonly overReach: number;
}

/** What decides a goal, the less the better; 0 where nothing of its kind is there. */
export function figureOf(figures: PlacementFigures, goal: Goal): number {
  switch (goal) {
    case 'longest-copper':
      return figures.longestCopperM ?? 0;
    case 'copper':
      return figures.copperM;
    case 'cost':
      return figures.costWeight;
    default:
      throw new RangeError(`no goal ${String(goal satisfies never)}`);
  }
}

export function isCopper(medium: MediumId): boolean {
  return mediumFacts(medium).carrier === 'copper';
}

/** Copper that reaches a few metres only. */
export function isTwinax(medium: MediumId): boolean {
  return isCopper(medium) && medium !== 'base-t';
}
