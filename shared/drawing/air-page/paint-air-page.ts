/**
 * The painter of a rack's air page: the rack from its left side, the cold side at the left. Each device lies at
 * its units as deep as it is, with an arrow the way its air goes, what covers its faces as bars, and the
 * temperatures at both ends.
 */
import type { Band } from '../../analysis/types.ts';
import { bandText, numberText, shareText, withUnit } from '../../analysis/value-text.ts';
import { FRAME_TOP_MM, rackHeightMm, slotTopMm, unitMm } from '../../model/rack-geometry.ts';
import type { Face } from '../../model/records.ts';
import { say } from '../../text/index.ts';
import { fillPaint, lettering, type Palette } from '../palette.ts';
import type { Surface } from '../surface.ts';
import { textWidthMm } from '../text-fit.ts';
import type { AirPage, AirPageDevice, AirPageGap } from './air-page.ts';

/** Room beside the rack on each side, for bars and numbers, and over and under it, mm. */
const BESIDE_MM = 540;
const OVER_MM = 150;
const UNDER_MM = 60;
/** Where bars begin beside the posts, and how long a bar is at most that stands for all, mm. */
const BAR_FROM_MM = 24;
const BAR_MM = 220;
/** From a bar to its number, and from there to a temperature at least, mm. */
const AFTER_BAR_MM = 8;
const BEFORE_TEMPERATURE_MM = 16;
/** From the edge of the drawing to the temperatures, mm. */
const EDGE_MM = 10;
/** Capitals of 1.8 mm on paper at 1:10. */
const SMALL_MM = 24.8;
const LARGE_MM = 28;
/** Unit numbers on the left post. */
const UNIT_MM = 22;

/** What depends on how large the letters are, mm. */
interface Letters {
  readonly small: number;
  readonly large: number;
  readonly unit: number;
  readonly besideMm: number;
  readonly overMm: number;
  /** How much larger than usual what holds letters is. */
  readonly share: number;
  /** Share of a device's height that its name takes at most. */
  readonly ofHeight: number;
}

/** The same with what depends on the page. */
interface Sizes extends Letters {
  /** How long a bar is that stands for all: bars of a page have one scale. */
  readonly barMm: number;
}

function lettersOf(leastMm: number): Letters {
  const share = Math.max(1, leastMm / SMALL_MM);
  return {
    small: SMALL_MM * share,
    large: LARGE_MM * share,
    unit: Math.max(UNIT_MM, leastMm),
    besideMm: BESIDE_MM * share,
    overMm: OVER_MM * share,
    share,
    ofHeight: share > 1 ? 0.82 : 0.55,
  };
}

/** Size of the drawing, mm. @param leastTextMm lettering is at least so high, em in mm */
export function airPageSizeMm(
  { rack }: AirPage,
  leastTextMm = 0,
): { readonly width: number; readonly height: number } {
  const { besideMm, overMm } = lettersOf(leastTextMm);
  return {
    width: rack.depthMm + 2 * besideMm,
    height: rackHeightMm(rack) + overMm + UNDER_MM,
  };
}

/** Paints the page; its top left corner is the origin. @param leastTextMm lettering is at least so high, em in mm */
export function paintAirPage(
  surface: Surface,
  page: AirPage,
  palette: Palette,
  leastTextMm = 0,
): void {
  const letters = lettersOf(leastTextMm);
  surface.at(letters.besideMm, letters.overMm, () => {
    paintCase(surface, page, palette);
    for (const gap of page.gaps) paintGap(surface, page, gap, letters, palette);
    const sizes = { ...letters, barMm: barMmOf(page, letters, palette) };
    for (const device of page.devices) paintDevice(surface, page, device, sizes, palette);
    paintUnits(surface, page, letters, palette);
  });
  paintHeads(surface, page, letters, palette);
}

function paintCase(surface: Surface, { rack }: AirPage, { ink }: Palette): void {
  const height = rackHeightMm(rack);
  surface.rect(0, 0, rack.depthMm, height, ink.frame);
  surface.rect(0, FRAME_TOP_MM, rack.depthMm, rack.heightU * unitMm(rack), ink.opening);
  surface.rect(0, 0, rack.depthMm, height, ink.frameOutline);
}

/** Over the drawing: which side is which, what its door lets through, what comes in. */
function paintHeads(surface: Surface, page: AirPage, letters: Letters, palette: Palette): void {
  const { rack, supplyC } = page;
  const { besideMm, small, large, share } = letters;
  const [first, second, third] = [40 * share, 80 * share, 112 * share];
  const sides = [
    { face: 'front', x: besideMm, align: 'right', door: rack.frontDoorOpen },
    { face: 'rear', x: besideMm + rack.depthMm, align: 'left', door: rack.rearDoorOpen },
  ] as const;
  for (const { face, x, align, door } of sides) {
    const at = align === 'right' ? x - BAR_FROM_MM : x + BAR_FROM_MM;
    const head = lettering(palette, 'text', large, 'semibold', align);
    const line = lettering(palette, 'muted', small, 'regular', align);
    surface.text(at, first, say(`drawing.airPage.${face}`), head);
    surface.text(at, second, doorText(door), line);
    surface.text(at, third, say('drawing.airPage.bars'), line);
    const outside = face === 'front' ? 'left' : 'right';
    const edge = face === 'front' ? EDGE_MM : 2 * besideMm + rack.depthMm - EDGE_MM;
    const temperature = lettering(palette, 'muted', small, 'regular', outside);
    surface.text(edge, third, say('drawing.airPage.temperature'), temperature);
  }
  const centre = lettering(palette, 'muted', small, 'regular', 'centre');
  const supply = withUnit(numberText(supplyC), '°C');
  surface.text(
    besideMm + rack.depthMm / 2,
    third,
    say('drawing.airPage.supply', { supply }),
    centre,
  );
}

function doorText(open: number | null): string {
  return open === null
    ? say('drawing.airPage.noDoor')
    : say('drawing.airPage.door', { share: shareText(open) });
}

/** Every unit's number on the left post, every fifth stronger. */
function paintUnits(surface: Surface, { rack }: AirPage, letters: Letters, palette: Palette): void {
  const unit = unitMm(rack);
  for (let u = 1; u <= rack.heightU; u += 1) {
    const [tone, weight] =
      u % 5 === 0 ? (['text', 'semibold'] as const) : (['muted', 'regular'] as const);
    const style = lettering(palette, tone, letters.unit, weight, 'right');
    surface.text(UNITS_MM, slotTopMm(rack, u, 1) + unit / 2, String(u), style);
  }
}
/** Where unit numbers end, mm. */
const UNITS_MM = 52;

function paintDevice(
  surface: Surface,
  page: AirPage,
  device: AirPageDevice,
  sizes: Sizes,
  palette: Palette,
): void {
  const { rack } = page;
  const top = slotTopMm(rack, device.u, device.heightU);
  const height = device.heightU * unitMm(rack);
  const { fromMm, toMm } = device;
  surface.rect(fromMm, top + 1, toMm - fromMm, height - 2, palette.ink.deviceSide);
  paintHeat(surface, device, top, height, palette);
  paintWay(surface, device, top + height / 2, palette);
  paintWords(surface, device, top, height, sizes, palette);
  for (const face of ['front', 'rear'] as const) {
    paintBar(surface, page, device, face, top, height, sizes, palette);
  }
  paintTemperatures(surface, page, device, top + height / 2, sizes, palette);
}

/** The end where the air leaves, in the colour of its temperature, as wide as its step says. */
function paintHeat(
  surface: Surface,
  { way, step, fromMm, toMm }: AirPageDevice,
  top: number,
  height: number,
  palette: Palette,
): void {
  if (step === null || (way !== 'rearwards' && way !== 'forwards')) return;
  const width = 12 * (step + 1);
  const x = way === 'rearwards' ? toMm - width : fromMm;
  surface.rect(x, top + 1, width, height - 2, palette.overlay[step] ?? palette.ink.hatch);
}

const HEAD_MM = 22;

/** An arrow the way the air goes; broken where nobody knows, none where no air is moved. */
function paintWay(
  surface: Surface,
  { way, fromMm, toMm }: AirPageDevice,
  y: number,
  palette: Palette,
): void {
  const { ink, tokens } = palette;
  if (way === 'none') return;
  const [left, right] = [fromMm + 76, toMm - 76];
  const length = Math.max(60, (right - left) * 0.22);
  if (way === 'unknown' || way === 'across') {
    const middle = (left + right) / 2;
    surface.line([middle, y, right, y], way === 'unknown' ? ink.airUnknown : ink.air);
    return;
  }
  const [from, to] = way === 'rearwards' ? [right - length, right] : [left + length, left];
  const back = to > from ? -HEAD_MM : HEAD_MM;
  surface.line([from, y, to + back, y], ink.air);
  surface.polygon(
    [to, y, to + back, y - HEAD_MM / 2.4, to + back, y + HEAD_MM / 2.4],
    fillPaint(palette, tokens.text),
  );
}

/** Name and flow at the left, on the plain part of the device. */
function paintWords(
  surface: Surface,
  device: AirPageDevice,
  top: number,
  height: number,
  letters: Letters,
  palette: Palette,
): void {
  const { fromMm, toMm, name, flowRatio } = device;
  const size = Math.min(letters.small, height * letters.ofHeight);
  const inset = 80;
  const style = lettering(palette, 'text', size, 'semibold', 'left');
  const room = (toMm - fromMm) * 0.72 - inset;
  const [flow = '', shorter = ''] = flowTexts(flowRatio);
  if (flow !== '' && height > 3 * size) {
    const line = lettering(palette, 'muted', size, 'regular', 'left');
    surface.text(fromMm + inset, top + height / 2 - size * 0.65, name, style, room);
    surface.text(fromMm + inset, top + height / 2 + size * 0.65, flow, line, room);
    return;
  }
  const lines = [flow, shorter].map((text) => `${name} · ${text}`);
  const fits = flow === '' ? name : lines.find((text) => textWidthMm(text, style) <= room);
  surface.text(fromMm + inset, top + height / 2, fits ?? name, style, room);
}

/** The flow that is left, with its band and without. */
function flowTexts(ratio: Band | null): readonly string[] {
  if (ratio === null) return [];
  const [low, nominal, high] = [ratio.low * 100, ratio.nominal * 100, ratio.high * 100];
  return [
    say('drawing.airPage.flow', { flow: bandText({ low, nominal, high }, '%') }),
    say('drawing.airPage.flow', { flow: shareText(ratio.nominal) }),
  ];
}

/**
 * How long a bar of this page is that stands for all, mm: bars and their numbers leave the temperatures beside them
 * their room, and all of them keep one scale.
 */
function barMmOf({ devices }: AirPage, { small, besideMm }: Letters, palette: Palette): number {
  const number = lettering(palette, 'text', small, 'regular', 'left');
  const hot = lettering(palette, 'text', small, 'semibold', 'left');
  const room = besideMm - BAR_FROM_MM - AFTER_BAR_MM - BEFORE_TEMPERATURE_MM - EDGE_MM;
  let barMm = BAR_MM;
  for (const device of devices) {
    const temperatures = temperaturesOf(device);
    for (const face of ['front', 'rear'] as const) {
      const share = device.blocked[face];
      const temperature = temperatures?.[face];
      if (share === 0 || temperature === undefined) continue;
      const words = textWidthMm(shareText(share), number) + textWidthMm(temperature, hot);
      barMm = Math.min(barMm, Math.max(0, room - words) / share);
    }
  }
  return barMm;
}

/** How much of a face is blocked: a bar that grows away from it, with its number. */
function paintBar(
  surface: Surface,
  { rack }: AirPage,
  { blocked, heightU, way }: AirPageDevice,
  face: Face,
  top: number,
  height: number,
  { small, barMm }: Sizes,
  palette: Palette,
): void {
  const share = blocked[face];
  if (share === 0 && way === 'none') return;
  const length = share * barMm;
  const thick = Math.min(30, (height / heightU) * 0.62);
  const y = top + (height - thick) / 2;
  const x = face === 'front' ? -BAR_FROM_MM - length : rack.depthMm + BAR_FROM_MM;
  if (length > 0) surface.rect(x, y, length, thick, palette.ink.blocked);
  const end = face === 'front' ? x - AFTER_BAR_MM : x + length + AFTER_BAR_MM;
  const style = lettering(
    palette,
    share > 0 ? 'text' : 'muted',
    small,
    'regular',
    face === 'front' ? 'right' : 'left',
  );
  surface.text(end, top + height / 2, shareText(share), style);
}

/** Inlet where the air comes in, outlet with its band where it leaves, beyond the bars. */
function paintTemperatures(
  surface: Surface,
  { rack }: AirPage,
  device: AirPageDevice,
  y: number,
  letters: Letters,
  palette: Palette,
): void {
  const temperatures = temperaturesOf(device);
  if (temperatures === null) return;
  const { way } = device;
  const edge = letters.besideMm - EDGE_MM;
  const style = (align: 'left' | 'right', hot: boolean) =>
    lettering(palette, 'text', letters.small, hot ? 'semibold' : 'regular', align);
  surface.text(-edge, y, temperatures.front, style('left', way === 'forwards'));
  surface.text(rack.depthMm + edge, y, temperatures.rear, style('right', way === 'rearwards'));
}

/** What is told beside each face of a device; null where no air passes through them. */
function temperaturesOf({
  way,
  inletC,
  outletC,
}: AirPageDevice): Readonly<Record<Face, string>> | null {
  if (way !== 'rearwards' && way !== 'forwards') return null;
  const inlet =
    inletC === null ? say('drawing.airPage.unknown') : withUnit(numberText(inletC), '°C');
  const outlet = outletC === null ? say('drawing.airPage.unknown') : bandText(outletC, '°C');
  return way === 'rearwards' ? { front: inlet, rear: outlet } : { front: outlet, rear: inlet };
}

/** Open units let warm air back to the front, which an arrow tells; closed ones have a panel there. */
function paintGap(
  surface: Surface,
  { rack }: AirPage,
  { bottomU, topU, closed }: AirPageGap,
  letters: Letters,
  palette: Palette,
): void {
  const units = topU - bottomU + 1;
  const top = slotTopMm(rack, bottomU, units);
  const height = units * unitMm(rack);
  const { ink, tokens } = palette;
  if (closed) {
    surface.rect(0, top + 2, 10, height - 4, ink.panelSide);
    return;
  }
  const y = top + height / 2;
  const [left, right] = [UNITS_MM + 14, rack.depthMm - 60];
  surface.line([right, y, left + HEAD_MM, y], ink.leak);
  surface.polygon(
    [left, y, left + HEAD_MM, y - HEAD_MM / 2.4, left + HEAD_MM, y + HEAD_MM / 2.4],
    fillPaint(palette, tokens.finding.warning),
  );
  const style = lettering(palette, 'muted', letters.small, 'regular', 'centre');
  const text = say('drawing.airPage.open', { units });
  const [wide, high] = [380 * letters.share, Math.min(unitMm(rack) - 2, 32 * letters.share)];
  surface.rect((rack.depthMm - wide) / 2, y - high / 2, wide, high, ink.opening);
  surface.text(rack.depthMm / 2, y, text, style, wide - 10);
}
