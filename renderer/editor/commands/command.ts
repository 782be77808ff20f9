/**
 * A command: what a key, a menu row, the palette and the mirror all call. There is one table of them
 * (`table.ts`); nothing else in the window changes a design by its own hand.
 */
import type { Design } from '../../../shared/model/design.ts';
import { type Reason, reason } from '../../../shared/rules/index.ts';
import type { Editor } from '../editor.ts';
import type { EditAnswer } from '../edits/edit.ts';
import { selectionSize } from '../selection.ts';

export interface Command {
  /** Chords that call it (see `keymap.ts`); the first is shown. */
  readonly keys?: readonly string[];
  /** Whether it makes sense now, or why not: a menu row is greyed out and says this. */
  can(editor: Editor): true | Reason;
  run(editor: Editor): void | Promise<void>;
  /** Whether its key is left to the window now: Tab walks on where there is nothing to walk through. */
  leavesKey?(editor: Editor): boolean;
  /** For commands that are on or off. */
  checked?(editor: Editor): boolean;
  /** A name that depends on the state, e.g. "Undo Move leaf-1"; otherwise the catalogue's. */
  label?(editor: Editor): string;
}

export const always = (): true => true;

/** Why nothing may be edited now, or true. */
export function mayEdit(editor: Editor): true | Reason {
  return editor.state.readOnly ?? true;
}

/** The first objection among the answers, or true. */
export function all(...answers: readonly (true | Reason)[]): true | Reason {
  return answers.find((answer) => answer !== true) ?? true;
}

/** True, or the reason of that key. */
export function when(holds: boolean, key: string): true | Reason {
  return holds || reason(key);
}

type Needs = 'devices' | 'racks' | 'cables' | 'anything';

/** Whether something of that kind is selected. */
export function needs(editor: Editor, what: Needs): true | Reason {
  const { selection } = editor.state;
  const sizes: Readonly<Record<Needs, number>> = {
    devices: selection.devices.size,
    racks: selection.racks.size,
    cables: selection.cables.size,
    anything: selectionSize(selection),
  };
  return when(sizes[what] > 0, `editor.needs.${what}`);
}

/** A command that makes one edit of what is selected. */
export function editing(
  what: Needs,
  keys: readonly string[],
  make: (design: Design, editor: Editor) => EditAnswer,
): Command {
  return {
    keys,
    can: (editor) => all(mayEdit(editor), needs(editor, what)),
    run: (editor) => void editor.perform(make(editor.state.design, editor)),
  };
}
