/**
 * Moving devices within and between racks; with Alt held, copies of them. Every move is worked out from where
 * the devices stood when the gesture began and the whole way since. The design changes once, at the end.
 */
import { typeOf } from '../../../shared/model/design-index.ts';
import type { DeviceId, IdSource } from '../../../shared/model/ids.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { Device, Face } from '../../../shared/model/records.ts';
import { canPlaceAll, type Placement, reason, type Verdict } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import { worldAt } from '../aim.ts';
import { contentOf } from '../clipboard.ts';
import type { Editor } from '../editor.ts';
import { devicesOf, moveDevices, occupantAt } from '../edits/device-edits.ts';
import type { EditAnswer } from '../edits/edit.ts';
import { insertCopies } from '../edits/insert.ts';
import { groupPlacements } from '../edits/shift-devices.ts';
import { boxMoved, type Point } from '../geometry.ts';
import type { Ghost } from '../overlay.ts';
import { seenDevice } from '../places.ts';
import type { PointerInput } from '../pointer.ts';
import { NOTHING_SELECTED } from '../selection.ts';
import { type Landing, landingAt, landingOf } from '../snapping.ts';
import { clearOverlay, ghostAt, showOverlay, snapGuide, verdictMessage } from './show.ts';
import { createTentative, type Tentative } from './tentative.ts';
import type { Gesture } from './tool.ts';

/** What was taken up, as it was then. */
interface Snapshot {
  readonly anchor: Device;
  readonly group: readonly Device[];
  /** World box of the anchor on the face where it was taken. */
  readonly box: Box;
  readonly backwards: boolean;
  readonly pointer: Point;
}

/** Where the group is now, and whether it may stay there. */
interface Step {
  readonly landing: Landing | null;
  readonly placements: ReadonlyMap<DeviceId, Placement> | null;
  readonly verdict: Verdict;
  /** World box of the anchor as it is held. */
  readonly held: Box;
}

/**
 * @param anchorId the device under the pointer; the selected devices move with it
 * @param face the face of the rack on which it was taken
 */
export function translatingDevices(
  editor: Editor,
  start: PointerInput,
  anchorId: DeviceId,
  face: Face,
): Gesture | null {
  const snapshot = takeUp(editor, start, anchorId, face);
  if (!snapshot) return null;
  let step: Step | null = null;
  let copying = false;
  const tentative = createTentative();
  return {
    move(input) {
      copying = input.modifiers.alt;
      const delta = dragDelta(editor, snapshot, input);
      step = stepTo(editor, snapshot, delta, copying);
      show(editor, snapshot, step, worldAt(editor, input.screen), copying, tentative);
    },
    end() {
      clearOverlay(editor);
      if (!step) return;
      editor.perform(drop(editor, snapshot, step, copying, editor.ids));
    },
    cancel() {
      clearOverlay(editor);
    },
  };
}

function takeUp(
  editor: Editor,
  start: PointerInput,
  anchorId: DeviceId,
  face: Face,
): Snapshot | null {
  const { design, selection } = editor.state;
  const anchor = design.devices.get(anchorId);
  if (!anchor || anchor.locked) return null;
  const seen = seenDevice(design, editor.layout, anchorId).find((each) => each.face === face);
  if (!seen) return null;
  const selected = devicesOf(design, selection.devices).filter((device) => !device.locked);
  return {
    anchor,
    group: [anchor, ...selected.filter((device) => device.id !== anchorId)],
    box: seen.box,
    backwards: anchor.face !== face,
    pointer: worldAt(editor, start.screen),
  };
}

/** The whole way since the start; Shift keeps to the longer of its two directions. */
function dragDelta(editor: Editor, snapshot: Snapshot, input: PointerInput): Point {
  const now = worldAt(editor, input.screen);
  const x = now.x - snapshot.pointer.x;
  const y = now.y - snapshot.pointer.y;
  if (!input.modifiers.shift) return { x, y };
  return Math.abs(x) > Math.abs(y) ? { x, y: 0 } : { x: 0, y };
}

function stepTo(editor: Editor, snapshot: Snapshot, delta: Point, copying: boolean): Step {
  const { design } = editor.state;
  const { anchor, group, backwards } = snapshot;
  const held = boxMoved(snapshot.box, delta.x, delta.y);
  const at = { x: snapshot.pointer.x + delta.x, y: snapshot.pointer.y + delta.y };
  const landing = landingAt(design, editor.layout, typeOf(design, anchor), held, at, backwards);
  if (!landing) {
    const nowhere = anchor.mount === 'bay' ? 'editor.drag.noBay' : 'editor.drag.noRack';
    return { landing, placements: null, verdict: refusal(nowhere), held };
  }
  const placements = groupPlacements(design, group, anchor, landing.placement);
  if (!placements) return { landing, placements, verdict: refusal('editor.drag.beyondLast'), held };
  const occupants = group.flatMap((device) => {
    const to = placements.get(device.id);
    return to ? [occupantAt(design, device, to)] : [];
  });
  const ignore = new Set(copying ? [] : group.map((device) => device.id));
  return { landing, placements, verdict: canPlaceAll(design, occupants, ignore), held };
}

function refusal(key: string): Verdict {
  return { allowed: false, reasons: [reason(key)], warnings: [] };
}

function show(
  editor: Editor,
  snapshot: Snapshot,
  step: Step,
  at: Point,
  copying: boolean,
  tentative: Tentative,
): void {
  const guide = step.landing ? snapGuide(editor, step.landing) : null;
  showOverlay(editor, {
    ghosts: ghosts(editor, snapshot, step),
    liftedDevices: new Set(copying ? [] : snapshot.group.map((device) => device.id)),
    tentative: tentative.at(placeOf(step, copying), (ids) =>
      drop(editor, snapshot, step, copying, ids),
    ),
    guides: guide ? [guide] : [],
    message: verdictMessage(step.verdict, at, step.landing?.label ?? ''),
    cursor: step.verdict.allowed ? (copying ? 'copy' : 'grabbing') : 'not-allowed',
    hint: say('editor.hint.dragging'),
  });
}

/** The landing of the anchor by name; the others follow it. */
function placeOf({ landing, verdict }: Step, copying: boolean): string {
  return landing && verdict.allowed ? JSON.stringify([copying, landing.placement]) : '';
}

function ghosts(editor: Editor, snapshot: Snapshot, step: Step): Ghost[] {
  const { design } = editor.state;
  const { landing, placements, verdict } = step;
  if (!landing || !placements) return [looseGhost(editor, snapshot, step.held)];
  return snapshot.group.flatMap((device) => {
    const type = typeOf(design, device);
    const placement = placements.get(device.id);
    const there = placement && landingOf(design, editor.layout, type, placement, landing.seen);
    return there ? [ghostAt(there, device, verdict.allowed)] : [];
  });
}

/** Away from every rack the anchor stays in the hand as it is. */
function looseGhost(editor: Editor, { anchor, backwards }: Snapshot, box: Box): Ghost {
  return {
    deviceId: null,
    box,
    type: typeOf(editor.state.design, anchor),
    typeFace: backwards ? 'rear' : 'front',
    name: anchor.name,
    allowed: false,
  };
}

function drop(
  editor: Editor,
  snapshot: Snapshot,
  step: Step,
  copying: boolean,
  ids: IdSource,
): EditAnswer {
  const { design } = editor.state;
  const [against] = step.verdict.reasons;
  if (against) return { ok: false, reason: against };
  const placements = step.placements ?? new Map<DeviceId, Placement>();
  if (!copying) return moveDevices(design, placements);
  const { group } = snapshot;
  const devices = new Set(group.map((device) => device.id));
  const content = contentOf(design, { ...NOTHING_SELECTED, devices });
  const label = say('editor.label.duplicate', { count: group.length, name: group[0]?.name ?? '' });
  return insertCopies(design, ids, content, placements, [], label);
}
