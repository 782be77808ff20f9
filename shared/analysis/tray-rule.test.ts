import { describe, expect, test } from 'vitest';
import { USUAL_INPUTS } from '../model/design.ts';
import type { AnalysisInputs } from '../model/records.ts';
import type { TrayRun } from '../routing/tray-run.ts';
import { jacketOf } from './cable-facts.ts';
import { racks } from './fixture-bundles.ts';
import { design, workedSwitch } from './fixture-design.ts';
import { squaresPassing } from './passing.ts';
import { type LaidRun, type TrayKey, TrayLedger, type TrayLoad } from './tray-ledger.ts';
import { type TrayResult, trayResult } from './tray-rule.ts';

const DAC = jacketOf('dac', 8, 26);

function load(over: Partial<TrayLoad> = {}): TrayLoad {
  const passing = new Map([[DAC, 10]]);
  const squares = squaresPassing(passing);
  return { passing, squares, fromMm: 30, toMm: 570, copperKg: 2, ...over };
}

function judged(
  key: TrayKey,
  of: TrayLoad,
  inputs: Partial<AnalysisInputs> = {},
): TrayResult | null {
  const rowB = { kind: 'row', id: 'row-b', name: 'B', order: 1, place: null } as const;
  const floor = design([rowB, ...racks(2)], workedSwitch(), {
    inputs: { ...USUAL_INPUTS, ...inputs },
  });
  return trayResult(floor, key, of);
}

describe('a tray', () => {
  test('is named after the racks under it', () => {
    expect(judged('row row-a', load())?.row.place).toBe('row A, over A01');
    expect(judged('row row-a', load({ toMm: 1170 }))?.row.place).toBe('row A, between A01 and A02');
  });

  test('across an aisle is named after both rows, and the rack of either that stands there', () => {
    // Row B has no racks, so that the rack of row A tells the place.
    const across = judged('aisle 0', load({ fromMm: 630, toMm: 630, copperKg: 3 }));
    expect(across?.row).toMatchObject({
      id: 'tray:row-a:row-b',
      place: 'from row A to row B, at A02',
      copperKg: 3 * 2.4,
    });
  });

  test('is none where the rows are gone', () => {
    expect(judged('row gone', load())).toBeNull();
    expect(judged('aisle 1', load())).toBeNull();
  });

  test('one side that is assumed makes its area an assumption', () => {
    const full = judged('row row-a', load(), { trayWidthMm: 10 });
    expect(full?.finding?.finding.values['area']).toMatchObject({ provenance: 'assumed' });
    const other = judged('row row-a', load(), { trayHeightMm: 3 });
    expect(other?.finding?.finding.values['area']).toMatchObject({ provenance: 'assumed' });
  });
});

describe('the ledger', () => {
  const laid = (over: Partial<TrayRun> = {}): LaidRun => ({
    run: {
      from: 0,
      to: 1,
      rowId: 'row-a',
      fromMm: 30,
      toMm: 630,
      aisles: [0],
      crossingMm: 630,
      ...over,
    },
    jacket: DAC,
  });

  test('what is taken out again leaves nothing', () => {
    const ledger = new TrayLedger();
    ledger.replace([], [laid(), laid({ fromMm: 630 })]);
    expect([...ledger.takeTouched().keys()].sort((a, b) => (a < b ? -1 : 1))).toEqual([
      'aisle 0',
      'row row-a',
    ]);
    expect(ledger.takeTouched().size).toBe(0);
    ledger.replace([laid(), laid({ fromMm: 630 })], []);
    expect([...ledger.takeTouched().values()]).toEqual([null, null]);
  });

  test('judges anew what a row that was touched has, and every aisle', () => {
    const ledger = new TrayLedger();
    ledger.replace([], [laid(), laid({ rowId: 'row b' })]);
    ledger.takeTouched();
    ledger.touchRows(new Set());
    expect(ledger.takeTouched().size).toBe(0);
    ledger.touchRows(new Set(['row b']));
    expect([...ledger.takeTouched().keys()].sort((a, b) => (a < b ? -1 : 1))).toEqual([
      'aisle 0',
      'row row b',
    ]);
  });

  test('copper is summed over the whole way: 10 cables of 0.11 kg/m over 0.6 m', () => {
    const ledger = new TrayLedger();
    ledger.replace(
      [],
      Array.from({ length: 10 }, () => laid({ aisles: [] })),
    );
    const tray = ledger.takeTouched().get('row row-a');
    expect(tray?.copperKg).toBeCloseTo(10 * 0.11 * 0.6, 9);
    expect(tray).toMatchObject({ fromMm: 30, toMm: 630 });
  });
});
