/** The real Plenum for measuring: started in a data folder of its own, opened to a size, ended when all is measured. */
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { findElectron } from '../../electron/runtime/find-electron.ts';
import { launchSwitches } from '../../scripts/launch.ts';
import { ROOT } from '../../scripts/project.ts';
import { rounded } from './numbers.ts';

export interface PlenumWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** When its process was started, on the clock of `performance.now()`, ms. */
  readonly startedAt: number;
}

/** The longest that anything is waited for: what takes longer is a failure, not a figure. */
export const LONGEST_MS = 300_000;

/** Starts Plenum with a data folder and what stands behind it on its command line, and ends it after `measure`. */
export async function withPlenum<T>(
  userData: string,
  args: readonly string[],
  measure: (window: PlenumWindow) => Promise<T>,
): Promise<T> {
  const runtime = await findElectron(() => {});
  const startedAt = performance.now();
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...launchSwitches(runtime), ROOT, `--user-data-dir=${userData}`, ...args],
  });
  try {
    const page = await app.firstWindow();
    page.setDefaultTimeout(LONGEST_MS);
    return await measure({ app, page, startedAt });
  } finally {
    await app.close();
  }
}

/** @param size of what the page shows, px */
export async function resize(
  { app }: PlenumWindow,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, { width, height }) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    size,
  );
}

/** Ms since `start`, a time of `performance.now()`. */
export function msSince(start: number): number {
  return rounded(performance.now() - start);
}
