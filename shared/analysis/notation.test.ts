import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { notation, notationText } from './notation.ts';

const set = (formula: string): string => notationText(notation(formula));

it.each([
  ['q = 1/sqrt(1+Pi)', 'q = 1/√(1+Π)'],
  ['K = 1.3(1-b) + (1/b-1)^2, b = 1-sigma', 'K = 1.3(1−b) + (1/b−1)², b = 1−σ'],
  ['Pi = K*rho*V^2/(2*P_c)', 'Π = K·ρ·V²/(2·P_c)'],
  ['(sqrt(1+4Pi)-1)/(2Pi)', '(√(1+4Π)−1)/(2Π)'],
  ['dT = P/(rho*c_p*Q)', 'ΔT = P/(ρ·c_p·Q)'],
  ['L <= min(R_std, R_prod): ok; vendor-only', 'L ≤ min(R_std, R_prod): ok; vendor-only'],
  ['fill = sum(pi*d^2/4)/A', 'fill = Σ(π·d²/4)/A'],
  ['x^0.5 + y^-1 + z^(n-1) + w^3', 'x^0.5 + y^−1 + z^n−1 + w³'],
  ['T_s - T_in', 'T_s − T_in'],
  ['node-leaf-node -> a', 'node-leaf-node → a'],
  ['a ^ 2', 'a ²'],
  ['x^(', 'x^('],
  ['', ''],
])('%s', (formula, wanted) => {
  expect(set(formula)).toBe(wanted);
});

test('letters that stand for something are symbols, with their index below', () => {
  expect(notation('P_c + slack')).toEqual([
    { kind: 'symbol', text: 'P' },
    { kind: 'sub', text: 'c' },
    { kind: 'text', text: ' + slack' },
  ]);
});

test('an article is no symbol', () => {
  expect(notation('a plug takes a whole cage')).toEqual([
    { kind: 'text', text: 'a plug takes a whole cage' },
  ]);
  expect(notation('a - b')[0]).toEqual({ kind: 'symbol', text: 'a' });
});

describe('numbers put in', () => {
  const numbers: Readonly<Record<string, string>> = {
    path: '2.5 m',
    slack: '0.5 m',
    Pi: '0.25',
    V: '3 m/s',
    n: '32',
    sigma: '41 %',
    x: '-2 K',
  };
  const put = (formula: string): string =>
    notationText(notation(formula, (symbol) => numbers[symbol] ?? null));

  it.each([
    ['L = 1.05*(path + slack)', 'L = 1.05·(2.5 m + 0.5 m)'],
    ['(sqrt(1+4Pi)-1)/(2Pi)', '(√(1+4·0.25)−1)/(2·0.25)'],
    ['K*rho*V^2/(2*P_c)', 'K·ρ·(3 m/s)²/(2·P_c)'],
    ['V/2', '(3 m/s)/2'],
    ['V + 2', '3 m/s + 2'],
    ['n^2', '32²'],
    ['1-sigma', '1−41 %'],
    ['1 - x', '1 − (-2 K)'],
    ['x + 1', '-2 K + 1'],
    ['paths + sigma_0 + Pi_1', 'paths + σ_0 + Π_1'],
    ['n(x)', 'n(-2 K)'],
  ])('%s', (formula, wanted) => {
    expect(put(formula)).toBe(wanted);
  });

  test('are marked as such', () => {
    expect(notation('n*d', (symbol) => (symbol === 'n' ? '32' : null))).toEqual([
      { kind: 'value', text: '32' },
      { kind: 'text', text: '·' },
      { kind: 'symbol', text: 'd' },
    ]);
  });
});

test('no text makes it fail, and nothing of a text without signs is lost', () => {
  fc.assert(fc.property(fc.string(), (text) => typeof set(text) === 'string'));
  fc.assert(
    fc.property(fc.stringMatching(/^[ 0-9,.:;()+=]*$/), (text) => {
      expect(set(text)).toBe(text);
    }),
  );
});
