/**
 * The shortest way over the drawn pathways between two racks, on each level, kept per pair of racks as long as they and
 * the pathways stand as they do. A pathway reaches a rack where it runs over it, or beside it near enough to drop from.
 */
import type { Design } from '../model/design.ts';
import type { Box } from '../model/rack-geometry.ts';
import { PATHWAY_LEVELS, type PathwayLevel, type PlanPoint } from '../model/records.ts';
import type { Mm } from '../units/length.ts';
import type { RackPlace } from './floor-plan.ts';
import {
  alongLeg,
  buildNetwork,
  type Leg,
  levelOf,
  type PathwayNetwork,
  type Piece,
  pointOfLeg,
} from './pathway-network.ts';
import { grown, overlap } from './plan-box.ts';
import { ShortestWays } from './shortest-ways.ts';

/** How far beside a rack a pathway may run and still reach it, mm [assumed: a drop of 2 ft]. */
export const PATHWAY_REACH_MM: Mm = 600;

/** A part of a leg that a cable lies in, mm from the leg's beginning. */
export interface LegSpan {
  readonly leg: Leg;
  readonly fromMm: Mm;
  readonly toMm: Mm;
}

/** A way between two racks: from the piece over the first, by what lies between, to the piece over the second. */
export interface PairRoute {
  readonly level: PathwayLevel;
  readonly first: Piece;
  readonly last: Piece;
  /** The node at which it leaves the first piece and enters the last; null for both where they are one piece. */
  readonly leaves: 'from' | 'to' | null;
  readonly enters: 'from' | 'to' | null;
  /** From node to node, mm: 0 where both are one piece. */
  readonly betweenMm: Mm;
  readonly between: readonly LegSpan[];
  /** Whether it runs beside one of the racks and not over or under it: that it reaches so far is assumed. */
  readonly isBeside: boolean;
}

export class PathwayRoutes {
  readonly network: PathwayNetwork;
  readonly #ways: ShortestWays;
  readonly #reach = new WeakMap<RackPlace, readonly Piece[]>();
  readonly #pairs = new WeakMap<RackPlace, WeakMap<RackPlace, readonly PairRoute[]>>();

  constructor(pathways: Design['pathways']) {
    this.network = buildNetwork(pathways);
    this.#ways = new ShortestWays(this.network);
  }

  /** The pieces that reach a rack, in their order. */
  reaching(place: RackPlace): readonly Piece[] {
    let pieces = this.#reach.get(place);
    if (!pieces) {
      const near = grown(place.box, PATHWAY_REACH_MM);
      pieces = this.network.pieces.filter(({ box }) => overlap(near, box));
      this.#reach.set(place, pieces);
    }
    return pieces;
  }

  /** The shortest way of each level that has one. */
  between(a: RackPlace, b: RackPlace): readonly PairRoute[] {
    let perOther = this.#pairs.get(a);
    if (!perOther) this.#pairs.set(a, (perOther = new WeakMap<RackPlace, readonly PairRoute[]>()));
    let routes = perOther.get(b);
    if (!routes) perOther.set(b, (routes = this.#find(a, b)));
    return routes;
  }

  #find(a: RackPlace, b: RackPlace): readonly PairRoute[] {
    return PATHWAY_LEVELS.flatMap((level) => {
      let best: { readonly mm: Mm; readonly way: Joint } | null = null;
      for (const first of this.reaching(a)) {
        if (levelOf(first) !== level) continue;
        for (const last of this.reaching(b)) {
          if (levelOf(last) !== level) continue;
          for (const way of this.#joints(first, last)) {
            const mm = this.#lengthOf(way, middleOf(a.box), middleOf(b.box));
            if (mm < (best?.mm ?? Number.POSITIVE_INFINITY)) best = { mm, way };
          }
        }
      }
      if (!best) return [];
      const { first, last } = best.way;
      const isBeside = !overlap(a.box, first.box) || !overlap(b.box, last.box);
      return [this.#route(level, best.way, isBeside)];
    });
  }

  *#joints(first: Piece, last: Piece): Generator<Joint> {
    if (first === last) yield { first, last, leaves: null, enters: null };
    for (const leaves of ENDS) {
      for (const enters of ENDS) yield { first, last, leaves, enters };
    }
  }

  #lengthOf({ first, last, leaves, enters }: Joint, a: PlanPoint, b: PlanPoint): Mm {
    const [from, to] = [onPiece(first, a), onPiece(last, b)];
    const rises = first.leg.pathway.riseMm + last.leg.pathway.riseMm;
    const sideways = from.besideMm + to.besideMm + rises;
    if (leaves === null || enters === null) return sideways + Math.abs(from.alongMm - to.alongMm);
    const between = this.#ways.lengthMm(nodeOf(first, leaves), nodeOf(last, enters));
    const [out, into] = [endOf(first, leaves), endOf(last, enters)];
    return sideways + Math.abs(from.alongMm - out) + between + Math.abs(to.alongMm - into);
  }

  #route(
    level: PathwayLevel,
    { first, last, leaves, enters }: Joint,
    isBeside: boolean,
  ): PairRoute {
    if (leaves === null || enters === null) {
      const within = { leaves: null, enters: null, betweenMm: 0, between: [] };
      return { level, first, last, ...within, isBeside };
    }
    const [from, to] = [nodeOf(first, leaves), nodeOf(last, enters)];
    const spans = this.#ways
      .edges(from, to)
      .flatMap(({ piece }): LegSpan[] => (piece ? [piece] : []));
    return {
      level,
      first,
      last,
      leaves,
      enters,
      betweenMm: this.#ways.lengthMm(from, to),
      between: merged(spans),
      isBeside,
    };
  }
}

const ENDS = ['from', 'to'] as const;

/** How two pieces are joined, before it is known how long that is. */
type Joint = Pick<PairRoute, 'first' | 'last' | 'leaves' | 'enters'>;

function nodeOf(piece: Piece, end: 'from' | 'to'): number {
  return end === 'from' ? piece.fromNode : piece.toNode;
}

/**
 * Whether the ways between two racks that stand still are the same over two networks of pathways: along the same parts of
 * the same records, from which their lengths and all else follow. A pathway that was edited is another record, so that
 * what lies in it counts as led another way, wherever it was edited.
 */
export function areSameRoutes(a: readonly PairRoute[], b: readonly PairRoute[]): boolean {
  return a.length === b.length && a.every((route, at) => isSameRoute(route, b[at]));
}

function isSameRoute(a: PairRoute, b: PairRoute | undefined): boolean {
  return (
    b !== undefined &&
    a.level === b.level &&
    a.leaves === b.leaves &&
    a.enters === b.enters &&
    isSameSpan(a.first, b.first) &&
    isSameSpan(a.last, b.last) &&
    a.between.length === b.between.length &&
    a.between.every((span, at) => isSameSpan(span, b.between[at]))
  );
}

function isSameSpan(a: LegSpan, b: LegSpan | undefined): boolean {
  return (
    b !== undefined &&
    a.leg.pathway === b.leg.pathway &&
    a.leg.index === b.leg.index &&
    a.fromMm === b.fromMm &&
    a.toMm === b.toMm
  );
}

/** Where a piece ends there, mm along its leg. */
export function endOf(piece: Piece, end: 'from' | 'to'): Mm {
  return end === 'from' ? piece.fromMm : piece.toMm;
}

/** The place on a piece that is nearest to a point, mm along its leg, and how far it is from there, along right angles. */
export function onPiece(
  { leg, fromMm, toMm }: Piece,
  point: PlanPoint,
): { readonly alongMm: Mm; readonly besideMm: Mm } {
  const alongMm = Math.min(toMm, Math.max(fromMm, alongLeg(leg, point)));
  const { xMm, yMm } = pointOfLeg(leg, alongMm);
  return { alongMm, besideMm: Math.abs(xMm - point.xMm) + Math.abs(yMm - point.yMm) };
}

/** What goes on along the same leg as one span. */
function merged(spans: readonly LegSpan[]): readonly LegSpan[] {
  const all: LegSpan[] = [];
  for (const { leg, fromMm, toMm } of spans) {
    const last = all.at(-1);
    if (last?.leg === leg && (last.toMm === fromMm || last.fromMm === toMm)) {
      all.pop();
      all.push({ leg, fromMm: Math.min(last.fromMm, fromMm), toMm: Math.max(last.toMm, toMm) });
    } else all.push({ leg, fromMm, toMm });
  }
  return all;
}

function middleOf({ x, y, width, height }: Box): PlanPoint {
  return { xMm: x + width / 2, yMm: y + height / 2 };
}

const routes = new WeakMap<Design['pathways'], PathwayRoutes>();

/** The ways over a design's pathways, kept as long as its table of them lives; null where there are none. */
export function pathwayRoutes({ pathways }: Pick<Design, 'pathways'>): PathwayRoutes | null {
  if (pathways.size === 0) return null;
  let known = routes.get(pathways);
  if (!known) routes.set(pathways, (known = new PathwayRoutes(pathways)));
  return known;
}
