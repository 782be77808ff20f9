/**
 * The faceplate as a tree beside the stage, unseen: its faces and their parts in reading order. One tab stop,
 * walked by the arrow keys; it sends the same commands as every other part of the window.
 */
import type { ReactElement, KeyboardEvent as ReactKeyboardEvent, RefObject } from 'react';
import { say } from '../../shared/text/index.ts';
import canvasStyles from '../canvas/canvas.module.css';
import { modifiersOf } from '../canvas/input/to-input.ts';
import {
  changeFaceplate,
  type Editor,
  type FaceplateState,
  goToPart,
  type Point,
  partScreenBox,
  pickParts,
  type Target,
} from '../editor/index.ts';
import { useEditorState, useWorkspace } from '../panels/workspace.ts';
import { type PartLine, partLines } from './part-lines.ts';
import { partText } from './part-text.ts';

interface PartsMirrorProps {
  readonly treeRef: RefObject<HTMLDivElement | null>;
  /** Whether the canvas shows what the keyboard is on. */
  readonly onFocusShown: (shown: boolean) => void;
  readonly onContextMenu: (target: Target, client: Point) => void;
}

/** Lines around the one in focus that are in the page: a face may hold thousands of parts. */
const AROUND = 12;

export function PartsMirror({
  treeRef,
  onFocusShown,
  onContextMenu,
}: PartsMirrorProps): ReactElement {
  const { editor } = useWorkspace();
  const faceplate = useEditorState((state) => state.faceplate);
  const design = useEditorState((state) => state.design);
  const focus = useEditorState((state) => state.focus);
  const type = faceplate && design.deviceTypes.get(faceplate.typeId);
  const lines = faceplate && type ? partLines(type, faceplate.faces) : [];
  const at = Math.max(
    0,
    lines.findIndex((line) => isAt(line, focus)),
  );
  const here = lines[at];
  const shown = lines.slice(Math.max(0, at - AROUND), at + AROUND + 1);

  function keyDown(event: ReactKeyboardEvent): void {
    onFocusShown(true);
    if (!faceplate || event.defaultPrevented || !takesKey(editor, faceplate, event, here)) return;
    event.preventDefault();
    event.stopPropagation();
    const next = lineAfter(lines, at, event.key);
    if (next) goTo(editor, next);
    else if (event.key === 'Enter') choose(editor, here, event.shiftKey);
    else openMenu(editor, here, treeRef, onContextMenu);
  }
  if (!faceplate || !type) return <></>;
  return (
    <div
      role="application"
      aria-label={say('face.mirror.canvas')}
      className={canvasStyles['unseen']}
    >
      <p id="face-mirror-help">{say('face.mirror.help')}</p>
      <div
        ref={treeRef}
        role="tree"
        tabIndex={0}
        aria-label={say('face.mirror.label', {
          model: type.model,
          cages: type.cages.length,
          shapes: type.shapes.length,
        })}
        aria-describedby="face-mirror-help"
        aria-multiselectable="true"
        aria-activedescendant={here ? elementId(here) : undefined}
        className={canvasStyles['unseen']}
        onKeyDown={keyDown}
        onFocus={(event) => onFocusShown(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => onFocusShown(false)}
      >
        {shown.map((line) => (
          <div
            key={elementId(line)}
            id={elementId(line)}
            role="treeitem"
            aria-level={line.kind === 'face' ? 1 : 2}
            aria-posinset={line.position}
            aria-setsize={line.count}
            aria-expanded={line.kind === 'face' ? true : undefined}
            aria-selected={line.kind === 'part' && faceplate.selected.has(line.key)}
          >
            {line.kind === 'face'
              ? say('face.mirror.face', {
                  face: say(`panels.face.${line.face}`),
                  count: line.parts,
                })
              : partText(type, line.part)}
          </div>
        ))}
      </div>
    </div>
  );
}

function isAt(line: PartLine, focus: Target | null): boolean {
  if (line.kind === 'part') return focus?.kind === 'part' && focus.part === line.key;
  return focus?.kind === 'face' && focus.face === line.face;
}

function elementId(line: PartLine): string {
  const name = line.kind === 'part' ? line.key : line.face;
  return `face-mirror-${encodeURIComponent(name)}`;
}

const WALKS = new Set(['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End']);

/** Plain arrows move what is picked; with nothing picked, or with Ctrl, they walk. Enter picks. */
function takesKey(
  editor: Editor,
  faceplate: FaceplateState,
  event: ReactKeyboardEvent,
  here: PartLine | undefined,
): boolean {
  if (editor.state.tool !== 'select') return false;
  const { mod, alt, shift } = modifiersOf(event.nativeEvent);
  if (event.key === 'ContextMenu' || (event.key === 'F10' && shift)) return true;
  if (event.key === 'Enter') return !mod && !alt && here?.kind === 'part';
  if (alt || shift || !WALKS.has(event.key)) return false;
  return mod || faceplate.selected.size === 0;
}

function lineAfter(lines: readonly PartLine[], at: number, key: string): PartLine | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return lines[Math.min(lines.length - 1, at + 1)];
    case 'ArrowUp':
    case 'ArrowLeft':
      return lines[Math.max(0, at - 1)];
    case 'Home':
      return lines[0];
    case 'End':
      return lines.at(-1);
    default:
      return undefined;
  }
}

function goTo(editor: Editor, line: PartLine): void {
  if (line.kind === 'part') goToPart(editor, line.key);
  else editor.set({ focus: { kind: 'face', face: line.face } });
}

function choose(editor: Editor, line: PartLine | undefined, add: boolean): void {
  if (line?.kind !== 'part') return;
  if (add) pickParts(editor, [line.key], 'toggle');
  else pickParts(editor, [line.key], 'only');
}

function openMenu(
  editor: Editor,
  line: PartLine | undefined,
  treeRef: PartsMirrorProps['treeRef'],
  onContextMenu: PartsMirrorProps['onContextMenu'],
): void {
  const canvas = treeRef.current?.closest('[data-testid="canvas"]')?.getBoundingClientRect();
  const origin = { x: canvas?.left ?? 0, y: canvas?.top ?? 0 };
  if (line?.kind !== 'part') {
    const face = line?.face ?? 'front';
    onContextMenu({ kind: 'face', face }, { x: origin.x + 30, y: origin.y + 30 });
    return;
  }
  const { faceplate } = editor.state;
  if (!faceplate?.selected.has(line.key))
    changeFaceplate(editor, { selected: new Set([line.key]) });
  const box = partScreenBox(editor, line.key);
  const at = box ? { x: box.x, y: box.y + box.height } : { x: 30, y: 30 };
  onContextMenu({ kind: 'part', part: line.key }, { x: origin.x + at.x, y: origin.y + at.y });
}
