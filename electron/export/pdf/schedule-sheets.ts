/** The cable schedules: every cable with both ends, its lengths and boxes to tick, by label and by place. */
import type { CableRow } from '../../../shared/analysis/types.ts';
import { cableColours, paletteFor } from '../../../shared/drawing/index.ts';
import { lookPaint } from '../../../shared/drawing/palette.ts';
import { say } from '../../../shared/text/index.ts';
import { cablesByLabel, cablesByPlace, type ListedCable, type ListedEnd } from './cable-rows.ts';
import type { PdfSurface } from './pdf-surface.ts';
import type { DrawingSet, Sheet } from './sheet.ts';
import type { Column } from './table.ts';
import { tableSheets } from './table-sheets.ts';
import { deviceTarget, rackTarget } from './targets.ts';
import { figure } from './totals.ts';

/** The name under which links find the schedule by label. */
export const SCHEDULE_TARGET = 'cables';

/** Narrower columns tear the words of a schedule apart, mm. */
const LEAST_MM = 355;

type Ends = readonly [near: string, far: string];

function columns({ design }: DrawingSet, [near, far]: Ends): Column<ListedCable>[] {
  const palette = paletteFor('paper');
  const { lookOf } = cableColours(design, palette);
  const head = (name: string): string => say(`drawing.column.${name}`);
  const length = (
    name: string,
    value: (row: CableRow) => number | null,
    semibold = false,
  ): Column<ListedCable> => ({
    title: head(name),
    share: 14,
    align: 'right',
    semibold,
    cell: ({ row }) => figure(value(row), '', 2),
  });
  const end = (
    name: string,
    of: (listed: ListedCable) => ListedEnd,
  ): readonly Column<ListedCable>[] => [
    {
      title: say('drawing.column.place', { end: name }),
      share: 20,
      cell: (listed) => of(listed).place,
      link: (listed) => leadTo(of(listed).racks, rackTarget),
    },
    {
      title: say('drawing.column.port', { end: name }),
      share: 36,
      cell: (listed) => of(listed).ports,
      link: (listed) => leadTo(of(listed).devices, deviceTarget),
    },
  ];
  return [
    { title: head('cable'), share: 21, semibold: true, cell: ({ row }) => row.label || row.id },
    ...end(near, ({ a }) => a),
    ...end(far, ({ b }) => b),
    {
      title: head('medium'),
      share: 27,
      cell: ({ row }) => say(`drawing.medium.${row.medium}`),
      swatch: ({ cable }) => lookPaint(palette, lookOf(cable), 7),
    },
    { title: head('speed'), share: 12, align: 'right', cell: ({ row }) => speedOf(row) },
    { title: head('fabric'), share: 28, cell: fabricOf },
    length('path', (row) => row.pathM),
    length('slack', (row) => row.slackM),
    length('order', (row) => row.lengthM, true),
    {
      title: head('source'),
      share: 17,
      cell: ({ row }) => say(`drawing.length.${row.lengthSource}`),
    },
    {
      title: head('reach'),
      share: 18,
      // No medium limits the reach of a power cord: there is nothing to know.
      cell: ({ row }) => (row.medium === 'power' ? '–' : say(`drawing.reach.${row.verdict}`)),
    },
    { title: head('pulled'), share: 12, align: 'centre', cell: () => null },
    { title: head('tested'), share: 12, align: 'centre', cell: () => null },
    { title: head('initials'), share: 14, align: 'centre', byHand: true, cell: () => null },
  ];
}

function leadTo([first]: readonly string[], target: (id: string) => string): string | null {
  return first === undefined ? null : target(first);
}

/** Rate of the whole cable, Gb/s. */
function speedOf({ laneGbps, lanes, medium }: CableRow): string {
  if (medium === 'power') return '–';
  return laneGbps === null || lanes === null
    ? say('drawing.unknown')
    : figure(laneGbps * lanes, '');
}

function fabricOf({ cable: { fabric, rail, bundle } }: ListedCable): string {
  const words = [
    fabric,
    rail === null ? '' : say('drawing.rail', { rail }),
    bundle === '' ? '' : say('drawing.bundle', { bundle }),
  ];
  return words.filter((word) => word !== '').join(', ') || '–';
}

/** By label, as many sheets as the cables take; none when there are no cables. */
export function scheduleSheets(set: DrawingSet, surface: PdfSurface): Sheet[] {
  const rows = cablesByLabel(set);
  return tableSheets(set, surface, {
    target: SCHEDULE_TARGET,
    title: (page, pages) => say('drawing.schedule.title', { page, pages }),
    section: say('drawing.section.schedule'),
    documentType: say('drawing.type.schedule'),
    heading: say('drawing.schedule.heading', { count: rows.length }),
    continued: say('drawing.schedule.continued', { count: rows.length }),
    note: say('drawing.schedule.note'),
    columns: columns(set, ['A', 'B']),
    rows,
    leastMm: LEAST_MM,
  });
}

/** The same by place: rack by rack, from the top down, each cable at the end that comes first. */
export function placeSheets(set: DrawingSet, surface: PdfSurface): Sheet[] {
  const rows = cablesByPlace(set);
  return tableSheets(set, surface, {
    target: 'places',
    title: (page, pages) => say('drawing.places.title', { page, pages }),
    section: say('drawing.section.places'),
    documentType: say('drawing.type.schedule'),
    heading: say('drawing.places.heading', { count: rows.length }),
    continued: say('drawing.places.continued', { count: rows.length }),
    note: say('drawing.places.note'),
    columns: columns(set, [say('drawing.column.near'), say('drawing.column.far')]),
    rows,
    grouping: {
      of: ({ rackName }) => say('drawing.rack.title', { name: rackName }),
      continued: (name) => say('drawing.continued', { name }),
    },
    leastMm: LEAST_MM,
  });
}
