/** What files of other programs would do to a design, and doing it. */
export { applyPlan, takeAll } from './apply-plan.ts';
export { freeIds } from './free-ids.ts';
export { fieldKey, type ImportPlan } from './plan.ts';
export type { FoundSource } from './plan-found.ts';
export { planImport } from './plan-import.ts';
export type { SourceRows } from './source-rows.ts';
export { placeText, toldOf } from './told.ts';
