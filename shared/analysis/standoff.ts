/**
 * The standoff factor ψ: how much of a bundle's blocked area counts, when it hangs some way off the opening.
 * Fits of our own 2-D CFD (cfd.md, sections 0, 6 and 8). What rules is the gap against the opening's height.
 */
import { BLOCKED_MAX, screenLossCoefficient } from './curtain.ts';
import { notNegative, positive, within } from './domain.ts';
import type { Band } from './types.ts';

/** A bundle in front of an opening. */
export interface Standoff {
  /** From the bundle's surface to the face, mm, ≥ 0. */
  readonly gapMm: number;
  /** Of the bundle, mm, > 0. */
  readonly diameterMm: number;
  readonly openingHeightMm: number;
  /**
   * From one loaded opening to the next, centre to centre, mm; the opening's height or less means that the
   * neighbours are loaded the same way, infinite that it stands alone among blanks.
   */
  readonly loadedPitchMm: number;
  readonly side: 'intake' | 'exhaust';
}

/** Under this gap the bundle touches, and what is behind the face matters more, mm (cfd.md, section 4). */
const TOUCHING_MM = 2;

/**
 * ψ with its band. 1 at every distance where the neighbours are loaded the same way; with blank neighbours,
 * intake ψ = f + (1−f)/(1/ψ0 + 13(s/H)^1.8), ψ0 = min(1.08, 1.25 − 0.60·D/H), ±0.12, touching ±0.15;
 * exhaust ψ = 1/(1/ψ0 + 8.1(s/H)^2.39), ψ0 = min(1.15, 1.41 − 0.79·D/H), ±0.2, rough. The intake fit was
 * made for D/H up to 0.8; a bundle thicker than the opening counts as one of its height.
 * @throws RangeError on nonsense
 */
export function standoffFactor(standoff: Standoff): Band {
  const gap = notNegative('gapMm', standoff.gapMm);
  const height = positive('openingHeightMm', standoff.openingHeightMm);
  const bundle = Math.min(1, positive('diameterMm', standoff.diameterMm) / height);
  const pitch = within(
    'loadedPitchMm',
    standoff.loadedPitchMm,
    Number.MIN_VALUE,
    Number.POSITIVE_INFINITY,
  );
  if (pitch <= height) return { low: 1, nominal: 1, high: 1 };
  switch (standoff.side) {
    case 'intake': {
      const psi0 = Math.min(1.08, 1.25 - 0.6 * bundle);
      const far = farFactor(bundle, pitch / height);
      const near = 1 / (1 / psi0 + 13 * (gap / height) ** 1.8);
      return around(far + (1 - far) * near, gap < TOUCHING_MM ? 0.15 : 0.12);
    }
    case 'exhaust': {
      const psi0 = Math.min(1.15, 1.41 - 0.79 * bundle);
      return around(1 / (1 / psi0 + 8.1 * (gap / height) ** 2.39), 0.2);
    }
    default:
      throw new RangeError(`no side ${String(standoff.side satisfies never)}`);
  }
}

function around(nominal: number, margin: number): Band {
  return { low: Math.max(0, nominal - margin), nominal, high: nominal + margin };
}

/**
 * f, what is left of ψ far away: the whole pitch then flows past the bundle, so that
 * K(1 − f·D/H) = K(1 − D/H_p)·(H/H_p)² (cfd.md, section 0). K grows with the blocked share, so halving
 * finds it.
 * @param bundle D/H, over 0 to 1
 * @param pitch H_p/H, over 1
 */
function farFactor(bundle: number, pitch: number): number {
  const wanted = screenLossCoefficient(1 - Math.min(BLOCKED_MAX, bundle / pitch)) / pitch ** 2;
  let low = 0;
  let high = 1;
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (screenLossCoefficient(1 - middle * bundle) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
/** Halvings of 0..1: to a millionth of a millionth. */
const HALVINGS = 40;
