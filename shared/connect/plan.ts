/**
 * The cables that somebody asked for, as they would be made one after the other: each with its ports, or with what
 * stands in its way. Ports are asked of the same rule as by hand; those that the list itself fills are taken for it.
 */

import { mediumFacts } from '../catalog/index.ts';
import { cableNames } from '../labels/cable-names.ts';
import type { Design } from '../model/design.ts';
import { portKey } from '../model/design-index.ts';
import type { DeviceId } from '../model/ids.ts';
import type { MediumId } from '../model/medium.ts';
import { newCable } from '../model/new-cable.ts';
import type { Cable, CableEnds, PortRef } from '../model/records.ts';
import { canCable, mediaThatMate } from '../rules/connection.ts';
import { hasFixedEnds } from '../rules/mating.ts';
import { portAt, samePort } from '../rules/port-lookup.ts';
import { type Reason, reason } from '../rules/verdict.ts';
import {
  breakoutEnds,
  type CableShape,
  type EndsAnswer,
  farEnds,
  plainEnds,
  trunkEnds,
} from './cable-shape.ts';
import { type Expression, type Values, valueOf } from './expression.ts';
import { type FarWish, FreePorts } from './free-port-search.ts';
import type { Asked, AskedEnd, AskedPair } from './pairs.ts';

/** What the cables are. */
export interface CableSpec
  extends Pick<Cable, 'awg' | 'fabric' | 'status' | 'bundle' | 'colour' | 'part'> {
  readonly shape: CableShape;
  /** Null takes what fits both ports first. */
  readonly medium: MediumId | null;
  /** The rail from what the pattern knows of the cable; null = none. */
  readonly rail: Expression | null;
}

/** A cable of the list. */
export interface PlannedCable {
  readonly pairs: readonly AskedPair[];
  /** As it would be made, but for its id; null where an end of it is not there. */
  readonly cable: Cable | null;
  /** Why it cannot be made; empty when it can. */
  readonly reasons: readonly Reason[];
  readonly warnings: readonly Reason[];
}

/** The cables in the order of the pairs. Pairs that a plug of an earlier cable brings with it make none. */
export function planCables(design: Design, asked: Asked, spec: CableSpec): readonly PlannedCable[] {
  const planner = new Planner(design, spec);
  return groupsOf(asked.pairs, spec.shape).flatMap((pairs) => planner.plan(pairs) ?? []);
}

/** The pairs of each cable: those of a breakout start at one end, a trunk takes so many in a row. */
function groupsOf(
  pairs: readonly AskedPair[],
  shape: CableShape,
): readonly (readonly AskedPair[])[] {
  const size = shape.shape === 'trunk' ? shape.links : farEnds(shape);
  const groups: AskedPair[][] = [];
  for (let at = 0; at < pairs.length; at += size) groups.push(pairs.slice(at, at + size));
  return groups;
}

class Planner {
  readonly #design: Design;
  readonly #spec: CableSpec;
  readonly #nameFor: ReturnType<typeof cableNames>;
  readonly #taken = new Map<string, Cable>();
  readonly #media = new Map<string, readonly MediumId[]>();
  readonly #free: FreePorts;
  readonly #wish: FarWish;
  #count = 0;

  constructor(design: Design, spec: CableSpec) {
    this.#design = design;
    this.#spec = spec;
    this.#nameFor = cableNames(design);
    this.#wish = { medium: spec.medium, links: farEnds(spec.shape) };
    this.#free = new FreePorts(design, (ref) => this.#taken.has(portKey(ref)));
  }

  /** The cable of these pairs; null when another one carries them. */
  plan(pairs: readonly AskedPair[]): PlannedCable | null {
    const [first] = pairs;
    const missing = pairs.flatMap(missingOf);
    const from = pairs.flatMap(({ a }) => (a.end === 'port' ? [a.ref] : []));
    const [start] = from;
    if (!first || !start || missing.length > 0 || from.length < pairs.length) {
      return { pairs, cable: null, reasons: distinct(missing), warnings: [] };
    }
    if (pairs.length === 1 && this.#isCarried(start, first.b)) return null;
    const to = this.#farPorts(pairs);
    if ('key' in to) return { pairs, cable: null, reasons: [to], warnings: [] };
    return this.#planned(pairs, from, to, first.values);
  }

  /** The ports at the far ends; free ones are chosen now. */
  #farPorts(pairs: readonly AskedPair[]): readonly PortRef[] | Reason {
    const to: PortRef[] = [];
    for (const { a, b } of pairs) {
      if (b.end === 'port') to.push(b.ref);
      else if (b.end === 'free' && a.end === 'port') {
        const next = this.#free.next(a.ref, b.devices, this.#wish, to);
        if (!next) return this.#noneFree(b.devices);
        to.push(next);
      }
    }
    return to;
  }

  #noneFree(devices: readonly DeviceId[]): Reason {
    const [first, ...others] = devices.flatMap((id) => this.#design.devices.get(id) ?? []);
    return reason('connect.why.noneFree', { device: first?.name ?? '', others: others.length });
  }

  #planned(
    pairs: readonly AskedPair[],
    from: readonly PortRef[],
    to: readonly PortRef[],
    values: Values,
  ): PlannedCable {
    let answer: PlannedCable | null = null;
    for (const medium of this.#mediaOf(from[0], to[0])) {
      const ends = this.#endsOf(from, to, medium);
      const next = this.#judged(pairs, ends, medium, values);
      if (next.reasons.length === 0 && next.cable) {
        return { ...next, cable: this.#put(next.cable) };
      }
      answer ??= next;
    }
    const none = reason('connect.why.noMedium');
    return answer ?? { pairs, cable: null, reasons: [none], warnings: [] };
  }

  #judged(
    pairs: readonly AskedPair[],
    ends: EndsAnswer,
    medium: MediumId,
    values: Values,
  ): PlannedCable {
    if (!ends.ok) return { pairs, cable: null, reasons: [ends.reason], warnings: [] };
    const { shape: _shape, rail, ...fields } = this.#spec;
    const number = rail === null ? null : valueOf(rail, values);
    if (rail !== null && number === null) {
      return { pairs, cable: null, reasons: [reason('connect.why.noRail')], warnings: [] };
    }
    const planned = (ref: PortRef): Cable | undefined => this.#taken.get(portKey(ref));
    const { reasons, warnings } = canCable(this.#design, ends.ends, medium, { planned });
    const cable = newCable({
      ...fields,
      id: `planned-${this.#count + 1}`,
      label: '',
      medium,
      awg: mediumFacts(medium).carrier === 'copper' ? fields.awg : null,
      rail: number,
      ends: ends.ends,
    });
    return { pairs, cable, reasons, warnings };
  }

  #endsOf(from: readonly PortRef[], to: readonly PortRef[], medium: MediumId): EndsAnswer {
    const { shape } = this.#spec;
    const [a, b] = [from[0], to[0]];
    if (!a || !b) return { ok: false, reason: reason('rules.endsUneven') };
    switch (shape.shape) {
      case 'plain':
        return plainEnds(this.#design, a, b, medium);
      case 'breakout':
        return breakoutEnds(this.#design, a, to, to.length, medium);
      case 'trunk':
        return trunkEnds(from, to);
      default:
        return shape satisfies never;
    }
  }

  #mediaOf(a: PortRef | undefined, b: PortRef | undefined): readonly MediumId[] {
    if (this.#spec.medium !== null) return [this.#spec.medium];
    const placeA = a && portAt(this.#design, a);
    const placeB = b && portAt(this.#design, b);
    if (!placeA || !placeB) return [];
    const near = placeA.device.rackId === placeB.device.rackId;
    const key = JSON.stringify([
      placeA.type.id,
      placeA.port.id,
      placeB.type.id,
      placeB.port.id,
      near,
    ]);
    let media = this.#media.get(key);
    if (!media) {
      const links = farEnds(this.#spec.shape);
      media = mediaThatMate(placeA, placeB, links);
      this.#media.set(key, media);
    }
    return media;
  }

  /** Whether a plug of an earlier cable of the list brings this link with it. */
  #isCarried(a: PortRef, b: AskedEnd): boolean {
    const cable = this.#taken.get(portKey(a));
    if (!cable || !hasFixedEnds(cable.medium) || this.#spec.shape.shape !== 'plain') return false;
    if (b.end === 'free') return b.devices.some((id) => endsIn(cable.ends, id));
    return (
      b.end === 'port' &&
      cable.ends.a.some((ref, index) => {
        const other = cable.ends.b[index];
        return other !== undefined && samePort(ref, a) && samePort(other, b.ref);
      })
    );
  }

  /** The cable with its name; its ports are taken for what comes after it. */
  #put(planned: Cable): Cable {
    this.#count += 1;
    const cable = { ...planned, label: this.#nameFor(planned) };
    for (const ref of [...cable.ends.a, ...cable.ends.b]) this.#taken.set(portKey(ref), cable);
    return cable;
  }
}

function endsIn({ a, b }: CableEnds, deviceId: DeviceId): boolean {
  return [...a, ...b].some((ref) => ref.deviceId === deviceId);
}

/** Why an end of the pair is not there; the far one is not asked for where the near one is missing. */
function missingOf({ a, b }: AskedPair): readonly Reason[] {
  if (a.end === 'none') return [a.reason];
  return b.end === 'none' ? [b.reason] : [];
}

/** The reasons, each once. */
function distinct(reasons: readonly Reason[]): readonly Reason[] {
  return [
    ...new Map(reasons.map((each) => [JSON.stringify([each.key, each.args]), each])).values(),
  ];
}
