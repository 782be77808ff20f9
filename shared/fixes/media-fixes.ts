/** Another medium, wire or length for cables. */
import { analyseCable } from '../analysis/cable-result.ts';
import { mediumName } from '../analysis/gap-findings.ts';
import { conversionDiff } from '../compare/adopt.ts';
import { type Alternatives, alternativesOf } from '../compare/alternatives.ts';
import { COST_ORDER, isDataMedium } from '../compare/columns.ts';
import { convertGroup } from '../compare/convert-group.ts';
import type { Design } from '../model/design.ts';
import { isEmptyDiff } from '../model/diff.ts';
import type { CableId } from '../model/ids.ts';
import type { MediumId } from '../model/medium.ts';
import type { Cable } from '../model/records.ts';
import { say } from '../text/index.ts';
import { type Candidate, changing } from './fix.ts';

/** Wires that copper is sold with, thick ones last. */
const GAUGES = [32, 30, 28, 26] as const;

/**
 * These cables, and those that share their cages, in each other medium that their ports take; the cheapest first.
 */
export function mediumCandidates(
  design: Design,
  cables: readonly Cable[],
  media: readonly MediumId[] = COST_ORDER,
): readonly Candidate[] {
  const data = cables.filter(({ medium }) => isDataMedium(medium));
  if (data.length === 0) return [];
  const ids = new Set<CableId>(data.map(({ id }) => id));
  const ground = groundOf(design);
  const groups = ground.groups.filter((group) => group.cables.some(({ id }) => ids.has(id)));
  // What the fix leaves alone stays plugged in, and in the way.
  const own = new Set(groups.flatMap((group) => group.cables.map(({ id }) => id)));
  const others = new Map([...design.cables].filter(([id]) => !own.has(id)));
  const bare = { ...design, cables: others };
  return COST_ORDER.filter((medium) => media.includes(medium)).flatMap((medium) => {
    const conversions = groups.map((group) => convertGroup({ design, bare }, group, medium));
    if (conversions.some(({ refusal }) => refusal !== null)) return [];
    const diff = conversionDiff(conversions);
    if (isEmptyDiff(diff)) return [];
    const args = { ...namesOf(data), medium: mediumName(medium) };
    return [{ id: `medium:${medium}:${keyOf(data)}`, label: say('fixes.medium', args), diff }];
  });
}

const grounds = new WeakMap<Design, Alternatives>();

/** The cables of a design in groups, made once for all of its findings. */
function groundOf(design: Design): Alternatives {
  let ground = grounds.get(design);
  if (!ground) {
    ground = alternativesOf(design);
    grounds.set(design, ground);
  }
  return ground;
}

/** A thicker wire, or the wire that nobody has named yet. */
export function gaugeCandidates(cable: Cable): readonly Candidate[] {
  return GAUGES.filter((awg) => cable.awg === null || awg < cable.awg).map((awg) => ({
    id: `gauge:${awg}:${cable.id}`,
    label: say('fixes.gauge', { ...namesOf([cable]), awg }),
    diff: changing([cable], (each) => ({ ...each, awg })),
  }));
}

/** The next length that is sold and long enough, or the estimate. */
export function lengthCandidates(design: Design, cable: Cable): readonly Candidate[] {
  if (cable.lengthM === null) return [];
  const { stockM } = analyseCable(design, { ...cable, lengthM: null }).row;
  const estimate: Candidate = {
    id: `length:estimate:${cable.id}`,
    label: say('fixes.estimate', namesOf([cable])),
    diff: changing([cable], (each) => ({ ...each, lengthM: null })),
  };
  if (stockM === null) return [estimate];
  const stock: Candidate = {
    id: `length:stock:${cable.id}`,
    label: say('fixes.stock', { ...namesOf([cable]), length: stockM }),
    diff: changing([cable], (each) => ({ ...each, lengthM: stockM })),
  };
  return [stock, estimate];
}

function namesOf(cables: readonly Cable[]): { name: string; count: number } {
  const [first] = cables;
  return { name: first ? first.label || first.id : '', count: cables.length };
}

function keyOf(cables: readonly Cable[]): string {
  return cables.length === 1 ? (cables[0]?.id ?? '') : `${cables[0]?.id}+${cables.length - 1}`;
}
