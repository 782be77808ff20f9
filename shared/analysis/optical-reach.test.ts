import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MediumId } from '../model/medium.ts';
import { design, device, found, twin, valueOf } from './fixture-design.ts';
import { analyse } from './index.ts';
import { opticalReach, opticalVerdict } from './optical-reach.ts';
import type { ReachVerdict } from './types.ts';

/** Numbers of the reach table, each with its source there (physics.md, section 6). */
describe('opticalReach', () => {
  test('one row for a rate: every limit is its own', () => {
    expect(opticalReach('aoc', 100)).toMatchObject({ sureM: 50, longestM: 50, exact: true });
    expect(opticalReach('aoc', 25)).toMatchObject({ sureM: 100, longestM: 100, exact: true });
  });

  test('two optics for a rate: sure of the shorter, the longer by its name', () => {
    const limits = opticalReach('smf', 100)!;
    expect(limits).toMatchObject({ sureM: 500, longestM: 2000, exact: true });
    expect(limits.sure).toContain('2xDR4');
    expect(limits.longest).toContain('2xFR4');
  });

  test('a rate that is not listed is bounded by the next faster one', () => {
    expect(opticalReach('aoc', 50)).toMatchObject({ sureM: 50, exact: false });
    expect(opticalReach('cpo', 100)).toMatchObject({ sureM: 500, exact: false });
  });

  test('faster than anything listed: nothing is known', () => {
    expect(opticalReach('aoc', 200)).toBeNull();
    expect(opticalReach('base-t', 40)).toBeNull();
  });

  test('twisted pair goes by the rate of the link, not of the lane', () => {
    expect(opticalReach('base-t', 10)).toMatchObject({ sureM: 100, exact: true });
    expect(opticalReach('base-t', 25)).toMatchObject({ sureM: 30, exact: true });
  });
});

describe('opticalVerdict', () => {
  test.each<[MediumId, number, number, ReachVerdict]>([
    ['smf', 100, 500, 'ok'],
    ['smf', 100, 501, 'vendor-only'],
    ['smf', 100, 2000, 'vendor-only'],
    ['smf', 100, 2001, 'over'],
    ['aoc', 50, 50, 'ok'],
    ['aoc', 50, 51, 'unknown'],
    ['aoc', 200, 1, 'unknown'],
  ])('%s at %i Gb/s over %i m: %s', (medium, gbps, lengthM, verdict) => {
    expect(opticalVerdict(opticalReach(medium, gbps), lengthM)).toBe(verdict);
  });

  test('law: longer never improves the verdict', () => {
    const rank = { ok: 0, 'vendor-only': 1, over: 2, unknown: 3 };
    const length = fc.double({ min: 0, max: 3000, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom<MediumId>('aoc', 'mmf', 'smf', 'lpo', 'cpo', 'base-t'),
        fc.constantFrom(1, 2.5, 10, 25, 50, 100, 200, 400),
        length,
        length,
        (medium, gbps, one, other) => {
          const limits = opticalReach(medium, gbps);
          const of = (lengthM: number) => rank[opticalVerdict(limits, lengthM)];
          expect(of(Math.min(one, other))).toBeLessThanOrEqual(of(Math.max(one, other)));
        },
      ),
    );
  });
});

describe('optics over their reach, and close to it, are found', () => {
  const found50 = (lengthM: number) => {
    const cable = twin(0, 'low', 'high', { medium: 'aoc', awg: null, lengthM });
    return found(analyse(design([device('low', 2), device('high', 40), cable])), 'reach:cable-1');
  };

  test('within nine tenths of 50 m nothing is said', () => {
    expect(found50(45)).toBeUndefined();
  });

  test('in the last tenth: a warning with the metres to spare, 50 - 46', () => {
    const finding = found50(46)!;
    expect(finding.severity).toBe('warning');
    expect(valueOf(finding, 'margin')).toBeCloseTo(4, 9);
  });

  test('beyond: an error with the metres that lack, 50 - 60', () => {
    const finding = found50(60)!;
    expect(finding.severity).toBe('error');
    expect(valueOf(finding, 'margin')).toBeCloseTo(-10, 9);
  });
});
