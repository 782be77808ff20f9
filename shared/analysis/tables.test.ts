import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSample } from '../samples/index.ts';
import { blockedAreaMm2 } from './bundle.ts';
import { faceCover } from './face-cover.ts';
import { analyse, countFindings, summarise } from './index.ts';
import { RowTable } from './row-table.ts';

describe('faceCover', () => {
  const window = { fromMm: 0, toMm: 440, heightMm: 1000 };
  const spread = (count: number, odMm: number) =>
    Array.from({ length: count }, (_, n) => {
      const xMm = (440 * (n + 0.5)) / count;
      return { xMm, odMm, side: xMm < 220 ? ('left' as const) : ('right' as const) };
    });

  test('of evenly spread ports agrees with the closed form', () => {
    const { areaMm2, leftMm, rightMm, widestMm } = faceCover(spread(32, 9.43), window);
    const closed = blockedAreaMm2({ widthMm: 440, diameterMm: 9.43, count: 32, sides: 2 });
    expect(Math.abs(areaMm2 / closed - 1)).toBeLessThan(0.01);
    expect(leftMm).toBeCloseTo(45.3, 1);
    expect(rightMm).toBeCloseTo(leftMm, 9);
    expect(widestMm).toBeCloseTo(leftMm, 9);
  });

  test('counts no bundle as higher than the window', () => {
    const low = { ...window, heightMm: 20 };
    expect(faceCover(spread(32, 9.43), low).areaMm2).toBeLessThanOrEqual(440 * 20);
  });

  test('law: one more cable never uncovers anything', () => {
    const cable = fc.record({
      xMm: fc.double({ min: -50, max: 500, noNaN: true }),
      side: fc.constantFrom('left' as const, 'right' as const),
      odMm: fc.constantFrom(3, 4.5, 9.43),
    });
    fc.assert(
      fc.property(fc.array(cable, { maxLength: 40 }), cable, (cables, extra) => {
        const less = faceCover(cables, window);
        const more = faceCover([...cables, extra], window);
        expect(more.areaMm2).toBeGreaterThanOrEqual(less.areaMm2 - 1e-6);
        expect(more.widestMm).toBeGreaterThanOrEqual(less.widestMm - 1e-6);
      }),
    );
  });
});

describe('RowTable', () => {
  test('holds what a sorted set would, whatever is replaced, and leaves old rows alone', () => {
    const few = fc.uniqueArray(fc.nat(60), { maxLength: 50 });
    const start = fc.constantFrom(0, 40, 1200);
    fc.assert(
      fc.property(start, fc.array(few, { maxLength: 8 }), fc.nat(1200), (size, steps, from) => {
        const table = new RowTable<{ key: number; at: number }>((a, b) => a.key - b.key);
        const wanted = new Map<number, { key: number; at: number }>();
        for (let key = 0; key < size; key += 1) wanted.set(2 * key, { key: 2 * key, at: -1 });
        table.replace([], [...wanted.values()]);
        for (const [at, step] of steps.entries()) {
          const keys = step.map((key) => key + from);
          const before = sorted(wanted);
          const handedOut = table.rows;
          const removed = keys.flatMap((key) => wanted.get(key) ?? []);
          const added = keys.filter((key) => (key + at) % 3 !== 0).map((key) => ({ key, at }));
          for (const row of removed) wanted.delete(row.key);
          for (const row of added) wanted.set(row.key, row);
          table.replace(removed, added);
          expect(table.rows.all).toEqual(sorted(wanted));
          expect(handedOut.all).toEqual(before);
        }
      }),
    );
  });

  test('a row that is put in again takes the place of its older version; one that is not there stays out', () => {
    const table = new RowTable<{ key: number; at: number }>((a, b) => a.key - b.key);
    const rows = Array.from({ length: 40 }, (_, key) => ({ key, at: 0 }));
    table.replace([], rows);
    table.replace([], [{ key: 7, at: 1 }]);
    table.replace([{ key: 99, at: 0 }], []);
    expect(table.rows.all).toEqual(rows.map((row) => (row.key === 7 ? { key: 7, at: 1 } : row)));
  });

  test('a chunk that fills up is cut, one that empties is gone', () => {
    const table = new RowTable<number>((a, b) => a - b);
    const even = Array.from({ length: 2000 }, (_, n) => 2 * n);
    table.replace([], even);
    for (let n = 0; n < 600; n += 1) table.replace([], [2 * n + 1]);
    expect(table.rows.all).toHaveLength(2600);
    for (const n of table.rows.all.slice(0, 1400)) table.replace([n], []);
    expect(table.rows.all).toEqual(even.slice(800));
  });

  function sorted<Row extends { key: number }>(rows: ReadonlyMap<number, Row>): readonly Row[] {
    return [...rows.values()].sort((a, b) => a.key - b.key);
  }
});

describe('summarise', () => {
  test('counts findings and adds up what is known', () => {
    const analysis = analyse(buildSample('first-rack'));
    const { findings, cableM, counts } = summarise(analysis);
    expect(findings.total).toBe(analysis.findings.length);
    expect(Object.values(findings.bySeverity).reduce((a, b) => a + b)).toBe(findings.total);
    expect(Object.values(findings.byRule).reduce((a, b) => a + b)).toBe(findings.total);
    expect(cableM).toBeCloseTo(
      analysis.cables.reduce((sum, { lengthM }) => sum + (lengthM ?? 0), 0),
      9,
    );
    expect(counts.racks).toBe(1);
  });

  test('counts a list once, and another list anew', () => {
    const { findings } = analyse(buildSample('first-rack'));
    const counts = countFindings(findings);
    expect(countFindings(findings)).toBe(counts);
    const fewer = countFindings(findings.slice(1));
    expect(fewer.total).toBe(counts.total - 1);
  });
});
