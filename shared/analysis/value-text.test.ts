import { expect, it } from 'vitest';
import type { FindingValue } from './types.ts';
import { findingValueText, isNumber, nominalText } from './value-text.ts';

const plain = (text: string): string => text.replaceAll('\u202f', ' ');
const derived = { provenance: 'derived' } as const;

it.each<readonly [FindingValue, whole: string, inFormula: string, number: boolean]>([
  [{ value: 'leaf-1', unit: '', ...derived }, 'leaf-1', 'leaf-1', false],
  [{ value: 2.5, unit: 'm', ...derived }, '2.5 m', '2.5 m', true],
  [{ value: 12_345.6, unit: 'U', ...derived }, '12,346U', '12,346U', true],
  [{ value: 0.5, unit: 'share', ...derived }, '0.5', '0.5', true],
  [{ low: 5, nominal: 5, high: 5, unit: '%', ...derived }, '5%', '5%', true],
  [{ value: 32, unit: 'count', ...derived }, '32', '32', true],
  [
    { low: 1.2, nominal: 1.8, high: 2.6, unit: 'K', ...derived },
    '1.8 K (1.2 to 2.6)',
    '1.8 K',
    true,
  ],
])('%j is %s', (value, whole, inFormula, number) => {
  expect(plain(findingValueText(value))).toBe(whole);
  expect(plain(nominalText(value))).toBe(inFormula);
  expect(isNumber(value)).toBe(number);
});
