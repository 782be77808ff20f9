import { describe, expect, test } from 'vitest';
import { buildSample, SAMPLES } from '../samples/index.ts';
import { derivationOf } from './derivation.ts';
import { analyse } from './index.ts';
import { notationText } from './notation.ts';
import type { Explanation, FindingValue } from './types.ts';

const metres = (value: number): FindingValue => ({ value, unit: 'm', provenance: 'derived' });
const VALUES: Readonly<Record<string, FindingValue>> = {
  cable: { value: 'C7', unit: '', provenance: 'derived' },
  path: metres(2.5),
  slack: { value: 0.5, unit: 'm', provenance: 'assumed' },
  required: metres(3.15),
  blocked: { low: 30, nominal: 41.2, high: 52, unit: '%', provenance: 'derived' },
  cables: { value: 32, unit: 'count', provenance: 'derived' },
};

function explained(formula: string, where: Explanation['where']) {
  const derivation = derivationOf({
    explanation: [{ formula, where, sources: ['a book'] }],
    values: VALUES,
  });
  const text = (parts: Parameters<typeof notationText>[0]): string =>
    notationText(parts).replaceAll('\u202f', ' ');
  return {
    lines: derivation.steps[0]!.lines.map(({ formula: own, numbers }) => [
      text(own),
      numbers && text(numbers),
    ]),
    values: derivation.values.map(({ symbol, words, text: shown, provenance }) => [
      symbol && text(symbol),
      words,
      shown.replaceAll('\u202f', ' '),
      provenance,
    ]),
  };
}

describe('a derivation', () => {
  test('puts the numbers in and says what comes out', () => {
    const { lines, values } = explained('L = 1.05*(path + slack)', {
      L: 'required',
      path: 'path',
      slack: 'slack',
    });
    expect(lines).toEqual([['L = 1.05·(path + slack)', 'L = 1.05·(2.5 m + 0.5 m) = 3.15 m']]);
    expect(values).toEqual([
      ['L', 'length needed', '3.15 m', 'derived'],
      ['path', 'way of the cable', '2.5 m', 'derived'],
      ['slack', 'slack of both ends', '0.5 m', 'assumed'],
      [null, 'share of the opening that is blocked', '41.2% (30 to 52)', 'derived'],
      [null, 'cables', '32', 'derived'],
    ]);
  });

  test('sets each formula on a line of its own; a band stands as its nominal, and whole as the result', () => {
    const formula = 'sigma = psi*A/A_w, A = integral of min(D(N), H) dx; b = 1-sigma, no more';
    expect(explained(formula, { sigma: 'blocked' }).lines).toEqual([
      ['σ = ψ·A/A_w', 'σ = 41.2% (30 to 52)'],
      ['A = integral of min(D(N), H) dx', null],
      ['b = 1−σ, no more', 'b = 1−41.2%, no more'],
    ]);
  });

  test('leaves symbols that have no number, or stand for words, as they are', () => {
    const { lines, values } = explained('L = path + x + y', {
      x: 'gone',
      y: 'cable',
      path: 'path',
    });
    expect(lines).toEqual([['L = path + x + y', 'L = 2.5 m + x + y']]);
    expect(values.map(([symbol]) => symbol)).toEqual(['path', null, null, null, null]);
  });

  test('sets a relation beside a formula on a line of its own, and a number below nought with a minus', () => {
    const values = { ...VALUES, margin: metres(-0.65) };
    const [step] = derivationOf({
      values,
      explanation: [
        { formula: 'm = R - L, m < 0', where: { m: 'margin', L: 'required' }, sources: [] },
      ],
    }).steps;
    const numbers = step!.lines.map((line) => line.numbers && notationText(line.numbers));
    expect(numbers).toEqual(['m = R − 3.15\u202fm = −0.65\u202fm', '−0.65\u202fm < 0']);
  });

  test('of a sentence with no formula has no lines', () => {
    expect(explained('', {}).lines).toEqual([]);
  });
});

test.each(SAMPLES)('the findings of $id have derivations that can be read', ({ id }) => {
  for (const finding of analyse(buildSample(id)).findings) {
    const { steps, values } = derivationOf(finding);
    expect(steps).toHaveLength(finding.explanation.length);
    for (const { text, words } of values) expect(`${words} ${text}`).not.toMatch(/NaN|undefined/);
    for (const { lines } of steps) {
      for (const { formula } of lines) expect(notationText(formula)).not.toMatch(/sqrt|\*|<=/);
    }
  }
});
