/** Racks: what of the files is new, what is there, what differs. */
import { withKept } from '../formats/site/kept.ts';
import type { Kept, KeptBy, RackRow } from '../formats/site/rows.ts';
import { orderedRows, racksInRow } from '../model/design-index.ts';
import type { RowId } from '../model/ids.ts';
import type { Rack } from '../model/records.ts';
import { say } from '../text/index.ts';
import { differenceOf, keptDifference } from './differences.ts';
import type { Draft } from './draft.ts';
import type { FieldDifference, Where } from './plan.ts';
import type { BookedRack, RackBook, RackName } from './rack-book.ts';
import { type Sourced, whereOf } from './source-rows.ts';

/** A usual cabinet [assumed]: what stands for measures that no file says. */
const USUAL = { heightU: 42, widthMm: 600, depthMm: 1200 } as const;
/** Heights in which racks are sold, U. */
const HEIGHTS_U = [42, 45, 48, 52, 54, 58, 60] as const;
/** Two measures that are nearer are one: tables round them. */
const MEASURES_APART = 0.5;

/** What a rack is made from; null is not said. */
interface RackSpec extends RackName {
  readonly heightU: number | null;
  readonly frame: Rack['frame'] | null;
  readonly widthMm: number | null;
  readonly depthMm: number | null;
  readonly maxWeightKg: number | null;
  readonly maxPowerW: number | null;
  readonly frontDoorOpen: number | null;
  readonly rearDoorOpen: number | null;
  readonly notes: string;
  readonly startingUnit: number;
  readonly unitsFromTop: boolean;
  readonly extra: string;
}

/** Plans the racks that rows speak of by themselves. */
export function planRacks(draft: Draft, book: RackBook, rows: readonly Sourced<RackRow>[]): void {
  const sites = new Set(rows.map(({ row }) => row.site).filter((site) => site !== ''));
  for (const sourced of rows) {
    const { row, by } = sourced;
    const where = whereOf(sourced);
    const location = row.location !== '' || sites.size < 2 ? row.location : row.site;
    const found = book.find({ ...row, location });
    const [one, another] = found;
    if (another) {
      draft.fault(where, { column: 'name', value: row.name }, 'rack-ambiguous', { name: row.name });
    } else if (one?.isNew) {
      draft.fault(where, { column: 'name', value: row.name }, 'rack-twice', { name: row.name });
    } else if (one) compareRack(draft, one, row, by, where);
    else {
      const kept = unusual(row.kept, { site: draft.design.settings.name, location });
      makeRack(draft, book, { ...row, location, extra: withKept('', by, kept) }, where);
    }
  }
}

/** The rack of that name, which is made where it is not there; null where several bear the name. */
export function rackNamed(
  draft: Draft,
  book: RackBook,
  wanted: RackName & { readonly topU: number },
  where: Where,
): BookedRack | null {
  const [one, another] = book.find(wanted);
  if (another) return null;
  if (one) return one;
  const heightU = HEIGHTS_U.find((height) => height >= wanted.topU) ?? 60;
  return makeRack(
    draft,
    book,
    {
      ...wanted,
      heightU: heightU === USUAL.heightU ? null : heightU,
      frame: null,
      widthMm: null,
      depthMm: null,
      maxWeightKg: null,
      maxPowerW: null,
      frontDoorOpen: null,
      rearDoorOpen: null,
      notes: '',
      startingUnit: 1,
      unitsFromTop: false,
      extra: '',
    },
    where,
  );
}

function makeRack(draft: Draft, book: RackBook, spec: RackSpec, where: Where): BookedRack {
  const rowId = rowFor(draft, book, spec.location, where);
  const rack: Rack = {
    kind: 'rack',
    id: draft.ids('rack'),
    name: spec.name,
    rowId,
    order: orderIn(draft, rowId),
    frame: spec.frame ?? 'cabinet',
    heightU: spec.heightU ?? USUAL.heightU,
    widthMm: spec.widthMm ?? USUAL.widthMm,
    depthMm: spec.depthMm ?? USUAL.depthMm,
    maxWeightKg: spec.maxWeightKg,
    maxPowerW: spec.maxPowerW,
    frontDoorOpen: spec.frontDoorOpen,
    rearDoorOpen: spec.rearDoorOpen,
    gapMm: 0,
    turned: false,
    notes: spec.notes,
    extra: spec.extra,
  };
  const { site, startingUnit, unitsFromTop } = spec;
  const rowName =
    draft.rows.find(({ id }) => id === rowId)?.name ?? draft.design.rows.get(rowId)?.name;
  const booked = { rack, site, rowName: rowName ?? '', isNew: true, startingUnit, unitsFromTop };
  draft.racks.push(rack);
  book.add(booked);
  draft.make({
    kind: 'rack',
    id: rack.id,
    name: rack.name,
    detail: say('import.detail.rack', { heightU: rack.heightU, row: booked.rowName }),
    where,
    notes: assumedOf(spec),
  });
  return booked;
}

function assumedOf({ heightU, widthMm, depthMm }: RackSpec): string[] {
  return [
    ...(heightU === null ? [say('import.note.rackHeight', { heightU: USUAL.heightU })] : []),
    ...(widthMm === null ? [say('import.note.rackWidth', { mm: USUAL.widthMm })] : []),
    ...(depthMm === null ? [say('import.note.rackDepth', { mm: USUAL.depthMm })] : []),
  ];
}

/** The row of that name, which is made where it is not there; the last one where none is named. */
function rowFor(draft: Draft, book: RackBook, name: string, where: Where): RowId {
  const last = orderedRows(draft.design).at(-1);
  if (name.trim() === '' && last) return last.id;
  const there = book.rowId(name);
  if (there !== undefined) return there;
  const orders = [...draft.design.rows.values(), ...draft.rows].map(({ order }) => order);
  const row = {
    kind: 'row' as const,
    id: draft.ids('row'),
    name: name.trim().slice(0, 200),
    order: Math.max(-1, ...orders) + 1,
    place: null,
  };
  draft.rows.push(row);
  book.addRow(row.name, row.id);
  draft.make({ kind: 'row', id: row.id, name: row.name, detail: '', where, notes: [] });
  return row.id;
}

function orderIn(draft: Draft, rowId: RowId): number {
  const last = draft.racks.findLast((rack) => rack.rowId === rowId);
  return ((last ?? racksInRow(draft.design, rowId).at(-1))?.order ?? -1) + 1;
}

function compareRack(
  draft: Draft,
  { rack, rowName }: BookedRack,
  row: RackRow,
  by: KeptBy,
  where: Where,
): void {
  const usual = { site: draft.design.settings.name, location: rowName };
  const rowId = [...draft.design.rows.values()].find(
    ({ name }) => name.toLowerCase() === row.location.toLowerCase(),
  )?.id;
  const fields: FieldDifference[] = [
    ...differenceOf('heightU', rack.heightU, row.heightU, { heightU: row.heightU ?? rack.heightU }),
    ...differenceOf('frame', rack.frame, row.frame, { frame: row.frame ?? rack.frame }),
    ...differenceOf(
      'widthMm',
      rack.widthMm,
      row.widthMm,
      { widthMm: row.widthMm ?? rack.widthMm },
      MEASURES_APART,
    ),
    ...differenceOf(
      'depthMm',
      rack.depthMm,
      row.depthMm,
      { depthMm: row.depthMm ?? rack.depthMm },
      MEASURES_APART,
    ),
    ...differenceOf(
      'maxWeightKg',
      rack.maxWeightKg,
      row.maxWeightKg,
      { maxWeightKg: row.maxWeightKg },
      MEASURES_APART,
    ),
    ...(['maxPowerW', 'frontDoorOpen', 'rearDoorOpen'] as const).flatMap((field) =>
      differenceOf(field, rack[field], row[field], { [field]: row[field] }),
    ),
    ...(rowId === undefined ? [] : differenceOf('row', rowName, row.location, { rowId })),
    ...differenceOf('notes', rack.notes, row.notes, { notes: row.notes }),
    ...keptDifference(rack.extra, by, unusual(row.kept, usual, rack.extra)),
  ];
  if (fields.length === 0) draft.same.racks += 1;
  else draft.differs.push({ kind: 'rack', id: rack.id, name: rack.name, where, fields });
}

/**
 * Kept columns without those that say what Plenum writes anyway where it knows nothing: they are no news. One that
 * the record has kept already is compared.
 */
function unusual(kept: Kept, usual: Kept, extra = ''): Kept {
  const plain: Kept = { status: 'planned', ...usual, desc_units: 'false' };
  return Object.fromEntries(
    Object.entries(kept).filter(
      ([column, text]) =>
        extra.includes(`"${column}":`) || plain[column]?.toLowerCase() !== text.toLowerCase(),
    ),
  );
}
