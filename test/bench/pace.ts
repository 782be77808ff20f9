/**
 * How fast this machine is just now. A bench on a machine that others use too, or that is slower than the one the
 * budgets were set on, says little by its milliseconds alone. So right before and right after what is measured a
 * fixed piece of work of the same kind is done in the same process: small objects in maps and lists, texts as keys,
 * floating point, typed arrays. How long it takes here against how long it takes on the reference machine is the pace.
 *
 * The rule: a figure at the reference pace is the measured one times the pace around it, and budgets in milliseconds
 * are held against that. Frames follow the screen, ratios and memory do not know the pace: they count as measured.
 */
import { type Spread, spreadOf, timed } from './numbers.ts';

/** The rule, for those who read the figures. */
export const PACE_RULE =
  'at reference = measured × pace; pace = what a fixed piece of work takes on the reference machine / what it took here, right before and after; budgets in ms are judged at reference';

/**
 * What the piece of work takes on the reference machine, ms: so much that a full analysis of 1,000 racks, which took
 * 1,431 ms there in a quiet hour, comes to that at the reference pace.
 */
const REFERENCE_MS = 50;

/** A spread as it was measured, and the pace that leads from its median to the one at the reference. */
export interface PacedSpread extends Spread {
  readonly pace: number;
}

/** Does the piece of work once. @returns what it took, ms */
function yardstickMs(): number {
  const start = performance.now();
  if (!Number.isFinite(pieceOfWork())) throw new RangeError('the yardstick is no number');
  return performance.now() - start;
}

const OBJECTS = 60_000;
const FAR = 7919;

interface Thing {
  readonly id: string;
  readonly place: { readonly x: number; readonly y: number };
  readonly next: Thing | null;
}

function pieceOfWork(): number {
  const things = new Map<string, Thing>();
  let last: Thing | null = null;
  for (let at = 0; at < OBJECTS; at += 1) {
    last = { id: `thing-${at}`, place: { x: at / 3, y: at / 7 }, next: last };
    things.set(last.id, last);
  }
  const sums = new Float64Array(OBJECTS);
  const lists = new Map<number, Thing[]>();
  for (let at = 0; at < OBJECTS; at += 1) {
    const thing = things.get(`thing-${(at * FAR) % OBJECTS}`);
    if (!thing) throw new RangeError('the yardstick lost a thing');
    const { x, y } = thing.place;
    sums[at] = Math.hypot(x, y) + (thing.next?.place.x ?? 0);
    const list = lists.get(at % FAR);
    if (list) list.push(thing);
    else lists.set(at % FAR, [thing]);
  }
  let sum = 0;
  for (const list of lists.values()) {
    for (const { place } of list.toSorted((a, b) => a.place.y - b.place.y)) sum += place.y;
  }
  return sums.reduce((all, one) => all + one, sum);
}

let isWarm = false;

/** The pace just now: 1 on the reference machine, 0.5 on one half as fast. */
export function paceNow(): number {
  // The first times are compiled on the way.
  if (!isWarm) for (let round = 0; round < 5; round += 1) yardstickMs();
  isWarm = true;
  return REFERENCE_MS / yardstickMs();
}

/** Runs what is measured with the pace right before and right after it. */
export async function atPace<T>(
  measure: () => T | Promise<T>,
): Promise<{ readonly value: T; readonly pace: number }> {
  const before = paceNow();
  const value = await measure();
  return { value, pace: between(before, paceNow()) };
}

/** Like `timed`, with the pace right before and right after each run. */
export function timedAtPace(times: number, run: () => void, warmUp = 1): readonly PacedRun[] {
  const runs: PacedRun[] = [];
  let before = paceNow();
  for (let round = 0; round < warmUp + times; round += 1) {
    const [ms = 0] = timed(1, run, 0);
    const after = paceNow();
    if (round >= warmUp) runs.push({ ms, pace: between(before, after) });
    before = after;
  }
  return runs;
}

/** One run as it was measured, and the pace around it. */
export interface PacedRun {
  readonly ms: number;
  readonly pace: number;
}

/** Of two paces that of the time of both pieces of work: the slow one lasted longer. */
function between(before: number, after: number): number {
  return 2 / (1 / before + 1 / after);
}

/**
 * Sums up runs that each have their own pace: as measured, and with the pace by which the median of them all at the
 * reference differs from the median as measured.
 */
export function pacedSpread(runs: readonly PacedRun[]): PacedSpread {
  const measured = spreadOf(runs.map(({ ms }) => ms));
  const atReference = spreadOf(runs.map(({ ms, pace }) => ms * pace));
  return { ...measured, pace: atReference.median / measured.median };
}
