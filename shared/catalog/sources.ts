/**
 * Where the catalogue's numbers come from. Rows name their sources by id (`S03 S24`); a person reads titles.
 */
import type { Fact, Provenance } from '../model/fact.ts';
import sources from './data/sources.json' with { type: 'json' };

/** How sure a row is: read in a primary text, second-hand, or a guess. */
export type Confidence = 'high' | 'medium' | 'low';

/** What every row of a table of facts carries. */
export interface Sourced {
  /** Titles of the sources, readable, joined by semicolons. */
  readonly source: string;
  readonly confidence: Confidence;
  /** True where the row rests wholly or partly on recall and waits to be verified. */
  readonly recalled: boolean;
}

/** A fact as the data files hold it: value, provenance, ids of its sources. */
export type FactEntry<T = number> = readonly [value: T, provenance: Provenance, sourceIds: string];

const TITLES: ReadonlyMap<string, { title: string; url: string }> = new Map(
  Object.entries(sources),
);

/** Texts that were made already: few combinations of sources serve hundreds of facts. */
const TEXTS = new Map<string, string>();

/**
 * The titles of sources, with their addresses.
 * @param ids source ids separated by spaces, e.g. `S03 S24`
 * @throws RangeError when an id is not in `data/sources.json`
 */
export function sourceText(ids: string): string {
  const known = TEXTS.get(ids);
  if (known !== undefined) return known;
  const text = ids
    .split(' ')
    .map((id) => {
      const source = TITLES.get(id);
      if (!source) throw new RangeError(`no source ${id} in the catalogue`);
      return source.url === '' ? source.title : `${source.title} <${source.url}>`;
    })
    .join('; ');
  TEXTS.set(ids, text);
  return text;
}

/**
 * The rows of a data file as their type. JSON knows neither unions nor tuples, so the compiler cannot; every
 * file is held against a schema by the tests instead of on every start.
 */
export function rowsOf<Row>(file: unknown): readonly Row[] {
  return file as readonly Row[];
}

/** The row with the ids of its sources turned into their titles. */
export function withSource<Row extends { readonly source: string }>(row: Row): Row {
  return { ...row, source: sourceText(row.source) };
}

/** A fact of a data file, its sources spelt out; `null` stays unknown. */
export function factFrom<T>(entry: FactEntry<T>): Fact<T>;
export function factFrom<T>(entry: FactEntry<T> | null | undefined): Fact<T> | null;
export function factFrom<T>(entry: FactEntry<T> | null | undefined): Fact<T> | null {
  if (entry === null || entry === undefined) return null;
  const [value, provenance, ids] = entry;
  return { value, provenance, source: sourceText(ids) };
}
