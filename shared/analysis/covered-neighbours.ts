/** What a bundle that is thicker than its device is high hangs in front of. */
import type { DeviceType } from '../model/device-type.ts';
import { typeFaceSeen, unitMm } from '../model/rack-geometry.ts';
import type { Face, Rack } from '../model/records.ts';
import { say } from '../text/index.ts';
import { breathes, type Placed } from './rack-neighbours.ts';

/** A neighbour that a bundle hangs in front of. */
export interface Covered {
  readonly placed: Placed;
  readonly at: 'above' | 'below';
  readonly mm: number;
  readonly over: 'ports' | 'vents' | 'both' | 'nothing';
}

/** The devices on a face that a bundle reaches over by so much above and below its own, from the top down. */
export function coveredNeighbours(
  rack: Rack,
  { device, type }: Placed,
  neighbours: readonly Placed[],
  face: Face,
  reachMm: number,
): readonly Covered[] {
  const top = device.u + type.heightU;
  const covered: Covered[] = [];
  for (const neighbour of neighbours) {
    const { device: other, type: otherType } = neighbour;
    if (other.id === device.id || other.mount !== 'rails' || otherType.heightU === 0) continue;
    if (other.face !== face && otherType.depthUse === 'half') continue;
    const isAbove = other.u >= top;
    const apartU = isAbove ? other.u - top : device.u - other.u - otherType.heightU;
    if (apartU < 0) continue;
    const mm = Math.min(reachMm - apartU * unitMm(rack), otherType.heightU * unitMm(rack));
    if (mm <= 0) continue;
    const at = isAbove ? 'above' : 'below';
    covered.push({ placed: neighbour, at, mm, over: underBand(rack, neighbour, face, at, mm) });
  }
  return covered.sort((a, b) => b.placed.device.u - a.placed.device.u);
}

/** What of a device's face lies in the band along its edge that a neighbour's bundle covers. */
function underBand(
  rack: Rack,
  { device, type }: Placed,
  face: Face,
  at: Covered['at'],
  mm: number,
): Covered['over'] {
  const seen = typeFaceSeen(device, face);
  const height = type.heightU * unitMm(rack);
  const [from, to] = at === 'above' ? [height - mm, height] : [0, mm];
  const inBand = (part: { readonly yMm: number; readonly heightMm: number }): boolean =>
    part.yMm < to && part.yMm + part.heightMm > from;
  const ports = type.cages.some((cage) => cage.face === seen && inBand(cage));
  const vents = ventsOf(type, seen);
  const covered = vents.length === 0 ? breathes(type) : vents.some(inBand);
  if (ports) return covered ? 'both' : 'ports';
  return covered ? 'vents' : 'nothing';
}

/** The openings for air that a face is drawn with; where there are none, a device breathes all over. */
function ventsOf(type: DeviceType, face: Face): DeviceType['shapes'] {
  return type.shapes.filter(
    ({ shape, face: on }) => on === face && (shape === 'vent' || shape === 'fan'),
  );
}

/** Neighbours, each with how far it is covered and over what. */
export function coveredInWords(covered: readonly Covered[]): string {
  if (covered.length === 0) return say('analysis.amount.coversNothing');
  return covered
    .map(({ placed, at, mm, over }) =>
      say('analysis.amount.covers', { name: placed.device.name, at, mm: mm.toFixed(1), over }),
    )
    .join(', ');
}
