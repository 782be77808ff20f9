/** What is measured in the real window: how long it takes to open, frames under the hand, painting. */
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { build } from 'vite';
import { findElectron } from '../../electron/runtime/find-electron.ts';
import { launchSwitches } from '../../scripts/launch.ts';
import { ROOT } from '../../scripts/project.ts';
import { say } from '../../shared/text/index.ts';
import { measureFrames } from './frames.ts';
import { rounded, type Spread } from './numbers.ts';
import type { PaintResult } from './paint-in-window.ts';
import { benchScene, type SceneSize } from './scene.ts';

export interface WindowTimes {
  /** From the start of the program until the drawing stands. */
  readonly openMs: number;
  readonly frames: Readonly<Record<string, Spread>>;
  readonly paint: readonly PaintResult[];
}

/** Opens a design file in Plenum and measures. @param userData a folder for what Plenum remembers */
export async function measureWindow(
  file: string,
  userData: string,
  size: SceneSize,
): Promise<WindowTimes> {
  const runtime = await findElectron(() => {});
  const start = performance.now();
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...launchSwitches(runtime), ROOT, `--user-data-dir=${userData}`, file],
  });
  try {
    const page = await app.firstWindow();
    await page.locator('[data-camera]').waitFor({ timeout: 60_000 });
    const openMs = rounded(performance.now() - start);
    await resize(app, 1600, 900);
    await page.getByTitle(say('panels.status.findings')).waitFor({ timeout: 60_000 });
    await page.waitForTimeout(3000);
    const frames = await measureFrames(page, benchScene(size));
    return { openMs, frames, paint: await measurePaint(page, size) };
  } finally {
    await app.close();
  }
}

async function resize(app: ElectronApplication, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
}

async function measurePaint(page: Page, size: SceneSize): Promise<readonly PaintResult[]> {
  await page.evaluate(await bundledPaintBench());
  const result: unknown = await page.evaluate(`plenumPaintBench(${JSON.stringify(size)})`);
  return result as readonly PaintResult[];
}

/** The paint bench as one script, run in the page by way of the debugger. */
async function bundledPaintBench(): Promise<string> {
  const entry = fileURLToPath(import.meta.resolve('./paint-in-window.ts'));
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'chrome130',
      lib: { entry, formats: ['iife'], name: 'paintBench' },
    },
  });
  const [bundle] = Array.isArray(output) ? output : [output];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new Error('the paint bench was not bundled');
  return chunk.code;
}
