/** What a cable of several links looks like: which ports its plugs take, and whether its lanes can be shared so. */
import type { Design } from '../model/design.ts';
import type { MediumId } from '../model/medium.ts';
import type { CableEnds, PortRef } from '../model/records.ts';
import { endsBetween } from '../rules/connection.ts';
import { fillsCage, hasFixedEnds } from '../rules/mating.ts';
import { portAt, portsOfCage } from '../rules/port-lookup.ts';
import { type Reason, reason } from '../rules/verdict.ts';
import { say } from '../text/index.ts';

const WAYS = [2, 4, 8] as const;
const LINKS = [2, 4, 6, 8, 12] as const;

/** One cable from port to port; one that splits so many ways; or so many links side by side. */
export type CableShape =
  | { readonly shape: 'plain' }
  | { readonly shape: 'breakout'; readonly ways: (typeof WAYS)[number] }
  | { readonly shape: 'trunk'; readonly links: (typeof LINKS)[number] };

/** The shapes that are offered. */
export const CABLE_SHAPES: readonly CableShape[] = [
  { shape: 'plain' },
  ...WAYS.map((ways) => ({ shape: 'breakout' as const, ways })),
  ...LINKS.map((links) => ({ shape: 'trunk' as const, links })),
];

export type ShapeId =
  | 'plain'
  | `breakout-${(typeof WAYS)[number]}`
  | `trunk-${(typeof LINKS)[number]}`;

/** A name for a shape: `plain`, `breakout-4`, `trunk-12`. */
export function shapeId(shape: CableShape): ShapeId {
  switch (shape.shape) {
    case 'plain':
      return 'plain';
    case 'breakout':
      return `breakout-${shape.ways}`;
    case 'trunk':
      return `trunk-${shape.links}`;
    default:
      return shape satisfies never;
  }
}

/** What a person calls it: "Breakout 1 → 4". */
export function shapeName(shape: CableShape): string {
  switch (shape.shape) {
    case 'plain':
      return say('connect.shape.plain');
    case 'breakout':
      return say('connect.shape.breakout', { ways: shape.ways });
    case 'trunk':
      return say('connect.shape.trunk', { links: shape.links });
    default:
      return shape satisfies never;
  }
}

/** Ends of a cable, or why it cannot have them. */
export type EndsAnswer =
  | {
      readonly ok: true;
      readonly ends: CableEnds;
      /** Links that share each port at `a` once all are there. */
      readonly sharing: number;
    }
  | { readonly ok: false; readonly reason: Reason };

/** How many far ends a cable of that shape has. */
export function farEnds(shape: CableShape): number {
  return shape.shape === 'breakout' ? shape.ways : 1;
}

/**
 * The ends of a breakout from one port to several. A plug with fixed ends takes its opening whole: where that holds
 * several ports, the ways are shared out among them; fibre splits the one port.
 * @param to far ports in the order of the lanes; fewer than the ways while it is being made
 * @param ways how many ways it splits when it is whole
 */
export function breakoutEnds(
  design: Design,
  from: PortRef,
  to: readonly PortRef[],
  ways: number,
  medium: MediumId,
): EndsAnswer {
  const place = portAt(design, from);
  if (!place) return { ok: false, reason: reason('rules.portGone') };
  const whole = hasFixedEnds(medium) && fillsCage(place);
  const ports = whole ? portsOfCage(place).map(({ id }) => id) : [from.portId];
  const each = ways / ports.length;
  if (!Number.isInteger(each)) {
    const names = { port: place.port.name, device: place.device.name };
    return {
      ok: false,
      reason: reason('rules.portsUneven', { ...names, ports: ports.length, ways }),
    };
  }
  const { lanes } = place.port;
  if (lanes !== null && lanes % each !== 0) {
    const names = { port: place.port.name, device: place.device.name };
    return { ok: false, reason: reason('rules.lanesUneven', { ...names, lanes, links: each }) };
  }
  const a = to.map((_, way) => ({
    deviceId: from.deviceId,
    portId: ports[Math.floor(way / each)] ?? from.portId,
  }));
  return { ok: true, ends: { a, b: to }, sharing: each };
}

/** The ends of a trunk: each port of one list to the port at its place in the other. */
export function trunkEnds(from: readonly PortRef[], to: readonly PortRef[]): EndsAnswer {
  if (from.length !== to.length || from.length === 0) {
    return { ok: false, reason: reason('rules.endsUneven') };
  }
  return { ok: true, ends: { a: from, b: to }, sharing: 1 };
}

/** The ends of a plain cable: a plug that fills its opening brings all links of it. */
export function plainEnds(
  design: Design,
  from: PortRef,
  to: PortRef,
  medium: MediumId,
): EndsAnswer {
  return { ok: true, ends: endsBetween(design, from, to, medium), sharing: 1 };
}
