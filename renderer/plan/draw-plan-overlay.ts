/** What lies over the plan: what is hovered, selected and in focus, and what a gesture would do. */

import { drawRackOnFloor } from '../../shared/drawing/floor.ts';
import type { FloorOptions, Palette } from '../../shared/drawing/index.ts';
import type { Box } from '../../shared/model/rack-geometry.ts';
import type { Pathway, PlanPoint } from '../../shared/model/records.ts';
import {
  chip,
  type Ink,
  isOnScreen,
  outline,
  outlineOnGround,
  screenBox,
  tint,
} from '../canvas/overlay/ink.ts';
import { CanvasSurface } from '../canvas/surface/canvas-surface.ts';
import {
  areaHandles,
  areaInHand,
  type Editor,
  type PlanGuide,
  type PlanTarget,
  pathwayInHand,
  planTargetBox,
  racksMeant,
  toScreen,
} from '../editor/index.ts';

interface Look {
  readonly palette: Palette;
  readonly pixelRatio: number;
  readonly floor: FloorOptions;
  readonly showFocus: boolean;
}

export function drawPlanOverlay(ink: Ink, editor: Editor, look: Look): void {
  const { plan } = editor.state;
  if (plan.hover && plan.overlay.racks.length === 0 && !plan.overlay.marquee) {
    markTarget(ink, editor, plan.hover, ink.tokens.hover, 1, 0);
  }
  drawSelected(ink, editor);
  drawGesture(ink, editor, look);
  if (look.showFocus && plan.focus) {
    markTarget(ink, editor, plan.focus, ink.tokens.selection, 2, 4);
  }
}

function markTarget(
  ink: Ink,
  editor: Editor,
  target: PlanTarget,
  colour: string,
  widthPx: number,
  away: number,
): void {
  const box = planTargetBox(editor.state.design, target);
  if (!box) return;
  const on = screenBox(ink, box);
  if (isOnScreen(ink, on)) outlineOnGround(ink, on, colour, widthPx, away);
}

/** Racks of selected devices and cables are lit too: what is selected in one picture is seen in the other. */
function drawSelected(ink: Ink, editor: Editor): void {
  const { design, selection, plan } = editor.state;
  for (const rackId of racksMeant(design, selection)) {
    if (plan.overlay.lifted.has(rackId)) continue;
    const box = planTargetBox(design, { kind: 'rack', rackId });
    if (!box) continue;
    const on = screenBox(ink, box);
    if (!isOnScreen(ink, on)) continue;
    tint(ink, on, ink.tokens.selection, 0.16);
    if (Math.min(on.width, on.height) < SMALL_PX) outline(ink, on, ink.tokens.selection, 1, -1, 0);
    else outlineOnGround(ink, on, ink.tokens.selection, 2, -2);
  }
  for (const rowId of selection.rows) mark(ink, editor, { kind: 'row', rowId }, 3);
  for (const areaId of selection.areas) mark(ink, editor, { kind: 'area', areaId }, 0);
  for (const id of selection.pathways) {
    const pathway = design.pathways.get(id);
    if (pathway) strokePath(ink, pathway, ink.tokens.selection, 0.35);
  }
  drawHandles(ink, editor);
}
const SMALL_PX = 10;

function mark(ink: Ink, editor: Editor, target: PlanTarget, away: number): void {
  const box = planTargetBox(editor.state.design, target);
  if (box) outlineOnGround(ink, screenBox(ink, box), ink.tokens.selection, 2, away);
}

const HANDLE_PX = 8;

function drawHandles(ink: Ink, editor: Editor): void {
  const area = areaInHand(editor);
  const pathway = pathwayInHand(editor);
  const points = [
    ...(area ? areaHandles(area).map(({ at }) => at) : []),
    ...(pathway?.points.map(({ xMm, yMm }) => ({ x: xMm, y: yMm })) ?? []),
  ];
  for (const point of points) {
    const { x, y } = toScreen(ink.camera, point);
    const box = {
      x: Math.round(x - HANDLE_PX / 2),
      y: Math.round(y - HANDLE_PX / 2),
      width: HANDLE_PX,
      height: HANDLE_PX,
    };
    tint(ink, box, ink.tokens.background, 1);
    outline(ink, box, ink.tokens.selection, 2, -1, 1);
  }
}

function drawGesture(ink: Ink, editor: Editor, look: Look): void {
  const { overlay } = editor.state.plan;
  const colour = overlay.allowed ? ink.tokens.selection : ink.tokens.refused;
  for (const id of overlay.lifted) {
    const box = planTargetBox(editor.state.design, { kind: 'rack', rackId: id });
    if (!box) continue;
    ink.context.setLineDash([5, 4]);
    outline(ink, screenBox(ink, box), ink.tokens.textMuted, 1, -1, 0);
    ink.context.setLineDash([]);
  }
  drawGhosts(ink, editor, look);
  for (const { box } of overlay.racks) ghostFrame(ink, box, colour, overlay.allowed);
  for (const box of overlay.boxes) {
    const on = screenBox(ink, box);
    tint(ink, on, colour, 0.14);
    outlineOnGround(ink, on, colour, 2, 0);
  }
  for (const pathway of overlay.pathways) strokePath(ink, pathway, colour, 0.45);
  if (overlay.drawn.length > 0) drawDraft(ink, overlay.drawn);
  for (const guide of overlay.guides) drawGuide(ink, guide);
  if (overlay.marquee) {
    const box = screenBox(ink, overlay.marquee);
    tint(ink, box, ink.tokens.selection, 0.1);
    outline(ink, box, ink.tokens.selection, 1, -1, 0);
  }
  if (!overlay.message) return;
  const { tone, text, at } = overlay.message;
  const ground = {
    refused: ink.tokens.refused,
    warning: ink.tokens.finding.warning,
    info: ink.tokens.text,
  }[tone];
  const { x, y } = toScreen(ink.camera, at);
  chip(ink, { x: x + 18, y: y + 26 }, text, ground, ink.tokens.background);
}

/** Racks in the hand, drawn by the painter of the floor. */
function drawGhosts(ink: Ink, editor: Editor, { pixelRatio, floor }: Look): void {
  const { racks } = editor.state.plan.overlay;
  if (racks.length === 0) return;
  const { context, camera } = ink;
  const pxPerMm = camera.zoom * pixelRatio;
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 0.9;
  const placement = { originX: -camera.x * pxPerMm, originY: -camera.y * pxPerMm, pxPerMm };
  const surface = new CanvasSurface(context, placement, { widths: ink.widths });
  for (const place of racks) drawRackOnFloor(surface, editor.state.design, place, floor);
  context.restore();
}

function ghostFrame(ink: Ink, box: Box, colour: string, allowed: boolean): void {
  const on = screenBox(ink, box);
  if (!isOnScreen(ink, on)) return;
  if (!allowed) {
    tint(ink, on, colour, 0.3);
    const { context } = ink;
    context.strokeStyle = colour;
    context.lineWidth = 1.5;
    context.beginPath();
    context.moveTo(on.x, on.y + on.height);
    context.lineTo(on.x + on.width, on.y);
    context.stroke();
  }
  outlineOnGround(ink, on, colour, 2, 0);
}

function strokePath(
  ink: Ink,
  { points, widthMm }: Pick<Pathway, 'points' | 'widthMm'>,
  colour: string,
  alpha: number,
): void {
  const { context, camera } = ink;
  context.globalAlpha = alpha;
  context.strokeStyle = colour;
  context.lineWidth = Math.max(4, widthMm * camera.zoom);
  tracePath(ink, points);
  context.globalAlpha = 1;
  context.lineWidth = 2;
  tracePath(ink, points);
}

function tracePath({ context, camera }: Ink, points: readonly PlanPoint[]): void {
  context.lineJoin = 'miter';
  context.beginPath();
  for (const [index, { xMm, yMm }] of points.entries()) {
    const { x, y } = toScreen(camera, { x: xMm, y: yMm });
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.stroke();
}

function drawDraft(ink: Ink, points: readonly PlanPoint[]): void {
  const { context, camera, tokens } = ink;
  context.strokeStyle = tokens.selection;
  context.lineWidth = 3;
  tracePath(ink, points);
  for (const { xMm, yMm } of points) {
    const { x, y } = toScreen(camera, { x: xMm, y: yMm });
    const side = { x: Math.round(x) - 3, y: Math.round(y) - 3, width: 6, height: 6 };
    tint(ink, side, tokens.selection, 1);
  }
}

/** Shorter lines on screen have no room for a number beside them, px. */
const LABELLED_FROM_PX = 14;

function drawGuide(ink: Ink, { from, to, label }: PlanGuide): void {
  const { context, camera, tokens } = ink;
  const a = toScreen(camera, from);
  const b = toScreen(camera, to);
  context.strokeStyle = tokens.selection;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(Math.round(a.x) + 0.5, Math.round(a.y) + 0.5);
  context.lineTo(Math.round(b.x) + 0.5, Math.round(b.y) + 0.5);
  context.stroke();
  if (label === '' || Math.hypot(b.x - a.x, b.y - a.y) < LABELLED_FROM_PX) return;
  const middle = { x: (a.x + b.x) / 2 + 4, y: (a.y + b.y) / 2 };
  chip(ink, middle, label, tokens.selection, tokens.background);
}

/** Whether the overlay shows nothing. */
export function isPlanOverlayEmpty({ state }: Editor, showFocus: boolean): boolean {
  const { overlay, hover, focus } = state.plan;
  const { racks, boxes, pathways, guides, message, marquee, drawn } = overlay;
  const busy = racks.length + boxes.length + pathways.length + guides.length + drawn.length > 0;
  const { selection } = state;
  const selected = Object.values(selection).some((ids: ReadonlySet<string>) => ids.size > 0);
  const hovers = hover !== null && hover.kind !== 'floor';
  return !busy && !message && !marquee && !hovers && !selected && !(showFocus && focus);
}
