/** The table beside a face: every hole, cut-out and vent with its place, its size and how many there are. */
import { cutParts, mmText } from '../../../shared/drawing/face-sheet/index.ts';
import { cutRuns } from '../../../shared/faceplate/cut-runs.ts';
import {
  type FacePlan,
  PANEL_HOLE_MM,
  type PlanPart,
} from '../../../shared/faceplate/face-plan.ts';
import { say } from '../../../shared/text/index.ts';
import type { Column } from '../pdf/table.ts';

export interface CutRow {
  readonly name: string;
  readonly is: string;
  readonly xMm: number;
  readonly yMm: number;
  /** Diameter for what is round. */
  readonly widthMm: number;
  readonly heightMm: number | null;
  readonly count: number;
  readonly pitchMm: number | null;
}

/** Holes first, then cut-outs and vents from the top. A row of alike ones at one pitch is one line. */
export function cutRows(plan: FacePlan): CutRow[] {
  return [...holeRows(plan), ...partRows(plan)];
}

function holeRows({ holes }: FacePlan): CutRow[] {
  const rows = Map.groupBy(holes, ({ yMm }) => yMm);
  return [...rows].map(([yMm, row]) => {
    const xs = row.map(({ xMm }) => xMm);
    const xMm = Math.min(...xs);
    return {
      name: say('drawing.plate.hole'),
      is: say('drawing.plate.holeIs'),
      xMm,
      yMm,
      widthMm: PANEL_HOLE_MM,
      heightMm: null,
      count: row.length,
      pitchMm: row.length > 1 ? Math.max(...xs) - xMm : null,
    };
  });
}

function partRows(plan: FacePlan): CutRow[] {
  return cutRuns(cutParts(plan)).map(({ first, last, count, pitchMm }) => ({
    name: namesOf(first, last),
    is: isWords(first),
    xMm: first.round ? first.xMm + first.widthMm / 2 : first.xMm,
    yMm: first.round ? first.yMm + first.heightMm / 2 : first.yMm,
    widthMm: first.widthMm,
    heightMm: first.round ? null : first.heightMm,
    count,
    pitchMm,
  }));
}

function namesOf(first: PlanPart, last: PlanPart): string {
  if (first === last || first.name === last.name) return first.name || '–';
  return say('drawing.plate.names', { first: first.name, last: last.name });
}

function isWords({ is }: PlanPart): string {
  if (is === 'bay-area') return say('drawing.plate.is.bay');
  if (SHAPES.has(is)) return say(`drawing.plate.is.${is}`);
  return say(`face.opening.${is}`);
}

/** What is cut out and takes no plug. */
const SHAPES: ReadonlySet<PlanPart['is']> = new Set(['vent', 'fan', 'display', 'led', 'bay']);

/** Columns of the table. Places and sizes are what is printed on the drawing. */
export function cutColumns(): Column<CutRow>[] {
  const number = (key: string, read: (row: CutRow) => number | null): Column<CutRow> => ({
    title: say(`drawing.plate.column.${key}`),
    share: 11,
    align: 'right',
    cell: (row) => {
      const value = read(row);
      return value === null ? '–' : mmText(value);
    },
  });
  return [
    {
      title: say('drawing.plate.column.part'),
      share: 30,
      semibold: true,
      cell: ({ name }) => name,
    },
    { title: say('drawing.plate.column.is'), share: 20, cell: ({ is }) => is },
    number('x', ({ xMm }) => xMm),
    number('y', ({ yMm }) => yMm),
    {
      ...number('width', ({ widthMm }) => widthMm),
      cell: ({ widthMm, heightMm }) =>
        heightMm === null
          ? say('drawing.plate.diameter', { mm: mmText(widthMm) })
          : mmText(widthMm),
    },
    number('height', ({ heightMm }) => heightMm),
    number('count', ({ count }) => count),
    number('pitch', ({ pitchMm }) => pitchMm),
  ];
}
