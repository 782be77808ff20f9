/**
 * What moves air through a rack, and how much of it gets through the cables and the doors (physics.md, sections 4.3
 * and 4.4).
 */
import type { DesignSettings, Face, Rack } from '../model/records.ts';
import { RACK_UNIT_MM } from '../units/length.ts';
import { AIR_DENSITY, CFM_M3S } from './air.ts';
import { criticalOf, type UsedInput } from './assumed-inputs.ts';
import { plateLossCoefficient } from './curtain.ts';
import type { DeviceResult } from './device-result.ts';
import { airPassesFaces, each, type FacesAir, intakeFace, openingMm2 } from './face-air.ts';
import type { FlowCurve } from './flow.ts';
import { type Plenum, type RackOpenings, solvePlenum } from './plenum.ts';
import { breathes, type Placed } from './rack-neighbours.ts';
import type { Band } from './types.ts';

/** A device that is known to move air from one face of the rack to the other. */
export interface Mover {
  readonly placed: Placed;
  readonly faces: FacesAir;
  /** The face of the rack by which it takes its air in. */
  readonly intake: Face;
  readonly ratedM3s: number;
  readonly critical: UsedInput;
  /** ρV²/2 of the rated flow over its opening, Pa. */
  readonly velocityPa: number;
  /** K of what hangs before and behind it, together. */
  readonly loss: Band;
  /** Π = K·ρ·V²/(2·P_c) of its own curtains. */
  readonly loading: Band;
  /** Null where its power is unknown. */
  readonly powerW: number | null;
}

/** The device as one that moves air; null where that is unknown, or it moves none through the rack. */
export function moverOf({ inputs }: DesignSettings, device: DeviceResult): Mover | null {
  const { placed, faces, heatW: powerW } = device;
  const { type } = placed;
  const intake = intakeFace(placed);
  const cfm = type.airflowCfm?.value ?? 0;
  if (!faces || intake === null || cfm <= 0 || type.heightU <= 0 || !breathes(type)) return null;
  const ratedM3s = cfm * CFM_M3S;
  const critical = criticalOf(inputs, type);
  // Pressures of fans and losses both go with the density of the air: the flow does not depend on it.
  const velocityPa = 0.5 * AIR_DENSITY * ((ratedM3s * 1e6) / openingMm2(type)) ** 2;
  const both = (bound: keyof Band): number => faces.front.loss[bound] + faces.rear.loss[bound];
  const loss = { low: both('low'), nominal: both('nominal'), high: both('high') };
  const loading = each(loss, (k) => (k * velocityPa) / critical.value);
  return { placed, faces, intake, ratedM3s, critical, velocityPa, loss, loading, powerW };
}

/** Whether a device moves air through the rack and nobody knows how much. */
export function isUnknownMover({ device, type }: Placed): boolean {
  if (device.mount !== 'rails' || !breathes(type) || !airPassesFaces(type)) return false;
  return (type.airflowCfm?.value ?? 0) <= 0;
}

/** What moves through a rack. */
export interface RackFlow {
  readonly acrossPa: Band;
  readonly ratio: Band;
  readonly leakM3s: number;
  /** Flow ratio of each mover. */
  readonly ratios: readonly Band[];
}

/**
 * The plenum with each bound of the curtains: nominal is the mean of both shapes of curve, the least loss goes
 * with the parabolic one and the most with the linear one (physics.md, section 4.3).
 */
export function flowsOf(rack: Rack, movers: readonly Mover[], leakM2: number): RackFlow {
  const openings: RackOpenings = { doorResistance: doorResistance(rack), leakM2 };
  const solve = (bound: keyof Band, curve: FlowCurve): Plenum =>
    solvePlenum(
      movers.map(({ ratedM3s, critical, loading, intake }) => ({
        ratedM3s,
        criticalPa: critical.value,
        loading: loading[bound],
        forward: intake === 'front',
      })),
      openings,
      curve,
    );
  const [mildest, hardest] = [solve('low', 'parabolic'), solve('high', 'linear')];
  const [round, straight] = [solve('nominal', 'parabolic'), solve('nominal', 'linear')];
  const ratios = movers.map((_, index) => ({
    low: hardest.ratios[index] ?? 0,
    nominal: ((round.ratios[index] ?? 0) + (straight.ratios[index] ?? 0)) / 2,
    high: mildest.ratios[index] ?? 0,
  }));
  const rated = movers.reduce((sum, { ratedM3s }) => sum + ratedM3s, 0);
  const moved = (bound: keyof Band): number =>
    movers.reduce((sum, { ratedM3s }, index) => sum + ratedM3s * (ratios[index]?.[bound] ?? 0), 0);
  const across = [mildest.acrossPa, hardest.acrossPa, round.acrossPa, straight.acrossPa];
  return {
    acrossPa: {
      low: Math.min(...across),
      nominal: (round.acrossPa + straight.acrossPa) / 2,
      high: Math.max(...across),
    },
    ratio: {
      low: moved('low') / rated,
      nominal: moved('nominal') / rated,
      high: moved('high') / rated,
    },
    leakM3s: (round.leakM3s + straight.leakM3s) / 2,
    ratios,
  };
}

/** Width of a rack's opening for air, m (physics.md, section 3.4). */
const DOOR_WIDTH_M = 0.45;

/** R = K·ρ/(2·A²) of the front and the rear door, one behind the other, Pa/(m³/s)². */
function doorResistance(rack: Rack): number {
  const areaM2 = DOOR_WIDTH_M * rack.heightU * (RACK_UNIT_MM / 1000);
  const loss = doorLoss(rack.frontDoorOpen) + doorLoss(rack.rearDoorOpen);
  return (loss * AIR_DENSITY) / (2 * areaM2 ** 2);
}

function doorLoss(open: number | null): number {
  return open === null ? 0 : plateLossCoefficient(open);
}
