/** The faceplate in the window: a Konva stage of one layer, the bar above it, its text mirror and its input. */
import type Konva from 'konva';
import { type ReactElement, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { Layer, Shape, Stage } from 'react-konva';
import canvasStyles from '../canvas/canvas.module.css';
import { Announcer } from '../canvas/mirror/announcer.tsx';
import { useCameraMark, useInput, useViewport } from '../canvas/use-canvas.ts';
import { type Editor, fitFaces, type Point, type Target } from '../editor/index.ts';
import { focusCanvas } from '../panels/focus-canvas.ts';
import { useScheme } from '../panels/scheme.ts';
import { useLive } from '../panels/use-live.ts';
import { useEditorState, useWorkspace } from '../panels/workspace.ts';
import styles from './faceplate.module.css';
import { FaceplateBar } from './faceplate-bar.tsx';
import { FaceplateStage } from './faceplate-stage.ts';
import { PartsMirror } from './parts-mirror.tsx';
import { marksOf, useChecks } from './use-checks.ts';

interface FaceplateViewProps {
  /** "Saved 12:31", to be read out; empty for nothing. */
  readonly saved: string;
  readonly onContextMenu: (target: Target, client: Point) => void;
}

export function FaceplateView({ saved, onContextMenu }: FaceplateViewProps): ReactElement {
  const { editor, analysis: source, settings } = useWorkspace();
  const { analysis } = useLive(source);
  const { wheel } = useLive(settings);
  const scheme = useScheme();
  const canvas = useRef<HTMLDivElement>(null);
  const tree = useRef<HTMLDivElement>(null);
  const stage = useMemo(() => new FaceplateStage(editor), [editor]);
  const cursor = useEditorState((state) => state.overlay.cursor);
  const checks = useChecks();

  useEffect(() => stage.show(scheme, marksOf(checks)), [stage, scheme, checks]);
  useViewport(editor, canvas);
  useCameraMark(editor, canvas);
  useFirstLook(editor);
  useEffect(() => {
    tree.current?.focus({ preventScroll: true });
    // Whoever goes back to the racks goes on there with the keyboard too, once they are in the page again.
    return () => void requestAnimationFrame(focusCanvas);
  }, []);
  useInput({
    editor,
    canvas,
    tree,
    wheel,
    onContextMenu,
    onPointer: () => stage.setFocusShown(false),
    onDoubleClick: () => {},
  });

  return (
    <div className={styles['view']}>
      <FaceplateBar />
      <div className={styles['stage']}>
        <div
          ref={canvas}
          className={canvasStyles['canvas']}
          data-cursor={cursor}
          data-testid="canvas"
        >
          <KonvaLayer stage={stage} />
          <PartsMirror
            treeRef={tree}
            onFocusShown={(shown) => stage.setFocusShown(shown)}
            onContextMenu={onContextMenu}
          />
          <Announcer editor={editor} analysis={analysis} saved={saved} />
        </div>
      </div>
    </div>
  );
}

function KonvaLayer({ stage }: { readonly stage: FaceplateStage }): ReactElement {
  const layer = useRef<Konva.Layer>(null);
  const { width, height } = useEditorState((state) => state.viewport);
  useLayoutEffect(() => (layer.current ? stage.attach(layer.current) : undefined), [stage]);
  // A layer of another size is empty until it is drawn again.
  useLayoutEffect(() => stage.resized({ width, height }), [stage, width, height]);
  return (
    <Stage width={width} height={height} listening={false} aria-hidden="true">
      <Layer ref={layer} listening={false}>
        <Shape sceneFunc={stage.draw} listening={false} perfectDrawEnabled={false} />
      </Layer>
    </Stage>
  );
}

/** The first look, and one at a panel of another size, is at all of the faces. */
function useFirstLook(editor: Editor): void {
  const size = useEditorState(({ design, faceplate }) => {
    const type = faceplate && design.deviceTypes.get(faceplate.typeId);
    return type ? `${type.id} ${type.heightU} ${type.width}` : '';
  });
  useEffect(() => {
    if (size !== '') fitFaces(editor);
  }, [editor, size]);
}
