/** Rules `heat` and `place` for one rack: its limits and its inlets. */
import type { Rack } from '../model/records.ts';
import {
  compareIds,
  count,
  type FindingSource,
  makeFinding,
  quantity,
  subjectOf,
  words,
} from './finding.ts';
import type { DeviceAir } from './rack-air.ts';
import type { FindingValue } from './types.ts';

/** A sum over the devices of a rack. */
export interface Total {
  /** Null where a part is not known. */
  readonly all: number | null;
  /** Sum of what is known. */
  readonly known: number;
  /** Names of what is not known. */
  readonly missing: readonly string[];
}

interface RackSums {
  readonly airs: readonly DeviceAir[];
  readonly power: Total;
  readonly weight: Total;
}

/** The findings about one rack. */
export function rackFindings(rack: Rack, sums: RackSums): readonly FindingSource[] {
  const findings: FindingSource[] = [];
  const { maxPowerW, maxWeightKg } = rack;
  const { power, weight } = sums;
  if (maxPowerW !== null && power.known > maxPowerW) {
    findings.push(overLimit(rack, 'power', power, maxPowerW));
  }
  if (maxWeightKg !== null && weight.known > maxWeightKg) {
    findings.push(overLimit(rack, 'weight', weight, maxWeightKg));
  }
  const inlet = inletFinding(rack, sums.airs);
  const cold = coldFinding(rack, sums.airs);
  if (inlet) findings.push(inlet);
  if (cold) findings.push(cold);
  return findings;
}

function overLimit(
  rack: Rack,
  what: 'power' | 'weight',
  total: Total,
  limit: number,
): FindingSource {
  const unit = what === 'power' ? 'W' : 'kg';
  const isPower = what === 'power';
  return makeFinding(
    {
      id: `${isPower ? 'heat' : 'place'}:${rack.id}:${what}`,
      rule: isPower ? 'heat' : 'place',
      severity: 'warning',
    },
    () => ({
      subjects: [subjectOf(rack)],
      message: `${isPower ? 'heat.power' : 'place.weight'}${total.missing.length > 0 ? '.atLeast' : ''}`,
      values: {
        rack: words(rack.name),
        sum: quantity(total.known, unit, 'derived'),
        limit: quantity(limit, unit, 'datasheet'),
        over: quantity(total.known - limit, unit, 'derived'),
      },
      explanation: [
        {
          formula: 'over = sum - limit',
          where: { over: 'over', sum: 'sum', limit: 'limit' },
          sources: ['device types', 'rack'],
        },
      ],
      missing: total.missing.map(
        (model) => `device type ${model}: ${isPower ? 'powerMaxW' : 'weightKg'}`,
      ),
    }),
  );
}

/** One finding for the rack's worst inlet: beyond what is allowed an error, beyond what is advised a warning. */
function inletFinding(rack: Rack, airs: readonly DeviceAir[]): FindingSource | null {
  const hot = airs.filter(
    ({ margins }) => margins !== null && Math.min(margins.allowableK, margins.recommendedK) < 0,
  );
  const [worst] = hot.sort(
    (a, b) => (a.margins?.allowableK ?? 0) - (b.margins?.allowableK ?? 0) || byDevice(a, b),
  );
  const { margins, inletC } = worst ?? NO_INLET;
  if (!worst || margins === null || inletC === null) return null;
  const beyond = margins.allowableK < 0;
  const margin = beyond ? margins.allowableK : margins.recommendedK;
  // How much leaks through an open unit is assumed: that alone is never an error.
  const severe = beyond && hot.some((air) => (air.inletClosedC ?? inletC) > limitOf(air));
  return makeFinding(
    { id: `heat:${rack.id}:inlet`, rule: 'heat', severity: severe ? 'error' : 'warning' },
    () => ({
      subjects: [subjectOf(rack), ...hot.map(({ placed }) => subjectOf(placed.device))],
      message: beyond ? 'heat.inlet.allowable' : 'heat.inlet.recommended',
      values: {
        rack: words(rack.name),
        device: words(worst.placed.device.name),
        devices: count(hot.length),
        inlet: quantity(inletC, '°C', 'derived'),
        limit: quantity(inletC + margin, '°C', 'datasheet'),
        over: quantity(-margin, 'K', 'derived'),
        ...inletValues(worst),
      },
      explanation: [
        {
          formula: 'T_in = T_s + r/(1-r)*dT; over = T_in - limit',
          where: {
            T_in: 'inlet',
            T_s: 'supply',
            r: 'recirculation',
            dT: 'warming',
            over: 'over',
            limit: 'limit',
          },
          sources: INLET_SOURCES,
        },
      ],
    }),
  );
}
const NO_INLET = { margins: null, inletC: null };

function limitOf({ margins }: DeviceAir): number {
  return margins?.limitC ?? Number.POSITIVE_INFINITY;
}

const INLET_SOURCES = [
  'physics.md, section 5',
  'ASHRAE class of the design',
  'inlet limits of the device',
];

/** Where an inlet temperature comes from. */
function inletValues({ inletC, recirculation, riseK }: DeviceAir): Record<string, FindingValue> {
  const warming = riseK?.nominal ?? 0;
  const share = recirculation ?? 0;
  const supply = (inletC ?? 0) - (share / (1 - share)) * warming;
  return {
    ...(recirculation === null ? {} : { supply: quantity(supply, '°C', 'measured') }),
    ...(recirculation === null ? {} : { recirculation: quantity(share, 'share', 'assumed') }),
    warming: quantity(warming, 'K', 'derived'),
  };
}

/** One finding for the rack's coldest inlet, where that is below what is allowed. */
function coldFinding(rack: Rack, airs: readonly DeviceAir[]): FindingSource | null {
  const cold = airs.filter(({ margins }) => margins !== null && margins.coldK < 0);
  const [worst] = cold.sort(
    (a, b) => (a.margins?.coldK ?? 0) - (b.margins?.coldK ?? 0) || byDevice(a, b),
  );
  const { margins, inletC } = worst ?? NO_INLET;
  if (!worst || margins === null || inletC === null) return null;
  return makeFinding({ id: `heat:${rack.id}:cold`, rule: 'heat', severity: 'warning' }, () => ({
    subjects: [subjectOf(rack), ...cold.map(({ placed }) => subjectOf(placed.device))],
    message: 'heat.inlet.cold',
    values: {
      rack: words(rack.name),
      device: words(worst.placed.device.name),
      devices: count(cold.length),
      inlet: quantity(inletC, '°C', 'derived'),
      limit: quantity(margins.coldLimitC, '°C', 'datasheet'),
      over: quantity(-margins.coldK, 'K', 'derived'),
    },
    explanation: [
      {
        formula: 'over = limit - T_in',
        where: { over: 'over', limit: 'limit', T_in: 'inlet' },
        sources: INLET_SOURCES,
      },
    ],
  }));
}

function byDevice(a: DeviceAir, b: DeviceAir): number {
  return compareIds(a.placed.device.id, b.placed.device.id);
}
