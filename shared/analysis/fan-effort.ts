/** What fans must do to move their rated flow in spite of what stands in their way (physics.md, section 4.3). */
import { fanSpeedToRecover } from './flow.ts';
import type { Band } from './types.ts';

/** Speed that fans have in hand over their rated one: ratings are usual at 80 % of it [assumed]. */
export const FAN_SPEED_MAX = 1.25;
/** Share of a fan's electric power that becomes pressure times flow [assumed], best and worst. */
const EFFICIENCY = { low: 0.4, nominal: 0.3, high: 0.2 } as const;

export interface FanEffort {
  /** Speed against the rated one, s = √(1 + Π). */
  readonly speed: Band;
  /** Power against that at the rated speed, s³. */
  readonly power: Band;
  /** What that costs, W: (s³ − 1)·P_c·Q_n/η, with η 0.3 (0.2 to 0.4) [assumed]. */
  readonly extraW: Band;
}

/**
 * The effort of a device's fans.
 * @param loading Π of the device's curtains and its part of the doors, ≥ 0
 * @param rated `criticalPa` P_c, Pa, and `ratedM3s` Q_n, m³/s
 */
export function fanEffort(
  loading: Band,
  rated: { readonly criticalPa: number; readonly ratedM3s: number },
): FanEffort {
  const speed = of(fanSpeedToRecover, loading);
  const power = of((s) => s ** 3, speed);
  const airW = rated.criticalPa * rated.ratedM3s;
  const extra = (bound: keyof Band): number => ((power[bound] - 1) * airW) / EFFICIENCY[bound];
  return {
    speed,
    power,
    extraW: { low: extra('low'), nominal: extra('nominal'), high: extra('high') },
  };
}

function of(change: (value: number) => number, band: Band): Band {
  return { low: change(band.low), nominal: change(band.nominal), high: change(band.high) };
}
