/** Tables of the drawing set: rows that wrap, pages that repeat the head. */
import type { Paint, TextStyle } from '../../../shared/drawing/surface.ts';
import { RULES, TYPE } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';
import { breakLines, lineMm } from './text-block.ts';

export interface Column<Row> {
  readonly title: string;
  /** Share of the table's width. */
  readonly share: number;
  readonly align?: 'left' | 'right';
  /** What stands in the cell; one that is `null` is a box to tick by hand. */
  readonly cell: (row: Row) => string | null;
  /** A patch of colour before the text. */
  readonly swatch?: (row: Row) => Paint | null;
  readonly semibold?: boolean;
}

const PADDING_MM = 1.2;
const HEAD_MM = 6;
const ROW_PADDING_MM = 1.7;
const SWATCH_MM = 5;

interface SetRow {
  readonly cells: readonly (readonly string[] | null)[];
  readonly swatches: readonly (Paint | null)[];
  readonly heightMm: number;
}

export interface SetTable {
  readonly widths: readonly number[];
  readonly pages: readonly (readonly SetRow[])[];
}

function cellStyle<Row>({ align, semibold = false }: Column<Row>): TextStyle {
  if (align === 'right') return semibold ? TYPE.cellStrongRight : TYPE.cellRight;
  return semibold ? TYPE.cellStrong : TYPE.cell;
}

function setRow<Row>(
  surface: PdfSurface,
  columns: readonly Column<Row>[],
  widths: readonly number[],
  row: Row,
): SetRow {
  const swatches = columns.map((column) => column.swatch?.(row) ?? null);
  const cells = columns.map((column, i) => {
    const text = column.cell(row);
    if (text === null) return null;
    const inset = 2 * PADDING_MM + (swatches[i] ? SWATCH_MM + 1 : 0);
    return breakLines(surface, text, cellStyle(column), (widths[i] ?? 0) - inset);
  });
  const most = Math.max(1, ...cells.map((lines) => lines?.length ?? 1));
  return { cells, swatches, heightMm: most * lineMm(TYPE.cell) + ROW_PADDING_MM };
}

/** Breaks a table's rows into pages of `heightMm`, each with room for the head. */
export function setTable<Row>(
  surface: PdfSurface,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  widthMm: number,
  heightMm: number,
): SetTable {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map((column) => (column.share / shares) * widthMm);
  const pages: SetRow[][] = [];
  let left = 0;
  for (const row of rows) {
    const set = setRow(surface, columns, widths, row);
    if (set.heightMm > left || pages.length === 0) {
      pages.push([]);
      left = heightMm - HEAD_MM;
    }
    pages.at(-1)?.push(set);
    left -= set.heightMm;
  }
  return { widths, pages };
}

/** Draws one page of a table; returns its height, mm. */
export function drawTable<Row>(
  surface: PdfSurface,
  x: number,
  y: number,
  columns: readonly Column<Row>[],
  table: SetTable,
  page: number,
): number {
  const width = table.widths.reduce((sum, each) => sum + each, 0);
  drawHead(surface, x, y, columns, table.widths);
  let top = y + HEAD_MM;
  for (const [i, row] of (table.pages[page] ?? []).entries()) {
    if (i % 2 === 1) surface.rect(x, top, width, row.heightMm, RULES.stripe);
    if (i > 0) surface.line([x, top, x + width, top], RULES.faint);
    drawRow(surface, x, top, columns, table.widths, row);
    top += row.heightMm;
  }
  surface.line([x, y, x + width, y], RULES.outline);
  surface.line([x, y + HEAD_MM, x + width, y + HEAD_MM], RULES.outline);
  surface.line([x, top, x + width, top], RULES.outline);
  return top - y;
}

function drawHead<Row>(
  surface: PdfSurface,
  x: number,
  y: number,
  columns: readonly Column<Row>[],
  widths: readonly number[],
): void {
  const width = widths.reduce((sum, each) => sum + each, 0);
  surface.rect(x, y, width, HEAD_MM, RULES.band);
  let left = x;
  for (const [i, column] of columns.entries()) {
    const own = widths[i] ?? 0;
    const right = column.align === 'right';
    const style = right ? TYPE.columnTitleRight : TYPE.columnTitle;
    const at = right ? left + own - PADDING_MM : left + PADDING_MM;
    surface.text(at, y + HEAD_MM / 2, column.title, style, own - PADDING_MM);
    left += own;
  }
}

function drawRow<Row>(
  surface: PdfSurface,
  x: number,
  y: number,
  columns: readonly Column<Row>[],
  widths: readonly number[],
  row: SetRow,
): void {
  const step = lineMm(TYPE.cell);
  let left = x;
  for (const [i, column] of columns.entries()) {
    const own = widths[i] ?? 0;
    const lines = row.cells[i] ?? null;
    const first = y + ROW_PADDING_MM / 2 + step / 2;
    if (lines === null) surface.rect(left + own / 2 - 1.4, first - 1.4, 2.8, 2.8, RULES.fine);
    const swatch = row.swatches[i] ?? null;
    if (swatch) {
      surface.line([left + PADDING_MM, first, left + PADDING_MM + SWATCH_MM, first], swatch);
    }
    const right = column.align === 'right';
    const at = right ? left + own - PADDING_MM : left + PADDING_MM + (swatch ? SWATCH_MM + 1 : 0);
    for (const [k, line] of (lines ?? []).entries()) {
      surface.text(at, first + k * step, line, cellStyle(column));
    }
    left += own;
  }
}
