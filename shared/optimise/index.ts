/**
 * The optimiser: better places for switches and their racks.
 *
 * - `optimise(design, {goal, seed, weights})` is a generator: it yields its progress every few hundredths of a second
 *   and returns figures before and after with the edit between them. Stop driving it to cancel
 */
export { type CostWeights, figureOf, GOALS, type Goal, type PlacementFigures } from './goal.ts';
export {
  type Optimised,
  type OptimiseOptions,
  type OptimiseProgress,
  optimise,
} from './optimise.ts';
