/** The same design in every column: what its cables would be. */
import type { ReachVerdict } from '../analysis/types.ts';
import type { Design } from '../model/design.ts';
import type { CableId } from '../model/ids.ts';
import type { Cable } from '../model/records.ts';
import { type CableGroup, cableGroups } from './cable-groups.ts';
import { COST_ORDER, type ComparedMedium, isDataMedium } from './columns.ts';
import { type Conversion, convertGroup, unchanged } from './convert-group.ts';

/** What every column of a design starts from. */
export interface Alternatives {
  readonly design: Design;
  readonly bare: Design;
  readonly groups: readonly CableGroup[];
}

export function alternativesOf(design: Design): Alternatives {
  const kept = new Map<CableId, Cable>();
  for (const [id, cable] of design.cables) if (!isDataMedium(cable.medium)) kept.set(id, cable);
  return { design, bare: { ...design, cables: kept }, groups: cableGroups(design) };
}

/** Every group as it is drawn. */
export function asDrawn({ groups }: Alternatives): readonly Conversion[] {
  return groups.map(unchanged);
}

/** Every group in one medium. */
export function allIn(ground: Alternatives, medium: ComparedMedium): readonly Conversion[] {
  return ground.groups.map((group) => convertGroup(ground, group, medium));
}

/** One medium's column, as far as choosing needs it. */
export interface Candidate {
  readonly conversions: readonly Conversion[];
  readonly verdictOf: (id: CableId) => ReachVerdict;
}

/**
 * Of each group the first medium, in the order of cost, that can be plugged and reaches; else the first that a named
 * product reaches; else it stays as it is drawn. An unknown reach never counts as one.
 */
export function cheapestThatReaches(
  ground: Alternatives,
  candidates: ReadonlyMap<ComparedMedium, Candidate>,
): readonly Conversion[] {
  return ground.groups.map((group, index) => {
    let named: Conversion | null = null;
    for (const medium of COST_ORDER) {
      const candidate = candidates.get(medium);
      const conversion = candidate?.conversions[index];
      if (!candidate || !conversion || conversion.refusal !== null) continue;
      const verdicts = conversion.cables.map(({ id }) => candidate.verdictOf(id));
      if (verdicts.every((verdict) => verdict === 'ok')) return conversion;
      const sold = verdicts.every((verdict) => verdict === 'ok' || verdict === 'vendor-only');
      if (sold) named ??= conversion;
    }
    return named ?? unchanged(group);
  });
}

/** The design with these cables in place of those that are compared. */
export function designWith({ bare }: Alternatives, conversions: readonly Conversion[]): Design {
  const cables = new Map(bare.cables);
  for (const conversion of conversions) {
    for (const cable of conversion.cables) cables.set(cable.id, cable);
  }
  return { ...bare, cables };
}
