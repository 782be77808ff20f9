/** The bill of materials: what is drawn, what is ordered beyond it, and boxes to tick when it has come. */
import { type BomLine, billOfMaterials, itemText } from '../../../shared/bom/index.ts';
import { say } from '../../../shared/text/index.ts';
import type { PdfSurface } from './pdf-surface.ts';
import type { DrawingSet, Sheet } from './sheet.ts';
import type { Column } from './table.ts';
import { tableSheets } from './table-sheets.ts';
import { figure } from './totals.ts';

const LEAST_MM = 250;

function columns(): Column<BomLine>[] {
  const head = (name: string): string => say(`drawing.column.${name}`);
  const number = (
    name: string,
    of: (line: BomLine) => string,
    semibold = false,
  ): Column<BomLine> => ({
    title: head(name),
    share: 14,
    leastMm: 14,
    align: 'right',
    semibold,
    cell: of,
  });
  return [
    { title: head('item'), share: 110, semibold: true, cell: itemText },
    { title: head('part'), share: 46, cell: partOf },
    number('length', (line) => (line.group === 'cable' ? figure(line.lengthM, '', 2) : '')),
    number('drawn', ({ drawn }) => figure(drawn, '')),
    number('spare', ({ spare }) => figure(spare, '')),
    number('toOrder', ({ drawn, spare }) => figure(drawn + spare, ''), true),
    { title: head('ordered'), share: 14, leastMm: 15, align: 'centre', cell: () => null },
    { title: head('received'), share: 14, leastMm: 15, align: 'centre', cell: () => null },
  ];
}

function partOf(line: BomLine): string {
  const part = line.group === 'transceiver' ? '' : line.partNumber;
  return part === '' ? '–' : part;
}

/** As many sheets as the lines take; none when there is nothing to buy. */
export function bomSheets(set: DrawingSet, surface: PdfSurface): Sheet[] {
  const { design, analysis } = set;
  const rows = billOfMaterials(design, analysis);
  const totals = new Map<BomLine['group'], number>();
  for (const { group, drawn } of rows) totals.set(group, (totals.get(group) ?? 0) + drawn);
  return tableSheets(set, surface, {
    target: 'bom',
    title: (page, pages) => say('drawing.bom.title', { page, pages }),
    section: say('drawing.section.bom'),
    documentType: say('drawing.type.bom'),
    heading: say('drawing.bom.heading'),
    continued: say('drawing.bom.continued'),
    note: say('drawing.bom.note', { percent: design.settings.cabling.sparePercent }),
    columns: columns(),
    rows,
    grouping: {
      of: ({ group }) => say(`drawing.bom.group.${group}`, { count: totals.get(group) ?? 0 }),
      continued: (name) => say('drawing.continued', { name }),
    },
    leastMm: LEAST_MM,
  });
}
