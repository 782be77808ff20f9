/** The route of a cable through the design that it is in. */
import { cableFacts, tailsOf } from '../analysis/cable-facts.ts';
import type { Cable } from '../model/records.ts';
import { landCable, type RoutedDesign } from './landing.ts';
import { leadInParts } from './lead-cable.ts';
import { isTurnedIn } from './turned-sides.ts';
import type { Route } from './types.ts';

/**
 * The route of a cable.
 * @returns null when one of its ends names a device, rack, type or port that the design does not hold
 */
export function routeCable(design: RoutedDesign, cable: Cable): Route | null {
  const landed = landCable(design, cable);
  if (!landed) return null;
  const facts = cableFacts(cable, landed);
  const kind = { facts, tails: tailsOf(cable, facts) };
  const lead = leadInParts(design, cable, landed, kind, isTurnedIn);
  const racks = [...new Set(landed.landings.map(({ rack }) => rack))];
  const turned = racks.filter((rack) => isTurnedIn(design, cable, rack));
  return { cableId: cable.id, ...lead, turnedIn: turned.map(({ id }) => id) };
}
