/** What files of other programs would do to a design, and doing it. */
export { applyPlan, takeAll } from './apply-plan.ts';
export { freeIds } from './free-ids.ts';
export {
  type Differing,
  type FieldDifference,
  fieldKey,
  type ImportPlan,
  type Made,
  type NotUnderstood,
} from './plan.ts';
export type { FoundSource } from './plan-found.ts';
export { planImport } from './plan-import.ts';
export { joinedPlan, type PlanPart, type PlanWhole, planParts } from './plan-parts.ts';
export type { SourceRows } from './source-rows.ts';
export { placeText, toldOf } from './told.ts';
