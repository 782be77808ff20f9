/** A table over as many sheets as it takes; on wide sheets it runs in columns side by side. */
import { type Stock, TYPE, tableFormat } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';
import { drawingArea, type Sheet } from './sheet.ts';
import { type Column, drawTable, type Grouping, setTable } from './table.ts';

export interface TableOnSheets<Row> {
  /** Name under which links find its first sheet. */
  readonly target: string;
  readonly title: (page: number, pages: number) => string;
  /** The bookmark of its sheets, where there are several. */
  readonly section: string;
  readonly documentType: string;
  readonly heading: string;
  readonly continued: string;
  /** What one must know to read it, in a line under the heading; '' = nothing. */
  readonly note: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly grouping?: Grouping<Row>;
  /** Below this width the table is hard to read: a sheet is parted in columns no narrower, mm. */
  readonly leastMm: number;
  /** One sheet, with its head alone, where there are no rows: that there are none is what it says. */
  readonly evenIfEmpty?: boolean;
}

const INSET_MM = 4;
const GUTTER_MM = 8;

/** As many sheets as the rows take; usually none when there are no rows. */
export function tableSheets<Row>(
  stock: Stock,
  surface: PdfSurface,
  table: TableOnSheets<Row>,
): Sheet[] {
  const format = tableFormat(stock);
  const area = drawingArea(format);
  const room = area.width - 2 * INSET_MM;
  const across = Math.max(1, Math.floor((room + GUTTER_MM) / (table.leastMm + GUTTER_MM)));
  const width = (room - (across - 1) * GUTTER_MM) / across;
  const top = table.note === '' ? 12 : 16;
  const { columns, rows, grouping } = table;
  const set = setTable(surface, columns, rows, width, area.height - top - 6, { grouping });
  const needed = Math.ceil(set.pages.length / across);
  const count = table.evenIfEmpty === true ? Math.max(1, needed) : needed;
  return Array.from(
    { length: count },
    (_, page): Sheet => ({
      format,
      target: page === 0 ? table.target : `${table.target} ${page + 1}`,
      title: table.title(page + 1, count),
      section: count > 1 ? table.section : null,
      documentType: table.documentType,
      continues: page > 0,
      scale: '',
      draw: ({ link }) => {
        const x = area.x + INSET_MM;
        const heading = page === 0 ? table.heading : table.continued;
        surface.text(x, area.y + 7, heading, TYPE.heading, room);
        if (table.note !== '') surface.text(x, area.y + 12.6, table.note, TYPE.note, room);
        for (let i = 0; i < across; i += 1) {
          const part = page * across + i;
          if (i > 0 && part >= set.pages.length) break;
          const left = x + i * (width + GUTTER_MM);
          drawTable(surface, left, area.y + top, columns, set, part, link);
        }
      },
    }),
  );
}
