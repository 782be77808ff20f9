/** What air loses in a curtain of cables or a perforated plate (physics.md, section 4.1; cfd.md). */
import { within } from './domain.ts';
import type { Band } from './types.ts';

/** A curtain is never counted as closing more than this (physics.md, section 3.4). */
export const BLOCKED_MAX = 0.95;
/** Below this open ratio the screen formula has not been checked (cfd.md, section 8). */
export const OPEN_CHECKED_MIN = 0.2;

/**
 * Loss coefficient of a curtain of round cables on the approach velocity: K = 1.3(1−b) + (1/b−1)²
 * (Idelchik's wire screen; checked by CFD for 0.2 ≤ b ≤ 0.9, cfd.md section 0).
 * @param openRatio b, 0 (closed: K is infinite) to 1 (nothing there: K is 0)
 * @throws RangeError outside 0..1
 */
export function screenLossCoefficient(openRatio: number): number {
  const open = within('openRatio', openRatio, 0, 1);
  if (open === 0) return Number.POSITIVE_INFINITY;
  return 1.3 * (1 - open) + (1 / open - 1) ** 2;
}

/**
 * Loss coefficient of a thin sharp-edged plate, such as a perforated door:
 * K = (0.707(1−b)^0.375 + 1 − b)² / b² (Idelchik 1994, diagram 4-14; source S42). Far too high for cables.
 * @param openRatio b, 0 (closed: K is infinite) to 1
 * @throws RangeError outside 0..1
 */
export function plateLossCoefficient(openRatio: number): number {
  const open = within('openRatio', openRatio, 0, 1);
  if (open === 0) return Number.POSITIVE_INFINITY;
  // oxlint-disable-next-line oxc/approx-constant -- the coefficient as it was published
  return (0.707 * (1 - open) ** 0.375 + 1 - open) ** 2 / open ** 2;
}

/**
 * What thin cables in slow air lose on top of the screen formula, as a factor: 1 from Re 1000 on, 1.03 at 300,
 * 1.08 at 200, 1.24 at 100 and below, straight in between on a logarithmic scale (physics.md, section 4.1).
 * @param reynolds V·d/(b·ν) on the speed between the cables, ≥ 0
 * @throws RangeError when it is negative or not a number
 */
export function slowAirFactor(reynolds: number): number {
  const re = within('reynolds', reynolds, 0, Number.POSITIVE_INFINITY);
  for (let index = 0; index < SLOW_AIR.length; index += 1) {
    const { reynolds: to, factor } = SLOW_AIR[index] as SlowAir;
    if (re > to) continue;
    const before = SLOW_AIR[index - 1];
    if (!before) return factor;
    const part = Math.log(re / before.reynolds) / Math.log(to / before.reynolds);
    return before.factor + part * (factor - before.factor);
  }
  return 1;
}
interface SlowAir {
  readonly reynolds: number;
  readonly factor: number;
}
const SLOW_AIR: readonly SlowAir[] = [
  { reynolds: 100, factor: 1.24 },
  { reynolds: 200, factor: 1.08 },
  { reynolds: 300, factor: 1.03 },
  { reynolds: 1000, factor: 1 },
];
/** Kinematic viscosity of air, m²/s (cfd.md, section 1). */
export const AIR_VISCOSITY = 1.5e-5;

/**
 * What the screen formula is to be multiplied by for its low and high bound (cfd.md, section 8). Where the
 * neighbours carry as many cables the CFD of whole openings gives 0.8 to 1.25; the wider bounds hold.
 * @param openRatio b, 0..1
 * @throws RangeError outside 0..1
 */
export function screenLossBand(openRatio: number): Band {
  const open = within('openRatio', openRatio, 0, 1);
  return { low: open > 0.7 ? 0.65 : 0.8, nominal: 1, high: 1.25 };
}
