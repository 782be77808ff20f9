/** A name edited where it stands: Enter or leaving the field keeps it, Escape does not. */
import type { ReactElement } from 'react';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import {
  type Editor,
  facesOfRack,
  isPlanActive,
  NOTHING_SELECTED,
  type Renaming,
  seenDevice,
  selectionBox,
  titleBox,
  toScreen,
} from '../../editor/index.ts';
import { useEditorState } from '../use-editor-state.ts';
import { NAME_HEIGHT_PX, NameInput, type NamePlace } from './name-input.tsx';

const LEAST_WIDTH_PX = 140;
const LARGEST_WIDTH_PX = 320;

interface RenameFieldProps {
  readonly editor: Editor;
  /** The keyboard goes back to the drawing. */
  readonly onDone: () => void;
}

export function RenameField({ editor, onDone }: RenameFieldProps): ReactElement | null {
  const renaming = useEditorState(editor, (state) => state.renaming);
  useEditorState(editor, (state) => state.camera);
  if (!renaming || isPlanActive(editor)) return null;
  const at = place(editor, renaming);
  return (
    <NameInput key={`${renaming.kind} ${renaming.id}`} {...{ editor, renaming, at, onDone }} />
  );
}

/** Over the thing's name, wholly inside the canvas. */
function place(editor: Editor, renaming: Renaming): NamePlace {
  const { camera, viewport } = editor.state;
  const box = boxOf(editor, renaming) ?? { x: camera.x, y: camera.y, width: 0, height: 0 };
  const corner = toScreen(camera, box);
  const onScreen = box.width * camera.zoom;
  const width = Math.max(LEAST_WIDTH_PX, Math.min(LARGEST_WIDTH_PX, onScreen));
  const middle = corner.y + (box.height * camera.zoom) / 2;
  const x = Math.max(4, Math.min(corner.x + (onScreen - width) / 2, viewport.width - width - 4));
  const y = Math.max(
    4,
    Math.min(middle - NAME_HEIGHT_PX / 2, viewport.height - NAME_HEIGHT_PX - 4),
  );
  return { left: Math.round(x), top: Math.round(y), width: Math.round(width) };
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
