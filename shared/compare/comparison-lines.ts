/** The table of a comparison: a line a figure, a cell a column, and what is drawn in the cell. */
import { say } from '../text/index.ts';
import { bandText, figureSentence, figureText, unitText } from './figure-text.ts';
import type { Column, Comparison, FigureName } from './types.ts';

/** What a part of a bar stands for. */
export type PartKind =
  | 'ok'
  | 'vendorOnly'
  | 'unknown'
  | 'over'
  | 'switch'
  | 'flight'
  | 'added'
  | 'whole';

/** A bar of a cell; lengths are shares of the line's greatest value. */
export interface Bar {
  /** From the ground up. */
  readonly parts: readonly { readonly kind: PartKind; readonly share: number }[];
  readonly whisker: { readonly low: number; readonly high: number } | null;
}

export interface Cell {
  readonly text: string;
  /** From where to where it may be; empty where there is no band. */
  readonly band: string;
  /** The cell in words, with what is missing; for who does not see the bar. */
  readonly sentence: string;
  /** Unknown, or a lower bound: there is more to say. */
  readonly unsure: boolean;
  readonly best: boolean;
  readonly bar: Bar | null;
}

export interface Line {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  /** How it is found; empty where it is counted. */
  readonly formula: string;
  readonly sources: string;
  /** Parts of its bars that need a key. */
  readonly legend: readonly PartKind[];
  /** One a column. */
  readonly cells: readonly Cell[];
}

export interface LineGroup {
  readonly key: string;
  readonly lines: readonly Line[];
}

/** All lines, in groups. */
export function comparisonLines(comparison: Comparison): readonly LineGroup[] {
  const { columns } = comparison;
  const figure = (name: FigureName, bars: BarsOf = noBars): Line =>
    figureLine(comparison, name, bars);
  const count = (key: string, of: (column: Column) => number): Line => countLine(columns, key, of);
  return [
    {
      key: 'reach',
      lines: [
        reachLine(columns),
        count('vendorOnly', ({ links }) => links.vendorOnly),
        count('unknownReach', ({ links }) => links.unknown),
        count('cannotPlug', ({ links }) => links.cannotPlug),
      ],
    },
    { key: 'energy', lines: [figure('watts', wholeBars), figure('picojoulesPerBit')] },
    {
      key: 'time',
      lines: [figure('pathNs', pathBars), figure('linkNs'), figure('addedNs')],
    },
    {
      key: 'air',
      lines: [
        figure('flowLossWorst', wholeBars),
        figure('outletRiseWorstK'),
        figure('fanWatts'),
        figure('blockedWorst'),
        figure('blockedMean'),
      ],
    },
    {
      key: 'bulk',
      lines: [
        figure('cableKg', wholeBars),
        figure('crossSectionMm2'),
        figure('fullestMm2'),
        figure('cages'),
        figure('faceplateU'),
        count('cables', ({ cables }) => cables),
      ],
    },
    {
      key: 'findings',
      lines: [
        count('errors', ({ findings }) => findings.error),
        count('warnings', ({ findings }) => findings.warning),
        count('notes', ({ findings }) => findings.note),
      ],
    },
  ];
}

type BarsOf = (columns: readonly Column[], name: FigureName) => readonly (Bar | null)[];

const noBars: BarsOf = (columns) => columns.map(() => null);

/** One part, with a whisker where there is a band. */
const wholeBars: BarsOf = (columns, name) => {
  const figures = columns.map(({ figures }) => figures[name]);
  const most = Math.max(...figures.map(({ value, band }) => band?.high ?? value ?? 0));
  return figures.map(({ value, band }) => {
    if (value === null || most === 0) return null;
    return {
      parts: [{ kind: 'whole', share: value / most }],
      whisker: band && { low: band.low / most, high: band.high / most },
    };
  });
};

const PATH_PARTS = ['switch', 'flight', 'added'] as const;

const pathBars: BarsOf = (columns) => {
  const most = Math.max(...columns.map(({ slowestPath }) => slowestPath?.knownNs ?? 0));
  return columns.map(({ slowestPath }) => {
    if (!slowestPath || most === 0) return null;
    const ns = {
      switch: slowestPath.switchNs,
      flight: slowestPath.flightNs ?? 0,
      added: slowestPath.addedNs ?? 0,
    };
    const parts = PATH_PARTS.map((kind) => ({ kind, share: ns[kind] / most }));
    return { parts, whisker: null };
  });
};

function figureLine({ columns, formulas }: Comparison, name: FigureName, bars: BarsOf): Line {
  const label = say(`compare.row.${name}`);
  const drawn = bars(columns, name);
  const best = bestOf(
    columns.map((column) => {
      const { value, unknownParts } = column.figures[name];
      return { value, unknownParts, counts: !column.hypothetical };
    }),
  );
  const { formula, sources } = formulas[name];
  const [first] = columns;
  return {
    key: name,
    label,
    unit: first ? unitText(first.figures[name]) : '',
    formula,
    sources: sources.join('; '),
    legend: name === 'pathNs' ? PATH_PARTS : [],
    cells: columns.map((column, at) => {
      const figure = column.figures[name];
      return {
        text: figureText(figure),
        band: bandText(figure),
        sentence: `${figureSentence(name, figure)}${pathWords(name, column)}`,
        unsure: figure.value === null || figure.unknownParts > 0,
        best: best.has(at),
        bar: drawn[at] ?? null,
      };
    }),
  };
}

function pathWords(name: FigureName, { slowestPath }: Column): string {
  if (name !== 'pathNs' || !slowestPath) return '';
  const ns = (value: number | null): string =>
    value === null ? say('compare.unknown') : String(Math.round(value));
  return `. ${say('compare.pathParts', {
    hops: slowestPath.hops,
    switchNs: ns(slowestPath.switchNs),
    flightNs: ns(slowestPath.flightNs),
    addedNs: ns(slowestPath.addedNs),
  })}`;
}

function countLine(columns: readonly Column[], key: string, of: (column: Column) => number): Line {
  const label = say(`compare.row.${key}`);
  const counts = columns.map((column) => ({
    value: of(column),
    unknownParts: 0,
    counts: !column.hypothetical,
  }));
  const best = bestOf(counts);
  return {
    key,
    label,
    unit: '',
    formula: '',
    sources: '',
    legend: [],
    cells: counts.map(({ value }, at) => ({
      text: wholeNumber.format(value),
      band: '',
      sentence: say('compare.sentence.known', { label, text: wholeNumber.format(value) }),
      unsure: false,
      best: best.has(at),
      bar: null,
    })),
  };
}

const wholeNumber = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

const VERDICTS = ['ok', 'vendorOnly', 'unknown', 'over'] as const;

function reachLine(columns: readonly Column[]): Line {
  const line = countLine(columns, 'reach', ({ links }) => links.over);
  return {
    ...line,
    legend: VERDICTS,
    cells: line.cells.map((cell, at) => {
      const links = columns[at]?.links;
      if (!links || links.total === 0) return cell;
      const parts = VERDICTS.map((kind) => ({ kind, share: links[kind] / links.total }));
      return {
        ...cell,
        sentence: say('compare.reachParts', { ...links }),
        bar: { parts, whisker: null },
      };
    }),
  };
}

interface Rated {
  readonly value: number | null;
  readonly unknownParts: number;
  /** False for what cannot be plugged: it is not to be had. */
  readonly counts: boolean;
}

/**
 * Which columns are best in a line; less is better in all of them. None where all are equal, and none of those that
 * know less than others do.
 */
export function bestOf(rated: readonly Rated[]): ReadonlySet<number> {
  const known = rated.filter(({ value, counts }) => value !== null && counts);
  const surest = Math.min(...known.map(({ unknownParts }) => unknownParts));
  const sure = known.filter(({ unknownParts }) => unknownParts === surest);
  const values = sure.map(({ value }) => value ?? 0);
  const least = Math.min(...values);
  if (values.length < 2 || least === Math.max(...values)) return new Set();
  return new Set(
    rated.flatMap((each, at) => (sure.includes(each) && each.value === least ? [at] : [])),
  );
}
