import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../shared/analysis/index.ts';
import { buildSample } from '../../shared/samples/index.ts';
import { patchBetween, patched, runsBetween, sentAhead } from './analysis-patch.ts';

interface Row {
  readonly id: number;
}

const ROWS: readonly Row[] = Array.from({ length: 40 }, (_, id) => ({ id }));
const some = fc.subarray([...ROWS]);

describe('the difference of two tables', () => {
  it('is nothing but one run where nothing changed', () => {
    expect(runsBetween(ROWS, [...ROWS])).toEqual([{ from: 0, count: 40 }]);
  });

  it('carries the rows that are new and nothing else', () => {
    const next = ROWS.map((row) => (row.id === 7 || row.id === 30 ? { id: row.id } : row));
    expect(runsBetween(ROWS, next)).toEqual([
      { from: 0, count: 7 },
      { rows: [{ id: 7 }] },
      { from: 8, count: 22 },
      { rows: [{ id: 30 }] },
      { from: 31, count: 9 },
    ]);
  });

  it('makes the one out of the other, whatever came and went', () => {
    const analysis = analyse(buildSample('first-rack'));
    const tableOf = (rows: readonly Row[]) =>
      ({ ...analysis, cables: rows }) as unknown as typeof analysis;
    fc.assert(
      fc.property(some, some, fc.boolean(), (before, after, renewed) => {
        const next = renewed ? after.map((row) => (row.id % 3 === 0 ? { ...row } : row)) : after;
        const made = patched(tableOf(before), patchBetween(tableOf(before), tableOf(next)));
        expect(made.cables).toEqual(next);
        const stayed = next.filter((row) => before.includes(row));
        for (const row of stayed) expect(made.cables).toContain(row);
      }),
    );
  });

  it('sends long tables ahead in parts, and joins them in the end', () => {
    const analysis = analyse(buildSample('first-rack'));
    const rows = Array.from({ length: 2_500 }, (_, id) => ({ id }));
    const tableOf = (cables: readonly Row[], devices: readonly Row[]) =>
      ({ ...analysis, cables, devices }) as unknown as typeof analysis;
    const before = tableOf(rows.slice(0, 3), rows.slice(0, 900));
    const after = tableOf(rows, [...rows.slice(0, 450), ...rows.slice(900, 2_000)]);
    const pieces = sentAhead(patchBetween(before, after));
    const ahead: unknown[] = [];
    let piece = pieces.next();
    for (; !piece.done; piece = pieces.next()) {
      expect(piece.value.length).toBeLessThan(500);
      ahead.push(...piece.value);
    }
    expect(ahead.length).toBeGreaterThan(3_000);
    expect(patched(before, piece.value, ahead)).toEqual(after);
    expect(() => patched(before, piece.value as never, ahead.slice(1))).toThrow(/missing/);
  });

  it('takes an analysis over threads whole', () => {
    const analysis = analyse(buildSample('first-rack'));
    expect(patched(null, structuredClone(patchBetween(null, analysis)))).toEqual(analysis);
  });
});
