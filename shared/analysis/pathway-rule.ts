/** Rule `bundle`, one rack: strips and managers that hold more cables than they should. */
import type { CableId } from '../model/ids.ts';
import { say } from '../text/index.ts';
import { compareNatural } from '../text/order.ts';
import type { UsedInput } from './assumed-inputs.ts';
import { DIAMETERS_SQUARED } from './cable-facts.ts';
import { FILL_FIRST_DAY, FILL_MAX } from './fill-limits.ts';
import { count, type FindingSource, makeFinding, quantity, subjectOf, words } from './finding.ts';
import { type ManagerLoad, managerCopperKg, passingManager } from './manager-fill.ts';
import {
  bundlePassingMm,
  cablesPassing,
  type Passing,
  passingInWords,
  squaresPassing,
} from './passing.ts';
import { fullestStrip, managerPlace, type RackPathways, stripPlace } from './pathways.ts';
import { type StripLoad, stripHolding } from './strip-fill.ts';
import type { Explanation, FindingValue, Severity, Subject } from './types.ts';

/** The findings about the pathways of a rack. */
export function pathwayFindings(pathways: RackPathways): readonly FindingSource[] {
  const findings: FindingSource[] = [];
  const strip = fullestStrip(pathways);
  if (strip && strip.fill > FILL_MAX) findings.push(stripFinding(pathways, strip));
  for (const load of pathways.managers) {
    if (load.fill > FILL_MAX) findings.push(managerFinding(pathways, load));
  }
  return findings;
}

/** More than the limit is a warning; more than fits at all is an error. */
export function fillSeverity(fill: number): Severity {
  return fill > 1 ? 'error' : 'warning';
}

/** What any pathway that is too full says about what passes it. */
export function fillValues(
  passing: Passing,
  {
    fill,
    area,
    packing,
    copperKg,
    place,
  }: {
    readonly fill: number;
    readonly area: UsedInput;
    readonly packing: UsedInput;
    readonly copperKg: number;
    readonly place: string;
  },
): Record<string, FindingValue> {
  return {
    place: words(place),
    what: words(passingInWords(passing)),
    cables: count(cablesPassing(passing)),
    fill: quantity(100 * fill, '%', area.provenance === 'assumed' ? 'assumed' : 'derived'),
    limit: quantity(100 * FILL_MAX, '%', 'datasheet'),
    firstDay: quantity(100 * FILL_FIRST_DAY, '%', 'datasheet'),
    squares: quantity(squaresPassing(passing) / DIAMETERS_SQUARED, 'mm²', 'derived'),
    area: quantity(area.value, 'mm²', area.provenance),
    diameter: quantity(bundlePassingMm(passing, packing.value), 'mm', 'derived'),
    packing: quantity(packing.value, '', packing.provenance),
    copper: quantity(copperKg, 'kg', 'derived'),
  };
}

/** How fill and diameter of what passes are found. */
export const FILL_RULE: Explanation = {
  formula: 'fill = pi*S/(4*A), S = sum of d^2',
  where: { fill: 'fill', S: 'squares', A: 'area' },
  sources: ['physics.md, section 3.3', 'S46', 'S47'],
};
export const DIAMETER_RULE: Explanation = {
  formula: 'D = max(exact packing for n <= 19, sqrt(S/phi))',
  where: { D: 'diameter', n: 'cables', S: 'squares', phi: 'packing' },
  sources: ['physics.md, section 3.2', 'S49', 'S50'],
};

function stripFinding(pathways: RackPathways, strip: StripLoad): FindingSource {
  const { rack, stripWidthMm, stripDepth, packing } = pathways;
  const { fill } = strip;
  return makeFinding(
    { id: `bundle:${rack.id}:strip`, rule: 'bundle', severity: fillSeverity(fill) },
    () => {
      const { passing, copperKg } = stripHolding(pathways, strip);
      return {
        subjects: [subjectOf(rack)],
        message: 'bundle.strip',
        values: {
          rack: words(rack.name),
          turned: turnedInWords(pathways),
          ...fillValues(passing, {
            fill,
            area: { value: stripWidthMm * stripDepth.value, provenance: stripDepth.provenance },
            packing,
            copperKg,
            place: stripPlace(rack, strip),
          }),
          width: quantity(stripWidthMm, 'mm', 'derived'),
          depth: quantity(stripDepth.value, 'mm', stripDepth.provenance),
        },
        explanation: [
          FILL_RULE,
          { formula: 'A = w*t', where: { A: 'area', w: 'width', t: 'depth' }, sources: [GEOMETRY] },
          DIAMETER_RULE,
        ],
      };
    },
  );
}
const GEOMETRY = 'geometry of the rack';

function managerFinding(pathways: RackPathways, load: ManagerLoad): FindingSource {
  const { rack, packing } = pathways;
  const { placed, fill, areaMm2 } = load;
  const { device } = placed;
  return makeFinding(
    { id: `bundle:${device.id}:manager`, rule: 'bundle', severity: fillSeverity(fill) },
    () => ({
      subjects: [subjectOf(device), subjectOf(rack), ...ledDevices(pathways, load)],
      message: 'bundle.manager',
      values: {
        manager: words(device.name),
        turned: turnedInWords(pathways),
        ...fillValues(passingManager(load), {
          fill,
          area: areaMm2,
          packing,
          copperKg: managerCopperKg(load),
          place: managerPlace(rack, load),
        }),
      },
      explanation: [FILL_RULE, DIAMETER_RULE],
      missing: placed.type.pathwayMm2 ? [] : [`device type ${placed.type.model}: pathwayMm2`],
    }),
  );
}

/** So many cables are named; the rest is counted. */
const NAMED = 6;

/** Which cables of the rack went to its other side because the nearer one is full; empty where none did. */
function turnedInWords({ devices }: RackPathways): FindingValue {
  const turned = new Map<CableId, string>();
  for (const { plugs } of devices) {
    for (const { end, of } of plugs) {
      const { id, label } = of.cable;
      if (end.turned) turned.set(id, label === '' ? id : label);
    }
  }
  if (turned.size === 0) return words('');
  const names = [...turned.values()].sort(compareNatural);
  const named = names.slice(0, NAMED).join(', ');
  return words(
    say('analysis.turned', {
      count: names.length,
      names: named,
      more: names.length - Math.min(NAMED, names.length),
    }),
  );
}

/** The devices whose cables a manager leads. */
function ledDevices({ devices }: RackPathways, { spans }: ManagerLoad): readonly Subject[] {
  const ids = new Set(spans.map(({ deviceId }) => deviceId));
  return devices.flatMap(({ placed: { device } }) =>
    ids.has(device.id) ? [subjectOf(device)] : [],
  );
}
