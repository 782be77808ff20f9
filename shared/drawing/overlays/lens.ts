/** An overlay made of an analysis: what the drawing, its legend and what is read out ask about devices. */
import { type FaceBundles, faceBundles } from '../../analysis/face-bundles.ts';
import type { Analysis } from '../../analysis/types.ts';
import type { Design } from '../../model/design.ts';
import { devicesInRack } from '../../model/design-index.ts';
import type { CableId, DeviceId, RackId } from '../../model/ids.ts';
import type { Face } from '../../model/records.ts';
import { readBlocked, readBundles, readOutlet } from './air-readings.ts';
import { checkedCable, reachStep, readReach } from './cable-reach.ts';
import type { OverlayKind, Step } from './overlay-kind.ts';
import { readPortUse } from './port-use.ts';
import type { ReadDevice } from './reading.ts';

/** The worst of a rack's devices on a face. */
export interface RackReading {
  /** The worst that is known; null where nothing is. */
  readonly worst: Step | null;
  /** Whether something is unknown. */
  readonly lacking: boolean;
}

export interface OverlayLens {
  readonly kind: OverlayKind;
  readonly read: ReadDevice;
  /** Null where no device of the rack has anything to say. */
  readRack(rackId: RackId, face: Face): RackReading | null;
  /** What hangs before a device; nothing but under `bundles`. */
  bundles(deviceId: DeviceId, face: Face): FaceBundles[Face];
  /** The step of a cable, null where it is unknown; undefined leaves it as it is drawn anyway. */
  cableStep(id: CableId): Step | null | undefined;
}

/**
 * Makes a lens. Readings are worked out when somebody asks.
 * @param design the design that the analysis is of
 */
export function overlayLens(kind: OverlayKind, analysis: Analysis, design: Design): OverlayLens {
  const read = reader(kind, analysis, design);
  const hanging = new Map<DeviceId, FaceBundles>();
  const racks: Readonly<Record<Face, Map<RackId, RackReading | null>>> = {
    front: new Map(),
    rear: new Map(),
  };
  return {
    kind,
    read,
    readRack(rackId, face) {
      let reading = racks[face].get(rackId);
      if (reading === undefined) {
        racks[face].set(rackId, (reading = worstOf(read, design, rackId, face)));
      }
      return reading;
    },
    bundles(deviceId, face) {
      if (kind !== 'bundles') return [];
      let bundles = hanging.get(deviceId);
      if (!bundles) hanging.set(deviceId, (bundles = faceBundles(design, deviceId)));
      return bundles[face];
    },
    cableStep(id) {
      if (kind !== 'reach') return undefined;
      const row = checkedCable(analysis, id);
      return row && reachStep(row);
    },
  };
}

function reader(kind: OverlayKind, analysis: Analysis, design: Design): ReadDevice {
  switch (kind) {
    case 'ports':
      return readPortUse(analysis);
    case 'reach':
      return readReach(analysis, design);
    case 'bundles':
      return readBundles(analysis, design);
    case 'blocked':
      return readBlocked(analysis, design);
    case 'outlet':
      return readOutlet(analysis, design);
    default:
      return kind satisfies never;
  }
}

function worstOf(read: ReadDevice, design: Design, rackId: RackId, face: Face): RackReading | null {
  let worst: Step | null = null;
  let lacking = false;
  for (const device of devicesInRack(design, rackId)) {
    const reading = read(device.id, face);
    if (!reading) continue;
    if (reading.step === null) lacking = true;
    else if (worst === null || reading.step > worst) worst = reading.step;
  }
  return worst === null && !lacking ? null : { worst, lacking };
}
