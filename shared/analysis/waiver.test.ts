import { describe, expect, test } from 'vitest';
import { fixtureRack } from '../model/fixture-rack.ts';
import type { Waiver } from '../model/records.ts';
import { design, device, found } from './fixture-design.ts';
import { analyse, createAnalyser, summarise } from './index.ts';
import type { Finding } from './types.ts';
import { changedNumbers, isOpen, numbersOf, openBySeverity } from './waiver.ts';

const RACK = fixtureRack({ maxPowerW: 5000 });
/** Four devices of 1500 W in a rack that may draw 5000 W: 1000 W over. */
const FOUR = [1, 2, 3, 4].map((n) => device(`d${n}`, n));
const POWER = found(analyse(design([RACK, ...FOUR])), 'heat:rack-1:power')!;

function waiver(over: Partial<Waiver> = {}): Waiver {
  return {
    kind: 'waiver',
    id: 'waiver-1',
    findingId: POWER.id,
    reason: 'the feed is good for 8 kW',
    by: 'A. Ng',
    on: '2026-11-26',
    numbers: numbersOf(POWER),
    ...over,
  };
}

describe('the numbers of a finding', () => {
  const values: Finding['values'] = {
    zeta: { value: 1234.56, unit: 'W', provenance: 'derived' },
    cable: { value: 'C1', unit: '', provenance: 'derived' },
    alpha: { low: 0.12345, nominal: 12.345, high: 123.45, unit: '%', provenance: 'assumed' },
    count: { value: 3, unit: 'count', provenance: 'derived' },
    small: { value: 0.004567, unit: '', provenance: 'derived' },
    nought: { value: -0.0000001, unit: 'm', provenance: 'derived' },
    nil: { value: 0, unit: 'm', provenance: 'derived' },
  };

  test('stand by name, as finely as they are shown, without the words', () => {
    expect(numbersOf({ severity: 'warning', values })).toBe(
      'severity=warning; alpha=12.3 (0.123 to 123.5) %; count=3; nil=0 m; nought=0 m; small=0.00457; zeta=1235 W',
    );
  });

  test('do not depend on the order in which the rule wrote them', () => {
    const turned = Object.fromEntries(Object.entries(values).reverse());
    expect(numbersOf({ severity: 'note', values: turned })).toBe(
      numbersOf({ severity: 'note', values }),
    );
  });

  test('differ by severity first, then by name', () => {
    const before = 'severity=warning; blocked=41.2 %; loss=6 %; rise=9 K';
    const after = 'severity=error; blocked=41.2 %; inlet=30 °C; loss=7 %';
    expect(changedNumbers(before, after)).toEqual([
      { name: 'severity', before: 'warning', after: 'error' },
      { name: 'inlet', before: null, after: '30 °C' },
      { name: 'loss', before: '6 %', after: '7 %' },
      { name: 'rise', before: '9 K', after: null },
    ]);
    expect(changedNumbers(before, before)).toEqual([]);
    const turned = changedNumbers('loss=6 %; blocked=1 %', 'severity=note; alpha=2 W; loss=5 %');
    expect(turned.map(({ name }) => name)).toEqual(['severity', 'alpha', 'blocked', 'loss']);
    expect(changedNumbers('', 'severity=note')).toEqual([
      { name: 'severity', before: null, after: 'note' },
    ]);
  });
});

describe('a waiver', () => {
  test('is of the numbers', () => {
    expect(waiver().numbers).toBe('severity=warning; limit=5000 W; over=1000 W; sum=6000 W');
  });

  test('closes its finding, and counts apart', () => {
    const open = analyse(design([RACK, ...FOUR]));
    const analysis = analyse(design([RACK, ...FOUR, waiver()]));
    const finding = found(analysis, POWER.id)!;
    expect(finding.waiver).toEqual({
      id: 'waiver-1',
      reason: 'the feed is good for 8 kW',
      by: 'A. Ng',
      on: '2026-11-26',
      lapsed: false,
      changed: [],
    });
    expect(isOpen(finding)).toBe(false);
    const [before, after] = [summarise(open).findings, summarise(analysis).findings];
    expect(after).toMatchObject({ total: before.total - 1, waived: 1, lapsed: 0 });
    expect(after.bySeverity.warning).toBe(before.bySeverity.warning - 1);
    expect(after.byRule.heat).toBeUndefined();
    expect(analysis.findings.map(({ id }) => id)).toEqual(open.findings.map(({ id }) => id));
  });

  test('lapses when a number changes, and says which', () => {
    const analysis = analyse(design([RACK, ...FOUR, device('d5', 5), waiver()]));
    const finding = found(analysis, POWER.id)!;
    expect(isOpen(finding)).toBe(true);
    expect(finding.waiver).toMatchObject({
      lapsed: true,
      changed: [
        { name: 'over', before: '1000 W', after: '2500 W' },
        { name: 'sum', before: '6000 W', after: '7500 W' },
      ],
    });
    expect(summarise(analysis).findings).toMatchObject({ waived: 0, lapsed: 1 });
    expect(analysis.waivers[0]).toMatchObject({ id: 'waiver-1', state: 'lapsed' });
  });

  test('takes its finding out of those that count, until it lapses', () => {
    const { sources } = createAnalyser(design([RACK, ...FOUR]));
    const all = openBySeverity(sources, []);
    expect(all).toEqual(summarise(analyse(design([RACK, ...FOUR]))).findings.bySeverity);
    expect(openBySeverity(sources, [waiver()])).toEqual({ ...all, warning: all.warning - 1 });
    const lapsed = waiver({ numbers: 'severity=note' });
    expect(openBySeverity(sources, [lapsed])).toEqual(all);
    expect(openBySeverity(sources, [waiver({ findingId: 'of nothing' })])).toEqual(all);
  });

  test('lapses by a single number', () => {
    const { numbers } = waiver();
    const one = waiver({ numbers: numbers.replace('over=1000 W', 'over=999 W') });
    expect(found(analyse(design([RACK, ...FOUR, one])), POWER.id)!.waiver).toMatchObject({
      lapsed: true,
      changed: [{ name: 'over', before: '999 W', after: '1000 W' }],
    });
  });

  test('leaves a finding that no edit touches the same object', () => {
    const analyser = createAnalyser(design([RACK, ...FOUR, waiver()]));
    const before = found(analyser.analysis, POWER.id);
    analyser.update({
      added: [waiver({ id: 'waiver-2', findingId: 'x' })],
      updated: [],
      removed: [],
    });
    expect(found(analyser.analysis, POWER.id)).toBe(before);
  });

  test('outlives a new name of the rack', () => {
    const finding = found(analyse(design([{ ...RACK, name: 'Z9' }, ...FOUR, waiver()])), POWER.id)!;
    expect(finding.message).toContain('Z9');
    expect(isOpen(finding)).toBe(false);
  });

  test('of several, that of the newest day counts, then that of the last id', () => {
    const stale = { numbers: 'severity=note' };
    const several = [
      waiver({ id: 'waiver-12', on: '2026-11-01', ...stale }),
      waiver({ id: 'waiver-10', on: '2026-11-20' }),
      waiver({ id: 'waiver-9', on: '2026-11-20', ...stale }),
    ];
    const analysis = analyse(design([RACK, ...FOUR, ...several]));
    expect(found(analysis, POWER.id)!.waiver).toMatchObject({ id: 'waiver-10', lapsed: false });
    expect(analysis.waivers.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'waiver-9 replaced',
      'waiver-10 standing',
      'waiver-12 replaced',
    ]);
  });

  test('whose finding is gone is no longer needed, and stays', () => {
    const analysis = analyse(design([{ ...RACK, maxPowerW: 6000 }, ...FOUR, waiver()]));
    expect(found(analysis, POWER.id)).toBeUndefined();
    expect(analysis.waivers).toEqual([
      expect.objectContaining({ id: 'waiver-1', findingId: POWER.id, state: 'unneeded' }),
    ]);
  });
});
