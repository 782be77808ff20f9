/** The columns of the cable table: every column of the schedule, what each says, and which can be edited. */
import { isDataMedium } from '../../../shared/compare/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import { say } from '../../../shared/text/index.ts';
import { type EndFact, endFact, type TableCable } from './table-cable.ts';

/** Fields of a cable that can be changed in the table; the column bears the field's name. */
export const EDITED_FIELDS = [
  'label',
  'fabric',
  'rail',
  'medium',
  'awg',
  'part',
  'lengthM',
  'colour',
  'side',
  'bundle',
  'status',
  'notes',
] as const;
export type EditedField = (typeof EDITED_FIELDS)[number];

export interface CableColumn {
  readonly id: string;
  readonly title: string;
  readonly widthPx: number;
  /** Numbers stand at the right, and are sorted as numbers. */
  readonly numeric: boolean;
  /** Null where the table only tells. */
  readonly field: EditedField | null;
  readonly text: (cable: TableCable, design: Design) => string;
  /** By what it is sorted where that is not its text; null stands last. */
  readonly value?: (cable: TableCable) => number | null;
}

interface Shape {
  readonly id: string;
  readonly widthPx: number;
  readonly field?: EditedField;
  readonly text: CableColumn['text'];
  readonly value?: (cable: TableCable) => number | null;
}

function column({ field, ...shape }: Shape): CableColumn {
  return {
    ...shape,
    field: field ?? null,
    title: say(`cables.column.${shape.id}`),
    numeric: shape.value !== undefined,
  };
}

function endColumns(side: 'a' | 'b'): readonly CableColumn[] {
  const widths: readonly (readonly [EndFact, number])[] = [
    ['rack', 64],
    ['unit', 48],
    ['device', 112],
    ['port', 112],
    ['connector', 84],
    ['label', 176],
  ];
  return widths.map(([fact, widthPx]) =>
    column({
      id: `${side}.${fact}`,
      widthPx,
      text: ({ cable }, design) => endFact(design, cable, side, fact),
    }),
  );
}

/** A number of the analysis with so many digits; empty where it is unknown. */
function measured(
  id: string,
  widthPx: number,
  digits: number,
  value: (cable: TableCable) => number | null,
): CableColumn {
  return column({
    id,
    widthPx,
    value,
    text: (cable) => numberText(value(cable), digits),
  });
}

function numberText(value: number | null, digits: number): string {
  return value === null ? '' : String(Number(value.toFixed(digits)));
}

/** In the order in which a schedule prints them. */
export const CABLE_COLUMNS: readonly CableColumn[] = [
  column({ id: 'label', widthPx: 104, field: 'label', text: ({ cable }) => cable.label }),
  column({
    id: 'worst',
    widthPx: 72,
    text: ({ worst }) => (worst === null ? '' : say(`panels.severity.${worst}`)),
  }),
  column({ id: 'fabric', widthPx: 88, field: 'fabric', text: ({ cable }) => cable.fabric }),
  column({
    id: 'rail',
    widthPx: 48,
    field: 'rail',
    text: ({ cable }) => numberText(cable.rail, 0),
    value: ({ cable }) => cable.rail,
  }),
  ...endColumns('a'),
  ...endColumns('b'),
  column({
    id: 'medium',
    widthPx: 76,
    field: 'medium',
    text: ({ cable }) => say(`catalog.medium.${cable.medium}.short`),
  }),
  column({
    id: 'awg',
    widthPx: 52,
    field: 'awg',
    text: ({ cable }) => numberText(cable.awg, 0),
    value: ({ cable }) => cable.awg,
  }),
  column({ id: 'part', widthPx: 120, field: 'part', text: ({ cable }) => cable.part }),
  measured('speed', 72, 1, ({ row }) =>
    row === null || row.laneGbps === null || row.lanes === null ? null : row.laneGbps * row.lanes,
  ),
  measured('lanes', 56, 0, ({ row }) => row?.lanes ?? null),
  measured('path', 68, 2, ({ row }) => row?.pathM ?? null),
  measured('slack', 68, 2, ({ row }) => row?.slackM ?? null),
  measured('required', 68, 2, ({ row }) => row?.requiredM ?? null),
  column({
    id: 'lengthM',
    widthPx: 72,
    field: 'lengthM',
    text: ({ row, cable }) => numberText(row?.lengthM ?? cable.lengthM, 3),
    value: ({ row, cable }) => row?.lengthM ?? cable.lengthM,
  }),
  column({
    id: 'source',
    widthPx: 88,
    text: ({ cable, row }) => {
      if (row?.lengthStale) return say('cables.length.stale');
      return say(`cables.length.${cable.lengthM === null ? 'estimated' : 'entered'}`);
    },
  }),
  column({
    id: 'verdict',
    widthPx: 136,
    // No medium limits the reach of a power cord: there is nothing to know.
    text: ({ row, cable }) =>
      row === null || !isDataMedium(cable.medium) ? '' : say(`panels.verdict.${row.verdict}`),
  }),
  column({ id: 'colour', widthPx: 84, field: 'colour', text: ({ cable }) => cable.colour ?? '' }),
  column({
    id: 'side',
    widthPx: 92,
    field: 'side',
    text: ({ cable }) => say(`panels.side.${cable.side}`),
  }),
  column({ id: 'bundle', widthPx: 88, field: 'bundle', text: ({ cable }) => cable.bundle }),
  column({
    id: 'status',
    widthPx: 112,
    field: 'status',
    text: ({ cable }) => say(`cables.status.${cable.status}`),
  }),
  measured('diameter', 72, 2, ({ row }) => row?.odMm ?? null),
  measured('weight', 72, 3, ({ row }) => row?.weightKg ?? null),
  column({ id: 'notes', widthPx: 200, field: 'notes', text: ({ cable }) => cable.notes }),
];

/** What a new window shows of them: what one reads a cable by, and what one orders. */
const SHOWN_FIRST: ReadonlySet<string> = new Set([
  'label',
  'worst',
  'fabric',
  'rail',
  'a.rack',
  'a.unit',
  'a.device',
  'a.port',
  'b.rack',
  'b.unit',
  'b.device',
  'b.port',
  'medium',
  'awg',
  'lengthM',
  'source',
  'verdict',
  'bundle',
  'status',
]);

/** Whether a column is shown, as the settings of the window remember it; the label always is. */
export function isColumnShown(panels: Readonly<Record<string, number>>, id: string): boolean {
  if (id === 'label') return true;
  return (panels[`cables.${id}`] ?? (SHOWN_FIRST.has(id) ? 1 : 0)) === 1;
}
