/** A task may not grow past this, MB. */
const MEMORY_MB = 1024;
/**
 * Room for what was just made, MB. A drawing set makes little that stays: in the room that the window takes it would
 * need half as much memory again, and save a tenth of the time (measured over 100 racks).
 */
const YOUNG_MB = 16;

/**
 * By how much what is kept may grow before what is no longer needed is collected, %. V8 lets it grow by two thirds: a
 * comparison of media, which makes a whole analysis for each column, would so take half as much memory again.
 */
const GROWING_PERCENT = 20;

/** How the processes of tasks are started. */
export const TASK_MEMORY_FLAGS: readonly string[] = [
  `--max-old-space-size=${MEMORY_MB}`,
  `--max-semi-space-size=${YOUNG_MB}`,
  `--heap-growing-percent=${GROWING_PERCENT}`,
];
