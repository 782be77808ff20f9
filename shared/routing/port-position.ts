/** Where ports are: first on the face of their type, then on the face of the rack that it is mounted in. */

import { rackFaceOf, seat } from '../model/bays.ts';
import type { Design } from '../model/design.ts';
import type { Cage, DeviceType, Port } from '../model/device-type.ts';
import type { PortId } from '../model/ids.ts';
import { bodyWidthMm, faceHeightMm } from '../model/rack-geometry.ts';
import type { Face, PortRef } from '../model/records.ts';
import type { Mm } from '../units/length.ts';
import { exitHeights } from './face-channels.ts';
import type { PortPosition } from './types.ts';

/** A port on the face of its type, in that face's coordinates. */
export interface PortSpot {
  /** Place among the ports of the type. */
  readonly index: number;
  readonly face: Face;
  readonly xMm: Mm;
  readonly yMm: Mm;
  /** x of the middle of the opening, where the plug of a cable sits. */
  readonly plugXMm: Mm;
  /** y at which its cable runs to a side along this face: the middle of the free band next to its opening. */
  readonly exitYMm: Mm;
  /** The opening: ports of one opening have the same number, and a cable plugs into it once. */
  readonly opening: number;
  /** Whether the face has no other opening straight above, or straight below, in the way of a cable. */
  readonly clearAbove: boolean;
  readonly clearBelow: boolean;
  /** True when the type names no opening for the port. */
  readonly assumed: boolean;
}

const spotsPerType = new WeakMap<DeviceType, ReadonlyMap<PortId, PortSpot>>();

/** The ports of a type on its faces. Ports without an opening are spread over the width of their face. */
export function portSpots(type: DeviceType): ReadonlyMap<PortId, PortSpot> {
  const known = spotsPerType.get(type);
  if (known) return known;
  const spots = new Map<PortId, PortSpot>();
  const caged = new Map<string, Port[]>();
  const loose: Record<Face, Port[]> = { front: [], rear: [] };
  const places = new Map(type.ports.map((port, index) => [port.id, index]));
  const cageIds = new Set(type.cages.map((cage) => cage.id));
  for (const port of type.ports) {
    if (port.cageId === null || !cageIds.has(port.cageId)) loose[usualFace(port)].push(port);
    else caged.set(port.cageId, [...(caged.get(port.cageId) ?? []), port]);
  }
  placeCaged(type, caged, places, spots);
  placeLoose(type, loose, places, spots);
  spotsPerType.set(type, spots);
  return spots;
}

function placeCaged(
  type: DeviceType,
  caged: ReadonlyMap<string, readonly Port[]>,
  places: ReadonlyMap<PortId, number>,
  spots: Map<PortId, PortSpot>,
): void {
  const exits = { front: exitHeights(type, 'front'), rear: exitHeights(type, 'rear') };
  for (const [opening, cage] of type.cages.entries()) {
    const ports = caged.get(cage.id) ?? [];
    const yMm = cage.yMm + cage.heightMm / 2;
    const inWay = type.cages.filter((other) => other !== cage && sharesColumn(cage, other));
    const clearAbove = inWay.every(({ yMm }) => yMm >= cage.yMm);
    const clearBelow = inWay.every(
      ({ yMm, heightMm }) => yMm + heightMm <= cage.yMm + cage.heightMm,
    );
    for (const [index, port] of ports.entries()) {
      spots.set(port.id, {
        index: places.get(port.id) ?? 0,
        face: cage.face,
        xMm: cage.xMm + (cage.widthMm * (index + 0.5)) / ports.length,
        yMm,
        plugXMm: cage.xMm + cage.widthMm / 2,
        exitYMm: exits[cage.face].get(cage.id) ?? yMm,
        opening,
        clearAbove,
        clearBelow,
        assumed: false,
      });
    }
  }
}

/** Whether one opening lies over or under the other on its face. */
function sharesColumn(cage: Cage, other: Cage): boolean {
  if (cage.face !== other.face) return false;
  return cage.xMm < other.xMm + other.widthMm && other.xMm < cage.xMm + cage.widthMm;
}

function placeLoose(
  type: DeviceType,
  loose: Readonly<Record<Face, readonly Port[]>>,
  places: ReadonlyMap<PortId, number>,
  spots: Map<PortId, PortSpot>,
): void {
  const width = bodyWidthMm(type);
  const height = faceHeightMm(type);
  let opening = type.cages.length;
  for (const face of ['front', 'rear'] as const) {
    const ports = loose[face];
    for (const [index, port] of ports.entries()) {
      const xMm = (width * (index + 0.5)) / ports.length;
      spots.set(port.id, {
        index: places.get(port.id) ?? 0,
        face,
        xMm,
        yMm: height / 2,
        plugXMm: xMm,
        exitYMm: height / 2,
        opening,
        clearAbove: true,
        clearBelow: true,
        assumed: true,
      });
      opening += 1;
    }
  }
}

function usualFace(port: Port): Face {
  switch (port.kind) {
    case 'interface':
    case 'front':
    case 'console':
    case 'consoleServer':
    case 'powerOutlet':
      return 'front';
    case 'rear':
    case 'powerInlet':
      return 'rear';
    default:
      return port.kind satisfies never;
  }
}

/**
 * The centre of a port on the face of its rack, in rack-face coordinates (mm). The ports of one opening lie
 * side by side in it.
 * @returns null when the design does not hold the device, its rack, its type or the port
 */
export function portPosition(
  design: Pick<Design, 'devices' | 'racks' | 'deviceTypes'>,
  ref: PortRef,
): PortPosition | null {
  const device = design.devices.get(ref.deviceId);
  const rack = device && design.racks.get(device.rackId);
  const type = device && design.deviceTypes.get(device.typeId);
  if (!rack || !type) return null;
  const looks = portSpots(type).get(ref.portId)?.face;
  if (looks === undefined) return null;
  const face = rackFaceOf(design, device, looks);
  const { box, type: seated } = seat(design, rack, device, type, face);
  const spot = portSpots(seated).get(ref.portId);
  if (!spot) return null;
  return {
    rackId: rack.id,
    face,
    xMm: box.x + spot.xMm,
    yMm: box.y + spot.yMm,
    assumed: spot.assumed,
  };
}
