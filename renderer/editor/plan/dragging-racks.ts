/** Racks in the hand: along their row, into another, or onto open floor, where they become a row of their own. */
import { inPlan, inRow } from '../../../shared/floor/facing.ts';
import { floorPlan, type RackPlace, type RowOnFloor } from '../../../shared/floor/floor-plan.ts';
import { applyDiff } from '../../../shared/model/diff.ts';
import { countingIds, type RackId } from '../../../shared/model/ids.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { RowPlace } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import type { Mm } from '../../../shared/units/length.ts';
import type { Editor } from '../editor.ts';
import type { EditAnswer } from '../edits/edit.ts';
import { type FloorProposal, judged } from '../edits/floor-edit.ts';
import { type Along, standInRow, standOnOpenFloor } from '../edits/floor-rack-edits.ts';
import { boxCentre, type Point } from '../geometry.ts';
import type { PointerInput } from '../pointer.ts';
import type { Gesture } from '../tools/tool.ts';
import { clearPlanOverlay, planWorldAt, showProposal, snapReachMm, snaps } from './plan-gesture.ts';
import { distances, GRID_MM, snapBox, stillBoxes } from './plan-snap.ts';

/** A row is meant by a rack that is held this near to its line, or to its ends, mm. */
const NEAR_ROW_MM: Mm = 500;
const NEAR_END_MM: Mm = 1500;
/** Along the line of its own row a rack is held by it this far beyond its ends, mm. */
const OWN_END_MM: Mm = 10_000;

export function draggingRacks(editor: Editor, start: PointerInput, rackId: RackId): Gesture {
  const { design, selection } = editor.state;
  const plan = floorPlan(design);
  const held = plan.racks.get(rackId);
  const grabbed = planWorldAt(editor, start.screen);
  const group = [...selection.racks].flatMap((id) => plan.racks.get(id) ?? []);
  let land: ((ids: Editor['ids']) => FloorProposal | EditAnswer) | null = null;

  return {
    move(input) {
      if (!held) return;
      const at = planWorldAt(editor, input.screen);
      const from = boxCentre(held.box);
      const wanted = lockedTo(held, input, {
        x: from.x + at.x - grabbed.x,
        y: from.y + at.y - grabbed.y,
      });
      const row = rowAt(plan.rows, wanted, held.rowId);
      const still = rackBoxes(plan.racks.values(), new Set(group.map((each) => each.rackId)));
      if (row) {
        const along = alongWanted(editor, row, held, group, wanted, input);
        land = () => standInRow(design, row.row.id, offsets(group, held, along));
      } else {
        const box = openBox(editor, held, wanted, input);
        const place = cornerOf(held, box);
        land = (ids) => standOnOpenFloor(design, ids, ...onOpenFloor(group, held, place));
      }
      const what = land(trialIds());
      const words = row
        ? say('plan.drop.inRow', { row: row.row.name })
        : say('plan.drop.newRow', { count: group.length });
      showProposal(editor, what, {
        at,
        words,
        guides: heldGuides(editor, what, rackId, still),
        hint: say('plan.hint.dragRack'),
      });
    },
    end() {
      clearPlanOverlay(editor);
      if (land) editor.perform(judged(design, land(editor.ids)));
    },
    cancel() {
      clearPlanOverlay(editor);
    },
  };
}

function trialIds(): Editor['ids'] {
  const count = countingIds();
  return (prefix) => `tentative-${count(prefix)}`;
}

/** Shift keeps racks on the line of their row. */
function lockedTo(held: RackPlace, { modifiers }: PointerInput, wanted: Point): Point {
  if (!modifiers.shift) return wanted;
  const { alongMm } = inRow(held.frame, { xMm: wanted.x, yMm: wanted.y });
  const on = inPlan(held.frame, alongMm, held.depthMm / 2);
  return { x: on.xMm, y: on.yMm };
}

/** The row whose line the middle of a rack is near to; its own row where several are. */
function rowAt(rows: readonly RowOnFloor[], at: Point, own: string): RowOnFloor | null {
  let best: { readonly row: RowOnFloor; readonly away: Mm } | null = null;
  for (const row of rows) {
    if (row.racks.length === 0) continue;
    const { alongMm, backMm } = inRow(row.place, { xMm: at.x, yMm: at.y });
    const beyond = row.row.id === own ? OWN_END_MM : NEAR_END_MM;
    if (alongMm + beyond < 0 || alongMm > row.lengthMm + beyond) continue;
    const away = Math.abs(backMm - row.depthMm / 2) - (row.row.id === own ? 100 : 0);
    if (away > NEAR_ROW_MM) continue;
    if (!best || away < best.away) best = { row, away };
  }
  return best?.row ?? null;
}

/** Where along a row the held rack would begin: beside a neighbour, on a tile, or where the hand has it. */
function alongWanted(
  editor: Editor,
  row: RowOnFloor,
  held: RackPlace,
  group: readonly RackPlace[],
  wanted: Point,
  input: PointerInput,
): Mm {
  const { alongMm } = inRow(row.place, { xMm: wanted.x, yMm: wanted.y });
  const begin = alongMm - held.widthMm / 2;
  if (!snaps(editor, input)) return begin;
  const moving = new Set(group.map(({ rackId }) => rackId));
  const others = row.racks.filter(({ rackId }) => !moving.has(rackId));
  const places = [
    0,
    ...others.flatMap((other) => [other.alongMm + other.widthMm, other.alongMm - held.widthMm]),
  ];
  const reach = Math.max(snapReachMm(editor), GRID_MM / 6);
  const beside = places
    .filter((place) => Math.abs(place - begin) <= reach)
    .sort((a, b) => Math.abs(a - begin) - Math.abs(b - begin))[0];
  if (beside !== undefined) return beside;
  const tile = Math.round(begin / (GRID_MM / 6)) * (GRID_MM / 6);
  return tile;
}

/** All racks in the hand as far from the held one as they were; those of other rows follow one behind the other. */
function offsets(group: readonly RackPlace[], held: RackPlace, along: Mm): readonly Along[] {
  let end = along + held.widthMm;
  return group.map((each) => {
    if (each.rowId === held.rowId) {
      const alongMm = along + each.alongMm - held.alongMm;
      end = Math.max(end, alongMm + each.widthMm);
      return { rackId: each.rackId, alongMm };
    }
    const alongMm = end;
    end += each.widthMm;
    return { rackId: each.rackId, alongMm };
  });
}

function openBox(editor: Editor, held: RackPlace, wanted: Point, input: PointerInput): Box {
  const { width, height } = held.box;
  const box = { x: wanted.x - width / 2, y: wanted.y - height / 2, width, height };
  if (!snaps(editor, input)) return box;
  const still = stillBoxes(editor.state.design, { rows: new Set(), areas: new Set() });
  const { dx, dy } = snapBox(box, still, snapReachMm(editor));
  return { ...box, x: box.x + dx, y: box.y + dy };
}

/** The place of a row that would begin with the held rack in this box. */
function cornerOf({ frame, widthMm, depthMm }: RackPlace, box: Box): RowPlace {
  const middle = boxCentre(box);
  const off = inPlan({ xMm: 0, yMm: 0, facing: frame.facing }, widthMm / 2, depthMm / 2);
  return { xMm: middle.x - off.xMm, yMm: middle.y - off.yMm, facing: frame.facing };
}

function onOpenFloor(
  group: readonly RackPlace[],
  held: RackPlace,
  place: RowPlace,
): [readonly Along[], RowPlace] {
  const along = offsets(group, held, 0);
  const first = Math.min(...along.map(({ alongMm }) => alongMm));
  return [along, { ...place, ...inPlan(place, first, 0) }];
}

function rackBoxes(places: Iterable<RackPlace>, moving: ReadonlySet<RackId>): readonly Box[] {
  return [...places].filter(({ rackId }) => !moving.has(rackId)).map(({ box }) => box);
}

/** How far the held rack would stand from its neighbours. */
function heldGuides(
  editor: Editor,
  what: FloorProposal | EditAnswer,
  rackId: RackId,
  still: readonly Box[],
): ReturnType<typeof distances> {
  if ('ok' in what) return [];
  const box = placeAfter(editor, what, rackId)?.box;
  return box ? distances(box, still) : [];
}

function placeAfter(
  editor: Editor,
  { diff }: FloorProposal,
  rackId: RackId,
): RackPlace | undefined {
  return floorPlan(applyDiff(editor.state.design, diff)).racks.get(rackId);
}
