/** Fixes: edits that make a finding go or shrink, each of them tried before it is offered. */
export type { FixProposal } from './fix.ts';
export { analyseWithFixes } from './with-fixes.ts';
export { FixWorkshop } from './workshop.ts';
