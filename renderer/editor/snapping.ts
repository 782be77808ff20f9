/**
 * Where a device in the hand would land. What it snaps to is the rack's own grid: whole units, half units
 * for gear of half a unit, columns for narrow gear, the side strips for 0U gear. The guide says so: "U12".
 */

import type { FacePlacement, Layout } from '../../shared/drawing/layout.ts';
import { bayOf, seat } from '../../shared/model/bays.ts';
import type { Design } from '../../shared/model/design.ts';
import { typeOf } from '../../shared/model/design-index.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import { otherFace } from '../../shared/model/face.ts';
import {
  type Box,
  columnsOf,
  panelLeftMm,
  sideDeviceLengthMm,
  unitAt,
  unitMm,
} from '../../shared/model/rack-geometry.ts';
import type { Device, Face, Rack } from '../../shared/model/records.ts';
import { bayPlacesIn, type Placement, stepU, unitRange } from '../../shared/rules/index.ts';
import { say } from '../../shared/text/index.ts';
import { PANEL_WIDTH_MM } from '../../shared/units/length.ts';
import { boxCentre, boxHolds, boxMoved, type Point } from './geometry.ts';
import { faceAt } from './hit.ts';
import { faceOfRack } from './places.ts';

/** A place in a rack that a device in the hand is over. */
export interface Landing {
  readonly placement: Placement;
  /** The face of the rack it is over. */
  readonly seen: Face;
  /** World box of the device there. */
  readonly box: Box;
  /** Its type as it is seen there: in a bay, as large as the bay lets it be. */
  readonly type: DeviceType;
  /** Why it lands there, e.g. "U12–U19". */
  readonly label: string;
}

/**
 * The landing under the pointer, or null when it is over no rack.
 * @param held world box of the device as it is held
 * @param backwards whether it shows its rear in the hand
 */
export function landingAt(
  design: Design,
  layout: Layout,
  type: DeviceType,
  held: Box,
  pointer: Point,
  backwards: boolean,
): Landing | null {
  const face = faceAt(layout, pointer);
  const rack = face && design.racks.get(face.rackId);
  if (!rack) return null;
  const local = boxMoved(held, -face.x, -face.y);
  const placement =
    type.lodging === 'rack'
      ? placementUnder(rack, type, local, { seen: face.face, backwards })
      : bayUnder(design, rack, face.face, type, boxCentre(local));
  if (!placement) return null;
  return { placement, seen: face.face, ...shownAt(design, face, rack, type, placement) };
}

/** The bay under a point of the rack's face that takes the type; the innermost where bays lie in bays. */
function bayUnder(
  design: Design,
  rack: Rack,
  seen: Face,
  type: DeviceType,
  at: Point,
): Placement | null {
  let found: Placement | null = null;
  let smallest = Number.POSITIVE_INFINITY;
  for (const placement of bayPlacesIn(design, type, rack.id)) {
    if (placement.face !== seen) continue;
    const { box } = seat(design, rack, ghostOf(type, placement), type, seen);
    const area = box.width * box.height;
    if (!boxHolds(box, at) || area >= smallest) continue;
    found = placement;
    smallest = area;
  }
  return found;
}

/**
 * The landing for a placement that is known already.
 * @param seen the face it is looked at from; the placement's own when left out
 */
export function landingOf(
  design: Design,
  layout: Layout,
  type: DeviceType,
  placement: Placement,
  seen: Face = placement.face,
): Landing | null {
  const rack = design.racks.get(placement.rackId);
  const face =
    faceOfRack(layout, placement.rackId, seen) ??
    faceOfRack(layout, placement.rackId, otherFace(seen));
  if (!rack || !face) return null;
  return { placement, seen: face.face, ...shownAt(design, face, rack, type, placement) };
}

function placementUnder(
  rack: Rack,
  type: DeviceType,
  local: Box,
  { seen, backwards }: { readonly seen: Face; readonly backwards: boolean },
): Placement {
  const face: Face = backwards ? otherFace(seen) : seen;
  const isStrip = type.heightU === 0;
  const columns = isStrip ? 2 : columnsOf(type.width);
  const step = stepU(type);
  const wished = Math.round(unitAt(rack, local.y + local.height) / step) * step;
  const u = Math.min(highestU(rack, type), Math.max(1, wished));
  const column = columnUnder(rack, local, columns, isStrip);
  return {
    rackId: rack.id,
    mount: isStrip ? 'side' : 'rails',
    bay: null,
    u,
    face,
    column: backwards ? columns - 1 - column : column,
  };
}

function columnUnder(rack: Rack, local: Box, columns: number, isStrip: boolean): number {
  const left = isStrip ? 0 : panelLeftMm(rack);
  const width = isStrip ? rack.widthMm : PANEL_WIDTH_MM;
  const column = Math.floor(((boxCentre(local).x - left) / width) * columns);
  return Math.min(columns - 1, Math.max(0, column));
}

/** The highest unit at which the type's lower end may be. */
function highestU(rack: Rack, type: DeviceType): number {
  const heightU =
    type.heightU === 0 ? Math.ceil(sideDeviceLengthMm(type) / unitMm(rack)) : type.heightU;
  return Math.max(1, rack.heightU - heightU + 1);
}

function shownAt(
  design: Design,
  face: FacePlacement,
  rack: Rack,
  type: DeviceType,
  placement: Placement,
): Pick<Landing, 'box' | 'label' | 'type'> {
  const seated = seat(design, rack, ghostOf(type, placement), type, face.face);
  return {
    box: boxMoved(seated.box, face.x, face.y),
    type: seated.type,
    label: labelOf(design, rack, type, placement),
  };
}

function ghostOf(type: DeviceType, placement: Placement): Device {
  const nothing = { name: '', locked: false, reserved: [], notes: '', extra: '' };
  return { kind: 'device', id: 'ghost', typeId: type.id, ...nothing, ...placement };
}

function labelOf(design: Design, rack: Rack, type: DeviceType, placement: Placement): string {
  const host = placement.bay && design.devices.get(placement.bay.deviceId);
  if (host && placement.bay) {
    const bay = bayOf(typeOf(design, host), placement.bay.bayId);
    return say('editor.snap.bay', { bay: bay?.name ?? '', name: host.name });
  }
  const units = unitRange(placement.u, type.heightU);
  const key = placement.mount === 'side' ? 'editor.snap.strip' : 'editor.snap.units';
  return say(key, { units, rack: rack.name, face: placement.face });
}
