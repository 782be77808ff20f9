/** Where a cable lands: one opening of one placed device, with all that its way depends on. */
import type { Design } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import { deviceBox, sideStripMm } from '../model/rack-geometry.ts';
import type { Cable, CableSide, Device, Face, PortRef, Rack } from '../model/records.ts';
import type { Mm } from '../units/length.ts';
import { type PortSpot, portSpots, rackFaceOf } from './port-position.ts';

/** The tables that a route is a function of, besides the cable. */
export type RoutedDesign = Pick<Design, 'settings' | 'rows' | 'racks' | 'deviceTypes' | 'devices'>;

/** A side of the rack as one looks at its front; behind, it is the viewer's other side. */
export type RackSide = Exclude<CableSide, 'auto'>;

export interface Landing {
  readonly ref: PortRef;
  readonly rack: Rack;
  readonly spot: PortSpot;
  /** The face of the rack that the opening looks out of. */
  readonly face: Face;
  readonly xMm: Mm;
  readonly yMm: Mm;
  /** How far behind the front rails the opening lies, mm. */
  readonly depthMm: Mm;
  /** True when that depth had to be assumed. */
  readonly depthAssumed: boolean;
}

/** From the rack's door to its rails, front and rear, mm [assumed: 100 to 150 is usual]. */
const RAIL_SETBACK_MM: Mm = 130;

/** Where the cable's end `ref` lands, or null when the design does not hold what it names. */
export function landingOf(design: RoutedDesign, ref: PortRef): Landing | null {
  const device = design.devices.get(ref.deviceId);
  const rack = device && design.racks.get(device.rackId);
  const type = device && design.deviceTypes.get(device.typeId);
  const spot = type && portSpots(type).get(ref.portId);
  if (!rack || !spot) return null;
  const face = rackFaceOf(device, spot.face);
  const box = deviceBox(rack, device, type, face);
  return {
    ref,
    rack,
    spot,
    face,
    xMm: box.x + spot.plugXMm,
    yMm: box.y + spot.yMm,
    depthMm: depthOf(rack, device, type, spot.face),
    depthAssumed: spot.face === 'rear' && type.depthMm === null,
  };
}

function depthOf(rack: Rack, device: Device, type: DeviceType, typeFace: Face): Mm {
  const rails = Math.max(0, rack.depthMm - 2 * RAIL_SETBACK_MM);
  const body = typeFace === 'front' ? 0 : (type.depthMm?.value ?? rails);
  return device.face === 'front' ? body : rails - body;
}

/** x of the middle of the side strip, as one looks at `face`. */
export function stripXMm(rack: Rack, face: Face, side: RackSide): Mm {
  const middle = sideStripMm(rack) / 2;
  return sideSeen(side, face) === 'left' ? middle : rack.widthMm - middle;
}

/** The viewer's side on which one sees a side of the rack when looking at `face`. */
export function sideSeen(side: RackSide, face: Face): RackSide {
  if (face === 'front') return side;
  return side === 'left' ? 'right' : 'left';
}

/**
 * The side along which a cable is led in one rack. A person's choice holds; else the side with the shorter
 * way along the faces, and where both are as long, left for every other opening, so that half of the cables
 * go to each side.
 * @param landings the cable's landings in that rack, at least one
 */
export function sideInRack(cable: Cable, landings: readonly Landing[]): RackSide {
  if (cable.side !== 'auto') return cable.side;
  let lead = 0;
  for (const { rack, face, xMm } of landings) {
    lead += Math.abs(xMm - stripXMm(rack, face, 'left'));
    lead -= Math.abs(xMm - stripXMm(rack, face, 'right'));
  }
  if (Math.abs(lead) < EQUAL_MM)
    return (landings[0]?.spot.opening ?? 0) % 2 === 0 ? 'left' : 'right';
  return lead < 0 ? 'left' : 'right';
}
/** Ways that differ by less count as equally long, mm. */
const EQUAL_MM: Mm = 1;
