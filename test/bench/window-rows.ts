/** What was measured in the window as the lines of a table. */
import type { FrameTimes } from './frame-times.ts';
import type { WindowTimes } from './in-window.ts';
import { type Row, rounded, row } from './numbers.ts';
import type { OpeningTimes } from './opening.ts';
import type { PaintResult } from './paint-in-window.ts';
import type { SizeTimes } from './sizes-in-window.ts';
import type { WalkTimes } from './walk.ts';

type PaceOfPart = number | undefined;

/** A frame of a screen of 60 Hz, and one that a person sees. */
const FRAME_MS = 16.8;
const LONGEST_FRAME_MS = 50;
const LONGEST_OF_WALK_MS = 100;
const START_MS = 2000;
const FIRST_PAINT_MS = 1500;
const COMPLETE_MS = 3000;
/** Of the 100,000-GPU cluster. */
const CLUSTER_ANALYSIS_MS = 5000;
const CLUSTER_HEAP_MB = 1536;

/** Painting against the bare canvas. */
export function paintRows(paint: readonly PaintResult[]): readonly Row[] {
  return paint.flatMap(({ view, rawMs, surfaceMs, withSpritesMs, primitives }) => [
    row(`paint, ${view}: ${primitives} primitives, raw canvas`, rounded(rawMs), 'ms'),
    row(`paint, ${view}: through the surface`, rounded(surfaceMs / rawMs), '× raw', 1.3),
    row(`paint, ${view}: as the window does`, rounded(withSpritesMs / rawMs), '× raw', 1.3),
  ]);
}

/** @param over what the window shows, before each line */
export function windowRows(
  { startMs, opening, frames, heapMb }: WindowTimes,
  over: string,
  pace: PaceOfPart,
): readonly Row[] {
  return [
    row(`${over}start to a window that can be used`, startMs, 'ms', START_MS, pace),
    ...openingRows(opening, over, pace),
    ...Object.entries(frames).flatMap(([gesture, times]) => {
      const isIdle = gesture === 'idle';
      const name = `${over}frames, ${gesture}`;
      return frameRows(name, times, isIdle ? null : FRAME_MS, LONGEST_FRAME_MS);
    }),
    row(`${over}heap of the page`, heapMb, 'MB'),
  ];
}

function openingRows(
  { firstPaintMs, completeMs, analysedMs, frames }: OpeningTimes,
  over: string,
  pace: PaceOfPart,
): readonly Row[] {
  return [
    row(`${over}open to first paint`, firstPaintMs, 'ms', FIRST_PAINT_MS, pace),
    row(`${over}open to complete`, completeMs, 'ms', COMPLETE_MS, pace),
    row(`${over}open to findings`, analysedMs, 'ms', null, pace),
    row(`${over}frames, opening: longest`, frames.max, 'ms'),
  ];
}

function frameRows(
  name: string,
  { median, p95, max, workMs }: FrameTimes,
  p95Budget: number | null,
  longestBudget: number,
): readonly Row[] {
  return [
    row(`${name}: median`, median, 'ms'),
    row(`${name}: p95`, p95, 'ms', p95Budget),
    row(`${name}: longest`, max, 'ms', longestBudget),
    row(`${name}: work of the window's thread a frame`, workMs, 'ms'),
  ];
}

/** Halls side by side: what a person waits for and feels, a line for each hall. */
export function sizesRows(sizes: readonly SizeTimes[], pace: PaceOfPart): readonly Row[] {
  return sizes.flatMap(({ name, scene, window }) => {
    const { racks, devices, cables } = scene;
    return windowRows(window, `${name} (${racks}/${devices}/${cables}): `, pace);
  });
}

/** The walk over the largest sample. */
export function walkRows(
  { racks, devices, cables, analysisMs, opening, frames, printMs, heapMb }: WalkTimes,
  pace: PaceOfPart,
): readonly Row[] {
  const over = `cluster of ${racks} racks, ${devices} devices, ${cables} cables: `;
  return [
    row(`${over}analysis, median`, analysisMs.median, 'ms', CLUSTER_ANALYSIS_MS, analysisMs.pace),
    ...openingRows(opening, over, pace),
    ...Object.entries(frames).flatMap(([part, times]) =>
      frameRows(`${over}${part}`, times, null, LONGEST_OF_WALK_MS),
    ),
    row(`${over}one rack printed`, printMs, 'ms', null, pace),
    row(`${over}heap of the page`, heapMb, 'MB', CLUSTER_HEAP_MB),
  ];
}
