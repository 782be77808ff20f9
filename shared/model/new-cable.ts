/** A cable of which only what is stated is known. */
import type { Cable } from './records.ts';

/**
 * A planned cable, led automatically, of the colour of its kind; its length is estimated.
 * @param known what is known of it
 */
export function newCable(
  known: Pick<Cable, 'id' | 'label' | 'medium' | 'ends'> & Partial<Omit<Cable, 'kind'>>,
): Cable {
  return {
    kind: 'cable',
    awg: null,
    lengthM: null,
    lengthForMm: null,
    colour: null,
    fabric: '',
    rail: null,
    side: 'auto',
    waypoints: [],
    part: '',
    bundle: '',
    status: 'planned',
    notes: '',
    extra: '',
    ...known,
  };
}
