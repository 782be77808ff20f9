/**
 * The drawing as a tree beside the stage, unseen: one tab stop, walked by the arrow keys. It sends the same
 * commands as every other part of the window; the ring around what it is on is drawn on the canvas.
 */
import {
  type ReactElement,
  type KeyboardEvent as ReactKeyboardEvent,
  type RefObject,
  useState,
} from 'react';
import type { Analysis } from '../../../shared/analysis/types.ts';
import type { OverlayLens } from '../../../shared/drawing/overlays/lens.ts';
import type { Design } from '../../../shared/model/design.ts';
import { cableAt } from '../../../shared/model/design-index.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import { say } from '../../../shared/text/index.ts';
import {
  type Editor,
  isSelected,
  type Point,
  revealed,
  type SelectionRef,
  selectionOf,
  selectionSize,
  type Target,
  targetBox,
  toggled,
  toScreen,
} from '../../editor/index.ts';
import styles from '../canvas.module.css';
import { modifiersOf } from '../input/to-input.ts';
import { rackNotes } from '../scene/rack-notes.ts';
import { useEditorState } from '../use-editor-state.ts';
import { labelOf } from './mirror-labels.ts';
import { keyOf, type MirrorNode, nodeOf, nodeStands, rootNodes, targetOf } from './mirror-tree.ts';
import { walk } from './mirror-walk.ts';
import { type MirrorLine, mirrorLines } from './mirror-window.ts';

interface MirrorProps {
  readonly editor: Editor;
  readonly analysis: Analysis | null;
  readonly lens: OverlayLens | null;
  readonly treeRef: RefObject<HTMLDivElement | null>;
  /** Whether the canvas shows what the keyboard is on. */
  readonly onFocusShown: (shown: boolean) => void;
  readonly onContextMenu: (target: Target, client: Point) => void;
}

export function AccessibilityMirror(props: MirrorProps): ReactElement {
  const { editor, analysis, lens, treeRef, onFocusShown } = props;
  const design = useEditorState(editor, (state) => state.design);
  const focus = useEditorState(editor, (state) => state.focus);
  const selection = useEditorState(editor, (state) => state.selection);
  const [row, setRow] = useState<MirrorNode | null>(null);
  const here = nodeHere(design, focus, row);
  const notes = rackNotes(analysis);

  function goTo(node: MirrorNode): void {
    const target = targetOf(design, node);
    setRow(node.kind === 'row' ? node : null);
    const box = target && targetBox(design, editor.layout, target);
    const { camera, viewport } = editor.state;
    const around = box && grown(box, SURROUNDINGS_PX / camera.zoom);
    editor.set({ focus: target, camera: around ? revealed(camera, around, viewport) : camera });
  }
  function keyDown(event: ReactKeyboardEvent): void {
    onFocusShown(true);
    if (!here || event.defaultPrevented || !takesKey(editor, event, here)) return;
    const next = walk(design, here, event.key);
    if (next) goTo(next);
    else if (event.key === 'Enter') choose(editor, here, event.shiftKey);
    else openMenu(props, here);
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div role="application" aria-label={say('mirror.canvas')} className={styles['unseen']}>
      <p id="mirror-help">{say('mirror.canvasHelp')}</p>
      <div
        ref={treeRef}
        role="tree"
        tabIndex={0}
        aria-label={designLabel(design)}
        aria-describedby="mirror-help"
        aria-multiselectable="true"
        aria-activedescendant={here ? elementId(keyOf(here)) : undefined}
        className={styles['unseen']}
        onKeyDown={keyDown}
        onFocus={(event) => onFocusShown(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => onFocusShown(false)}
      >
        {(here ? mirrorLines(design, here) : []).map((line) => (
          <MirrorItem
            key={line.key}
            line={line}
            label={labelOf(design, notes, line.node, lens)}
            selected={isNodeSelected(design, selection, line.node)}
          />
        ))}
      </div>
    </div>
  );
}

interface MirrorItemProps {
  readonly line: MirrorLine;
  readonly label: string;
  readonly selected: boolean;
}

function MirrorItem({ line, label, selected }: MirrorItemProps): ReactElement {
  return (
    <div
      role="treeitem"
      id={elementId(line.key)}
      aria-level={line.level}
      aria-posinset={line.position}
      aria-setsize={line.count}
      aria-expanded={line.expanded ?? undefined}
      aria-selected={selected}
    >
      {label}
    </div>
  );
}

/** How much around what the keyboard is on stays in view, px. */
const SURROUNDINGS_PX = 40;

function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

/** Where the keyboard is: on what the editor says, on a row, or at the beginning. */
function nodeHere(design: Design, focus: Target | null, row: MirrorNode | null): MirrorNode | null {
  const focused = focus && nodeOf(design, focus);
  if (focused && nodeStands(design, focused)) {
    return focus.kind === 'rack' && focus.u !== null ? roomOr(design, focus, focused) : focused;
  }
  if (row && nodeStands(design, row)) return row;
  return rootNodes(design)[0] ?? null;
}

/** Free room is in focus as the unit at its lower end. */
function roomOr(
  design: Design,
  focus: Extract<Target, { kind: 'rack' }>,
  rack: MirrorNode,
): MirrorNode {
  const bottomU = focus.u ?? 0;
  const room: MirrorNode = { kind: 'room', rackId: focus.rackId, bottomU, topU: bottomU };
  return nodeStands(design, room) ? room : rack;
}

const ENTERS = new Set(['Enter', 'ContextMenu']);

/**
 * Whether the mirror takes a key. Plain arrows move what is selected; with nothing selected, or with Ctrl,
 * they walk. Enter selects, and is left to the commands (rename) when that is selected already.
 */
function takesKey(editor: Editor, event: ReactKeyboardEvent, here: MirrorNode): boolean {
  const { tool, selection, design } = editor.state;
  if (tool !== 'select') return false;
  const { mod, alt, shift } = modifiersOf(event.nativeEvent);
  if (event.key === 'F10' && shift) return true;
  if (event.key === 'Enter') return !mod && !alt && !onlySelected(design, selection, here);
  if (ENTERS.has(event.key)) return true;
  if (alt || shift || !WALKS.has(event.key)) return false;
  return mod || selectionSize(selection) === 0;
}

const WALKS = new Set([
  'ArrowDown',
  'ArrowUp',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

function refOf(design: Design, node: MirrorNode): SelectionRef | null {
  switch (node.kind) {
    case 'row':
      return null;
    case 'rack':
    case 'room':
      return { kind: 'rack', id: node.rackId };
    case 'device':
      return { kind: 'device', id: node.deviceId };
    case 'port': {
      const cable = cableAt(design, node);
      return cable ? { kind: 'cable', id: cable.id } : { kind: 'device', id: node.deviceId };
    }
    default:
      return node satisfies never;
  }
}

function isNodeSelected(
  design: Design,
  selection: Editor['state']['selection'],
  node: MirrorNode,
): boolean {
  const ref = node.kind === 'room' || node.kind === 'port' ? null : refOf(design, node);
  return ref !== null && isSelected(selection, ref);
}

function onlySelected(
  design: Design,
  selection: Editor['state']['selection'],
  node: MirrorNode,
): boolean {
  const ref = refOf(design, node);
  return ref !== null && selectionSize(selection) === 1 && isSelected(selection, ref);
}

/** Selects a node; a port stands for its cable, or for its device while it has none. */
function choose(editor: Editor, node: MirrorNode, add: boolean): void {
  const { design, selection } = editor.state;
  const ref = refOf(design, node);
  if (ref) editor.set({ selection: add ? toggled(selection, ref) : selectionOf([ref]) });
}

function openMenu({ editor, treeRef, onContextMenu }: MirrorProps, node: MirrorNode): void {
  const { design, camera } = editor.state;
  choose(editor, node, false);
  const target = targetOf(design, node) ?? { kind: 'canvas' };
  const box = targetBox(design, editor.layout, target);
  const canvas = treeRef.current?.parentElement?.parentElement?.getBoundingClientRect();
  const at = box ? toScreen(camera, { x: box.x, y: box.y + box.height }) : { x: 8, y: 8 };
  onContextMenu(target, { x: (canvas?.left ?? 0) + at.x, y: (canvas?.top ?? 0) + at.y });
}

function designLabel(design: Design): string {
  return say('mirror.design', {
    name: design.settings.name,
    rows: design.rows.size,
    racks: design.racks.size,
    devices: design.devices.size,
  });
}

function elementId(key: string): string {
  return `mirror-${key.replaceAll(' ', '-')}`;
}
