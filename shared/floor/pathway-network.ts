/**
 * The drawn pathways as a network: legs cut into pieces where they meet others of their level, in a crossing or by
 * touching its side. Ways over it are looked for once per pair of racks.
 */
import type { Design } from '../model/design.ts';
import type { PathwayId } from '../model/ids.ts';
import type { Box } from '../model/rack-geometry.ts';
import type { Pathway, PathwayLevel, PlanPoint } from '../model/records.ts';
import { compareText } from '../text/order.ts';
import type { Mm } from '../units/length.ts';

/** One straight leg of a pathway. */
export interface Leg {
  readonly pathway: Pathway;
  /** Among the legs of its pathway, from 0. */
  readonly index: number;
  readonly key: LegKey;
  readonly from: PlanPoint;
  readonly upright: boolean;
  /** 1 where it runs to the right or down the page, −1 where it runs back. */
  readonly sign: 1 | -1;
  readonly lengthMm: Mm;
}

export type LegKey = `pathway ${string}`;

export function legKey(id: PathwayId, index: number): LegKey {
  return `pathway ${index} ${id}`;
}

/** What a key says. */
export function legOfKey(key: LegKey): { readonly id: PathwayId; readonly index: number } {
  const [, index = '', ...id] = key.split(' ');
  return { id: id.join(' '), index: Number(index) };
}

/** A part of a leg between two nodes. */
export interface Piece {
  readonly leg: Leg;
  /** From the beginning of the leg, mm. */
  readonly fromMm: Mm;
  readonly toMm: Mm;
  readonly fromNode: number;
  readonly toNode: number;
  /** What it covers, in plan coordinates. */
  readonly box: Box;
}

/** A way from node to node. */
export interface Edge {
  readonly to: number;
  readonly lengthMm: Mm;
  /** The piece that it runs along; null where one pathway hands over to another. */
  readonly piece: Piece | null;
}

export interface PathwayNetwork {
  /** By pathway, leg and place. */
  readonly pieces: readonly Piece[];
  readonly edges: readonly (readonly Edge[])[];
}

/** Pathways closer than this touch, mm. */
const TOUCH_MM: Mm = 1;

/** The network of a design's pathways, in an order that follows from their ids. */
export function buildNetwork(pathways: Design['pathways']): PathwayNetwork {
  const legs = [...pathways.values()].sort((a, b) => compareText(a.id, b.id)).flatMap(legsOf);
  const cuts = legs.map(({ lengthMm }) => new Set<Mm>([0, lengthMm]));
  const meetings = [...meetingsOf(legs)];
  for (const { a, atA, b, atB } of meetings) {
    cuts[a]?.add(atA);
    cuts[b]?.add(atB);
  }
  const nodes = new Nodes();
  const pieces = legs.flatMap((leg, at) => piecesOf(leg, cuts[at] ?? new Set(), nodes));
  const edges: Edge[][] = Array.from({ length: nodes.count }, () => []);
  const join = (from: number, to: number, lengthMm: Mm, piece: Piece | null): void => {
    if (from === to) return;
    edges[from]?.push({ to, lengthMm, piece });
    edges[to]?.push({ to: from, lengthMm, piece });
  };
  for (const piece of pieces) {
    join(piece.fromNode, piece.toNode, piece.toMm - piece.fromMm, piece);
  }
  const handOver = (one: Leg, oneMm: Mm, other: Leg, otherMm: Mm): void => {
    const [a, b] = [pointOfLeg(one, oneMm), pointOfLeg(other, otherMm)];
    const climb = Math.abs(one.pathway.riseMm - other.pathway.riseMm);
    const lengthMm = Math.abs(a.xMm - b.xMm) + Math.abs(a.yMm - b.yMm) + climb;
    join(nodes.at(one, oneMm), nodes.at(other, otherMm), lengthMm, null);
  };
  for (const { a, atA, b, atB } of meetings) {
    const [one, other] = [legs[a], legs[b]];
    if (one && other) handOver(one, atA, other, atB);
  }
  return { pieces, edges };
}

function legsOf(pathway: Pathway): Leg[] {
  const legs: Leg[] = [];
  for (const [index, from] of pathway.points.entries()) {
    const to = pathway.points[index + 1];
    if (!to) break;
    const upright = from.xMm === to.xMm;
    const length = upright ? to.yMm - from.yMm : to.xMm - from.xMm;
    if (length === 0) continue;
    legs.push({
      pathway,
      index,
      key: legKey(pathway.id, index),
      from,
      upright,
      sign: length > 0 ? 1 : -1,
      lengthMm: Math.abs(length),
    });
  }
  return legs;
}

/** A point of a leg, so far from its beginning. */
export function pointOfLeg({ from, upright, sign }: Leg, alongMm: Mm): PlanPoint {
  return upright
    ? { xMm: from.xMm, yMm: from.yMm + sign * alongMm }
    : { xMm: from.xMm + sign * alongMm, yMm: from.yMm };
}

/** How far along a leg a point is, within the leg or beyond its ends, mm. */
export function alongLeg({ from, upright, sign }: Leg, { xMm, yMm }: PlanPoint): Mm {
  return sign * (upright ? yMm - from.yMm : xMm - from.xMm);
}

interface Meeting {
  readonly a: number;
  readonly atA: Mm;
  readonly b: number;
  readonly atB: Mm;
}

function* meetingsOf(legs: readonly Leg[]): Generator<Meeting> {
  for (const [a, one] of legs.entries()) {
    for (let b = a + 1; b < legs.length; b += 1) {
      const other = legs[b];
      if (!other || one.pathway.level !== other.pathway.level) continue;
      for (const [atA, atB] of meet(one, other)) yield { a, atA, b, atB };
    }
  }
}

/** Where two legs meet, as places along each. */
function meet(one: Leg, other: Leg): readonly (readonly [Mm, Mm])[] {
  const reach = (one.pathway.widthMm + other.pathway.widthMm) / 2 + TOUCH_MM;
  if (one.upright === other.upright) return meetInLine(one, other, reach);
  const crossing = one.upright
    ? { xMm: one.from.xMm, yMm: other.from.yMm }
    : { xMm: other.from.xMm, yMm: one.from.yMm };
  const [atA, atB] = [alongLeg(one, crossing), alongLeg(other, crossing)];
  // A tray that ends at the side of another ends half of its width before the other's middle.
  const isOn = (leg: Leg, at: Mm, across: Leg): boolean => {
    const out = across.pathway.widthMm / 2 + TOUCH_MM;
    return -out <= at && at <= leg.lengthMm + out;
  };
  if (!isOn(one, atA, other) || !isOn(other, atB, one)) return [];
  return [[within(one, atA), within(other, atB)]];
}

/** Two legs along the same axis meet where they lie in or beside each other, at both ends of what they share. */
function meetInLine(one: Leg, other: Leg, reach: Mm): readonly (readonly [Mm, Mm])[] {
  const apart = one.upright ? one.from.xMm - other.from.xMm : one.from.yMm - other.from.yMm;
  if (Math.abs(apart) > reach) return [];
  const ends = [0, other.lengthMm].map((at) => alongLeg(one, pointOfLeg(other, at)));
  const [low, high] = [Math.max(0, Math.min(...ends)), Math.min(one.lengthMm, Math.max(...ends))];
  if (low > high + TOUCH_MM) return [];
  return [...new Set([low, high])].map((at) => {
    const atA = within(one, at);
    return [atA, within(other, alongLeg(other, pointOfLeg(one, atA)))] as const;
  });
}

export function within({ lengthMm }: Pick<Leg, 'lengthMm'>, at: Mm): Mm {
  return Math.min(lengthMm, Math.max(0, at));
}

function piecesOf(leg: Leg, cuts: ReadonlySet<Mm>, nodes: Nodes): Piece[] {
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).map((toMm, at): Piece => {
    const fromMm = places[at] ?? 0;
    const [a, b] = [pointOfLeg(leg, fromMm), pointOfLeg(leg, toMm)];
    const half = leg.pathway.widthMm / 2;
    const [x, y] = [Math.min(a.xMm, b.xMm) - half, Math.min(a.yMm, b.yMm) - half];
    const [right, bottom] = [Math.max(a.xMm, b.xMm) + half, Math.max(a.yMm, b.yMm) + half];
    return {
      leg,
      fromMm,
      toMm,
      fromNode: nodes.at(leg, fromMm),
      toNode: nodes.at(leg, toMm),
      box: { x, y, width: right - x, height: bottom - y },
    };
  });
}

/** Numbers for places: where pathways of one level and height meet in a point they are one. */
class Nodes {
  readonly #numbers = new Map<string, number>();

  get count(): number {
    return this.#numbers.size;
  }

  at(leg: Leg, alongMm: Mm): number {
    const { xMm, yMm } = pointOfLeg(leg, alongMm);
    const { level, riseMm } = leg.pathway;
    const key = `${level} ${riseMm} ${xMm + 0} ${yMm + 0}`;
    let number = this.#numbers.get(key);
    if (number === undefined) this.#numbers.set(key, (number = this.#numbers.size));
    return number;
  }
}

export function levelOf({ leg }: Piece): PathwayLevel {
  return leg.pathway.level;
}
