/**
 * How much of its rated air a device still moves. A device is an active flow curve, fans and chassis in one:
 * Δp(Q) = P_c·(1 − (Q/Q_n)^m) (physics.md, section 4).
 */
import { AIR_DENSITY } from './air.ts';
import { plateLossCoefficient } from './curtain.ts';
import { notNegative, positive, within } from './domain.ts';

/** Shape of a device's curve: m = 2 or m = 1. */
export type FlowCurve = 'parabolic' | 'linear';

/**
 * Flow against the rated flow, q = Q/Q_n. Parabolic: q = 1/√(1+Π); linear: q = (√(1+4Π)−1)/(2Π)
 * (physics.md, section 4.3).
 * @param loading Π = K·ρ·V²/(2·P_c) with V the rated flow over the opening's area; 0 or more, and infinite
 *   for a closed opening, where the flow is 0
 * @throws RangeError when the loading is negative or not a number
 */
export function flowRatio(loading: number, curve: FlowCurve): number {
  const load = within('loading', loading, 0, Number.POSITIVE_INFINITY);
  switch (curve) {
    case 'parabolic':
      return 1 / Math.sqrt(1 + load);
    case 'linear':
      return 2 / (1 + Math.sqrt(1 + 4 * load));
    default:
      throw new RangeError(`no flow curve ${String(curve satisfies never)}`);
  }
}

/**
 * Speed at which the fans restore the rated flow, against their rated speed: s = √(1+Π); their power then
 * grows as s³ (affinity laws; physics.md, section 4.3).
 * @param loading Π, finite and 0 or more
 * @throws RangeError otherwise
 */
export function fanSpeedToRecover(loading: number): number {
  return Math.sqrt(1 + notNegative('loading', loading));
}

/** The flow curve of one device of a rack. */
export interface RackFlowDevice {
  /** Flow in free air, m³/s, > 0. */
  readonly ratedM3s: number;
  /** Back-pressure at which it stops, Pa, > 0. */
  readonly criticalPa: number;
}

/**
 * Flow of a whole rack behind one door against the sum of its rated flows: every device blows into one
 * plenum, whose pressure drives their sum through the door (a sharp plate); parabolic curves, no leakage
 * (physics.md, section 4.4). Identical devices: q = 1/√(1 + R·N²·Q_n²/P_c). A rack without devices loses
 * nothing.
 * @param rack the devices; `doorOpenRatio` 0 (closed) to 1 (no door); `doorAreaM2` m² > 0, e.g. 0.450 m by
 *   the height of the rack's units
 * @throws RangeError on nonsense
 */
export function rackFlowRatio(rack: {
  readonly devices: readonly RackFlowDevice[];
  readonly doorOpenRatio: number;
  readonly doorAreaM2: number;
}): number {
  const area = positive('doorAreaM2', rack.doorAreaM2);
  const resistance = (plateLossCoefficient(rack.doorOpenRatio) * AIR_DENSITY) / (2 * area ** 2);
  let rated = 0;
  let highest = 0;
  for (const { ratedM3s, criticalPa } of rack.devices) {
    rated += positive('ratedM3s', ratedM3s);
    highest = Math.max(highest, positive('criticalPa', criticalPa));
  }
  if (rated === 0 || resistance === 0) return 1;
  if (resistance === Number.POSITIVE_INFINITY) return 0;
  return plenumFlow(rack.devices, resistance, highest) / rated;
}

/** Flow, m³/s, at the plenum pressure where devices and door agree: the balance falls with the pressure. */
function plenumFlow(
  devices: readonly RackFlowDevice[],
  resistance: number,
  highest: number,
): number {
  let low = 0;
  let high = highest;
  for (let step = 0; step < BISECTIONS; step += 1) {
    const pressure = (low + high) / 2;
    if (deviceFlow(devices, pressure) > Math.sqrt(pressure / resistance)) low = pressure;
    else high = pressure;
  }
  return deviceFlow(devices, (low + high) / 2);
}
/** Halvings after which a double cannot be told from its neighbour. */
const BISECTIONS = 60;

function deviceFlow(devices: readonly RackFlowDevice[], pressurePa: number): number {
  let flow = 0;
  for (const { ratedM3s, criticalPa } of devices) {
    flow += ratedM3s * Math.sqrt(Math.max(0, 1 - pressurePa / criticalPa));
  }
  return flow;
}
