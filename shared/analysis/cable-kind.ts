/**
 * What all cables of one medium and wire that join the same ports have in common, wherever they lie: in a hall of a
 * hundred thousand cables a few hundred kinds.
 */
import { mediumFacts } from '../catalog/index.ts';
import type { MediumId } from '../model/medium.ts';
import type { Cable } from '../model/records.ts';
import {
  type CableFacts,
  type Jacket,
  jacketOf,
  type Tails,
  tailsOf,
  wattsPerEnd,
} from './cable-facts.ts';
import { type MatingFault, matingFault } from './mating-rule.ts';

export interface CableKind {
  readonly medium: MediumId;
  readonly awg: number | null;
  readonly facts: CableFacts;
  /** The jacket of the whole cable, and those that hang on the plugs at either side. */
  readonly jacket: Jacket;
  readonly tails: Tails;
  /** The plugs at either side. */
  readonly plugs: { readonly a: PlugKind; readonly b: PlugKind };
  readonly isCopper: boolean;
  /** Why its ends cannot mate; null where they can. */
  readonly fault: MatingFault | null;
}

/** What all plugs at one side of a kind of cable have in common. */
export interface PlugKind {
  /** The jacket that hangs on it: of one that is one of several of its end, round its share of the lanes. */
  readonly jacket: Jacket;
  /** Heat of its electronics, W; null = unknown. */
  readonly watts: number | null;
}

const known = new WeakMap<CableFacts, CableKind[]>();

/** The kind of a cable of which the facts are known. */
export function kindOf(cable: Cable, facts: CableFacts): CableKind {
  let kinds = known.get(facts);
  if (!kinds) known.set(facts, (kinds = []));
  for (let at = 0; at < kinds.length; at += 1) {
    const kind = kinds[at] as CableKind;
    if (kind.medium === cable.medium && kind.awg === cable.awg) return kind;
  }
  const kind = makeKind(cable, facts);
  kinds.push(kind);
  return kind;
}

function makeKind(cable: Cable, facts: CableFacts): CableKind {
  const { medium, awg } = cable;
  const links = facts.links.length;
  const linkWatts = facts.speedGbps === null ? null : wattsPerEnd(medium, facts.speedGbps / links);
  const tails = tailsOf(cable, facts);
  const plugAt = (side: 'a' | 'b'): PlugKind => ({
    jacket: tails[side],
    watts: linkWatts === null ? null : (linkWatts * links) / facts.openings[side],
  });
  return {
    medium,
    awg,
    facts,
    jacket: jacketOf(medium, facts.lanes, awg),
    tails,
    plugs: { a: plugAt('a'), b: plugAt('b') },
    isCopper: mediumFacts(medium).carrier === 'copper',
    fault: matingFault(medium, facts),
  };
}
