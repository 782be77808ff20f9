/**
 * How long the frames of a window are, and how much the window's thread has to do for each. The first follows the
 * screen and suffers from whatever else runs on the machine; the second is the thread's own processor time, as the
 * engine keeps it.
 */
import type { CDPSession, Page } from 'playwright-core';
import { rounded, type Spread, spreadOf } from './numbers.ts';

export interface FrameTimes extends Spread {
  /** Processor time of the window's thread for one frame, on average, ms. */
  readonly workMs: number;
}

/** Notes frames until it is stopped. */
export interface FrameWatch {
  stop(): Promise<FrameTimes>;
}

/** Begins to note the frames of a page. */
export async function watchFrames(page: Page): Promise<FrameWatch> {
  const session = await threadOf(page);
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
  const before = await workMs(session);
  return {
    async stop() {
      const spent = (await workMs(session)) - before;
      const frames: unknown = await page.evaluate('stopNotingFrames()');
      const lengths = Array.isArray(frames) ? frames.map(Number) : [];
      await session.detach();
      return { ...spreadOf(lengths), workMs: rounded(spent / lengths.length) };
    },
  };
}

const BYTES_IN_MB = 1024 ** 2;

/** What lives on the heap of a page when what nobody needs is gone, MB. */
export async function heapMb(page: Page): Promise<number> {
  const session = await threadOf(page);
  await session.send('HeapProfiler.collectGarbage');
  const bytes = await metric(session, 'JSHeapUsedSize');
  await session.detach();
  return rounded(bytes / BYTES_IN_MB);
}

async function threadOf(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

const MS_IN_S = 1000;

/** Processor time of the page's thread so far. */
async function workMs(session: CDPSession): Promise<number> {
  return MS_IN_S * (await metric(session, 'TaskDuration'));
}

async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const found = metrics.find((each) => each.name === name);
  if (!found) throw new Error(`the window does not tell its ${name}`);
  return found.value;
}
