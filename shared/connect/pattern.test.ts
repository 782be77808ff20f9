import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayReason } from '../rules/verdict.ts';
import { parseExpression, valueOf } from './expression.ts';
import { parsePattern } from './pattern.ts';

describe('a pattern that cannot be read says where, and what is expected', () => {
  it.each([
    ['dgx:1 leaf:1', 12, 'An arrow'],
    [' -> leaf:1', 1, 'before the arrow'],
    ['dgx:1 -> ', 9, 'after the arrow'],
    ['dgx -> leaf:1', 4, 'A “:”'],
    [':1 -> leaf:1', 0, 'A device'],
    ['dgx: -> leaf:1', 5, 'A port'],
    ['dgx[1-3:1 -> leaf:1', 3, 'This “[” is not closed'],
    ['dgx{r:1 -> leaf:1', 3, 'This “{” is not closed'],
    ['dgx]:1 -> leaf:1', 3, '“]” closes nothing'],
    ['dgx[1-]:1 -> leaf[,]:1', 18, 'A value is expected'],
    ['dgx:rail{r} -> leaf{q}:1', 20, 'q is not known here; there are r, n, p, k'],
    ['dgx:rail{r} -> leaf{r+}:1', 22, 'A number or a name'],
    ['dgx:rail{r} -> leaf{r 1}:1', 22, 'An operator is expected before “1”'],
    ['dgx:rail{r} -> leaf{(r}:1', 22, 'A “)” is expected'],
    ['dgx:rail{r} -> leaf{r$}:1', 21, '“$” is no arithmetic'],
    ['dgx:rail{r+1} -> leaf:1', 9, 'r is not known here'],
    ['dgx:rail{r} -> leaf{x=1-4}:1', 20, 'x is set on the left'],
    ['dgx:{r=a-c} -> leaf:1', 7, 'r counts: only numbers'],
    ['*a*b*c*d*:1 -> leaf:1', 8, 'At most 4'],
    ['a'.repeat(501), 500, 'at most 500'],
  ])('%s', (source, at, text) => {
    const answer = parsePattern(source);
    expect(answer.ok ? null : [answer.at, sayReason(answer.reason)]).toEqual([
      at,
      expect.stringContaining(text),
    ]);
  });

  it('both arrows are one, and a backslash makes a sign a letter', () => {
    expect(parsePattern(String.raw`a\:b:c\[1\] → d:free`)).toEqual({
      ok: true,
      value: {
        a: { device: [{ piece: 'text', text: 'a:b' }], port: [{ piece: 'text', text: 'c[1]' }] },
        b: { device: [{ piece: 'text', text: 'd' }], port: 'free' },
      },
    });
    expect(parsePattern('a:b->c:d')).toEqual(parsePattern('a:b → c:d'));
  });

  it('is read or refused, whatever is typed, and refused within what was typed', () => {
    const typed = fc.string({
      unit: fc.constantFrom(...'ab01[]{}(),-/*?:>→\\+% rnk='.split('')),
      maxLength: 60,
    });
    fc.assert(
      fc.property(typed, (source) => {
        const answer = parsePattern(source);
        if (answer.ok) return;
        expect(answer.at).toBeGreaterThanOrEqual(0);
        expect(answer.at).toBeLessThanOrEqual(source.length);
        expect(sayReason(answer.reason)).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('arithmetic', () => {
  const known = new Map([
    ['n', 7],
    ['r', 3],
  ]);
  it.each([
    ['n', 7],
    ['n*2-1', 13],
    ['(n-1)*8+r', 51],
    ['(n+1)/2', 4],
    ['(n-1)%2+1', 1],
    ['n-r-2', 2],
    ['24/4/2', 3],
    ['2+3*4', 14],
    ['r-n', null],
    ['n/0', null],
    ['n%0', null],
    ['1000000+1', null],
    ['x', null],
  ])('%s is %s for n = 7, r = 3', (source, expected) => {
    const answer = parseExpression(source);
    expect(answer.ok && valueOf(answer.expression, known)).toBe(expected);
  });

  it('parentheses have an end', () => {
    expect(parseExpression(`${'('.repeat(400)}1`)).toMatchObject({
      ok: false,
      reason: { key: 'connect.error.deep' },
    });
    expect(parseExpression('1000001')).toMatchObject({ reason: { key: 'connect.error.large' } });
  });
});
