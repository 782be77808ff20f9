/** What lies over the faces: what is selected, lit, under the pointer and in the hand. */
import { boundsOf, type FacePart } from '../../shared/faceplate/index.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import type { Box } from '../../shared/model/rack-geometry.ts';
import {
  chip,
  chipWidth,
  type Ink,
  outline,
  outlineOnGround,
  screenBox,
  tint,
} from '../canvas/overlay/ink.ts';
import {
  EDITOR_OPTIONS,
  type Editor,
  type FaceOnCanvas,
  type FaceplateState,
  facesOnCanvas,
  handlesOf,
  type PartKey,
  partOnCanvas,
  partsByKey,
  pickedParts,
  resizable,
  shownType,
  toScreen,
} from '../editor/index.ts';

/** Parts smaller than this are outlined without a ground, which would hide their neighbours, px. */
const SMALL_PX = 14;
const HANDLE_PX = 8;

/** How bad the marks on parts are, worst last. */
export type MarkTone = 'note' | 'warning' | 'error';

interface Looks {
  /** The worst mark of each part that a check speaks of. */
  readonly marks: ReadonlyMap<PartKey, MarkTone>;
  readonly showFocus: boolean;
}

/** Draws all that lies over the faces but what a gesture shows. */
export function drawParts(ink: Ink, editor: Editor, faceplate: FaceplateState, looks: Looks): void {
  const { design, hover, focus, overlay } = editor.state;
  const type = shownType(design, faceplate);
  const faces = facesOnCanvas(type, faceplate.faces);
  const parts = partsByKey(type);
  const boxOf = (key: PartKey): Box | null => {
    const part = parts.get(key);
    const box = part && partOnCanvas(faces, part);
    return box ? screenBox(ink, box) : null;
  };
  for (const [key, tone] of looks.marks) {
    const box = boxOf(key);
    if (box) mark(ink, box, tone, faceplate.lit.has(key));
  }
  const several = faceplate.selected.size > 1;
  for (const around of several ? boundsPerFace(faces, pickedParts(type, faceplate.selected)) : [])
    outlineOnGround(ink, screenBox(ink, around), ink.tokens.selection, 1.5, 3);
  for (const key of faceplate.selected) {
    const box = boxOf(key);
    if (!box) continue;
    tint(ink, box, ink.tokens.selection, several ? 0.28 : 0.14);
    if (several || Math.min(box.width, box.height) < SMALL_PX)
      outline(ink, box, ink.tokens.selection, 1, 0, 1);
    else outlineOnGround(ink, box, ink.tokens.selection, 1.5, 0);
    if (parts.get(key)?.locked) drawLock(ink, box);
  }
  if (hover?.kind === 'part' && faceplate.draft === null && overlay.marquee === null) {
    const box = boxOf(hover.part);
    if (box && !faceplate.selected.has(hover.part)) outline(ink, box, ink.tokens.hover, 1, 0, 1);
  }
  if (looks.showFocus && focus?.kind === 'part') {
    const box = boxOf(focus.part);
    if (box) outlineOnGround(ink, box, ink.tokens.selection, 2, 3);
  }
  const handled = faceplate.draft === null ? resizable(design, faceplate) : null;
  if (handled) drawHandles(ink, faces, handled);
}

/** The box around what is picked on each face, world mm. */
function boundsPerFace(faces: readonly FaceOnCanvas[], parts: readonly FacePart[]): readonly Box[] {
  return faces.flatMap((face) => {
    const bounds = boundsOf(parts.filter((part) => part.face === face.face));
    if (!bounds) return [];
    const { xMm, yMm, widthMm: width, heightMm: height } = bounds;
    return [{ x: face.x + xMm, y: face.y + yMm, width, height }];
  });
}

/** A check's mark: a frame in its colour, and a corner that tells it from a selection. */
function mark(ink: Ink, box: Box, tone: MarkTone, lit: boolean): void {
  const colour = ink.tokens.finding[tone];
  if (lit) tint(ink, box, colour, 0.35);
  outline(ink, box, colour, lit ? 2.5 : 1.5, -0.5, 1);
  const { context } = ink;
  const side = Math.min(9, box.width / 2, box.height / 2);
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(box.x + box.width, box.y);
  context.lineTo(box.x + box.width, box.y + side);
  context.lineTo(box.x + box.width - side, box.y);
  context.closePath();
  context.fill();
}

/** A locked part says so by shape: a small padlock in its corner. */
function drawLock({ context, tokens }: Ink, box: Box): void {
  const x = box.x + 3;
  const y = box.y + 3;
  context.fillStyle = tokens.selection;
  context.fillRect(x, y + 4, 8, 6);
  context.strokeStyle = tokens.selection;
  context.lineWidth = 1.5;
  context.beginPath();
  context.arc(x + 4, y + 4, 2.6, Math.PI, 0);
  context.stroke();
}

function drawHandles(ink: Ink, faces: readonly FaceOnCanvas[], part: FacePart): void {
  const box = partOnCanvas(faces, part);
  if (!box) return;
  const { context, camera, tokens } = ink;
  for (const { at } of handlesOf(box, camera.zoom)) {
    const { x, y } = toScreen(camera, at);
    context.fillStyle = tokens.background;
    context.strokeStyle = tokens.selection;
    context.lineWidth = 1.5;
    context.beginPath();
    context.rect(
      Math.round(x) - HANDLE_PX / 2,
      Math.round(y) - HANDLE_PX / 2,
      HANDLE_PX,
      HANDLE_PX,
    );
    context.fill();
    context.stroke();
  }
}

/** The two points of a picture that are picked, and the line between them. */
export function drawMeasured(
  ink: Ink,
  type: DeviceType,
  faces: readonly FaceOnCanvas[],
  measuring: FaceplateState['measuring'],
): void {
  const { context, camera, tokens } = ink;
  const face = measuring && type.backdrops[measuring.backdrop]?.area.face;
  const there = faces.find((each) => each.face === face);
  if (!measuring?.from || !there) return;
  const points = [measuring.from, measuring.to].flatMap((point) =>
    point ? [toScreen(camera, { x: there.x + point.x, y: there.y + point.y })] : [],
  );
  const [from, to] = points;
  for (const [colour, width] of [
    [tokens.background, 4],
    [tokens.selection, 2],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    if (from && to) {
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
    }
    for (const { x, y } of points) {
      context.moveTo(x + 5, y);
      context.arc(x, y, 5, 0, Math.PI * 2);
    }
    context.stroke();
  }
}

/** What a gesture shows: why something snapped, the marquee, and the sentence beside the pointer. */
export function drawFaceGesture(ink: Ink, editor: Editor): void {
  const { overlay } = editor.state;
  for (const { from, to, label } of overlay.guides) {
    const a = toScreen(ink.camera, from);
    const b = toScreen(ink.camera, to);
    drawGuide(ink, a, b, label);
  }
  if (overlay.marquee) {
    const box = screenBox(ink, overlay.marquee);
    tint(ink, box, ink.tokens.selection, 0.1);
    outline(ink, box, ink.tokens.selection, 1, -1, 0);
  }
  if (overlay.message) {
    const { tone, text, at } = overlay.message;
    const point = toScreen(ink.camera, at);
    const ground = {
      refused: ink.tokens.refused,
      warning: ink.tokens.finding.warning,
      info: ink.tokens.text,
    }[tone];
    chip(ink, { x: point.x + 18, y: point.y + 26 }, text, ground, ink.tokens.background);
  }
}

type Spot = { readonly x: number; readonly y: number };

function drawGuide(ink: Ink, a: Spot, b: Spot, label: string): void {
  const { context, tokens } = ink;
  const upright = Math.abs(a.x - b.x) < Math.abs(a.y - b.y);
  context.strokeStyle = tokens.selection;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(Math.round(a.x) + 0.5, Math.round(a.y) + 0.5);
  context.lineTo(Math.round(b.x) + 0.5, Math.round(b.y) + 0.5);
  context.stroke();
  if (label === '') return;
  const width = chipWidth(ink, label);
  const clear = EDITOR_OPTIONS.rulerPx + 6;
  // Beside its line's end: of upright ones above, of level ones at the left, and never under a ruler.
  const at = upright
    ? { x: Math.min(a.x, b.x) + 4, y: Math.max(clear + 12, Math.min(a.y, b.y) - 14) }
    : { x: Math.max(clear, Math.min(a.x, b.x) - 6 - width), y: a.y };
  chip(ink, at, label, tokens.selection, tokens.background);
}
