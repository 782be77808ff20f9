/** What of the selected cable's way can be taken: its points, and the stretches between its corners. */
import type { Design } from '../../../shared/model/design.ts';
import type { Cable } from '../../../shared/model/records.ts';
import { trailsOf } from '../../../shared/routing/index.ts';
import type { Editor } from '../editor.ts';
import { distance, type Point } from '../geometry.ts';
import { EDITOR_OPTIONS } from '../options.ts';
import { facesOfRack } from '../places.ts';
import { worldOf } from './trail-world.ts';

/** A point by hand. */
interface PointHandle {
  readonly kind: 'point';
  readonly index: number;
  /** World point. */
  readonly at: Point;
}

/** The middle of a stretch: dragged away it becomes a point, at this place among those there are. */
interface StretchHandle {
  readonly kind: 'stretch';
  readonly index: number;
  readonly at: Point;
  /** World length, mm. */
  readonly lengthMm: number;
  readonly upright: boolean;
}

export type CableHandle = PointHandle | StretchHandle;

/** The one cable that is selected, when its way can be led by hand now; null otherwise. */
export function cableInHand({ state }: Editor): Cable | null {
  const { design, selection, view, faceplate, tool } = state;
  const [id, ...others] = selection.cables;
  if (id === undefined || others.length > 0 || faceplate || tool !== 'select') return null;
  if (selection.devices.size + selection.racks.size > 0 || !view.showCables) return null;
  return design.cables.get(id) ?? null;
}

/** The handles of a cable, its points first: they lie over the stretches. */
export function cableHandles(editor: Editor, cable: Cable): readonly CableHandle[] {
  return [...pointsOf(editor, cable), ...stretchesOf(editor, cable)];
}

function pointsOf({ state, layout }: Editor, { waypoints }: Cable): readonly PointHandle[] {
  return waypoints.flatMap((waypoint, index) => {
    const at = worldOf(state.design, layout, waypoint);
    return at ? [{ kind: 'point', index, at } as const] : [];
  });
}

/** Of a cable that is led by hand along its trail; of another along the lines that it is drawn as. */
export function stretchesOf(editor: Editor, cable: Cable): readonly StretchHandle[] {
  if (cable.waypoints.length > 0) return stretchesOfTrail(editor, cable);
  return drawnLines(editor, cable).flatMap((line) => {
    const points: Point[] = [];
    for (let i = 0; i + 1 < line.length; i += 2)
      points.push({ x: line[i] ?? 0, y: line[i + 1] ?? 0 });
    return points.slice(1).flatMap((to, i) => stretch(points[i], to, 0));
  });
}

function stretchesOfTrail(
  { state: { design }, layout }: Editor,
  cable: Cable,
): readonly StretchHandle[] {
  const [trail = []] = trailsOf(design, cable);
  let passed = 0;
  return trail.flatMap((point, i) => {
    const last = trail[i - 1];
    if (last && last.waypoint !== null) passed = last.waypoint + 1;
    if (!last || last.rackId !== point.rackId || last.face !== point.face) return [];
    const [from, to] = [worldOf(design, layout, last), worldOf(design, layout, point)];
    return from && to ? stretch(from, to, passed) : [];
  });
}

function stretch(from: Point | undefined, to: Point, index: number): readonly StretchHandle[] {
  if (!from) return [];
  const at = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const upright = Math.abs(from.x - to.x) < Math.abs(from.y - to.y);
  return [{ kind: 'stretch', index, at, lengthMm: distance(from, to), upright }];
}

/** The lines of a cable in world millimetres, `x0, y0, x1, y1, ...` each. */
function drawnLines(editor: Editor, cable: Cable): readonly (readonly number[])[] {
  const { layout, cableGeometry } = editor;
  const { design } = editor.state;
  const racks = racksOf(design, cable);
  const lines: (readonly number[])[] = [];
  for (const rackId of racks) {
    for (const face of facesOfRack(layout, rackId)) {
      for (const { cableId, points } of cableGeometry.linesOnFace(design, rackId, face.face)) {
        if (cableId !== cable.id) continue;
        lines.push(points.map((value, i) => value + (i % 2 === 0 ? face.x : face.y)));
      }
    }
  }
  return lines;
}

function racksOf({ devices }: Design, { ends, waypoints }: Cable): ReadonlySet<string> {
  const racks = new Set(waypoints.map(({ rackId }) => rackId));
  for (const { deviceId } of [...ends.a, ...ends.b]) {
    const rackId = devices.get(deviceId)?.rackId;
    if (rackId !== undefined) racks.add(rackId);
  }
  return racks;
}

/** The handle of the selected cable under a world point; null where there is none. */
export function cableHandleAt(editor: Editor, world: Point): CableHandle | null {
  const cable = cableInHand(editor);
  if (!cable) return null;
  const { zoom } = editor.state.camera;
  const reach = EDITOR_OPTIONS.handleReachPx / zoom;
  let nearest: CableHandle | null = null;
  let least = reach;
  for (const handle of cableHandles(editor, cable)) {
    if (!isHandleShown(handle, zoom)) continue;
    const away = distance(handle.at, world);
    // Of a point and a stretch as near, the point, which comes first.
    if (away >= least && !(nearest === null && away === least)) continue;
    if (nearest?.kind === 'point') continue;
    least = away;
    nearest = handle;
  }
  return nearest;
}

/** Whether there is room on screen for the handle of a stretch; points always have theirs. */
export function isHandleShown(handle: CableHandle, zoom: number): boolean {
  return handle.kind === 'point' || handle.lengthMm * zoom >= EDITOR_OPTIONS.handleRoomPx;
}
