import { describe, expect, test } from 'vitest';
import { FILL_FIRST_DAY, FILL_MAX } from '../analysis/fill-limits.ts';
import { analyse } from '../analysis/index.ts';
import { defaultSettings, designFromRecords } from '../model/design.ts';
import { chooseCables } from './cable-choice.ts';
import { h100s, TYPES } from './fixture-spec.ts';
import { generateCluster } from './generate-cluster.ts';
import { layOut } from './lay-out.ts';
import { TrayLoads, type TrayPlan, trayWay } from './trays.ts';
import { bundles } from './wires.ts';

const PLAN: TrayPlan = {
  rows: [
    { yMm: 600, fromMm: 0, toMm: 20_000 },
    { yMm: 3000, fromMm: 0, toMm: 20_000 },
    { yMm: 5400, fromMm: 0, toMm: 6000 },
  ],
  crossings: [5000, 15_000].map((xMm) => ({ xMm, fromMm: 0, toMm: 6000 })),
};

describe('the way over the trays', () => {
  test('along its own row', () => {
    const way = trayWay(PLAN, { row: 0, xMm: 1000 }, { row: 0, xMm: 9000 });
    expect(way).toEqual({ lengthMm: 8000, crossing: null });
  });

  test('across by the crossing that is the least detour', () => {
    const way = trayWay(PLAN, { row: 0, xMm: 14_000 }, { row: 1, xMm: 17_000 });
    expect(way).toEqual({ lengthMm: 3000 + 2400, crossing: 1 });
  });

  test('of two that are as long by the nearer one', () => {
    const [west, east] = [
      { row: 0, xMm: 1000 },
      { row: 1, xMm: 19_000 },
    ];
    expect(trayWay(PLAN, west, east).crossing).toBe(0);
    expect(trayWay(PLAN, east, west).crossing).toBe(1);
  });

  test('a short row is reached by the crossings that meet it only', () => {
    const way = trayWay(PLAN, { row: 0, xMm: 16_000 }, { row: 2, xMm: 5500 });
    expect(way).toEqual({ lengthMm: 11_000 + 500 + 4800, crossing: 0 });
  });
});

test('a crossing reaches from the first to the last row that it meets; what meets one row only is none', () => {
  const { trays } = layOut(h100s(127, { racks: { perRow: 22 } }), TYPES);
  if (!trays) throw new Error('the fixture has no trays');
  const [first, last] = [trays.rows[0], trays.rows.at(-1)];
  expect(trays.rows.length).toBeGreaterThan(1);
  for (const { xMm, fromMm, toMm } of trays.crossings) {
    const met = trays.rows.filter((row) => row.toMm >= xMm);
    expect(met.length).toBeGreaterThan(1);
    expect([fromMm, toMm]).toEqual([(met[0]?.yMm ?? 0) - 600, (met.at(-1)?.yMm ?? 0) + 600]);
  }
  expect([first?.fromMm, last?.fromMm]).toEqual([0, 0]);
});

describe('trays as large as what lies in them asks for', () => {
  const layout = layOut(h100s(127), TYPES);
  const [one, other] = layout.rows[0]?.racks ?? [];
  const squareMm = 10_000;

  function widthOf(squares: number): number {
    const { trays, rows } = layout;
    if (!trays || !one || !other) throw new Error('the fixture has no trays');
    const loads = new TrayLoads(trays);
    loads.add(one, other, squares * squareMm);
    return loads.pathways(rows, (key) => key)[0]?.widthMm ?? 0;
  }

  test('the smallest that is not fuller than is advised for the first day', () => {
    expect(widthOf(0)).toBe(300);
    const full = (300 * 100 * FILL_FIRST_DAY * 4) / Math.PI;
    expect(widthOf(full - 1)).toBe(300);
    expect(widthOf(full + 1)).toBe(450);
    expect(widthOf(1e9)).toBe(3000);
  });
});

test('they hold what the analysis finds in them, and ways are as long as they were reckoned', () => {
  const spec = h100s(127, { leaves: 'end-of-row', racks: { perRow: 9 } });
  const records = generateCluster(spec, { clusterId: 'c1', types: TYPES });
  const { pathways, cables } = analyse(designFromRecords([defaultSettings('test'), ...records]));
  const fills = pathways.filter(({ kind }) => kind === 'pathway').map(({ fill }) => fill);
  expect(fills.length).toBeGreaterThan(4);
  expect(Math.max(...fills)).toBeLessThan(FILL_MAX);
  const layout = layOut(spec, TYPES);
  const reckoned = new Map<string, number>();
  for (const bundle of bundles(layout)) {
    const letter = bundle.linkClass === 'node-leaf' ? 'n' : 's';
    for (const { from, pathMm } of chooseCables(layout, bundle)) {
      reckoned.set(`c1/compute:${letter}${bundle.numbers[from]}`, pathMm / 1000);
    }
  }
  for (const { id, pathM } of cables) {
    // Within a metre: a cable may go along the other side of its racks, and straight from a rack into a crossing.
    expect(Math.abs((reckoned.get(id) ?? 0) - (pathM ?? 0))).toBeLessThan(1.5);
  }
});
