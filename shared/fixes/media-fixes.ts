/** Another medium, wire or length for cables. */
import { isStale } from '../analysis/cable-length.ts';
import { analyseCable } from '../analysis/cable-result.ts';
import { mediumName } from '../catalog/index.ts';
import { conversionDiff } from '../compare/adopt.ts';
import { type Alternatives, alternativesOf } from '../compare/alternatives.ts';
import { linksIn } from '../compare/cable-groups.ts';
import { COST_ORDER, isDataMedium } from '../compare/columns.ts';
import { convertGroup, splits } from '../compare/convert-group.ts';
import { wireGauge } from '../compare/wire-gauge.ts';
import type { Design } from '../model/design.ts';
import { cablesOfDevice } from '../model/design-index.ts';
import { isEmptyDiff } from '../model/diff.ts';
import type { CableId } from '../model/ids.ts';
import type { MediumId } from '../model/medium.ts';
import type { Cable, Device } from '../model/records.ts';
import { withLength } from '../routing/entered-length.ts';
import { routeCable } from '../routing/index.ts';
import { say } from '../text/index.ts';
import { type Candidate, changing } from './fix.ts';

/** More cables than this are no fix any more, but another design: that is what comparing media is for. */
const CABLES_MAX = 2000;

/** Wires that copper is sold with, thick ones last. */
const GAUGES = [32, 30, 28, 26] as const;

/**
 * These cables, and those that share their cages, in each other medium that their ports take; the cheapest first.
 * @param about what they are the cables of, for the ids
 */
export function mediumCandidates(
  design: Design,
  cables: readonly Cable[],
  about: string,
  media: readonly MediumId[] = COST_ORDER,
): readonly Candidate[] {
  const data = cables.filter(({ medium }) => isDataMedium(medium));
  if (data.length === 0 || data.length > CABLES_MAX) return [];
  const ids = new Set<CableId>(data.map(({ id }) => id));
  const ground = groundOf(design);
  const groups = ground.groups.filter((group) => group.cables.some(({ id }) => ids.has(id)));
  return COST_ORDER.filter((medium) => media.includes(medium)).flatMap((medium) => {
    const conversions = groups.map((group) => convertGroup(ground, group, medium));
    if (conversions.some(({ refusal }) => refusal !== null)) return [];
    const diff = conversionDiff(conversions);
    if (isEmptyDiff(diff)) return [];
    const args = { ...namesOf(data), medium: mediumName(medium) };
    return [{ id: `medium:${medium}:${about}`, label: say('fixes.medium', args), diff }];
  });
}

/** In larger designs, choosing media is for the comparison. */
const ALIKE_MAX = 20_000;

const failing = new WeakMap<Design, ReadonlyMap<MediumId, readonly Cable[]>>();

/** All cables of a cable's medium that do not reach either, in each other medium that their ports take. */
export function alikeCandidates(design: Design, { medium }: Cable): readonly Candidate[] {
  const cables = beyondReach(design).get(medium) ?? [];
  if (cables.length < 2) return [];
  return mediumCandidates(design, cables, `all-${medium}`).map((candidate) => ({
    ...candidate,
    id: candidate.id.replace(/^medium:/, 'alike:'),
  }));
}

/** The cables that do not reach, by medium; none in a design that is too large to ask. */
function beyondReach(design: Design): ReadonlyMap<MediumId, readonly Cable[]> {
  let found = failing.get(design);
  if (!found) {
    const cables = design.cables.size > ALIKE_MAX ? [] : [...design.cables.values()];
    const over = cables.filter((cable) => analyseCable(design, cable).row.verdict === 'over');
    found = Map.groupBy(over, (cable) => cable.medium);
    failing.set(design, found);
  }
  return found;
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

/** The copper of a device, each cable with the thinnest wire that reaches. */
export function thinnerWire(design: Design, device: Device): Candidate {
  const cables = [...cablesOfDevice(design, device.id)].flatMap(
    (id) => design.cables.get(id) ?? [],
  );
  const diff = changing(cables, (cable) => {
    const { medium } = cable;
    if (medium !== 'dac' && medium !== 'acc' && medium !== 'aec') return cable;
    const { laneGbps, lanes, requiredM } = analyseCable(design, cable).row;
    if (laneGbps === null || lanes === null || requiredM === null) return cable;
    // Closer to its reach than a tenth a cable would be warned about.
    const lengthM = (cable.lengthM ?? requiredM) / 0.9;
    const awg = wireGauge({
      medium,
      laneGbps,
      lanes,
      split: splits(linksIn(design, cable)),
      lengthM,
    });
    return awg === null || awg <= (cable.awg ?? 0) ? cable : { ...cable, awg };
  });
  const label = say('fixes.thinner', { name: device.name });
  return { id: `gauge:thin:${device.id}`, label, diff };
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
    diff: changing([cable], (each) => withLength(design, each, null)),
  };
  if (stockM === null) return [estimate];
  const stock: Candidate = {
    id: `length:stock:${cable.id}`,
    label: say('fixes.stock', { ...namesOf([cable]), length: stockM }),
    diff: changing([cable], (each) => withLength(design, each, stockM)),
  };
  return [stock, estimate];
}

/**
 * The cables of a medium whose length was entered for another way: that of the new way, estimated, or what was entered
 * kept for it.
 * @param about what they are the cables of, for the ids
 */
export function staleCandidates(
  design: Design,
  medium: MediumId,
  about: string,
): readonly Candidate[] {
  const stale = [...design.cables.values()].filter((cable) => {
    if (cable.medium !== medium || cable.lengthForMm === null) return false;
    const route = routeCable(design, cable);
    return route !== null && isStale(cable, route.pathMm);
  });
  if (stale.length === 0 || stale.length > CABLES_MAX) return [];
  return [
    {
      id: `length:estimate:${about}`,
      label: say('fixes.estimate', namesOf(stale)),
      diff: changing(stale, (cable) => withLength(design, cable, null)),
    },
    {
      id: `length:keep:${about}`,
      label: say('fixes.keepLength', namesOf(stale)),
      diff: changing(stale, (cable) => withLength(design, cable, cable.lengthM)),
    },
  ];
}

function namesOf(cables: readonly Cable[]): { name: string; count: number } {
  const [first] = cables;
  return { name: first ? first.label || first.id : '', count: cables.length };
}
