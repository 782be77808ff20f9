/** Edits of the points that a cable is led by. */
import type { Design } from '../../../shared/model/design.ts';
import type { CableId } from '../../../shared/model/ids.ts';
import type { Waypoint } from '../../../shared/model/records.ts';
import { changes, type EditAnswer, edited, editLabel, refused } from './edit.ts';

/** Most points of one cable. */
const POINTS_MAX = 100;

/** Puts a point among those of a cable, before the one that has that place now. */
export function addWaypoint(
  design: Design,
  id: CableId,
  index: number,
  waypoint: Waypoint,
): EditAnswer {
  return led(design, id, 'editor.label.addWaypoint', (points) =>
    points.toSpliced(index, 0, waypoint),
  );
}

export function moveWaypoint(
  design: Design,
  id: CableId,
  index: number,
  waypoint: Waypoint,
): EditAnswer {
  return led(design, id, 'editor.label.moveWaypoint', (points) =>
    index < points.length ? points.with(index, waypoint) : points,
  );
}

export function removeWaypoint(design: Design, id: CableId, index: number): EditAnswer {
  return led(design, id, 'editor.label.removeWaypoint', (points) => points.toSpliced(index, 1));
}

function led(
  design: Design,
  id: CableId,
  key: string,
  change: (points: readonly Waypoint[]) => readonly Waypoint[],
): EditAnswer {
  const cable = design.cables.get(id);
  if (!cable) return refused('editor.needs.cables');
  const waypoints = change(cable.waypoints);
  if (waypoints.length > POINTS_MAX)
    return refused('editor.refused.waypoints', { most: POINTS_MAX });
  const pairs = changes([cable], (each) => ({ ...each, waypoints }));
  return edited(editLabel(key, [cable.label || cable.id]), { updated: pairs });
}

/** Leaves cables to lead themselves. */
export function leadAutomatically(design: Design, ids: Iterable<CableId>): EditAnswer {
  const cables = [...ids].flatMap((id) => design.cables.get(id) ?? []);
  const pairs = changes(cables, (cable) => ({ ...cable, waypoints: [] }));
  const names = pairs.map(([cable]) => cable.label || cable.id);
  return edited(editLabel('editor.label.leadAutomatically', names), { updated: pairs });
}
