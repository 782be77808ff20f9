/** Free room of a rack: the runs of whole units on one rail pair that nothing takes. */
import type { Design } from '../../../shared/model/design.ts';
import { devicesInRack } from '../../../shared/model/design-index.ts';
import type { Face, Rack } from '../../../shared/model/records.ts';

export interface FreeSpan {
  readonly bottomU: number;
  readonly topU: number;
}

/** Runs of free units on the rails of a face, from the top down. */
export function freeSpans(design: Design, rack: Rack, face: Face): readonly FreeSpan[] {
  const taken = new Set<number>();
  for (const device of devicesInRack(design, rack.id)) {
    const type = design.deviceTypes.get(device.typeId);
    if (device.mount !== 'rails' || !type) continue;
    if (device.face !== face && type.depthUse === 'half') continue;
    for (let u = Math.floor(device.u); u < device.u + type.heightU; u += 1) taken.add(u);
  }
  const spans: FreeSpan[] = [];
  let top: number | null = null;
  for (let u = rack.heightU; u >= 0; u -= 1) {
    const free = u >= 1 && !taken.has(u);
    if (free) top ??= u;
    else if (top !== null) {
      spans.push({ bottomU: u + 1, topU: top });
      top = null;
    }
  }
  return spans;
}
