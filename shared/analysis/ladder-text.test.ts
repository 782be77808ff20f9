import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ladderText, parseLadder } from './ladder-text.ts';

describe('a ladder of lengths', () => {
  test('is read in any order, each length once, with or without its unit', () => {
    expect(parseLadder(' 2 0.5, 1m;1.5 m 2')).toEqual({ ok: true, lengthsM: [0.5, 1, 1.5, 2] });
    expect(parseLadder('')).toEqual({ ok: true, lengthsM: [] });
  });

  test('names the word that is no length', () => {
    expect(parseLadder('1 two 3')).toEqual({ ok: false, word: 'two' });
    expect(parseLadder('1 -2')).toEqual({ ok: false, word: '-2' });
    expect(parseLadder('0 1')).toEqual({ ok: false, word: '0' });
    expect(parseLadder('1e9')).toEqual({ ok: false, word: '1e9' });
  });

  test('has at most 200 steps', () => {
    const long = Array.from({ length: 201 }, (_, n) => n + 1).join(' ');
    expect(parseLadder(long)).toEqual({ ok: false, word: '201' });
  });

  test('comes back as it was written', () => {
    const length = fc.integer({ min: 10, max: 100_000_000 }).map((mm) => mm / 1000);
    fc.assert(
      fc.property(fc.uniqueArray(length, { maxLength: 40 }), (some) => {
        const lengthsM = [...some].sort((a, b) => a - b);
        expect(parseLadder(ladderText(lengthsM))).toEqual({ ok: true, lengthsM });
      }),
    );
  });
});
