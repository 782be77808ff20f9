import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Band } from '../analysis/types.ts';
import type { Provenance } from '../model/fact.ts';
import { type Figure, Greatest, Mean, Sum } from './figure.ts';
import { bandText, figureSentence, figureText } from './figure-text.ts';

interface Part {
  readonly value: number | Band | null;
  readonly provenance: Provenance;
  readonly missing?: string;
  readonly times?: number;
}

const figureOf =
  (Kind: typeof Sum | typeof Greatest | typeof Mean) =>
  (unit: string, parts: readonly Part[]): Figure => {
    const gathering = new Kind();
    for (const { value, provenance, missing = null, times } of parts) {
      if (value === null) gathering.lack(missing, provenance, times);
      else gathering.know(value, provenance, times);
    }
    return gathering.figure(unit);
  };
const [sumOf, greatestOf, meanOf] = [figureOf(Sum), figureOf(Greatest), figureOf(Mean)];

const known = (value: number): Part => ({ value, provenance: 'datasheet' });
const unknown: Part = { value: null, provenance: 'derived', missing: 'medium cpo: power per end' };

const parts = fc.array(
  fc.record<Part>({
    value: fc.option(fc.integer({ min: 0, max: 1000 })),
    provenance: fc.constantFrom('measured', 'datasheet', 'derived', 'assumed'),
  }),
  { maxLength: 8 },
);

describe('figures', () => {
  it('adds up as many cables as the largest hall has', () => {
    const many = Array.from({ length: 300_000 }, () => known(1));
    expect(sumOf('W', many)).toMatchObject({ value: 300_000, provenance: 'datasheet' });
  });

  it('a sum with an unknown part is a lower bound that says how many and what', () => {
    expect(sumOf('W', [known(2), { ...unknown, times: 3 }, known(5)])).toEqual({
      value: 7,
      band: null,
      unit: 'W',
      provenance: 'datasheet',
      atLeast: true,
      unknownParts: 3,
      missing: ['medium cpo: power per end'],
    });
  });

  it('nothing known is unknown, nothing at all is zero', () => {
    expect(sumOf('W', [unknown])).toMatchObject({ value: null, atLeast: false, unknownParts: 1 });
    expect(sumOf('W', [])).toMatchObject({ value: 0, unknownParts: 0 });
    expect(greatestOf('ns', [])).toMatchObject({ value: 0 });
    expect(meanOf('1', [])).toMatchObject({ value: 0 });
  });

  it('bands add up end by end, and the greatest is the one with the greatest nominal', () => {
    const one = { low: 1, nominal: 2, high: 4 };
    const two = { low: 2, nominal: 3, high: 3.5 };
    const bands: Part[] = [
      { value: one, provenance: 'derived', times: 2 },
      { value: two, provenance: 'derived' },
    ];
    expect(sumOf('K', bands).band).toEqual({ low: 4, nominal: 7, high: 11.5 });
    expect(greatestOf('K', bands).band).toEqual(two);
  });

  it('the mean is of what is known and bounds nothing', () => {
    expect(meanOf('1', [known(1), known(2), unknown])).toMatchObject({
      value: 1.5,
      atLeast: false,
      unknownParts: 1,
    });
  });

  it('are as weak as their weakest part', () => {
    const weak: Part = { value: 1, provenance: 'assumed' };
    expect(sumOf('W', [known(1), weak]).provenance).toBe('assumed');
  });

  it('are never NaN, and one more unknown never makes one surer', () => {
    fc.assert(
      fc.property(parts, (some) => {
        for (const of of [sumOf, greatestOf, meanOf]) {
          const figure = of('W', some);
          const less = of('W', [...some, unknown]);
          expect(Number.isNaN(figure.value)).toBe(false);
          expect(less.unknownParts).toBe(figure.unknownParts + 1);
          expect(less.value === null || less.value === figure.value).toBe(true);
        }
      }),
    );
  });
});

describe('figures as they are read', () => {
  it('are marked where they are bounds, and say unknown where they are', () => {
    expect(figureText(sumOf('W', [known(1234.56)]))).toBe('1,235');
    expect(figureText(sumOf('W', [known(2), unknown]))).toBe('≥ 2');
    expect(figureText(sumOf('W', [unknown]))).toBe('unknown');
    expect(figureText(sumOf('1', [known(0.0586)]))).toBe('5.86');
  });

  it('tell their band, and what they lack', () => {
    const band: Part = { value: { low: 0.03, nominal: 0.05, high: 0.09 }, provenance: 'derived' };
    expect(bandText(sumOf('1', [band]))).toBe('3 to 9');
    expect(figureSentence('flowLossWorst', greatestOf('1', [band]))).toBe(
      'Airflow lost, worst device: 5 % (3 to 9)',
    );
    expect(figureSentence('watts', sumOf('W', [unknown]))).toBe(
      'Power of the ends: unknown. Missing: medium cpo: power per end',
    );
    expect(figureSentence('watts', sumOf('W', [known(2), unknown]))).toBe(
      'Power of the ends: at least 2 W; 1 part is unknown. Missing: medium cpo: power per end',
    );
    expect(figureSentence('blockedMean', meanOf('1', [known(0.5), unknown]))).toContain(
      'without 1 part that is unknown',
    );
  });
});
