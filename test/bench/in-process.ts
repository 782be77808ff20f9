/** The command line in a process of its own: its memory is that of the one command alone. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { runPlenum } from '../../electron/cli/run.ts';
import { rounded } from './numbers.ts';

export interface Ran {
  readonly ms: number;
  readonly peakMb: number;
}

/** @throws Error when the command fails */
export async function inProcess(...args: readonly string[]): Promise<Ran> {
  const child = fork(fileURLToPath(import.meta.url), [...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const first: unknown[] = await Promise.race([once(child, 'message'), ended]);
  const [ran] = first;
  if (typeof ran !== 'object' || ran === null) throw new Error(`plenum ${args[0]} failed`);
  return ran as Ran;
}

async function ran(args: readonly string[]): Promise<Ran> {
  const start = performance.now();
  const status = await runPlenum(args);
  if (status !== 0) throw new Error(`plenum ${args[0]} ended with ${status}`);
  const ms = rounded(performance.now() - start);
  return { ms, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) };
}

const [, self, ...args] = process.argv;
if (process.send && self === fileURLToPath(import.meta.url)) process.send(await ran(args));
