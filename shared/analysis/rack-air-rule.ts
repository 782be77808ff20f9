/** Rule `air`, one rack: open units, devices that breathe the wrong way, optics in air that is warm already. */
import type { DesignSettings, Rack } from '../model/records.ts';
import { CFM_M3S, inletTemperatureC } from './air.ts';
import type { DeviceResult } from './device-result.ts';
import { intakeFace } from './face-air.ts';
import {
  compareIds,
  count,
  type FindingSource,
  makeFinding,
  quantity,
  spread,
  subjectOf,
  words,
} from './finding.ts';
import { HEATED_BEFORE } from './optics-air.ts';
import type { DeviceAir, RackAir } from './rack-air.ts';
import { breathes } from './rack-neighbours.ts';
import type { Explanation } from './types.ts';

/** The findings about the air of a rack as a whole. */
export function rackAirFindings(
  settings: DesignSettings,
  rack: Rack,
  devices: readonly DeviceResult[],
  air: RackAir,
): readonly FindingSource[] {
  const findings = [
    openFinding(settings, rack, air),
    directionFinding(rack, devices, air),
    sidewaysFinding(rack, devices),
    opticsFinding(rack, air),
  ];
  return findings.filter((finding) => finding !== null);
}

/** Warmer air at an inlet from which open units are warned about, K. */
const OPEN_WARNING_K = 1;

/** The finding of units without blanking panels beside devices that breathe, or null. */
function openFinding(
  { supplyTempC }: DesignSettings,
  rack: Rack,
  { gaps, devices, acrossPa }: RackAir,
): FindingSource | null {
  if (gaps.openUnits.length === 0 || devices.size === 0 || acrossPa === null) return null;
  const worst = [...devices.values()].reduce<Warmed | null>((hottest, air) => {
    const warmed = warmedBy(air, supplyTempC);
    return warmed && warmed.byK > (hottest?.byK ?? 0) ? warmed : hottest;
  }, null);
  // Where half of the air comes round, no formula says how warm it gets.
  const isRunaway = worst !== null && worst.air.inletC === null;
  const severity = worst && worst.byK >= OPEN_WARNING_K ? 'warning' : 'note';
  return makeFinding({ id: `air:${rack.id}:open`, rule: 'air', severity }, () => ({
    subjects: worst ? [subjectOf(rack), subjectOf(worst.air.placed.device)] : [subjectOf(rack)],
    message: worst ? (isRunaway ? 'air.open.runaway' : 'air.open') : 'air.open.still',
    values: {
      rack: words(rack.name),
      units: words(unitRanges(gaps.openUnits)),
      openUnits: count(gaps.openUnits.length),
      openArea: quantity(gaps.openM2 * 1e6, 'mm²', 'assumed'),
      across: spread(acrossPa, 'Pa', 'derived'),
      ...(worst
        ? {
            device: words(worst.air.placed.device.name),
            recirculation: quantity(worst.air.throughOpenUnits, 'share', 'assumed'),
            rise: quantity(worst.air.riseK?.nominal ?? 0, 'K', 'derived'),
            ...(isRunaway ? {} : { warmer: quantity(worst.byK, 'K', 'assumed') }),
            rackMoved: quantity(movedByAll([...devices.values()]) / CFM_M3S, 'CFM', 'derived'),
          }
        : {}),
    },
    explanation: [
      {
        formula: 'r = 0.6*A_gap*sqrt(2*p/rho)/Q',
        where: { r: 'recirculation', A_gap: 'openArea', p: 'across', Q: 'rackMoved' },
        sources: ['physics.md, section 4.4', 'an open unit is 0.020 m² [assumed]'],
      },
      ...(isRunaway ? [] : [WARMER_RULE]),
    ],
    missing: worst ? [] : [`rack ${rack.name}: doorOpenRatio`],
  }));
}

/** What all devices take in before the rack, m³/s: what comes back through open units mixes with all of it. */
function movedByAll(devices: readonly DeviceAir[]): number {
  return devices
    .filter(({ intake }) => intake === 'front')
    .reduce((sum, { ratedM3s, ratio }) => sum + ratedM3s * ratio.nominal, 0);
}

const WARMER_RULE: Explanation = {
  formula: 'warmer = r/(1-r)*dT',
  where: { warmer: 'warmer', r: 'recirculation', dT: 'rise' },
  sources: ['physics.md, section 5'],
};

interface Warmed {
  readonly air: DeviceAir;
  readonly byK: number;
}

/** How much warmer a device takes its air in because of open units, K; null where that is not known. */
function warmedBy(air: DeviceAir, supplyC: number): Warmed | null {
  const { throughOpenUnits, riseK } = air;
  if (throughOpenUnits <= 0 || riseK === null) return null;
  const recirculation = Math.min(throughOpenUnits, WORST_SHARE);
  const inletC = inletTemperatureC({ supplyC, riseK: riseK.nominal, recirculation });
  return { air, byK: inletC - supplyC };
}
/** From a half on no formula holds; the device's own finding says so. */
const WORST_SHARE = 0.499;

/** Units in words, runs together: `U3–U5, U9`. */
function unitRanges(units: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const unit of units) {
    const last = runs.at(-1);
    if (last && last[1] === unit - 1) last[1] = unit;
    else runs.push([unit, unit]);
  }
  return runs.map(([from, to]) => (from === to ? `U${from}` : `U${from}–U${to}`)).join(', ');
}

/** The finding of devices that take their air in behind, where the others blow theirs out, or null. */
function directionFinding(
  rack: Rack,
  devices: readonly DeviceResult[],
  { devices: airs }: RackAir,
): FindingSource | null {
  const breathing = devices.filter(({ placed }) => isBreathing(placed));
  const against = breathing.filter(({ placed }) => intakeFace(placed) === 'rear');
  if (against.length === 0) return null;
  const among = breathing.filter(({ placed }) => intakeFace(placed) === 'front').length;
  const inlets = against.flatMap(({ placed }) => airs.get(placed.device.id)?.inletC ?? []);
  const hottest = inlets.length === 0 ? null : Math.max(...inlets);
  return makeFinding(
    { id: `air:${rack.id}:direction`, rule: 'air', severity: among > 0 ? 'error' : 'warning' },
    () => ({
      subjects: [subjectOf(rack), ...against.map(({ placed }) => subjectOf(placed.device))],
      message: among > 0 ? 'air.direction' : 'air.direction.all',
      values: {
        rack: words(rack.name),
        first: words(against[0]?.placed.device.name ?? ''),
        devices: count(against.length),
        among: count(among),
        known: words(hottest === null ? 'no' : 'yes'),
        inlet: hottest === null ? words('') : quantity(hottest, '°C', 'derived'),
      },
      explanation: [
        {
          formula: 'T_in = sum(Q*T_out)/sum(Q) of the devices that blow to the rear',
          where: { T_in: 'inlet' },
          sources: ['physics.md, section 5', 'what it blows to the front is not counted there'],
        },
      ],
      missing: hottest === null ? [`rack ${rack.name}: rearAirC`] : [],
    }),
  );
}

/** The finding of devices that take their air in at their sides, or null. */
function sidewaysFinding(rack: Rack, devices: readonly DeviceResult[]): FindingSource | null {
  const sideways = devices.filter(
    ({ placed }) => isBreathing(placed) && intakeFace(placed) === null,
  );
  if (sideways.length === 0) return null;
  return makeFinding({ id: `air:${rack.id}:sideways`, rule: 'air', severity: 'warning' }, () => ({
    subjects: [subjectOf(rack), ...sideways.map(({ placed }) => subjectOf(placed.device))],
    message: 'air.sideways',
    values: {
      rack: words(rack.name),
      first: words(sideways[0]?.placed.device.name ?? ''),
      devices: count(sideways.length),
    },
    missing: [`rack ${rack.name}: sideAirC`],
  }));
}

function isBreathing({ device, type }: DeviceResult['placed']): boolean {
  return device.mount === 'rails' && type.heightU > 0 && breathes(type);
}

/** One note for the optics of a rack that sit in air which has taken up most of its heat, or null. */
function opticsFinding(rack: Rack, { devices }: RackAir): FindingSource | null {
  const behind = [...devices.values()].filter(({ opticsC }) => opticsC !== null);
  const [worst] = behind.sort(
    (a, b) =>
      (b.opticsC?.nominal ?? 0) - (a.opticsC?.nominal ?? 0) ||
      compareIds(a.placed.device.id, b.placed.device.id),
  );
  const { opticsC, inletC, riseK } = worst ?? NO_OPTICS;
  if (!worst || opticsC === null || inletC === null || riseK === null) return null;
  return makeFinding({ id: `air:${rack.id}:optics`, rule: 'air', severity: 'note' }, () => ({
    subjects: [subjectOf(rack), ...behind.map(({ placed }) => subjectOf(placed.device))],
    message: 'air.optics',
    values: {
      rack: words(rack.name),
      device: words(worst.placed.device.name),
      devices: count(behind.length),
      optics: spread(opticsC, '°C', 'assumed'),
      heated: spread(HEATED_BEFORE, 'share', 'assumed'),
      inlet: quantity(inletC, '°C', 'derived'),
      rise: spread(riseK, 'K', 'derived'),
    },
    explanation: [
      {
        formula: 'T_opt = T_in + f*dT',
        where: { T_opt: 'optics', T_in: 'inlet', f: 'heated', dT: 'rise' },
        sources: ['physics.md, section 5'],
      },
    ],
  }));
}
const NO_OPTICS = { opticsC: null, inletC: null, riseK: null };
