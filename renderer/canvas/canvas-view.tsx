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
  type Target,
} from '../editor/index.ts';
import styles from './canvas.module.css';
import { listenOnCanvas } from './input/listen.ts';
import { AccessibilityMirror } from './mirror/accessibility-mirror.tsx';
import { Announcer } from './mirror/announcer.tsx';
import { OVERLAY_SHAPES } from './overlay/draw-overlay.ts';
import { PortTip } from './overlay/port-tip.tsx';
import { RenameField } from './overlay/rename-field.tsx';
import { CanvasStage, type Scheme } from './stage.ts';
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
  useInput({ editor, canvas, tree, stage, wheel, onContextMenu });

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

/** Keeps the editor's viewport as large as the element. */
function useViewport(editor: Editor, canvas: React.RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      const { viewport } = editor.state;
      if (width !== viewport.width || height !== viewport.height) {
        editor.set({ viewport: { width, height } });
      }
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [editor, canvas]);
}

/** Tells on the element where the drawing is: world point of its top left corner in mm, and pixels per mm. */
function useCameraMark(editor: Editor, canvas: React.RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    let marked: Editor['state']['camera'] | null = null;
    const mark = (): void => {
      const { camera } = editor.state;
      if (camera === marked) return;
      marked = camera;
      canvas.current?.setAttribute('data-camera', `${camera.x} ${camera.y} ${camera.zoom}`);
    };
    mark();
    return editor.subscribe(mark);
  }, [editor, canvas]);
}

interface InputParts extends Pick<CanvasViewProps, 'editor' | 'wheel' | 'onContextMenu'> {
  readonly canvas: React.RefObject<HTMLDivElement | null>;
  readonly tree: React.RefObject<HTMLDivElement | null>;
  readonly stage: CanvasStage;
}

function useInput(parts: InputParts): void {
  const { editor, canvas, tree, stage } = parts;
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });
  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    // The mouse's own way of moving the focus would take it off the tree again.
    const takeFocus = (event: MouseEvent): void => {
      if (event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      tree.current?.focus({ preventScroll: true });
      stage.setFocusShown(false);
    };
    element.addEventListener('mousedown', takeFocus);
    element.addEventListener('pointerdown', takeFocus);
    const stop = listenOnCanvas(editor, element, {
      wheelAlone: () => latest.current.wheel,
      onContextMenu: (target, client) => latest.current.onContextMenu(target, client),
      onDoubleClick: (target) => doubleClick(editor, target),
    });
    return () => {
      element.removeEventListener('mousedown', takeFocus);
      element.removeEventListener('pointerdown', takeFocus);
      stop();
    };
  }, [editor, canvas, tree, stage]);
}

/** A double click on a name renames it; on a device it renames it too; on a cable or a frame it zooms to it. */
function doubleClick(editor: Editor, target: Target): void {
  switch (target.kind) {
    case 'rack-title':
      beginRenaming(editor, { kind: 'rack', id: target.rackId });
      return;
    case 'device':
      beginRenaming(editor, { kind: 'device', id: target.deviceId });
      return;
    case 'cable':
    case 'rack':
      fitSelection(editor);
      return;
    case 'port':
    case 'canvas':
      return;
    default:
      target satisfies never;
  }
}
