import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import drawing from './en/drawing.json' with { type: 'json' };
import { say } from './index.ts';

const NAMES = /\{(\w+)/g;

describe('a sentence', () => {
  it('is what ICU makes of it', () => {
    for (const [name, text] of Object.entries(drawing)) {
      const names = [...text.matchAll(NAMES)].map(([, each]) => each ?? '');
      const args = Object.fromEntries(names.map((each, i) => [each, i + 1]));
      const icu = new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true });
      expect(say(`drawing.${name}`, args), name).toBe(String(icu.format(args)));
    }
  });

  it('takes words and numbers as they are, and nothing for null', () => {
    expect(say('drawing.unitBay', { unit: 'U1{2}', bay: null })).toBe('U1{2} ');
    expect(say('drawing.unitBay', { unit: 1000, bay: 'x' })).toBe('1000 x');
  });

  it('refuses to leave a value out', () => {
    expect(() => say('drawing.unitBay', { unit: 'U1' })).toThrow('bay');
  });
});
