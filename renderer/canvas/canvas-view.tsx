/** The drawing in the window: a Konva stage of two layers, its overlay, its text mirror and its input. */
import type Konva from 'konva';
import { type ReactElement, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { Layer, Shape, Stage } from 'react-konva';
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
import { AccessibilityMirror } from './mirror/accessibility-mirror.tsx';
import { Announcer } from './mirror/announcer.tsx';
import { OVERLAY_SHAPES } from './overlay/draw-overlay.ts';
import { PortTip } from './overlay/port-tip.tsx';
import { RenameField } from './overlay/rename-field.tsx';
import { CanvasStage, type Scheme } from './stage.ts';
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
      <KonvaLayers editor={editor} stage={stage} />
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

function KonvaLayers({ editor, stage }: { editor: Editor; stage: CanvasStage }): ReactElement {
  const drawing = useRef<Konva.Layer>(null);
  const overlay = useRef<Konva.Layer>(null);
  const { width, height } = useEditorState(editor, (state) => state.viewport);

  useLayoutEffect(() => {
    if (!drawing.current || !overlay.current) return undefined;
    return stage.attach({ drawing: drawing.current, overlay: overlay.current });
  }, [stage]);
  // Layers of another size are empty until they are drawn again.
  useLayoutEffect(() => stage.resized({ width, height }), [stage, width, height]);

  return (
    <Stage width={width} height={height} listening={false} aria-hidden="true">
      <Layer ref={drawing} listening={false}>
        <Shape sceneFunc={stage.drawScene} listening={false} perfectDrawEnabled={false} />
      </Layer>
      <Layer ref={overlay} listening={false}>
        {OVERLAY_SHAPES.map((shape) => (
          <Shape
            key={shape}
            sceneFunc={(context) => stage.drawOverlay(shape, context)}
            listening={false}
            perfectDrawEnabled={false}
          />
        ))}
      </Layer>
    </Stage>
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
