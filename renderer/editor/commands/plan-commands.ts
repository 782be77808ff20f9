/** What can be done on the floor: moving, lining up, turning, numbering, drawing, and what lies over it. */
import {
  PLAN_OVERLAY_KINDS,
  type PlanOverlayKind,
} from '../../../shared/drawing/overlays/plan-overlay.ts';
import { floorPlan } from '../../../shared/floor/floor-plan.ts';
import type { Design } from '../../../shared/model/design.ts';
import { racksInRow } from '../../../shared/model/design-index.ts';
import { applyDiff } from '../../../shared/model/diff.ts';
import type { RowId } from '../../../shared/model/ids.ts';
import type { AreaPurpose, PathwayLevel, Rack } from '../../../shared/model/records.ts';
import type { Reason } from '../../../shared/rules/index.ts';
import type { Editor } from '../editor.ts';
import { drawArea, drawPathway } from '../edits/area-edits.ts';
import { type EditAnswer, edited, editLabel, refused } from '../edits/edit.ts';
import { judged, proposalOf, racksOf, rowsOnFloor } from '../edits/floor-edit.ts';
import {
  alignOnFloor,
  type Edge,
  type FloorThings,
  mirrorRows,
  spaceOnFloor,
  turnRows,
} from '../edits/floor-edits.ts';
import { nudgeRacks, proposeMove } from '../edits/floor-move.ts';
import { turnRacks } from '../edits/floor-rack-edits.ts';
import { nameRows } from '../edits/floor-row-edits.ts';
import { numberRacks } from '../edits/number-racks.ts';
import { setPlan } from '../plan/plan-camera.ts';
import { GRID_MM } from '../plan/plan-snap.ts';
import { takePlanTool } from '../plan/plan-tool.ts';
import { NOTHING_SELECTED, type Selection } from '../selection.ts';
import { all, always, type Command, mayEdit, when } from './command.ts';

/** Steps of the arrow keys, mm: a sixth of a tile, and with Shift a whole one. */
const STEP_MM = GRID_MM / 6;

function stands({ racks, rows, areas, pathways }: Selection): boolean {
  return racks.size + rows.size + areas.size + pathways.size > 0;
}

function nudge(key: string, x: number, y: number, stepMm: number): Command {
  return {
    keys: [key],
    can: (editor) =>
      all(mayEdit(editor), when(stands(editor.state.selection), 'plan.needs.onFloor')),
    run(editor) {
      const { design, selection } = editor.state;
      const answer =
        selection.racks.size > 0
          ? nudgeRacks(design, selection.racks, x * stepMm, y * stepMm)
          : judged(design, proposeMove(design, selection, x * stepMm, y * stepMm));
      editor.perform(answer);
    },
  };
}

/** The rows that are meant: those selected, and those of selected racks. */
function rowsMeant(design: Design, { rows, racks }: Selection): ReadonlySet<RowId> {
  const meant = new Set<RowId>(rows);
  const plan = floorPlan(design);
  for (const id of racks) {
    const rowId = plan.racks.get(id)?.rowId;
    if (rowId !== undefined) meant.add(rowId);
  }
  return meant;
}

function ofRows(
  keys: readonly string[],
  make: (design: Design, rows: ReadonlySet<RowId>) => EditAnswer,
): Command {
  return {
    keys,
    can: (editor) => all(mayEdit(editor), meansRows(editor)),
    run(editor) {
      const { design, selection } = editor.state;
      const rows = rowsMeant(design, selection);
      const racks = racksOf(rowsOnFloor(design, rows));
      editor.perform(judged(design, proposalOf(make(design, rows), racks)));
    },
  };
}

/** Numbers the racks of several rows as one step: `A01`, `A02` and so on. */
function numberAll(design: Design, rows: ReadonlySet<RowId>): EditAnswer {
  let after = design;
  const updated: (readonly [Rack, Rack])[] = [];
  for (const rowId of rows) {
    const answer = numberRacks(after, rowId, NUMBERS);
    if (!answer.ok) return answer;
    after = applyDiff(after, answer.edit.diff);
    for (const { id } of racksInRow(after, rowId)) {
      const [before, now] = [design.racks.get(id), after.racks.get(id)];
      if (before && now && before.name !== now.name) updated.push([before, now]);
    }
  }
  if (updated.length === 0) return refused('plan.refused.numbered');
  const names = updated.map(([, { name }]) => name);
  return edited(editLabel('editor.label.numberRacks', names), { updated });
}
const NUMBERS = { pattern: '{row}##', from: 1, fromRight: false } as const;

function meansRows({ state }: Editor): true | Reason {
  return when(rowsMeant(state.design, state.selection).size > 0, 'plan.needs.rackOrRow');
}

/** Rows and areas that are meant, where there are enough of them. */
function ofThings(
  least: 2 | 3,
  key: string,
  make: (design: Design, things: FloorThings) => EditAnswer,
): Command {
  const thingsOf = ({ design, selection }: Editor['state']): Required<FloorThings> => ({
    rows: rowsMeant(design, selection),
    areas: selection.areas,
    pathways: [],
  });
  return {
    keys: [key],
    can: (editor) => {
      const { rows, areas } = thingsOf(editor.state);
      const count = [...rows, ...areas].length;
      const needed = least === 2 ? 'editor.refused.alignTwo' : 'editor.refused.spaceThree';
      return all(mayEdit(editor), when(count >= least, needed));
    },
    run(editor) {
      const { design } = editor.state;
      const things = thingsOf(editor.state);
      const racks = racksOf(rowsOnFloor(design, new Set(things.rows)));
      editor.perform(judged(design, proposalOf(make(design, things), racks)));
    },
  };
}

const align = (edge: Edge, key: string): Command =>
  ofThings(2, key, (design, things) => alignOnFloor(design, things, edge));

const space = (axis: 'across' | 'down', key: string): Command =>
  ofThings(3, key, (design, things) => spaceOnFloor(design, things, axis));

/** Draws an area by hand. */
function drawsArea(purpose: AreaPurpose): Command {
  return {
    can: mayEdit,
    run: (editor) => takePlanTool(editor, { tool: 'area', purpose }),
    checked: ({ state: { plan } }) => plan.tool.tool === 'area' && plan.tool.purpose === purpose,
  };
}

function drawsPathway(level: PathwayLevel): Command {
  return {
    can: mayEdit,
    run: (editor) => takePlanTool(editor, { tool: 'pathway', level }),
    checked: ({ state: { plan } }) => plan.tool.tool === 'pathway' && plan.tool.level === level,
  };
}

/** Makes what the tool in the hand draws, in the middle of the view: for who does not drag. */
function placeInMiddle(editor: Editor): void {
  const { design, plan } = editor.state;
  const { camera, viewport, tool } = plan;
  const onTile = (value: number): number => Math.round(value / GRID_MM) * GRID_MM;
  const x = onTile(camera.x + viewport.width / 2 / camera.zoom);
  const y = onTile(camera.y + viewport.height / 2 / camera.zoom);
  const made =
    tool.tool === 'area'
      ? drawArea(design, editor.ids, tool.purpose, { x, y, ...NEW_AREA_MM[tool.purpose] })
      : tool.tool === 'pathway'
        ? drawPathway(design, editor.ids, tool.level, [
            { xMm: x, yMm: y },
            { xMm: x + 10 * GRID_MM, yMm: y },
          ])
        : null;
  if (made && editor.perform(judged(design, made))) takePlanTool(editor, { tool: 'select' });
}
const NEW_AREA_MM: Readonly<
  Record<AreaPurpose, { readonly width: number; readonly height: number }>
> = {
  room: { width: 12_000, height: 9000 },
  'cold-aisle': { width: 6000, height: 1200 },
  'hot-aisle': { width: 6000, height: 900 },
  column: { width: 600, height: 600 },
  'keep-out': { width: 1200, height: 1200 },
};

/** Lays an overlay over the plan; the one that lies there is taken away. */
function overlay(kind: PlanOverlayKind): Command {
  return {
    keys: [`Alt+${PLAN_OVERLAY_KINDS.indexOf(kind) + 1}`],
    can: always,
    run: (editor) => setPlan(editor, { lens: editor.state.plan.lens === kind ? null : kind }),
    checked: ({ state }) => state.plan.lens === kind,
  };
}

export const planCommands = {
  'plan.left': nudge('ArrowLeft', -1, 0, STEP_MM),
  'plan.right': nudge('ArrowRight', 1, 0, STEP_MM),
  'plan.up': nudge('ArrowUp', 0, -1, STEP_MM),
  'plan.down': nudge('ArrowDown', 0, 1, STEP_MM),
  'plan.leftFar': nudge('Shift+ArrowLeft', -1, 0, GRID_MM),
  'plan.rightFar': nudge('Shift+ArrowRight', 1, 0, GRID_MM),
  'plan.upFar': nudge('Shift+ArrowUp', 0, -1, GRID_MM),
  'plan.downFar': nudge('Shift+ArrowDown', 0, 1, GRID_MM),
  'plan.turn': {
    keys: ['R'],
    can: (editor) =>
      all(
        mayEdit(editor),
        when(
          editor.state.selection.racks.size + editor.state.selection.rows.size > 0,
          'plan.needs.rackOrRow',
        ),
      ),
    run(editor) {
      const { design, selection } = editor.state;
      const { racks, rows } = selection;
      const turned = racks.size > 0 ? turnRacks(design, racks) : mirrorRows(design, rows);
      const moved = racks.size > 0 ? racks : racksOf(rowsOnFloor(design, rows));
      editor.perform(judged(design, proposalOf(turned, moved)));
    },
  },
  'plan.quarterTurn': ofRows(['Shift+R'], turnRows),
  'plan.mirror': ofRows(['Shift+M'], mirrorRows),
  'plan.alignLeft': align('left', 'Alt+Shift+A'),
  'plan.alignRight': align('right', 'Alt+Shift+D'),
  'plan.alignTop': align('top', 'Alt+Shift+W'),
  'plan.alignBottom': align('bottom', 'Alt+Shift+S'),
  'plan.distributeAcross': space('across', 'Alt+Shift+H'),
  'plan.distributeDown': space('down', 'Alt+Shift+V'),
  'plan.numberRacks': ofRows(['N'], numberAll),
  'plan.nameRows': ofRows(['Shift+N'], nameRows),
  'plan.selectRow': {
    keys: ['Mod+L'],
    can: (editor) => meansRows(editor),
    run(editor) {
      const { design, selection } = editor.state;
      editor.set({
        selection: { ...NOTHING_SELECTED, rows: rowsMeant(design, selection) },
      });
    },
  },
  'plan.draw.room': drawsArea('room'),
  'plan.draw.cold-aisle': drawsArea('cold-aisle'),
  'plan.draw.hot-aisle': drawsArea('hot-aisle'),
  'plan.draw.column': drawsArea('column'),
  'plan.draw.keep-out': drawsArea('keep-out'),
  'plan.draw.overhead': drawsPathway('overhead'),
  'plan.draw.underfloor': drawsPathway('underfloor'),
  'plan.placeInMiddle': {
    keys: ['Shift+Enter'],
    can: (editor) =>
      all(
        mayEdit(editor),
        when(['area', 'pathway'].includes(editor.state.plan.tool.tool), 'plan.needs.drawing'),
      ),
    run: placeInMiddle,
  },
  'plan.snapping': {
    keys: ["Mod+'"],
    can: always,
    run: (editor) => setPlan(editor, { snapping: !editor.state.plan.snapping }),
    checked: ({ state }) => state.plan.snapping,
  },
  'plan.overlay.none': {
    keys: ['Alt+0'],
    can: always,
    run: (editor) => setPlan(editor, { lens: null }),
    checked: ({ state }) => state.plan.lens === null,
  },
  'plan.overlay.power': overlay('power'),
  'plan.overlay.heat': overlay('heat'),
  'plan.overlay.weight': overlay('weight'),
  'plan.overlay.ports': overlay('ports'),
  'plan.overlay.reach': overlay('reach'),
  'plan.overlay.copper': overlay('copper'),
  'plan.overlay.trays': overlay('trays'),
} satisfies Readonly<Record<string, Command>>;
