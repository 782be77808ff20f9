import { describe, expect, it } from 'vitest';
import { amountText, bandText, numberText, powerText, shareText } from './number-text.ts';

const plain = (text: string): string => text.replaceAll('\u202f', ' ');

describe('numbers as they are shown', () => {
  it('have three significant digits, and all of them from a thousand on', () => {
    expect([0.04321, 1.8, 42, 999.6, 12_345.6].map(numberText)).toEqual([
      '0.0432',
      '1.8',
      '42',
      '1,000',
      '12,346',
    ]);
  });

  it('carry their unit; what nobody knows says so and is not zero', () => {
    expect(plain(amountText(2.806, 'm'))).toBe('2.81 m');
    expect(plain(amountText(0, 'm'))).toBe('0 m');
    expect(amountText(null, 'm')).toBe('unknown');
  });

  it('show a band with its ends, and one number where the ends are the same', () => {
    expect(plain(bandText({ low: 1.2, nominal: 1.8, high: 2.6 }, 'K'))).toBe('1.8 K (1.2 to 2.6)');
    expect(plain(bandText({ low: 5, nominal: 5, high: 5 }, 'K'))).toBe('5 K');
  });

  it('say watts below a kilowatt and kilowatts above', () => {
    expect([750, 10_200, null].map((watts) => plain(powerText(watts)))).toEqual([
      '750 W',
      '10.2 kW',
      'unknown',
    ]);
  });

  it('say shares in percent', () => {
    expect([0, 0.229, 1].map(shareText)).toEqual(['0%', '22.9%', '100%']);
  });
});
