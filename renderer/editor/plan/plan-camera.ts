/**
 * From the plan into the racks and back, by zooming alone. Both are drawn to scale, so a rack is as wide on screen in
 * its elevation as it was in the plan: the camera keeps its zoom, and the rack under the pointer keeps its place.
 */
import { floorPlan } from '../../../shared/floor/floor-plan.ts';
import { planBounds } from '../../../shared/floor/plan-bounds.ts';
import type { RackId } from '../../../shared/model/ids.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import {
  type Camera,
  fitted,
  fittedHigh,
  lowestZoom,
  toWorld,
  visibleBox,
  zoomedAt,
} from '../camera.ts';
import type { Editor } from '../editor.ts';
import { boxCentre, boxHolds, distance, type Point } from '../geometry.ts';
import { facesTouching } from '../hit.ts';
import { facesOfRack, selectionBox } from '../places.ts';
import { planHit, planSelectionBox } from './plan-hit.ts';
import type { PlanState, Shown } from './plan-state.ts';

/** Zooming in over a rack in the plan leads into it from here on, px per mm: a rack of 600 mm is 270 px wide. */
export const ENTER_ZOOM = 0.45;
/** Zooming out of a rack that was entered so leads back from here on, px per mm: apart, so that nothing flickers. */
export const LEAVE_ZOOM = 0.2;
/** All racks must have become this small against the window before zooming further out shows the plan. */
const LEAVE_SHARE = 0.5;

export function setPlan(editor: Editor, change: Partial<PlanState>): void {
  const { plan } = editor.state;
  const keys = Object.keys(change) as (keyof PlanState)[];
  if (keys.every((key) => Object.is(change[key], plan[key]))) return;
  editor.set({ plan: { ...plan, ...change } });
}

/** Whether keys, tools and zoom commands are for the plan. */
export function isPlanActive({ state }: Editor): boolean {
  if (state.faceplate) return false;
  const { shown, active } = state.plan;
  return shown === 'plan' || (shown === 'both' && active);
}

/** The box of all that the plan shows, the names before its rows included. */
export function planWorld({ state }: Editor): Box {
  return grown(planBounds(state.design));
}

export function fitPlan(editor: Editor): void {
  const { viewport } = editor.state.plan;
  setPlan(editor, { camera: fittedHigh(planWorld(editor), viewport), lookedAt: true });
}

/** Shows what is selected in the plan, with the floor around it. */
export function fitPlanSelection(editor: Editor): void {
  const { design, selection, plan } = editor.state;
  const box = planSelectionBox(design, selection);
  if (!box) return;
  const camera = fitted(grown(box), plan.viewport, ENTER_ZOOM / 2);
  setPlan(editor, { camera, lookedAt: true });
}

/** Floor around what is looked at, mm. */
const AROUND_MM = 1200;

function grown({ x, y, width, height }: Box): Box {
  return {
    x: x - AROUND_MM,
    y: y - AROUND_MM,
    width: width + 2 * AROUND_MM,
    height: height + 2 * AROUND_MM,
  };
}

/** Shows the plan, the elevations or both; what is selected is in view there. */
export function showViews(editor: Editor, shown: Shown): void {
  const { plan } = editor.state;
  if (plan.shown === shown) return;
  editor.planTool.cancel();
  setPlan(editor, { shown, active: shown !== 'elevations', hover: null, cameByZoom: false });
}

/** The lowest zoom of the plan: all of it, or less. */
export function lowestPlanZoom(editor: Editor): number {
  return lowestZoom(planWorld(editor), editor.state.plan.viewport);
}

/** Zooms the plan at a screen point; over a rack, and near enough, it leads into the rack's elevation. */
export function zoomPlan(editor: Editor, screen: Point, zoom: number): void {
  const { plan, design } = editor.state;
  const camera = zoomedAt(plan.camera, screen, zoom, lowestPlanZoom(editor));
  const goesIn = zoom > plan.camera.zoom && camera.zoom >= ENTER_ZOOM && plan.shown === 'plan';
  if (!goesIn) {
    setPlan(editor, { camera });
    return;
  }
  const at = planHit(design, toWorld(camera, screen), camera.zoom);
  const rackId = at.kind === 'rack' ? at.rackId : nearestRack(editor, toWorld(camera, screen));
  if (rackId === null) setPlan(editor, { camera });
  else enterRack(editor, rackId, screen, camera);
}

function nearestRack(editor: Editor, world: Point): RackId | null {
  const { camera, viewport } = editor.state.plan;
  const seen = visibleBox(camera, viewport);
  let best: { readonly id: RackId; readonly away: number } | null = null;
  for (const { rackId, box } of floorPlan(editor.state.design).racks.values()) {
    const middle = boxCentre(box);
    if (!boxHolds(seen, middle)) continue;
    const away = distance(middle, world);
    if (!best || away < best.away) best = { id: rackId, away };
  }
  return best?.id ?? null;
}

/**
 * Leads from the plan into a rack: its elevation is drawn where it was in the plan and as wide, and the zoom goes on
 * there.
 */
function enterRack(editor: Editor, rackId: RackId, screen: Point, planCamera: Camera): void {
  const place = floorPlan(editor.state.design).racks.get(rackId);
  const [face] = facesOfRack(editor.layout, rackId);
  if (!place || !face) return;
  const { zoom } = planCamera;
  const inPlan = toWorld(planCamera, screen);
  const across = share(inPlan.x - place.box.x, place.box.width);
  const down = share(inPlan.y - place.box.y, place.box.height);
  const at = { x: face.x + across * face.width, y: face.y + down * face.height };
  editor.set({
    camera: { x: at.x - screen.x / zoom, y: at.y - screen.y / zoom, zoom },
    focus: { kind: 'rack', rackId, face: face.face, u: null },
    plan: {
      ...editor.state.plan,
      shown: 'elevations',
      active: false,
      hover: null,
      cameByZoom: true,
    },
  });
}

function share(of: number, whole: number): number {
  return Math.min(1, Math.max(0, of / Math.max(1, whole)));
}

/**
 * Zooms the elevations at a screen point; far enough out it leads to the plan, with the rack that was in the middle
 * where it was.
 */
export function zoomElevations(editor: Editor, screen: Point, zoom: number): void {
  const { camera, viewport, plan } = editor.state;
  const lowest = lowestZoom(editor.bounds, viewport);
  const isOut = zoom < camera.zoom && !editor.state.faceplate && plan.shown === 'elevations';
  if (isOut && zoom < leavesAt(editor)) {
    leaveRacks(editor, screen, zoom);
    return;
  }
  editor.set({ camera: zoomedAt(camera, screen, zoom, lowest) });
}

function leavesAt(editor: Editor): number {
  if (editor.state.design.racks.size === 0) return 0;
  const { viewport, plan } = editor.state;
  const lowest = lowestZoom(editor.bounds, viewport);
  if (plan.cameByZoom) return LEAVE_ZOOM;
  const whole = fitted(editor.bounds, viewport).zoom;
  return Math.max(lowest, LEAVE_SHARE * whole) * 0.999;
}

/** Shows the plan around the rack that the pointer is at, as large as the rack was seen. */
function leaveRacks(editor: Editor, screen: Point, zoom: number): void {
  const { camera, viewport, plan, design } = editor.state;
  const rackId = rackNear(editor, toWorld(camera, screen));
  const place = rackId === null ? undefined : floorPlan(design).racks.get(rackId);
  const window = plan.viewport.width > 0 ? plan.viewport : viewport;
  const all = fittedHigh(planWorld(editor), window);
  const there = {
    ...plan,
    shown: 'plan',
    active: true,
    hover: null,
    cameByZoom: false,
    lookedAt: true,
  } as const;
  if (!place) {
    editor.set({ plan: { ...there, camera: all } });
    return;
  }
  // Not further out than all of the plan, not so far in that one would be led into the rack again.
  const kept = Math.min(ENTER_ZOOM * 0.8, Math.max(zoom, all.zoom));
  const middle = boxCentre(place.box);
  editor.set({
    plan: {
      ...there,
      focus: { kind: 'rack', rackId: place.rackId },
      camera: { x: middle.x - screen.x / kept, y: middle.y - screen.y / kept, zoom: kept },
    },
  });
}

/** The rack whose face is at a point of the elevations, or nearest to it. */
function rackNear(editor: Editor, world: Point): RackId | null {
  const [at] = facesTouching(editor.layout, { ...world, width: 0, height: 0 });
  if (at) return at.rackId;
  let best: { readonly id: RackId; readonly away: number } | null = null;
  for (const face of editor.layout.faces) {
    const away = distance(boxCentre(face), world);
    if (!best || away < best.away) best = { id: face.rackId, away };
  }
  return best?.id ?? null;
}

/** Shows a rack's elevation in full: beside the plan where both are shown, else in its place. */
export function openRack(editor: Editor, rackId: RackId): void {
  const faces = facesOfRack(editor.layout, rackId);
  const [face] = faces;
  if (!face) return;
  const { plan, viewport } = editor.state;
  const window = viewport.width > 0 ? viewport : plan.viewport;
  const right = faces.at(-1) ?? face;
  const box = { ...face, width: right.x + right.width - face.x };
  editor.set({
    camera: fitted(box, window),
    focus: { kind: 'rack', rackId, face: face.face, u: null },
    plan: {
      ...plan,
      shown: plan.shown === 'both' ? 'both' : 'elevations',
      active: plan.shown === 'both',
      cameByZoom: true,
    },
  });
}

/** Shows racks in the plan: beside the elevations where both are shown, else in their place. */
export function openInPlan(editor: Editor): void {
  const { plan, viewport } = editor.state;
  const window = plan.viewport.width > 0 ? plan.viewport : viewport;
  const box = planSelectionBox(editor.state.design, editor.state.selection);
  const camera = box
    ? fitted(grown(box), window, ENTER_ZOOM / 2)
    : fittedHigh(planWorld(editor), window);
  const shown = plan.shown === 'both' ? 'both' : 'plan';
  editor.set({
    plan: { ...plan, shown, active: true, camera, cameByZoom: false, lookedAt: true },
  });
}

/** Brings rows that have just been added into view, wherever they are shown. */
export function showNewRows(editor: Editor): void {
  if (isPlanActive(editor) || editor.state.plan.shown === 'both') fitPlanSelection(editor);
  const box = selectionBox(editor.state.design, editor.layout, editor.state.selection);
  if (box) editor.set({ camera: fitted(box, editor.state.viewport) });
}
