/**
 * The arrow: press and release selects, press and drag does what the thing under the pointer is for. A port
 * starts a cable, a device moves, a rack's title reorders, empty room draws a marquee.
 */
import { cableAt } from '../../../shared/model/design-index.ts';
import type { Cable, PortRef } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { selectedBy, targetAt, worldAt } from '../aim.ts';
import type { Editor } from '../editor.ts';
import { EDITOR_OPTIONS } from '../options.ts';
import { portBox } from '../places.ts';
import type { PointerInput } from '../pointer.ts';
import { isSelected, NOTHING_SELECTED, selectionOf, selectionSize, toggled } from '../selection.ts';
import type { Target } from '../target.ts';
import { type CableHandle, cableHandleAt, cableInHand } from '../waypoints/cable-handles.ts';
import { brushing } from './brushing.ts';
import { cabling } from './cabling.ts';
import { leadingCable } from './leading-cable.ts';
import { pointKey } from './point-keys.ts';
import { draggedFrom, pressing } from './pressing.ts';
import { reorderingRack } from './reordering-rack.ts';
import { replugging } from './replug-tool.ts';
import { showOverlay } from './show.ts';
import type { Gesture, Tool } from './tool.ts';
import { translatingDevices } from './translating-devices.ts';

export function createSelectTool(editor: Editor): Tool {
  /** The selection before the press: Escape gives it back. */
  let before = editor.state.selection;
  const { press, hold, ...pressed } = pressing(editor, {
    gestureFor: (start, target) => gestureFor(editor, start, target),
    click: (target, input) => click(editor, target, input),
    takeBack: () => editor.set({ selection: before }),
    rest: (input) => showRest(editor, input),
  });
  return {
    ...pressed,
    name: 'select',
    keyDown: (key) => pressed.keyDown(key) || pointKey(editor, key),
    pointerDown(input) {
      const target = targetAt(editor, input.screen);
      before = editor.state.selection;
      if (input.button === 'secondary') {
        selectUnder(editor, target);
        return;
      }
      const grip = gripAt(editor, input);
      if (grip) {
        if (target.kind === 'waypoint') editor.set({ focus: target });
        hold(grip);
        return;
      }
      press(input, target);
      // A plug of the selected cable may be dragged out: until then the cable stays selected.
      if (plugAt(editor, target)) return;
      if (target.kind !== 'canvas' && !input.modifiers.shift) selectUnder(editor, target);
    },
  };
}

/** A gesture that begins at a handle of the selected cable: one that is never moved changes nothing. */
function gripAt(editor: Editor, input: PointerInput): Gesture | null {
  const cable = cableInHand(editor);
  const handle = cable && cableHandleAt(editor, worldAt(editor, input.screen));
  if (!cable || !handle || input.button !== 'primary' || input.modifiers.shift) return null;
  if (editor.state.readOnly) return null;
  return draggedFrom(input, leadingCable(editor, cable, handle));
}

/** The pointer's shape over the handles of the selected cable. */
function showRest(editor: Editor, input: PointerInput): void {
  const { overlay } = editor.state;
  const cable = cableInHand(editor);
  const handle = cable && cableHandleAt(editor, worldAt(editor, input.screen));
  const cursor = handle ? cursorOf(handle) : 'default';
  const hint = handle ? say('editor.hint.wayHandle') : '';
  const differs = overlay.cursor !== cursor || overlay.hint !== hint || overlay.message !== null;
  if (differs) showOverlay(editor, { cursor, hint });
}

function cursorOf(handle: CableHandle): Editor['state']['overlay']['cursor'] {
  if (handle.kind === 'point') return 'grab';
  return handle.upright ? 'resize-x' : 'resize-y';
}

/** Selects what is under the pointer unless it is selected: a press on one of many keeps the many. */
function selectUnder(editor: Editor, target: Target): void {
  const ref = selectedBy(target);
  if (!ref) editor.set({ selection: NOTHING_SELECTED });
  else if (!isSelected(editor.state.selection, ref)) editor.set({ selection: selectionOf([ref]) });
  if (target.kind !== 'canvas') editor.set({ focus: target });
}

function click(editor: Editor, target: Target, { modifiers }: PointerInput): void {
  const ref = selectedBy(target);
  const { selection } = editor.state;
  if (modifiers.shift) {
    if (ref) editor.set({ selection: toggled(selection, ref) });
    return;
  }
  editor.set({ selection: ref ? selectionOf([ref]) : NOTHING_SELECTED });
}

function gestureFor(editor: Editor, start: PointerInput, target: Target): Gesture | null {
  switch (target.kind) {
    case 'port': {
      const plugged = plugAt(editor, target);
      if (plugged) return replugging(editor, plugged, target.ref);
      if (startsCable(editor, target)) return cabling(editor, target.ref);
      return lift(editor, start, target.ref.deviceId, target.face);
    }
    case 'device':
      return lift(editor, start, target.deviceId, target.face);
    case 'rack-title':
      return reorderingRack(editor, target.rackId);
    case 'rack':
    case 'cable':
    case 'waypoint':
    case 'part':
    case 'face':
    case 'canvas':
      return brushing(editor, start);
    default:
      return target satisfies never;
  }
}

/** A free port that is large enough on screen to be meant. */
function startsCable(editor: Editor, { ref }: Extract<Target, { kind: 'port' }>): boolean {
  return cableAt(editor.state.design, ref) === undefined && isLarge(editor, ref);
}

/** The selected cable, where the target is a port that it is plugged into; null for every other. */
function plugAt(editor: Editor, target: Target): Cable | null {
  const { design, selection } = editor.state;
  if (target.kind !== 'port' || selectionSize(selection) !== 1) return null;
  const cable = cableAt(design, target.ref);
  return cable && selection.cables.has(cable.id) && isLarge(editor, target.ref) ? cable : null;
}

function isLarge(editor: Editor, ref: PortRef): boolean {
  const { design, camera } = editor.state;
  const box = portBox(design, editor.layout, ref);
  return (
    box !== null && Math.min(box.width, box.height) * camera.zoom >= EDITOR_OPTIONS.cablePortPx
  );
}

function lift(
  editor: Editor,
  start: PointerInput,
  deviceId: string,
  face: 'front' | 'rear',
): Gesture | null {
  const device = editor.state.design.devices.get(deviceId);
  if (device?.locked) {
    editor.notify('refused', say('editor.refused.locked', { name: device.name }));
    return null;
  }
  return translatingDevices(editor, start, deviceId, face);
}
