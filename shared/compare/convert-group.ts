/**
 * The same links in another medium. Fixed ends fill their cages, so links between the same two cages become one
 * straight cable, and links that part from one cage become a breakout; fibre between transceivers is one cable a
 * port. A breakout stays one. Lengths are estimated anew, since slack and the lengths sold go by the medium.
 */
import { cableNeed } from '../analysis/cable-need.ts';
import { mediumFacts } from '../catalog/index.ts';
import type { Design } from '../model/design.ts';
import type { CableId } from '../model/ids.ts';
import type { Cable, CableEnds } from '../model/records.ts';
import type { KeptLandings } from '../routing/kept-landings.ts';
import { canCable, type Reason, reason } from '../rules/index.ts';
import type { CableGroup, GroupLink, LinksOf } from './cable-groups.ts';
import type { ComparedMedium } from './columns.ts';
import { wireGauge } from './wire-gauge.ts';

export interface Conversion {
  readonly group: CableGroup;
  readonly medium: ComparedMedium | null;
  /** The group's cables in that medium; where they cannot be plugged, as if they could. */
  readonly cables: readonly Cable[];
  /** Why they cannot be plugged; null when they can. */
  readonly refusal: Reason | null;
}

/** The design that conversions are made in. */
export interface ConversionGround {
  readonly design: Design;
  /** The same with none but the cables that stay as they are in openings of those that are compared. */
  readonly inTheWay: Design;
  readonly landings: KeptLandings;
  readonly linksOf: LinksOf;
  readonly shapeOf: ShapeOf;
}

/** A group as it is drawn. */
export function unchanged(group: CableGroup): Conversion {
  return { group, medium: null, cables: group.cables, refusal: null };
}

/** A group in one medium. Cables that are of that medium already stay as they are, length and wire included. */
export function convertGroup(
  ground: ConversionGround,
  group: CableGroup,
  medium: ComparedMedium,
): Conversion {
  if (group.cables.every((cable) => cable.medium === medium)) {
    return { group, medium, cables: group.cables, refusal: null };
  }
  const shaped = isOneLink(group) ? asItIs(group) : ground.shapeOf(group, medium);
  const cables = shaped.cables.map((cable) => remade(ground, cable, medium));
  return { group, medium, cables, refusal: shaped.refusal ?? refusalOf(ground.inTheWay, cables) };
}

/** The cables of a group before they are of a medium. */
interface Shape {
  readonly cables: readonly Cable[];
  readonly refusal: Reason | null;
}

type ShapeOf = (group: CableGroup, medium: ComparedMedium) => Shape;

/**
 * The shapes of groups, found once for all media that are plugged in the same way: so their cables have the same ends
 * in all of them.
 */
export function keptShapes(ground: Pick<ConversionGround, 'design' | 'linksOf'>): ShapeOf {
  const perPort = new Map<CableGroup, Shape>();
  const perCage = new Map<CableGroup, Shape>();
  return (group, medium) => {
    const isPerPort = mediumFacts(medium).plug === 'port';
    const known = isPerPort ? perPort : perCage;
    let shape = known.get(group);
    if (!shape) {
      shape = isPerPort ? onePerPort(ground, group) : joined(group);
      known.set(group, shape);
    }
    return shape;
  };
}

/** One cable of one link, as most groups are. */
function isOneLink({ cables, links }: CableGroup): boolean {
  return cables.length === 1 && links.length === 1;
}

function asItIs({ cables }: CableGroup): Shape {
  return { cables, refusal: null };
}

/** One cable with fixed ends for all links of a group. */
function joined(group: CableGroup): Shape {
  const [first, ...others] = group.cables;
  if (!first || others.length === 0) return asItIs(group);
  const ends = joinedEnds(group.links);
  if (ends) return { cables: [{ ...first, ends, rail: commonRail(group) }], refusal: null };
  const names = { cables: group.cables.length, cable: first.label || first.id };
  const subjects = group.cables.map(({ id }) => ({ kind: 'cable' as const, id }));
  return { cables: group.cables, refusal: reason('compare.refusal.cageShared', names, subjects) };
}

function onePerPort(
  ground: Pick<ConversionGround, 'design' | 'linksOf'>,
  group: CableGroup,
): Shape {
  return { cables: group.cables.flatMap((cable) => parted(ground, cable)), refusal: null };
}

/** A straight cable of several links parts into one cable a link; a breakout stays one, as a harness. */
function parted(
  { design, linksOf }: Pick<ConversionGround, 'design' | 'linksOf'>,
  cable: Cable,
): readonly Cable[] {
  const links = linksOf(cable);
  if (links.length < 2 || splits(links)) return [cable];
  const ids = freshIds(design, cable.id, links.length);
  return links.map(({ a, b }, index) => ({
    ...cable,
    id: ids[index] ?? cable.id,
    label: index === 0 || cable.label === '' ? cable.label : `${cable.label}-${index + 1}`,
    ends: { a: [a], b: [b] },
  }));
}

/** Whether one end is in one opening and the other in several. */
export function splits(links: readonly GroupLink[]): boolean {
  if (links.length < 2) return false;
  const a = new Set(links.map(({ openingA }) => openingA)).size;
  const b = new Set(links.map(({ openingB }) => openingB)).size;
  return a !== b;
}

/** The cable's own id for its first part, and ids that no cable has for the others: the same ones every time. */
function freshIds(design: Design, id: CableId, count: number): readonly CableId[] {
  const ids: CableId[] = [id];
  for (let part = 2; ids.length < count; part += 1) {
    const next = `${id}~${part}`;
    if (!design.cables.has(next)) ids.push(next);
  }
  return ids;
}

/**
 * Ends of the one cable with fixed ends that carries all these links: straight between two openings, or a breakout
 * from one. Null where they part at both ends, which no cable does.
 */
function joinedEnds(links: readonly GroupLink[]): CableEnds | null {
  const [first] = links;
  if (!first) return null;
  const hub = [first.openingA, first.openingB].find((opening) =>
    links.every(({ openingA, openingB }) => openingA === opening || openingB === opening),
  );
  if (hub === undefined) return null;
  const hubIsA = first.openingA === hub;
  const turned = links.map((link) =>
    (link.openingA === hub) === hubIsA ? link : { ...link, a: link.b, b: link.a },
  );
  return { a: turned.map(({ a }) => a), b: turned.map(({ b }) => b) };
}

/** The rail that all cables of a group are on; null where they differ. */
function commonRail({ cables: [first, ...others] }: CableGroup): number | null {
  if (!first) return null;
  return others.every(({ rail }) => rail === first.rail) ? first.rail : null;
}

/** The cable in the medium, its length estimated and its wire the thinnest that reaches. */
function remade(ground: ConversionGround, cable: Cable, medium: ComparedMedium): Cable {
  const plain: Cable = { ...cable, medium, awg: null, lengthM: null, lengthForMm: null };
  if (medium !== 'dac' && medium !== 'acc' && medium !== 'aec') return plain;
  const { landings, linksOf } = ground;
  const landed = landings.landed(plain);
  if (!landed) return plain;
  const { laneGbps, lanes, requiredM } = cableNeed(landings.design, plain, landed);
  if (laneGbps === null || lanes === null) return plain;
  const split = splits(linksOf(cable));
  return { ...plain, awg: wireGauge({ medium, laneGbps, lanes, split, lengthM: requiredM }) };
}

function refusalOf(inTheWay: Design, cables: readonly Cable[]): Reason | null {
  for (const { ends, medium } of cables) {
    const [why] = canCable(inTheWay, ends, medium).reasons;
    if (why) return why;
  }
  return null;
}
