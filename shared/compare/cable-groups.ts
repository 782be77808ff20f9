/**
 * Cables that change their medium together. A plug that fills its cage, and a transceiver too, serves every port
 * of the cage, so links that meet in a cage have one medium; a group is all that hangs together that way.
 */
import type { Design } from '../model/design.ts';
import { portKey } from '../model/design-index.ts';
import type { Cage, FormFactor } from '../model/device-type.ts';
import type { Cable, CableEnds, PortRef } from '../model/records.ts';
import { isPluggable, portAt } from '../rules/port-lookup.ts';
import { isDataMedium } from './columns.ts';

/** One link, and the openings its ends are in. */
export interface GroupLink {
  readonly a: PortRef;
  readonly b: PortRef;
  readonly openingA: string;
  readonly openingB: string;
  /** What goes into them; `other` where the type does not say. */
  readonly formA: FormFactor;
  readonly formB: FormFactor;
}

export interface CableGroup {
  /** In the order of their ids; at least one. */
  readonly cables: readonly Cable[];
  /** The links of all of them, in the order of the cables. */
  readonly links: readonly GroupLink[];
}

/** The links of a cable. */
export type LinksOf = (cable: Cable) => readonly GroupLink[];

/** `linksIn` of a design, found once for all cables that have the same ends: those of other media do. */
export function keptLinks(design: Design): LinksOf {
  const known = new WeakMap<CableEnds, readonly GroupLink[]>();
  return (cable) => {
    let links = known.get(cable.ends);
    if (!links) known.set(cable.ends, (links = linksIn(design, cable)));
    return links;
  };
}

/** The compared cables of a design in groups; groups in the order of their first cables' ids. */
export function cableGroups(design: Design, linksOf: LinksOf): readonly CableGroup[] {
  const cables = [...design.cables.values()]
    .filter(({ medium }) => isDataMedium(medium))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const joined = new Openings();
  for (const cable of cables) {
    const links = linksOf(cable);
    const [first] = links;
    if (!first) continue;
    for (const link of links) {
      joined.join(first.openingA, link.openingA);
      joined.join(first.openingA, link.openingB);
    }
  }
  const groups = Map.groupBy(cables, (cable) =>
    joined.rootOf(linksOf(cable)[0]?.openingA ?? cable.id),
  );
  return [...groups.values()].map((together) => ({
    cables: together,
    links: together.flatMap(linksOf),
  }));
}

/** The links of a cable; a side that is longer than the other has no partner there. */
export function linksIn(design: Design, { ends }: Cable): readonly GroupLink[] {
  return ends.a.flatMap((a, index) => {
    const b = ends.b[index];
    if (!b) return [];
    const [cageA, cageB] = [cageOf(design, a), cageOf(design, b)];
    return [
      {
        a,
        b,
        openingA: openingIn(cageA, a),
        openingB: openingIn(cageB, b),
        formA: cageA?.formFactor ?? 'other',
        formB: cageB?.formFactor ?? 'other',
      },
    ];
  });
}

/** A cage that a plug fills is one opening; of everything else each port is its own. */
export function openingOf(design: Design, ref: PortRef): string {
  return openingIn(cageOf(design, ref), ref);
}

function openingIn(cage: Cage | null, ref: PortRef): string {
  if (cage === null || !isPluggable(cage.formFactor)) return `port ${portKey(ref)}`;
  return `cage ${ref.deviceId}/${cage.id}`;
}

function cageOf(design: Design, ref: PortRef): Cage | null {
  return portAt(design, ref)?.cage ?? null;
}

/** Which openings hang together. */
class Openings {
  readonly #parents = new Map<string, string>();

  join(one: string, other: string): void {
    const [a, b] = [this.rootOf(one), this.rootOf(other)];
    if (a !== b) this.#parents.set(b, a);
  }

  rootOf(opening: string): string {
    let root = opening;
    for (let up = this.#parents.get(root); up !== undefined; up = this.#parents.get(root))
      root = up;
    if (root !== opening) this.#parents.set(opening, root);
    return root;
  }
}
