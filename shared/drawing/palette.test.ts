import { describe, expect, it } from 'vitest';
import { contrast } from '../theme/contrast.ts';
import { drawingTokens, type Scheme } from '../theme/tokens.ts';
import { cablePaint, cableStepPaint, fillPaint, lettering, paletteFor } from './palette.ts';

const SCHEMES: readonly Scheme[] = ['light', 'dark', 'paper'];

describe.each(SCHEMES)('the %s palette', (scheme) => {
  const t = drawingTokens(scheme);

  it('keeps text readable on everything it is written on', () => {
    for (const ground of [t.background, t.opening, t.body, t.bodyDim, t.plate]) {
      expect(contrast(t.text, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(t.textMuted, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keeps names readable in aisles, and cold apart from hot', () => {
    for (const ground of [t.coldAisle, t.hotAisle]) {
      expect(contrast(t.text, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(t.textMuted, ground)).toBeGreaterThanOrEqual(4.5);
    }
    expect(t.coldAisle).not.toBe(t.hotAisle);
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

  it('keeps the steps of an overlay in order, apart from each other and from the ground', () => {
    const off = t.overlay.map((step) => contrast(step, t.opening));
    for (const [at, ratio] of off.entries()) {
      if (at > 0) expect(ratio).toBeGreaterThan((off[at - 1] ?? 0) * 1.3);
    }
    expect(off[2]).toBeGreaterThanOrEqual(2.5);
    expect(off[4]).toBeGreaterThanOrEqual(7);
  });

  it('keeps cables under an overlay apart from the ground, whatever their step', () => {
    const palette = paletteFor(scheme);
    for (const step of [null, 0, 1, 2, 3, 4] as const) {
      const { stroke } = cableStepPaint(palette, step, 4);
      expect(contrast(stroke ?? '', t.background)).toBeGreaterThanOrEqual(3);
    }
    const over = cableStepPaint(palette, 4, 4).dashMm;
    expect(over).not.toEqual(cableStepPaint(palette, 0, 4).dashMm);
    expect(over).not.toEqual(cableStepPaint(palette, null, 4).dashMm);
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
