/** The plan: racks where they stand, aisles, rooms and trays, and the distances that lengths are made of. */

import { traySize } from '../../../shared/analysis/assumed-inputs.ts';
import { pathwayFills } from '../../../shared/analysis/pathway-fills.ts';
import {
  drawFloor,
  type FloorOptions,
  paletteFor,
  pathwayNameBoxes,
} from '../../../shared/drawing/index.ts';
import { isUpright } from '../../../shared/floor/facing.ts';
import { floorPlan, pointInPlan, type RowOnFloor } from '../../../shared/floor/floor-plan.ts';
import { planBounds } from '../../../shared/floor/plan-bounds.ts';
import { boxAround } from '../../../shared/floor/plan-box.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { PlanPoint } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import type { Mm } from '../../../shared/units/length.ts';
import { RULES, TYPE, tableFormat } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';
import { areaOverBar, drawScaleBar } from './scale-bar.ts';
import type { DrawingSet, Sheet, SheetPen } from './sheet.ts';
import { rackTarget } from './targets.ts';
import { breakLines, writeLines } from './text-block.ts';
import { figure } from './totals.ts';

/** ISO 5455 scales that a plan may have. */
const SCALES = [20, 50, 100, 200, 500, 1000, 2000, 5000] as const;
const INSET_MM = 4;
const HEADING_MM = 14;
/** Left of the rows: their names. */
const ROW_NAMES_MM = 30;
/** Over and under the plan: widths of racks, names of trays. */
const MARGIN_MM = 10;
const NOTES_MM = 22;

/** One sheet, at the largest scale that fits; none without racks. */
export function planSheets(set: DrawingSet): Sheet[] {
  const { design } = set;
  if (design.racks.size === 0) return [];
  const format = tableFormat(set);
  const area = areaOverBar(format);
  const room = {
    x: area.x + INSET_MM + ROW_NAMES_MM,
    y: area.y + HEADING_MM + MARGIN_MM,
    width: area.width - 2 * INSET_MM - ROW_NAMES_MM - 8,
    height: area.height - HEADING_MM - 2 * MARGIN_MM - NOTES_MM,
  };
  const plan = planBounds(design);
  const optionsAt = floorOptions(set);
  // Names of trays stand beside them, and may stand out of the plan.
  const boundsAt = (scale: number): Box =>
    boxAround([plan, ...pathwayNameBoxes(design, optionsAt(scale))]) ?? plan;
  const fits = (scale: number): boolean => {
    const { width, height } = boundsAt(scale);
    return width / scale <= room.width && height / scale <= room.height;
  };
  const scale = SCALES.find(fits) ?? 10_000;
  const bounds = boundsAt(scale);
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
        drawPlan(pen, set, { room, bounds, scale });
        const under = room.y + bounds.height / scale + MARGIN_MM;
        drawNotes(pen, set, { x, y: under, width, height: 0 });
        drawScaleBar(surface, format, say('drawing.plan.scaleNote', { scale }));
      },
    },
  ];
}

/** Where the plan lies on the sheet. */
interface Laid {
  readonly room: Box;
  /** Of the floor, mm. */
  readonly bounds: Box;
  readonly scale: number;
}

const CENTRED_NOTE = { ...TYPE.note, align: 'centre' } as const;

/** How the plan is drawn at a scale; several are tried. */
function floorOptions({ design, analysis }: DrawingSet): (scale: number) => FloorOptions {
  const fills = pathwayFills(analysis);
  return (scale) => ({
    palette: paletteFor('paper'),
    pxPerMm: Number.POSITIVE_INFINITY,
    scale,
    assumedTrayMm: traySize(design.settings.inputs).width.value,
    pathwayFill: (id) => fills.get(id) ?? null,
  });
}

function drawPlan({ surface, link }: SheetPen, set: DrawingSet, laid: Laid): void {
  const { design } = set;
  const { room, bounds, scale } = laid;
  const onSheet = (point: PlanPoint): readonly [number, number] => [
    room.x + (point.xMm - bounds.x) / scale,
    room.y + (point.yMm - bounds.y) / scale,
  ];
  const options = floorOptions(set)(scale);
  const [x, y] = onSheet({ xMm: 0, yMm: 0 });
  surface.scaled(x, y, 1 / scale, () => drawFloor(surface, design, options));
  const plan = floorPlan(design);
  for (const { racks } of plan.rows) {
    for (const [at, place] of racks.entries()) {
      const { box } = place;
      const [left, top] = onSheet({ xMm: box.x, yMm: box.y });
      link(
        { x: left, y: top, width: box.width / scale, height: box.height / scale },
        rackTarget(place.rackId),
      );
      // A width is told where it begins.
      if (racks[at - 1]?.widthMm === place.widthMm) continue;
      const words = figure(place.widthMm, '');
      if (surface.lettering.widthMm(words, TYPE.note) > place.widthMm / scale - 0.5) continue;
      const [wordsX, wordsY] = onSheet(pointInPlan(place, place.widthMm / 2, -3 * scale));
      const turned = !isUpright(place.facing);
      surface.at(wordsX, wordsY, () => surface.text(0, 0, words, CENTRED_NOTE), turned);
    }
  }
  for (const [at, row] of plan.rows.entries()) {
    const next = plan.rows[at + 1];
    if (next) drawAisle(surface, row, next, onSheet, scale);
  }
}

/** Between two rows of which one stands behind the other: what is clear, and of rows alike from front to front. */
function drawAisle(
  surface: PdfSurface,
  row: RowOnFloor,
  next: RowOnFloor,
  onSheet: (point: PlanPoint) => readonly [number, number],
  scale: number,
): void {
  const upright = isUpright(row.place.facing);
  if (row.racks.length === 0 || next.racks.length === 0) return;
  if (upright !== isUpright(next.place.facing)) return;
  const [a, b] = [spanOf(row.box, upright), spanOf(next.box, upright)];
  const [first, second] = a.across < b.across ? [a, b] : [b, a];
  const [from, to] = [first.across + first.depth, second.across];
  const beginsAt = Math.max(a.along, b.along);
  const length = Math.min(a.along + a.length, b.along + b.length) - beginsAt;
  if (to <= from || length <= 0) return;
  const point = (along: number, across: number): readonly [number, number] =>
    onSheet(upright ? { xMm: along, yMm: across } : { xMm: across, yMm: along });
  const words =
    row.place.facing === next.place.facing
      ? say('drawing.plan.aisle', { clear: to - from, pitch: pitchBetween(row, next) })
      : say('drawing.plan.clear', { clear: to - from });
  const out = beginsAt - 5 * scale;
  surface.line([...point(out, from), ...point(out, to)], RULES.fine);
  for (const end of [from, to]) {
    surface.line([...point(out - 1.5 * scale, end), ...point(out + 1.5 * scale, end)], RULES.fine);
  }
  const style = { ...TYPE.note, align: 'right' } as const;
  const [x, y] = point(out - 2 * scale, (from + to) / 2);
  const lines = breakLines(surface, words, style, ROW_NAMES_MM - 9);
  const write = (): void => {
    for (const [at, line] of lines.entries()) {
      surface.text(0, (at - (lines.length - 1) / 2) * style.sizeMm * 1.25, line, style);
    }
  };
  surface.at(x, y, write, !upright);
}

function pitchBetween({ place: a }: RowOnFloor, { place: b }: RowOnFloor): Mm {
  return isUpright(a.facing) ? Math.abs(a.yMm - b.yMm) : Math.abs(a.xMm - b.xMm);
}

/** A box as one goes along its row, and across it. */
function spanOf({ x, y, width, height }: Box, upright: boolean) {
  return upright
    ? { along: x, length: width, across: y, depth: height }
    : { along: y, length: height, across: x, depth: width };
}

/** The distances that lengths are estimated with. */
function drawNotes({ surface }: SheetPen, { design }: DrawingSet, at: Box): void {
  const { trayRiseMm, rowPitchMm, cabling, inputs } = design.settings;
  const { width } = traySize(inputs);
  const sentences = [
    design.pathways.size === 0
      ? say('drawing.plan.tray', { rise: trayRiseMm, width: width.value, pitch: rowPitchMm })
      : say('drawing.plan.pathways', { rise: trayRiseMm }),
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
