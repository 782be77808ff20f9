/** The drawing in the window: a Konva stage of two layers, its overlay, its text mirror and its input. */
import type Konva from 'konva';
import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import type { Analysis } from '../../shared/analysis/types.ts';
import type { OverlayLens } from '../../shared/drawing/overlays/lens.ts';
import {
  beginRenaming,
  type Editor,
  fitSelection,
  type Point,
  runCommand,
  type Target,
} from '../editor/index.ts';
import styles from './canvas.module.css';
import { KonvaLayers } from './konva-layers.tsx';
import { AccessibilityMirror } from './mirror/accessibility-mirror.tsx';
import { Announcer } from './mirror/announcer.tsx';
import { OVERLAY_SHAPES } from './overlay/draw-overlay.ts';
import { PortTip } from './overlay/port-tip.tsx';
import { RenameField } from './overlay/rename-field.tsx';
import { CanvasStage } from './stage.ts';
import type { Scheme } from './two-layer-stage.ts';
import { useCameraMark, useInput, useViewport } from './use-canvas.ts';
import { useEditorState } from './use-editor-state.ts';

export interface CanvasViewProps {
  readonly editor: Editor;
  /** What is known of the design; null while it is being worked out. */
  readonly analysis: Analysis | null;
  /** What of it lies over the racks; null for nothing. */
  readonly lens: OverlayLens | null;
  readonly scheme: Scheme;
  /** What the wheel does without a modifier. */
  readonly wheel: 'pan' | 'zoom';
  /** "Saved 12:31", to be read out; empty for nothing. */
  readonly saved?: string;
  readonly onContextMenu: (target: Target, client: Point) => void;
}

export function CanvasView(props: CanvasViewProps): ReactElement {
  const { editor, analysis, lens, scheme, wheel, saved = '', onContextMenu } = props;
  const canvas = useRef<HTMLDivElement>(null);
  const tree = useRef<HTMLDivElement>(null);
  const stage = useMemo(() => new CanvasStage(editor), [editor]);
  const cursor = useEditorState(editor, (state) => state.overlay.cursor);
  const viewport = useEditorState(editor, (state) => state.viewport);
  const overlays = OVERLAY_SHAPES.map((name) => ({
    name,
    draw: (context: Konva.Context) => stage.drawOverlay(name, context),
  }));

  useEffect(() => stage.show(analysis, lens, scheme), [stage, analysis, lens, scheme]);
  useViewport(editor, canvas);
  useCameraMark(editor, canvas);
  useInput({
    editor,
    canvas,
    tree,
    wheel,
    onContextMenu,
    onPointer: () => stage.setFocusShown(false),
    onDoubleClick: (target) => doubleClick(editor, target),
  });

  return (
    <div ref={canvas} className={styles['canvas']} data-cursor={cursor} data-testid="canvas">
      <KonvaLayers stage={stage} size={viewport} overlays={overlays} />
      <AccessibilityMirror
        editor={editor}
        analysis={analysis}
        lens={lens}
        treeRef={tree}
        onFocusShown={(shown) => stage.setFocusShown(shown)}
        onContextMenu={onContextMenu}
      />
      <Announcer editor={editor} analysis={analysis} saved={saved} />
      <PortTip editor={editor} lens={lens} />
      <RenameField editor={editor} onDone={() => tree.current?.focus({ preventScroll: true })} />
    </div>
  );
}

/** A double click on a name renames it; on a device it opens its faceplate; on a cable or a frame it zooms to it. */
function doubleClick(editor: Editor, target: Target): void {
  switch (target.kind) {
    case 'rack-title':
      beginRenaming(editor, { kind: 'rack', id: target.rackId });
      return;
    case 'device':
      void runCommand(editor, 'faceplate.edit');
      return;
    case 'cable':
    case 'rack':
      fitSelection(editor);
      return;
    case 'waypoint':
      editor.set({ focus: target });
      void runCommand(editor, 'cable.removeWaypoint');
      return;
    case 'port':
    case 'part':
    case 'face':
    case 'canvas':
      return;
    default:
      target satisfies never;
  }
}
