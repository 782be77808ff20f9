/**
 * Horizontal cable managers: panels directly above or below a device, in which its cables run to the sides
 * instead of across its own face.
 */
import type { Design } from '../model/design.ts';
import { devicesInRack } from '../model/design-index.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { DeviceId, RackId } from '../model/ids.ts';
import { type Box, deviceBox } from '../model/rack-geometry.ts';
import type { Cable, Device, Face, Rack } from '../model/records.ts';
import type { Mm } from '../units/length.ts';
import type { PortSpot } from './port-position.ts';

/** The band of a manager on its face of the rack. */
export interface ManagerBand {
  readonly deviceId: DeviceId;
  /** y of its middle, where cables run, and its height. */
  readonly yMm: Mm;
  readonly heightMm: Mm;
}

/** The managers that touch a device on one face of the rack. */
export interface Beside {
  readonly above: ManagerBand | null;
  readonly below: ManagerBand | null;
}

/**
 * Whether cables can run along a type of device from side to side: a cable manager of full width, without
 * openings of its own, that is not said to take none (as a brush panel does).
 */
export function leadsAlong(type: DeviceType): boolean {
  if (type.category !== 'cable-manager' || type.width !== 'full' || type.heightU <= 0) return false;
  return type.cages.length === 0 && type.pathwayMm2?.value !== 0;
}

/** Whether a placed device is a manager in which cables run from side to side. */
export function isManager(
  { deviceTypes }: Pick<Design, 'deviceTypes'>,
  { typeId, mount }: Device,
): boolean {
  const type = deviceTypes.get(typeId);
  return mount === 'rails' && type !== undefined && leadsAlong(type);
}

interface Found {
  readonly deviceTypes: Design['deviceTypes'];
  readonly managers: readonly Device[];
}
const known = new WeakMap<readonly Device[], Found>();

/** The horizontal managers of a rack, kept as long as the design's tables live. */
export function managersInRack(
  design: Pick<Design, 'devices' | 'deviceTypes'>,
  rackId: RackId,
): readonly Device[] {
  const devices = devicesInRack(design, rackId);
  const { deviceTypes } = design;
  let found = known.get(devices);
  if (found?.deviceTypes !== deviceTypes) {
    found = { deviceTypes, managers: devices.filter((device) => isManager(design, device)) };
    known.set(devices, found);
  }
  return found.managers;
}

/** Of the managers of a device's rack those that touch it on a face of the rack. */
export function managersBeside(
  { deviceTypes }: Pick<Design, 'deviceTypes'>,
  managers: readonly Device[],
  at: { readonly rack: Rack; readonly device: Device; readonly type: DeviceType },
  face: Face,
): Beside {
  const { rack, device, type } = at;
  let above: ManagerBand | null = null;
  let below: ManagerBand | null = null;
  if (device.mount !== 'rails') return NONE_BESIDE;
  for (let at = 0; at < managers.length; at += 1) {
    const manager = managers[at] as Device;
    const own = deviceTypes.get(manager.typeId);
    if (!own || manager.face !== face || manager.id === device.id) continue;
    const isAbove = manager.u === device.u + type.heightU;
    if (!isAbove && manager.u + own.heightU !== device.u) continue;
    const { y, height } = deviceBox(rack, manager, own, face);
    const band = { deviceId: manager.id, yMm: y + height / 2, heightMm: height };
    if (isAbove) above = band;
    else below = band;
  }
  return above || below ? { above, below } : NONE_BESIDE;
}

/** Nothing above and nothing below. */
export const NONE_BESIDE: Beside = { above: null, below: null };

/**
 * The manager in which a cable runs to the side: the nearer of those that it reaches without passing over
 * another opening of its device, the upper one where both are as near; null where it runs across the face.
 * Power cords keep out of the managers of data.
 */
export function managerFor(
  { medium }: Pick<Cable, 'medium'>,
  spot: PortSpot,
  yMm: Mm,
  { above, below }: Beside,
): ManagerBand | null {
  if (medium === 'power') return null;
  const up = spot.clearAbove ? above : null;
  const down = spot.clearBelow ? below : null;
  if (!up || !down) return up ?? down;
  return down.yMm - down.heightMm / 2 - yMm < yMm - up.yMm - up.heightMm / 2 ? down : up;
}

/** The horizontal managers of a rack, where somebody keeps them. */
interface KeptManagers {
  managersIn?(rackId: RackId): readonly Device[];
}

/** Whether a height lies within a box of a face: its upper edge counts, its lower one is that of what is below. */
export function isWithin({ y, height }: Pick<Box, 'y' | 'height'>, yMm: Mm): boolean {
  return y <= yMm && yMm < y + height;
}

/** The manager of a rack in which a height on one of its faces lies; null where none is there. */
export function managerAt(
  design: Pick<Design, 'devices' | 'deviceTypes'> & KeptManagers,
  rack: Rack,
  { face, yMm }: { readonly face: Face; readonly yMm: Mm },
): DeviceId | null {
  const managers = design.managersIn?.(rack.id) ?? managersInRack(design, rack.id);
  const holding = managers.find((manager) => {
    const type = design.deviceTypes.get(manager.typeId);
    return type && manager.face === face && isWithin(deviceBox(rack, manager, type, face), yMm);
  });
  return holding?.id ?? null;
}

/** Which of two managers holds a height on their face; null where neither does. */
export function bandAt({ above, below }: Beside, yMm: Mm): ManagerBand | null {
  const holds = (band: ManagerBand | null): boolean =>
    band !== null && Math.abs(band.yMm - yMm) <= band.heightMm / 2;
  if (holds(above)) return above;
  return holds(below) ? below : null;
}
