import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dimension, formatQuantity, parseQuantity, type ShownUnit } from './quantity.ts';

function read(text: string, dimension: Dimension, bare?: string): number | string {
  const reading = parseQuantity(text, dimension, bare);
  return reading.ok ? reading.value : reading.reason;
}

describe('reading a quantity', () => {
  it.each([
    ['600', 600],
    ['600 mm', 600],
    ['1.75in', 44.45],
    ['1.75"', 44.45],
    ["2' 1/", 'not-a-quantity'],
    ['2U', 88.9],
    ['2U+10mm', 98.9],
    ['2U + 10mm - 0.5 in', 86.2],
    ['1 OU', 48],
    ['1.2 m', 1200],
    ['1,200', 1200],
    ['22,6', 22.6],
    ['1,200.5', 1200.5],
    ['1,2,3', 'not-a-quantity'],
    ['1.5,2', 'not-a-quantity'],
    ['12.7+3', 15.7],
    ['1in - 2mm', 23.4],
    ['0.5U', 22.225],
    ['-5', -5],
    ['', 'empty'],
    ['tall', 'not-a-quantity'],
    ['5 furlongs', 'unknown-unit'],
    ['5 5', 'not-a-quantity'],
    ['5 kg', 'unknown-unit'],
  ])('the length %j is %s', (text, expected) => {
    expect(read(text, 'length')).toBe(expected);
  });

  it('takes a bare number in the unit that the person works in', () => {
    expect(read('24', 'length', 'in')).toBe(609.6);
    expect(read('24 mm', 'length', 'in')).toBe(24);
  });

  it.each<[string, Dimension, number | string]>([
    ['12', 'rack-units', 12],
    ['12.5U', 'rack-units', 12.5],
    ['88.9mm', 'rack-units', 2],
    ['2.5', 'distance', 2.5],
    ['10 ft', 'distance', 3.048],
    ['10.2 kW', 'power', 10_200],
    ['1 t', 'weight', 1000],
    ['75 °F', 'temperature', 23.888888889],
    ['24 + 2', 'temperature', 26],
    ['300 K', 'temperature', 26.85],
    ['63', 'share', 0.63],
    ['63 %', 'share', 0.63],
    ['3', 'number', 3],
    ['3 mm', 'number', 'unknown-unit'],
    ['1e999', 'number', 'unknown-unit'],
    ['9'.repeat(400), 'number', 'not-finite'],
  ])('%j as %s is %s', (text, dimension, expected) => {
    expect(read(text, dimension)).toBe(expected);
  });
});

describe('writing a quantity', () => {
  it('has no trailing zeros and a unit where there is one', () => {
    expect(formatQuantity(600, 'length', 'mm')).toBe('600 mm');
    expect(formatQuantity(44.45, 'length', 'in')).toBe('1.75 in');
    expect(formatQuantity(12.5, 'rack-units', 'U')).toBe('12.5U');
    expect(formatQuantity(0.63, 'share', '%')).toBe('63%');
    expect(formatQuantity(10_200, 'power', 'kW')).toBe('10.2 kW');
  });

  it('refuses a unit that does not measure the dimension', () => {
    expect(() => formatQuantity(1, 'power', 'mm')).toThrow(RangeError);
  });

  const shown: readonly (readonly [Dimension, ShownUnit])[] = [
    ['length', 'mm'],
    ['length', 'in'],
    ['distance', 'm'],
    ['rack-units', 'U'],
    ['power', 'kW'],
    ['weight', 'kg'],
    ['temperature', '°C'],
    ['share', '%'],
  ];
  it.each(shown)('is read back: %s in %s', (dimension, unit) => {
    fc.assert(
      fc.property(fc.integer({ min: -5_000_000, max: 5_000_000 }), (thousandths) => {
        const value = thousandths / 1000;
        const text = formatQuantity(value, dimension, unit);
        expect(read(text, dimension, unit === '°C' ? 'c' : unit)).toBeCloseTo(value, 3);
      }),
    );
  });

  it('keeps a micrometre in either unit of length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_000 }), (micrometres) => {
        for (const unit of ['mm', 'in'] as const) {
          const back = read(formatQuantity(micrometres / 1000, 'length', unit), 'length');
          expect(Math.round(Number(back) * 1000)).toBe(micrometres);
        }
      }),
    );
  });
});
