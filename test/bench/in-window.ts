/** What is measured in the real window: how long it takes to open, frames under the hand, memory, painting. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import type { Design } from '../../shared/model/design.ts';
import { say } from '../../shared/text/index.ts';
import { type FrameTimes, heapMb } from './frame-times.ts';
import { measureFrames } from './frames.ts';
import { measureOpening, type OpeningTimes } from './opening.ts';
import type { PaintResult } from './paint-in-window.ts';
import { msSince, type PlenumWindow, resize, withPlenum } from './plenum-window.ts';
import { benchScene, type SceneSize } from './scene.ts';

export interface WindowTimes {
  /** From the start of the program until a person can begin. */
  readonly startMs: number;
  readonly opening: OpeningTimes;
  readonly frames: Readonly<Record<string, FrameTimes>>;
  /** On the heap of the page with the design open and analysed. */
  readonly heapMb: number;
}

/** Opens a design in Plenum and measures. @param file holds the design @param userData a folder for what Plenum remembers */
export function measureWindow(
  file: string,
  userData: string,
  design: Design,
): Promise<WindowTimes> {
  return withPlenum(userData, [], (window) => measureOpenWindow(window, file, design));
}

/** The same over a scene, and then what painting costs against the bare canvas. */
export function measureWindowAndPaint(
  file: string,
  userData: string,
  size: SceneSize,
): Promise<WindowTimes & { readonly paint: readonly PaintResult[] }> {
  return withPlenum(userData, [], async (window) => {
    const times = await measureOpenWindow(window, file, benchScene(size));
    return { ...times, paint: await measurePaint(window.page, size) };
  });
}

/** Time that the window gets to come to rest before it is measured, ms. */
const REST_MS = 3000;

async function measureOpenWindow(
  window: PlenumWindow,
  file: string,
  design: Design,
): Promise<WindowTimes> {
  const { page } = window;
  await page.getByRole('button', { name: say('app.start.open') }).waitFor();
  const startMs = msSince(window.startedAt);
  await resize(window, { width: 1600, height: 900 });
  const opening = await measureOpening(window, file);
  await page.waitForTimeout(REST_MS);
  const frames = await measureFrames(page, design);
  return { startMs, opening, frames, heapMb: await heapMb(page) };
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
