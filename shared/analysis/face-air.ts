/** What stands in the way of the air on one face of a device, and what it costs (physics.md, 3.4 and 4.1). */
import type { DeviceType } from '../model/device-type.ts';
import { bodyWidthMm, deviceBox } from '../model/rack-geometry.ts';
import type { AnalysisInputs, Face, Rack } from '../model/records.ts';
import { RACK_UNIT_MM } from '../units/length.ts';
import { CFM_M3S } from './air.ts';
import { packingOf, standoffOf, type UsedInput } from './assumed-inputs.ts';
import { blockedHeights } from './blocked-height.ts';
import type { CablePlug } from './cable-plug.ts';
import {
  AIR_VISCOSITY,
  BLOCKED_MAX,
  screenLossBand,
  screenLossCoefficient,
  slowAirFactor,
} from './curtain.ts';
import { type AirWindow, type FaceCover, faceCover } from './face-cover.ts';
import { plugBodiesMm2 } from './plug-bodies.ts';
import { loadedPitchMm, type Placed } from './rack-neighbours.ts';
import { rememberedWeakly2 } from './remembered.ts';
import { NumberKey, RememberedByNumbers } from './remembered-lists.ts';
import type { Band } from './types.ts';

/** Width of a full-width device's air opening, mm (physics.md, section 3.4). */
const OPENING_MM = 450;

/** What covers one face of a device. */
export interface FaceAir {
  readonly cover: FaceCover;
  /** Cables that run over it, power cords among them. */
  readonly cables: number;
  readonly cords: number;
  /** Area of the plugs' bodies before drawn vents, and of the whole opening, mm². */
  readonly bodiesMm2: number;
  readonly windowMm2: number;
  /** From the face to its bundle, and how it is packed. */
  readonly gap: UsedInput;
  readonly packing: UsedInput;
  /** Standoff factor over the whole bundle; 1 where nothing hangs there. */
  readonly psi: Band;
  /** Blocked share (∫ψ·D dx + bodies)/A_w, at most 0.95. */
  readonly blocked: Band;
  /** Loss coefficient on the speed over the whole opening, with its bounds. */
  readonly loss: Band;
}

export type FacesAir = Readonly<Record<Face, FaceAir>>;

/** Where a face is, and what is there. */
export interface FaceSurroundings {
  readonly inputs: AnalysisInputs;
  readonly rack: Rack;
  readonly placed: Placed;
  /** The devices of the rack. */
  readonly neighbours: readonly Placed[];
  readonly plugs: readonly CablePlug[];
}

/** Which face of the type the air enters by; null where it does not pass front and rear. */
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

/** The face of the rack by which a mounted device takes its air in; null where it takes it by the sides. */
export function intakeFace({ device, type }: Placed): Face | null {
  const face = intakeOf(type);
  if (face === null) return null;
  return (face === 'front') === (device.face === 'front') ? 'front' : 'rear';
}

/** Whether the air passes the front and the rear, so that cables there are in its way. */
export function airPassesFaces(type: DeviceType): boolean {
  return intakeOf(type) !== null;
}

/** Whether the thickness of a plug's cable is known. */
function isThick(plug: CablePlug): plug is CablePlug & { readonly odMm: number } {
  return plug.odMm !== null;
}

/** What the plugs of a device cover of its opening on one face of the rack. */
export function faceAir(around: FaceSurroundings, face: Face): FaceAir {
  const { inputs, rack, placed } = around;
  const { type } = placed;
  const window = airWindowOf(rack, placed, face);
  const hanging = hangingBefore(type, around.plugs, face);
  if (hanging.isClear) {
    return clearFace(inputs, type, (window.toMm - window.fromMm) * window.heightMm);
  }
  const place: FacePlace = {
    window,
    pitchMm: loadedPitchMm(around.neighbours, placed, face),
    side: intakeFace(placed) === face ? 'intake' : 'exhaust',
  };
  return facesAlike(inputs, type).find(hanging.keyAt(place), () =>
    coveredFace(around, face, place, hanging),
  );
}

/** A face that cables hang before: the same for devices of a type before which the same hangs, as in a hall it does. */
const facesAlike = rememberedWeakly2(
  (_inputs: AnalysisInputs, _type: DeviceType) => new RememberedByNumbers<FaceAir>(),
);

/** Where a face with cables is. */
interface FacePlace {
  readonly window: AirWindow;
  /** To the nearest loaded opening, centre to centre. */
  readonly pitchMm: number;
  readonly side: 'intake' | 'exhaust';
}

/** What hangs before a face, as numbers. */
class Hanging {
  /** Cables of a known thickness, and power cords among them. */
  cables = 0;
  cords = 0;
  bodiesMm2 = 0;
  readonly #key = new NumberKey();

  get isClear(): boolean {
    return this.cables === 0 && this.bodiesMm2 === 0;
  }

  clear(): this {
    this.cables = 0;
    this.cords = 0;
    this.bodiesMm2 = 0;
    this.#key.length = 0;
    return this;
  }

  add(plug: CablePlug, bodyMm2: number): void {
    this.bodiesMm2 += bodyMm2;
    this.#key.add(bodyMm2);
    this.#key.add(plug.odMm ?? -1);
    if (!isThick(plug)) return;
    const isCord = plug.jacket.medium === 'power';
    const isLed = plug.managerId !== null;
    this.cables += 1;
    if (isCord) this.cords += 1;
    this.#key.add((isCord ? 4 : 0) + (isLed ? 2 : 0) + (plug.side === 'left' ? 1 : 0));
    this.#key.add(isLed ? plug.dropMm : plug.xMm);
  }

  /** All numbers that the air of the face depends on, apart from the inputs and the type. */
  keyAt({ window, pitchMm, side }: FacePlace): NumberKey {
    this.#key.add(window.fromMm);
    this.#key.add(window.toMm);
    this.#key.add(window.heightMm);
    this.#key.add(pitchMm);
    this.#key.add(side === 'intake' ? 1 : 0);
    return this.#key;
  }
}

const hangingNow = new Hanging();

/** What hangs before a face: told anew by every call. */
function hangingBefore(type: DeviceType, plugs: readonly CablePlug[], face: Face): Hanging {
  const hanging = hangingNow.clear();
  if (plugs.length === 0) return hanging;
  const bodies = plugBodiesMm2(type);
  for (let at = 0; at < plugs.length; at += 1) {
    const plug = plugs[at] as CablePlug;
    if (plug.face !== face) continue;
    hanging.add(plug, bodies.size === 0 ? 0 : (bodies.get(plug.portId) ?? 0));
  }
  return hanging;
}

function coveredFace(
  { inputs, placed: { type }, plugs }: FaceSurroundings,
  face: Face,
  { window, pitchMm, side }: FacePlace,
  { cords, bodiesMm2 }: Hanging,
): FaceAir {
  const thick = plugs.filter((plug) => plug.face === face).filter(isThick);
  const cables = thick.filter(({ managerId }) => managerId === null);
  const drops = thick.filter(({ managerId }) => managerId !== null);
  const clear = clearFace(inputs, type, (window.toMm - window.fromMm) * window.heightMm);
  const { gap, packing, windowMm2 } = clear;
  const sameAsNeighbours = pitchMm < COMPUTED_PITCH * window.heightMm;
  const heightOf = blockedHeights({
    gapMm: gap.value,
    openingHeightMm: window.heightMm,
    loadedPitchMm: sameAsNeighbours ? window.heightMm : pitchMm,
    side,
    exposure: inputs.exposure,
  });
  const counts = { low: 0, nominal: 0, high: 0 };
  const cover = faceCover(cables, window, packing.value, drops, (widthMm, diameterMm) => {
    const { low, nominal, high } = heightOf(diameterMm);
    counts.low += widthMm * low;
    counts.nominal += widthMm * nominal;
    counts.high += widthMm * high;
  });
  const psi = cover.areaMm2 === 0 ? ONE : each(counts, (area) => area / cover.areaMm2);
  const blocked = each(counts, (area) => Math.min(BLOCKED_MAX, (area + bodiesMm2) / windowMm2));
  const loss = lossOf(blocked, {
    heightMm: window.heightMm,
    speedMs: ratedSpeed(type, windowMm2),
    gapMm: sameAsNeighbours ? gap.value : 0,
  });
  return {
    cover,
    cables: cables.length + drops.length,
    cords,
    bodiesMm2,
    windowMm2,
    gap,
    packing,
    psi,
    blocked,
    loss,
  };
}
/** Closer than so many heights the CFD has no runs: the neighbours then count as loaded the same (cfd.md, 4). */
const COMPUTED_PITCH = 2;
const ONE: Band = { low: 1, nominal: 1, high: 1 };
const ZERO: Band = { low: 0, nominal: 0, high: 0 };

/** A face with nothing before it: the same for all devices of a type with such a window. */
function clearFace(inputs: AnalysisInputs, type: DeviceType, windowMm2: number): FaceAir {
  const known = clearFaces(inputs, type);
  let face = known.get(windowMm2);
  if (!face) {
    face = {
      cover: NO_COVER,
      cables: 0,
      cords: 0,
      bodiesMm2: 0,
      windowMm2,
      gap: standoffOf(inputs, type),
      packing: packingOf(inputs, type),
      psi: ONE,
      blocked: ZERO,
      loss: ZERO,
    };
    known.set(windowMm2, face);
  }
  return face;
}
const clearFaces = rememberedWeakly2(
  (_inputs: AnalysisInputs, _type: DeviceType) => new Map<number, FaceAir>(),
);
const NO_COVER: FaceCover = { areaMm2: 0, leftMm: 0, rightMm: 0, widestMm: 0 };

/** The opening of a device for air on a face of its rack, in rack-face coordinates. */
export function airWindowOf(rack: Rack, { device, type }: Placed, face: Face): AirWindow {
  const box = deviceBox(rack, device, type, face);
  const width = Math.min(OPENING_MM, bodyWidthMm(type));
  const fromMm = box.x + (box.width - width) / 2;
  return { fromMm, toMm: fromMm + width, heightMm: type.heightU * RACK_UNIT_MM };
}

/** Area of a type's opening, mm²: 450 mm, or its own width, by its height (physics.md, section 3.4). */
export function openingMm2(type: Pick<DeviceType, 'width' | 'heightU' | 'faceMm'>): number {
  return Math.min(OPENING_MM, bodyWidthMm(type)) * type.heightU * RACK_UNIT_MM;
}

/** Speed of the rated flow over the opening, m/s; 0 where the flow is unknown. */
function ratedSpeed(type: DeviceType, windowMm2: number): number {
  return ((type.airflowCfm?.value ?? 0) * CFM_M3S * 1e6) / windowMm2;
}

interface CurtainPlace {
  readonly heightMm: number;
  readonly speedMs: number;
  /** Of a bundle whose neighbours are loaded the same; else 0. */
  readonly gapMm: number;
}

/**
 * K = 1.3(1−b) + (1/b−1)² with its bounds (cfd.md, section 8), and the factor of slow air. A bundle that hangs
 * two of its diameters off sheds a free wake where its neighbours do too: its K may be 1.45 times as high. Every
 * bound grows with the blocked share.
 */
function lossOf(blocked: Band, { heightMm, speedMs, gapMm }: CurtainPlace): Band {
  const lossAt = (share: number): number => {
    if (share === 0) return 0;
    const open = 1 - share;
    const reynolds = (speedMs * share * heightMm) / 1000 / (open * AIR_VISCOSITY);
    return screenLossCoefficient(open) * (speedMs > 0 ? slowAirFactor(reynolds) : 1);
  };
  const shedding = Math.min(blocked.high, gapMm / (2 * heightMm));
  return {
    low: lossAt(blocked.low) * screenLossBand(1 - blocked.low).low,
    nominal: lossAt(blocked.nominal),
    high: Math.max(
      lossAt(blocked.high) * screenLossBand(1 - blocked.high).high,
      lossAt(shedding) * SHEDDING,
    ),
  };
}
/** Upper bound on K of a bundle with a free wake (cfd.md, section 8). */
const SHEDDING = 1.45;

/** A band with each of its bounds changed. */
export function each(band: Band, of: (value: number) => number): Band {
  return { low: of(band.low), nominal: of(band.nominal), high: of(band.high) };
}
