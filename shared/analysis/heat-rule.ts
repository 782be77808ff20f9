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
import type { InletMargins } from './inlet-margins.ts';
import type { DeviceAir } from './rack-air.ts';
import type { Total } from './total.ts';
import type { FindingValue } from './types.ts';

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
  const inlets = knownInlets(sums.airs);
  const inlet = inletFinding(rack, inlets);
  const cold = coldFinding(rack, inlets);
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

/** A device whose inlet is known, and so how far that is from its limits. */
interface Inlet {
  readonly air: DeviceAir;
  readonly inletC: number;
  readonly margins: InletMargins;
}

function knownInlets(airs: readonly DeviceAir[]): readonly Inlet[] {
  return airs.flatMap((air) => {
    const { inletC, margins } = air;
    return inletC === null || margins === null ? [] : [{ air, inletC, margins }];
  });
}

/** One finding for the rack's worst inlet: beyond what is allowed an error, beyond what is advised a warning. */
function inletFinding(rack: Rack, inlets: readonly Inlet[]): FindingSource | null {
  const hot = inlets.filter(
    ({ margins }) => Math.min(margins.allowableK, margins.recommendedK) < 0,
  );
  const [worst] = hot.sort((a, b) => a.margins.allowableK - b.margins.allowableK || byDevice(a, b));
  if (!worst) return null;
  const { margins, inletC } = worst;
  const beyond = margins.allowableK < 0;
  const margin = beyond ? margins.allowableK : margins.recommendedK;
  // How much leaks through an open unit is assumed: that alone is never an error.
  const severe = beyond && hot.some(isHotWithoutOpenUnits);
  return makeFinding(
    { id: `heat:${rack.id}:inlet`, rule: 'heat', severity: severe ? 'error' : 'warning' },
    () => ({
      subjects: [subjectOf(rack), ...hot.map(({ air }) => subjectOf(air.placed.device))],
      message: beyond ? 'heat.inlet.allowable' : 'heat.inlet.recommended',
      values: {
        rack: words(rack.name),
        device: words(worst.air.placed.device.name),
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

function isHotWithoutOpenUnits({ air, inletC, margins }: Inlet): boolean {
  return (air.inletClosedC ?? inletC) > margins.limitC;
}

const INLET_SOURCES = [
  'physics.md, section 5',
  'ASHRAE class of the design',
  'inlet limits of the device',
];

/** Where an inlet temperature comes from. */
function inletValues({ air, inletC }: Inlet): Record<string, FindingValue> {
  const { recirculation, riseK } = air;
  const warming = riseK?.nominal ?? 0;
  const values = { warming: quantity(warming, 'K', 'derived') };
  if (recirculation === null) return values;
  const supply = inletC - (recirculation / (1 - recirculation)) * warming;
  return {
    supply: quantity(supply, '°C', 'measured'),
    recirculation: quantity(recirculation, 'share', 'assumed'),
    ...values,
  };
}

/** One finding for the rack's coldest inlet, where that is below what is allowed. */
function coldFinding(rack: Rack, inlets: readonly Inlet[]): FindingSource | null {
  const cold = inlets.filter(({ margins }) => margins.coldK < 0);
  const [worst] = cold.sort((a, b) => a.margins.coldK - b.margins.coldK || byDevice(a, b));
  if (!worst) return null;
  const { margins, inletC } = worst;
  return makeFinding({ id: `heat:${rack.id}:cold`, rule: 'heat', severity: 'warning' }, () => ({
    subjects: [subjectOf(rack), ...cold.map(({ air }) => subjectOf(air.placed.device))],
    message: 'heat.inlet.cold',
    values: {
      rack: words(rack.name),
      device: words(worst.air.placed.device.name),
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

function byDevice(a: Inlet, b: Inlet): number {
  return compareIds(a.air.placed.device.id, b.air.placed.device.id);
}
