/** How a task may end but by its result. */

/** The task ended without a result: cancelled, out of time, or it failed. */
export class TaskEnded extends Error {
  override readonly name = 'TaskEnded';
  readonly why: 'cancelled' | 'timeout' | 'failed';
  constructor(why: 'cancelled' | 'timeout' | 'failed', message: string) {
    super(message);
    this.why = why;
  }
}
