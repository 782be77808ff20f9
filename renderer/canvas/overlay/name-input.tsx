import { type KeyboardEvent, type ReactElement, useRef } from 'react';
import { say } from '../../../shared/text/index.ts';
import {
  cancelRenaming,
  commitRenaming,
  type Editor,
  nameOf,
  type Renaming,
  renameAndGoOn,
} from '../../editor/index.ts';
import styles from '../canvas.module.css';

export const NAME_HEIGHT_PX = 28;

/** Where the field stands in its drawing, CSS px. */
export interface NamePlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

interface NameInputProps {
  readonly editor: Editor;
  readonly renaming: Renaming;
  readonly at: NamePlace;
  /** The keyboard goes back to the drawing. */
  readonly onDone: () => void;
}

/** A name edited in a drawing: Enter or leaving the field keeps it, Tab goes on to the next, Escape does not. */
export function NameInput({ editor, renaming, at, onDone }: NameInputProps): ReactElement {
  /** Set by the key that ended it, because taking the field away makes it lose the focus too. */
  const ended = useRef(false);
  const end = (by: () => void): void => {
    if (ended.current) return;
    ended.current = true;
    by();
    if (editor.state.renaming === null) onDone();
  };
  const keyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    const { value } = event.currentTarget;
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') end(() => commitRenaming(editor, value));
    else if (event.key === 'Escape') end(() => cancelRenaming(editor));
    else if (event.key === 'Tab' && !event.shiftKey) end(() => renameAndGoOn(editor, value));
    else return;
    event.preventDefault();
  };
  return (
    <input
      className={styles['rename']}
      ref={chooseAll}
      style={{ left: at.left, top: at.top, width: at.width }}
      aria-label={say('mirror.renameField')}
      defaultValue={nameOf(editor, renaming)}
      spellCheck={false}
      onBlur={(event) => {
        const { value } = event.currentTarget;
        end(() => commitRenaming(editor, value));
      }}
      onKeyDown={keyDown}
    />
  );
}

function chooseAll(field: HTMLInputElement | null): void {
  field?.focus({ preventScroll: true });
  field?.select();
}
