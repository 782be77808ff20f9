/** The same design in every column: what its cables would be. */
import type { ReachVerdict } from '../analysis/types.ts';
import type { Design } from '../model/design.ts';
import type { CableId, DeviceId } from '../model/ids.ts';
import type { Cable } from '../model/records.ts';
import { KeptLandings } from '../routing/kept-landings.ts';
import { type CableGroup, cableGroups, keptLinks, openingOf } from './cable-groups.ts';
import { type ComparedMedium, isDataMedium } from './columns.ts';
import {
  type Conversion,
  type ConversionGround,
  convertGroup,
  keptShapes,
  unchanged,
} from './convert-group.ts';

/** What every column of a design starts from. */
export interface Alternatives extends ConversionGround {
  /** The design without the cables that are compared. */
  readonly bare: Design;
  readonly groups: readonly CableGroup[];
  /** The devices that compared cables end in. */
  readonly devices: ReadonlySet<DeviceId>;
}

export function alternativesOf(design: Design): Alternatives {
  const kept = new Map<CableId, Cable>();
  for (const [id, cable] of design.cables) if (!isDataMedium(cable.medium)) kept.set(id, cable);
  const linksOf = keptLinks(design);
  const groups = cableGroups(design, linksOf);
  return {
    design,
    bare: { ...design, cables: kept },
    inTheWay: { ...design, cables: besideGroups(design, kept, groups) },
    landings: new KeptLandings(design),
    linksOf,
    shapeOf: keptShapes({ design, linksOf }),
    groups,
    devices: devicesOf(groups),
  };
}

function devicesOf(groups: readonly CableGroup[]): ReadonlySet<DeviceId> {
  const ids = new Set<DeviceId>();
  for (const { links } of groups) {
    for (const { a, b } of links) ids.add(a.deviceId).add(b.deviceId);
  }
  return ids;
}

/** Those of the cables that are plugged into an opening of the groups. */
function besideGroups(
  design: Design,
  cables: Design['cables'],
  groups: readonly CableGroup[],
): Design['cables'] {
  const compared = new Set<string>();
  for (const { links } of groups) {
    for (const { openingA, openingB } of links) compared.add(openingA).add(openingB);
  }
  const beside = new Map<CableId, Cable>();
  for (const [id, cable] of cables) {
    const { a, b } = cable.ends;
    if ([...a, ...b].some((ref) => compared.has(openingOf(design, ref)))) beside.set(id, cable);
  }
  return beside;
}

/** Every group as it is drawn. */
export function asDrawn({ groups }: Alternatives): readonly Conversion[] {
  return groups.map(unchanged);
}

/** Every group in one medium. */
export function allIn(ground: Alternatives, medium: ComparedMedium): readonly Conversion[] {
  return ground.groups.map((group) => convertGroup(ground, group, medium));
}

/** One medium's column, as far as choosing needs it. */
export interface Candidate {
  readonly conversions: readonly Conversion[];
  readonly verdictOf: (id: CableId) => ReachVerdict;
}

/**
 * Of each group the first medium, in the order of cost, that can be plugged and reaches; else the first that a named
 * product reaches; else it stays as it is drawn. An unknown reach never counts as one. The media are offered one after
 * the other, and of each no more stays than for which groups it was taken.
 */
export class CheapestThatReaches {
  readonly #ground: Alternatives;
  /** By group. */
  readonly #reaching: (ComparedMedium | undefined)[] = [];
  readonly #named: (ComparedMedium | undefined)[] = [];

  constructor(ground: Alternatives) {
    this.#ground = ground;
  }

  /** The next medium in the order of cost. */
  offer(medium: ComparedMedium, { conversions, verdictOf }: Candidate): void {
    for (const [group, { cables, refusal }] of conversions.entries()) {
      if (this.#reaching[group] || refusal !== null) continue;
      const verdicts = cables.map(({ id }) => verdictOf(id));
      if (verdicts.every((verdict) => verdict === 'ok')) this.#reaching[group] = medium;
      const sold = verdicts.every((verdict) => verdict === 'ok' || verdict === 'vendor-only');
      if (sold) this.#named[group] ??= medium;
    }
  }

  /** Every group in what was taken for it: made again, since to keep them all takes more than it costs. */
  get conversions(): readonly Conversion[] {
    return this.#ground.groups.map((group, at) => {
      const medium = this.#reaching[at] ?? this.#named[at];
      return medium ? convertGroup(this.#ground, group, medium) : unchanged(group);
    });
  }
}

/** The design with these cables in place of those that are compared. */
export function designWith({ bare }: Alternatives, conversions: readonly Conversion[]): Design {
  const cables = new Map(bare.cables);
  for (const conversion of conversions) {
    for (const cable of conversion.cables) cables.set(cable.id, cable);
  }
  return { ...bare, cables };
}
