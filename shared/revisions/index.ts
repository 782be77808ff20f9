/** What changed between two states of a design. */
export { type DesignChange, designChanges } from './design-changes.ts';
