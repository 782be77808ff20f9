/** Which length to order for a path: slack, margin, rounding, and what can be bought (physics.md, section 3.5). */
import { mediumFacts, stockLengthsM } from '../catalog/index.ts';
import type { MediumId } from '../model/medium.ts';
import type { Cable, CablingRules } from '../model/records.ts';
import type { Mm } from '../units/length.ts';

/** What is added to a length for its bends and the dressing of the cable (physics.md, section 3.5). */
export const PATH_MARGIN = 1.05;

export interface CableLength {
  readonly pathM: number;
  /** Spare length of both ends together. */
  readonly slackM: number;
  /** For bends and dressing. */
  readonly marginM: number;
  readonly requiredM: number;
  /** The required length, up to a multiple of what the design rounds to. */
  readonly roundedM: number;
  /** The shortest length to buy that is long enough; null when none is. */
  readonly stockM: number | null;
}

/**
 * Length to order for a path: (path + slack at both ends) × 1.05, up to a multiple of the design's rounding, up to
 * the next length in stock.
 * @param speedGbps of the whole cable; null = unknown
 * @param pathMm along the route, mm, ≥ 0
 */
export function cableLength(
  rules: CablingRules,
  medium: MediumId,
  speedGbps: number | null,
  pathMm: Mm,
): CableLength {
  const slackM = 2 * slackPerEndM(rules, medium);
  const requiredMm = requiredFor(pathMm, slackM);
  const roundedM = roundedUp(requiredMm, rules.roundingM) / 1000;
  return {
    pathM: millimetres(pathMm),
    slackM,
    marginM: millimetres(requiredMm - pathMm - slackM * 1000),
    requiredM: requiredMm / 1000,
    roundedM,
    stockM: firstFrom(roundedM, ladderM(rules, medium, speedGbps)),
  };
}

/** What is ordered for a path, m: the shortest length to buy that is long enough, else the required one, rounded up. */
export function orderedM(
  rules: CablingRules,
  medium: MediumId,
  speedGbps: number | null,
  pathMm: Mm,
): number {
  const requiredMm = requiredFor(pathMm, 2 * slackPerEndM(rules, medium));
  const roundedM = roundedUp(requiredMm, rules.roundingM) / 1000;
  return firstFrom(roundedM, ladderM(rules, medium, speedGbps)) ?? roundedM;
}

/** Required length of a path, m: what is ordered at least. */
export function requiredM(rules: CablingRules, medium: MediumId, pathMm: Mm): number {
  return requiredFor(pathMm, 2 * slackPerEndM(rules, medium)) / 1000;
}

/** Whole millimetres. */
function requiredFor(pathMm: Mm, slackM: number): Mm {
  return Math.round((pathMm + slackM * 1000) * PATH_MARGIN);
}

/** Spare length at each end, m: of the design, else of the medium. */
export function slackPerEndM(rules: CablingRules, medium: MediumId): number {
  return rules.slackPerEndM ?? mediumFacts(medium).slackPerEndM.value;
}

/** Lengths to buy, ascending, m: those of the design, else of the catalogue at that rate. */
export function ladderM(
  rules: CablingRules,
  medium: MediumId,
  speedGbps: number | null,
): readonly number[] {
  const own = rules.ladders.length === 0 ? undefined : ownLadder(rules, medium);
  return own ?? stockLengthsM(medium, speedGbps);
}

function ownLadder(rules: CablingRules, medium: MediumId): readonly number[] | undefined {
  return rules.ladders.find((ladder) => ladder.medium === medium)?.lengthsM;
}

/** Up to a multiple, in whole millimetres, so that what is one already stays. */
function roundedUp(mm: Mm, stepM: number | null): Mm {
  const step = Math.round((stepM ?? 0) * 1000);
  return step <= 0 ? mm : Math.ceil(mm / step) * step;
}

function firstFrom(leastM: number, ladder: readonly number[]): number | null {
  for (let at = 0; at < ladder.length; at += 1) {
    const lengthM = ladder[at] as number;
    if (lengthM >= leastM) return lengthM;
  }
  return null;
}

/** Metres, to the millimetre. */
function millimetres(mm: number): number {
  return Math.round(mm) / 1000;
}

/**
 * A way that is this much longer or shorter than when its length was entered asks for another look, mm: less is
 * within what one end leaves slack.
 */
export const STALE_MM: Mm = 50;

/** Whether a length was entered for a way that is another now. @param pathMm of today's route */
export function isStale(
  { lengthM, lengthForMm }: Pick<Cable, 'lengthM' | 'lengthForMm'>,
  pathMm: Mm,
): boolean {
  if (lengthM === null || lengthForMm === null) return false;
  return Math.abs(pathMm - lengthForMm) > STALE_MM;
}
