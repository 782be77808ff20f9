import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright-core';
import { inProject } from '../../scripts/project.ts';

const START_TIMEOUT_MS = 30_000;

/** The packaged application's folder and executable, as `npm run dist -- --dir` leaves them on Linux. */
export const PACKAGED_FOLDER = inProject('release', 'linux-unpacked');
export const PACKAGED_EXECUTABLE = join(PACKAGED_FOLDER, 'plenum');

/** A packaged Plenum that is running, with a profile of its own. */
export interface RunningPlenum {
  readonly page: Page;
  close(): Promise<void>;
}

/**
 * Starts the packaged application. Its fuses keep Node's inspector shut, so it is driven through Chromium's
 * debugging port alone.
 */
export async function startPackaged(args: readonly string[]): Promise<RunningPlenum> {
  const profile = mkdtempSync(join(tmpdir(), 'plenum-profile-'));
  const plenum = spawn(
    PACKAGED_EXECUTABLE,
    [...rootSwitches(), '--remote-debugging-port=0', ...args],
    {
      env: { ...process.env, XDG_CONFIG_HOME: profile },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const close = async (browser?: Browser): Promise<void> => {
    await browser?.close();
    await end(plenum);
    rmSync(profile, { recursive: true, force: true });
  };
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(plenum));
    const [context] = browser.contexts();
    if (!context) throw new Error('the packaged application has no window');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    return { page, close: () => close(browser) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Runs one command of the packaged application, where no display can be found. */
export function commandOfPackaged(...args: readonly string[]): SpawnSyncReturns<string> {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
  return spawnSync(PACKAGED_EXECUTABLE, [...rootSwitches(), ...args], { env, encoding: 'utf8' });
}

/** As root Chromium has no sandbox. */
function rootSwitches(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

async function debuggingAddress(plenum: ChildProcess): Promise<string> {
  if (!plenum.stderr) throw new Error('started without a pipe to its messages');
  const said: string[] = [];
  const lines = createInterface({
    input: plenum.stderr,
    signal: AbortSignal.timeout(START_TIMEOUT_MS),
  });
  for await (const line of lines) {
    said.push(line);
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address !== undefined) {
      plenum.stderr.resume();
      return address;
    }
  }
  throw new Error(`the packaged application did not start:\n${said.join('\n')}`);
}

async function end(plenum: ChildProcess): Promise<void> {
  if (plenum.exitCode !== null || plenum.signalCode !== null) return;
  const ended = once(plenum, 'exit');
  plenum.kill();
  await ended;
}
