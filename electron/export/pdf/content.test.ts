import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Content } from './content.ts';

const written = (value: number): string => new Content().number(value).take().toString('latin1');

describe('a number', () => {
  test.each([
    [0, '0 '],
    [-0.004, '0 '],
    [7, '7 '],
    [-7.5, '-7.5 '],
    [0.05, '0.05 '],
    [1189, '1189 '],
    [99.996, '100 '],
    [100_000.1, '100000.1 '],
  ])('%f stands as "%s"', (value, text) => {
    expect(written(value)).toBe(text);
  });

  test('is rounded to a hundredth, with no sign, point or nought that says nothing', () => {
    const MILLIMETRES = fc.double({ min: -1e7, max: 1e7, noNaN: true });
    fc.assert(
      fc.property(MILLIMETRES, (value) => {
        const rounded = Math.sign(value) * (Math.round(Math.abs(value) * 100) / 100);
        expect(written(value)).toBe(`${rounded === 0 ? 0 : rounded} `);
      }),
    );
  });
});

describe('a content', () => {
  test('keeps its lines apart, however long it grows, and begins anew when it is taken', () => {
    const content = new Content();
    const long = 'x'.repeat(100_000);
    content.line().put('q').line().put(long).line().put('\u00ff');
    expect(content.take()).toEqual(Buffer.from(`q\n${long}\n\u00ff`, 'latin1'));
    expect(content.line().put('Q').take().toString('latin1')).toBe('Q');
  });
});
