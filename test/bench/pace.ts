/**
 * How fast this machine is just now. A bench on a machine that others use too, or that is slower than the one the
 * budgets were set on, says little by its milliseconds alone. So right before and right after what is measured a
 * fixed piece of work of the same kind (`yardstick.ts`) is done several times. How long it takes here against how
 * long it takes on the reference machine is the pace.
 *
 * The rule: a figure at the reference pace is the measured one times the pace around it, and budgets in milliseconds
 * are held against that. Frames follow the screen, ratios and memory do not know the pace: they count as measured.
 */
import { Worker } from 'node:worker_threads';
import { type Spread, spreadOf, timed } from './numbers.ts';

/** The rule, for those who read the figures. */
export const PACE_RULE =
  'at reference = measured × pace; pace = what a fixed piece of work takes on the reference machine / what it took here, right before and after; budgets in ms are judged at reference';

/**
 * What the piece of work takes on the reference machine, ms. A full analysis of 1,000 racks took 1,431 ms there, at
 * revision 7872e16 and in a quiet hour. The analysis of that revision takes 6.6 times as long as the piece does: the
 * median of twenty runs in four processes, each between two yardsticks.
 */
const REFERENCE_MS = 1431 / 6.6;

/** A spread as it was measured, and the pace that leads from its median to the one at the reference. */
export interface PacedSpread extends Spread {
  readonly pace: number;
}

/** The piece of work is done so often; what counts is the median, which a collection of garbage in one of them does not move. */
const TIMES = 3;

/** What a thread may take, MB: as much room for what was just made as the application gives the analysis. */
const YARDSTICK_MEMORY = { maxYoungGenerationSizeMb: 384, maxOldGenerationSizeMb: 2048 };

let yardstick: Worker | null = null;

/** What the piece of work takes just now, ms. */
async function yardstickMs(): Promise<number> {
  yardstick ??= new Worker(new URL('yardstick.ts', import.meta.url), {
    resourceLimits: YARDSTICK_MEMORY,
  });
  const worker = yardstick;
  worker.ref();
  try {
    return await new Promise<number>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', (spent: readonly number[]) => {
        worker.off('error', reject);
        resolve(spreadOf(spent).median);
      });
      worker.postMessage(TIMES);
    });
  } finally {
    // It waits for the next question, and does not keep the process alive.
    worker.unref();
  }
}

/** The pace just now: 1 on the reference machine, 0.5 on one half as fast. */
export async function paceNow(): Promise<number> {
  return REFERENCE_MS / (await yardstickMs());
}

/** Runs what is measured with the pace right before and right after it. */
export async function atPace<T>(
  measure: () => T | Promise<T>,
): Promise<{ readonly value: T; readonly pace: number }> {
  const before = await paceNow();
  const value = await measure();
  return { value, pace: between(before, await paceNow()) };
}

/** Like `timed`, with the pace right before and right after each run. */
export async function timedAtPace(
  times: number,
  run: () => void,
  warmUp = 1,
): Promise<readonly PacedRun[]> {
  const runs: PacedRun[] = [];
  let before = await paceNow();
  for (let round = 0; round < warmUp + times; round += 1) {
    const [ms = 0] = timed(1, run, 0);
    const after = await paceNow();
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
