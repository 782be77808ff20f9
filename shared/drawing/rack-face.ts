/**
 * The painter of racks and devices. Rack-face coordinates (`rack-geometry.ts`): the caller moves the surface
 * to where the face stands.
 */
import type { Severity } from '../analysis/types.ts';
import type { Design } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { RackId } from '../model/ids.ts';
import type { Box } from '../model/rack-geometry.ts';
import type { Face, Rack } from '../model/records.ts';
import { paintDeviceLabel } from './device-label.ts';
import { faceProgramme, faceSizeMm } from './faceplate.ts';
import { legiblyPrinted } from './legibly-printed.ts';
import { type Detail, detailAt, type PaintOptions, RACK_CHIP_PX } from './paint-options.ts';
import { type PlacedDevice, placedDevices } from './placed-devices.ts';
import { paintPortFills } from './port-fill.ts';
import { replay } from './programme.ts';
import { paintFrame, paintRackChip, paintTitle, paintUnitNumbers } from './rack-frame.ts';
import type { Surface } from './surface.ts';
import { paintFace } from './traced-face.ts';

/**
 * Paints one face of a rack with everything in it.
 * @throws RangeError when the design does not hold the rack
 */
export function paintRackFace(
  surface: Surface,
  design: Design,
  rackId: RackId,
  face: Face,
  options: PaintOptions,
): void {
  const rack = design.racks.get(rackId);
  if (rack === undefined) throw new RangeError(`no rack ${rackId} in the design`);
  if (options.title) paintTitle(surface, rack, options.title, options);
  const placed = placedDevices(design, rack, face);
  if (rack.widthMm * options.pxPerMm < RACK_CHIP_PX) {
    paintRackChip(surface, rack, options.utilisation ?? usedShare(rack, placed), options);
    return;
  }
  paintFrame(surface, rack, face, options);
  paintUnitNumbers(surface, rack, options);
  const detail = detailAt(options.pxPerMm);
  for (const one of placed) {
    if (options.lifted?.has(one.device.id)) continue;
    if (options.visible && !overlap(one.box, options.visible)) continue;
    paintPlaced(surface, design, one, detail, options);
  }
}

function usedShare(rack: Rack, placed: readonly PlacedDevice[]): number {
  let used = 0;
  for (const { type } of placed) if (type.width === 'full') used += type.heightU;
  return used / rack.heightU;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function paintPlaced(
  surface: Surface,
  design: Design,
  placed: PlacedDevice,
  detail: Detail,
  options: PaintOptions,
): void {
  const { box, type, device, typeFace } = placed;
  const { palette } = options;
  if (placed.shown === 'behind') {
    if (detail !== 'far') paintBehind(surface, box, options);
    return;
  }
  if (detail === 'far') {
    surface.rect(box.x, box.y, box.width, box.height * 0.96, palette.far[type.category]);
    return;
  }
  const drawn = { palette, type, face: typeFace, detail, heightMm: box.height, x: box.x, y: box.y };
  paintFace(surface, drawn, options);
  if (detail !== 'body') paintPortFills(surface, design, placed, options);
  if (options.showLabels) paintDeviceLabel(surface, device.name, type, typeFace, box, options);
  const severity = options.severityOf?.(device.id) ?? null;
  if (severity !== null) paintBadge(surface, severity, box, options);
}

/** Largest radius of a badge on screen, px. */
const BADGE_PX = 6;
/** Along the upper edge of a face cables may run: a badge stands below them, mm. */
const CABLES_MM = 5;

/** A dot at the upper right corner, with a rim so that it stands off whatever is under it; never a blot. */
function paintBadge(
  surface: Surface,
  severity: Severity,
  box: Box,
  { palette, pxPerMm }: PaintOptions,
): void {
  const radius = Math.min(8, box.height * 0.2, box.width * 0.2, BADGE_PX / pxPerMm);
  const x = box.x + box.width - radius;
  const y = box.y + Math.min(CABLES_MM + radius, box.height / 2);
  surface.circle(x, y, radius * 1.35, palette.ink.background);
  surface.circle(x, y, radius, palette.finding[severity]);
}

/** A dashed outline crossed by a few lines: this depth is taken by what hangs on the other rails. */
function paintBehind(surface: Surface, box: Box, { palette }: PaintOptions): void {
  const { x, y, width, height } = box;
  surface.rect(x + 2, y + 1, width - 4, height - 2, palette.ink.behind);
  const run = Math.min(height, width) - 2;
  const step = Math.max(36, run);
  const along = width >= height;
  for (let start = 0; start + run <= (along ? width : height); start += step) {
    if (along)
      surface.line([x + start + 1, y + run + 1, x + start + run, y + 1], palette.ink.hatch);
    else surface.line([x + 1, y + start + run, x + run, y + start + 1], palette.ink.hatch);
  }
}

/**
 * Paints a face of a device type alone, its top left corner at the origin: a drag ghost, a library picture,
 * the faceplate view.
 */
export function paintDeviceType(
  surface: Surface,
  type: DeviceType,
  face: Face,
  options: PaintOptions,
): void {
  const { height } = faceSizeMm(type);
  const detail = detailAt(options.pxPerMm);
  const programme = faceProgramme(
    options.palette,
    legiblyPrinted(type, options.smallestTextMm ?? 0),
    face,
    detail === 'far' ? 'body' : detail,
    height,
  );
  replay(surface, programme, 0, 0);
}
