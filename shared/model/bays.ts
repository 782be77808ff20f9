/**
 * Devices in bays of others: which is in which, and where on the rack's face they are seen. A device in a bay
 * looks out of the face of the rack that its bay opens to. Its rear is inside and seen from nowhere, but in a
 * housing of fibre panels, which is open behind.
 */
import type { Design } from './design.ts';
import type { Bay, Cage, DeviceType, FaceArea, FaceShape } from './device-type.ts';
import { otherFace } from './face.ts';
import type { BayId, DeviceId } from './ids.ts';
import { type Box, bodyWidthMm, deviceBox, EAR_MM, faceHeightMm } from './rack-geometry.ts';
import type { Device, Face, Rack } from './records.ts';

const childrenPerHost = new WeakMap<Design['devices'], ReadonlyMap<DeviceId, readonly Device[]>>();

/** The devices in the bays of a device, in the order of the design; of a table that is never changed in place. */
export function childrenOf(design: Pick<Design, 'devices'>, hostId: DeviceId): readonly Device[] {
  let perHost = childrenPerHost.get(design.devices);
  if (!perHost) {
    const built = new Map<DeviceId, Device[]>();
    for (const device of design.devices.values()) {
      if (device.bay === null) continue;
      const list = built.get(device.bay.deviceId);
      if (list) list.push(device);
      else built.set(device.bay.deviceId, [device]);
    }
    perHost = built;
    childrenPerHost.set(design.devices, built);
  }
  return perHost.get(hostId) ?? NO_DEVICES;
}
const NO_DEVICES: readonly Device[] = [];

/** Deepest nesting that is followed: a module in a line card in a chassis in a frame is three. */
const NESTING_MAX = 8;

/** The device in the rack itself that a device in a bay is in, however deep; undefined where the chain breaks. */
export function outermostHost(design: Pick<Design, 'devices'>, device: Device): Device | undefined {
  let host: Device | undefined = device;
  for (let depth = 0; host?.bay && depth < NESTING_MAX; depth += 1) {
    host = design.devices.get(host.bay.deviceId);
  }
  return host?.bay ? undefined : host;
}

/** Devices ordered so that a host comes before what is in it; those of one depth keep their order. */
export function hostsFirst(
  design: Pick<Design, 'devices'>,
  devices: readonly Device[],
): readonly Device[] {
  if (devices.every(({ bay }) => bay === null)) return devices;
  const depth = (device: Device): number => {
    let steps = 0;
    let host: Device | undefined = device;
    while (host?.bay && steps < NESTING_MAX) {
      host = design.devices.get(host.bay.deviceId);
      steps += 1;
    }
    return steps;
  };
  return devices
    .map((device) => ({ device, depth: depth(device) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ device }) => device);
}

/** A bay of a type, or undefined. */
export function bayOf(type: DeviceType, bayId: BayId): Bay | undefined {
  return type.bays.find(({ id }) => id === bayId);
}

/** Whether a bay takes what is of this type, by its kind. */
export function bayTakes(bay: Pick<Bay, 'kind'>, { lodging }: DeviceType): boolean {
  return lodging === (bay.kind === 'device' ? 'device-bay' : 'module-bay');
}

/** Whether a type is a power supply that goes into a bay: it hands power on and takes none for itself. */
export function isSupply({ lodging, ports }: DeviceType): boolean {
  return (
    lodging === 'module-bay' &&
    ports.some(({ kind }) => kind === 'powerInlet') &&
    ports.every(({ kind }) => kind === 'powerInlet' || kind === 'powerOutlet')
  );
}

const areasPerType = new WeakMap<DeviceType, ReadonlyMap<BayId, FaceArea>>();

/** Bays of one kind that the type does not place stand so many in a row. */
const BAYS_A_ROW = 8;

/**
 * Where the bays of a type open. A bay that the type gives no area is assumed: those for devices share the
 * front in equal parts, those for modules the rear.
 */
export function bayAreas(type: DeviceType): ReadonlyMap<BayId, FaceArea> {
  const known = areasPerType.get(type);
  if (known) return known;
  const areas = new Map<BayId, FaceArea>();
  for (const { id, area } of type.bays) if (area) areas.set(id, area);
  for (const [kind, face] of [
    ['device', 'front'],
    ['module', 'rear'],
  ] as const) {
    const loose = type.bays.filter((bay) => bay.area === null && bay.kind === kind);
    for (const [place, { id }] of loose.entries()) {
      areas.set(id, assumedArea(type, face, place, loose.length));
    }
  }
  areasPerType.set(type, areas);
  return areas;
}

function assumedArea(type: DeviceType, face: Face, place: number, count: number): FaceArea {
  const inset = type.heightU > 0 && type.width === 'full' ? EAR_MM : 0;
  const columns = Math.min(count, BAYS_A_ROW);
  const rows = Math.ceil(count / columns);
  const widthMm = (bodyWidthMm(type) - 2 * inset) / columns;
  const heightMm = faceHeightMm(type) / rows;
  return {
    face,
    xMm: inset + (place % columns) * widthMm,
    yMm: Math.floor(place / columns) * heightMm,
    widthMm,
    heightMm,
  };
}

/**
 * The face of the rack out of which a face of a device looks, and by which cables reach it. The rear of what is in a
 * closed device is reached through its front.
 */
export function rackFaceOf(
  design: Pick<Design, 'devices' | 'deviceTypes'>,
  device: Pick<Device, 'face' | 'bay'>,
  typeFace: Face,
): Face {
  const looksBack = typeFace === 'rear' && isOpenBehind(design, device);
  return looksBack ? otherFace(device.face) : device.face;
}

/** Whether the rear of a device can be seen: always in the rack itself, and in a housing of panels. */
export function isOpenBehind(
  design: Pick<Design, 'devices' | 'deviceTypes'>,
  { bay }: Pick<Device, 'bay'>,
): boolean {
  if (bay === null) return true;
  const host = design.devices.get(bay.deviceId);
  return host !== undefined && design.deviceTypes.get(host.typeId)?.category === 'patch-panel';
}

/** Where a device is seen on a face of its rack, and its type as it is seen there. */
export interface Seat {
  readonly box: Box;
  readonly type: DeviceType;
}

/**
 * The box of a device on a face of its rack, mm in rack-face coordinates. What is in a bay fills the bay, its face
 * drawn smaller where it is larger than that; without its host or bay it takes no room at all.
 */
export function seat(
  design: Pick<Design, 'devices' | 'deviceTypes'>,
  rack: Rack,
  device: Device,
  type: DeviceType,
  seen: Face,
): Seat {
  if (device.bay === null) return { box: deviceBox(rack, device, type, seen), type };
  return seatInBay(design, rack, device, type, seen, NESTING_MAX);
}

function seatInBay(
  design: Pick<Design, 'devices' | 'deviceTypes'>,
  rack: Rack,
  device: Device,
  type: DeviceType,
  seen: Face,
  nesting: number,
): Seat {
  const host = device.bay && design.devices.get(device.bay.deviceId);
  const hostType = host && design.deviceTypes.get(host.typeId);
  const area = hostType && device.bay && bayAreas(hostType).get(device.bay.bayId);
  if (!area || nesting === 0) return { box: { x: 0, y: 0, width: 0, height: 0 }, type };
  const outer =
    host.bay === null
      ? { box: deviceBox(rack, host, hostType, seen), type: hostType }
      : seatInBay(design, rack, host, hostType, seen, nesting - 1);
  const shrunk = shrinkOf(outer.type, hostType);
  const fromLeft =
    seen === device.face ? area.xMm : bodyWidthMm(hostType) - area.xMm - area.widthMm;
  const box = {
    x: outer.box.x + fromLeft * shrunk,
    y: outer.box.y + area.yMm * shrunk,
    width: area.widthMm * shrunk,
    height: area.heightMm * shrunk,
  };
  return { box, type: typeOfSize(type, box.width, box.height) };
}

/** How much smaller than made a host is drawn, because it is in a bay itself. */
function shrinkOf(drawn: DeviceType, made: DeviceType): number {
  if (drawn === made || !made.faceMm) return 1;
  return partsShrink(made, bodyWidthMm(drawn), faceHeightMm(drawn));
}

const sizedPerType = new WeakMap<DeviceType, Map<string, DeviceType>>();

/** The type with a face of that size: parts that would stand over its edges are drawn smaller, all alike. */
function typeOfSize(type: DeviceType, widthMm: number, heightMm: number): DeviceType {
  if (type.faceMm?.widthMm === widthMm && type.faceMm.heightMm === heightMm) return type;
  let sized = sizedPerType.get(type);
  if (!sized) sizedPerType.set(type, (sized = new Map()));
  const key = `${widthMm} ${heightMm}`;
  let fitted = sized.get(key);
  if (!fitted) {
    const by = partsShrink(type, widthMm, heightMm);
    const shrink = <Part extends Cage | FaceShape>(part: Part): Part => ({
      ...part,
      xMm: part.xMm * by,
      yMm: part.yMm * by,
      widthMm: part.widthMm * by,
      heightMm: part.heightMm * by,
    });
    const parts = { cages: type.cages.map(shrink), shapes: type.shapes.map(shrink) };
    fitted = { ...type, ...(by < 1 ? parts : {}), faceMm: { widthMm, heightMm } };
    sized.set(key, fitted);
  }
  return fitted;
}

/** By how much the parts of a face have to shrink to stand within a size: 1 where they do. */
function partsShrink(type: DeviceType, widthMm: number, heightMm: number): number {
  let [right, bottom] = [type.faceMm?.widthMm ?? 0, type.faceMm?.heightMm ?? 0];
  for (const part of [...type.cages, ...type.shapes]) {
    right = Math.max(right, part.xMm + part.widthMm);
    bottom = Math.max(bottom, part.yMm + part.heightMm);
  }
  return Math.min(1, right > 0 ? widthMm / right : 1, bottom > 0 ? heightMm / bottom : 1);
}
