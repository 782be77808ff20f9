/** What is measured in the real window: how long it takes to open, frames under the hand, painting. */
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { build } from 'vite';
import { findElectron } from '../../electron/runtime/find-electron.ts';
import { launchSwitches } from '../../scripts/launch.ts';
import { ROOT } from '../../scripts/project.ts';
import { rounded, type Spread, spreadOf } from './numbers.ts';
import type { PaintResult } from './paint-in-window.ts';
import type { SceneSize } from './scene.ts';

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
    await page.waitForTimeout(3000);
    const frames = await measureFrames(page);
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

/** Pan and zoom with a real wheel: the whole hall, some racks, single ports, and all the way between them. */
async function measureFrames(page: Page): Promise<Readonly<Record<string, Spread>>> {
  const canvas = await page.locator('[data-camera]').boundingBox();
  if (!canvas) throw new Error('the canvas is not shown');
  await page.mouse.click(canvas.x + 5, canvas.y + 5);
  await page.keyboard.press('Shift+Digit1');
  await page.waitForTimeout(500);
  await page.mouse.move(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2);
  const frames: Record<string, Spread> = {};
  frames['idle'] = await framesDuring(page, () => page.waitForTimeout(700));
  frames['pan all racks'] = await framesDuring(page, () => pan(page));
  frames['zoom in'] = await framesDuring(page, () => zoom(page, -45, 45));
  frames['pan some racks'] = await framesDuring(page, () => pan(page));
  frames['zoom in further'] = await framesDuring(page, () => zoom(page, -45, 30));
  frames['pan ports'] = await framesDuring(page, () => pan(page));
  frames['zoom out'] = await framesDuring(page, () => zoom(page, 45, 75));
  return frames;
}

async function pan(page: Page): Promise<void> {
  for (let i = 0; i < 80; i += 1) {
    await page.mouse.wheel(i < 40 ? 24 : -24, i % 2 === 0 ? 10 : -10);
    await page.waitForTimeout(8);
  }
}

async function zoom(page: Page, delta: number, times: number): Promise<void> {
  await page.keyboard.down('Control');
  for (let i = 0; i < times; i += 1) {
    await page.mouse.wheel(0, delta);
    await page.waitForTimeout(8);
  }
  await page.keyboard.up('Control');
}

/** Lengths of the frames that the page makes while something goes on, ms. */
async function framesDuring(page: Page, gesture: () => Promise<void>): Promise<Spread> {
  await page.evaluate(() => {
    const frames: number[] = [];
    let last: number | null = null;
    let running = true;
    const note = (now: number): void => {
      if (last !== null) frames.push(now - last);
      last = now;
      if (running) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    const stop = (): readonly number[] => {
      running = false;
      return frames;
    };
    Object.assign(globalThis, { stopNotingFrames: stop });
  });
  await gesture();
  const frames: unknown = await page.evaluate('stopNotingFrames()');
  return spreadOf(Array.isArray(frames) ? frames.map(Number) : []);
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
