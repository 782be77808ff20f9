/**
 * A rack as one plenum before and one behind its devices (physics.md, section 4.4). Fans push air from the front
 * to the rear, or back; what they move together goes through the doors, less what leaks back through gaps. One
 * unknown: the pressure behind less that before, p. Every flow falls with p, so halving always finds it.
 */
import { AIR_DENSITY, DISCHARGE } from './air.ts';
import type { FlowCurve } from './flow.ts';

/** The curve of one device and what hangs in its way. */
export interface PlenumDevice {
  readonly ratedM3s: number;
  readonly criticalPa: number;
  /** Π of its own curtains, ≥ 0. */
  readonly loading: number;
  /** Whether it blows from the front of the rack to the rear. */
  readonly forward: boolean;
}

/** What the air of a rack passes besides its devices. */
export interface RackOpenings {
  /** Both doors together, Pa/(m³/s)²: 0 without doors, infinite behind a closed one. */
  readonly doorResistance: number;
  /** Gaps from the rear back to the front, m². */
  readonly leakM2: number;
}

export interface Plenum {
  /** Pressure behind the devices less that before them, Pa. */
  readonly acrossPa: number;
  /** Flow of each device against its rated flow. */
  readonly ratios: readonly number[];
  /** What leaks back from the rear to the front, m³/s; negative the other way. */
  readonly leakM3s: number;
}

/**
 * The flow of a device whose plenum pressures differ: P_c(1 − q^m) = p + Π·P_c·q², solved for q.
 * @param head 1 − p/P_c, what is left of the fan's pressure; 0 or less stops the flow
 */
export function flowAgainst(loading: number, head: number, curve: FlowCurve): number {
  if (head <= 0) return 0;
  if (curve === 'parabolic') return Math.sqrt(head / (1 + loading));
  return (2 * head) / (1 + Math.sqrt(1 + 4 * loading * head));
}

/** The plenum of a rack in which every device follows the same shape of curve. */
export function solvePlenum(
  devices: readonly PlenumDevice[],
  openings: RackOpenings,
  curve: FlowCurve,
): Plenum {
  let acrossPa = 0;
  if (openings.doorResistance > 0) {
    // Halved in the root of the pressure: what doors and gaps let through goes by it, and is steep about 0.
    let [low, high] = [0, 0];
    for (const { criticalPa, forward } of devices) {
      if (forward) high = Math.max(high, Math.sqrt(criticalPa));
      else low = Math.min(low, -Math.sqrt(criticalPa));
    }
    for (let step = 0; step < HALVINGS; step += 1) {
      const root = (low + high) / 2;
      acrossPa = root * Math.abs(root);
      if (surplus(devices, openings, curve, acrossPa) > 0) low = root;
      else high = root;
    }
  }
  return {
    acrossPa,
    ratios: devices.map((device) => ratioAt(device, acrossPa, curve)),
    leakM3s: leakAt(openings.leakM2, acrossPa),
  };
}
/** Halvings of the root of a few hundred pascals: to a ten-thousand-millionth. */
const HALVINGS = 40;

function ratioAt({ criticalPa, loading, forward }: PlenumDevice, p: number, curve: FlowCurve) {
  return flowAgainst(loading, 1 - (forward ? p : -p) / criticalPa, curve);
}

/** What the devices bring to the rear beyond what gaps and doors take away at that pressure, m³/s. */
function surplus(
  devices: readonly PlenumDevice[],
  { doorResistance, leakM2 }: RackOpenings,
  curve: FlowCurve,
  p: number,
): number {
  let flow = -leakAt(leakM2, p) - Math.sign(p) * Math.sqrt(Math.abs(p) / doorResistance);
  for (const device of devices) {
    const moved = device.ratedM3s * ratioAt(device, p, curve);
    flow += device.forward ? moved : -moved;
  }
  return flow;
}

/** Q = 0.6·A·√(2|p|/ρ) in the direction of the pressure (physics.md, section 5). */
function leakAt(areaM2: number, p: number): number {
  return Math.sign(p) * DISCHARGE * areaM2 * Math.sqrt((2 * Math.abs(p)) / AIR_DENSITY);
}
