/** A plan in parts: one of a hundred thousand cables comes to the window bit by bit, so that no frame waits for it. */
import type { DesignRecord } from '../model/records.ts';
import type { Counts, ImportPlan } from './plan.ts';

/** Part of each list of a plan. */
export interface PlanPart {
  readonly makes: ImportPlan['makes'];
  readonly differs: ImportPlan['differs'];
  readonly notUnderstood: ImportPlan['notUnderstood'];
  readonly warnings: ImportPlan['warnings'];
  readonly added: readonly DesignRecord[];
}

/** What a plan is beside its lists. */
export interface PlanWhole {
  readonly parts: number;
  readonly same: Counts;
  /** The files that it is made of. */
  readonly files: readonly string[];
}

/** The lists of a plan, so many lines of each at a time. A plan only adds records. */
export function* planParts(plan: ImportPlan, lines: number): Generator<PlanPart> {
  const { makes, differs, notUnderstood, warnings, additions } = plan;
  const { added } = additions;
  const longest = Math.max(
    ...[makes, differs, notUnderstood, warnings, added].map(({ length }) => length),
  );
  for (let from = 0; from < longest; from += lines) {
    const to = from + lines;
    yield {
      makes: makes.slice(from, to),
      differs: differs.slice(from, to),
      notUnderstood: notUnderstood.slice(from, to),
      warnings: warnings.slice(from, to),
      added: added.slice(from, to),
    };
  }
}

/** The plan that the parts were taken from. */
export function joinedPlan(parts: readonly PlanPart[], same: Counts): ImportPlan {
  return {
    makes: parts.flatMap(({ makes }) => makes),
    differs: parts.flatMap(({ differs }) => differs),
    notUnderstood: parts.flatMap(({ notUnderstood }) => notUnderstood),
    warnings: parts.flatMap(({ warnings }) => warnings),
    same,
    additions: { added: parts.flatMap(({ added }) => added), updated: [], removed: [] },
  };
}
