/** Starts the real Plenum for a test, in a data folder of its own, and ends it with the test. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { findElectron } from '../../electron/runtime/find-electron.ts';
import { launchSwitches } from '../../scripts/launch.ts';
import { ROOT } from '../../scripts/project.ts';

/** Whatever a person waits for is there by then, on a slow machine too. */
const ACTION_TIMEOUT_MS = 10_000;
/** A window that still asks something would hold the next test up. */
const QUIT_TIMEOUT_MS = 8_000;

/** Looking for it asks the network; once is enough. */
let found: ReturnType<typeof findElectron> | null = null;

export interface PlenumApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Errors and warnings of the page's console since the start; a test that leaves any fails. */
  readonly consoleErrors: string[];
  quit(): Promise<void>;
  /** Ends it as a power cut would: at once, without a word. */
  kill(): Promise<void>;
}

/** A folder that is gone when the test is over. */
export function scratchFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-e2e-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts Plenum, on a system that likes it light. @param options.args what stands behind it on its command line */
export async function startPlenum(
  options: {
    readonly args?: readonly string[];
    readonly userData?: string;
    readonly size?: readonly [number, number];
    /** The test provokes what the console complains of. */
    readonly mayComplain?: boolean;
  } = {},
): Promise<PlenumApp> {
  const userData = options.userData ?? scratchFolder();
  found ??= findElectron(() => {});
  const runtime = await found;
  const app = await _electron.launch({
    executablePath: runtime.executable,
    // The page sees the system's scheme, not one that the test driver puts before it.
    colorScheme: null,
    args: [
      ...launchSwitches(runtime),
      ROOT,
      `--user-data-dir=${userData}`,
      ...(options.args ?? []),
    ],
  });
  let running = true;
  const quit = async (): Promise<void> => {
    if (!running) return;
    running = false;
    const stuck = setTimeout(() => app.process().kill('SIGKILL'), QUIT_TIMEOUT_MS);
    await app.close();
    clearTimeout(stuck);
  };
  const kill = async (): Promise<void> => {
    running = false;
    const ended = once(app.process(), 'exit');
    app.process().kill('SIGKILL');
    await ended;
  };
  const consoleErrors: string[] = [];
  onTestFinished(async () => {
    await quit();
    if (!options.mayComplain) expect(consoleErrors).toEqual([]);
  });
  // Of the context, so that what a page says before anybody looks, and in a second window, counts too.
  app.context().on('console', (message) => {
    const grave = message.type() === 'error' || message.type() === 'warning';
    if (grave) consoleErrors.push(message.text());
  });
  app.context().on('weberror', (fault) => consoleErrors.push(fault.error().message));
  const page = await app.firstWindow();
  page.setDefaultTimeout(ACTION_TIMEOUT_MS);
  const [width, height] = options.size ?? [1440, 900];
  await app.evaluate(
    ({ BrowserWindow, nativeTheme }, size) => {
      nativeTheme.themeSource = 'light';
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  return { app, page, userData, consoleErrors, quit, kill };
}

/** Answers the next system dialogs with these files, as a person would by picking them. */
export async function answerDialogs(
  app: ElectronApplication,
  files: readonly string[],
): Promise<void> {
  await app.evaluate(({ dialog }, answers) => {
    const queue = [...answers];
    dialog.showSaveDialog = () => {
      const filePath = queue.shift() ?? '';
      return Promise.resolve({ canceled: filePath === '', filePath });
    };
    dialog.showOpenDialog = () => {
      const filePath = queue.shift();
      return Promise.resolve({ canceled: !filePath, filePaths: filePath ? [filePath] : [] });
    };
  }, files);
}
