/** Tables of the drawing set: rows that wrap, groups, pages that repeat the head. */
import type { Paint, TextStyle } from '../../../shared/drawing/surface.ts';
import { RULES, TYPE } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';
import { breakLines, lineMm } from './text-block.ts';

export interface Column<Row> {
  readonly title: string;
  /** Share of the table's width. */
  readonly share: number;
  /** On a narrow sheet it is no narrower than this, mm: its words are short and are not torn apart. */
  readonly leastMm?: number;
  readonly align?: 'left' | 'right' | 'centre';
  /** What stands in the cell, in lines where it has line breaks; one that is `null` is a box to tick by hand. */
  readonly cell: (row: Row) => string | null;
  /** A cell to write in by hand, in place of the box to tick. */
  readonly byHand?: boolean;
  /** A piece of a cable's line before the text, as it is drawn at 1:10. */
  readonly swatch?: (row: Row) => Paint | null;
  /** The sheet that the cell leads to. */
  readonly link?: (row: Row) => string | null;
  readonly semibold?: boolean;
}

/** Rows that belong together, under a band of their own; it is repeated where they go on overleaf. */
export interface Grouping<Row> {
  readonly of: (row: Row) => string;
  readonly continued: (name: string) => string;
}

const PADDING_MM = 1.2;
const BAND_MM = 5.4;
/** Above and below the lines of a row together, mm. */
const ROW_PADDING_MM = 1.7;
export const DENSE_MM = 0.9;
const SWATCH_MM = 5;
/** The line of a swatch, at 1:10. */
const SWATCH: readonly number[] = [0, 0, SWATCH_MM * 10, 0];

/** The rows of a page: from one of the table's rows to before another. */
export interface TablePage {
  readonly from: number;
  readonly to: number;
}

/** A table on its pages. Its cells are set when they are drawn, so that a long table is not kept in words. */
export interface SetTable<Row> {
  readonly rows: readonly Row[];
  readonly grouping: Grouping<Row> | null;
  readonly widths: readonly number[];
  /** Above and below the lines of a row together, mm. */
  readonly paddingMm: number;
  readonly pages: readonly TablePage[];
  /** Of its rows, mm. */
  readonly heights: readonly number[];
}

function cellStyle<Row>({ align, semibold = false }: Column<Row>): TextStyle {
  if (align === 'right') return semibold ? TYPE.cellStrongRight : TYPE.cellRight;
  return semibold ? TYPE.cellStrong : TYPE.cell;
}

function textWidth(own: number, swatch: boolean): number {
  return own - 2 * PADDING_MM - (swatch ? SWATCH_MM + 1 : 0);
}

/** Widths by share; what would be narrower than its least takes the rest from the others. */
function columnWidths<Row>(columns: readonly Column<Row>[], widthMm: number): number[] {
  const held = new Set<Column<Row>>();
  for (;;) {
    const free = columns.filter((column) => !held.has(column));
    const taken = [...held].reduce((sum, { leastMm = 0 }) => sum + leastMm, 0);
    const shares = free.reduce((sum, { share }) => sum + share, 0);
    const widthOf = ({ share }: Column<Row>): number => (share / shares) * (widthMm - taken);
    const narrow = free.filter((column) => widthOf(column) < (column.leastMm ?? 0));
    if (narrow.length === 0) {
      return columns.map((column) => {
        return held.has(column) ? (column.leastMm ?? 0) : widthOf(column);
      });
    }
    for (const column of narrow) held.add(column);
  }
}

/** How high a row is; most of their cells are one line. */
function rowHeight<Row>(
  surface: PdfSurface,
  columns: readonly Column<Row>[],
  widths: readonly number[],
  row: Row,
  paddingMm: number,
): number {
  let most = 1;
  for (let i = 0; i < columns.length; i += 1) {
    const column = columns[i] as Column<Row>;
    const text = column.cell(row);
    if (text === null || text === '') continue;
    const style = cellStyle(column);
    const own = widths[i] ?? 0;
    const least = textWidth(own, column.swatch !== undefined);
    if (!text.includes('\n') && surface.lettering.widthMm(text, style) <= least) continue;
    const width = column.swatch?.(row) ? least : textWidth(own, false);
    most = Math.max(most, breakLines(surface, text, style, width).length);
  }
  return most * lineMm(TYPE.cell) + paddingMm;
}

/** What a page of a table takes beside its rows, mm. */
export const HEAD_MM = 6;

interface TableSetting<Row> {
  readonly grouping?: Grouping<Row> | null | undefined;
  readonly paddingMm?: number;
  /** Heights of the rows, where they were measured before. */
  readonly heights?: readonly number[] | undefined;
}

/**
 * Breaks a table's rows into pages, each with room for the head; a band never stands alone.
 * @param pageMm height of a page, or what makes it of the heights of the rows
 */
export function setTable<Row>(
  surface: PdfSurface,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  widthMm: number,
  pageMm: number | ((heights: readonly number[]) => number),
  { grouping = null, paddingMm = ROW_PADDING_MM, heights: known }: TableSetting<Row> = {},
): SetTable<Row> {
  const widths = columnWidths(columns, widthMm);
  const heights = known ?? rows.map((row) => rowHeight(surface, columns, widths, row, paddingMm));
  const heightMm = typeof pageMm === 'number' ? pageMm : pageMm(heights);
  const pages: { readonly from: number; to: number }[] = [];
  let left = 0;
  let group: string | null = null;
  for (let at = 0; at < rows.length; at += 1) {
    const own = heights[at] ?? 0;
    const name = grouping?.of(rows[at] as Row) ?? null;
    const begins = name !== null && name !== group;
    const overleaf = own + (begins ? BAND_MM : 0) > left || pages.length === 0;
    if (overleaf) {
      pages.push({ from: at, to: at });
      left = heightMm - HEAD_MM;
    }
    const page = pages.at(-1);
    if (page) page.to = at + 1;
    // Where a group goes on overleaf, its band is repeated.
    const banded = begins || (overleaf && name !== null);
    left -= own + (banded ? BAND_MM : 0);
    group = name;
  }
  return { rows, grouping, widths, pages, paddingMm, heights };
}

type Paged = Pick<SetTable<never>, 'pages' | 'heights'>;
const NO_ROWS: TablePage = { from: 0, to: 0 };

/** How many of a table's rows stand on a page. */
export function rowsOnPage({ pages }: Paged, page: number): number {
  const { from, to } = pages[page] ?? NO_ROWS;
  return to - from;
}

/** How high a page is with what stands over its rows, without bands, mm. */
export function pageHeightMm({ pages, heights }: Paged, page: number, overMm: number): number {
  const { from, to } = pages[page] ?? NO_ROWS;
  return heights.slice(from, to).reduce((sum, mm) => sum + mm, overMm);
}

/** Makes a box a link. */
export type Link = (
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  target: string,
) => void;

/** Draws one page of a table; returns its height, mm. */
export function drawTable<Row>(
  surface: PdfSurface,
  x: number,
  y: number,
  columns: readonly Column<Row>[],
  table: SetTable<Row>,
  page: number,
  link?: Link,
): number {
  const width = table.widths.reduce((sum, each) => sum + each, 0);
  drawHead(surface, x, y, columns, table.widths);
  let top = y + HEAD_MM;
  let striped = false;
  const { rows, grouping, heights } = table;
  const { from, to } = table.pages[page] ?? NO_ROWS;
  const before = rows[from - 1];
  let group = before === undefined ? null : (grouping?.of(before) ?? null);
  for (let at = from; at < to; at += 1) {
    const row = rows[at] as Row;
    const height = heights[at] ?? 0;
    const name = grouping?.of(row) ?? null;
    const goesOn = name !== null && name === group;
    const repeated = goesOn && at === from ? (grouping?.continued(name) ?? null) : null;
    const band = goesOn ? repeated : name;
    group = name;
    if (band !== null) {
      drawBand(surface, x, top, width, band);
      top += BAND_MM;
      striped = false;
    }
    if (striped) surface.rect(x, top, width, height, RULES.stripe);
    if (at > from && band === null) surface.line([x, top, x + width, top], RULES.faint);
    drawRow(surface, { x, y: top, height }, columns, table, row, link);
    top += height;
    striped = !striped;
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
    const { align = 'left' } = column;
    const at = { left: left + PADDING_MM, centre: left + own / 2, right: left + own - PADDING_MM };
    surface.text(at[align], y + HEAD_MM / 2, column.title, HEAD_STYLES[align], own - PADDING_MM);
    left += own;
  }
}

const HEAD_STYLES = {
  left: TYPE.columnTitle,
  centre: { ...TYPE.columnTitle, align: 'centre' },
  right: TYPE.columnTitleRight,
} as const;

function drawBand(surface: PdfSurface, x: number, y: number, width: number, name: string): void {
  surface.line([x, y, x + width, y], RULES.fine);
  surface.text(x + PADDING_MM, y + BAND_MM / 2, name, TYPE.bandTitle, width - 2 * PADDING_MM);
  surface.line([x, y + BAND_MM, x + width, y + BAND_MM], RULES.fine);
}

function drawRow<Row>(
  surface: PdfSurface,
  { x, y, height }: { readonly x: number; readonly y: number; readonly height: number },
  columns: readonly Column<Row>[],
  { widths, paddingMm }: SetTable<Row>,
  row: Row,
  link: Link | undefined,
): void {
  const step = lineMm(TYPE.cell);
  const first = y + paddingMm / 2 + step / 2;
  let left = x;
  for (let i = 0; i < columns.length; i += 1) {
    const column = columns[i] as Column<Row>;
    const own = widths[i] ?? 0;
    const text = column.cell(row);
    const swatch = column.swatch?.(row) ?? null;
    if (swatch) {
      surface.scaled(left + PADDING_MM, first, 0.1, () => surface.line(SWATCH, swatch));
    }
    if (text === null) drawBlank(surface, left, first, own, column.byHand === true);
    else {
      const style = cellStyle(column);
      const right = column.align === 'right';
      const at = right ? left + own - PADDING_MM : left + PADDING_MM + (swatch ? SWATCH_MM + 1 : 0);
      const lines = breakLines(surface, text, style, textWidth(own, swatch !== null));
      for (let k = 0; k < lines.length; k += 1) {
        surface.text(at, first + k * step, lines[k] ?? '', style);
      }
    }
    const target = link ? (column.link?.(row) ?? null) : null;
    if (target !== null) link?.({ x: left, y, width: own, height }, target);
    left += own;
  }
}

/** A box to tick, or a line to write on. */
function drawBlank(
  surface: PdfSurface,
  x: number,
  middle: number,
  width: number,
  byHand: boolean,
): void {
  if (byHand) {
    surface.line([x + PADDING_MM, middle + 1.6, x + width - PADDING_MM, middle + 1.6], RULES.fine);
  } else surface.rect(x + width / 2 - 1.4, middle - 1.4, 2.8, 2.8, RULES.fine);
}
