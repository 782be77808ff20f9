/** The cable schedule: every cable with both ends, its lengths and boxes to tick. */
import type { CableRow } from '../../../shared/analysis/types.ts';
import { cablePaint, paletteFor } from '../../../shared/drawing/index.ts';
import type { Cable } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { endsLine } from '../cable-places.ts';
import { TYPE, tableFormat } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';
import { type DrawingSet, drawingArea, type Sheet } from './sheet.ts';
import { type Column, drawTable, setTable } from './table.ts';
import { figure } from './totals.ts';

/** The name under which links find the schedule. */
export const SCHEDULE_TARGET = 'cables';

interface Scheduled {
  readonly row: CableRow;
  readonly cable: Cable;
  readonly a: string;
  readonly b: string;
}

/** Labels in their natural order: C2 before C10. */
const natural = new Intl.Collator('en', { numeric: true });

function scheduled({ design, analysis }: DrawingSet): Scheduled[] {
  const rows: Scheduled[] = [];
  for (const row of analysis.cables) {
    const cable = design.cables.get(row.id);
    if (cable === undefined) continue;
    const { a, b } = cable.ends;
    rows.push({ row, cable, a: endsLine(design, a), b: endsLine(design, b) });
  }
  return rows.sort(
    (one, other) =>
      natural.compare(one.row.label, other.row.label) || (one.row.id < other.row.id ? -1 : 1),
  );
}

function columns(): Column<Scheduled>[] {
  const palette = paletteFor('paper');
  const length = (
    title: string,
    value: (row: CableRow) => number | null,
    semibold = false,
  ): Column<Scheduled> => ({
    title: say(`drawing.column.${title}`),
    share: 12,
    align: 'right',
    semibold,
    cell: ({ row }) => figure(value(row), '', 2),
  });
  return [
    {
      title: say('drawing.column.cable'),
      share: 24,
      semibold: true,
      cell: ({ row }) => row.label || row.id,
    },
    { title: say('drawing.column.endA'), share: 56, cell: ({ a }) => a },
    { title: say('drawing.column.endB'), share: 56, cell: ({ b }) => b },
    {
      title: say('drawing.column.medium'),
      share: 27,
      cell: ({ row }) => say(`drawing.medium.${row.medium}`),
      swatch: ({ cable }) => cablePaint(palette, { ...cable, colour: cable.colour }, 0.7),
    },
    { title: say('drawing.column.colour'), share: 14, cell: ({ cable }) => cable.colour ?? '–' },
    length('path', (row) => row.pathM),
    length('slack', (row) => row.slackM),
    length('order', (row) => row.lengthM, true),
    {
      title: say('drawing.column.source'),
      share: 17,
      cell: ({ row }) => say(`drawing.length.${row.lengthSource}`),
    },
    {
      title: say('drawing.column.reach'),
      share: 18,
      // No medium limits the reach of a power cord: there is nothing to know.
      cell: ({ row }) => (row.medium === 'power' ? '–' : say(`drawing.reach.${row.verdict}`)),
    },
    { title: say('drawing.column.pulled'), share: 11, cell: () => null },
    { title: say('drawing.column.tested'), share: 11, cell: () => null },
  ];
}

/** As many sheets as the cables take; none when there are no cables. */
export function scheduleSheets(set: DrawingSet, surface: PdfSurface): Sheet[] {
  const format = tableFormat(set.paper);
  const area = drawingArea(format);
  const rows = scheduled(set);
  const heads = columns();
  const table = setTable(surface, heads, rows, area.width - 8, area.height - 18);
  const count = table.pages.length;
  return table.pages.map((_, page) => ({
    format,
    target: page === 0 ? SCHEDULE_TARGET : `${SCHEDULE_TARGET} ${page + 1}`,
    title: say('drawing.schedule.title', { page: page + 1, pages: count }),
    section: page === 0 ? null : say('drawing.section.schedule'),
    documentType: say('drawing.type.schedule'),
    continues: page > 0,
    scale: '',
    draw: () => {
      const heading = page === 0 ? 'drawing.schedule.heading' : 'drawing.schedule.continued';
      surface.text(area.x + 4, area.y + 7, say(heading, { count: rows.length }), TYPE.heading);
      drawTable(surface, area.x + 4, area.y + 12, heads, table, page);
    },
  }));
}
