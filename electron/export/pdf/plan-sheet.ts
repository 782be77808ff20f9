/** The floor plan of the rows: racks by their sizes, aisles and trays, and the distances that lengths are made of. */
import { traySize } from '../../../shared/analysis/assumed-inputs.ts';
import type { Paint } from '../../../shared/drawing/surface.ts';
import { orderedRows, racksInRow } from '../../../shared/model/design-index.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { Rack } from '../../../shared/model/records.ts';
import { floorPlan } from '../../../shared/routing/floor-plan.ts';
import { say } from '../../../shared/text/index.ts';
import { RULES, TYPE, tableFormat } from './paper.ts';
import { drawScaleBar, isBarBeside } from './scale-bar.ts';
import { type DrawingSet, drawingArea, type Sheet, type SheetPen } from './sheet.ts';
import { rackTarget } from './targets.ts';
import { breakLines, writeLines } from './text-block.ts';
import { figure } from './totals.ts';

/** ISO 5455 scales that a plan may have. */
const SCALES = [20, 50, 100, 200, 500, 1000, 2000, 5000] as const;
const INSET_MM = 4;
const HEADING_MM = 14;
/** Left of the rows: their names and depths. */
const ROW_NAMES_MM = 30;
/** Over the first row and under the last one: trays' names, widths, fronts. */
const MARGIN_MM = 10;
const NOTES_MM = 22;
const BAR_MM = 14;

interface PlacedRack {
  readonly rack: Rack;
  /** On the floor, mm: from the left end of the rows, and from the rear of the first row. */
  readonly box: Box;
}

interface PlacedRow {
  readonly name: string;
  readonly racks: readonly PlacedRack[];
  readonly frontMm: number;
  readonly depthMm: number;
  readonly widthMm: number;
}

/** The rows with racks in them, fronts down, as far apart as the design says. */
function placedRows({ design }: DrawingSet): PlacedRow[] {
  const places = floorPlan(design);
  const rows = orderedRows(design).map((row) => ({ row, racks: racksInRow(design, row.id) }));
  const [first] = rows.filter(({ racks }) => racks.length > 0);
  const depthOf = (racks: readonly Rack[]): number =>
    Math.max(0, ...racks.map(({ depthMm }) => depthMm));
  const top = first ? depthOf(first.racks) : 0;
  let base: number | null = null;
  return rows.flatMap(({ row, racks }): PlacedRow[] => {
    const [one] = racks;
    const at = one && places.get(one.id);
    if (!at) return [];
    base ??= at.row;
    const frontMm = top + (at.row - base) * design.settings.rowPitchMm;
    const placed = racks.map((rack): PlacedRack => {
      const x = places.get(rack.id)?.xMm ?? 0;
      const { widthMm: width, depthMm: height } = rack;
      return { rack, box: { x, y: frontMm - height, width, height } };
    });
    const widthMm = Math.max(...placed.map(({ box }) => box.x + box.width));
    return [{ name: row.name, racks: placed, frontMm, depthMm: depthOf(racks), widthMm }];
  });
}

/** One sheet, at the largest scale that fits; none without racks. */
export function planSheets(set: DrawingSet): Sheet[] {
  const rows = placedRows(set);
  const last = rows.at(-1);
  if (!last) return [];
  const format = tableFormat(set.paper);
  const area = drawingArea(format);
  const room = {
    x: area.x + INSET_MM + ROW_NAMES_MM,
    y: area.y + HEADING_MM + MARGIN_MM,
    width: area.width - 2 * INSET_MM - ROW_NAMES_MM - 8,
    height:
      area.height - HEADING_MM - 2 * MARGIN_MM - NOTES_MM - (isBarBeside(format) ? 0 : BAR_MM),
  };
  const widthMm = Math.max(...rows.map((row) => row.widthMm));
  const fits = (scale: number): boolean =>
    widthMm / scale <= room.width && last.frontMm / scale <= room.height;
  const scale = SCALES.find(fits) ?? 10_000;
  return [
    {
      format,
      target: 'plan',
      title: say('drawing.plan.title'),
      section: null,
      documentType: say('drawing.type.plan'),
      continues: false,
      scale: `1:${scale}`,
      draw: (pen) => {
        const { surface } = pen;
        const x = area.x + INSET_MM;
        const width = area.width - 2 * INSET_MM;
        surface.text(x, area.y + 7, say('drawing.plan.heading'), TYPE.heading, width);
        for (const row of rows) drawRow(pen, set, row, room, scale);
        for (const [i, row] of rows.entries()) {
          const next = rows[i + 1];
          if (next) drawAisle(pen, row, next, room, scale);
        }
        drawNotes(pen, set, { x, y: room.y + last.frontMm / scale + MARGIN_MM, width, height: 0 });
        drawScaleBar(surface, format, say('drawing.plan.scaleNote', { scale }));
      },
    },
  ];
}

const RACK: Paint = { fill: '#f6f7f9', stroke: '#000000', strokeMm: 0.35, dashMm: [] };
const TRAY: Paint = { fill: null, stroke: '#454d57', strokeMm: 0.25, dashMm: [4, 1.5] };
const FRONT: Paint = { fill: null, stroke: '#000000', strokeMm: 0.9, dashMm: [] };
const CENTRED = { ...TYPE.strong, align: 'centre' } as const;
const CENTRED_NOTE = { ...TYPE.note, align: 'centre' } as const;

function drawRow(
  { surface, link }: SheetPen,
  { design }: DrawingSet,
  row: PlacedRow,
  room: Box,
  scale: number,
): void {
  const front = room.y + row.frontMm / scale;
  const depth = row.depthMm / scale;
  const left = room.x - ROW_NAMES_MM;
  surface.text(left, front - depth / 2 - 2, row.name, TYPE.subheading, ROW_NAMES_MM - 12);
  const depthText = say('drawing.plan.depth', { depth: row.depthMm });
  surface.text(left, front - depth / 2 + 2.5, depthText, TYPE.note, ROW_NAMES_MM - 3);
  for (const { rack, box } of row.racks) {
    const x = room.x + box.x / scale;
    const y = room.y + box.y / scale;
    const [width, height] = [box.width / scale, box.height / scale];
    surface.rect(x, y, width, height, RACK);
    surface.line([x, y + height, x + width, y + height], FRONT);
    const middle = x + width / 2;
    const name = (): void =>
      surface.text(0, 0, rack.name, CENTRED, (width > 7 ? width : height) - 1);
    surface.at(middle, y + height * 0.82, name, width <= 7);
    const words = figure(rack.widthMm, '');
    if (surface.lettering.widthMm(words, TYPE.note) < width - 0.5) {
      surface.text(middle, y + height + 3, words, CENTRED_NOTE);
    }
    link({ x, y, width, height }, rackTarget(rack.id));
  }
  const tray = traySize(design.settings.inputs).width.value / scale;
  const middle = front - depth / 2;
  surface.rect(room.x - 2, middle - tray / 2, row.widthMm / scale + 4, tray, TRAY);
}

/** Between two rows: from front to front, and what is clear. */
function drawAisle(
  { surface }: SheetPen,
  row: PlacedRow,
  next: PlacedRow,
  room: Box,
  scale: number,
): void {
  const from = room.y + row.frontMm / scale;
  const to = room.y + (next.frontMm - next.depthMm) / scale;
  const words = say('drawing.plan.aisle', {
    clear: next.frontMm - next.depthMm - row.frontMm,
    pitch: next.frontMm - row.frontMm,
  });
  const width = Math.max(row.widthMm, next.widthMm) / scale;
  const y = Math.max(from + 6, (from + to) / 2);
  surface.text(room.x + width / 2, y, words, CENTRED_NOTE, Math.max(width, 120));
  const x = room.x - 5;
  surface.line([x, from, x, to], RULES.fine);
  for (const end of [from, to]) surface.line([x - 1.5, end, x + 1.5, end], RULES.fine);
}

/** The distances that lengths are estimated with. */
function drawNotes({ surface }: SheetPen, { design }: DrawingSet, at: Box): void {
  const { trayRiseMm, rowPitchMm, cabling, inputs } = design.settings;
  const { width } = traySize(inputs);
  const sentences = [
    say('drawing.plan.tray', { rise: trayRiseMm, width: width.value, pitch: rowPitchMm }),
    cabling.slackPerEndM === null
      ? say('drawing.plan.slackOfMedium')
      : say('drawing.plan.slack', { slack: cabling.slackPerEndM }),
    cabling.roundingM === null
      ? say('drawing.plan.notRounded')
      : say('drawing.plan.rounded', { rounding: cabling.roundingM }),
  ];
  const lines = breakLines(surface, sentences.join(' '), TYPE.body, at.width);
  writeLines(surface, at.x, at.y, lines, TYPE.body);
}
