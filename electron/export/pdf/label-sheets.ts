/**
 * Labels of cable ends on sheets of labels: a label a plug, in the order in which one walks along the racks. The
 * sheets have no frame, because what is printed must fall on the labels; marks at their corners serve to cut where
 * the sheet is plain.
 */
import { cableColours, paletteFor } from '../../../shared/drawing/index.ts';
import { lookPaint } from '../../../shared/drawing/palette.ts';
import type { Paint, Surface, TextStyle } from '../../../shared/drawing/surface.ts';
import { endLabels, plugEnds } from '../../../shared/labels/index.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import { say } from '../../../shared/text/index.ts';
import { cablesByPlace, type PlacedCable } from './cable-rows.ts';
import { RULES, type SheetFormat, TYPE } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';
import type { DrawingSet, Sheet } from './sheet.ts';
import { breakLines, lineMm } from './text-block.ts';

/** A sheet of labels as they are sold. */
interface LabelGrid {
  readonly format: SheetFormat;
  readonly columns: number;
  readonly rows: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** From the sheet's edges to the first label, and from label to label, mm. */
  readonly leftMm: number;
  readonly topMm: number;
  readonly pitchXMm: number;
  readonly pitchYMm: number;
}

/** 65 labels of 38.1 × 21.2 mm on A4, and 80 of 1 3/4 × 1/2 in on US Letter: both are sold by many makers. */
const A4_GRID: LabelGrid = {
  format: { name: 'A4', widthMm: 210, heightMm: 297 },
  columns: 5,
  rows: 13,
  widthMm: 38.1,
  heightMm: 21.2,
  leftMm: 4.75,
  topMm: 10.7,
  pitchXMm: 40.6,
  pitchYMm: 21.2,
};
const LETTER_GRID: LabelGrid = {
  format: { name: 'Letter', widthMm: 215.9, heightMm: 279.4 },
  columns: 4,
  rows: 20,
  widthMm: 44.45,
  heightMm: 12.7,
  leftMm: 7.62,
  topMm: 12.7,
  pitchXMm: 52.07,
  pitchYMm: 12.7,
};

function gridFor({ paper }: DrawingSet): LabelGrid {
  return paper.startsWith('ANSI') ? LETTER_GRID : A4_GRID;
}

/** One label: what its plug is called, and which cable it is on. */
interface Label {
  readonly text: string;
  readonly cable: string;
  readonly paint: Paint;
}

/** The labels of all cables as they are asked for: a hall has a hundred thousand, and their words are not kept. */
class Labels {
  readonly #set: DrawingSet;
  readonly #cables: readonly PlacedCable[];
  /** Of each sheet, where it begins: at which cable, and at which of its labels. */
  readonly #begins: { readonly cable: number; readonly label: number }[] = [];
  readonly #perSheet: number;

  constructor(set: DrawingSet, perSheet: number) {
    this.#set = set;
    this.#cables = cablesByPlace(set);
    this.#perSheet = perSheet;
    let count = 0;
    for (const [cable, placed] of this.#cables.entries()) {
      const plugs = plugEnds(set.design, placed.cable).length;
      for (let label = 0; label < plugs; label += 1, count += 1) {
        if (count % perSheet === 0) this.#begins.push({ cable, label });
      }
    }
  }

  get sheets(): number {
    return this.#begins.length;
  }

  on(sheet: number): readonly Label[] {
    const palette = paletteFor('paper');
    const { lookOf } = cableColours(this.#set.design, palette);
    const begin = this.#begins[sheet];
    const labels: Label[] = [];
    const wanted = this.#perSheet + (begin?.label ?? 0);
    for (let at = begin?.cable ?? this.#cables.length; labels.length < wanted; at += 1) {
      const placed = this.#cables[at];
      if (!placed) break;
      const { cable, row } = placed;
      const { a, b } = endLabels(this.#set.design, cable, row.lengthM);
      const paint = lookPaint(palette, lookOf(cable), 12);
      for (const text of [...a, ...b]) labels.push({ text, cable: row.label || row.id, paint });
    }
    return labels.slice(begin?.label, wanted);
  }
}

/** As many sheets as the ends of all cables take. */
export function labelSheets(set: DrawingSet): Sheet[] {
  const grid = gridFor(set);
  const labels = new Labels(set, grid.columns * grid.rows);
  const count = labels.sheets;
  return Array.from(
    { length: count },
    (_, page): Sheet => ({
      format: grid.format,
      target: page === 0 ? 'labels' : `labels ${page + 1}`,
      title: say('drawing.labels.title', { page: page + 1, pages: count }),
      section: count > 1 ? say('drawing.section.labels') : null,
      documentType: say('drawing.type.labels'),
      continues: page > 0,
      scale: '1:1',
      bare: true,
      draw: ({ surface }) => {
        drawMargin(surface, grid, set.fields.title, page + 1, count);
        for (const [i, label] of labels.on(page).entries()) {
          const x = grid.leftMm + (i % grid.columns) * grid.pitchXMm;
          const y = grid.topMm + Math.floor(i / grid.columns) * grid.pitchYMm;
          // They are the same at all labels, and stand in the file once.
          surface.symbol(x, y, grid.widthMm, grid.heightMm, grid, (on) => drawMarks(on, grid));
          drawLabel(surface, label, { x, y, width: grid.widthMm, height: grid.heightMm });
        }
      },
    }),
  );
}

/** Over the labels: whose they are, and how they must be printed. */
function drawMargin(
  surface: PdfSurface,
  grid: LabelGrid,
  title: string,
  page: number,
  pages: number,
): void {
  const { format, columns, rows, widthMm, heightMm, leftMm } = grid;
  const words = say('drawing.labels.margin', {
    title,
    page,
    pages,
    labels: columns * rows,
    width: widthMm,
    height: heightMm,
    paper: format.name,
  });
  surface.text(leftMm, 6, words, TYPE.note, format.widthMm - 2 * leftMm);
}

const MARK_MM = 1.5;

/** Marks at the corners, outside of which nothing is printed. */
function drawMarks(surface: Surface, { widthMm, heightMm }: LabelGrid): void {
  for (const [left, step] of [
    [0, MARK_MM],
    [widthMm, -MARK_MM],
  ] as const) {
    for (const [top, down] of [
      [0, MARK_MM],
      [heightMm, -MARK_MM],
    ] as const) {
      surface.line([left, top, left + step, top], RULES.faint);
      surface.line([left, top, left, top + down], RULES.faint);
    }
  }
}

const PADDING_MM = 2;
/** Heights of the lettering, em in mm: the largest in which the label's words fit. */
const STYLES = [3.44, 3, 2.48, 2.1, 1.8].map((sizeMm): TextStyle => ({ ...TYPE.strong, sizeMm }));

/** A piece of the cable's line, at 1:10. */
const SWATCH: readonly number[] = [0, 0, 70, 0];

function drawLabel(surface: PdfSurface, { text, cable, paint }: Label, box: Box): void {
  const x = box.x + PADDING_MM;
  const width = box.width - 2 * PADDING_MM;
  const foot = box.y + box.height - PADDING_MM - 1;
  surface.scaled(x, foot, 0.1, () => surface.line(SWATCH, paint));
  surface.text(x + 8.5, foot, cable, TYPE.strong, width - 8.5);
  const room = box.height - 2 * PADDING_MM - 3;
  const set = setLabel(surface, text, width, room);
  const step = lineMm(set.style);
  const top = box.y + PADDING_MM + (room - set.lines.length * step) / 2;
  for (let i = 0; i < set.lines.length; i += 1) {
    surface.text(x, top + (i + 0.5) * step, set.lines[i] ?? '', set.style, width);
  }
}

/** As many parts on a line as it takes; a part that is wider alone is broken. */
function joined(
  surface: PdfSurface,
  parts: readonly Part[],
  style: TextStyle,
  width: number,
): string[] {
  const lines: string[] = [];
  let lineEm = 0;
  for (const { text, em } of parts) {
    if (lines.length > 0 && (lineEm + em) * style.sizeMm <= width) {
      lines[lines.length - 1] += text;
      lineEm += em;
    } else if (em * style.sizeMm <= width) {
      lines.push(text);
      lineEm = em;
    } else {
      const broken = breakLines(surface, text, style, width);
      lines.push(...broken);
      lineEm = emOf(surface, broken.at(-1) ?? '');
    }
  }
  return lines;
}

/** A part of a label's words that stays on one line if it can, and how wide it is in ems. */
interface Part {
  readonly text: string;
  readonly em: number;
}

/** Letters are set without kerning: a line is as wide as its parts together, in any size. */
function emOf(surface: PdfSurface, text: string): number {
  return surface.lettering.widthMm(text, { sizeMm: 1, weight: TYPE.strong.weight });
}

/** The label's lines in the largest lettering that takes all of them; near and far end part at their stroke. */
function setLabel(surface: PdfSurface, text: string, width: number, height: number) {
  const parts = text.split(/(?<=\/)/).map((part) => ({ text: part, em: emOf(surface, part) }));
  const em = parts.reduce((sum, part) => sum + part.em, 0);
  const setIn = (style: TextStyle) => {
    const lines = em * style.sizeMm <= width ? [text] : joined(surface, parts, style, width);
    return { style, lines };
  };
  for (const style of STYLES) {
    const set = setIn(style);
    if (set.lines.length * lineMm(style) <= height) return set;
  }
  const last = setIn(STYLES.at(-1) ?? TYPE.strong);
  return {
    ...last,
    lines: last.lines.slice(0, Math.max(1, Math.floor(height / lineMm(last.style)))),
  };
}
