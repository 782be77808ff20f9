/** Putting a plug of a cable into another port: by a click, or by choosing the port with the keyboard. */
import type { Cable, PortRef } from '../../../shared/model/records.ts';
import { targetAt, worldAt } from '../aim.ts';
import { revealed } from '../camera.ts';
import type { Editor } from '../editor.ts';
import { boxCentre } from '../geometry.ts';
import { portBox } from '../places.ts';
import type { PointerInput } from '../pointer.ts';
import { createPortChooser } from './cable-keys.ts';
import { takePlug } from './plug-in-hand.ts';
import { isLetter, walkOf } from './port-keys.ts';
import type { Gesture, Tool } from './tool.ts';

/** @param onLeave takes the select tool again */
export function createReplugTool(
  editor: Editor,
  cable: Cable,
  from: PortRef,
  onLeave: () => void,
): Tool {
  const plug = takePlug(editor, cable, from);
  const chooser = createPortChooser(
    () => editor.state.design,
    () => plug.candidates,
  );
  const start = portBox(editor.state.design, editor.layout, from);
  plug.aim(null, start ? boxCentre(start) : { x: 0, y: 0 });

  function plugIn(port: PortRef): void {
    if (plug.plugIn(port)) onLeave();
  }
  function showAimed(): void {
    const { aimed } = chooser;
    const box = aimed && portBox(editor.state.design, editor.layout, aimed);
    if (!aimed || !box) return;
    editor.set({ camera: revealed(editor.state.camera, box, editor.state.viewport) });
    plug.aim(aimed, boxCentre(box));
  }
  return {
    name: 'replug',
    pointerDown(input) {
      const port = input.button === 'primary' ? portUnder(editor, input) : null;
      if (port) plugIn(port);
    },
    pointerMove(input) {
      plug.aim(portUnder(editor, input), worldAt(editor, input.screen));
    },
    pointerUp() {},
    keyDown(key) {
      const move = walkOf(key);
      if (move !== null) chooser.step(move);
      else if (key.key === 'Enter') {
        if (chooser.aimed) plugIn(chooser.aimed);
        return true;
      } else if (key.key === 'Escape') {
        onLeave();
        return true;
      } else if (isLetter(key)) chooser.type(key.key, editor.clock());
      else return false;
      showAimed();
      return true;
    },
    cancel: plug.drop,
  };
}

/** Dragging a plug of the selected cable out of its port: it goes where the pointer is let go. */
export function replugging(editor: Editor, cable: Cable, from: PortRef): Gesture {
  const plug = takePlug(editor, cable, from);
  return {
    move(input) {
      plug.aim(portUnder(editor, input), worldAt(editor, input.screen));
    },
    end(input) {
      const port = portUnder(editor, input);
      if (port) plug.plugIn(port);
      plug.drop();
    },
    cancel: plug.drop,
  };
}

function portUnder(editor: Editor, { screen }: PointerInput): PortRef | null {
  const target = targetAt(editor, screen);
  return target.kind === 'port' ? target.ref : null;
}
