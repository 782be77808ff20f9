/** Rows by the dozen: added as a block, and named in the order in which they stand. */
import { inPlan, isUpright, opposite } from '../../../shared/floor/facing.ts';
import { planBounds } from '../../../shared/floor/plan-bounds.ts';
import type { Design } from '../../../shared/model/design.ts';
import { orderedRows } from '../../../shared/model/design-index.ts';
import type { IdSource, RowId } from '../../../shared/model/ids.ts';
import type { Facing, Rack, Row, RowPlace } from '../../../shared/model/records.ts';
import type { Mm } from '../../../shared/units/length.ts';
import { selectionOf } from '../selection.ts';
import { type EditAnswer, edited, editLabel } from './edit.ts';
import { judged, proposal, rowsOnFloor } from './floor-edit.ts';
import { nameSource } from './names.ts';
import { nextRowName, type RackSpec } from './rack-edits.ts';

/** Names rows by letters in the order in which they stand: down the page, then to the right. */
export function nameRows(design: Design, ids: ReadonlySet<RowId>): EditAnswer {
  const rows = rowsOnFloor(design, ids).toSorted((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
  const others = orderedRows(design).filter(({ id }) => !ids.has(id));
  const taken = others.map(({ name }) => name);
  const updated = rows.flatMap(({ row }): (readonly [Row, Row])[] => {
    const name = nextRowName(taken);
    taken.push(name);
    return row.name === name ? [] : [[row, { ...row, name }]];
  });
  const label = editLabel(
    'plan.label.nameRows',
    updated.map(([, { name }]) => name),
  );
  return edited(label, { updated });
}

/** A block of rows, all alike. */
export interface RowBlock {
  readonly rows: number;
  readonly racksPerRow: number;
  /** Where the fronts of the first row look. */
  readonly facing: Facing;
  /** Every second row looks the other way, so that fronts and backs share aisles. */
  readonly facesInPairs: boolean;
  /** Between two fronts, or between rows that all look one way. */
  readonly coldAisleMm: Mm;
  /** Between two backs. */
  readonly hotAisleMm: Mm;
  readonly rack: RackSpec;
}

/** The floor between what stands and a block that is added below it. */
const BESIDE_MM: Mm = 1200;

/** Adds a block of rows on free floor below all that stands there. */
export function addRowBlock(design: Design, ids: IdSource, block: RowBlock): EditAnswer {
  const bounds = planBounds(design);
  const isEmpty = design.racks.size === 0 && design.areas.size === 0;
  const start = isEmpty ? { x: 0, y: 0 } : { x: bounds.x, y: bounds.y + bounds.height + BESIDE_MM };
  const rackNames = nameSource([...design.racks.values()].map(({ name }) => name));
  const taken = orderedRows(design).map(({ name }) => name);
  const lastOrder = orderedRows(design).at(-1)?.order ?? -1;
  const lengthMm = block.racksPerRow * block.rack.widthMm;
  const added: (Row | Rack)[] = [];
  let offset = 0;
  for (let index = 0; index < block.rows; index += 1) {
    const isOpposite = block.facesInPairs && index % 2 === 1;
    const facing = isOpposite ? opposite(block.facing) : block.facing;
    const name = nextRowName(taken);
    taken.push(name);
    const corner = isUpright(block.facing)
      ? { x: start.x, y: start.y + offset }
      : { x: start.x + offset, y: start.y };
    const row: Row = {
      kind: 'row',
      id: ids('row'),
      name,
      order: lastOrder + 1 + index,
      place: cornerPlace(corner, facing, lengthMm, block.rack.depthMm),
    };
    added.push(row);
    for (let order = 0; order < block.racksPerRow; order += 1) {
      const digits = Math.max(2, String(block.racksPerRow).length);
      added.push({
        kind: 'rack',
        id: ids('rack'),
        name: rackNames(`${name}${String(order + 1).padStart(digits, '0')}`),
        rowId: row.id,
        order,
        gapMm: 0,
        turned: false,
        ...block.rack,
        notes: '',
        extra: '',
      });
    }
    offset += block.rack.depthMm + aisleAfter(block, facing);
  }
  const racks = added.filter((record): record is Rack => record.kind === 'rack');
  const label = editLabel(
    'editor.label.addRack',
    racks.map(({ name }) => name),
  );
  const rows = added.filter((record): record is Row => record.kind === 'row');
  const standing = racks.map(({ id }) => id);
  return judged(design, proposal(label, { added }, standing, selectionOf(rows)));
}

/** The floor behind a row on the page: rows come down it, or to the right. */
function aisleAfter({ facesInPairs, coldAisleMm, hotAisleMm }: RowBlock, facing: Facing): Mm {
  if (!facesInPairs) return coldAisleMm;
  return facing === 'south' || facing === 'east' ? coldAisleMm : hotAisleMm;
}

/** The place of a row of which the corner with the smallest coordinates is known. */
function cornerPlace(
  { x, y }: { readonly x: Mm; readonly y: Mm },
  facing: Facing,
  lengthMm: Mm,
  depthMm: Mm,
): RowPlace {
  const far = inPlan({ xMm: 0, yMm: 0, facing }, lengthMm, depthMm);
  return { xMm: x - Math.min(0, far.xMm), yMm: y - Math.min(0, far.yMm), facing };
}
