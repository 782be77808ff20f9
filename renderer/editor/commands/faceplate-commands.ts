/** Commands over the parts of a faceplate, and those that open and leave one. */
import {
  type Alignment,
  alignParts,
  copyToFace,
  distributeParts,
  flipCages,
  groupParts,
  LEAST_TO_ALIGN,
  LEAST_TO_DISTRIBUTE,
  lockParts,
  mirrorLeftRight,
  mirrorTopBottom,
  moveParts,
  moveToOtherFace,
  NUDGE_MM,
  type PartRef,
  partKey,
  ungroupParts,
} from '../../../shared/faceplate/index.ts';
import { typeOf } from '../../../shared/model/design-index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { otherFace } from '../../../shared/model/face.ts';
import { type Reason, reason } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import type { Editor } from '../editor.ts';
import { changeFaceplate } from '../faceplate/change-faceplate.ts';
import { drawType } from '../faceplate/draw-type.ts';
import { closeFaceplate, editFaceplate } from '../faceplate/open-faceplate.ts';
import { type PartKey, pickedParts, readingOrder, refsOf, withGroup } from '../faceplate/parts.ts';
import { goToPart } from '../faceplate/picking.ts';
import { all, always, type Command, mayEdit, when } from './command.ts';

/** The type that is drawn and what is picked of it. */
interface Drawn {
  readonly type: DeviceType;
  readonly refs: readonly PartRef[];
}

function drawnNow(editor: Editor): Drawn | null {
  const { design, faceplate } = editor.state;
  const type = faceplate && design.deviceTypes.get(faceplate.typeId);
  return type ? { type, refs: refsOf(type, faceplate.selected) } : null;
}

/** Whether so many parts are picked. */
function needsParts(editor: Editor, least: number): true | Reason {
  const picked = editor.state.faceplate?.selected.size ?? 0;
  return picked >= least || reason('editor.needs.parts', { least });
}

/** A command that draws the picked parts anew, as one step. */
function drawing(
  keys: readonly string[],
  labelKey: string,
  draw: (drawn: Drawn) => DeviceType,
  least = 1,
): Command {
  return {
    keys,
    can: (editor) => all(mayEdit(editor), needsParts(editor, least)),
    run(editor) {
      const drawn = drawnNow(editor);
      if (!drawn) return;
      const after = draw(drawn);
      if (after === drawn.type) editor.notify('refused', say('editor.refused.nothingMoved'));
      else drawType(editor, after, say(labelKey, { count: drawn.refs.length }));
    },
  };
}

const nudge = (keys: readonly string[], dx: number, dy: number): Command =>
  drawing(keys, 'editor.label.moveParts', ({ type, refs }) => moveParts(type, refs, dx, dy));

const { fine, coarse } = NUDGE_MM;

const align = (key: string, alignment: Alignment): Command =>
  drawing(
    [key],
    'editor.label.alignParts',
    ({ type, refs }) => alignParts(type, refs, alignment),
    LEAST_TO_ALIGN,
  );

const distribute = (key: string, along: 'x' | 'y'): Command =>
  drawing(
    [key],
    'editor.label.distributeParts',
    ({ type, refs }) => distributeParts(type, refs, along, 'gaps'),
    LEAST_TO_DISTRIBUTE,
  );

/** Whether all that is picked is locked. */
function allLocked(editor: Editor): boolean {
  const { design, faceplate } = editor.state;
  const type = faceplate && design.deviceTypes.get(faceplate.typeId);
  if (!type || faceplate.selected.size === 0) return false;
  return pickedParts(type, faceplate.selected).every(({ locked }) => locked);
}

/** The keys of all parts that are shown, front first. */
export function partsShown(editor: Editor): readonly PartKey[] {
  const { design, faceplate } = editor.state;
  const type = faceplate && design.deviceTypes.get(faceplate.typeId);
  if (!type) return [];
  return (['front', 'rear'] as const)
    .filter((face) => faceplate.faces === 'both' || faceplate.faces === face)
    .flatMap((face) => readingOrder(type, face));
}

/** Picks the part or the group that comes after what is picked, in reading order, round and round. */
function walkParts(by: 1 | -1, key: string): Command {
  return {
    keys: [key],
    can: (editor) => when(partsShown(editor).length > 0, 'editor.needs.aPart'),
    // With nothing picked, Tab goes on to the next thing of the window: it is never a trap.
    leavesKey: (editor) => editor.state.faceplate?.selected.size === 0,
    run(editor) {
      const { design, faceplate } = editor.state;
      const type = faceplate && design.deviceTypes.get(faceplate.typeId);
      const order = partsShown(editor);
      if (!type || order.length === 0) return;
      const picked = order.flatMap((each, index) => (faceplate.selected.has(each) ? [index] : []));
      const from = by === 1 ? (picked.at(-1) ?? -1) : (picked[0] ?? order.length);
      const next = order[(from + by + order.length) % order.length];
      if (next === undefined) return;
      changeFaceplate(editor, { selected: new Set(withGroup(type, next)) });
      goToPart(editor, next);
    },
  };
}

export const openingCommands = {
  'faceplate.edit': {
    keys: ['Mod+E'],
    can({ state }) {
      if (state.faceplate) return true;
      return when(typePicked(state) !== null, 'editor.needs.devices');
    },
    checked: ({ state }) => state.faceplate !== null,
    run(editor) {
      const type = typePicked(editor.state);
      if (editor.state.faceplate) closeFaceplate(editor);
      else if (type) editFaceplate(editor, type, true);
    },
  },
} satisfies Readonly<Record<string, Command>>;

/** The type of what is selected, where all of it is of one. */
function typePicked({ design, selection }: Editor['state']): DeviceType | null {
  const types = new Set(
    [...selection.devices].flatMap((id) => {
      const device = design.devices.get(id);
      return device ? [typeOf(design, device)] : [];
    }),
  );
  const [type, ...others] = types;
  return type && others.length === 0 ? type : null;
}

export const faceplateCommands = {
  'faceplate.close': { can: always, run: closeFaceplate },
  'faceplate.next': walkParts(1, 'Tab'),
  'faceplate.previous': walkParts(-1, 'Shift+Tab'),
  'faceplate.left': nudge(['ArrowLeft'], -fine, 0),
  'faceplate.right': nudge(['ArrowRight'], fine, 0),
  'faceplate.up': nudge(['ArrowUp'], 0, -fine),
  'faceplate.down': nudge(['ArrowDown'], 0, fine),
  'faceplate.leftFar': nudge(['Shift+ArrowLeft'], -coarse, 0),
  'faceplate.rightFar': nudge(['Shift+ArrowRight'], coarse, 0),
  'faceplate.upFar': nudge(['Shift+ArrowUp'], 0, -coarse),
  'faceplate.downFar': nudge(['Shift+ArrowDown'], 0, coarse),
  'faceplate.alignLeft': align('Alt+A', 'left'),
  'faceplate.alignCentre': align('Alt+H', 'centre'),
  'faceplate.alignRight': align('Alt+D', 'right'),
  'faceplate.alignTop': align('Alt+W', 'top'),
  'faceplate.alignMiddle': align('Alt+V', 'middle'),
  'faceplate.alignBottom': align('Alt+S', 'bottom'),
  'faceplate.distributeAcross': distribute('Alt+Shift+H', 'x'),
  'faceplate.distributeDown': distribute('Alt+Shift+V', 'y'),
  'faceplate.group': drawing(
    ['Mod+G'],
    'editor.label.groupParts',
    ({ type, refs }) => groupParts(type, refs),
    2,
  ),
  'faceplate.ungroup': drawing(['Mod+Shift+G'], 'editor.label.ungroupParts', ({ type, refs }) =>
    ungroupParts(type, refs),
  ),
  'faceplate.lock': {
    keys: ['Mod+L'],
    can: (editor) => all(mayEdit(editor), needsParts(editor, 1)),
    checked: allLocked,
    run(editor) {
      const drawn = drawnNow(editor);
      if (!drawn) return;
      const locked = !allLocked(editor);
      const key = locked ? 'editor.label.lockParts' : 'editor.label.unlockParts';
      const label = say(key, { count: drawn.refs.length });
      drawType(editor, lockParts(drawn.type, drawn.refs, locked), label);
    },
  },
  'faceplate.toOtherFace': drawing(['M'], 'editor.label.toOtherFace', ({ type, refs }) =>
    moveToOtherFace(type, refs),
  ),
  'faceplate.copyToOtherFace': {
    keys: ['Shift+M'],
    can: (editor) => all(mayEdit(editor), needsParts(editor, 1)),
    run(editor) {
      const drawn = drawnNow(editor);
      const face =
        drawn && pickedParts(drawn.type, editor.state.faceplate?.selected ?? [])[0]?.face;
      if (!drawn || !face) return;
      const { type, refs } = drawn;
      const made = copyToFace(type, refs, otherFace(face), true, editor.ids);
      const label = say('editor.label.copyParts', { count: refs.length });
      drawType(editor, made.type, label, made.added.map(partKey));
    },
  },
  'faceplate.mirrorAcross': drawing(['Shift+H'], 'editor.label.mirrorParts', ({ type, refs }) =>
    mirrorLeftRight(type, refs),
  ),
  'faceplate.mirrorDown': drawing(['Shift+V'], 'editor.label.mirrorParts', ({ type, refs }) =>
    mirrorTopBottom(type, refs),
  ),
  'faceplate.flip': drawing(['Shift+F'], 'editor.label.flipParts', ({ type, refs }) =>
    flipCages(type, refs, !isFlipped(type, refs)),
  ),
  'faceplate.snapping': {
    keys: ['Alt+N'],
    can: always,
    checked: ({ state }) => state.faceplate?.snapping ?? false,
    run: (editor) =>
      changeFaceplate(editor, { snapping: !(editor.state.faceplate?.snapping ?? false) }),
  },
} satisfies Readonly<Record<string, Command>>;

/** Whether the first of these openings is upside down. */
function isFlipped(type: DeviceType, refs: readonly PartRef[]): boolean {
  const first = refs.find(({ part }) => part === 'cage');
  return type.cages.find(({ id }) => id === first?.id)?.flipped ?? false;
}
