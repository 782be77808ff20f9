/** A design by all goals at once. */
import type { CableId } from '../model/ids.ts';
import type { MediumId } from '../model/medium.ts';
import { type CostWeights, type Goal, isCopper, isTwinax, type PlacementFigures } from './goal.ts';
import type { LaidCables, Value } from './laid-cables.ts';

export function figuresOf(laid: LaidCables, weights: CostWeights): PlacementFigures {
  const counts = longestOf(laid);
  let longest = 0;
  let longestCopperId: CableId | null = null;
  let copperM = 0;
  let costWeight = 0;
  let overReach = 0;
  for (const [index, { cable }] of laid.cables.entries()) {
    const metres = laid.metres(index);
    if (isCopper(cable.medium)) copperM += metres;
    costWeight += metres * weightOf(weights, cable.medium);
    if (laid.lacking(index, metres) === 2) overReach += 1;
    if (counts(cable.medium) && metres > longest) {
      longest = metres;
      longestCopperId = cable.id;
    }
  }
  const longestCopperM = longestCopperId === null ? null : longest;
  return { longestCopperM, longestCopperId, copperM, costWeight, overReach };
}

/** Which media the longest copper is looked for among. */
function longestOf({ cables }: LaidCables): (medium: MediumId) => boolean {
  return cables.some(({ cable }) => isTwinax(cable.medium)) ? isTwinax : isCopper;
}

export function weightOf(weights: CostWeights, medium: MediumId): number {
  return weights.get(medium) ?? 1;
}

/** So that the longest cable outweighs all shorter ones, yet those just behind it count too. */
const STEEPNESS = 16;

/** What each cable adds to a goal. The longest copper is a sum as well, of high powers, so that a trial is judged by what it moves. */
export function valueFor(laid: LaidCables, goal: Goal, weights: CostWeights): Value {
  const { cables } = laid;
  if (goal === 'longest-copper') {
    const counts = longestOf(laid);
    const longest = figuresOf(laid, weights).longestCopperM ?? 1;
    return (index, metres) => (counts(mediumAt(laid, index)) ? (metres / longest) ** STEEPNESS : 0);
  }
  const perMetre = Float64Array.from(cables, ({ cable: { medium } }) => {
    if (goal === 'cost') return weightOf(weights, medium);
    return isCopper(medium) ? 1 : 0;
  });
  return (index, metres) => (perMetre[index] ?? 0) * metres;
}

function mediumAt({ cables }: LaidCables, index: number): MediumId {
  return cables[index]?.cable.medium ?? 'power';
}
