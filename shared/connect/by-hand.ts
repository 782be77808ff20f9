/**
 * A cable of any shape that is made port by port: whether the next port fits, and what it comes to. A breakout takes
 * its far ends one after the other; a trunk takes a run of ports at either end, from the one that is chosen on.
 */
import type { Design } from '../model/design.ts';
import { cableAt, typeOf } from '../model/design-index.ts';
import type { DeviceId } from '../model/ids.ts';
import type { MediumId } from '../model/medium.ts';
import type { CableEnds, PortRef } from '../model/records.ts';
import { canCable, mediaFor, mediaThatMate, whyNoCable } from '../rules/connection.ts';
import { kindsMate, portAt, samePort } from '../rules/port-lookup.ts';
import { reason, type Verdict, verdict } from '../rules/verdict.ts';
import {
  breakoutEnds,
  type CableShape,
  type EndsAnswer,
  farEnds,
  plainEnds,
  trunkEnds,
} from './cable-shape.ts';

/** A cable with its near end plugged in, and those of its far ends that are. */
export interface CableBegun {
  readonly shape: CableShape;
  readonly from: PortRef;
  readonly to: readonly PortRef[];
  /** Null takes what fits first. */
  readonly medium: MediumId | null;
}

/** What a cable would be with its far ends at these ports. */
export interface CableJoined {
  readonly ends: CableEnds;
  readonly medium: MediumId;
  readonly verdict: Verdict;
}

/** Whether the cable has all its far ends. */
export function isWhole({ shape, to }: CableBegun): boolean {
  return to.length >= farEnds(shape);
}

/**
 * The cable as it would be with its far ends as they are, in the first medium that fits; in the first of all where
 * none does, with the reason against it.
 * @param finished whether no more far ends are to come
 */
export function joined(design: Design, begun: CableBegun, finished: boolean): CableJoined {
  const [first] = begun.to;
  const same = begun.to.some((ref) => samePort(ref, begun.from));
  if (!first || same) return refusal(begun, verdict([reason('rules.samePort')]));
  let answer: CableJoined | null = null;
  for (const medium of mediaToTry(design, begun, first)) {
    const next = inMedium(design, begun, medium, finished);
    if (next.verdict.allowed) return next;
    answer ??= next;
  }
  // Of two plain ports it is known why no medium at all fits.
  const why = begun.shape.shape === 'plain' ? whyNoCable(design, begun.from, first) : null;
  if (why && begun.medium === null) return refusal(begun, verdict([why]));
  return answer ?? refusal(begun, verdict([reason('connect.why.noMedium')]));
}

function refusal({ from, to, medium }: CableBegun, against: Verdict): CableJoined {
  return { ends: { a: to.map(() => from), b: to }, medium: medium ?? 'dac', verdict: against };
}

function mediaToTry(design: Design, begun: CableBegun, to: PortRef): readonly MediumId[] {
  if (begun.medium !== null) return [begun.medium];
  if (begun.shape.shape === 'plain') return mediaFor(design, begun.from, to);
  const [near, far] = [portAt(design, begun.from), portAt(design, to)];
  return near && far ? mediaThatMate(near, far, farEnds(begun.shape)) : [];
}

function inMedium(
  design: Design,
  begun: CableBegun,
  medium: MediumId,
  finished: boolean,
): CableJoined {
  const answer = endsIn(design, begun, medium, finished);
  if (!answer.ok) return { ...refusal(begun, verdict([answer.reason])), medium };
  const { ends, sharing } = answer;
  return { ends, medium, verdict: canCable(design, ends, medium, { sharing }) };
}

function endsIn(
  design: Design,
  { shape, from, to }: CableBegun,
  medium: MediumId,
  finished: boolean,
): EndsAnswer {
  const [first] = to;
  if (!first) return { ok: false, reason: reason('rules.endsUneven') };
  switch (shape.shape) {
    case 'plain':
      return plainEnds(design, from, first, medium);
    case 'breakout':
      return breakoutEnds(design, from, to, finished ? to.length : shape.ways, medium);
    case 'trunk': {
      const [a, b] = [portRun(design, from, shape.links), portRun(design, first, shape.links)];
      const short = a.length < shape.links ? from : b.length < shape.links ? first : null;
      if (!short) return trunkEnds(a, b);
      const device = design.devices.get(short.deviceId)?.name ?? '';
      return { ok: false, reason: reason('connect.why.shortRun', { device, links: shape.links }) };
    }
    default:
      return shape satisfies never;
  }
}

/** So many ports of a device from this one on, of its kind and opening, in the order of the type. */
function portRun(design: Design, from: PortRef, count: number): readonly PortRef[] {
  const place = portAt(design, from);
  if (!place) return [];
  const { type, port, cage } = place;
  const cages = new Map(type.cages.map(({ id, formFactor }) => [id, formFactor]));
  const start = type.ports.findIndex(({ id }) => id === port.id);
  return type.ports
    .slice(start)
    .filter(({ kind, cageId }) => {
      const formFactor = cageId === null ? undefined : cages.get(cageId);
      return kind === port.kind && formFactor === cage?.formFactor;
    })
    .slice(0, count)
    .map(({ id }) => ({ deviceId: from.deviceId, portId: id }));
}

/** The ports that the next end of the cable would take, were it plugged in there. */
export function portsMeantBy(design: Design, shape: CableShape, port: PortRef): readonly PortRef[] {
  return shape.shape === 'trunk' ? portRun(design, port, shape.links) : [port];
}

/** The ports of devices that the next far end can go into. */
export function nextPorts(
  design: Design,
  begun: CableBegun,
  devices: Iterable<DeviceId>,
): readonly PortRef[] {
  const near = portAt(design, begun.from);
  if (!near) return [];
  const found: PortRef[] = [];
  for (const deviceId of devices) {
    const device = design.devices.get(deviceId);
    for (const port of device ? typeOf(design, device).ports : []) {
      const ref = { deviceId, portId: port.id };
      if (!kindsMate(near.port.kind, port.kind) || cableAt(design, ref)) continue;
      const next = { ...begun, to: [...begun.to, ref] };
      if (joined(design, next, false).verdict.allowed) found.push(ref);
    }
  }
  return found;
}
