/** What a tool shows while a gesture runs: ghosts, guides, the marquee, the cable in the hand. */
import { type Palette, paintDeviceType } from '../../../shared/drawing/index.ts';
import type { OverlayLens } from '../../../shared/drawing/overlays/lens.ts';
import { paintGauge } from '../../../shared/drawing/overlays/paint-overlay.ts';
import {
  type CablePreview,
  type CandidatePort,
  type Editor,
  facesOfRack,
  type Ghost,
  type Guide,
  type OverlayMessage,
  toScreen,
} from '../../editor/index.ts';
import { CanvasSurface } from '../surface/canvas-surface.ts';
import { drawHandles, drawWays } from './draw-way.ts';
import { chip, type Ink, isOnScreen, outline, outlineOnGround, screenBox, tint } from './ink.ts';

interface GhostLook {
  readonly palette: Palette;
  /** What lies over the racks; null for nothing. */
  readonly lens: OverlayLens | null;
  readonly pixelRatio: number;
}

export function drawGesture(ink: Ink, editor: Editor, look: GhostLook): void {
  const { overlay } = editor.state;
  if (overlay.liftedRack !== null) fadeRack(ink, editor, overlay.liftedRack);
  for (const candidate of overlay.candidates) drawCandidate(ink, candidate);
  for (const leg of overlay.legs) drawCable(ink, leg);
  if (overlay.cable) drawCable(ink, overlay.cable);
  if (overlay.ways.length > 0) {
    drawWays(ink, overlay.ways, overlay.message?.tone === 'refused');
    drawHandles(ink, editor);
  }
  for (const ghost of overlay.ghosts) drawGhost(ink, ghost, look);
  for (const guide of overlay.guides) drawGuide(ink, guide);
  if (overlay.marquee) {
    const box = screenBox(ink, overlay.marquee);
    tint(ink, box, ink.tokens.selection, 0.1);
    outline(ink, box, ink.tokens.selection, 1, -1, 0);
  }
  if (overlay.message) drawMessage(ink, overlay.message);
}

/** The rack that is being carried stays as a shadow where it came from. */
function fadeRack(ink: Ink, editor: Editor, rackId: string): void {
  for (const face of facesOfRack(editor.layout, rackId)) {
    const box = screenBox(ink, face);
    tint(ink, box, ink.tokens.background, 0.6);
    ink.context.setLineDash([6, 4]);
    outline(ink, box, ink.tokens.selection, 2, 1);
    ink.context.setLineDash([]);
  }
}

/** Ports too small on screen to take a frame are lit as a whole. */
const FRAMED_FROM_PX = 7;

function drawCandidate(ink: Ink, { box, state }: CandidatePort): void {
  const on = screenBox(ink, box);
  if (!isOnScreen(ink, on)) return;
  const { tokens } = ink;
  switch (state) {
    case 'can-take':
      tint(ink, on, tokens.candidate, Math.min(on.width, on.height) < FRAMED_FROM_PX ? 1 : 0.35);
      if (Math.min(on.width, on.height) >= FRAMED_FROM_PX)
        outline(ink, on, tokens.candidate, 1.5, -1, 1);
      return;
    case 'start':
      tint(ink, on, tokens.selection, 0.4);
      outlineOnGround(ink, on, tokens.selection, 2, 1);
      return;
    case 'aimed':
      tint(ink, on, tokens.candidate, 0.5);
      outlineOnGround(ink, on, tokens.candidate, 2.5, 2);
      return;
    case 'refused':
      tint(ink, on, tokens.refused, 0.4);
      outlineOnGround(ink, on, tokens.refused, 2, 1);
      crossOut(ink, on);
      return;
    default:
      state satisfies never;
  }
}

/** Refusal is told by shape as well as by colour. */
function crossOut(
  { context, tokens }: Ink,
  box: { x: number; y: number; width: number; height: number },
): void {
  context.strokeStyle = tokens.refused;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(box.x, box.y + box.height);
  context.lineTo(box.x + box.width, box.y);
  context.stroke();
}

/** How much a cable sags between two ports that are far apart on screen, as a share of their distance. */
const SAG = 0.18;

function drawCable(ink: Ink, { from, to, medium, allowed }: CablePreview): void {
  const { context, camera, tokens } = ink;
  const a = toScreen(camera, from);
  const b = toScreen(camera, to);
  const sag = Math.min(80, Math.hypot(b.x - a.x, b.y - a.y) * SAG);
  const trace = (colour: string, widthPx: number): void => {
    context.strokeStyle = colour;
    context.lineWidth = widthPx;
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.bezierCurveTo(a.x, a.y + sag, b.x, b.y + sag, b.x, b.y);
    context.stroke();
  };
  context.lineCap = 'round';
  trace(tokens.background, 6);
  if (!allowed) context.setLineDash([7, 6]);
  trace(allowed ? tokens.cable[medium] : tokens.refused, 3);
  context.setLineDash([]);
  context.lineCap = 'butt';
}

function drawGhost(ink: Ink, ghost: Ghost, { palette, lens, pixelRatio }: GhostLook): void {
  const { context, camera, tokens, widths } = ink;
  const corner = toScreen(camera, ghost.box);
  const placement = {
    originX: corner.x * pixelRatio,
    originY: corner.y * pixelRatio,
    pxPerMm: camera.zoom * pixelRatio,
  };
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 0.92;
  const surface = new CanvasSurface(context, placement, { widths });
  const options = { palette, pxPerMm: camera.zoom, showLabels: true, showCables: false };
  paintDeviceType(surface, ghost.type, ghost.typeFace, options);
  const reading = ghost.deviceId === null ? null : lens?.read(ghost.deviceId, ghost.typeFace);
  if (reading) {
    const { width, height } = ghost.box;
    paintGauge(surface, { x: 0, y: 0, width, height }, reading, options);
  }
  context.restore();
  const box = screenBox(ink, ghost.box);
  if (!ghost.allowed) tint(ink, box, tokens.refused, 0.3);
  outlineOnGround(ink, box, ghost.allowed ? tokens.selection : tokens.refused, 2, 0);
}

function drawGuide(ink: Ink, { kind, from, to, label }: Guide): void {
  const { context, camera, tokens } = ink;
  const a = toScreen(camera, from);
  const b = toScreen(camera, to);
  const reach = kind === 'snap' ? 14 : 0;
  context.strokeStyle = tokens.selection;
  context.lineWidth = kind === 'insertion' ? 3 : 1;
  context.beginPath();
  const y = kind === 'snap' ? 0.5 : 0;
  context.moveTo(Math.round(a.x) - reach, Math.round(a.y) + y);
  context.lineTo(Math.round(b.x) + reach, Math.round(b.y) + y);
  context.stroke();
  if (label === '') return;
  // On the left: the sentence about the drop stands at the pointer, on its right.
  chip(ink, { x: a.x - reach - 6, y: a.y }, label, tokens.selection, tokens.background, 'left');
}

function drawMessage(ink: Ink, { tone, text, at }: OverlayMessage): void {
  const { tokens } = ink;
  const point = toScreen(ink.camera, at);
  const beside = { x: point.x + 18, y: point.y + 26 };
  const ground = {
    refused: tokens.refused,
    warning: tokens.finding.warning,
    info: tokens.text,
  }[tone];
  chip(ink, beside, text, ground, tokens.background);
}
