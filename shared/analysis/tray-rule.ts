/** Rule `bundle`, the overhead trays: what lies in them, and when it is too much. */

import { isUpright } from '../floor/facing.ts';
import { floorPlan, type RackPlace } from '../floor/floor-plan.ts';
import { type LegKey, legOfKey } from '../floor/pathway-network.ts';
import type { Design } from '../model/design.ts';
import { orderedRows } from '../model/design-index.ts';
import type { PathwayId } from '../model/ids.ts';
import type { DesignSettings, Row } from '../model/records.ts';
import { say } from '../text/index.ts';
import type { Mm } from '../units/length.ts';
import { packingOfDesign, traySize } from './assumed-inputs.ts';
import { FILL_FIRST_DAY, FILL_MAX } from './fill-limits.ts';
import { type FindingSource, makeFinding, quantity, subjectOf, words } from './finding.ts';
import { bundlePassingMm, cablesPassing, fillOfSquares, sectionPassingMm2 } from './passing.ts';
import { DIAMETER_RULE, FILL_RULE, fillSeverity, fillValues } from './pathway-rule.ts';
import type { TrayKey, TrayLoad } from './tray-ledger.ts';
import type { Explanation, PathwayRow } from './types.ts';

/** What the analysis says about one tray. */
export interface TrayResult {
  readonly row: PathwayRow;
  readonly finding: FindingSource | null;
}

type Floor = Pick<Design, 'rows' | 'racks' | 'pathways'> & { readonly settings: DesignSettings };

/** Where a tray is: the rows it belongs to, and its fullest place in words. */
interface TrayPlace {
  readonly rows: readonly Row[];
  readonly words: string;
}

/** Judges a tray at its fullest place; null where the design no longer holds its rows, or its pathway. */
export function trayResult(design: Floor, key: TrayKey, load: TrayLoad): TrayResult | null {
  if (key.startsWith('pathway ')) return legResult(design, legOfKey(key as LegKey), load);
  const place = placeOf(design, key, load);
  const [first] = place?.rows ?? [];
  if (!place || !first) return null;
  const { settings } = design;
  const { width, height } = traySize(settings.inputs);
  const packing = packingOfDesign(settings.inputs);
  const fill = fillOfSquares(load.squares, width.value * height.value);
  const alongRow = place.rows.length === 1;
  const copperKg = load.copperKg * (alongRow ? 1 : acrossMm(design, place.rows) / 1000);
  const id = `tray:${place.rows.map((row) => row.id).join(':')}`;
  const row: PathwayRow = {
    kind: 'tray',
    id,
    rack: null,
    row: first.id,
    place: place.words,
    cables: cablesPassing(load.passing),
    bundleMm: bundlePassingMm(load.passing, packing.value),
    sectionMm2: sectionPassingMm2(load.passing),
    fill,
    limit: FILL_MAX,
    copperKg,
  };
  if (fill <= FILL_FIRST_DAY) return { row, finding: null };
  const provenance = width.provenance === 'assumed' ? width.provenance : height.provenance;
  const area = { value: width.value * height.value, provenance };
  const finding = makeFinding(
    {
      id: `bundle:${id}`,
      rule: 'bundle',
      severity: fill > FILL_MAX ? fillSeverity(fill) : 'note',
    },
    () => ({
      subjects: place.rows.map(subjectOf),
      message: fill > FILL_MAX ? 'bundle.tray' : 'bundle.trayFirstDay',
      values: {
        ...fillValues(load.passing, { fill, area, packing, copperKg, place: place.words }),
        width: quantity(width.value, 'mm', width.provenance),
        height: quantity(height.value, 'mm', height.provenance),
      },
      explanation: [FILL_RULE, AREA_RULE, DIAMETER_RULE],
    }),
  );
  return { row, finding };
}

/** Id of a leg's row, and the pathway that it speaks of. */
function rowIdOf(id: PathwayId, index: number): string {
  return `pathway:${id}:${index + 1}`;
}

export function legOfRow(rowId: string): PathwayId {
  return rowId.slice('pathway:'.length, rowId.lastIndexOf(':'));
}

/** Judges a leg of a drawn pathway. */
function legResult(
  { pathways, settings }: Floor,
  { id, index }: ReturnType<typeof legOfKey>,
  load: TrayLoad,
): TrayResult | null {
  const pathway = pathways.get(id);
  if (!pathway) return null;
  const { widthMm, heightMm } = pathway;
  const packing = packingOfDesign(settings.inputs);
  const fill = fillOfSquares(load.squares, widthMm * heightMm);
  const name = pathway.name === '' ? pathway.id : pathway.name;
  const metres = (mm: Mm): string => (mm / 1000).toFixed(2);
  const place = say('analysis.place.pathway', {
    name,
    leg: index + 1,
    from: metres(load.fromMm),
    to: metres(load.toMm),
  });
  const row: PathwayRow = {
    kind: 'pathway',
    id: rowIdOf(id, index),
    rack: null,
    row: null,
    place,
    cables: cablesPassing(load.passing),
    bundleMm: bundlePassingMm(load.passing, packing.value),
    sectionMm2: sectionPassingMm2(load.passing),
    fill,
    limit: FILL_MAX,
    copperKg: load.copperKg,
  };
  if (fill <= FILL_FIRST_DAY) return { row, finding: null };
  const area = { value: widthMm * heightMm, provenance: 'measured' } as const;
  const finding = makeFinding(
    {
      id: `bundle:${row.id}`,
      rule: 'bundle',
      severity: fill > FILL_MAX ? fillSeverity(fill) : 'note',
    },
    () => ({
      subjects: [subjectOf(pathway)],
      message: fill > FILL_MAX ? 'bundle.pathway' : 'bundle.pathwayFirstDay',
      values: {
        pathway: words(name),
        ...fillValues(load.passing, { fill, area, packing, copperKg: load.copperKg, place }),
        width: quantity(widthMm, 'mm', area.provenance),
        height: quantity(heightMm, 'mm', area.provenance),
      },
      explanation: [FILL_RULE, AREA_RULE, DIAMETER_RULE],
    }),
  );
  return { row, finding };
}

const AREA_RULE: Explanation = {
  formula: 'A = w*h',
  where: { A: 'area', w: 'width', h: 'height' },
  sources: ['physics.md, section 3.3'],
};

function placeOf(design: Floor, key: TrayKey, load: TrayLoad): TrayPlace | null {
  if (key.startsWith('row ')) {
    const row = design.rows.get(key.slice('row '.length));
    if (!row) return null;
    const [from, to] = [rackOver(design, row, load.fromMm), rackOver(design, row, load.toMm)];
    const words =
      from === to
        ? say('analysis.place.trayOver', { row: row.name, rack: from })
        : say('analysis.place.trayBetween', { row: row.name, from, to });
    return { rows: [row], words };
  }
  const number = Number(key.slice('aisle '.length));
  const [before, after] = [orderedRows(design)[number], orderedRows(design)[number + 1]];
  if (!before || !after) return null;
  const rack = rackBeside(design, after, load.fromMm) || rackBeside(design, before, load.fromMm);
  const words = say('analysis.place.aisle', { from: before.name, to: after.name, rack });
  return { rows: [before, after], words };
}

/** From the front of one row to that of the other, mm. */
function acrossMm(design: Floor, [from, to]: readonly Row[]): Mm {
  const { rowOf } = floorPlan(design);
  const [a, b] = [from && rowOf.get(from.id), to && rowOf.get(to.id)];
  if (!a || !b) return 0;
  const { xMm, yMm, facing } = a.place;
  return isUpright(facing) ? Math.abs(b.place.yMm - yMm) : Math.abs(b.place.xMm - xMm);
}

/** Name of the rack of a row that stands under a place along it, mm from its beginning; empty where none does. */
function rackOver(design: Floor, row: Row, alongMm: Mm): string {
  const under = floorPlan(design)
    .rowOf.get(row.id)
    ?.racks.find((rack) => rack.alongMm <= alongMm && alongMm <= rack.alongMm + rack.widthMm);
  return nameOf(design, under);
}

/** The same by a place along the rows in plan coordinates. */
function rackBeside(design: Floor, row: Row, crossingMm: Mm): string {
  const laid = floorPlan(design).rowOf.get(row.id);
  const upright = laid && isUpright(laid.place.facing);
  const beside = laid?.racks.find(({ box }) =>
    upright
      ? box.x <= crossingMm && crossingMm <= box.x + box.width
      : box.y <= crossingMm && crossingMm <= box.y + box.height,
  );
  return nameOf(design, beside);
}

function nameOf(design: Floor, place: RackPlace | undefined): string {
  return (place && design.racks.get(place.rackId)?.name) ?? '';
}
