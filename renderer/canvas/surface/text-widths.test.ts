import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTextWidths } from './text-widths.ts';

/** Every letter half an em wide. */
const measure = (text: string): number => Array.from(text).length * 0.5;

describe('texts that must fit', () => {
  it('keeps a text that fits as it is', () => {
    expect(createTextWidths(measure).fitted('leaf-1', 'regular', 3)).toBe('leaf-1');
  });

  it('cuts at the last letter that leaves room for the ellipsis', () => {
    expect(createTextWidths(measure).fitted('compute-leaf-01', 'regular', 4)).toBe('compute…');
  });

  it('gives nothing where not even one letter fits', () => {
    expect(createTextWidths(measure).fitted('leaf', 'regular', 0.9)).toBe('');
  });

  it('is never wider than asked, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ min: 0, max: 20, noNaN: true }), (text, maxEm) => {
        const left = createTextWidths(measure).fitted(text, 'semibold', maxEm);
        expect(measure(left)).toBeLessThanOrEqual(maxEm);
      }),
    );
  });

  it('measures a text once, until the fonts change', () => {
    let asked = 0;
    const widths = createTextWidths(() => (asked += 1));
    widths.widthEm('leaf-1', 'regular');
    widths.widthEm('leaf-1', 'regular');
    expect(asked).toBe(1);
    widths.clear();
    widths.widthEm('leaf-1', 'regular');
    expect(asked).toBe(2);
  });
});
