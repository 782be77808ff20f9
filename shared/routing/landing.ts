/** Where a cable lands: one opening of one placed device, with all that its way depends on. */

import { type PortTable, portTable } from '../analysis/port-facts.ts';
import { outermostHost, rackFaceOf, seat } from '../model/bays.ts';
import type { Design } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { DeviceId, PortId, RackId } from '../model/ids.ts';
import { deviceBox, RAIL_SETBACK_MM } from '../model/rack-geometry.ts';
import type { Cable, Device, Face, PortRef, Rack } from '../model/records.ts';
import type { Mm } from '../units/length.ts';
import { type Beside, managersBeside, managersInRack } from './horizontal-manager.ts';
import { type PortSpot, portSpots } from './port-position.ts';

/** The tables that a route is a function of, besides the cable. */
export interface RoutedDesign
  extends Pick<
    Design,
    'settings' | 'rows' | 'racks' | 'deviceTypes' | 'devices' | 'cables' | 'pathways'
  > {
  /** How a device is mounted, where somebody keeps that. */
  mountOf?(id: DeviceId): Mount | null;
  /** Whether a cable goes to the other side of a rack because its own is full, where somebody keeps that. */
  isTurned?(cable: Cable, rack: Rack): boolean;
  /** What is the same to several designs that differ in their cables alone. */
  readonly kept?: KeptByEnds | null;
}

/** What follows from where the ends of a cable land, whatever it is made of. */
export type FromEnds<Found> = (design: RoutedDesign, cable: Cable, landed: LandedCable) => Found;

/** Keeps what follows from the ends of cables alone for all cables that have the same. */
export interface KeptByEnds {
  landed(cable: Cable): LandedCable | null;
  mountOf(id: DeviceId): Mount | null;
  /** What `find` gives, found once; null where nothing is kept of these ends. */
  once<Found>(cable: Cable, find: FromEnds<Found>): Found | null;
}

/** An end of a cable at its opening. There are two for every cable of a hall: what its mount says is not copied. */
export class Landing {
  readonly ref: PortRef;
  readonly mount: Mount;
  readonly spot: PortSpot;
  /** The face of its device as it is mounted. */
  readonly mounted: MountedFace;

  constructor(ref: PortRef, mount: Mount, spot: PortSpot) {
    this.ref = ref;
    this.mount = mount;
    this.spot = spot;
    this.mounted = spot.face === 'front' ? mount.front : mount.rear;
  }

  get device(): Device {
    return this.mount.device;
  }

  get rack(): Rack {
    return this.mount.rack;
  }

  get type(): DeviceType {
    return this.mount.type;
  }

  /** The face of the rack that the opening looks out of. */
  get face(): Face {
    return this.mounted.face;
  }

  get xMm(): Mm {
    return this.mounted.xMm + this.spot.plugXMm;
  }

  get yMm(): Mm {
    return this.mounted.yMm + this.spot.yMm;
  }

  /** y at which its cable runs to a side where it takes no manager. */
  get exitYMm(): Mm {
    return this.mounted.yMm + this.spot.exitYMm;
  }

  /** How far behind the front rails the opening lies, mm. */
  get depthMm(): Mm {
    return this.mounted.depthMm;
  }

  /** True when that depth had to be assumed. */
  get depthAssumed(): boolean {
    return this.mounted.depthAssumed;
  }

  /** The cable managers that touch its device there. */
  get beside(): Beside {
    return this.mounted.beside;
  }
}

/** A cable with all its ends in the design. */
export interface LandedCable {
  /** One per opening, A ends first. */
  readonly landings: readonly Landing[];
  /** For each link, where in `landings` its ends are. */
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** Where a cable lands; null when it has no links, or an end that the design does not hold. */
export function landCable(design: RoutedDesign, { ends }: Cable): LandedCable | null {
  if (ends.a.length === 0 || ends.a.length !== ends.b.length) return null;
  const [from, to] = [ends.a[0], ends.b[0]];
  if (ends.a.length === 1 && from && to) {
    return landPlain(mountIn(design, from), from, mountIn(design, to), to);
  }
  const landings: Landing[] = [];
  const a = landAll(design, ends.a, landings);
  const b = a && landAll(design, ends.b, landings);
  return a && b && { landings, a, b };
}

/**
 * Lands a cable of one link, which most are: spelt out, since lists that grow take room for seventeen.
 * @param mount how the device of each end is mounted, null where it is not
 */
export function landPlain(
  mount: Mount | null,
  from: PortRef,
  otherMount: Mount | null,
  to: PortRef,
): LandedCable | null {
  const a = landingOn(mount, from);
  const b = a && landingOn(otherMount, to);
  if (!a || !b) return null;
  if (isAt(a, b.mount, b.spot)) return { landings: [a], a: FIRST, b: FIRST };
  return { landings: [a, b], a: FIRST, b: SECOND };
}
const FIRST: readonly number[] = [0];
const SECOND: readonly number[] = [1];

/** From which landing to which the legs of a cable run; links of one jacket are one leg. */
export function legsOf({ a, b }: LandedCable): readonly (readonly [from: number, to: number])[] {
  if (allAre(a, 0) && allAre(b, 1)) return ONE_LEG;
  const legs: (readonly [number, number])[] = [];
  for (let link = 0; link < a.length; link += 1) {
    const from = a[link];
    const to = b[link];
    const repeated = from === a[link - 1] && to === b[link - 1];
    if (from !== undefined && to !== undefined && !repeated) legs.push([from, to]);
  }
  return legs;
}

function allAre(places: readonly number[], place: number): boolean {
  for (let at = 0; at < places.length; at += 1) if (places[at] !== place) return false;
  return true;
}

/** Whether a cable stays in one rack. */
export function areInOneRack(landings: LandedCable['landings']): boolean {
  for (let at = 1; at < landings.length; at += 1) {
    if (landings[at]?.rack !== landings[0]?.rack) return false;
  }
  return true;
}

/** The leg of a plain cable, which most are. */
const ONE_LEG: readonly (readonly [from: number, to: number])[] = [[0, 1]];

/** Lands the ends of one side; openings that were met before are not added again. */
function landAll(
  design: RoutedDesign,
  refs: readonly PortRef[],
  landings: Landing[],
): readonly number[] | null {
  const places = refs.map((ref) => landEnd(design, ref, landings));
  return places.includes(NOWHERE) ? null : places;
}

/** No place in the list of landings: the design does not hold the end. */
const NOWHERE = -1;

/** Lands one end. @returns its place among the landings */
function landEnd(design: RoutedDesign, ref: PortRef, landings: Landing[]): number {
  // The links of a cable mostly go from one device to another.
  const last = landings[landings.length - 1];
  const mount = last?.ref.deviceId === ref.deviceId ? last.mount : mountIn(design, ref);
  const spot = mount?.spots.get(ref.portId);
  if (!mount || !spot) return NOWHERE;
  for (let place = 0; place < landings.length; place += 1) {
    if (isAt(landings[place] as Landing, mount, spot)) return place;
  }
  return landings.push(new Landing(ref, mount, spot)) - 1;
}

function mountIn(design: RoutedDesign, { deviceId }: PortRef): Mount | null {
  return design.mountOf ? design.mountOf(deviceId) : mountOf(design, deviceId);
}

function landingOn(mount: Mount | null, ref: PortRef): Landing | null {
  const spot = mount?.spots.get(ref.portId);
  return mount && spot ? new Landing(ref, mount, spot) : null;
}

function isAt(landing: Landing, mount: Mount, spot: PortSpot): boolean {
  return landing.spot.opening === spot.opening && landing.device === mount.device;
}

/** The shallowest body of gear that has ports behind, mm [assumed]. */
const LEAST_BODY_MM: Mm = 250;

/** Between which depths behind the front rails the opening of a landing may lie, whose depth is assumed; mm. */
export function depthRangeMm({ rack, device }: Landing): readonly [near: Mm, far: Mm] {
  const rails = railDepthMm(rack);
  const least = Math.min(LEAST_BODY_MM, rails);
  return device.face === 'front' ? [least, rails] : [0, rails - least];
}

/** From the front rails of a rack to its rear ones, mm. */
export function railDepthMm(rack: Pick<Rack, 'depthMm'>): Mm {
  return Math.max(0, rack.depthMm - 2 * RAIL_SETBACK_MM);
}

/** One face of a type as it is mounted. */
interface MountedFace {
  /** The face of the rack on which it is seen, and where its top left corner is there. */
  readonly face: Face;
  readonly xMm: Mm;
  readonly yMm: Mm;
  readonly depthMm: Mm;
  readonly depthAssumed: boolean;
  /** The horizontal managers that touch the device on that face. */
  readonly beside: Beside;
}

/** A placed device with all that its landings have in common. */
export interface Mount {
  readonly device: Device;
  readonly rack: Rack;
  readonly type: DeviceType;
  readonly spots: ReadonlyMap<PortId, PortSpot>;
  readonly ports: PortTable;
  readonly front: MountedFace;
  readonly rear: MountedFace;
}

/** The tables that a mount is a function of. */
export interface MountedDesign extends Pick<Design, 'devices' | 'racks' | 'deviceTypes'> {
  /** The horizontal managers of a rack, where somebody keeps them. */
  managersIn?(rackId: RackId): readonly Device[];
}

/** How a device is mounted; null when the design does not hold it, its rack or its type. */
export function mountOf(design: MountedDesign, id: DeviceId): Mount | null {
  const device = design.devices.get(id);
  const rack = device && design.racks.get(device.rackId);
  const type = device && design.deviceTypes.get(device.typeId);
  if (!rack || !type) return null;
  if (device.mount === 'bay') return mountInBay(design, rack, device, type);
  const managers = design.managersIn?.(rack.id) ?? managersInRack(design, rack.id);
  const mounted = (typeFace: Face): MountedFace => {
    const face = rackFaceOf(design, device, typeFace);
    const box = deviceBox(rack, device, type, face);
    return {
      face,
      xMm: box.x,
      yMm: box.y,
      depthMm: depthOf(rack, device, type, typeFace),
      depthAssumed: typeFace === 'rear' && type.depthMm === null,
      beside: managersBeside(design, managers, { rack, device, type }, face),
    };
  };
  const spots = portSpots(type);
  const ports = portTable(type);
  return { device, rack, type, spots, ports, front: mounted('front'), rear: mounted('rear') };
}

/** What is in a bay is reached through a face of the device in the rack that it is in. */
function mountInBay(
  design: MountedDesign,
  rack: Rack,
  device: Device,
  type: DeviceType,
): Mount | null {
  const outer = outermostHost(design, device);
  const host = outer && mountOf(design, outer.id);
  if (!host) return null;
  const mounted = (typeFace: Face): MountedFace => {
    const face = rackFaceOf(design, device, typeFace);
    const { box } = seat(design, rack, device, type, face);
    const through = host.front.face === face ? host.front : host.rear;
    return { ...through, xMm: box.x, yMm: box.y };
  };
  const spots = portSpots(seat(design, rack, device, type, device.face).type);
  const ports = portTable(type);
  return { device, rack, type, spots, ports, front: mounted('front'), rear: mounted('rear') };
}

function depthOf(rack: Rack, device: Device, type: DeviceType, typeFace: Face): Mm {
  const rails = railDepthMm(rack);
  const body = typeFace === 'front' ? 0 : (type.depthMm?.value ?? rails);
  return device.face === 'front' ? body : rails - body;
}
