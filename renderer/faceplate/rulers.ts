/** Rulers in millimetres along the faces: numbers start at the edge of each face, as a drawing is measured. */

import type { Ink } from '../canvas/overlay/ink.ts';
import { fontOf } from '../canvas/surface/text-widths.ts';
import { EDITOR_OPTIONS, type FaceOnCanvas, type Point } from '../editor/index.ts';

/** Steps of a ruler, mm, and how far apart two numbers are at least, px. */
const STEPS_MM = [0.1, 0.5, 1, 5, 10, 50, 100, 500] as const;
const NUMBER_PX = 46;
const TICK_PX = 5;
const TEXT_PX = 10;

type Axis = 'x' | 'y';

/** Where a face starts and how long it is along an axis; faces above each other share one. */
interface Span {
  readonly start: number;
  readonly length: number;
}

function spansOf(faces: readonly FaceOnCanvas[], axis: Axis): readonly Span[] {
  const spans = new Map<number, Span>();
  for (const face of faces) {
    const start = face[axis];
    spans.set(start, { start, length: axis === 'x' ? face.width : face.height });
  }
  return [...spans.values()];
}

/** Draws both rulers over the edges of the canvas. @param pointer world point that is marked on them */
export function drawRulers(
  ink: Ink,
  faces: readonly FaceOnCanvas[],
  pointer: Point | null,
  ground: string,
): void {
  const { context, viewport, tokens } = ink;
  const size = EDITOR_OPTIONS.rulerPx;
  context.fillStyle = ground;
  context.fillRect(0, 0, viewport.width, size);
  context.fillRect(0, 0, size, viewport.height);
  context.fillStyle = tokens.slotLine;
  context.fillRect(0, size - 1, viewport.width, 1);
  context.fillRect(size - 1, 0, 1, viewport.height);
  drawAxis(ink, faces, 'x', pointer);
  drawAxis(ink, faces, 'y', pointer);
  context.fillStyle = ground;
  context.fillRect(0, 0, size - 1, size - 1);
  context.fillStyle = tokens.textMuted;
  context.font = fontOf(9, 'regular');
  context.textAlign = 'center';
  context.fillText('mm', size / 2, size / 2 + 3);
  context.textAlign = 'left';
}

function drawAxis(
  ink: Ink,
  faces: readonly FaceOnCanvas[],
  axis: Axis,
  pointer: Point | null,
): void {
  const { context, camera, viewport, tokens } = ink;
  const size = EDITOR_OPTIONS.rulerPx;
  const { major, minor } = stepsAt(camera.zoom);
  context.save();
  context.beginPath();
  if (axis === 'x') context.rect(size, 0, viewport.width - size, size);
  else context.rect(0, size, size, viewport.height - size);
  context.clip();
  for (const span of spansOf(faces, axis)) drawSpan(ink, axis, span, major, minor);
  if (pointer) {
    const at = Math.round((pointer[axis] - camera[axis]) * camera.zoom);
    context.fillStyle = tokens.selection;
    if (axis === 'x') context.fillRect(at, 0, 1, size - 1);
    else context.fillRect(0, at, size - 1, 1);
  }
  context.restore();
}

function stepsAt(zoom: number): { major: number; minor: number } {
  const at = STEPS_MM.findIndex((mm) => mm * zoom >= NUMBER_PX);
  const major = STEPS_MM[at === -1 ? STEPS_MM.length - 1 : at] ?? 500;
  const minor = major / (major.toString().startsWith('5') ? 5 : 10);
  return { major, minor: minor * zoom >= 4 ? minor : major / 2 };
}

function drawSpan(ink: Ink, axis: Axis, span: Span, major: number, minor: number): void {
  const { context, camera, viewport, tokens } = ink;
  const size = EDITOR_OPTIONS.rulerPx;
  const from = (span.start - camera[axis]) * camera.zoom;
  const reach = axis === 'x' ? viewport.width : viewport.height;
  const first = Math.max(0, Math.floor(-from / camera.zoom / minor));
  const last = Math.min(span.length / minor, (reach - from) / camera.zoom / minor);
  const perMajor = Math.round(major / minor);
  const bar = (start: number, length: number): void => {
    if (axis === 'x') context.fillRect(start, size - 3, length, 2);
    else context.fillRect(size - 3, start, 2, length);
  };
  context.fillStyle = tokens.hatch;
  bar(Math.round(from), Math.round(span.length * camera.zoom));
  context.font = fontOf(TEXT_PX, 'regular');
  context.textAlign = 'left';
  for (let i = first; i <= last + 1e-9; i += 1) {
    const at = Math.round(from + i * minor * camera.zoom);
    const isMajor = i % perMajor === 0;
    const tick = isMajor ? size - 4 : TICK_PX;
    context.fillStyle = tokens.hatch;
    if (axis === 'x') context.fillRect(at, size - 1 - tick, 1, tick);
    else context.fillRect(size - 1 - tick, at, tick, 1);
    if (isMajor) writeNumber(ink, axis, at, Number((i * minor).toFixed(2)));
  }
}

function writeNumber({ context, tokens }: Ink, axis: Axis, at: number, value: number): void {
  context.fillStyle = tokens.textMuted;
  if (axis === 'x') {
    context.fillText(String(value), at + 3, TEXT_PX);
    return;
  }
  context.save();
  context.translate(TEXT_PX - 1, at + 3);
  context.rotate(-Math.PI / 2);
  context.textAlign = 'right';
  context.fillText(String(value), 0, 0);
  context.restore();
}
