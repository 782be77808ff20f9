/** How V8 is set for the processes of tasks. */
import { setFlagsFromString } from 'node:v8';

/** A task may not grow past this, MB: the whole drawing set of 300,000 cables, 51,000 sheets, takes 2,600. */
const MEMORY_MB = 3072;
/**
 * Room for what was just made, MB. A drawing set makes little that stays: in the room that the window takes it would
 * need half as much memory again, and save a tenth of the time (measured over 100 racks).
 */
const YOUNG_MB = 16;

/**
 * By how much what is kept may grow before what is no longer needed is collected, %. Left to itself V8 goes by the
 * memory that it may take, and lets it grow fourfold. Over 100 racks half as much again takes 30 MB more, and no less
 * time.
 */
const GROWING_PERCENT = 30;
/**
 * The same over a large design. A comparison of media makes a whole analysis for each column: over 50,000 cables it so
 * takes 550 MB and not 1,400, and a third longer.
 */
const GROWING_PERCENT_LARGE = 20;
/** Cables of a large design. */
const LARGE = 20_000;

/**
 * Calls after which a function is made as fast as it can be, where V8 would do so after 3,000. Over a small design the
 * task is nearly done by then: making them so takes a tenth of its processor time, beside the work itself.
 */
const CALLS_BEFORE_FASTEST = 60_000;

/** How the processes of tasks are started. Young objects have all of their room at once: it is filled in any case. */
export const TASK_FLAGS: readonly string[] = [
  `--max-old-space-size=${MEMORY_MB}`,
  `--min-semi-space-size=${YOUNG_MB}`,
  `--max-semi-space-size=${YOUNG_MB}`,
  `--heap-growing-percent=${GROWING_PERCENT}`,
];

/** Suits the process to a design of so many cables. V8 reads these settings whenever it needs them. */
export function suitDesign(cables: number): void {
  setFlagsFromString(
    cables > LARGE
      ? `--heap-growing-percent=${GROWING_PERCENT_LARGE}`
      : `--invocation-count-for-turbofan=${CALLS_BEFORE_FASTEST}`,
  );
}
