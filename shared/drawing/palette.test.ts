import { describe, expect, it } from 'vitest';
import { drawingTokens, type Scheme } from '../theme/tokens.ts';
import { cablePaint, fillPaint, lettering, paletteFor } from './palette.ts';

const SCHEMES: readonly Scheme[] = ['light', 'dark', 'paper'];

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 contrast ratio. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(SCHEMES)('the %s palette', (scheme) => {
  const t = drawingTokens(scheme);

  it('keeps text readable on everything it is written on', () => {
    for (const ground of [t.background, t.opening, t.body, t.bodyDim, t.plate]) {
      expect(contrast(t.text, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(t.textMuted, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keeps outlines and states apart from what they lie on', () => {
    for (const ground of [t.body, t.opening]) {
      expect(contrast(t.bodyEdge, ground)).toBeGreaterThanOrEqual(3);
      for (const accent of Object.values(t.accent)) {
        expect(contrast(accent, ground)).toBeGreaterThanOrEqual(3);
      }
      for (const colour of Object.values(t.cable)) {
        expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
      }
      for (const state of [t.selection, t.hover, t.candidate, t.refused, t.reserved]) {
        expect(contrast(state, ground)).toBeGreaterThanOrEqual(3);
      }
    }
    for (const badge of Object.values(t.finding)) {
      expect(contrast(badge, t.background)).toBeGreaterThanOrEqual(3);
    }
  });

  it('gives the same paint for the same question, so that surfaces can compare by identity', () => {
    const palette = paletteFor(scheme);
    const cable = { colour: null, medium: 'dac' } as const;
    expect(paletteFor(scheme)).toBe(palette);
    expect(cablePaint(palette, cable)).toBe(cablePaint(palette, cable));
    expect(fillPaint(palette, '#123456')).toBe(fillPaint(palette, '#123456'));
    expect(lettering(palette, 'text', 12, 'regular', 'left')).toBe(
      lettering(palette, 'text', 12, 'regular', 'left'),
    );
  });
});

it('tells media apart without colour on paper', () => {
  const palette = paletteFor('paper');
  const optical = (['aoc', 'mmf', 'smf', 'lpo', 'cpo', 'acc', 'aec'] as const).map((medium) =>
    cablePaint(palette, { colour: '#000000', medium }).dashMm.join(' '),
  );
  expect(new Set(optical).size).toBe(optical.length);
});
