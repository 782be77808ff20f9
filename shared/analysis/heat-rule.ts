/** Rules `heat` and `place` for one rack: its limits and its inlets. */
import type { Rack } from '../model/records.ts';
import type { DeviceResult } from './device-result.ts';
import {
  compareIds,
  count,
  type FindingSource,
  makeFinding,
  quantity,
  subjectOf,
  words,
} from './finding.ts';

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
  readonly devices: readonly DeviceResult[];
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
  const inlet = inletFinding(rack, sums.devices);
  if (inlet) findings.push(inlet);
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
      message: isPower ? 'heat.power' : 'place.weight',
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
function inletFinding(rack: Rack, devices: readonly DeviceResult[]): FindingSource | null {
  const hot = devices.filter(
    ({ margins }) => margins !== null && Math.min(margins.allowableK, margins.recommendedK) < 0,
  );
  const [worst] = hot.sort(
    (a, b) =>
      (a.margins?.allowableK ?? 0) - (b.margins?.allowableK ?? 0) || compareIds(a.row.id, b.row.id),
  );
  const inletC = worst?.row.inletC ?? null;
  if (!worst?.margins || inletC === null) return null;
  const beyond = worst.margins.allowableK < 0;
  const margin = beyond ? worst.margins.allowableK : worst.margins.recommendedK;
  return makeFinding(
    { id: `heat:${rack.id}:inlet`, rule: 'heat', severity: beyond ? 'error' : 'warning' },
    () => ({
      subjects: [subjectOf(rack), ...hot.map(({ placed }) => subjectOf(placed.device))],
      message: beyond ? 'heat.inlet.allowable' : 'heat.inlet.recommended',
      values: {
        rack: words(rack.name),
        device: words(worst.row.name),
        devices: count(hot.length),
        inlet: quantity(inletC, '°C', 'derived'),
        limit: quantity(inletC + margin, '°C', 'datasheet'),
        over: quantity(-margin, 'K', 'derived'),
      },
      explanation: [
        {
          formula: 'T_in = T_s + r/(1-r)*dT, r = 0.6*A_gap*sqrt(2*dp/rho)/Q; margin = limit - T_in',
          where: { T_in: 'inlet', limit: 'limit' },
          sources: [
            'physics.md, section 5',
            'ASHRAE class of the design',
            'inlet limit of the device',
          ],
        },
      ],
    }),
  );
}
