import { describe, expect, test } from 'vitest';
import { fixturePathway } from '../floor/fixture-floor.ts';
import { legKey } from '../floor/pathway-network.ts';
import { USUAL_INPUTS } from '../model/design.ts';
import type { AnalysisInputs, Pathway } from '../model/records.ts';
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

describe('a leg of a drawn pathway', () => {
  const along = (over: Partial<Pathway> = {}): TrayResult | null => {
    const pathway = fixturePathway(
      'tray-7',
      [
        [0, 0],
        [3000, 0],
        [3000, 3000],
      ],
      { name: 'Main', ...over },
    );
    return trayResult(design([pathway, ...racks(2)]), legKey('tray-7', 1), load());
  };

  test('is named after the pathway, which without a name is called by its id', () => {
    expect(along()?.row).toMatchObject({
      kind: 'pathway',
      id: 'pathway:tray-7:2',
      row: null,
      place: 'Main, 0.03 to 0.57 m from the beginning of leg 2',
    });
    expect(along({ name: '' })?.row.place).toBe(
      'tray-7, 0.03 to 0.57 m from the beginning of leg 2',
    );
    const full = along({ name: '', widthMm: 30, heightMm: 40 });
    expect(full?.finding?.finding.values['pathway']).toMatchObject({ value: 'tray-7' });
  });

  test('over what is advised for the first day is a note, over the limit a warning', () => {
    // 10 · π·9.43²/4 = 698.4 mm²: of 50 · 60 mm² 23 %, of 39 · 40 mm² 45 %, of 30 · 40 mm² 58 %.
    const said = (widthMm: number, heightMm: number) => {
      const result = along({ widthMm, heightMm });
      expect(result?.row.fill).toBeCloseTo(
        (10 * Math.PI * 9.43 ** 2) / 4 / (widthMm * heightMm),
        9,
      );
      const { severity, messageKey } = result?.finding?.finding ?? {};
      return [severity, messageKey];
    };
    expect(said(50, 60)).toEqual([undefined, undefined]);
    expect(said(39, 40)).toEqual(['note', 'analysis.bundle.pathwayFirstDay']);
    expect(said(30, 40)).toEqual(['warning', 'analysis.bundle.pathway']);
  });

  test('is none where the pathway is gone', () => {
    expect(trayResult(design([...racks(2)]), legKey('tray-7', 1), load())).toBeNull();
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
