/**
 * An analysis as what is different from the one before: the tables of a large design are long, and an edit
 * changes few of their rows. Rows that did not change keep their identity on both sides.
 */
import type { Analysis } from '../../shared/analysis/types.ts';

/** Rows taken over from the table before, from an index on, or new ones, or the next ones of those sent ahead. */
export type Run<Row> =
  | { readonly from: number; readonly count: number }
  | { readonly rows: readonly Row[] }
  | { readonly ahead: number };

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

/**
 * So many rows cross from thread to thread at once: their copies are made by the thread that gets them, and a window
 * that copies for longer misses a frame.
 */
const ROWS_AT_ONCE = 400;

/** What of a patch is sent ahead, a few rows at a time and in order; in the end the patch without them. */
export function* sentAhead(patch: AnalysisPatch): Generator<readonly unknown[], AnalysisPatch> {
  const parts: [string, unknown][] = [];
  for (const [key, value] of Object.entries(patch) as [string, unknown][]) {
    if (!Array.isArray(value)) parts.push([key, value]);
    else parts.push([key, yield* withoutLong(value as readonly Run<unknown>[])]);
  }
  // Every key of a patch was kept.
  return Object.fromEntries(parts) as AnalysisPatch;
}

function* withoutLong(
  runs: readonly Run<unknown>[],
): Generator<readonly unknown[], readonly Run<unknown>[]> {
  const short: Run<unknown>[] = [];
  for (const run of runs) {
    if (!('rows' in run) || run.rows.length <= ROWS_AT_ONCE) {
      short.push(run);
      continue;
    }
    for (let at = 0; at < run.rows.length; at += ROWS_AT_ONCE) {
      yield run.rows.slice(at, at + ROWS_AT_ONCE);
    }
    short.push({ ahead: run.rows.length });
  }
  return short;
}

/** The analysis that a patch makes out of the one before. @param ahead the rows that were sent ahead of it, in order */
export function patched(
  before: Analysis | null,
  patch: AnalysisPatch,
  ahead: readonly unknown[] = [],
): Analysis {
  const known = new Map<string, unknown>(Object.entries(before ?? {}));
  const rowsAhead = ahead[Symbol.iterator]();
  const parts = Object.entries(patch).map(([key, value]: [string, unknown]) => {
    if (!Array.isArray(value)) return [key, value];
    const old = known.get(key);
    return [key, rejoin<unknown>(Array.isArray(old) ? old : [], value, rowsAhead)];
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

function rejoin<Row>(
  before: readonly Row[],
  runs: readonly Run<Row>[],
  ahead: Iterator<Row>,
): readonly Row[] {
  const [only] = runs;
  if (runs.length === 1 && only && 'from' in only && only.count === before.length) return before;
  const rows: Row[] = [];
  for (const run of runs) {
    if ('rows' in run) for (const row of run.rows) rows.push(row);
    else if ('ahead' in run) for (let n = 0; n < run.ahead; n += 1) rows.push(nextOf(ahead));
    else for (let at = run.from; at < run.from + run.count; at += 1) rows.push(before[at] as Row);
  }
  return rows;
}

function nextOf<Row>(rows: Iterator<Row>): Row {
  const next = rows.next();
  if (next.done) throw new RangeError('a row that was to be sent ahead is missing');
  return next.value;
}
