/** What `plenum compare --json` says (`plenum.comparison/1`). */
import type { Severity } from '../analysis/types.ts';
import type { DeviceId } from '../model/ids.ts';
import type { MediumId } from '../model/medium.ts';
import type { ColumnId, ComparedMedium } from './columns.ts';
import type { Figure } from './figure.ts';

/** Links by what becomes of them; `ok`, `vendorOnly`, `over` and `unknown` add up to `total`. */
export interface LinkCounts {
  readonly total: number;
  readonly ok: number;
  readonly vendorOnly: number;
  /** Longer than the medium carries. */
  readonly over: number;
  readonly unknown: number;
  /** Whose ports do not take the medium's plugs; they are counted above as if they did. */
  readonly cannotPlug: number;
}

/** Why links cannot be plugged: the first of each kind as a sentence. */
export interface Refused {
  readonly key: string;
  readonly message: string;
  readonly links: number;
}

export const FIGURES = [
  'cages',
  'faceplateU',
  'watts',
  'picojoulesPerBit',
  'addedNs',
  'linkNs',
  'pathNs',
  'cableKg',
  'crossSectionMm2',
  'fullestMm2',
  'blockedWorst',
  'blockedMean',
  'flowLossWorst',
  'outletRiseWorstK',
  'fanWatts',
] as const;
export type FigureName = (typeof FIGURES)[number];

/** The slowest way from node to node and what its time is made of, ns. */
export interface SlowestPath {
  /** Switches passed. */
  readonly hops: number;
  readonly devices: readonly DeviceId[];
  readonly flightNs: number | null;
  readonly addedNs: number | null;
  readonly switchNs: number;
  /** What is known of it: all, or a lower bound. */
  readonly knownNs: number;
}

/** The strip, manager or tray that holds most. */
export interface FullestPlace {
  readonly id: string;
  /** In English, e.g. `row A, between A02 and A03`. */
  readonly place: string;
  /** Share of its cross-section. */
  readonly fill: number;
}

export interface Column {
  readonly id: ColumnId;
  /** Null where media are mixed. */
  readonly medium: ComparedMedium | null;
  /** Links of each medium. */
  readonly media: Readonly<Partial<Record<MediumId, number>>>;
  readonly links: LinkCounts;
  /** Cables that carry them. */
  readonly cables: number;
  readonly refused: readonly Refused[];
  /** True when links cannot be plugged: the figures show what it would be if they could. */
  readonly hypothetical: boolean;
  readonly figures: Readonly<Record<FigureName, Figure>>;
  /** Null where no fabric joins two nodes. */
  readonly slowestPath: SlowestPath | null;
  /** Null where cables are led along nothing. */
  readonly fullestPlace: FullestPlace | null;
  /** Findings that nobody has accepted. */
  readonly findings: Readonly<Record<Severity, number>>;
}

/** How a figure is found, in plain notation, and where that stands. */
export interface FigureFormula {
  readonly formula: string;
  readonly sources: readonly string[];
}

export interface Comparison {
  readonly format: 'plenum.comparison/1';
  readonly design: string;
  /** Cables that are the same in every column. */
  readonly kept: { readonly power: number; readonly baseT: number };
  /** The order in which "cheapest that reaches" tries them. */
  readonly costOrder: { readonly media: readonly ComparedMedium[]; readonly provenance: 'assumed' };
  readonly formulas: Readonly<Record<FigureName, FigureFormula>>;
  readonly columns: readonly Column[];
}
