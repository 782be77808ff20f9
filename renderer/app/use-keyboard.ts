/** Keys of the whole window, handed to the editor's dispatcher with where the keyboard is. */
import { useEffect } from 'react';
import { keyInput } from '../canvas/input/to-input.ts';
import { createDispatcher, type KeyPlace } from '../editor/index.ts';
import { useWorkspace } from '../panels/workspace.ts';

const TEXT_FIELDS =
  'input:not([type="checkbox"]):not([type="radio"]), textarea, [contenteditable="true"]';
/** What is open over the window. The menu bar itself is none: its keys are taken where they have a meaning. */
const OWN_KEYS = '[role="dialog"], [role="menu"], [role="listbox"]';

/** Where the element with the keyboard is; nothing focused counts as the drawing. */
function placeOf(element: EventTarget | null): KeyPlace {
  if (!(element instanceof Element) || element === document.body) return 'canvas';
  if (element.closest(OWN_KEYS)) return 'dialog';
  if (element.matches(TEXT_FIELDS)) return 'text';
  return element.closest('[data-testid="canvas"], [data-testid="plan"]') ? 'canvas' : 'panel';
}

export function useKeyboard(): void {
  const { editor, platform, settings } = useWorkspace();
  useEffect(() => {
    const dispatcher = createDispatcher(editor, platform, () => settings.state);
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      if (dispatcher.keyDown(keyInput(event), placeOf(event.target))) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [editor, platform, settings]);
}
