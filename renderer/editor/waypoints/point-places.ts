/** Where a point of a cable's way snaps to: the strips beside the panels, managers, and the tray over the racks. */
import type { Layout } from '../../../shared/drawing/layout.ts';
import type { Design } from '../../../shared/model/design.ts';
import {
  deviceBox,
  panelLeftMm,
  sideStripMm,
  unitAt,
} from '../../../shared/model/rack-geometry.ts';
import type { Rack, Waypoint } from '../../../shared/model/records.ts';
import { managersInRack } from '../../../shared/routing/horizontal-manager.ts';
import { say } from '../../../shared/text/index.ts';
import { type Mm, roundMm } from '../../../shared/units/length.ts';
import type { Point } from '../geometry.ts';
import { faceNear } from './trail-world.ts';

/** A place for a point, and what is there. */
export interface PointPlace {
  readonly waypoint: Waypoint;
  readonly on: 'strip' | 'manager' | 'tray' | 'face';
}

/**
 * The place for a point at a world point; null away from every rack.
 * @param free leaves it where it is in a strip and before a manager; over the racks there is only the tray
 */
export function placeFor(
  design: Design,
  layout: Layout,
  at: Point,
  free: boolean,
): PointPlace | null {
  const face = faceNear(design, layout, at);
  const rack = face && design.racks.get(face.rackId);
  if (!face || !rack) return null;
  const x = Math.min(face.width, Math.max(0, at.x - face.x));
  const y = Math.min(face.height, at.y - face.y);
  return snapped(design, rack, { rackId: rack.id, face: face.face, xMm: x, yMm: y }, free);
}

/** A point brought to what it is for: in a strip to its middle, before a manager into it, over the rack to the tray. */
export function snapped(
  design: Design,
  rack: Rack,
  { rackId, face, xMm, yMm }: Waypoint,
  free: boolean,
): PointPlace {
  const at = (x: Mm, y: Mm): Waypoint => ({ rackId, face, xMm: roundMm(x), yMm: roundMm(y) });
  const strip = stripAt(rack, xMm);
  const inStrip = strip === null || free ? xMm : strip;
  if (yMm < 0) return { waypoint: at(inStrip, 0 - trayHeight(design)), on: 'tray' };
  if (strip !== null) return { waypoint: at(inStrip, yMm), on: 'strip' };
  for (const manager of free ? [] : managersInRack(design, rack.id)) {
    const type = design.deviceTypes.get(manager.typeId);
    if (!type || manager.face !== face) continue;
    const { y, height } = deviceBox(rack, manager, type, face);
    if (y <= yMm && yMm < y + height) return { waypoint: at(xMm, y + height / 2), on: 'manager' };
  }
  return { waypoint: at(xMm, yMm), on: 'face' };
}

/** A tray that lies right on the racks is over them all the same, mm. */
const LEAST_RISE_MM: Mm = 1;

function trayHeight({ settings }: Design): Mm {
  return Math.max(LEAST_RISE_MM, settings.trayRiseMm);
}

/** x of the middle of the strip that a place lies in; null before the panels. */
function stripAt(rack: Rack, xMm: Mm): Mm | null {
  const left = panelLeftMm(rack);
  if (xMm <= left) return sideStripMm(rack) / 2;
  return xMm >= rack.widthMm - left ? rack.widthMm - sideStripMm(rack) / 2 : null;
}

/** Where a point is, in words: "A01 front, left strip, U23". */
export function placeWords(design: Design, { waypoint, on }: PointPlace): string {
  const { rackId, face, xMm, yMm } = waypoint;
  const rack = design.racks.get(rackId);
  if (!rack) return '';
  const u = Math.min(rack.heightU, Math.max(1, Math.floor(unitAt(rack, Math.max(0, yMm)))));
  const side = xMm < rack.widthMm / 2 ? 'left' : 'right';
  return say(`editor.waypoint.${on}`, { rack: rack.name, face, side, u });
}
