/** The plan in the window: a Konva stage of two layers, its text mirror, its input and what floats over it. */
import { type ReactElement, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import canvasStyles from '../canvas/canvas.module.css';
import { KonvaLayers } from '../canvas/konva-layers.tsx';
import { Announcer } from '../canvas/mirror/announcer.tsx';
import {
  beginRenaming,
  fitPlan,
  openRack,
  type PlanTarget,
  type Point,
  planRef,
  setPlan,
} from '../editor/index.ts';
import { useScheme } from '../panels/scheme.ts';
import { useLive } from '../panels/use-live.ts';
import { useEditorState, useWorkspace } from '../panels/workspace.ts';
import { EmptyPlan } from './empty-plan.tsx';
import { listenOnPlan } from './plan-input.ts';
import { PlanLegend } from './plan-legend.tsx';
import { PlanMinimap } from './plan-minimap.tsx';
import { PlanMirror } from './plan-mirror.tsx';
import { PlanRename } from './plan-rename.tsx';
import { PlanStage } from './plan-stage.ts';
import { usePlanLens } from './use-plan-lens.ts';

interface PlanViewProps {
  /** "Saved 12:31", to be read out; empty for nothing, and where the elevations read it out already. */
  readonly saved: string;
  /** Whether the plan is all that reads out what happens. */
  readonly alone: boolean;
  readonly onContextMenu: (target: PlanTarget, client: Point) => void;
}

export function PlanView({ saved, alone, onContextMenu }: PlanViewProps): ReactElement {
  const { editor, analysis: source, settings } = useWorkspace();
  const { analysis } = useLive(source);
  const { wheel } = useLive(settings);
  const scheme = useScheme();
  const lens = usePlanLens();
  const element = useRef<HTMLDivElement>(null);
  const tree = useRef<HTMLDivElement>(null);
  const stage = useMemo(() => new PlanStage(editor), [editor]);
  const cursor = useEditorState((state) => state.plan.overlay.cursor);
  const active = useEditorState((state) => state.plan.active);
  const viewport = useEditorState((state) => state.plan.viewport);

  useEffect(() => stage.show(analysis, lens, scheme), [stage, analysis, lens, scheme]);
  useSize(element);
  useMark(element);
  useFirstLook();
  useEffect(() => {
    if (editor.state.plan.active) tree.current?.focus({ preventScroll: true });
  }, [editor]);

  const latest = useRef({ wheel, onContextMenu });
  useEffect(() => {
    latest.current = { wheel, onContextMenu };
  });
  useEffect(() => {
    const plan = element.current;
    if (!plan) return undefined;
    // The mouse's own way of moving the focus would take it off the tree again.
    const takeFocus = (event: MouseEvent): void => {
      if (event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      tree.current?.focus({ preventScroll: true });
      stage.setFocusShown(false);
    };
    plan.addEventListener('mousedown', takeFocus);
    plan.addEventListener('pointerdown', takeFocus);
    const stop = listenOnPlan(editor, plan, {
      wheelAlone: () => latest.current.wheel,
      onContextMenu: (target, client) => latest.current.onContextMenu(target, client),
      onDoubleClick: (target) => {
        if (target.kind === 'rack') openRack(editor, target.rackId);
        const ref = planRef(target);
        if (ref && target.kind !== 'rack') beginRenaming(editor, ref);
      },
    });
    return () => {
      plan.removeEventListener('mousedown', takeFocus);
      plan.removeEventListener('pointerdown', takeFocus);
      stop();
    };
  }, [editor, stage]);

  return (
    <>
      <div
        ref={element}
        className={canvasStyles['canvas']}
        data-cursor={cursor}
        data-testid="plan"
        data-active={active}
      >
        <KonvaLayers
          stage={stage}
          size={viewport}
          overlays={[{ name: 'plan', draw: stage.drawOverlay }]}
        />
        <PlanMirror
          lens={lens}
          treeRef={tree}
          onFocusShown={(shown) => stage.setFocusShown(shown)}
          onContextMenu={onContextMenu}
        />
        {alone ? <Announcer editor={editor} analysis={analysis} saved={saved} /> : null}
        <PlanRename onDone={() => tree.current?.focus({ preventScroll: true })} />
      </div>
      <EmptyPlan />
      {lens === null ? null : <PlanLegend lens={lens} />}
      <PlanMinimap />
    </>
  );
}

/** Keeps the plan's viewport as large as its element. */
function useSize(element: React.RefObject<HTMLDivElement | null>): void {
  const { editor } = useWorkspace();
  useLayoutEffect(() => {
    const plan = element.current;
    if (!plan) return undefined;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = plan;
      const { viewport } = editor.state.plan;
      if (width !== viewport.width || height !== viewport.height) {
        setPlan(editor, { viewport: { width, height } });
      }
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(plan);
    return () => observer.disconnect();
  }, [editor, element]);
}

/** Tells on the element where the plan is: plan point of its top left corner in mm, and pixels per mm. */
function useMark(element: React.RefObject<HTMLDivElement | null>): void {
  const { editor } = useWorkspace();
  useLayoutEffect(() => {
    const mark = (): void => {
      const { x, y, zoom } = editor.state.plan.camera;
      const text = `${x} ${y} ${zoom}`;
      const plan = element.current;
      if (plan?.dataset['planCamera'] !== text) plan?.setAttribute('data-plan-camera', text);
    };
    mark();
    return editor.subscribe(mark);
  }, [editor, element]);
}

/** The first look is at all of the plan, unless one came to a place of it. */
function useFirstLook(): void {
  const { editor } = useWorkspace();
  const empty = useEditorState(
    ({ design }) => design.racks.size + design.areas.size + design.pathways.size === 0,
  );
  const sized = useEditorState((state) => state.plan.viewport.width > 0);
  useLayoutEffect(() => {
    if (!sized || empty || editor.state.plan.lookedAt) return;
    fitPlan(editor);
  }, [editor, empty, sized]);
}
