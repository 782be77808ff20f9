/** The design in every medium, side by side: each figure with a bar where the window has one. */
import {
  type Bar,
  COLUMN_IDS,
  type Column,
  type Comparison,
  columnName,
  comparisonLines,
  isDataMedium,
  type Line,
  type LineGroup,
  type PartKind,
} from '../../../shared/compare/index.ts';
import type { Paint } from '../../../shared/drawing/surface.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import { say } from '../../../shared/text/index.ts';
import { RULES, TYPE, tableFormat } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';
import { type DrawingSet, drawingArea, type Sheet } from './sheet.ts';
import { breakLines, lineMm, writeLines } from './text-block.ts';

const INSET_MM = 4;
const HEAD_MM = 9;
/** A bar under its figure, which needs so much of the line; in low lines the bar is lower. */
const BAR_MM = 1.6;
const FIGURE_MM = 3.2;
/** Lines no higher than these, mm: a tall sheet leaves the rest free. */
const LINE_MM = { least: 4.1, most: 9 } as const;
/** Share of the width that the names of the figures take, and their lines. */
const NAMES = 0.2;
const NAME_STEP_MM = 3;
const LEGEND_STEP_MM = 4.5;

/**
 * One sheet; none where nothing is compared, because power cords and twisted pair stay what they are.
 * @param comparison null where the sheet is counted and not drawn
 */
export function mediaSheets(set: DrawingSet, comparison: Comparison | null): Sheet[] {
  if (!isCompared(set.design)) return [];
  const format = tableFormat(set);
  const area = drawingArea(format);
  return [
    {
      format,
      target: 'media',
      title: say('drawing.media.title'),
      section: null,
      documentType: say('drawing.type.media'),
      continues: false,
      scale: '',
      draw: ({ surface }) => {
        if (comparison !== null) drawComparison(surface, comparison, area);
      },
    },
  ];
}

/** Whether a design has cables that are compared. */
export function isCompared({ cables }: Design): boolean {
  return [...cables.values()].some(({ medium }) => isDataMedium(medium));
}

function grey(fill: string): Paint {
  return { fill, stroke: '#000000', strokeMm: 0.13, dashMm: [] };
}

/** Parts of bars are told by their tone: the darker, the worse. */
const TONES: Readonly<Record<PartKind, Paint>> = {
  ok: grey('#ffffff'),
  vendorOnly: grey('#d4d8dc'),
  unknown: grey('#9aa1a8'),
  over: grey('#22262a'),
  switch: grey('#d4d8dc'),
  flight: grey('#9aa1a8'),
  added: grey('#22262a'),
  whole: grey('#7d858d'),
};

function drawComparison(surface: PdfSurface, comparison: Comparison, area: Box): void {
  const x = area.x + INSET_MM;
  const width = area.width - 2 * INSET_MM;
  const groups = comparisonLines(comparison);
  surface.text(x, area.y + 7, say('drawing.media.heading'), TYPE.heading, width);
  const note = breakLines(surface, say('drawing.media.note'), TYPE.note, width);
  const noteMm = writeLines(surface, x, area.y + 10.5, note, TYPE.note);
  const top = area.y + 12 + noteMm;
  const legendMm = LEGEND_STEP_MM + 1;
  const rows = groups.reduce((sum, { lines }) => sum + lines.length + 1, 0);
  const room = area.y + area.height - top - HEAD_MM - 3 * LEGEND_STEP_MM;
  const lineHeight = Math.min(LINE_MM.most, Math.max(LINE_MM.least, room / rows));
  const names = width * NAMES;
  const own = (width - names) / comparison.columns.length;
  drawHeads(surface, comparison.columns, { x: x + names, y: top, width: own, height: HEAD_MM });
  let y = top + HEAD_MM;
  for (const group of groups)
    y = drawGroup(surface, group, { x, y, width, height: lineHeight }, names);
  surface.line([x, y, x + width, y], RULES.outline);
  const isHypothetical = comparison.columns.some(({ hypothetical }) => hypothetical);
  const star = isHypothetical ? say('drawing.media.asIf') : '';
  drawLegend(surface, groups, { x, y: y + legendMm, width }, star);
}

function drawHeads(surface: PdfSurface, columns: readonly Column[], first: Box): void {
  for (const [i, { id, hypothetical }] of columns.entries()) {
    const name = columnName(COLUMN_IDS.find((each) => each === id) ?? 'as-drawn');
    const words = hypothetical ? say('drawing.media.hypothetical', { name }) : name;
    const lines = breakLines(surface, words, TYPE.columnTitle, first.width - 2);
    const x = first.x + i * first.width + 1;
    const height = lines.length * lineMm(TYPE.columnTitle);
    writeLines(surface, x, first.y + first.height - height, lines, TYPE.columnTitle);
  }
}

/** The lines of a group under its name; returns where the next begins. */
function drawGroup(surface: PdfSurface, { key, lines }: LineGroup, at: Box, names: number): number {
  const { x, width, height } = at;
  let { y } = at;
  surface.rect(x, y, width, height, RULES.band);
  surface.line([x, y, x + width, y], RULES.fine);
  surface.text(x + 1.2, y + height / 2, say(`compare.group.${key}`), TYPE.bandTitle, names);
  y += height;
  for (const line of lines) {
    surface.line([x, y, x + width, y], RULES.faint);
    drawLine(surface, line, { x, y, width, height }, names);
    y += height;
  }
  return y;
}

function drawLine(surface: PdfSurface, line: Line, at: Box, names: number): void {
  const { x, y, width, height } = at;
  const label = line.unit === '' ? line.label : `${line.label}, ${line.unit}`;
  const broken = breakLines(surface, label, TYPE.cell, names - 2);
  const words = broken.length * NAME_STEP_MM <= height ? broken : [label];
  const top = y + (height - words.length * NAME_STEP_MM) / 2;
  for (const [i, each] of words.entries()) {
    surface.text(x + 1.2, top + (i + 0.5) * NAME_STEP_MM, each, TYPE.cell, names - 2);
  }
  const own = (width - names) / line.cells.length;
  const barMm = Math.min(BAR_MM, height - FIGURE_MM);
  for (const [i, { text, band, best, bar }] of line.cells.entries()) {
    const left = x + names + i * own + 1;
    const middle = y + (bar === null ? height / 2 : (height - barMm - 0.4) / 2);
    const words = band === '' ? text : `${text} (${band})`;
    const fits = surface.lettering.widthMm(words, TYPE.cell) <= own - 2;
    surface.text(left, middle, fits ? words : text, best ? TYPE.cellStrong : TYPE.cell, own - 2);
    if (bar)
      drawBar(surface, bar, {
        x: left,
        y: y + height - barMm - 0.5,
        width: own - 3,
        height: barMm,
      });
  }
}

function drawBar(surface: PdfSurface, { parts, whisker }: Bar, box: Box): void {
  let { x } = box;
  for (const { kind, share } of parts) {
    if (share > 0) surface.rect(x, box.y, share * box.width, box.height, TONES[kind]);
    x += share * box.width;
  }
  if (!whisker) return;
  const [low, high] = [box.x + whisker.low * box.width, box.x + whisker.high * box.width];
  const middle = box.y + box.height / 2;
  surface.line([low, middle, high, middle], RULES.fine);
  for (const end of [low, high]) surface.line([end, box.y, end, box.y + box.height], RULES.fine);
}

/** What the tones stand for, once each, and what the star says, in as many lines as they take. */
function drawLegend(
  surface: PdfSurface,
  groups: readonly LineGroup[],
  at: Pick<Box, 'x' | 'y' | 'width'>,
  star: string,
): void {
  const kinds = new Set(groups.flatMap(({ lines }) => lines.flatMap(({ legend }) => legend)));
  const right = at.x + at.width;
  let [x, y] = [at.x + 1.2, at.y];
  const place = (wide: number): void => {
    if (x + wide > right) [x, y] = [at.x + 1.2, y + LEGEND_STEP_MM];
  };
  for (const kind of kinds) {
    const words = say(`compare.part.${kind}`);
    const wide = 6.5 + surface.lettering.widthMm(words, TYPE.note);
    place(wide);
    surface.rect(x, y - 1, 5, 2, TONES[kind]);
    surface.text(x + 6.5, y, words, TYPE.note);
    x += wide + 5.5;
  }
  if (star === '') return;
  place(surface.lettering.widthMm(star, TYPE.note));
  surface.text(x, y, star, TYPE.note, right - x);
}
