/** What a cable is, from the ports it joins and the catalogue: rate, lanes, thickness, weight, watts. */
import { type CableGeometry, cableGeometry, endPowerW, mediumFacts } from '../catalog/index.ts';
import type { Provenance } from '../model/fact.ts';
import type { MediumId } from '../model/medium.ts';
import type { Cable, PortRef } from '../model/records.ts';
import type { LandedCable } from '../routing/landing.ts';
import { linksIn, perLink } from '../rules/mating.ts';
import type { PortFacts } from './port-facts.ts';
import { rememberedBy2, rememberedBy3 } from './remembered.ts';

/** One link of a cable with the ports at its ends. */
export interface LinkPorts {
  readonly a: PortFacts;
  readonly b: PortFacts;
  /** Links of the cable that share the port at each end: its lanes and its speed are split among them. */
  readonly sharing: { readonly a: number; readonly b: number };
}

export interface CableFacts {
  readonly links: readonly LinkPorts[];
  readonly laneGbps: number | null;
  /** Lanes of the whole cable. */
  readonly lanes: number | null;
  /** Rate of the whole cable, Gb/s. */
  readonly speedGbps: number | null;
  /** Openings at each end; more than one where the cable splits. */
  readonly openings: { readonly a: number; readonly b: number };
  /** The facts that nobody knows, for the person who could fill them in. */
  readonly missing: readonly string[];
}

/** Facts about a cable that has landed. */
export function cableFacts({ ends }: Cable, landed: LandedCable): CableFacts {
  if (isPlain(landed)) {
    let joined = NOTHING_JOINED;
    for (let index = 0; index < ends.a.length; index += 1) {
      const from = portAt(landed, 0, ends.a[index]);
      const to = portAt(landed, 1, ends.b[index]);
      if (from && to) joined = joined.and(from, to);
    }
    return joined.facts;
  }
  const links: LinkPorts[] = [];
  for (let index = 0; index < ends.a.length; index += 1) {
    const from = portAt(landed, landed.a[index], ends.a[index]);
    const to = portAt(landed, landed.b[index], ends.b[index]);
    if (!from || !to) continue;
    links.push({ a: from, b: to, sharing: sharingOf(ends, index) });
  }
  return factsOf(links, { a: distinct(landed.a), b: distinct(landed.b) });
}

/** Whether a cable runs from one opening to another, as most do. */
function isPlain({ landings, a, b }: LandedCable): boolean {
  return landings.length === 2 && distinct(a) === 1 && distinct(b) === 1 && a[0] === 0;
}

/** The ports that the links of such a cable join: the same object, and the same facts, for all cables like it. */
class JoinedPorts {
  readonly #links: readonly Omit<LinkPorts, 'sharing'>[];
  readonly #more = new WeakMap<PortFacts, WeakMap<PortFacts, JoinedPorts>>();
  #facts: CableFacts | null = null;

  constructor(links: readonly Omit<LinkPorts, 'sharing'>[]) {
    this.#links = links;
  }

  and(a: PortFacts, b: PortFacts): JoinedPorts {
    let perB = this.#more.get(a);
    if (!perB) this.#more.set(a, (perB = new WeakMap()));
    let joined = perB.get(b);
    if (!joined) perB.set(b, (joined = new JoinedPorts([...this.#links, { a, b }])));
    return joined;
  }

  get facts(): CableFacts {
    this.#facts ??= factsOf(
      this.#links.map((link) => this.#shared(link)),
      ONE_EACH,
    );
    return this.#facts;
  }

  #shared({ a, b }: Omit<LinkPorts, 'sharing'>): LinkPorts {
    const inA = this.#links.filter((link) => link.a === a).length;
    const inB = this.#links.filter((link) => link.b === b).length;
    return { a, b, sharing: { a: inA, b: inB } };
  }
}
const NOTHING_JOINED = new JoinedPorts([]);
const ONE_EACH = { a: 1, b: 1 } as const;

function factsOf(links: readonly LinkPorts[], openings: CableFacts['openings']): CableFacts {
  let lanes: number | null = 0;
  let speedGbps: number | null = 0;
  for (const { a, b, sharing } of links) {
    lanes = plus(lanes, perLink(a.lanes, sharing.a) ?? perLink(b.lanes, sharing.b));
    const fromGbps = perLink(a.port.speedGbps, sharing.a);
    speedGbps = plus(speedGbps, fromGbps ?? perLink(b.port.speedGbps, sharing.b));
  }
  return {
    links,
    laneGbps: lanes === null || speedGbps === null || lanes === 0 ? null : speedGbps / lanes,
    lanes,
    speedGbps,
    openings,
    missing: lanes === null || speedGbps === null ? missingOf(links) : NOTHING,
  };
}
const NOTHING: readonly string[] = [];

function sharingOf({ a, b }: Cable['ends'], index: number): LinkPorts['sharing'] {
  const from = a[index];
  const to = b[index];
  return { a: from ? linksIn(a, from) : 1, b: to ? linksIn(b, to) : 1 };
}

/** How many different places these are: one or two, but for breakouts. */
function distinct(places: readonly number[]): number {
  if (places.length === 1) return 1;
  for (let at = 1; at < places.length; at += 1) {
    if (places[at] !== places[0]) return new Set(places).size;
  }
  return 1;
}

function portAt(
  { landings }: LandedCable,
  place: number | undefined,
  ref: PortRef | undefined,
): PortFacts | undefined {
  const landing = landings[place ?? -1];
  if (!landing || !ref) return undefined;
  const { ports } = landing.mount;
  return landing.ref === ref ? ports.list[landing.spot.index] : ports.ports.get(ref.portId);
}

function plus(sum: number | null, value: number | null): number | null {
  return sum === null || value === null ? null : sum + value;
}

function missingOf(links: readonly LinkPorts[]): readonly string[] {
  const found = new Set<string>();
  for (const link of links) {
    for (const end of ['a', 'b'] as const) {
      const { model, port, lanes } = link[end];
      if (port.speedGbps === null) found.add(`device type ${model}: port ${port.name}: speed`);
      else if (lanes === null) found.add(`device type ${model}: port ${port.name}: lanes`);
    }
  }
  return [...found];
}

/** Thickness, weight and stiffness of a jacket; null where no table says. */
export interface Jacket {
  readonly medium: MediumId;
  readonly odMm: number | null;
  readonly kgPerM: number | null;
  /** Smallest bend radius at rest, mm, and while it is pulled. */
  readonly bendMm: number | null;
  readonly bendPulledMm: number | null;
  /** Where the diameter and the radii come from. */
  readonly provenance: Provenance;
  /** Square of the diameter in whole `DIAMETERS_SQUARED`, 0 where it is unknown: sums of it are exact. */
  readonly square: number;
  /** Copper in whole mg/m; 0 for light and where the weight is unknown. */
  readonly copperMgPerM: number;
}

/** The thinner of two jackets; the first where they are alike. */
export function thinnerOf(a: Jacket, b: Jacket): Jacket {
  return b.square < a.square ? b : a;
}

/** Squares of a hundredth of a millimetre in a square millimetre. */
export const DIAMETERS_SQUARED = 10_000;

const PROVENANCES: Readonly<Record<CableGeometry['status'], Provenance>> = {
  published: 'datasheet',
  derived: 'derived',
  estimate: 'assumed',
};

/** Of a medium that no table speaks of. */
const UNLISTED: Pick<
  CableGeometry,
  'odMm' | 'kgPerM' | 'bendSingleMm' | 'bendRepeatedMm' | 'status'
> = {
  odMm: null,
  kgPerM: null,
  bendSingleMm: null,
  bendRepeatedMm: null,
  status: 'estimate',
};

/** The jacket round so many lanes. */
export const jacketOf = rememberedBy3(makeJacket);

function makeJacket(medium: MediumId, lanes: number | null, awg: number | null): Jacket {
  const row = cableGeometry(medium, lanes, awg) ?? UNLISTED;
  const { odMm } = row;
  const kgPerM = row.kgPerM ?? twinaxWeight(medium, odMm);
  return {
    medium,
    odMm,
    kgPerM,
    bendMm: row.bendSingleMm ?? row.bendRepeatedMm,
    bendPulledMm: row.bendRepeatedMm,
    provenance: PROVENANCES[row.status],
    square: Math.round(100 * (odMm ?? 0)) ** 2,
    copperMgPerM: mediumFacts(medium).carrier === 'copper' ? Math.round(1e6 * (kgPerM ?? 0)) : 0,
  };
}

/**
 * Weight of twinax of which only the diameter is known, kg/m: the mean density of 26 AWG 8-lane cable,
 * 0.11 kg/m at 9.43 mm (physics.md, section 10, trap 3).
 */
function twinaxWeight(medium: MediumId, odMm: number | null): number | null {
  if (odMm === null || mediumFacts(medium).carrier !== 'copper') return null;
  return 0.11 * (odMm / 9.43) ** 2;
}

/** What one end of one link draws, W; null where no table says. */
export const wattsPerEnd = rememberedBy2(
  (medium: MediumId, speedGbps: number): number | null =>
    endPowerW(medium, speedGbps)?.value ?? null,
);

/** The jackets that hang on the plugs at either side of a cable: one of several plugs has its share of the lanes. */
export interface Tails {
  readonly a: Jacket;
  readonly b: Jacket;
}

/** The tails of a cable. */
export function tailsOf({ medium, awg }: Cable, { lanes, openings: { a, b } }: CableFacts): Tails {
  const jacket = tailOf(medium, lanes, a, awg);
  return { a: jacket, b: a === b ? jacket : tailOf(medium, lanes, b, awg) };
}

function tailOf(
  medium: MediumId,
  lanes: number | null,
  openings: number,
  awg: number | null,
): Jacket {
  return jacketOf(medium, lanes === null ? null : Math.ceil(lanes / openings), awg);
}
