/**
 * How fast this machine is just now. A bench on a machine that others use too, or that is slower than the one the
 * budgets were set on, says little by its milliseconds alone. So right before and right after what is measured a
 * fixed piece of work of the same kind is done in the same process, several times: objects looked up in a large map by
 * texts, floating point, small results, typed arrays, sorting. How long it takes here against how long it takes on the reference machine is the pace.
 *
 * The rule: a figure at the reference pace is the measured one times the pace around it, and budgets in milliseconds
 * are held against that. Frames follow the screen, ratios and memory do not know the pace: they count as measured.
 */
import { type Spread, spreadOf, timed } from './numbers.ts';

/** The rule, for those who read the figures. */
export const PACE_RULE =
  'at reference = measured × pace; pace = what a fixed piece of work takes on the reference machine / what it took here, right before and after; budgets in ms are judged at reference';

/**
 * What the piece of work takes on the reference machine, ms. A full analysis of 1,000 racks took 1,431 ms there, at
 * revision 7872e16 and in a quiet hour. The analysis of that revision takes 178 times as long as the piece does: the
 * median of eight runs in three processes, in processor time of the main thread, each between two yardsticks.
 */
const REFERENCE_MS = 1431 / 178;

/** A spread as it was measured, and the pace that leads from its median to the one at the reference. */
export interface PacedSpread extends Spread {
  readonly pace: number;
}

/** The piece of work is done so often; what counts is the median, which a collection of garbage in one of them does not move. */
const TIMES = 9;
const THINGS = 60_000;
/** From one thing to the next that is looked at: far, so that none is at hand in the processor's caches. */
const FAR = 7919;

interface Thing {
  readonly id: string;
  readonly place: { readonly x: number; readonly y: number };
  readonly next: string;
}

/** As many things as a hall has, laid out once: to make them each time would measure the collection of garbage. */
function layOut(): ReadonlyMap<string, Thing> {
  const things = new Map<string, Thing>();
  for (let at = 0; at < THINGS; at += 1) {
    const id = `thing-${at}`;
    const next = `thing-${(at + FAR) % THINGS}`;
    things.set(id, { id, place: { x: at / 3, y: at / 7 }, next });
  }
  return things;
}

let laidOut: ReadonlyMap<string, Thing> | null = null;

/** Looked at: a sixth of the things. */
const LOOKED_AT = THINGS / 6;

/** Goes from thing to thing by what they name, makes a small result of each, and puts those in order. */
function pieceOfWork(things: ReadonlyMap<string, Thing>): number {
  const made: { readonly of: Thing; readonly mm: number }[] = [];
  const sums = new Float64Array(LOOKED_AT);
  let thing = things.get('thing-0');
  for (let at = 0; at < LOOKED_AT; at += 1) {
    const next: Thing | undefined = thing && things.get(thing.next);
    if (!thing || !next) throw new RangeError('the yardstick lost a thing');
    const mm = Math.abs(thing.place.x - next.place.x) + Math.abs(thing.place.y - next.place.y);
    made.push({ of: thing, mm });
    sums[at] = mm + (sums[at - 1] ?? 0);
    thing = next;
  }
  made.sort((a, b) => a.mm - b.mm || (a.of.id < b.of.id ? -1 : 1));
  return (made[LOOKED_AT / 2]?.mm ?? 0) + (sums[LOOKED_AT - 1] ?? 0);
}

/** What the piece of work takes just now, ms: the median of several times. */
function yardstickMs(): number {
  const things = (laidOut ??= layOut());
  const spent = timed(TIMES, () => {
    if (!Number.isFinite(pieceOfWork(things))) throw new RangeError('the yardstick is no number');
  });
  return spreadOf(spent).median;
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
