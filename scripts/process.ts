import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs a program to its end, its output going where ours goes.
 * @returns its exit status; 1 when a signal ended it
 */
export async function run(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  const [status]: unknown[] = await once(child, 'close');
  return typeof status === 'number' ? status : 1;
}

/** Ends a script with a plain sentence instead of a stack. */
export function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
