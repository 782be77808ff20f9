/** What is selected, under the pointer, or under the keyboard's focus. */
import { cableColours } from '../../../shared/drawing/index.ts';
import type { CableId } from '../../../shared/model/ids.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { PortRef } from '../../../shared/model/records.ts';
import {
  type CableLine,
  type Editor,
  facesOfRack,
  portBox,
  seenDevice,
  targetBox,
  toScreen,
} from '../../editor/index.ts';
import { drawHandles } from './draw-way.ts';
import { type Ink, isOnScreen, outline, outlineOnGround, screenBox, tint } from './ink.ts';

export function drawSelection(ink: Ink, editor: Editor): void {
  const { design, selection, overlay } = editor.state;
  for (const id of selection.racks) {
    for (const face of facesOfRack(editor.layout, id)) mark(ink, face, 2, RACK_RING_PX);
  }
  for (const id of selection.devices) {
    if (overlay.liftedDevices.has(id)) continue;
    for (const seen of seenDevice(design, editor.layout, id)) {
      mark(ink, seen.box, seen.face === design.devices.get(id)?.face ? 2 : 1, 0);
    }
  }
  for (const id of selection.cables) bringForward(ink, editor, id);
  if (overlay.ways.length === 0) drawHandles(ink, editor);
}

/** Rings of a rack lie within its frame: unit numbers and titles begin right outside. */
const RACK_RING_PX = -2;
const RACK_FOCUS_PX = -6;
const SMALL_PX = 14;

function mark(ink: Ink, box: Box, widthPx: number, away: number): void {
  const on = screenBox(ink, box);
  if (!isOnScreen(ink, on)) return;
  if (away === 0) tint(ink, on, ink.tokens.selection, 0.12);
  // Among small things the ground of an outline would hide the neighbours.
  if (on.height < SMALL_PX) outline(ink, on, ink.tokens.selection, 1, -1, 0);
  else outlineOnGround(ink, on, ink.tokens.selection, widthPx, away);
}

/** What the pointer is over, where a press would do something to it. */
export function drawHover(ink: Ink, editor: Editor): void {
  const { design, hover, selection, overlay } = editor.state;
  if (!hover || overlay.ghosts.length > 0 || overlay.marquee) return;
  if (hover.kind === 'cable') {
    if (!selection.cables.has(hover.cableId)) bringForward(ink, editor, hover.cableId);
    return;
  }
  if (hover.kind === 'canvas' || hover.kind === 'rack') return;
  const box = targetBox(design, editor.layout, hover);
  if (!box) return;
  const on = screenBox(ink, box);
  if (hover.kind === 'port') outlineOnGround(ink, on, ink.tokens.hover, 2, 1);
  else outline(ink, on, ink.tokens.hover, 1, 0);
}

/** The ring around what the keyboard is on. */
export function drawFocus(ink: Ink, editor: Editor): void {
  const { design, focus } = editor.state;
  const box = focus && targetBox(design, editor.layout, focus);
  if (!box) return;
  const away = focus.kind === 'rack' ? RACK_FOCUS_PX : focus.kind === 'port' ? 2 : 5;
  outlineOnGround(ink, screenBox(ink, box), ink.tokens.selection, 2, away);
}

/** A cable over all others, with both its ends marked. */
function bringForward(ink: Ink, editor: Editor, cableId: CableId): void {
  const { design, view } = editor.state;
  const cable = design.cables.get(cableId);
  if (!cable) return;
  if (view.showCables) {
    const lines = linesOf(editor, cableId);
    const { colour } = cableColours(design, ink.palette).lookOf(cable);
    strokeLines(ink, lines, ink.tokens.background, 8);
    strokeLines(ink, lines, ink.tokens.selection, 6);
    strokeLines(ink, lines, colour, 3);
  }
  for (const ref of [...cable.ends.a, ...cable.ends.b]) markEnd(ink, editor, ref);
}

function markEnd(ink: Ink, editor: Editor, ref: PortRef): void {
  const box = portBox(editor.state.design, editor.layout, ref);
  if (box) outlineOnGround(ink, screenBox(ink, box), ink.tokens.selection, 2, 1);
}

/** All lines of a cable in world millimetres. */
function linesOf(editor: Editor, cableId: CableId): readonly (readonly number[])[] {
  const { layout, cableGeometry } = editor;
  const { design } = editor.state;
  const cable = design.cables.get(cableId);
  const { ends, waypoints = [] } = cable ?? {};
  const racks = new Set([
    ...[...(ends?.a ?? []), ...(ends?.b ?? [])].map(
      (ref) => design.devices.get(ref.deviceId)?.rackId,
    ),
    ...waypoints.map(({ rackId }) => rackId),
  ]);
  const lines: (readonly number[])[] = [];
  for (const rackId of racks) {
    for (const face of rackId === undefined ? [] : facesOfRack(layout, rackId)) {
      const onFace = cableGeometry.linesOnFace(design, face.rackId, face.face);
      for (const { points } of linesPerCable(onFace).get(cableId) ?? []) {
        lines.push(moved(points, face.x, face.y));
      }
    }
  }
  if (racks.size < 2 && waypoints.length === 0) return lines;
  for (const row of cableGeometry.linesBetweenRacks(design, layout)) {
    const between = linesPerCable(row).get(cableId);
    // A cable between two rows is in both lists.
    if (between) return [...lines, ...between.map(({ points }) => points)];
  }
  return lines;
}

type PerCable = ReadonlyMap<CableId, readonly CableLine[]>;
const perCable = new WeakMap<readonly CableLine[], PerCable>();

/** The overlay is drawn every frame: a hall's lines are sorted once. */
function linesPerCable(lines: readonly CableLine[]): PerCable {
  let sorted = perCable.get(lines);
  if (!sorted) {
    sorted = Map.groupBy(lines, (line) => line.cableId);
    perCable.set(lines, sorted);
  }
  return sorted;
}

function moved(points: readonly number[], x: number, y: number): readonly number[] {
  return points.map((value, i) => value + (i % 2 === 0 ? x : y));
}

function strokeLines(
  { context, camera }: Ink,
  lines: readonly (readonly number[])[],
  colour: string,
  widthPx: number,
): void {
  context.strokeStyle = colour;
  context.lineWidth = widthPx;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.beginPath();
  for (const points of lines) {
    for (let i = 0; i + 1 < points.length; i += 2) {
      const { x, y } = toScreen(camera, { x: points[i] ?? 0, y: points[i + 1] ?? 0 });
      if (i === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
  }
  context.stroke();
  context.lineCap = 'butt';
}
