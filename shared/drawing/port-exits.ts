/** The lanes in which cables run sideways over a face, side by side about the middle of their channel. */
import type { DeviceType } from '../model/device-type.ts';
import type { CageId } from '../model/ids.ts';
import type { Face } from '../model/records.ts';
import { type Channel, faceChannels } from '../routing/face-channels.ts';

/** The openings of a channel share it in lanes; the ones nearest to the strip lie next to the openings. */
function spread({ cages, half, nearMm, farMm }: Channel, exits: Map<CageId, number>): void {
  const ordered = cages.toSorted((a, b) => (half === 'left' ? a.xMm - b.xMm : b.xMm - a.xMm));
  for (const [index, { id }] of ordered.entries()) {
    exits.set(id, nearMm + ((index + 0.5) / ordered.length) * (farMm - nearMm));
  }
}

const known = new WeakMap<readonly Channel[], ReadonlyMap<CageId, number>>();

/** The height, in face coordinates (mm), at which the cable of each opening is drawn sideways. */
export function portExits(type: DeviceType, face: Face): ReadonlyMap<CageId, number> {
  const channels = faceChannels(type, face);
  const found = known.get(channels);
  if (found) return found;
  const exits = new Map<CageId, number>();
  for (const channel of channels) spread(channel, exits);
  known.set(channels, exits);
  return exits;
}
