/** Exports of the command line: what was written is told on stderr. */
import { say } from '../../shared/text/index.ts';
import { UsageError } from './arguments.ts';

/** A place that cannot be written is the caller's to mend, so it is bad use, in one line. */
export async function writing<T>(what: string, write: () => Promise<T>): Promise<T> {
  try {
    const result = await write();
    process.stderr.write(`${say('cli.exported', { what })}\n`);
    return result;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UsageError(say('cli.cannot-write', { what, reason: String(error.code) }));
  }
}
