/**
 * The painter of overlays, over the face of a rack: a gauge on each device, longer and further along the scale
 * the worse it is, with its number where it can be read. Never by colour alone: the length of the gauge says the
 * same, and what is unknown is hatched and without a gauge.
 */
import type { Design } from '../../model/design.ts';
import { type Box, rackHeightMm } from '../../model/rack-geometry.ts';
import type { Face, Rack } from '../../model/records.ts';
import { paintUnknown } from '../hatch.ts';
import { detailAt, legible, type PaintOptions, RACK_CHIP_PX } from '../paint-options.ts';
import { fillPaint, lettering } from '../palette.ts';
import { type PlacedDevice, placedDevices } from '../placed-devices.ts';
import type { Surface } from '../surface.ts';
import { textWidthMm } from '../text-fit.ts';
import type { OverlayLens } from './lens.ts';
import { STEPS, type Step, stepOf } from './overlay-kind.ts';
import type { Reading } from './reading.ts';

export type OverlayOptions = Pick<
  PaintOptions,
  'palette' | 'pxPerMm' | 'visible' | 'lifted' | 'smallestTextMm'
>;

/** Paints the overlay over one face of a rack, in rack-face coordinates. */
export function paintRackOverlay(
  surface: Surface,
  design: Design,
  rack: Rack,
  face: Face,
  lens: OverlayLens,
  options: OverlayOptions,
): void {
  if (rack.widthMm * options.pxPerMm < RACK_CHIP_PX) {
    paintChip(surface, rack, face, lens, options);
    return;
  }
  for (const { device, box, shown } of placedDevices(design, rack, face)) {
    if (shown === 'behind' || options.lifted?.has(device.id)) continue;
    if (options.visible && !reaches(box, options.visible)) continue;
    const reading = lens.read(device.id, face);
    if (reading) paintReading(surface, { device, box }, face, reading, lens, options);
  }
}

/** A bundle may be as thick as three units: a device off the screen can have one on it. */
const BUNDLE_REACH_MM = 70;

function reaches(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width &&
    b.x < a.x + a.width &&
    a.y - BUNDLE_REACH_MM < b.y + b.height &&
    b.y < a.y + a.height + BUNDLE_REACH_MM
  );
}

/** The whole rack as one gauge, filled from below to the step of its worst device. Outlines would be all of it. */
function paintChip(
  surface: Surface,
  rack: Rack,
  face: Face,
  lens: OverlayLens,
  options: OverlayOptions,
): void {
  const { palette } = options;
  const reading = lens.readRack(rack.id, face);
  const height = rackHeightMm(rack);
  surface.rect(0, 0, rack.widthMm, height, palette.ink.opening);
  if (!reading) return;
  const { worst, lacking } = reading;
  if (lacking) {
    const box = { x: 0, y: 0, width: rack.widthMm, height };
    paintUnknown(surface, box, options.palette.ink.unknown, options.pxPerMm);
  }
  if (worst === null) return;
  const filled = height * levelOf(worst);
  const paint = fillPaint(palette, palette.tokens.overlay[worst]);
  surface.rect(0, height - filled, rack.widthMm, filled, paint);
}

/** How much of a gauge a step fills. */
function levelOf(step: Step): number {
  return (step + 1) / STEPS.length;
}

/** Paints one device's reading over its face: its gauge, or its bundle at true size. */
function paintReading(
  surface: Surface,
  { device, box }: Pick<PlacedDevice, 'device' | 'box'>,
  face: Face,
  reading: Reading,
  lens: OverlayLens,
  options: OverlayOptions,
): void {
  const spans = lens.bundles(device.id, face);
  if (spans.length > 0 && detailAt(options.pxPerMm) !== 'far') {
    paintBundle(surface, box, spans, options);
    // In the middle a bundle is thinnest, and its number hides least of it.
    paintNumber(surface, { ...box, width: box.width * 0.56 }, reading, options);
    return;
  }
  paintGauge(surface, box, reading, options);
}

/** Paints the gauge of a reading on a device's box: for a ghost in the hand as well. */
export function paintGauge(
  surface: Surface,
  box: Box,
  reading: Reading,
  options: OverlayOptions,
): void {
  const gauge = gaugeBox(box, options);
  const { palette } = options;
  surface.rect(gauge.x, gauge.y, gauge.width, gauge.height, palette.ink.gauge);
  if (reading.step === null) {
    paintUnknown(surface, gauge, palette.ink.unknown, options.pxPerMm);
  } else {
    const paint = palette.overlay[reading.step] ?? palette.ink.hatch;
    surface.rect(gauge.x, gauge.y, gauge.width * levelOf(reading.step), gauge.height, paint);
  }
  paintNumber(surface, box, reading, options);
}

/** Gap between a gauge and the edge of its device, mm. */
const INSET_MM = 2;
/** How high a gauge is where ports are to be seen, mm, and at least so many px on screen. */
const THIN_MM = 9;
const THIN_PX = 6;
/** Share of the width that is left to the device's name where a gauge is as high as the device, or beside it. */
const NAME_SHARE = { body: 0.5, ports: 0.25, full: 0 } as const;

/** Far out the whole box; nearer the half beside the name; where ports are seen a strip under them. */
function gaugeBox(box: Box, { pxPerMm }: OverlayOptions): Box {
  const detail = detailAt(pxPerMm);
  if (detail === 'far') return { ...box, height: box.height * 0.96 };
  const name = Math.max(INSET_MM, box.width > box.height ? box.width * NAME_SHARE[detail] : 0);
  const width = box.width - name - INSET_MM;
  if (detail === 'body') {
    return { x: box.x + name, y: box.y + INSET_MM, width, height: box.height - 2 * INSET_MM };
  }
  const height = Math.min(Math.max(THIN_MM, THIN_PX / pxPerMm), box.height / 3);
  return { x: box.x + name, y: box.y + box.height - height - 1, width, height };
}

function paintBundle(
  surface: Surface,
  box: Box,
  spans: ReturnType<OverlayLens['bundles']>,
  { palette }: OverlayOptions,
): void {
  const middle = box.y + box.height / 2;
  for (const { fromMm, toMm, diameterMm } of spans) {
    const paint = fillPaint(palette, palette.tokens.overlay[stepOf('bundles', diameterMm)]);
    surface.rect(fromMm, middle - diameterMm / 2, toMm - fromMm, diameterMm, paint);
  }
}

/** Sizes of the numbers, em in mm, largest first. */
const SIZES_MM = [34, 24, 16, 11, 8] as const;
const PLATE_PAD_MM = 0.35;

/** The number at the right, on a ground of its own, as large as the device allows. */
function paintNumber(surface: Surface, box: Box, reading: Reading, options: OverlayOptions): void {
  const size = SIZES_MM.find((mm) => mm * 1.2 <= box.height && mm * options.pxPerMm <= 18);
  if (size === undefined || !legible(size, options)) return;
  const text = reading.text();
  const style = lettering(options.palette, 'text', size, 'semibold', 'right');
  const width = textWidthMm(text, style) + 2 * PLATE_PAD_MM * size;
  if (width > box.width * 0.6) return;
  const right = box.x + box.width - INSET_MM;
  const y = box.y + (box.height - size * 1.2) / 2;
  surface.rect(right - width, y, width, size * 1.2, options.palette.ink.numberPlate);
  surface.text(right - PLATE_PAD_MM * size, y + size * 0.6, text, style);
}
