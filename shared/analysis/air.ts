/** Air: its density and heat, and the temperatures that follow (physics.md, sections 1 and 5). */
import { notNegative, positive, within } from './domain.ts';

/** Density of air at sea level, kg/m³ (physics.md, section 1). */
export const AIR_DENSITY = 1.2;
/** Heat capacity of air at constant pressure, J/(kg·K) (physics.md, section 1). */
const HEAT_CAPACITY = 1005;
/** One cubic foot a minute, m³/s (exact by definition of the foot). */
export const CFM_M3S = 0.000471947443;

/** Pressure of the air against that at sea level, of the standard atmosphere (physics.md, section 1). */
function pressureRatio(altitudeM: number): number {
  return (1 - 2.25577e-5 * within('altitudeM', altitudeM, -500, 11_000)) ** 5.25588;
}

/**
 * Density of air at a height, kg/m³: 1.20 at sea level, falling with the pressure at equal temperature.
 * @param altitudeM height above sea level, m, from −500 to 11,000
 * @throws RangeError outside that
 */
export function airDensity(altitudeM = 0): number {
  return AIR_DENSITY * pressureRatio(altitudeM);
}

/**
 * How much warmer air becomes that carries a heat away: ΔT = P / (ρ·c_p·Q), K (physics.md, section 5).
 * @param heat `powerW` W ≥ 0, `airflowM3s` m³/s > 0, `altitudeM` m, sea level when left out
 * @throws RangeError on anything else
 */
export function temperatureRiseK(heat: {
  readonly powerW: number;
  readonly airflowM3s: number;
  readonly altitudeM?: number;
}): number {
  const power = notNegative('powerW', heat.powerW);
  const flow = positive('airflowM3s', heat.airflowM3s);
  return power / (airDensity(heat.altitudeM) * HEAT_CAPACITY * flow);
}

/**
 * Inlet temperature when part of the inlet air has been through before: T_s + r/(1−r)·ΔT, °C; exact for a
 * mixed inlet (physics.md, section 5).
 * @param air `supplyC` °C, `riseK` K ≥ 0, `recirculation` r from 0 to below a half
 * @throws RangeError on anything else: from a half on, the air goes round and no formula holds
 */
export function inletTemperatureC(air: {
  readonly supplyC: number;
  readonly riseK: number;
  readonly recirculation: number;
}): number {
  const supply = within('supplyC', air.supplyC, -273.15, Number.MAX_VALUE);
  const rise = notNegative('riseK', air.riseK);
  const share = within('recirculation', air.recirculation, 0, RUNAWAY);
  if (share === RUNAWAY)
    throw new RangeError('half of the inlet air is recirculated: it runs away');
  return supply + (share / (1 - share)) * rise;
}
/** Recirculated share of the inlet air from which the result is a failure, not a number. */
const RUNAWAY = 0.5;

/**
 * Share of the inlet air that leaks back from the rear through the gaps beside the rails:
 * r = 0.6·A·√(2Δp/ρ) / Q (physics.md, section 5).
 * @param leak `gapM2` m² ≥ 0, `pressurePa` Pa ≥ 0 from rear to front, `airflowM3s` m³/s > 0
 * @returns r ≥ 0; it may be over one
 * @throws RangeError on anything else
 */
export function recirculatedShare(leak: {
  readonly gapM2: number;
  readonly pressurePa: number;
  readonly airflowM3s: number;
}): number {
  const gap = notNegative('gapM2', leak.gapM2);
  const pressure = notNegative('pressurePa', leak.pressurePa);
  const speed = Math.sqrt((2 * pressure) / AIR_DENSITY);
  return (DISCHARGE * gap * speed) / positive('airflowM3s', leak.airflowM3s);
}
/** Discharge coefficient of a sharp gap (physics.md, section 5). */
export const DISCHARGE = 0.6;
