/** Rule `bundle`, the overhead trays: what lies in them, and when it is too much. */
import type { Design } from '../model/design.ts';
import { orderedRows, racksInRow } from '../model/design-index.ts';
import type { DesignSettings, Row } from '../model/records.ts';
import { floorPlan } from '../routing/floor-plan.ts';
import { say } from '../text/index.ts';
import { packingOfDesign, traySize } from './assumed-inputs.ts';
import { type FindingSource, makeFinding, quantity, subjectOf } from './finding.ts';
import { bundlePassingMm, cablesPassing, fillOfSquares, sectionPassingMm2 } from './passing.ts';
import { DIAMETER_RULE, FILL_RULE, fillSeverity, fillValues } from './pathway-rule.ts';
import { FILL_FIRST_DAY, FILL_MAX } from './pathways.ts';
import type { TrayKey, TrayLoad } from './tray-ledger.ts';
import type { PathwayRow } from './types.ts';

/** What the analysis says about one tray. */
export interface TrayResult {
  readonly row: PathwayRow;
  readonly finding: FindingSource | null;
}

type Floor = Pick<Design, 'rows' | 'racks'> & { readonly settings: DesignSettings };

/** Where a tray is: the rows it belongs to, and its fullest place in words. */
interface TrayPlace {
  readonly rows: readonly Row[];
  readonly words: string;
}

/** Judges a tray at its fullest place; null where the design no longer holds its rows. */
export function trayResult(design: Floor, key: TrayKey, load: TrayLoad): TrayResult | null {
  const place = placeOf(design, key, load);
  const [first] = place?.rows ?? [];
  if (!place || !first) return null;
  const { settings } = design;
  const { width, height } = traySize(settings.inputs);
  const packing = packingOfDesign(settings.inputs);
  const fill = fillOfSquares(load.squares, width.value * height.value);
  const alongRow = place.rows.length === 1;
  const copperKg = load.copperKg * (alongRow ? 1 : settings.rowPitchMm / 1000);
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
      explanation: [
        FILL_RULE,
        {
          formula: 'A = w*h',
          where: { A: 'area', w: 'width', h: 'height' },
          sources: ['physics.md, section 3.3'],
        },
        DIAMETER_RULE,
      ],
    }),
  );
  return { row, finding };
}

function placeOf(design: Floor, key: TrayKey, load: TrayLoad): TrayPlace | null {
  const at = (row: Row, xMm: number): string => rackOver(design, row, xMm);
  if (key.startsWith('row ')) {
    const row = design.rows.get(key.slice('row '.length));
    if (!row) return null;
    const [from, to] = [at(row, load.fromMm), at(row, load.toMm)];
    const words =
      from === to
        ? say('analysis.place.trayOver', { row: row.name, rack: from })
        : say('analysis.place.trayBetween', { row: row.name, from, to });
    return { rows: [row], words };
  }
  const number = Number(key.slice('aisle '.length));
  const [before, after] = [orderedRows(design)[number], orderedRows(design)[number + 1]];
  if (!before || !after) return null;
  const rack = at(after, load.fromMm) || at(before, load.fromMm);
  const words = say('analysis.place.aisle', { from: before.name, to: after.name, rack });
  return { rows: [before, after], words };
}

/** Name of the rack of a row that stands under a place; empty where none does. */
function rackOver(design: Floor, row: Row, xMm: number): string {
  const plan = floorPlan(design);
  const under = racksInRow(design, row.id).find((rack) => {
    const start = plan.get(rack.id)?.xMm ?? 0;
    return start <= xMm && xMm <= start + rack.widthMm;
  });
  return under?.name ?? '';
}
