/** Moving what stands on the floor: rows, areas and pathways together; racks step by step. */
import { boxOfArea } from '../../../shared/floor/area-box.ts';
import { inPlan, inRow } from '../../../shared/floor/facing.ts';
import { floorPlan, type RackPlace, type RowOnFloor } from '../../../shared/floor/floor-plan.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { RackId, RowId } from '../../../shared/model/ids.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { Area, RowPlace } from '../../../shared/model/records.ts';
import type { Mm } from '../../../shared/units/length.ts';
import { boxCentre } from '../geometry.ts';
import type { FloorSelection } from '../selection.ts';
import { type EditAnswer, refused } from './edit.ts';
import { type FloorProposal, judged, proposalOf, racksOf, rowsOnFloor } from './floor-edit.ts';
import { moveOnFloor, placeRow } from './floor-edits.ts';
import { standInRow } from './floor-rack-edits.ts';

/** Moves rows, areas and pathways by so much, where racks can stand then. */
export function proposeMove(
  design: Design,
  things: FloorSelection,
  dx: Mm,
  dy: Mm,
): FloorProposal | EditAnswer {
  const under = [...things.areas].flatMap((id) => {
    const area = design.areas.get(id);
    return area ? racksUnder(design, { ...area, xMm: area.xMm + dx, yMm: area.yMm + dy }) : [];
  });
  const racks = [...racksOf(rowsOnFloor(design, things.rows)), ...under];
  return proposalOf(moveOnFloor(design, things, dx, dy), racks);
}

/** Stands a row somewhere, where its racks can stand; null = where its order puts it. */
export function standRow(design: Design, id: RowId, place: RowPlace | null): EditAnswer {
  const racks = racksOf(rowsOnFloor(design, new Set([id])));
  return judged(design, proposalOf(placeRow(design, id, place), racks));
}

/** The racks that an area would stand in, where it is one that nothing may stand in. */
export function racksUnder(design: Design, area: Area): readonly RackId[] {
  if (area.purpose !== 'column' && area.purpose !== 'keep-out') return [];
  const box = boxOfArea(area);
  const meets = (other: Box): boolean =>
    other.x < box.x + box.width &&
    box.x < other.x + other.width &&
    other.y < box.y + box.height &&
    box.y < other.y + other.height;
  return [...floorPlan(design).racks.values()].flatMap((place) =>
    meets(place.box) ? [place.rackId] : [],
  );
}

/** Moves racks of one row along it, or over to the row beside it, whichever way the step goes on the page. */
export function nudgeRacks(design: Design, ids: ReadonlySet<RackId>, dx: Mm, dy: Mm): EditAnswer {
  const plan = floorPlan(design);
  const places = [...ids].flatMap((id) => plan.racks.get(id) ?? []);
  const [first] = places;
  if (!first || places.some(({ rowId }) => rowId !== first.rowId)) {
    return refused('plan.needs.oneRow');
  }
  const step = inPlan({ ...first.frame, xMm: 0, yMm: 0 }, 1, 0);
  const along = step.xMm * dx + step.yMm * dy;
  if (along !== 0) {
    const moved = places.map(({ rackId, alongMm }) => ({ rackId, alongMm: alongMm + along }));
    return judged(design, standInRow(design, first.rowId, moved));
  }
  const next = rowBeside(plan.rows, first, dx, dy);
  if (!next) return refused('plan.refused.noRowThere');
  const moved = places.map((place) => ({
    rackId: place.rackId,
    alongMm: alongIn(next, place) - place.widthMm / 2,
  }));
  return judged(design, standInRow(design, next.row.id, moved));
}

function alongIn({ place }: RowOnFloor, { box }: RackPlace): Mm {
  const { x, y } = boxCentre(box);
  return inRow(place, { xMm: x, yMm: y }).alongMm;
}

/** The nearest row on that side of a rack. */
function rowBeside(
  rows: readonly RowOnFloor[],
  { rowId, box }: RackPlace,
  dx: Mm,
  dy: Mm,
): RowOnFloor | undefined {
  const from = boxCentre(box);
  const away = (row: RowOnFloor): Mm => {
    const to = boxCentre(row.box);
    return (to.x - from.x) * Math.sign(dx) + (to.y - from.y) * Math.sign(dy);
  };
  return rows
    .filter((row) => row.row.id !== rowId && row.racks.length > 0 && away(row) > 0)
    .sort((a, b) => away(a) - away(b))[0];
}
