/** The overview: every rack in its row, each a link to its own sheet. */

import { paintRackFace, paletteFor } from '../../../shared/drawing/index.ts';
import { type Layout, layoutDesign, TITLE_MM } from '../../../shared/drawing/layout.ts';
import { orderedRacks } from '../../../shared/model/design-index.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { Rack } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { LEAST_LETTERING_MM, TYPE, tableFormat } from './paper.ts';
import { type DrawingSet, drawingArea, type Sheet, type SheetPen } from './sheet.ts';
import { type Column, drawTable, HEAD_MM, setTable } from './table.ts';
import { rackTarget } from './targets.ts';
import { amountFigure, figure, rackAmounts } from './totals.ts';

/** ISO 5455 scales that an overview may have. */
const SCALES = [10, 20, 50, 100, 200, 500, 1000, 2000] as const;
const MARGIN_MM = 10;
/** About what a good printer tells apart: 300 dots an inch. */
const DOTS_PER_MM = 12;

/** The overview of all rows on one sheet, at the largest scale that fits. */
export function rowSheet(set: DrawingSet): Sheet {
  const format = tableFormat(set);
  const area = drawingArea(format);
  const layout = layoutDesign(set.design, 'front');
  const scale = scaleFor(layout, area);
  return {
    format,
    target: 'rows',
    title: say('drawing.rows.title'),
    section: null,
    documentType: say('drawing.type.rows'),
    continues: false,
    scale: `1:${scale}`,
    draw: (pen) => drawRows(pen, set, layout, area, scale),
  };
}

function scaleFor({ bounds }: Layout, area: Box): number {
  const fits = (scale: number): boolean =>
    bounds.width / scale <= area.width - 2 * MARGIN_MM - 10 &&
    bounds.height / scale <= area.height - 2 * MARGIN_MM;
  return SCALES.find(fits) ?? 5000;
}

function drawRows(pen: SheetPen, set: DrawingSet, layout: Layout, area: Box, scale: number): void {
  const { surface } = pen;
  const { bounds } = layout;
  const left = area.x + (area.width - bounds.width / scale) / 2;
  const drawn = bounds.height / scale;
  const table = rackTable(pen, set, area, drawn);
  const top = table === null ? area.y + (area.height - drawn) / 2 : area.y + MARGIN_MM;
  table?.(top + drawn + MARGIN_MM);
  for (const row of layout.rows) {
    const name = set.design.rows.get(row.rowId)?.name ?? '';
    const y = top + (row.y + row.height / 2) / scale;
    surface.text(left - 7, y, name, TYPE.subheading, 12);
  }
  const options = {
    palette: paletteFor('paper'),
    pxPerMm: DOTS_PER_MM / scale,
    showLabels: true,
    showCables: true,
    labelPlaces: 'clear' as const,
    smallestTextMm: LEAST_LETTERING_MM * scale,
  };
  for (const face of layout.faces) {
    const rack = set.design.racks.get(face.rackId);
    if (rack === undefined) continue;
    const x = left + face.x / scale;
    const y = top + face.y / scale;
    surface.scaled(x, y, 1 / scale, () =>
      paintRackFace(surface, set.design, rack.id, 'front', options),
    );
    const width = face.width / scale;
    if (width > 4) {
      surface.text(
        x + width / 2,
        y - 2.2,
        rack.name,
        width > 9 ? ROW_NAME : ROW_NAME_SMALL,
        width + 1,
      );
    }
    const title = TITLE_MM / scale;
    pen.link({ x, y: y - title, width, height: face.height / scale + title }, rackTarget(rack.id));
  }
}

interface RackLine {
  readonly rack: Rack;
  readonly amounts: ReturnType<typeof rackAmounts>;
}

const RACK_COLUMNS: readonly [title: string, value: (line: RackLine) => string][] = [
  ['name', ({ rack }) => rack.name],
  ['height', ({ rack }) => figure(rack.heightU, 'U')],
  ['usedU', ({ amounts }) => figure(amounts.row?.usedU ?? null, 'U')],
  ['weightKg', ({ amounts }) => amountFigure(amounts.weightKg, 'kg')],
  ['mayWeigh', ({ rack }) => figure(rack.maxWeightKg, 'kg')],
  ['powerW', ({ amounts }) => amountFigure(amounts.powerW, 'W')],
  ['mayDraw', ({ rack }) => figure(rack.maxPowerW, 'W')],
  ['airflow', ({ amounts }) => amountFigure(amounts.airflowCfm, 'CFM')],
  ['copper', ({ amounts }) => figure(amounts.row?.copperKg ?? null, 'kg', 1)],
];

/** What draws the table of racks under the rows at a height, or null when there is no room for all of them. */
function rackTable(
  { surface }: SheetPen,
  { design, analysis }: DrawingSet,
  area: Box,
  drawnMm: number,
): ((y: number) => void) | null {
  const columns = RACK_COLUMNS.map(
    ([title, value], i): Column<RackLine> => ({
      title: say(`drawing.column.${title}`),
      share: i === 0 ? 3 : 2,
      leastMm: title === 'copper' ? 20 : 0,
      align: i === 0 ? 'left' : 'right',
      semibold: i === 0,
      cell: value,
    }),
  );
  const lines = orderedRacks(design).map((rack) => ({
    rack,
    amounts: rackAmounts(design, analysis, rack.id),
  }));
  const room = area.height - drawnMm - 3 * MARGIN_MM;
  const table = setTable(surface, columns, lines, area.width - 2 * MARGIN_MM, room);
  const height = table.heights.reduce((sum, each) => sum + each, HEAD_MM);
  if (height > room) return null;
  return (y) => {
    drawTable(surface, area.x + MARGIN_MM, y, columns, table, 0);
  };
}

const ROW_NAME = { ...TYPE.subheading, align: 'centre' } as const;
const ROW_NAME_SMALL = { ...TYPE.note, align: 'centre' } as const;
