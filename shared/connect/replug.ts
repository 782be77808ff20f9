/** A plug of a cable pulled out of its port: put into another one, or taken off the cable. */
import type { Design } from '../model/design.ts';
import type { Cable, CableEnds, PortRef } from '../model/records.ts';
import { canCable } from '../rules/connection.ts';
import { fillsCage, hasFixedEnds } from '../rules/mating.ts';
import { portAt, portsOfCage, samePort } from '../rules/port-lookup.ts';
import { type Reason, reason, type Verdict, verdict } from '../rules/verdict.ts';

/** The ends a cable would have, and whether it may. */
export interface Replugged {
  readonly ends: CableEnds;
  readonly verdict: Verdict;
}

/** The cable with the plug that is in `from` put into `to`; all links of the plug go with it. */
export function replugged(design: Design, cable: Cable, from: PortRef, to: PortRef): Replugged {
  const side = sideOf(cable, from);
  if (!side) return refusal(cable, reason('rules.portGone'));
  if (samePort(from, to)) return refusal(cable, reason('rules.samePort'));
  const old = plugPorts(design, cable, from);
  const next = old.length === 1 ? [to] : openingPorts(design, to);
  if (next.length < old.length) {
    return refusal(cable, reason('connect.why.plugSmaller', { links: old.length }));
  }
  const moved = cable.ends[side].map((ref) => {
    const index = old.findIndex((each) => samePort(each, ref));
    return index < 0 ? ref : (next[index] ?? to);
  });
  const ends = { ...cable.ends, [side]: moved };
  return { ends, verdict: canCable(design, ends, cable.medium, { ignore: cable.id }) };
}

/** The cable without the plug that is in a port: its links go, and those of the others stay. */
export function unplugged(design: Design, cable: Cable, ref: PortRef): Replugged {
  const side = sideOf(cable, ref);
  if (!side) return refusal(cable, reason('rules.portGone'));
  const gone = plugPorts(design, cable, ref);
  const stays = cable.ends[side].map((each) => !gone.some((port) => samePort(port, each)));
  const kept = (refs: readonly PortRef[]): readonly PortRef[] => refs.filter((_, at) => stays[at]);
  const ends = { a: kept(cable.ends.a), b: kept(cable.ends.b) };
  if (ends.a.length === 0) return refusal(cable, reason('connect.why.lastEnd'));
  return { ends, verdict: canCable(design, ends, cable.medium, { ignore: cable.id }) };
}

/** Ports of the cable that one plug is in: those of its opening, where the plug takes it whole. */
function plugPorts(design: Design, cable: Cable, ref: PortRef): readonly PortRef[] {
  const side = sideOf(cable, ref);
  const place = portAt(design, ref);
  if (!side || !place || !hasFixedEnds(cable.medium) || !fillsCage(place)) return [ref];
  const own = cable.ends[side];
  return openingPorts(design, ref).filter((each) => own.some((other) => samePort(other, each)));
}

function openingPorts(design: Design, ref: PortRef): readonly PortRef[] {
  const place = portAt(design, ref);
  if (!place) return [];
  return portsOfCage(place).map(({ id }) => ({ deviceId: ref.deviceId, portId: id }));
}

function sideOf({ ends }: Cable, ref: PortRef): 'a' | 'b' | null {
  const isIn = (refs: readonly PortRef[]): boolean => refs.some((each) => samePort(each, ref));
  if (isIn(ends.a)) return 'a';
  return isIn(ends.b) ? 'b' : null;
}

function refusal({ ends }: Cable, against: Reason): Replugged {
  return { ends, verdict: verdict([against]) };
}
