/** The bundles that hang before the faces of one device, at true size: what the drawing shows of them. */
import { childrenOf } from '../model/bays.ts';
import type { Design } from '../model/design.ts';
import { typeOf } from '../model/design-index.ts';
import type { DeviceId } from '../model/ids.ts';
import type { Face } from '../model/records.ts';
import { packingOf } from './assumed-inputs.ts';
import { airWindowOf } from './face-air.ts';
import { type BundleSpan, bundleSpans, type FaceCable } from './face-cover.ts';
import { plugsIn } from './plugs-in.ts';

export type FaceBundles = Readonly<Record<Face, readonly BundleSpan[]>>;

const NO_BUNDLES: FaceBundles = { front: [], rear: [] };

/**
 * The stretches of bundle on the rack's front and rear of a device, in rack-face coordinates; the same
 * diameters as the blocked share is made of. None for a device that the design does not hold, or beside the
 * rails.
 */
export function faceBundles(design: Design, deviceId: DeviceId): FaceBundles {
  const device = design.devices.get(deviceId);
  const rack = device && design.racks.get(device.rackId);
  if (!device || !rack || device.mount !== 'rails') return NO_BUNDLES;
  const plugs = withInside(design, deviceId).flatMap((id) => plugsIn(design, id));
  const placed = { device, type: typeOf(design, device) };
  const packing = packingOf(design.settings.inputs, placed.type).value;
  const spans = (face: Face): readonly BundleSpan[] => {
    const cables: FaceCable[] = [];
    for (const { face: looksOut, xMm, side, odMm, managerId } of plugs) {
      if (looksOut === face && odMm !== null && managerId === null) {
        cables.push({ xMm, side, odMm });
      }
    }
    return bundleSpans(cables, airWindowOf(rack, placed, face), packing);
  };
  return { front: spans('front'), rear: spans('rear') };
}

/** The device and what is in its bays: their cables hang before one face. */
function withInside(design: Design, id: DeviceId): readonly DeviceId[] {
  return [id, ...childrenOf(design, id).flatMap((child) => withInside(design, child.id))];
}
