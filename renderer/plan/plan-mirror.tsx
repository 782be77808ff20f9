/**
 * The plan as a tree beside the stage, unseen: one tab stop, walked by the arrow keys while nothing is selected, or with
 * Ctrl. Enter selects; the ring around what it is on is drawn on the plan.
 */
import { type KeyboardEvent, type RefObject, useId } from 'react';
import type { PlanLens } from '../../shared/drawing/overlays/plan-lens.ts';
import { say } from '../../shared/text/index.ts';
import styles from '../canvas/canvas.module.css';
import { modifiersOf } from '../canvas/input/to-input.ts';
import {
  isSelected,
  type PlanTarget,
  type Point,
  planRef,
  planTargetBox,
  revealed,
  selectionOf,
  selectionSize,
  setPlan,
  toggled,
  toScreen,
} from '../editor/index.ts';
import { useEditorState, useWorkspace } from '../panels/workspace.ts';
import { planHere, planKey, planLabel, planLines, planWalk } from './plan-mirror-tree.ts';

interface PlanMirrorProps {
  readonly lens: PlanLens | null;
  readonly treeRef: RefObject<HTMLDivElement | null>;
  readonly onFocusShown: (shown: boolean) => void;
  readonly onContextMenu: (target: PlanTarget, client: Point) => void;
}

const WALKS = new Set(['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End']);

export function PlanMirror({ lens, treeRef, onFocusShown, onContextMenu }: PlanMirrorProps) {
  const { editor } = useWorkspace();
  const design = useEditorState((state) => state.design);
  const focus = useEditorState((state) => state.plan.focus);
  const selection = useEditorState((state) => state.selection);
  const here = planHere(design, focus);
  const helpId = useId();

  function goTo(target: PlanTarget): void {
    const { camera, viewport } = editor.state.plan;
    const box = planTargetBox(design, target);
    const to = box ? revealed(camera, box, viewport) : camera;
    setPlan(editor, { focus: target, camera: to, lookedAt: true });
  }
  function choose(target: PlanTarget, add: boolean): void {
    const ref = planRef(target);
    if (!ref) return;
    const now = editor.state.selection;
    setPlan(editor, { focus: target });
    editor.set({ selection: add ? toggled(now, ref) : selectionOf([ref]) });
  }
  function openMenu(target: PlanTarget): void {
    choose(target, false);
    const box = planTargetBox(design, target);
    const { camera } = editor.state.plan;
    const plan = treeRef.current?.parentElement?.parentElement?.getBoundingClientRect();
    const at = box ? toScreen(camera, { x: box.x, y: box.y + box.height }) : { x: 8, y: 8 };
    onContextMenu(target, { x: (plan?.left ?? 0) + at.x, y: (plan?.top ?? 0) + at.y });
  }
  function keyDown(event: KeyboardEvent): void {
    onFocusShown(true);
    if (!here || event.defaultPrevented || editor.state.plan.tool.tool !== 'select') return;
    const { mod, alt, shift } = modifiersOf(event.nativeEvent);
    const ref = planRef(here);
    const isHere = ref !== null && selectionSize(selection) === 1 && isSelected(selection, ref);
    if (event.key === 'ContextMenu' || (event.key === 'F10' && shift)) openMenu(here);
    else if (event.key === 'Enter' && !mod && !alt && !isHere) choose(here, shift);
    else if (WALKS.has(event.key) && !alt && !shift && (mod || selectionSize(selection) === 0)) {
      const next = planWalk(design, here, event.key);
      if (next) goTo(next);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
  const { rows, racks, areas, pathways } = design;
  return (
    <div role="application" aria-label={say('plan.mirror.plan')} className={styles['unseen']}>
      <p id={helpId}>{say('plan.mirror.help')}</p>
      <div
        ref={treeRef}
        role="tree"
        tabIndex={0}
        aria-label={say('plan.mirror.all', {
          rows: rows.size,
          racks: racks.size,
          areas: areas.size,
          pathways: pathways.size,
        })}
        aria-describedby={helpId}
        aria-multiselectable="true"
        aria-activedescendant={here ? planKey(here) : undefined}
        className={styles['unseen']}
        onKeyDown={keyDown}
        onFocus={(event) => {
          setPlan(editor, { active: true });
          onFocusShown(event.currentTarget.matches(':focus-visible'));
        }}
        onBlur={() => onFocusShown(false)}
      >
        {(here ? planLines(design, here) : []).map((line) => {
          const ref = planRef(line.target);
          return (
            <div
              key={planKey(line.target)}
              role="treeitem"
              id={planKey(line.target)}
              aria-level={line.level}
              aria-posinset={line.position}
              aria-setsize={line.count}
              aria-expanded={line.expanded ?? undefined}
              aria-selected={ref !== null && isSelected(selection, ref)}
            >
              {planLabel(design, line.target, lens)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
