/** What became of the design since a named version: what came, went, moved and changed. */
import type { Design } from '../../../shared/model/design.ts';
import { type DesignChange, designChanges } from '../../../shared/revisions/index.ts';
import { say } from '../../../shared/text/index.ts';
import type { PdfSurface } from './pdf-surface.ts';
import type { DrawingSet, Sheet } from './sheet.ts';
import type { Column } from './table.ts';
import { tableSheets } from './table-sheets.ts';
import { deviceTarget, rackTarget } from './targets.ts';

/** An earlier state of the design, by the name and the day that it was kept under. */
export interface EarlierDesign {
  readonly name: string;
  /** ISO date and time. */
  readonly made: string;
  readonly design: Design;
}

const LEAST_MM = 250;

function columns(set: DrawingSet): Column<DesignChange>[] {
  const head = (name: string): string => say(`drawing.column.${name}`);
  const linkOf = ({ group, id }: DesignChange): string | null => {
    if (group === 'rack') return rackTarget(id);
    const rackId = group === 'device' ? set.design.devices.get(id)?.rackId : undefined;
    if (rackId !== undefined) return rackTarget(rackId);
    const cable = group === 'cable' ? set.design.cables.get(id) : undefined;
    const [first] = cable?.ends.a ?? [];
    return first ? deviceTarget(first.deviceId) : null;
  };
  return [
    {
      title: head('change'),
      share: 18,
      semibold: true,
      cell: ({ act }) => say(`revisions.act.${act}`),
    },
    { title: head('name'), share: 44, cell: ({ name }) => name, link: linkOf },
    {
      title: head('field'),
      share: 30,
      cell: ({ field }) => (field === '' ? '' : say(`revisions.field.${field}`)),
    },
    { title: head('before'), share: 74, cell: ({ before }) => before || '–' },
    { title: head('after'), share: 74, cell: ({ after }) => after || '–' },
    { title: head('done'), share: 12, align: 'centre', cell: () => null },
  ];
}

/** As many sheets as the changes take; none without an earlier state, one where nothing changed. */
export function changeSheets(
  set: DrawingSet,
  surface: PdfSurface,
  earlier: EarlierDesign | null,
): Sheet[] {
  if (earlier === null) return [];
  const changes = designChanges(earlier.design, set.design);
  const counts = new Map<string, number>();
  for (const { group } of changes) counts.set(group, (counts.get(group) ?? 0) + 1);
  const since = { name: earlier.name, date: earlier.made.slice(0, 10), count: changes.length };
  return tableSheets(set, surface, {
    target: 'changes',
    title: (page, pages) => say('drawing.changes.title', { page, pages }),
    section: say('drawing.section.changes'),
    documentType: say('drawing.type.changes'),
    heading: say('drawing.changes.heading', since),
    continued: say('drawing.continued', { name: say('drawing.changes.heading', since) }),
    note: say('drawing.changes.note'),
    columns: columns(set),
    rows: changes,
    grouping: {
      of: ({ group }) => say(`revisions.group.${group}`, { count: counts.get(group) ?? 0 }),
      continued: (name) => say('drawing.continued', { name }),
    },
    leastMm: LEAST_MM,
    evenIfEmpty: true,
  });
}
