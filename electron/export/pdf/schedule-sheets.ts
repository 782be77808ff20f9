/** The cable schedules: every cable with both ends, its lengths and boxes to tick, by label and by place. */
import type { CableRow } from '../../../shared/analysis/types.ts';
import { cableColours, paletteFor } from '../../../shared/drawing/index.ts';
import { lookPaint } from '../../../shared/drawing/palette.ts';
import type { Paint } from '../../../shared/drawing/surface.ts';
import { say } from '../../../shared/text/index.ts';
import { cablesByLabel, cablesByPlace, type ListedCable, type ListedEnd } from './cable-rows.ts';
import { tableFormat } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';
import { type DrawingSet, drawingArea, type Sheet } from './sheet.ts';
import type { Column } from './table.ts';
import { tableSheets } from './table-sheets.ts';
import { deviceTarget, rackTarget } from './targets.ts';
import { figure } from './totals.ts';

/** The name under which links find the schedule by label. */
export const SCHEDULE_TARGET = 'cables';

/** Narrower columns tear the words of a schedule apart, mm. */
const LEAST_MM = 355;

/** On a narrower sheet what belongs together stands in two lines of one column, mm. */
const NARROW_MM = 200;

type Ends = readonly [near: string, far: string];

const head = (name: string): string => say(`drawing.column.${name}`);

function columns(set: DrawingSet, ends: Ends): Column<ListedCable>[] {
  const isNarrow = drawingArea(tableFormat(set)).width < NARROW_MM;
  return [...(isNarrow ? narrowColumns(set, ends) : wideColumns(set, ends)), ...boxes()];
}

/** What is ticked and signed by hand. */
const boxes = (): Column<ListedCable>[] => [
  { title: head('pulled'), share: 12, leastMm: 11, align: 'centre', cell: () => null },
  { title: head('tested'), share: 12, leastMm: 11, align: 'centre', cell: () => null },
  {
    title: head('initials'),
    share: 14,
    leastMm: 11.5,
    align: 'centre',
    byHand: true,
    cell: () => null,
  },
];

function swatchOf({ design }: DrawingSet): (listed: ListedCable) => Paint {
  const palette = paletteFor('paper');
  const { lookOf } = cableColours(design, palette);
  return ({ cable }) => lookPaint(palette, lookOf(cable), 7);
}

function wideColumns(set: DrawingSet, [near, far]: Ends): Column<ListedCable>[] {
  const length = (
    name: string,
    value: (row: CableRow) => number | null,
    semibold = false,
  ): Column<ListedCable> => ({
    title: head(name),
    share: 14,
    leastMm: 12.5,
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
      link: (listed) => leadTo(of(listed).rackId, rackTarget),
    },
    {
      title: say('drawing.column.port', { end: name }),
      share: 36,
      cell: (listed) => of(listed).ports,
      link: (listed) => leadTo(of(listed).deviceId, deviceTarget),
    },
  ];
  return [
    { title: head('cable'), share: 21, semibold: true, cell: ({ row }) => row.label || row.id },
    ...end(near, ({ a }) => a),
    ...end(far, ({ b }) => b),
    {
      title: head('medium'),
      share: 27,
      leastMm: 24,
      cell: ({ row }) => say(`drawing.medium.${row.medium}`),
      swatch: swatchOf(set),
    },
    { title: head('speed'), share: 12, align: 'right', cell: ({ row }) => speedOf(row) },
    { title: head('fabric'), share: 28, cell: (listed) => fabricOf(listed) || '–' },
    length('path', (row) => row.pathM),
    length('slack', (row) => row.slackM),
    length('order', (row) => row.lengthM, true),
    { title: head('source'), share: 17, leastMm: 15, cell: ({ row }) => sourceOf(row) },
    { title: head('reach'), share: 18, leastMm: 15, cell: ({ row }) => reachOf(row) },
  ];
}

function narrowColumns(set: DrawingSet, [near, far]: Ends): Column<ListedCable>[] {
  const end = (title: string, of: (listed: ListedCable) => ListedEnd): Column<ListedCable> => ({
    title,
    share: 32,
    cell: (listed) => `${of(listed).place}\n${of(listed).ports}`,
    link: (listed) => leadTo(of(listed).deviceId, deviceTarget),
  });
  return [
    {
      title: head('cable'),
      share: 20,
      leastMm: 25,
      semibold: true,
      cell: (listed) => lines(listed.row.label || listed.row.id, fabricOf(listed)),
    },
    end(near, ({ a }) => a),
    end(far, ({ b }) => b),
    {
      title: head('medium'),
      share: 24,
      leastMm: 24,
      cell: ({ row }) => lines(say(`drawing.medium.${row.medium}`), rateOf(row)),
      swatch: swatchOf(set),
    },
    {
      title: head('pathAndSlack'),
      share: 20,
      leastMm: 20,
      align: 'right',
      cell: ({ row }) =>
        `${figure(row.pathM, '', 2)} + ${figure(row.slackM, '', 2)}\n${sourceOf(row)}`,
    },
    {
      title: head('order'),
      share: 16,
      leastMm: 16,
      align: 'right',
      semibold: true,
      cell: ({ row }) => `${figure(row.lengthM, '', 2)}\n${reachOf(row)}`,
    },
  ];
}

/** What there is to say, below each other. */
function lines(...said: readonly string[]): string {
  return said.filter((line) => line !== '').join('\n');
}

function rateOf(row: CableRow): string {
  return row.medium === 'power' ? '' : say('drawing.rate', { speed: speedOf(row) });
}

function sourceOf({ lengthSource }: CableRow): string {
  return say(`drawing.length.${lengthSource}`);
}

/** No medium limits the reach of a power cord: there is nothing to know. */
function reachOf({ medium, verdict }: CableRow): string {
  return medium === 'power' ? '–' : say(`drawing.reach.${verdict}`);
}

function leadTo(id: string | null, target: (id: string) => string): string | null {
  return id === null ? null : target(id);
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
    rail === null ? '' : railWords(rail),
    bundle === '' ? '' : say('drawing.bundle', { bundle }),
  ];
  return words.filter((word) => word !== '').join(', ');
}

/** A hall has few rails, and names one at most of its cables. */
const railsSaid = new Map<number, string>();

function railWords(rail: number): string {
  let words = railsSaid.get(rail);
  if (words === undefined) railsSaid.set(rail, (words = say('drawing.rail', { rail })));
  return words;
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
