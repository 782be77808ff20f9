/** The trails of a cable through the design that it is in. */
import type { Cable } from '../model/records.ts';
import { landCable, legsOf, type RoutedDesign } from './landing.ts';
import { ledEnds } from './led-end.ts';
import { stopsOf } from './stop.ts';
import { type Trail, trailBetween } from './trail.ts';
import { isTurnedIn } from './turned-sides.ts';

/**
 * The trails of a cable, one for each of its legs, A ends first. A cable without points by hand has them too: they
 * tell its way in the middle of the strips.
 * @returns nothing when one of its ends is not in the design
 */
export function trailsOf(design: RoutedDesign, cable: Cable): readonly Trail[] {
  const landed = landCable(design, cable);
  if (!landed) return [];
  const ends = ledEnds(design, cable, landed, isTurnedIn);
  const stops = stopsOf(design, cable);
  return legsOf(landed).flatMap(([from, to]) => {
    const [a, b] = [ends[from], ends[to]];
    return a && b ? [trailBetween(design, a, b, stops)] : [];
  });
}
