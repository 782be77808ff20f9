/**
 * Leading a cable by hand: a stretch of its way is pulled to where a new point shall be, or a point is moved. With
 * every move one sees the way as it would be, how long, and whether the cable still reaches.
 */
import { analyseCable } from '../../../shared/analysis/cable-result.ts';
import type { Cable } from '../../../shared/model/records.ts';
import { trailsOf } from '../../../shared/routing/index.ts';
import { say } from '../../../shared/text/index.ts';
import { worldAt } from '../aim.ts';
import type { Editor } from '../editor.ts';
import type { EditAnswer } from '../edits/edit.ts';
import { addWaypoint, moveWaypoint } from '../edits/waypoint-edits.ts';
import type { Point } from '../geometry.ts';
import type { OverlayMessage } from '../overlay.ts';
import type { PointerInput } from '../pointer.ts';
import type { CableHandle } from '../waypoints/cable-handles.ts';
import { type PointPlace, placeFor, placeWords } from '../waypoints/point-places.ts';
import { worldOf } from '../waypoints/trail-world.ts';
import { clearOverlay, showOverlay } from './show.ts';
import { createTentative } from './tentative.ts';
import type { Gesture } from './tool.ts';

/** Takes a handle of a cable that is selected. */
export function leadingCable(editor: Editor, cable: Cable, handle: CableHandle): Gesture {
  const tentative = createTentative();
  let place: PointPlace | null = null;
  const edit = ({ waypoint }: PointPlace): EditAnswer => {
    const { design } = editor.state;
    return handle.kind === 'point'
      ? moveWaypoint(design, cable.id, handle.index, waypoint)
      : addWaypoint(design, cable.id, handle.index, waypoint);
  };
  return {
    move(input: PointerInput) {
      const at = worldAt(editor, input.screen);
      const there = placeFor(editor.state.design, editor.layout, at, input.modifiers.mod);
      place = there;
      const made = there && edit(there);
      const after = made?.ok ? made.edit.diff.updated[0]?.[1] : undefined;
      const led = after?.kind === 'cable' ? after : cable;
      showOverlay(editor, {
        ways: there ? waysOf(editor, led) : [],
        message: messageFor(editor, led, there, at),
        tentative: there && tentative.at(JSON.stringify(there.waypoint), () => edit(there)),
        cursor: there ? 'grabbing' : 'not-allowed',
        hint: say('editor.hint.leading'),
      });
    },
    end() {
      clearOverlay(editor);
      if (!place) return;
      const { index } = handle;
      if (editor.perform(edit(place))) {
        editor.set({ focus: { kind: 'waypoint', cableId: cable.id, index } });
      }
    },
    cancel() {
      clearOverlay(editor);
    },
  };
}

/** The way of a cable as lines in world millimetres; where it goes to another face or rack a new line begins. */
function waysOf(editor: Editor, cable: Cable): readonly (readonly Point[])[] {
  const { design } = editor.state;
  const lines: Point[][] = [];
  for (const trail of trailsOf(design, cable)) {
    let line: Point[] = [];
    for (const [index, point] of trail.entries()) {
      const last = trail[index - 1];
      const isOver = point.yMm < 0 && (last?.yMm ?? 0) < 0;
      const stays = last?.rackId === point.rackId && last.face === point.face;
      const at = worldOf(design, editor.layout, point);
      if (!at || !(stays || isOver)) lines.push((line = []));
      if (at) line.push(at);
    }
  }
  return lines.filter((line) => line.length > 1);
}

function messageFor(
  editor: Editor,
  cable: Cable,
  place: PointPlace | null,
  at: Point,
): OverlayMessage {
  if (!place) return { tone: 'refused', text: say('editor.waypoint.nowhere'), at };
  return { ...wayMessage(editor, cable, place), at };
}

/** Where a point is, how long the cable is then, and whether it reaches. */
export function wayMessage(
  editor: Editor,
  cable: Cable,
  place: PointPlace,
): Omit<OverlayMessage, 'at'> {
  const { design } = editor.state;
  const { row } = analyseCable(design, cable);
  const { pathM, stockM, roundedM, verdict } = row;
  const text = say('editor.waypoint.live', {
    place: placeWords(design, place),
    way: (pathM ?? 0).toFixed(2),
    buy: stockM ?? (roundedM ?? 0).toFixed(2),
    stocked: stockM === null ? 'no' : 'yes',
    verdict: say(
      verdict === 'unknown' ? 'editor.waypoint.reachUnknown' : `panels.verdict.${verdict}`,
    ),
  });
  return { tone: toneOf(verdict, place), text };
}

function toneOf(
  verdict: ReturnType<typeof analyseCable>['row']['verdict'],
  { on }: PointPlace,
): OverlayMessage['tone'] {
  if (verdict === 'over') return 'refused';
  return verdict === 'vendor-only' || on === 'face' ? 'warning' : 'info';
}
