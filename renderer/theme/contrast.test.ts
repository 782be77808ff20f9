import { describe, expect, it } from 'vitest';
import { contrast } from '../../shared/theme/contrast.ts';
import { windowTokens } from '../../shared/theme/tokens.ts';
import { colourRules } from './colours.ts';

type Tokens = ReadonlyMap<string, string>;

/** The colours of each scheme, by the names of their CSS variables. */
function schemes(): readonly (readonly [string, Tokens])[] {
  return (['light', 'dark'] as const).map((name) => {
    const tokens = Object.entries(windowTokens(name)).map(([token, value]) => {
      return [token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value] as const;
    });
    return [name, new Map(tokens)] as const;
  });
}

const SURFACES = ['chrome', 'panel', 'raised', 'sunken', 'field', 'hover', 'selected', 'pressed'];
const TEXTS = [
  'text-primary',
  'text-secondary',
  'text-muted',
  'accent-text',
  'error',
  'warning',
  'note',
  'good',
];

it('the page gets every colour of both schemes', () => {
  const rules = colourRules();
  for (const [name, tokens] of schemes()) {
    expect(rules).toContain(`[data-mantine-color-scheme="${name}"]`);
    for (const [token, value] of tokens) expect(rules).toContain(`--${token}: ${value};`);
  }
});

describe.each(schemes())('the %s tokens', (_name, tokens) => {
  const of = (token: string): string => tokens.get(token) ?? expect.fail(`no token ${token}`);

  it.each(TEXTS)('%s reads on every surface', (text) => {
    for (const surface of SURFACES) {
      expect(contrast(of(text), of(`surface-${surface}`)), surface).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(['error', 'warning', 'note', 'good'])('%s reads on its own tint', (severity) => {
    expect(contrast(of(severity), of(`${severity}-surface`))).toBeGreaterThanOrEqual(4.5);
  });

  it('writes on the accent and on tooltips', () => {
    expect(contrast(of('text-on-accent'), of('accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('text-on-tip'), of('surface-tip'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('text-muted-on-tip'), of('surface-tip'))).toBeGreaterThanOrEqual(4.5);
  });

  it('draws fields and the focus ring at 3:1', () => {
    for (const surface of ['panel', 'field', 'raised']) {
      expect(contrast(of('line-control'), of(`surface-${surface}`))).toBeGreaterThanOrEqual(3);
      expect(contrast(of('focus'), of(`surface-${surface}`))).toBeGreaterThanOrEqual(3);
    }
  });
});
