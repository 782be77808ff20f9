/** Devices and accessories of a bill of materials. */
import type { Design } from '../model/design.ts';
import { typeOf } from '../model/design-index.ts';
import type { DeviceCategory } from '../model/device-type.ts';
import { compareText } from '../text/order.ts';
import { counted, type TypeLine } from './lines.ts';

/** Categories that are hung in a rack to hold, close or guide, and have no work of their own. */
const ACCESSORIES: ReadonlySet<DeviceCategory> = new Set(['blank', 'cable-manager', 'shelf']);

/** A line for each type that stands in the design, by maker and model; spares are a matter of cables. */
export function typeLines(design: Design): TypeLine[] {
  const types = Array.from(design.devices.values(), (device) => {
    const { category, manufacturer, model, partNumber } = typeOf(design, device);
    const group: TypeLine['group'] = ACCESSORIES.has(category) ? 'accessory' : 'device';
    return { group, manufacturer, model, partNumber };
  });
  return counted(types, 0).sort(
    (a, b) =>
      compareText(a.manufacturer, b.manufacturer) ||
      compareText(a.model, b.model) ||
      compareText(a.partNumber, b.partNumber),
  );
}
