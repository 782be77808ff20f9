/**
 * An analysis as what is different from the one before: the tables of a large design are long, and an edit
 * changes few of their rows. Rows that did not change keep their identity on both sides.
 */
import type { Analysis } from '../../shared/analysis/types.ts';

/** Rows taken over from the table before, from an index on, or new ones. */
export type Run<Row> =
  | { readonly from: number; readonly count: number }
  | { readonly rows: readonly Row[] };

/** Tables as runs; what is no table as it is. */
export type AnalysisPatch = {
  readonly [Key in keyof Analysis]: Analysis[Key] extends readonly (infer Row)[]
    ? readonly Run<Row>[]
    : Analysis[Key];
};

/** The patch that makes `after` out of `before`; out of nothing when there is none. */
export function patchBetween(before: Analysis | null, after: Analysis): AnalysisPatch {
  const known = new Map<string, unknown>(Object.entries(before ?? {}));
  const parts = Object.entries(after).map(([key, value]: [string, unknown]) => {
    if (!Array.isArray(value)) return [key, value];
    const old = known.get(key);
    return [key, runsBetween<unknown>(Array.isArray(old) ? old : [], value)];
  });
  // Every key of an analysis was turned into its own part.
  return Object.fromEntries(parts) as AnalysisPatch;
}

/** The analysis that a patch makes out of the one before. */
export function patched(before: Analysis | null, patch: AnalysisPatch): Analysis {
  const known = new Map<string, unknown>(Object.entries(before ?? {}));
  const parts = Object.entries(patch).map(([key, value]: [string, unknown]) => {
    if (!Array.isArray(value)) return [key, value];
    const old = known.get(key);
    return [key, rejoin<unknown>(Array.isArray(old) ? old : [], value)];
  });
  // The reverse of `patchBetween`: every part is turned back into its key.
  return Object.fromEntries(parts) as Analysis;
}

/** So many rows on, a row that is gone from its place is looked for. */
const LOOK_AHEAD = 64;

/** Describes a table by rows of the one before, as far as they stand in the same order. */
export function runsBetween<Row>(
  before: readonly Row[],
  after: readonly Row[],
): readonly Run<Row>[] {
  const runs: Run<Row>[] = [];
  let fresh: Row[] = [];
  let start = 0;
  let [i, j] = [0, 0];
  const keep = (): void => {
    if (i > start) runs.push({ from: start, count: i - start });
  };
  const flush = (): void => {
    if (fresh.length > 0) runs.push({ rows: fresh });
    fresh = [];
  };
  while (j < after.length) {
    if (i < before.length && before[i] === after[j]) {
      if (fresh.length > 0) {
        flush();
        start = i;
      }
      i += 1;
      j += 1;
      continue;
    }
    if (fresh.length === 0) keep();
    const [gone, come] = nextMeeting(before, i, after, j);
    for (let n = 0; n < come; n += 1, j += 1) fresh.push(after[j] as Row);
    i += gone;
    if (fresh.length === 0) start = i;
  }
  if (fresh.length === 0) keep();
  flush();
  return runs;
}

/** How many rows went and how many came before the tables go on alike. */
function nextMeeting<Row>(
  before: readonly Row[],
  i: number,
  after: readonly Row[],
  j: number,
): readonly [gone: number, come: number] {
  for (let far = 1; far <= LOOK_AHEAD; far += 1) {
    const [old, next] = [i + far < before.length, j + far < after.length];
    if (old && next && before[i + far] === after[j + far]) return [far, far];
    if (old && before[i + far] === after[j]) return [far, 0];
    if (next && after[j + far] === before[i]) return [0, far];
  }
  return [Math.min(1, before.length - i), 1];
}

function rejoin<Row>(before: readonly Row[], runs: readonly Run<Row>[]): readonly Row[] {
  const [only] = runs;
  if (runs.length === 1 && only && 'from' in only && only.count === before.length) return before;
  const rows: Row[] = [];
  for (const run of runs) {
    if ('rows' in run) for (const row of run.rows) rows.push(row);
    else for (let at = run.from; at < run.from + run.count; at += 1) rows.push(before[at] as Row);
  }
  return rows;
}
