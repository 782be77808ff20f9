/**
 * The air of a rack: what each device still moves through its own cables and the doors, how warm it takes its
 * air in and gives it back (physics.md, sections 4.3, 4.4 and 5). A rack is one plenum, so every device counts
 * for all.
 */
import type { DeviceId } from '../model/ids.ts';
import type { DesignSettings, Rack } from '../model/records.ts';
import { inletTemperatureC, recirculatedShare, temperatureRiseK } from './air.ts';
import { railGapOf, type UsedInput } from './assumed-inputs.ts';
import type { DeviceResult } from './device-result.ts';
import { each } from './face-air.ts';
import { type FanEffort, fanEffort } from './fan-effort.ts';
import { type InletMargins, inletMargins } from './inlet-margins.ts';
import type { RackGaps } from './open-units.ts';
import { opticsAirC } from './optics-air.ts';
import { flowsOf, type Mover, moverOf, type RackFlow } from './rack-flow.ts';
import { layoutOf, type RackLayout } from './rack-layout.ts';
import { PartKey, RememberedByParts } from './remembered-lists.ts';
import type { Band } from './types.ts';

/** The air of one device. */
export interface DeviceAir extends Mover {
  readonly ratio: Band;
  /** What the doors of the rack hold against it, Pa, nominal; 0 where they help it. */
  readonly againstPa: number;
  readonly fan: FanEffort;
  /** Null where its power is unknown. */
  readonly riseK: Band | null;
  /** Share of its inlet air that has been through before; null where it takes in what others gave back. */
  readonly recirculation: number | null;
  /** The part of it that comes through open units. */
  readonly throughOpenUnits: number;
  /** The part of it that leaks past the rails beside the device itself; null where the share is. */
  readonly beside: LeakBeside | null;
  /** Null where it is unknown, or where half of the air or more comes round. */
  readonly inletC: number | null;
  /** What the inlet would be with the open units closed, whose area is assumed; null likewise. */
  readonly inletClosedC: number | null;
  readonly outletC: Band | null;
  readonly margins: InletMargins | null;
  /** Air at its optics, where it blows out by its ports; else null. */
  readonly opticsC: Band | null;
}

/** What leaks back beside one device: r = 0.6·A·√(2Δp/ρ)/Q. */
export interface LeakBeside {
  readonly gapM2: number;
  /** Across the device with its own curtain, Pa. */
  readonly pressurePa: number;
  readonly share: number;
}

export interface RackAir {
  readonly devices: ReadonlyMap<DeviceId, DeviceAir>;
  /** Pressure behind the devices less that before them, Pa; null where nothing is known to move air. */
  readonly acrossPa: Band | null;
  /** Flow of all devices together against their rated flows. */
  readonly ratio: Band | null;
  /** What leaks back from the rear to the front, m³/s. */
  readonly leakM3s: number;
  readonly gaps: RackGaps;
  readonly railGap: UsedInput;
  /** Models of devices that move air of which nobody knows how much: they are left out of the plenum. */
  readonly unknown: readonly string[];
}

/** The air of a rack as others that are laid out and cabled the same have it too. */
export interface SolvedAir extends Omit<RackAir, 'devices'> {
  /** Of the devices that move air, with their places among the devices of the rack. */
  readonly airs: readonly DeviceAir[];
  readonly places: readonly number[];
}

const solvedAirs = new WeakMap<RackLayout, RememberedByParts<SolvedAir>>();
const key = new PartKey();

/** Computes the air of a rack from what hangs before its devices. */
export function rackAir(
  settings: DesignSettings,
  rack: Rack,
  devices: readonly DeviceResult[],
): RackAir {
  const layout = layoutOf(settings, rack, devices);
  key.length = 0;
  key.add(rack.frontDoorOpen);
  key.add(rack.rearDoorOpen);
  for (let at = 0; at < devices.length; at += 1) {
    const { faces, heatW } = devices[at] as DeviceResult;
    key.add(heatW);
    key.add(faces?.front);
    key.add(faces?.rear);
  }
  let known = solvedAirs.get(layout);
  if (!known) solvedAirs.set(layout, (known = new RememberedByParts()));
  const solved = known.find(key, () => solveAir(settings, rack, devices, layout));
  const { airs, places, acrossPa, ratio, leakM3s, gaps, railGap, unknown } = solved;
  const own = new Map<DeviceId, DeviceAir>();
  for (let at = 0; at < airs.length; at += 1) {
    const { placed } = devices[places[at] ?? 0] as DeviceResult;
    own.set(placed.device.id, { ...(airs[at] as DeviceAir), placed });
  }
  return { devices: own, acrossPa, ratio, leakM3s, gaps, railGap, unknown };
}

function solveAir(
  settings: DesignSettings,
  rack: Rack,
  devices: readonly DeviceResult[],
  { gaps, unknown }: RackLayout,
): SolvedAir {
  const places: number[] = [];
  const moving: Mover[] = [];
  for (const [place, device] of devices.entries()) {
    const mover = moverOf(settings, device);
    if (!mover) continue;
    moving.push(mover);
    places.push(place);
  }
  const railGap = railGapOf(settings.inputs);
  const nothing = { gaps, railGap, unknown };
  if (moving.length === 0) {
    return { ...nothing, airs: [], places, acrossPa: null, ratio: null, leakM3s: 0 };
  }
  const railGapM2 = railGap.value / 1e6;
  const flow = flowsOf(rack, moving, gaps.openM2 + railGapM2 * rack.heightU);
  const back = leaksBack(rack, moving, flow, { openM2: gaps.openM2, railGapM2 });
  const aired = moving.map((mover, index) => withFlow(settings, mover, flow, index, back));
  const behindC = mixedOutletC(aired);
  return {
    ...nothing,
    airs: aired.map((air) => withInlet(settings, behindRack(air, behindC))),
    places,
    acrossPa: flow.acrossPa,
    ratio: flow.ratio,
    leakM3s: flow.leakM3s,
  };
}

/**
 * What comes back from the rear to the front of a rack. Beside a device its own curtain draws too; all else mixes
 * before the devices and comes to each with its flow.
 */
interface LeaksBack {
  readonly railGapM2: number;
  /** Pressure that drives it, Pa. */
  readonly behindPa: number;
  /** Share of the air of every device that came through open units, and through gaps beside what stands still. */
  readonly openUnits: number;
  readonly around: number;
}

function leaksBack(
  rack: Rack,
  movers: readonly Mover[],
  flow: RackFlow,
  { openM2, railGapM2 }: { readonly openM2: number; readonly railGapM2: number },
): LeaksBack {
  let airflowM3s = 0;
  let besideU = 0;
  for (const [index, { intake, ratedM3s, placed }] of movers.entries()) {
    if (intake !== 'front') continue;
    airflowM3s += ratedM3s * (flow.ratios[index]?.nominal ?? 0);
    besideU += placed.type.heightU;
  }
  const behindPa = Math.max(0, flow.acrossPa.nominal);
  const share = (gapM2: number): number =>
    airflowM3s > 0 ? recirculatedShare({ gapM2, pressurePa: behindPa, airflowM3s }) : 0;
  const restU = Math.max(0, rack.heightU - besideU);
  return { railGapM2, behindPa, openUnits: share(openM2), around: share(restU * railGapM2) };
}

type Flowing = Omit<DeviceAir, 'outletC' | 'margins' | 'opticsC'>;

function withFlow(
  settings: DesignSettings,
  mover: Mover,
  flow: RackFlow,
  index: number,
  back: LeaksBack,
): Flowing {
  const { altitudeM, supplyTempC } = settings;
  const { ratedM3s, critical, powerW, loss, velocityPa, intake } = mover;
  const ratio = flow.ratios[index] ?? ZERO;
  const acrossPa = intake === 'front' ? flow.acrossPa.nominal : -flow.acrossPa.nominal;
  const againstPa = Math.max(0, acrossPa);
  const doors = againstPa / (critical.value * Math.max(ratio.nominal, STANDING) ** 2);
  const fan = fanEffort(
    each(mover.loading, (loading) => loading + doors),
    { criticalPa: critical.value, ratedM3s },
  );
  const common = { ...mover, ratio, againstPa, fan };
  if (powerW === null || ratio.low <= 0) {
    return { ...common, riseK: null, ...NO_INLET };
  }
  const rated = temperatureRiseK({ powerW, airflowM3s: ratedM3s, altitudeM });
  const riseK = {
    low: rated / ratio.high,
    nominal: rated / ratio.nominal,
    high: rated / ratio.low,
  };
  if (intake === 'rear') {
    return { ...common, riseK, ...NO_INLET };
  }
  const drawnPa = loss.nominal * velocityPa * ratio.nominal ** 2;
  const gapM2 = back.railGapM2 * mover.placed.type.heightU;
  const pressurePa = back.behindPa + drawnPa;
  const airflowM3s = ratedM3s * ratio.nominal;
  const share = recirculatedShare({ gapM2, pressurePa, airflowM3s });
  const recirculation = share + back.around + back.openUnits;
  const inletAt = (part: number): number | null =>
    part < RUNAWAY
      ? inletTemperatureC({ supplyC: supplyTempC, riseK: riseK.nominal, recirculation: part })
      : null;
  return {
    ...common,
    riseK,
    recirculation,
    throughOpenUnits: back.openUnits,
    beside: { gapM2, pressurePa, share },
    inletC: inletAt(recirculation),
    inletClosedC: inletAt(recirculation - back.openUnits),
  };
}
const NO_INLET = {
  recirculation: null,
  throughOpenUnits: 0,
  beside: null,
  inletC: null,
  inletClosedC: null,
};
const ZERO: Band = { low: 0, nominal: 0, high: 0 };
/** A flow that has come to a stand would make every door infinite. */
const STANDING = 0.05;
/** Share of the inlet air from which it goes round (physics.md, section 5). */
const RUNAWAY = 0.5;

/** What the devices that blow to the rear give back there, mixed by their flows, °C; null where one is unknown. */
function mixedOutletC(aired: readonly Flowing[]): number | null {
  let heat = 0;
  let flow = 0;
  for (const { intake, inletC, riseK, ratedM3s, ratio } of aired) {
    if (intake === 'rear') continue;
    if (inletC === null || riseK === null) return null;
    const moved = ratedM3s * ratio.nominal;
    heat += moved * (inletC + riseK.nominal);
    flow += moved;
  }
  return flow > 0 ? heat / flow : null;
}

/** A device that breathes at the rear of its rack takes in what the others blow there. */
function behindRack(air: Flowing, behindC: number | null): Flowing {
  if (air.intake === 'front' || air.riseK === null) return air;
  return { ...air, inletC: behindC, inletClosedC: behindC };
}

function withInlet(settings: DesignSettings, air: Flowing): DeviceAir {
  const { placed, riseK, inletC } = air;
  const outletC = inletC === null || riseK === null ? null : each(riseK, (rise) => inletC + rise);
  return {
    ...air,
    outletC,
    margins: inletC === null ? null : inletMargins(settings, placed.type, inletC),
    opticsC:
      inletC === null || riseK === null ? null : opticsAirC(placed, air.intake, inletC, riseK),
  };
}
