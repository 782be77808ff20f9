import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design.ts';
import type { CablingRules } from '../model/records.ts';
import { buildSample } from '../samples/index.ts';
import { contrast } from '../theme/contrast.ts';
import { drawingTokens, type Scheme } from '../theme/tokens.ts';
import { cableColours, usualFabricColour } from './cable-colours.ts';
import { lookPaint, paletteFor, seriesLook } from './palette.ts';

const sample = buildSample('first-rack');

function ruled(rules: Partial<CablingRules>, from: Design = sample): Design {
  const { settings } = from;
  return { ...from, settings: { ...settings, cabling: { ...settings.cabling, ...rules } } };
}

describe('the colours of cables', () => {
  const palette = paletteFor('light');

  it('are those of their media, and the legend counts them', () => {
    const { legend, lookOf } = cableColours(sample, palette);
    const counted = legend.reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(sample.cables.size);
    for (const cable of sample.cables.values()) {
      expect(lookOf(cable).colour).toBe(palette.tokens.cable[cable.medium]);
    }
  });

  it('are those of their fabrics, and of a fabric that was given one', () => {
    const plain = cableColours(ruled({ colourBy: 'fabric' }), palette);
    expect(plain.legend.map(({ value }) => value)).toEqual(['compute', 'management', 'power']);
    expect(new Set(plain.legend.map(({ look }) => look.colour)).size).toBe(3);
    const names = ['power', 'compute', 'management', ''];
    for (const { value, look } of plain.legend) {
      expect(usualFabricColour(palette, names, String(value))).toBe(look.colour);
    }
    const chosen = ruled({
      colourBy: 'fabric',
      fabricColours: [{ fabric: 'compute', colour: '#123456' }],
    });
    const [compute, ...others] = cableColours(chosen, palette).legend;
    expect(compute?.look.colour).toBe('#123456');
    expect(others.map(({ look }) => look)).toEqual(plain.legend.slice(1).map(({ look }) => look));
  });

  it('are those of their rails, with the others apart', () => {
    const { legend } = cableColours(ruled({ colourBy: 'rail' }), palette);
    expect(legend.map(({ value }) => value)).toEqual([0, 2, 4, 6, null]);
    expect(legend.at(-1)?.look.colour).toBe(palette.tokens.textMuted);
  });

  it('give way to a colour by hand, which keeps the line of its kind', () => {
    const [cable] = sample.cables.values();
    const painted = { ...cable!, colour: '#c9372c' };
    const cables = new Map([...sample.cables, [painted.id, painted]]);
    const paper = paletteFor('paper');
    const colours = cableColours({ ...sample, cables }, paper);
    expect(colours.lookOf(painted)).toEqual({
      colour: '#c9372c',
      dashMm: paper.cableDashMm[painted.medium],
    });
    expect(colours.ownColours).toBe(1);
    expect(colours.legend.reduce((sum, { count }) => sum + count, 0)).toBe(sample.cables.size - 1);
  });

  it('stay the same objects while neither cables nor rules change', () => {
    const colours = cableColours(sample, palette);
    expect(cableColours({ ...sample }, palette)).toBe(colours);
    expect(cableColours(ruled({ colourBy: 'rail' }), palette)).not.toBe(colours);
  });
});

/**
 * What people see who lack one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1, over linear sRGB.
 */
const VISION = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deutan: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritan: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
} as const;

function linear(hex: string): number[] {
  return [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
}

function times(matrix: readonly number[], [x = 0, y = 0, z = 0]: readonly number[]): number[] {
  return [0, 3, 6].map(
    (row) => (matrix[row] ?? 0) * x + (matrix[row + 1] ?? 0) * y + (matrix[row + 2] ?? 0) * z,
  );
}

/** CIE L*a*b* of linear sRGB, D65. */
function lab(rgb: readonly number[]): number[] {
  const inside = rgb.map((part) => Math.max(0, Math.min(1, part)));
  const xyz = times(
    [
      0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.072175, 0.0193339, 0.119192,
      0.9503041,
    ],
    inside,
  );
  const [x = 0, y = 0, z = 0] = [0.95047, 1, 1.08883].map((white, i) => {
    const share = (xyz[i] ?? 0) / white;
    return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function apart(a: string, b: string, vision: keyof typeof VISION): number {
  const [from, to] = [a, b].map((hex) => lab(times(VISION[vision], linear(hex))));
  return Math.hypot(...[0, 1, 2].map((i) => (from?.[i] ?? 0) - (to?.[i] ?? 0)));
}

describe.each<Scheme>(['light', 'dark', 'paper'])('the series of the %s scheme', (scheme) => {
  const { series, body, opening, faint } = drawingTokens(scheme);

  it.each(Object.keys(VISION) as (keyof typeof VISION)[])(
    'is told apart by people of %s vision',
    (vision) => {
      for (const [i, a] of series.entries()) {
        // A difference of about 2 is just seen side by side; on thin lines apart it takes ten times that.
        for (const b of series.slice(0, i)) expect(apart(a, b, vision)).toBeGreaterThan(20);
      }
    },
  );

  it('stands off what it lies on, as what steps back does not', () => {
    for (const ground of [body, opening]) {
      for (const colour of series) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
      expect(contrast(faint, ground)).toBeGreaterThan(1.2);
      expect(contrast(faint, ground)).toBeLessThan(3);
    }
  });

  it('never has one line for two of its first 64 kinds', () => {
    const palette = paletteFor(scheme);
    const looks = Array.from({ length: 64 }, (_, i) => seriesLook(palette, i));
    expect(new Set(looks.map((look) => JSON.stringify(look))).size).toBe(64);
    if (scheme !== 'paper') return;
    const lines = looks.slice(0, series.length).map(({ dashMm }) => dashMm.join(' '));
    expect(new Set(lines).size).toBe(series.length);
    expect(lookPaint(palette, looks[1]!)).toBe(lookPaint(palette, looks[1]!));
  });
});
