/** A name edited where it stands: Enter or leaving the field keeps it, Escape does not. */
import { type KeyboardEvent, type ReactElement, useRef } from 'react';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import { say } from '../../../shared/text/index.ts';
import {
  cancelRenaming,
  commitRenaming,
  type Editor,
  facesOfRack,
  isPlanActive,
  NOTHING_SELECTED,
  nameOf,
  type Renaming,
  renameAndGoOn,
  seenDevice,
  selectionBox,
  titleBox,
  toScreen,
} from '../../editor/index.ts';
import styles from '../canvas.module.css';
import { useEditorState } from '../use-editor-state.ts';

const LEAST_WIDTH_PX = 140;
const LARGEST_WIDTH_PX = 320;
const HEIGHT_PX = 28;

interface RenameFieldProps {
  readonly editor: Editor;
  /** The keyboard goes back to the drawing. */
  readonly onDone: () => void;
}

export function RenameField({ editor, onDone }: RenameFieldProps): ReactElement | null {
  const renaming = useEditorState(editor, (state) => state.renaming);
  useEditorState(editor, (state) => state.camera);
  if (!renaming || isPlanActive(editor)) return null;
  return <NameInput key={`${renaming.kind} ${renaming.id}`} {...{ editor, renaming, onDone }} />;
}

function NameInput({
  editor,
  renaming,
  onDone,
}: RenameFieldProps & { readonly renaming: Renaming }): ReactElement {
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
  const { x, y, width } = place(editor, renaming);
  return (
    <input
      className={styles['rename']}
      ref={chooseAll}
      style={{ left: x, top: y, width }}
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

/** Over the thing's name, wholly inside the canvas. */
function place(editor: Editor, renaming: Renaming): { x: number; y: number; width: number } {
  const { camera, viewport } = editor.state;
  const box = boxOf(editor, renaming) ?? { x: camera.x, y: camera.y, width: 0, height: 0 };
  const corner = toScreen(camera, box);
  const onScreen = box.width * camera.zoom;
  const width = Math.max(LEAST_WIDTH_PX, Math.min(LARGEST_WIDTH_PX, onScreen));
  const middle = corner.y + (box.height * camera.zoom) / 2;
  const x = Math.max(4, Math.min(corner.x + (onScreen - width) / 2, viewport.width - width - 4));
  const y = Math.max(4, Math.min(middle - HEIGHT_PX / 2, viewport.height - HEIGHT_PX - 4));
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width) };
}

function boxOf(editor: Editor, { kind, id }: Renaming): Box | null {
  const { design } = editor.state;
  switch (kind) {
    case 'rack': {
      const face = facesOfRack(editor.layout, id)[0];
      return face ? titleBox(face) : null;
    }
    case 'device':
      return seenDevice(design, editor.layout, id)[0]?.box ?? null;
    case 'row':
      return editor.layout.rows.find((row) => row.rowId === id) ?? null;
    case 'area':
    case 'pathway':
      return null;
    case 'cable': {
      const cables = new Set([id]);
      return selectionBox(design, editor.layout, { ...NOTHING_SELECTED, cables });
    }
    default:
      return kind satisfies never;
  }
}
