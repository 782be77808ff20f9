import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const SCREEN = '1920x1200x24';
const START_TIMEOUT_MS = 15_000;

/** Whether a window can be shown to a person here. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * Runs something with a display nobody sees, so that tests and benchmarks draw the same everywhere and open no
 * windows on a person's screen. Outside Linux there is no such thing and the real display serves.
 * @param work given the environment in which to start windows
 */
export async function withVirtualDisplay<T>(
  work: (env: NodeJS.ProcessEnv) => Promise<T>,
): Promise<T> {
  if (process.platform !== 'linux') return work(process.env);
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  try {
    const display = await displayNumber(server);
    const { WAYLAND_DISPLAY: _, ...env } = process.env;
    return await work({ ...env, DISPLAY: `:${display}` });
  } finally {
    server.kill();
  }
}

/** The same with several displays, one for each that shows windows at once. @param work given their names */
export async function withVirtualDisplays<T>(
  count: number,
  work: (env: NodeJS.ProcessEnv, displays: readonly string[]) => Promise<T>,
  named: readonly string[] = [],
): Promise<T> {
  return withVirtualDisplay((env) => {
    const displays = [...named, env['DISPLAY'] ?? ''];
    return displays.length < count
      ? withVirtualDisplays(count, work, displays)
      : work(env, displays);
  });
}

/** The server picks a free number itself and tells it on file descriptor 3. */
async function displayNumber(server: ChildProcess): Promise<string> {
  const told = server.stdio[3];
  if (!told) throw new Error('Xvfb was started without the pipe that tells its display');
  const ended = once(server, 'exit').then(() => {
    throw new Error('Xvfb ended before it had a display');
  });
  const signal = AbortSignal.timeout(START_TIMEOUT_MS);
  const [number]: unknown[] = await Promise.race([once(told, 'data', { signal }), ended]);
  return String(number).trim();
}
