/**
 * Whether a cable may join two ports. The cable tool lights what this allows; connecting, pasting and the
 * check of a whole design ask it too.
 */
import { MEDIA, mediumFacts, mediumName } from '../catalog/index.ts';
import type { Design } from '../model/design.ts';
import { cableAt } from '../model/design-index.ts';
import type { CableId } from '../model/ids.ts';
import type { MediumId } from '../model/medium.ts';
import type { Cable, CableEnds, PortRef } from '../model/records.ts';
import {
  fillsCage,
  hasFixedEnds,
  type LinkEnd,
  linksIn,
  type Misfit,
  misfitOf,
  perLink,
  unlikeSpeeds,
} from './mating.ts';
import { type PortPlace, portAt, portsOfCage, samePort } from './port-lookup.ts';
import { type Reason, reason, type Verdict, verdict } from './verdict.ts';

/** The plain yes, which a search over thousands of ports gives again and again. */
const YES = verdict([]);

export interface ConnectionOptions {
  /** A cable that is taken as not there: the one that is being changed. */
  readonly ignore?: CableId;
  /** Cables that are taken as there besides those of the design: of a list that is applied as a whole. */
  readonly planned?: (ref: PortRef) => Cable | undefined;
  /** Links that are to share each port at `a`, of which not all are there yet: a breakout that is being made. */
  readonly sharing?: number;
}

/**
 * The ends of the cable that one gets by plugging one in at `a` and `b`. A plug that fills its opening brings
 * all links of a twin-port opening with it, as long as both openings hold the same number of ports.
 */
export function endsBetween(design: Design, a: PortRef, b: PortRef, medium: MediumId): CableEnds {
  const single: CableEnds = { a: [a], b: [b] };
  if (!hasFixedEnds(medium)) return single;
  const placeA = portAt(design, a);
  const placeB = portAt(design, b);
  if (!placeA || !placeB || !fillsCage(placeA) || !fillsCage(placeB)) return single;
  const portsA = portsOfCage(placeA);
  const portsB = portsOfCage(placeB);
  if (portsA.length !== portsB.length) return single;
  return {
    a: portsA.map((port) => ({ deviceId: a.deviceId, portId: port.id })),
    b: portsB.map((port) => ({ deviceId: b.deviceId, portId: port.id })),
  };
}

/** Whether a cable of this medium may be plugged in at these two ports. */
export function canConnect(
  design: Design,
  a: PortRef,
  b: PortRef,
  medium: MediumId,
  options: ConnectionOptions = {},
): Verdict {
  return canCable(design, endsBetween(design, a, b, medium), medium, options);
}

/** Whether a cable of this medium may have these ends. */
export function canCable(
  design: Design,
  ends: CableEnds,
  medium: MediumId,
  options: ConnectionOptions = {},
): Verdict {
  if (ends.a.length !== ends.b.length || ends.a.length === 0) {
    return verdict([reason('rules.endsUneven')]);
  }
  const unsound = ends.a.length === 1 ? null : shapeReason(design, ends, medium);
  if (unsound) return verdict([unsound]);
  const reasons: Reason[] = [];
  const warnings: Reason[] = [];
  for (let index = 0; index < ends.a.length; index += 1) {
    const refA = ends.a[index];
    const refB = ends.b[index];
    const a = refA ? portAt(design, refA) : null;
    const b = refB ? portAt(design, refB) : null;
    if (!a || !b) return verdict([reason('rules.portGone')]);
    const links = { a: options.sharing ?? linksIn(ends.a, a.ref), b: linksIn(ends.b, b.ref) };
    const misfit = pairReason(a, b, medium, links);
    if (misfit) return verdict([misfit]);
    add(reasons, endReason(design, a, medium, options));
    add(reasons, endReason(design, b, medium, options));
    add(warnings, speedWarning(endOf(a, links.a), endOf(b, links.b), medium));
    if (isKept(a)) warnings.push(keptWarning(a));
    if (isKept(b)) warnings.push(keptWarning(b));
  }
  return reasons.length + warnings.length === 0
    ? YES
    : verdict(distinct(reasons), distinct(warnings));
}

function add(reasons: Reason[], why: Reason | null): void {
  if (why) reasons.push(why);
}

/**
 * The media that may join two ports, in the order in which one tries them: copper first within a rack, light
 * first between racks, where copper seldom reaches.
 */
export function mediaFor(design: Design, a: PortRef, b: PortRef): MediumId[] {
  const media = [...MEDIA.keys()].filter((medium) => canConnect(design, a, b, medium).allowed);
  const rackA = design.devices.get(a.deviceId)?.rackId;
  const rackB = design.devices.get(b.deviceId)?.rackId;
  return inOrder(media, rackA === rackB);
}

/**
 * The media whose plugs go into both ports, whatever is plugged in there now, in the same order.
 * @param links how many links of the cable share the port `a`
 */
export function mediaThatMate(a: PortPlace, b: PortPlace, links = 1): MediumId[] {
  const media = [...MEDIA.keys()].filter((medium) => {
    // Fixed ends share an opening out by its ports first.
    const ports = hasFixedEnds(medium) && fillsCage(a) ? portsOfCage(a).length : 1;
    const sharing = links > 1 ? Math.max(1, links / ports) : 1;
    return misfitOf(endOf(a, sharing), endOf(b, 1), medium) === null;
  });
  return inOrder(media, a.device.rackId === b.device.rackId);
}

function inOrder(media: MediumId[], sameRack: boolean): MediumId[] {
  return sameRack ? media : media.sort((x, y) => farRank(x) - farRank(y));
}

/** Between racks one tries fibre in transceivers first, then light with fixed ends, then copper. */
function farRank(medium: MediumId): number {
  const { carrier, plug } = mediumFacts(medium);
  if (carrier === 'copper') return 2;
  return plug === 'port' ? 0 : 1;
}

/**
 * Why no cable at all can join two ports: the reason of the medium that comes nearest to fitting. Null when
 * one can.
 */
export function whyNoCable(design: Design, a: PortRef, b: PortRef): Reason | null {
  const answers = [...MEDIA.keys()].map((medium) => canConnect(design, a, b, medium));
  if (answers.some((answer) => answer.allowed)) return null;
  const reasons = answers.flatMap((answer) => answer.reasons.slice(0, 1));
  return reasons.find((why) => why.key !== 'rules.mediumMisfit') ?? reasons[0] ?? null;
}

/** What no cable of several links can be: a port at both ends, a link twice, fixed plugs that part at both ends. */
function shapeReason(design: Design, ends: CableEnds, medium: MediumId): Reason | null {
  const { a, b } = ends;
  if (hasLinkTwice(ends) || b.some((ref) => a.some((other) => samePort(ref, other)))) {
    return reason('rules.linkTwice');
  }
  if (!hasFixedEnds(medium) || areInOneOpening(design, a) || areInOneOpening(design, b)) {
    return null;
  }
  return reason('rules.trunkFixed', { medium: mediumName(medium) });
}

/** Whether two links join the same ports. A cable has few links: each is held against each. */
function hasLinkTwice({ a, b }: CableEnds): boolean {
  return a.some((refA, index) => {
    for (let other = index + 1; other < a.length; other += 1) {
      if (isSame(refA, a[other]) && isSame(b[index], b[other])) return true;
    }
    return false;
  });
}

function isSame(one: PortRef | undefined, other: PortRef | undefined): boolean {
  return one === other || (!!one && !!other && samePort(one, other));
}

/** Whether ports share one opening; one without an opening is its own. */
function areInOneOpening(design: Design, refs: readonly PortRef[]): boolean {
  const [first] = refs;
  const cageId = first && (portAt(design, first)?.port.cageId ?? null);
  return refs.every(
    (ref) =>
      isSame(ref, first) ||
      (cageId !== null &&
        ref.deviceId === first?.deviceId &&
        portAt(design, ref)?.port.cageId === cageId),
  );
}

function pairReason(
  a: PortPlace,
  b: PortPlace,
  medium: MediumId,
  links: { readonly a: number; readonly b: number },
): Reason | null {
  if (samePort(a.ref, b.ref)) return reason('rules.samePort');
  if (a.device.id === b.device.id && a.port.cageId !== null && a.port.cageId === b.port.cageId) {
    return reason('rules.sameCage');
  }
  const ends = { a: endOf(a, links.a), b: endOf(b, links.b) };
  const misfit = misfitOf(ends.a, ends.b, medium);
  return misfit && misfitReason(a, b, misfit, medium, ends);
}

function misfitReason(
  a: PortPlace,
  b: PortPlace,
  misfit: Misfit,
  medium: MediumId,
  ends: { readonly a: LinkEnd; readonly b: LinkEnd },
): Reason {
  switch (misfit.reason) {
    case 'kind':
      return reason('rules.kindMismatch', { a: a.port.kind, b: b.port.kind });
    case 'medium':
      return mediumReason(misfit.end === 'a' ? a : b, medium);
    case 'lanes':
      return reason('rules.needsBreakout', {
        a: perLink(a.port.speedGbps, ends.a.links),
        b: perLink(b.port.speedGbps, ends.b.links),
      });
    case 'share': {
      const { port, device } = misfit.end === 'a' ? a : b;
      const names = { port: port.name, device: device.name };
      return reason('rules.lanesUneven', { ...names, lanes: port.lanes, links: misfit.links });
    }
    case 'plug': {
      const [outlet, inlet] = a.port.kind === 'powerOutlet' ? [a, b] : [b, a];
      return reason('rules.plugMisfit', { a: cageName(outlet), b: cageName(inlet) });
    }
    default:
      return misfit satisfies never;
  }
}

function endOf({ port, cage }: PortPlace, links: number): LinkEnd {
  return { port, cage, lanes: port.lanes, links };
}

/** What stands in the way at one end: a cable in the port itself, or one that fills the opening. */
function endReason(
  design: Design,
  place: PortPlace,
  medium: MediumId,
  options: ConnectionOptions,
): Reason | null {
  if (design.cables.size === 0 && !options.planned) return null;
  const inPort = cableIn(design, place.ref, options);
  if (inPort) return blocked('rules.portTaken', place, inPort);
  if (!fillsCage(place)) return null;
  for (const port of portsOfCage(place)) {
    if (port.id === place.port.id) continue;
    const other = cableIn(design, { deviceId: place.device.id, portId: port.id }, options);
    if (!other) continue;
    if (hasFixedEnds(other.medium)) return blocked('rules.cageTaken', place, other);
    if (hasFixedEnds(medium)) {
      const why = blocked('rules.cageNeeded', place, other);
      return { ...why, args: { ...why.args, medium: mediumName(medium) } };
    }
  }
  return null;
}

function cableIn(
  design: Design,
  ref: PortRef,
  { ignore, planned }: ConnectionOptions,
): Cable | undefined {
  const there = cableAt(design, ref);
  return there && there.id !== ignore ? there : planned?.(ref);
}

function speedWarning(a: LinkEnd, b: LinkEnd, medium: MediumId): Reason | null {
  const speeds = unlikeSpeeds(a, b, medium);
  return speeds && reason('rules.speedMismatch', { a: speeds[0], b: speeds[1] });
}

function isKept({ device, port }: PortPlace): boolean {
  return device.reserved.length > 0 && device.reserved.includes(port.id);
}

/** A person kept the port for something: this may be it, so it is said and not forbidden. */
function keptWarning({ device, port }: PortPlace): Reason {
  return reason('rules.portKept', { port: port.name, device: device.name }, [
    { kind: 'device', id: device.id },
  ]);
}

function mediumReason(place: PortPlace, medium: MediumId): Reason {
  return reason('rules.mediumMisfit', {
    medium: mediumName(medium),
    port: place.port.name,
    device: place.device.name,
    formFactor: cageName(place),
  });
}

function cageName({ cage }: PortPlace): string {
  return (cage?.formFactor ?? 'other').toUpperCase();
}

function blocked(key: string, place: PortPlace, cable: Cable): Reason {
  const args = { port: place.port.name, device: place.device.name, cable: cable.label || cable.id };
  return reason(key, args, [
    { kind: 'cable', id: cable.id },
    { kind: 'device', id: place.device.id },
  ]);
}

function distinct(reasons: readonly Reason[]): Reason[] {
  const byText = new Map(reasons.map((each) => [JSON.stringify([each.key, each.args]), each]));
  return [...byText.values()];
}
