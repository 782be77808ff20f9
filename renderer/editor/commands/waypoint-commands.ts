/** Leading the selected cable by hand, without a pointer: points come, go, and are walked through. */
import type { Cable, Waypoint } from '../../../shared/model/records.ts';
import type { Editor } from '../editor.ts';
import { addWaypoint, leadAutomatically, removeWaypoint } from '../edits/waypoint-edits.ts';
import { showPoint } from '../tools/point-keys.ts';
import { stretchesOf } from '../waypoints/cable-handles.ts';
import { placeFor, snapped } from '../waypoints/point-places.ts';
import { all, type Command, editing, mayEdit, needs, when } from './command.ts';

/** The one cable that is selected; null where there is none, or more than one. */
function oneCable({ state: { design, selection } }: Editor): Cable | null {
  const [id = '', ...others] = selection.cables;
  return others.length === 0 ? (design.cables.get(id) ?? null) : null;
}

function needsOne(editor: Editor): ReturnType<typeof needs> {
  return all(needs(editor, 'cables'), when(oneCable(editor) !== null, 'editor.needs.oneCable'));
}

/** The point in focus, when it is one of the selected cable's. */
function focusedPoint(editor: Editor): { readonly cable: Cable; readonly index: number } | null {
  const { focus } = editor.state;
  const cable = oneCable(editor);
  if (!cable || focus?.kind !== 'waypoint' || focus.cableId !== cable.id) return null;
  return { cable, index: focus.index };
}

/** In the middle of the longest upright stretch of its way, or of the longest. */
function newPoint(editor: Editor, cable: Cable): { index: number; waypoint: Waypoint } | null {
  const { design } = editor.state;
  const stretches = stretchesOf(editor, cable).toSorted(
    (a, b) => Number(b.upright) - Number(a.upright) || b.lengthMm - a.lengthMm,
  );
  for (const { index, at } of stretches) {
    const place = placeFor(design, editor.layout, at, false);
    if (place) return { index, waypoint: place.waypoint };
  }
  return null;
}

function focusOn(editor: Editor, cableId: string, index: number): void {
  const { design } = editor.state;
  const waypoint = design.cables.get(cableId)?.waypoints[index];
  const rack = waypoint && design.racks.get(waypoint.rackId);
  if (!waypoint || !rack) return;
  showPoint(editor, { kind: 'waypoint', cableId, index }, snapped(design, rack, waypoint, true));
}

export const waypointCommands = {
  'cable.addWaypoint': {
    keys: ['W'],
    can: (editor) => all(mayEdit(editor), needsOne(editor)),
    run(editor) {
      const cable = oneCable(editor);
      const made = cable && newPoint(editor, cable);
      if (!cable || !made) return;
      const { index, waypoint } = made;
      if (editor.perform(addWaypoint(editor.state.design, cable.id, index, waypoint))) {
        focusOn(editor, cable.id, index);
      }
    },
  },
  'cable.nextWaypoint': {
    keys: ['Shift+W'],
    can: (editor) =>
      all(
        needsOne(editor),
        when((oneCable(editor)?.waypoints.length ?? 0) > 0, 'editor.needs.waypoints'),
      ),
    run(editor) {
      const cable = oneCable(editor);
      if (!cable) return;
      const last = focusedPoint(editor)?.index ?? -1;
      focusOn(editor, cable.id, (last + 1) % cable.waypoints.length);
    },
  },
  'cable.removeWaypoint': {
    can: (editor) =>
      all(
        mayEdit(editor),
        needsOne(editor),
        when(focusedPoint(editor) !== null, 'editor.needs.waypoint'),
      ),
    run(editor) {
      const point = focusedPoint(editor);
      if (point) {
        editor.perform(removeWaypoint(editor.state.design, point.cable.id, point.index));
      }
    },
  },
  'cable.leadAutomatically': leadingThemselves(),
} satisfies Readonly<Record<string, Command>>;

function leadingThemselves(): Command {
  const command = editing('cables', [], (design, { state }) =>
    leadAutomatically(design, state.selection.cables),
  );
  return {
    ...command,
    can: (editor) => all(command.can(editor), when(anyLed(editor), 'editor.needs.waypoints')),
  };
}

function anyLed({ state: { design, selection } }: Editor): boolean {
  return [...selection.cables].some((id) => (design.cables.get(id)?.waypoints.length ?? 0) > 0);
}
