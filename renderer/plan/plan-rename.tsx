/** A name edited where its thing stands in the plan: Enter or leaving the field keeps it, Escape does not. */
import { type KeyboardEvent, useRef } from 'react';
import { say } from '../../shared/text/index.ts';
import styles from '../canvas/canvas.module.css';
import {
  cancelRenaming,
  commitRenaming,
  isPlanActive,
  nameOf,
  planSelectionBox,
  renameAndGoOn,
  selectionOf,
  toScreen,
} from '../editor/index.ts';
import { useEditorState, useWorkspace } from '../panels/workspace.ts';

const WIDTH_PX = 180;
const HEIGHT_PX = 28;

export function PlanRename({ onDone }: { readonly onDone: () => void }) {
  const { editor } = useWorkspace();
  const renaming = useEditorState((state) => state.renaming);
  const camera = useEditorState((state) => state.plan.camera);
  const ended = useRef<object | null>(null);
  if (!renaming || !isPlanActive(editor)) return null;
  const { design, plan } = editor.state;
  const box = planSelectionBox(design, selectionOf([renaming]));
  const at = box ? toScreen(camera, box) : { x: 0, y: 0 };
  const wide = (box?.width ?? 0) * camera.zoom;
  const high = (box?.height ?? 0) * camera.zoom;
  const left = within(at.x + (wide - WIDTH_PX) / 2, plan.viewport.width - WIDTH_PX);
  const top = within(at.y + (high - HEIGHT_PX) / 2, plan.viewport.height - HEIGHT_PX);
  /** Taking the field away makes it lose the focus too: it ends once. */
  const end = (by: () => void): void => {
    if (ended.current === renaming) return;
    ended.current = renaming;
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
      key={`${renaming.kind} ${renaming.id}`}
      className={styles['rename']}
      ref={chooseAll}
      style={{ left, top, width: WIDTH_PX }}
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

function within(value: number, most: number): number {
  return Math.round(Math.max(4, Math.min(value, most - 4)));
}
