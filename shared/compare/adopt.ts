/** Taking a column over into the design, as one edit that can be undone. */
import { analyseCable } from '../analysis/cable-result.ts';
import type { Design } from '../model/design.ts';
import { type Diff, isEmptyDiff } from '../model/diff.ts';
import type { CableId } from '../model/ids.ts';
import type { Cable } from '../model/records.ts';
import { type Reason, reason, sayReason } from '../rules/index.ts';
import { say } from '../text/index.ts';
import {
  type Alternatives,
  allIn,
  alternativesOf,
  type Candidate,
  CheapestThatReaches,
} from './alternatives.ts';
import { COST_ORDER, type ComparedMedium, type OtherColumnId } from './columns.ts';
import type { Conversion } from './convert-group.ts';

export interface Adoption {
  readonly diff: Diff;
  /** Links that change their cable. */
  readonly changed: number;
  /** Links that are left as they are drawn because their ports do not take the medium's plugs. */
  readonly left: number;
}

export type AdoptionAnswer =
  | { readonly ok: true; readonly adoption: Adoption }
  | { readonly ok: false; readonly reason: Reason };

/** The edit that gives every compared cable the column's medium, where its ports take it; or why there is none. */
export function adoptMedium(design: Design, column: OtherColumnId): AdoptionAnswer {
  const conversions = conversionsOf(alternativesOf(design), column);
  const taken = conversions.filter(({ refusal }) => refusal === null);
  const refused = conversions.find(({ refusal }) => refusal !== null)?.refusal ?? null;
  const diff = conversionDiff(taken);
  if (isEmptyDiff(diff)) return { ok: false, reason: whyNothing(column, refused) };
  const linksIn = (some: readonly Conversion[]): number =>
    some.reduce((sum, { group }) => sum + group.links.length, 0);
  const changed = linksIn(taken.filter((conversion) => !isEmptyDiff(conversionDiff([conversion]))));
  return {
    ok: true,
    adoption: { diff, changed, left: linksIn(conversions) - linksIn(taken) },
  };
}

function conversionsOf(ground: Alternatives, column: OtherColumnId): readonly Conversion[] {
  if (column !== 'cheapest') return allIn(ground, column);
  const cheapest = new CheapestThatReaches(ground);
  for (const medium of COST_ORDER) cheapest.offer(medium, candidateOf(ground, medium));
  return cheapest.conversions;
}

/** A medium's column without its analysis: a cable's verdict needs nothing but the cable. */
function candidateOf(ground: Alternatives, medium: ComparedMedium): Candidate {
  const conversions = allIn(ground, medium);
  const cables = new Map<CableId, Cable>();
  for (const conversion of conversions) {
    for (const cable of conversion.cables) cables.set(cable.id, cable);
  }
  return {
    conversions,
    verdictOf(id) {
      const cable = cables.get(id);
      return cable ? analyseCable(ground.landings.design, cable).row.verdict : 'unknown';
    },
  };
}

/** What the conversions add, change and remove; what stays the same is not in it. */
export function conversionDiff(conversions: readonly Conversion[]): Diff {
  const added: Cable[] = [];
  const updated: (readonly [Cable, Cable])[] = [];
  const removed: Cable[] = [];
  for (const { group, cables } of conversions) {
    const before = new Map(group.cables.map((cable) => [cable.id, cable]));
    for (const cable of cables) {
      const drawn = before.get(cable.id);
      before.delete(cable.id);
      if (!drawn) added.push(cable);
      else if (JSON.stringify(drawn) !== JSON.stringify(cable)) updated.push([drawn, cable]);
    }
    removed.push(...before.values());
  }
  return { added, updated, removed };
}

function whyNothing(column: OtherColumnId, refused: Reason | null): Reason {
  const name = columnName(column);
  if (!refused) return reason('compare.refusal.nothingChanges', { column: name });
  return reason(
    'compare.refusal.noneFits',
    { column: name, why: sayReason(refused) },
    refused.subjects,
  );
}

/** The column as a person reads it. */
export function columnName(column: OtherColumnId | 'as-drawn'): string {
  return say(`compare.column.${column}`);
}
