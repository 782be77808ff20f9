/** Where a loaded rack's weight lies: what it takes to tip it when it is moved. */
import type { Mm } from '../units/length.ts';
import { seat } from './bays.ts';
import type { Design } from './design.ts';
import { devicesInRack, typeOf } from './design-index.ts';
import { rackHeightMm } from './rack-geometry.ts';
import type { Rack } from './records.ts';

export interface CentreOfGravity {
  /** Over the floor. */
  readonly heightMm: Mm;
  /** False where a device's weight is unknown: then it is that of the others. */
  readonly whole: boolean;
}

/**
 * Height of the centre of gravity of a rack's devices, each taken as even over its height; the frame and its cables
 * are not counted. Null where no weight is known.
 */
export function centreOfGravity(design: Design, rack: Rack): CentreOfGravity | null {
  let weight = 0;
  let moment = 0;
  let whole = true;
  for (const device of devicesInRack(design, rack.id)) {
    const type = typeOf(design, device);
    const own = type.weightKg?.value;
    if (own === undefined) whole = false;
    else {
      const { box } = seat(design, rack, device, type, 'front');
      weight += own;
      moment += own * (rackHeightMm(rack) - box.y - box.height / 2);
    }
  }
  return weight > 0 ? { heightMm: moment / weight, whole } : null;
}
