import { describe, expect, test } from 'vitest';
import { USUAL_CABLING } from '../model/design.ts';
import type { MediumId } from '../model/medium.ts';
import type { Cable } from '../model/records.ts';
import { landCable } from '../routing/landing.ts';
import { type CableFacts, cableFacts } from './cable-facts.ts';
import { cableLength } from './cable-length.ts';
import { design, device, twin, valueOf } from './fixture-design.ts';
import { judgeReach, type Reach, type ReachCase, reachFindings } from './reach-rule.ts';
import type { Finding } from './types.ts';

const PAIR = design([device('low', 2), device('high', 40), twin(0, 'low', 'high')]);
const CABLE = PAIR.cables.get('cable-1')!;
const LANDED = landCable(PAIR, CABLE)!;
const FACTS = cableFacts(CABLE, LANDED);
const ASKED = cableLength(USUAL_CABLING, 'dac', 800, 1000);

const judge = (cable: Partial<Cable>, lengthM: number, facts: Partial<CableFacts> = {}) =>
  judgeReach({ ...CABLE, ...cable }, { ...FACTS, ...facts }, lengthM);

describe('judgeReach', () => {
  test('copper goes by its lanes: 26 AWG at 100 Gb/s a lane 2 m (S03)', () => {
    expect(judge({}, 2)).toMatchObject({ verdict: 'ok', standardM: 2, thickestM: null });
    expect(judge({}, 2.001).verdict).toBe('over');
    expect(judge({}, 1, { laneGbps: null }).verdict).toBe('unknown');
    expect(judge({}, 1, { lanes: null }).verdict).toBe('unknown');
  });

  test('copper that splits goes by what is sold split: 3 m', () => {
    const split = { openings: { a: 1, b: 2 } };
    expect(judge({}, 2.9, split)).toMatchObject({ verdict: 'vendor-only', productM: 3 });
    expect(judge({}, 2.9).verdict).toBe('over');
  });

  test('an unknown gauge is the thinnest; the thickest is named only where it would reach', () => {
    expect(judge({ awg: null }, 0.9)).toMatchObject({ verdict: 'ok', thickestM: null });
    expect(judge({ awg: null }, 1.5)).toMatchObject({ verdict: 'over', thickestM: 2 });
    expect(judge({ awg: null }, 2.5)).toMatchObject({ verdict: 'over', thickestM: null });
    expect(judge({ awg: 30 }, 1.5).thickestM).toBeNull();
  });

  test.each<[MediumId, number, number, Reach['verdict']]>([
    ['aoc', 50, 51, 'over'],
    ['smf', 500, 2001, 'over'],
    ['cpo', 500, 1e6, 'unknown'],
  ])('light, %s: %i m is fine, %i m is %s', (medium, fine, far, verdict) => {
    expect(judge({ medium }, fine).verdict).toBe('ok');
    expect(judge({ medium }, far).verdict).toBe(verdict);
    expect(judge({ medium }, fine).standardM).toBeNull();
  });

  test('light without a rate, or faster than anything listed, is not judged', () => {
    expect(judge({ medium: 'smf' }, 1, { laneGbps: null }).verdict).toBe('unknown');
    expect(judge({ medium: 'smf' }, 1, { laneGbps: 0 }).verdict).toBe('unknown');
    expect(judge({ medium: 'aoc' }, 1, { laneGbps: 200 }).verdict).toBe('unknown');
  });

  test('twisted pair goes by the rate of its link, and by a standard', () => {
    const pair = judge({ medium: 'base-t' }, 101, { speedGbps: 10 });
    expect(pair).toMatchObject({ verdict: 'over', standardM: 100, productM: 100 });
    expect(pair.standard).toBe(pair.product);
    expect(judge({ medium: 'base-t' }, 1, { speedGbps: null }).verdict).toBe('unknown');
  });

  test('power has no reach', () => {
    expect(judge({ medium: 'power' }, 1)).toMatchObject({ verdict: 'unknown', productM: null });
  });
});

describe('reachFindings', () => {
  const base: Reach = {
    verdict: 'ok',
    standardM: 2,
    standard: 'the standard',
    productM: 3,
    product: 'the product',
    thickestM: null,
  };
  const found = (reach: Partial<Reach>, usedM: number, over: Partial<ReachCase> = {}) =>
    reachFindings({
      landed: LANDED,
      cable: CABLE,
      facts: FACTS,
      asked: ASKED,
      reach: { ...base, ...reach },
      usedM,
      lead: { shortestMm: 900, longestMm: 1200, assumed: [] },
      rules: USUAL_CABLING,
      ...over,
    }).map(({ finding }) => finding);
  const limit = ([finding]: readonly Finding[]) => [
    valueOf(finding, 'limit'),
    (finding!.values['limitName'] as { value: string }).value,
  ];

  test('nothing is said up to nine tenths of the nearer limit, nor without one', () => {
    expect(found({}, 1.8)).toEqual([]);
    expect(found({}, 1.81)).toHaveLength(1);
    expect(found({ standardM: null, productM: null }, 1e6)).toEqual([]);
    expect(found({ verdict: 'unknown' }, 5)).toEqual([]);
  });

  test('near is near the nearer of standard and product', () => {
    expect(limit(found({}, 1.9))).toEqual([2, 'the standard']);
    expect(limit(found({ standardM: 4 }, 2.9))).toEqual([3, 'the product']);
    expect(limit(found({ productM: null, product: null }, 1.9))).toEqual([2, 'the standard']);
    expect(limit(found({ standardM: null, standard: null }, 2.9))).toEqual([3, 'the product']);
    expect(limit(found({ standardM: 3 }, 2.9))).toEqual([3, 'the standard']);
  });

  test('vendor-only is held against the standard it leaves, else against the product', () => {
    expect(limit(found({ verdict: 'vendor-only' }, 2.5))).toEqual([2, 'the standard']);
    const sold = found({ verdict: 'vendor-only', standardM: null, standard: null }, 2.5);
    expect(limit(sold)).toEqual([3, 'the product']);
  });

  test('over is held against the longer of both', () => {
    expect(limit(found({ verdict: 'over' }, 4))).toEqual([3, 'the product']);
    expect(limit(found({ verdict: 'over', productM: 1 }, 4))).toEqual([1, 'the product']);
    expect(limit(found({ verdict: 'over', standardM: null }, 4))).toEqual([3, 'the product']);
    const promised = found({ verdict: 'over', productM: null, product: null }, 4);
    expect(limit(promised)).toEqual([2, 'the standard']);
    expect(promised[0]!.severity).toBe('error');
    expect(promised[0]!.values).not.toHaveProperty('productReach');
  });

  test('what decides by the gauge names the wire that would reach', () => {
    const [finding] = found({ verdict: 'over', thickestM: 2.5 }, 2.2);
    expect(finding!.severity).toBe('warning');
    expect(valueOf(finding, 'thickest')).toBe(2.5);
    expect(finding!.missing).toEqual(['cable cable-1: wire gauge']);
  });

  test('a length that was entered is a given, one from the route is derived', () => {
    const provenance = (cable: Cable) =>
      found({ verdict: 'over' }, 4, { cable })[0]!.values['length']!.provenance;
    expect(provenance({ ...CABLE, lengthM: 4 })).toBe('datasheet');
    expect(provenance(CABLE)).toBe('derived');
  });

  test('too short and over are two findings; a length just long enough is none', () => {
    const asked = { ...ASKED, requiredM: 3 };
    const entered = (lengthM: number) =>
      found({ verdict: 'over' }, lengthM, { asked, cable: { ...CABLE, lengthM } }).map(
        ({ id }) => id,
      );
    expect(entered(2.5)).toEqual(['reach:cable-1:short', 'reach:cable-1']);
    expect(entered(3)).toEqual(['reach:cable-1']);
  });

  test('lanes that nobody knows are left out of the numbers', () => {
    const facts = { ...FACTS, laneGbps: null, lanes: null };
    const [finding] = found({ verdict: 'over' }, 4, { facts });
    expect(finding!.values).not.toHaveProperty('lane');
    expect(finding!.values).not.toHaveProperty('lanes');
  });
});
