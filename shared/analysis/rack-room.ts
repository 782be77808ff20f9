/** How many cables the strips and the horizontal managers of a rack may hold. */
import type { Design } from '../model/design.ts';
import { sideStripMm } from '../model/rack-geometry.ts';
import type { Rack } from '../model/records.ts';
import type { Room } from '../routing/full-sides.ts';
import { managerDepth } from './assumed-inputs.ts';
import { DIAMETERS_SQUARED } from './cable-facts.ts';
import { FILL_MAX } from './fill-limits.ts';
import { managerArea } from './manager-area.ts';

/** What may lie in a rack's ways before they count as full. A rack without strips has no limit to them. */
export function roomOf(
  { settings, devices, deviceTypes }: Pick<Design, 'settings' | 'devices' | 'deviceTypes'>,
  rack: Rack,
): Room {
  const widthMm = sideStripMm(rack);
  const stripMm2 = widthMm * managerDepth(settings.inputs).value;
  return {
    rackWidthMm: rack.widthMm,
    stripSquares: widthMm > 0 ? squaresIn(stripMm2) : Number.POSITIVE_INFINITY,
    managerSquares(id) {
      const type = deviceTypes.get(devices.get(id)?.typeId ?? '');
      return type ? squaresIn(managerArea(type).value) : Number.POSITIVE_INFINITY;
    },
  };
}

/** Σd² that fills an area to the limit: physics.md, section 3.3. */
function squaresIn(areaMm2: number): number {
  return (FILL_MAX * areaMm2 * 4 * DIAMETERS_SQUARED) / Math.PI;
}
