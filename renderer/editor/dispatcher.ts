/** From a key to what it does: first the tool in the hand, then the command that has the chord. */
import { type CommandId, leavesKey, placeOf, runCommand } from './commands/table.ts';
import type { Editor } from './editor.ts';
import { commandFor, type KeySettings, type Platform } from './keymap.ts';
import { isPlanActive } from './plan/plan-camera.ts';
import type { KeyInput } from './pointer.ts';

/**
 * Where the keyboard is. In a text field keys are text, and only what belongs to the whole window is left;
 * in a dialog or a menu all keys are its own; on a button or a list, plain named keys (Enter, arrows) are.
 */
export type KeyPlace = 'canvas' | 'panel' | 'text' | 'dialog';

export interface Dispatcher {
  /** @returns whether the key was taken: the browser must then not act on it */
  keyDown(input: KeyInput, place: KeyPlace): boolean;
}

/** @param settings read at each key, because a person may change them */
export function createDispatcher(
  editor: Editor,
  platform: Platform,
  settings: () => KeySettings,
): Dispatcher {
  return {
    keyDown(input, place) {
      if (place === 'dialog') return false;
      const tool = isPlanActive(editor) ? editor.planTool : editor.tool;
      if (place === 'canvas' && tool.keyDown(input)) return true;
      const id = commandFor(input, settings(), platform, placeOf(editor));
      if (id === null || !isHeard(id, input, place) || leavesKey(editor, id)) return false;
      void runCommand(editor, id);
      return true;
    },
  };
}

function isHeard(id: CommandId, input: KeyInput, place: KeyPlace): boolean {
  if (place === 'canvas') return true;
  const { mod, alt } = input.modifiers;
  const isFunctionKey = /^F\d+$/.test(input.key);
  if (place === 'text') return (mod || isFunctionKey) && belongsToWindow(id);
  const isNamedKey = input.key.length > 1 && !mod && !alt && !isFunctionKey;
  return !isNamedKey;
}

function belongsToWindow(id: CommandId): boolean {
  return id.startsWith('file.') || id.startsWith('app.') || id === 'edit.find';
}
