/** The air of one device: what its cables cover, what flow that leaves, how warm it gets. */
import { ashraeClass } from '../catalog/index.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { Provenance } from '../model/fact.ts';
import { bodyWidthMm, deviceBox } from '../model/rack-geometry.ts';
import type { DesignSettings, Face, Rack } from '../model/records.ts';
import { RACK_UNIT_MM } from '../units/length.ts';
import {
  airDensity,
  CFM_M3S,
  inletTemperatureC,
  recirculatedShare,
  temperatureRiseK,
} from './air.ts';
import { USUAL_VALUES } from './assumed-inputs.ts';
import type { CablePlug } from './cable-result.ts';
import { BLOCKED_MAX, screenLossBand, screenLossCoefficient } from './curtain.ts';
import {
  type AirWindow,
  type FaceCable,
  type FaceCover,
  type FaceDrop,
  faceCover,
} from './face-cover.ts';
import { flowRatio } from './flow.ts';
import { loadedPitchMm, type Placed } from './rack-neighbours.ts';
import { standoffFactor } from './standoff.ts';
import type { Band } from './types.ts';

/** Width of a full-width device's air opening, mm (physics.md, section 3.4). */
const OPENING_MM = 450;
/** How far off the face a bundle hangs, mm [assumed: held off by the strain relief of its plugs]. */
export const BUNDLE_GAP_MM = USUAL_VALUES.standoffMm;
/** Gap beside the rails on both sides together, without brushes, m² a unit (physics.md, section 5). */
const GAP_M2_PER_U = USUAL_VALUES.railGapMm2PerU / 1e6;

/** What covers one face of a device. */
export interface FaceAir {
  readonly cover: FaceCover;
  readonly cables: number;
  /** Standoff factor; 1 where nothing hangs there. */
  readonly psi: Band;
  /** Blocked share ψ·A/A_w, at most 0.95. */
  readonly blocked: Band;
  /** Loss coefficient, with its bounds. */
  readonly loss: Band;
}

/** The flow of a device through its cables. */
export interface DeviceFlow {
  readonly ratedM3s: number;
  readonly criticalPa: number;
  readonly criticalProvenance: Provenance;
  readonly velocityPa: number;
  readonly loading: Band;
  readonly ratio: Band;
  /** Null where the power is unknown. */
  readonly riseK: Band | null;
  readonly inletC: number | null;
  readonly recirculation: number | null;
}

/** Which of its type's faces the air enters by; null where it does not pass front and rear. */
function intakeOf(type: DeviceType): Face | null {
  switch (type.airflow?.value) {
    case 'rear-to-front':
      return 'rear';
    case 'front-to-rear':
    case 'mixed':
    case undefined:
      return 'front';
    case 'left-to-right':
    case 'right-to-left':
    case 'side-to-rear':
    case 'rear-to-side':
    case 'passive':
    case 'bottom-to-top':
    case 'top-to-bottom':
      return null;
    default:
      throw new RangeError(`no airflow ${String(type.airflow?.value satisfies undefined)}`);
  }
}

/** Whether the air passes the front and the rear, so that cables there are in its way. */
export function airPassesFaces(type: DeviceType): boolean {
  return intakeOf(type) !== null;
}

/** What the plugs on one face of the rack cover of the device's opening there. */
export function faceAir(
  rack: Rack,
  placed: Placed,
  neighbours: readonly Placed[],
  face: Face,
  plugs: readonly CablePlug[],
  packing: number,
): FaceAir {
  const cables: FaceCable[] = [];
  const drops: FaceDrop[] = [];
  for (const { face: looksOut, xMm, side, odMm, managerId, dropMm } of plugs) {
    if (looksOut !== face || odMm === null) continue;
    if (managerId === null) cables.push({ xMm, side, odMm });
    else drops.push({ odMm, dropMm });
  }
  if (cables.length + drops.length === 0) return CLEAR;
  const window = airWindowOf(rack, placed, face);
  const cover = faceCover(cables, window, packing, drops);
  const pitchMm = loadedPitchMm(neighbours, placed, face);
  const intake = (placed.device.face === face ? 'front' : 'rear') === intakeOf(placed.type);
  const psi = standoffFactor({
    gapMm: BUNDLE_GAP_MM,
    diameterMm: Math.max(cover.widestMm, MIN_BUNDLE_MM),
    openingHeightMm: window.heightMm,
    loadedPitchMm: pitchMm < COMPUTED_PITCH * window.heightMm ? window.heightMm : pitchMm,
    side: intake ? 'intake' : 'exhaust',
  });
  const share = cover.areaMm2 / ((window.toMm - window.fromMm) * window.heightMm);
  const blocked = each(psi, (factor) => Math.min(BLOCKED_MAX, factor * share));
  return { cover, cables: cables.length + drops.length, psi, blocked, loss: lossOf(blocked) };
}
const ONE: Band = { low: 1, nominal: 1, high: 1 };
const ZERO: Band = { low: 0, nominal: 0, high: 0 };
const CLEAR: FaceAir = {
  cover: faceCover([], { fromMm: 0, toMm: 1, heightMm: 1 }),
  cables: 0,
  psi: ONE,
  blocked: ZERO,
  loss: ZERO,
};
/** Closer than so many heights the CFD has no runs: the neighbours then count as loaded the same (cfd.md, 4). */
const COMPUTED_PITCH = 2;
/** A bundle always has some thickness, also one that leaves where it plugs in. */
const MIN_BUNDLE_MM = 1;

/** The opening of a device for air on a face of its rack, in rack-face coordinates. */
export function airWindowOf(rack: Rack, { device, type }: Placed, face: Face): AirWindow {
  const box = deviceBox(rack, device, type, face);
  const width = Math.min(OPENING_MM, bodyWidthMm(type));
  const fromMm = box.x + (box.width - width) / 2;
  return { fromMm, toMm: fromMm + width, heightMm: type.heightU * RACK_UNIT_MM };
}

function lossOf(blocked: Band): Band {
  const loss = (share: number): number => screenLossCoefficient(1 - share);
  return {
    low: loss(blocked.low) * screenLossBand(1 - blocked.low).low,
    nominal: loss(blocked.nominal),
    high: loss(blocked.high) * screenLossBand(1 - blocked.high).high,
  };
}

/**
 * The flow of a device whose airflow is known: one curtain after the other on its way, so their coefficients
 * add. Nominal is the mean of both curve shapes; the band is that of the curtains, with the parabolic curve
 * for the least loss and the linear one for the most (physics.md, section 4.3).
 */
export function deviceFlow(
  settings: DesignSettings,
  type: DeviceType,
  cfm: number,
  powerW: number | null,
  faces: readonly FaceAir[],
): DeviceFlow {
  const ratedM3s = cfm * CFM_M3S;
  const windowM2 = (Math.min(OPENING_MM, bodyWidthMm(type)) * type.heightU * RACK_UNIT_MM) / 1e6;
  const velocityPa = 0.5 * airDensity(settings.altitudeM) * (ratedM3s / windowM2) ** 2;
  const critical = type.criticalPa ?? usualCriticalPa(type);
  const total = (bound: keyof Band): number =>
    faces.reduce((sum, { loss }) => sum + loss[bound], 0);
  const loading = each(
    { low: total('low'), nominal: total('nominal'), high: total('high') },
    (k) => (k === 0 ? 0 : (k * velocityPa) / critical.value),
  );
  const ratio = {
    low: flowRatio(loading.high, 'linear'),
    nominal: (flowRatio(loading.nominal, 'linear') + flowRatio(loading.nominal, 'parabolic')) / 2,
    high: flowRatio(loading.low, 'parabolic'),
  };
  const flow = {
    ratedM3s,
    criticalPa: critical.value,
    criticalProvenance: critical.provenance,
    velocityPa,
    loading,
    ratio,
  };
  if (powerW === null) return { ...flow, riseK: null, inletC: null, recirculation: null };
  const rated = temperatureRiseK({ powerW, airflowM3s: ratedM3s, altitudeM: settings.altitudeM });
  const riseK = {
    low: rated / ratio.high,
    nominal: rated / ratio.nominal,
    high: rated / ratio.low,
  };
  const pressurePa = total('nominal') * velocityPa * ratio.nominal ** 2;
  const airflowM3s = ratedM3s * ratio.nominal;
  const gapM2 = GAP_M2_PER_U * type.heightU;
  const recirculation = recirculatedShare({ gapM2, pressurePa, airflowM3s });
  const air = { supplyC: settings.supplyTempC, riseK: riseK.nominal, recirculation };
  const inletC = recirculation < 0.5 ? inletTemperatureC(air) : null;
  return { ...flow, riseK, inletC, recirculation };
}

/** Back-pressure at which a device's flow stops where its maker does not say (physics.md, section 4.2). */
function usualCriticalPa(type: DeviceType): {
  readonly value: number;
  readonly provenance: Provenance;
} {
  const value = type.heightU <= 1 ? USUAL_VALUES.criticalPa1U : USUAL_VALUES.criticalPaTaller;
  return { value, provenance: 'assumed' };
}

function each(band: Band, of: (value: number) => number): Band {
  return { low: of(band.low), nominal: of(band.nominal), high: of(band.high) };
}

/** Distance of an inlet temperature from its limits, K; negative beyond them. */
export interface InletMargins {
  readonly recommendedK: number;
  readonly allowableK: number;
  /** The limit that the allowable margin is against, °C. */
  readonly limitC: number;
}

/**
 * Margins of an inlet: to the class's recommended limit, and to the lower of the class's allowable limit at
 * this altitude and the device's own (physics.md, section 5).
 */
export function inletMargins(
  settings: DesignSettings,
  type: Pick<DeviceType, 'inletMaxC'>,
  inletC: number,
): InletMargins {
  const limits = ashraeClass(settings.ashraeClass);
  const derated =
    limits.allowableC[1] - Math.max(0, settings.altitudeM - DERATE_FROM_M) / limits.derateMPerK;
  const limitC = Math.min(derated, type.inletMaxC?.value ?? derated);
  return { recommendedK: limits.recommendedC[1] - inletC, allowableK: limitC - inletC, limitC };
}
/** Above this the allowable limit falls (physics.md, section 5). */
const DERATE_FROM_M = 900;
