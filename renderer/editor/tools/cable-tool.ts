/**
 * Drawing cables: drag from port to port, or click one and then the other, or choose both with the keyboard.
 * After a cable the tool stays in the hand for the next one; Escape lets go of the cable, then of the tool.
 */

import { cableAt } from '../../../shared/model/design-index.ts';
import type { PortKind } from '../../../shared/model/device-type.ts';
import type { DeviceId } from '../../../shared/model/ids.ts';
import type { PortRef } from '../../../shared/model/records.ts';
import { samePort } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import { targetAt, worldAt } from '../aim.ts';
import { revealed } from '../camera.ts';
import type { Editor } from '../editor.ts';
import { boxCentre } from '../geometry.ts';
import type { CandidatePort } from '../overlay.ts';
import { portBox } from '../places.ts';
import type { PointerInput } from '../pointer.ts';
import type { Target } from '../target.ts';
import { type CableInHand, devicesOnScreen, takeCable } from './cable-in-hand.ts';
import { createPortChooser, type PortChooser } from './cable-keys.ts';
import { isLetter, walkOf } from './port-keys.ts';
import { clearOverlay, showOverlay } from './show.ts';
import type { Tool } from './tool.ts';

/** Nothing in the hand yet, or a cable with one end plugged in; with the port the keyboard is on. */
type State =
  | { readonly state: 'choosing-start'; readonly chooser: PortChooser }
  | { readonly state: 'cable-in-hand'; readonly cable: CableInHand; readonly chooser: PortChooser };

export interface CableToolOptions {
  /** Port the first cable starts at. */
  readonly from?: PortRef | null;
  /** Takes the select tool again. */
  readonly onLeave: () => void;
}

export function createCableTool(editor: Editor, options: CableToolOptions): Tool {
  const { onLeave } = options;
  let state: State = chooseStart();

  function chooseStart(): State {
    return {
      state: 'choosing-start',
      chooser: createPortChooser(
        () => editor.state.design,
        () => startPorts(editor),
      ),
    };
  }
  function start(from: PortRef): void {
    const taken = cableAt(editor.state.design, from);
    if (taken) {
      editor.notify('refused', say('editor.refused.portTaken', { cable: taken.label || taken.id }));
      return;
    }
    const cable = takeCable(editor, from, editor.state.nextCable);
    state = { state: 'cable-in-hand', cable, chooser: farChooser(cable) };
    const box = portBox(editor.state.design, editor.layout, from);
    cable.aim(null, box ? boxCentre(box) : { x: 0, y: 0 });
  }
  function farChooser(cable: CableInHand): PortChooser {
    return createPortChooser(
      () => editor.state.design,
      () => cable.candidates,
    );
  }
  function finish(port: PortRef): void {
    if (state.state !== 'cable-in-hand') return;
    const { cable } = state;
    const answer = cable.plugIn(port);
    if (answer === 'made') state = chooseStart();
    if (answer !== 'more') return;
    state = { state: 'cable-in-hand', cable, chooser: farChooser(cable) };
    const box = portBox(editor.state.design, editor.layout, port);
    if (box) cable.aim(null, boxCentre(box));
  }
  /** A cable of several ends may be made with those that it has. */
  function finishEarly(): boolean {
    if (state.state !== 'cable-in-hand') return false;
    if (state.cable.finish()) state = chooseStart();
    return true;
  }
  function letGo(): void {
    clearOverlay(editor);
    state = chooseStart();
  }
  function pointAt(input: PointerInput): void {
    const port = portUnder(editor, input);
    if (state.state === 'cable-in-hand') state.cable.aim(port, worldAt(editor, input.screen));
    else showStarts(editor, port);
  }
  function showAimed(): void {
    const { aimed } = state.chooser;
    const box = aimed && portBox(editor.state.design, editor.layout, aimed);
    if (!aimed || !box) return;
    editor.set({ camera: revealed(editor.state.camera, box, editor.state.viewport) });
    if (state.state === 'cable-in-hand') state.cable.aim(aimed, boxCentre(box));
    else showStarts(editor, aimed);
  }
  function enter(): boolean {
    const { aimed } = state.chooser;
    if (!aimed) return finishEarly();
    if (state.state === 'cable-in-hand') finish(aimed);
    else start(aimed);
    return true;
  }
  if (options.from) start(options.from);
  else showStarts(editor, null);

  return {
    name: 'cable',
    pointerDown(input) {
      const port = input.button === 'primary' ? portUnder(editor, input) : null;
      if (!port) return;
      if (state.state === 'choosing-start') start(port);
      // On the port where it starts already the cable stays in the hand: a drag may begin there.
      else if (!samePort(port, state.cable.from)) finish(port);
    },
    pointerMove: pointAt,
    pointerUp(input) {
      const port = portUnder(editor, input);
      const dragged =
        state.state === 'cable-in-hand' && port !== null && !samePort(port, state.cable.from);
      if (dragged) finish(port);
      pointAt(input);
    },
    keyDown(key) {
      // With a cable in hand letters name the far end; before that they are commands until a port is aimed at.
      const searches = (): boolean =>
        state.state === 'cable-in-hand' || state.chooser.aimed !== null;
      const move = walkOf(key);
      if (move !== null) state.chooser.step(move);
      else if (key.key === 'Enter') return enter();
      else if (key.key === 'Escape') {
        if (state.state === 'choosing-start') onLeave();
        else letGo();
        return true;
      } else if (searches() && isLetter(key)) state.chooser.type(key.key, editor.clock());
      else return false;
      showAimed();
      return true;
    },
    cancel: letGo,
  };
}

function portUnder(editor: Editor, { screen }: PointerInput): PortRef | null {
  const target = targetAt(editor, screen);
  return target.kind === 'port' ? target.ref : null;
}

/**
 * Ports a cable can start at: free ones of the port or device in focus, of what is selected, or of what is
 * on screen. Data ports come first, consoles last.
 */
function startPorts(editor: Editor): readonly PortRef[] {
  const { design, focus, selection } = editor.state;
  if (focus?.kind === 'port' && !cableAt(design, focus.ref)) return [focus.ref];
  const focused = focusedDevice(focus) ?? [...selection.devices];
  const devices = focused.length > 0 ? focused : devicesOnScreen(editor);
  return devices.flatMap((deviceId) => {
    const device = design.devices.get(deviceId);
    const ports = device ? (design.deviceTypes.get(device.typeId)?.ports ?? []) : [];
    return ports
      .toSorted((a, b) => START_ORDER.indexOf(a.kind) - START_ORDER.indexOf(b.kind))
      .map((port) => ({ deviceId, portId: port.id }))
      .filter((ref) => !cableAt(design, ref));
  });
}

function focusedDevice(focus: Target | null): readonly DeviceId[] | null {
  if (focus?.kind === 'device') return [focus.deviceId];
  return focus?.kind === 'port' ? [focus.ref.deviceId] : null;
}

const START_ORDER: readonly PortKind[] = [
  'interface',
  'front',
  'rear',
  'powerInlet',
  'powerOutlet',
  'consoleServer',
  'console',
];

function showStarts(editor: Editor, aimed: PortRef | null): void {
  const { design } = editor.state;
  const box = aimed && portBox(design, editor.layout, aimed);
  const taken = aimed !== null && cableAt(design, aimed) !== undefined;
  const light: CandidatePort[] =
    aimed && box ? [{ ref: aimed, box, state: taken ? 'refused' : 'aimed' }] : [];
  const cursor = taken ? 'not-allowed' : 'crosshair';
  showOverlay(editor, { candidates: light, cursor, hint: say('editor.hint.cableStart') });
}
