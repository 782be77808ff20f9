/**
 * The keyboard on a point of a cable's way: arrows move it from strip to strip and from unit to unit, Delete takes it
 * away, Escape lets go of it.
 */

import type { Layout } from '../../../shared/drawing/layout.ts';
import type { Design } from '../../../shared/model/design.ts';
import { sideStripMm, unitMm } from '../../../shared/model/rack-geometry.ts';
import type { Cable, Waypoint } from '../../../shared/model/records.ts';
import { revealed } from '../camera.ts';
import type { Editor } from '../editor.ts';
import { moveWaypoint, removeWaypoint } from '../edits/waypoint-edits.ts';
import { targetBox } from '../places.ts';
import type { KeyInput } from '../pointer.ts';
import type { Target } from '../target.ts';
import { type PointPlace, snapped } from '../waypoints/point-places.ts';
import { wayMessage } from './leading-cable.ts';
import { clearOverlay, showOverlay } from './show.ts';

type PointTarget = Extract<Target, { kind: 'waypoint' }>;

/** @returns whether the key was taken: there is a point in focus, and the key is for points */
export function pointKey(editor: Editor, { key, modifiers }: KeyInput): boolean {
  const { design, focus, readOnly } = editor.state;
  if (focus?.kind !== 'waypoint' || modifiers.mod || modifiers.alt) return false;
  const cable = design.cables.get(focus.cableId);
  const waypoint = cable?.waypoints[focus.index];
  if (!cable || !waypoint) return false;
  if (key === 'Escape') {
    editor.set({ focus: null });
    clearOverlay(editor);
    return true;
  }
  if (readOnly) return false;
  if (key === 'Delete' || key === 'Backspace') {
    editor.perform(removeWaypoint(design, cable.id, focus.index));
    clearOverlay(editor);
    return true;
  }
  const next = placeAfter(design, editor.layout, waypoint, key, modifiers.shift);
  if (!next) return false;
  if (editor.perform(moveWaypoint(design, cable.id, focus.index, next.waypoint))) {
    showPoint(editor, focus, next);
  }
  return true;
}

/** Brings a point into sight, and says where it is and what that makes of the cable. */
export function showPoint(editor: Editor, target: PointTarget, place: PointPlace): void {
  const { design, camera, viewport } = editor.state;
  const box = targetBox(design, editor.layout, target);
  const cable: Cable | undefined = design.cables.get(target.cableId);
  editor.set({ focus: target, camera: box ? revealed(camera, box, viewport) : camera });
  if (!cable || !box) return;
  const at = { x: box.x + box.width, y: box.y };
  showOverlay(editor, { message: { ...wayMessage(editor, cable, place), at } });
}

/** Units of a large step. */
const BIG_STEP_U = 10;

/** Where an arrow takes a point; null for another key, and where there is nothing further on. */
function placeAfter(
  design: Design,
  layout: Layout,
  from: Waypoint,
  key: string,
  large: boolean,
): PointPlace | null {
  const rack = design.racks.get(from.rackId);
  if (!rack) return null;
  const step = unitMm(rack) * (large ? BIG_STEP_U : 1);
  switch (key) {
    case 'ArrowUp':
      return snapped(
        design,
        rack,
        { ...from, yMm: from.yMm < 0 ? from.yMm : from.yMm - step },
        false,
      );
    case 'ArrowDown':
      return snapped(design, rack, { ...from, yMm: from.yMm < 0 ? 0 : from.yMm + step }, false);
    case 'ArrowLeft':
      return stripBeside(design, layout, from, -1);
    case 'ArrowRight':
      return stripBeside(design, layout, from, 1);
    default:
      return null;
  }
}

/** The next strip to a side in the row, whichever rack and face it belongs to. */
function stripBeside(
  design: Design,
  layout: Layout,
  from: Waypoint,
  direction: 1 | -1,
): PointPlace | null {
  const own = layout.faces.find(({ rackId, face }) => rackId === from.rackId && face === from.face);
  const rowId = design.racks.get(from.rackId)?.rowId;
  if (!own) return null;
  const x = own.x + from.xMm;
  let best: { readonly away: number; readonly waypoint: Waypoint } | null = null;
  for (const { rackId, face, x: left } of layout.faces) {
    const rack = design.racks.get(rackId);
    if (!rack || rack.rowId !== rowId) continue;
    const middle = sideStripMm(rack) / 2;
    for (const xMm of [middle, rack.widthMm - middle]) {
      const away = (left + xMm - x) * direction;
      if (away > 1 && away < (best?.away ?? Number.POSITIVE_INFINITY)) {
        best = { away, waypoint: { ...from, rackId, face, xMm } };
      }
    }
  }
  const rack = best && design.racks.get(best.waypoint.rackId);
  return best && rack ? snapped(design, rack, best.waypoint, false) : null;
}
