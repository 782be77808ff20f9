import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEVICE_CATEGORIES, FORM_FACTORS } from '../../shared/model/device-type.ts';
import { hasMessage } from '../../shared/text/index.ts';

const ROOT = new URL('../../', import.meta.url).pathname;

/** Every `say('key')` of the window's own folders, with the file that says it. */
function keysSaid(): readonly (readonly [key: string, file: string])[] {
  return globSync('renderer/{app,panels,dialogs,theme}/**/*.{ts,tsx}', { cwd: ROOT })
    .filter((file) => !file.includes('.test.'))
    .flatMap((file) => {
      const text = readFileSync(`${ROOT}${file}`, 'utf8');
      return [...text.matchAll(/\bsay\(\s*'([\w.-]+)'/g)].map(
        (match) => [match[1]!, file] as const,
      );
    });
}

describe('the texts of the window', () => {
  it('are all in the catalogue', () => {
    const said = keysSaid();
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter(([key]) => !hasMessage(key))).toEqual([]);
  });

  it('name every category and every opening', () => {
    const keys = [
      ...DEVICE_CATEGORIES.map((category) => `panels.category.${category}`),
      ...FORM_FACTORS.filter((each) => each !== 'other').map((each) => `panels.formFactor.${each}`),
    ];
    expect(keys.filter((key) => !hasMessage(key))).toEqual([]);
  });
});
