/** A name edited where its thing stands in the plan. */
import { NAME_HEIGHT_PX, NameInput } from '../canvas/overlay/name-input.tsx';
import { isPlanActive, planSelectionBox, selectionOf, toScreen } from '../editor/index.ts';
import { useEditorState, useWorkspace } from '../panels/workspace.ts';

const WIDTH_PX = 180;

export function PlanRename({ onDone }: { readonly onDone: () => void }) {
  const { editor } = useWorkspace();
  const renaming = useEditorState((state) => state.renaming);
  const camera = useEditorState((state) => state.plan.camera);
  if (!renaming || !isPlanActive(editor)) return null;
  const { design, plan } = editor.state;
  const box = planSelectionBox(design, selectionOf([renaming]));
  const corner = box ? toScreen(camera, box) : { x: 0, y: 0 };
  const wide = (box?.width ?? 0) * camera.zoom;
  const high = (box?.height ?? 0) * camera.zoom;
  const at = {
    left: within(corner.x + (wide - WIDTH_PX) / 2, plan.viewport.width - WIDTH_PX),
    top: within(corner.y + (high - NAME_HEIGHT_PX) / 2, plan.viewport.height - NAME_HEIGHT_PX),
    width: WIDTH_PX,
  };
  return (
    <NameInput key={`${renaming.kind} ${renaming.id}`} {...{ editor, renaming, at, onDone }} />
  );
}

function within(value: number, most: number): number {
  return Math.round(Math.max(4, Math.min(value, most - 4)));
}
