/** Where things of the design are on the drawing: world boxes, from the one layout. */

import { type FacePlacement, type Layout, TITLE_MM } from '../../shared/drawing/layout.ts';
import { type PlacedDevice, placedDevices } from '../../shared/drawing/placed-devices.ts';
import { boxAround } from '../../shared/floor/plan-box.ts';
import type { Design } from '../../shared/model/design.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import type { DeviceId, PortId, RackId } from '../../shared/model/ids.ts';
import type { Box } from '../../shared/model/rack-geometry.ts';
import type { Face, PortRef } from '../../shared/model/records.ts';
import { portSpots } from '../../shared/routing/port-position.ts';
import { boxMoved } from './geometry.ts';
import { NOTHING_SELECTED, type Selection } from './selection.ts';
import type { Target } from './target.ts';
import { worldOf } from './waypoints/trail-world.ts';

/** Side of the square that stands for a point of a cable's way, mm. */
const POINT_MM = 16;
const POINT_SIZE = { width: POINT_MM, height: POINT_MM };

/** Side of the square that stands for a port without an opening, mm. */
const LOOSE_PORT_MM = 10;

const facesPerRack = new WeakMap<Layout, ReadonlyMap<RackId, readonly FacePlacement[]>>();

/** The faces of a rack that are shown. */
export function facesOfRack(layout: Layout, rackId: RackId): readonly FacePlacement[] {
  let faces = facesPerRack.get(layout);
  if (!faces) {
    faces = Map.groupBy(layout.faces, (face) => face.rackId);
    facesPerRack.set(layout, faces);
  }
  return faces.get(rackId) ?? [];
}

/** One face of a rack, or null when the view does not show it. */
export function faceOfRack(layout: Layout, rackId: RackId, face: Face): FacePlacement | null {
  return facesOfRack(layout, rackId).find((placement) => placement.face === face) ?? null;
}

/** The strip above a face in which the rack's name stands. */
export function titleBox(face: FacePlacement): Box {
  return { x: face.x, y: face.y - TITLE_MM, width: face.width, height: TITLE_MM };
}

/** The whole rack: all its faces that are shown, with their titles. */
export function rackBox(layout: Layout, rackId: RackId): Box | null {
  return boxAround(facesOfRack(layout, rackId).flatMap((face) => [face, titleBox(face)]));
}

/** A device on one face of its rack. */
export interface SeenDevice {
  readonly box: Box;
  readonly face: Face;
  /** The face of its type that is seen there. */
  readonly typeFace: Face;
  /** Its type as it is seen there: in a bay, as large as the bay lets it be. */
  readonly type: DeviceType;
}

/** A device wherever it is seen; its own face first. */
export function seenDevice(design: Design, layout: Layout, id: DeviceId): readonly SeenDevice[] {
  const device = design.devices.get(id);
  const rack = device && design.racks.get(device.rackId);
  if (!rack) return [];
  return facesOfRack(layout, rack.id).flatMap((face) => {
    const placed = placedDevices(design, rack, face.face).find((each) => each.device.id === id);
    if (!placed) return [];
    const box = boxMoved(placed.box, face.x, face.y);
    return [{ box, face: face.face, typeFace: placed.typeFace, type: placed.type }];
  });
}

/** The opening of a port on its type's face, mm: its share of the cage. */
export function portBoxOnType(type: DeviceType, portId: PortId): (Box & { face: Face }) | null {
  const spot = portSpots(type).get(portId);
  if (!spot) return null;
  const cage = type.cages[spot.opening];
  const shared = cage ? type.ports.filter((port) => port.cageId === cage.id).length : 1;
  const width = cage ? cage.widthMm / Math.max(1, shared) : LOOSE_PORT_MM;
  const height = cage ? cage.heightMm : LOOSE_PORT_MM;
  return { x: spot.xMm - width / 2, y: spot.yMm - height / 2, width, height, face: spot.face };
}

/** World box of a port's opening, or null when the view does not show it. */
export function portBox(design: Design, layout: Layout, ref: PortRef): Box | null {
  for (const { type, typeFace, box } of seenDevice(design, layout, ref.deviceId)) {
    const onType = portBoxOnType(type, ref.portId);
    if (onType?.face === typeFace) return boxMoved(onType, box.x, box.y);
  }
  return null;
}

/** World box of a port's opening on a device that is seen at a box of its own. */
export function portBoxOn(placed: PlacedDevice, portId: PortId): Box | null {
  const onType = portBoxOnType(placed.type, portId);
  if (!onType || placed.shown !== 'face' || onType.face !== placed.typeFace) return null;
  return boxMoved(onType, placed.box.x, placed.box.y);
}

/** The box around everything selected; a cable counts with its ends. Null when nothing of it is shown. */
export function selectionBox(design: Design, layout: Layout, selection: Selection): Box | null {
  const boxes: (Box | null)[] = [...selection.racks].map((id) => rackBox(layout, id));
  for (const id of selection.rows) boxes.push(layout.rows.find((row) => row.rowId === id) ?? null);
  for (const id of selection.devices) {
    boxes.push(...seenDevice(design, layout, id).map((seen) => seen.box));
  }
  for (const id of selection.cables) {
    const ends = design.cables.get(id)?.ends;
    for (const ref of ends ? [...ends.a, ...ends.b] : []) boxes.push(portBox(design, layout, ref));
  }
  return boxAround(boxes.filter((box) => box !== null));
}

/** The box of what a target names, for focus rings and for bringing it into view. */
export function targetBox(design: Design, layout: Layout, target: Target): Box | null {
  switch (target.kind) {
    case 'rack':
      return faceOfRack(layout, target.rackId, target.face);
    case 'rack-title': {
      const face = faceOfRack(layout, target.rackId, target.face);
      return face ? titleBox(face) : null;
    }
    case 'device': {
      const seen = seenDevice(design, layout, target.deviceId);
      return (seen.find((each) => each.face === target.face) ?? seen[0])?.box ?? null;
    }
    case 'port':
      return portBox(design, layout, target.ref);
    case 'cable':
      return selectionBox(design, layout, {
        ...NOTHING_SELECTED,
        cables: new Set([target.cableId]),
      });
    case 'waypoint': {
      const waypoint = design.cables.get(target.cableId)?.waypoints[target.index];
      const at = waypoint && worldOf(design, layout, waypoint);
      return at ? { x: at.x - POINT_MM / 2, y: at.y - POINT_MM / 2, ...POINT_SIZE } : null;
    }
    case 'part':
    case 'face':
    case 'canvas':
      return null;
    default:
      return target satisfies never;
  }
}
