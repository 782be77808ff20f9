/**
 * The plan: rooms, aisles, columns, rows of racks, trays and ducts. Plan coordinates, mm: x to the right, y down.
 *
 * `drawFloor(surface, design, { palette, pxPerMm })` draws all of it on a screen; give `visible` to draw a part, `lifted`
 * for what a drag carries, and draw that by `drawRackOnFloor` on the overlay. On paper give `pxPerMm: Infinity` and
 * `scale` (100 for 1:100) on a surface whose millimetres are those of the floor. `planBounds` of `shared/floor` says how
 * large it is.
 */
import { boxOfArea } from '../floor/area-box.ts';
import { inPlan } from '../floor/facing.ts';
import { floorPlan, pointInPlan, type RackPlace, type RowOnFloor } from '../floor/floor-plan.ts';
import { grown } from '../floor/plan-box.ts';
import type { Design } from '../model/design.ts';
import type { Box } from '../model/rack-geometry.ts';
import type { Area, Pathway, PlanPoint } from '../model/records.ts';
import { say } from '../text/index.ts';
import type { Mm } from '../units/length.ts';
import { type FloorOptions, planDetailAt, planLetterMm, planLine } from './floor-options.ts';
import { paintHatch, paintUnknown } from './hatch.ts';
import { fillPaint, lettering } from './palette.ts';
import type { Surface } from './surface.ts';
import { textWidthMm } from './text-fit.ts';

type Drawn = Pick<Design, 'rows' | 'racks' | 'areas' | 'pathways' | 'settings'>;

/** Draws the plan of a design: grounds first, then racks, then what is over them. */
export function drawFloor(surface: Surface, design: Drawn, options: FloorOptions): void {
  for (const _ of drawFloorInPieces(surface, design, options));
}

/** Draws the same, and pauses wherever it may be left for a while: after each area, rack, tray and name. */
export function* drawFloorInPieces(
  surface: Surface,
  design: Drawn,
  options: FloorOptions,
): Generator<void> {
  const areas = [...design.areas.values()].filter((area) => isSeen(boxOfArea(area), options));
  for (const purpose of ['room', 'cold-aisle', 'hot-aisle', 'keep-out', 'column'] as const) {
    for (const area of areas) {
      if (area.purpose !== purpose) continue;
      drawArea(surface, area, options);
      yield;
    }
  }
  const plan = floorPlan(design);
  const rows = plan.rows.filter(
    ({ box, racks }) => racks.length > 0 && isSeen(grown(box, AROUND_ROW_MM), options),
  );
  for (const row of rows) {
    for (const place of row.racks) {
      if (options.lifted?.has(place.rackId) || !isSeen(place.box, options)) continue;
      drawRackOnFloor(surface, design, place, options);
      yield;
    }
  }
  if (design.pathways.size === 0 && options.assumedTrayMm !== undefined) {
    for (const row of rows) {
      drawAssumedTray(surface, row, options.assumedTrayMm, options);
      yield;
    }
  }
  for (const pathway of design.pathways.values()) {
    drawPathway(surface, pathway, options);
    yield;
  }
  for (const row of rows) {
    drawRowName(surface, row, options);
    yield;
  }
}

/** Room around a row for its name, mm. */
const AROUND_ROW_MM: Mm = 2000;

function isSeen(box: Box, { visible }: FloorOptions): boolean {
  if (visible === undefined) return true;
  return (
    box.x <= visible.x + visible.width &&
    visible.x <= box.x + box.width &&
    box.y <= visible.y + visible.height &&
    visible.y <= box.y + box.height
  );
}

const AREA_NAME_MM: Mm = 260;
/** Between a room's wall and its name, mm. */
const AREA_INSET_MM: Mm = 150;

function drawArea(surface: Surface, area: Area, options: FloorOptions): void {
  const { palette } = options;
  const { tokens } = palette;
  const { x, y, width, height } = boxOfArea(area);
  const edge = { colour: tokens.frameEdge, dashMm: [] };
  switch (area.purpose) {
    case 'room':
      surface.rect(x, y, width, height, planLine(options, 'strong', edge));
      break;
    case 'cold-aisle':
    case 'hot-aisle': {
      const ground = area.purpose === 'cold-aisle' ? tokens.coldAisle : tokens.hotAisle;
      surface.rect(x, y, width, height, fillPaint(palette, ground));
      const dashMm = area.contained ? [] : [3, 1.5];
      const line = area.contained ? 'strong' : 'outline';
      surface.rect(
        x,
        y,
        width,
        height,
        planLine(options, line, { colour: tokens.textMuted, dashMm }),
      );
      break;
    }
    case 'column':
      surface.rect(x, y, width, height, fillPaint(palette, tokens.hatch));
      surface.rect(x, y, width, height, planLine(options, 'outline', edge));
      surface.line([x, y, x + width, y + height], planLine(options, 'outline', edge));
      surface.line([x, y + height, x + width, y], planLine(options, 'outline', edge));
      break;
    case 'keep-out': {
      const look = { colour: tokens.textMuted, dashMm: [1.5, 1] };
      hatchKeptFree(surface, { x, y, width, height }, options);
      surface.rect(x, y, width, height, planLine(options, 'outline', look));
      break;
    }
    default:
      area.purpose satisfies never;
  }
  if (area.purpose !== 'column') drawAreaName(surface, area, options);
}

/** Between the strokes over what is kept free, mm. */
const HATCH_MM: Mm = 300;
/** A larger part than this many strokes is only outlined. */
const MOST_STROKES = 400;

function hatchKeptFree(surface: Surface, box: Box, options: FloorOptions): void {
  const everyMm = HATCH_MM * Math.max(1, (options.scale ?? 0) / 200);
  const strokes = Math.floor((box.width + box.height) / everyMm);
  if (strokes > MOST_STROKES || everyMm * options.pxPerMm < 3) return;
  const paint = planLine(options, 'fine', { colour: options.palette.tokens.hatch, dashMm: [] });
  paintHatch(surface, box, paint, { everyMm });
}

function drawAreaName(surface: Surface, area: Area, options: FloorOptions): void {
  const size = planLetterMm(AREA_NAME_MM, options);
  if (size === null) return;
  const { x, y, width, height } = boxOfArea(area);
  const words = area.name === '' ? say(`drawing.area.${area.purpose}`) : area.name;
  if (area.purpose === 'room') {
    const style = lettering(options.palette, 'text', size, 'semibold', 'left');
    const inset = Math.max(AREA_INSET_MM, size * 0.6);
    if (height > 2 * size)
      surface.text(x + inset, y + inset + size / 2, words, style, width - 2 * inset);
    return;
  }
  const style = lettering(options.palette, 'muted', size, 'regular', 'centre');
  const upright = height > width;
  const [room, across] = upright ? [height, width] : [width, height];
  if (across < size * 1.1 || room < 3 * size) return;
  surface.at(
    x + width / 2,
    y + height / 2,
    () => surface.text(0, 0, words, style, room - size),
    upright,
  );
}

const RACK_NAME_MM: Mm = 150;
const FIGURE_MM: Mm = 110;
/** Between a rack's edge and its name, mm. */
const NAME_INSET_MM: Mm = 25;

/** One rack as it is seen from above: its box, its front as a strong line, its name, the figure of an overlay. */
export function drawRackOnFloor(
  surface: Surface,
  design: Pick<Design, 'racks'>,
  place: RackPlace,
  options: FloorOptions,
): void {
  const { palette } = options;
  const { x, y, width, height } = place.box;
  surface.rect(x, y, width, height, rackGround(place, options));
  if (options.rackStep?.(place.rackId) === null) {
    paintUnknown(surface, place.box, palette.ink.unknown, options.pxPerMm);
  }
  const severity = options.severityOf?.(place.rackId) ?? null;
  if (planDetailAt(options.pxPerMm) === 'far') {
    if (severity) surface.rect(x, y, width, height, palette.finding[severity]);
    return;
  }
  const edge = { colour: palette.tokens.frameEdge, dashMm: [] };
  surface.rect(x, y, width, height, planLine(options, 'outline', edge));
  const [left, right] = [pointInPlan(place, 0, 0), pointInPlan(place, place.widthMm, 0)];
  surface.line([left.xMm, left.yMm, right.xMm, right.yMm], planLine(options, 'front', edge));
  if (severity) {
    const look = { colour: palette.tokens.finding[severity], dashMm: [] };
    surface.rect(x, y, width, height, planLine(options, 'strong', look));
  }
  drawRackName(surface, design.racks.get(place.rackId)?.name ?? '', place, options);
}

function rackGround({ rackId }: RackPlace, { palette, rackStep, pxPerMm }: FloorOptions) {
  const far = planDetailAt(pxPerMm) === 'far';
  if (!rackStep) return far ? palette.ink.loadUsed : fillPaint(palette, palette.tokens.body);
  const step = rackStep(rackId);
  const known = step === undefined || step === null ? null : palette.tokens.overlay[step];
  return fillPaint(palette, known ?? palette.tokens.opening);
}

/** Along the front where that is wide enough, else from front to back. */
function drawRackName(
  surface: Surface,
  name: string,
  place: RackPlace,
  options: FloorOptions,
): void {
  const size = planLetterMm(RACK_NAME_MM, options);
  if (size === null || name === '') return;
  const { box } = place;
  const figure = options.rackFigure?.(place.rackId) ?? '';
  const style = lettering(options.palette, 'text', size, 'semibold', 'centre');
  const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2];
  const room = box.width - 2 * NAME_INSET_MM;
  const fitsAcross = textWidthMm(name, style) <= room && size < box.height;
  const turned = !fitsAcross && box.height > box.width;
  if (Math.min(box.width, box.height) < size * 1.05) return;
  const figureSize = figure === '' ? null : planLetterMm(FIGURE_MM, options);
  const second = figureSize !== null && (turned ? box.width : box.height) > 2.4 * size;
  const plate = options.rackStep
    ? plateUnder(surface, name, second ? figure : '', place, options)
    : null;
  surface.at(
    middleX,
    middleY,
    () => {
      const along = (turned ? box.height : box.width) - 2 * NAME_INSET_MM;
      plate?.();
      surface.text(0, second ? -0.62 * size : 0, name, style, along);
      if (second) {
        const under = lettering(options.palette, 'text', figureSize, 'regular', 'centre');
        surface.text(0, 0.72 * size, figure, under, along);
      }
    },
    turned,
  );
}

/** Over the colour of an overlay letters stand on a plate of their own, as the numbers in the racks do. */
function plateUnder(
  surface: Surface,
  name: string,
  figure: string,
  place: RackPlace,
  options: FloorOptions,
): () => void {
  const size = planLetterMm(RACK_NAME_MM, options) ?? RACK_NAME_MM;
  const small = planLetterMm(FIGURE_MM, options) ?? FIGURE_MM;
  const { box } = place;
  const wide = Math.max(
    textWidthMm(name, { sizeMm: size, weight: 'semibold' }),
    textWidthMm(figure, { sizeMm: small, weight: 'regular' }),
  );
  const width = Math.min(wide + size * 0.5, Math.max(box.width, box.height) - NAME_INSET_MM);
  const height = figure === '' ? size * 1.3 : size * 2.5;
  return () => {
    surface.rect(
      -width / 2,
      -height / 2,
      width,
      height,
      fillPaint(options.palette, options.palette.tokens.plate),
    );
  };
}

const ROW_NAME_MM: Mm = 420;

/** Before the first rack, as seen on the page: beside a row that runs across it, above one that runs down. */
function drawRowName(surface: Surface, { row, box }: RowOnFloor, options: FloorOptions): void {
  const size = planLetterMm(ROW_NAME_MM, options);
  if (size === null || row.name === '') return;
  if (box.width >= box.height) {
    const style = lettering(options.palette, 'text', size, 'semibold', 'right');
    surface.text(box.x - size * 0.5, box.y + box.height / 2, row.name, style, 8 * size);
  } else {
    const style = lettering(options.palette, 'text', size, 'semibold', 'centre');
    surface.text(box.x + box.width / 2, box.y - size * 0.8, row.name, style, 8 * size);
  }
}

/** How far the tray that is assumed stands out at the ends of its row, mm. */
const TRAY_OUT_MM: Mm = 150;

function drawAssumedTray(
  surface: Surface,
  row: RowOnFloor,
  trayMm: Mm,
  options: FloorOptions,
): void {
  if (planDetailAt(options.pxPerMm) === 'far') return;
  const back = row.depthMm / 2;
  const corners = [
    inPlan(row.place, 0 - TRAY_OUT_MM, back - trayMm / 2),
    inPlan(row.place, row.lengthMm + TRAY_OUT_MM, back - trayMm / 2),
    inPlan(row.place, row.lengthMm + TRAY_OUT_MM, back + trayMm / 2),
    inPlan(row.place, 0 - TRAY_OUT_MM, back + trayMm / 2),
  ];
  const look = { colour: options.palette.tokens.textMuted, dashMm: [4, 1.5] };
  surface.polygon(flat(corners), planLine(options, 'outline', look));
}

/** More than the limit is a warning; twice the limit is more than fits, since the limit is half. */
const FULL = 1;
const MORE_THAN_FITS = 2;
const PATHWAY_NAME_MM: Mm = 150;

/** A tray as its two sides and its ends, a duct the same in broken lines. */
function drawPathway(surface: Surface, pathway: Pathway, options: FloorOptions): void {
  const box = pathwayBox(pathway);
  if (!isSeen(box, options)) return;
  const fill = options.pathwayFill?.(pathway.id) ?? null;
  const colour = pathwayColour(fill, options);
  const dashMm = pathway.level === 'underfloor' ? [2.5, 1.5] : [];
  if (planDetailAt(options.pxPerMm) === 'far') {
    surface.line(flat(pathway.points), planLine(options, 'strong', { colour, dashMm }));
    return;
  }
  const line = fill !== null && fill > FULL ? 'strong' : 'outline';
  surface.polygon(outlineOf(pathway), planLine(options, line, { colour, dashMm }));
  drawPathwayName(surface, pathway, options);
}

/** The name of a pathway where it stands. */
interface PathwayName {
  readonly at: PlanPoint;
  readonly words: string;
  readonly sizeMm: Mm;
  /** Whether it runs up the page, and whether it begins at its point rather than ends there. */
  readonly upright: boolean;
  readonly begins: boolean;
}

/** Before its first point, in line with its first leg: over it are racks and their names. */
function pathwayName(pathway: Pathway, options: FloorOptions): PathwayName | null {
  const sizeMm = planLetterMm(PATHWAY_NAME_MM, options);
  const [at, second] = pathway.points;
  if (sizeMm === null || pathway.name === '' || !at || !second) return null;
  const upright = at.xMm === second.xMm;
  // Turned text runs up the page.
  const begins = upright ? second.yMm > at.yMm : second.xMm < at.xMm;
  const words = pathwayWords(pathway, options.pathwayFill?.(pathway.id) ?? null);
  return { at, words, sizeMm, upright, begins };
}

function drawPathwayName(surface: Surface, pathway: Pathway, options: FloorOptions): void {
  const name = pathwayName(pathway, options);
  if (name === null) return;
  const { at, words, sizeMm, upright, begins } = name;
  const style = lettering(options.palette, 'text', sizeMm, 'regular', begins ? 'left' : 'right');
  const off = (begins ? 1 : -1) * sizeMm * 0.5;
  surface.at(at.xMm, at.yMm, () => surface.text(off, 0, words, style), upright);
}

/** The boxes that the names of pathways take, which stand beside what they name; plan coordinates, mm. */
export function pathwayNameBoxes({ pathways }: Drawn, options: FloorOptions): readonly Box[] {
  return [...pathways.values()].flatMap((pathway): Box[] => {
    const name = pathwayName(pathway, options);
    if (name === null) return [];
    const { at, words, sizeMm, upright, begins } = name;
    const long = textWidthMm(words, { sizeMm, weight: 'regular' }) + sizeMm;
    const along = begins ? 0 : -long;
    return upright
      ? [{ x: at.xMm - sizeMm / 2, y: at.yMm - along - long, width: sizeMm, height: long }]
      : [{ x: at.xMm + along, y: at.yMm - sizeMm / 2, width: long, height: sizeMm }];
  });
}

function pathwayWords({ name }: Pathway, fill: number | null): string {
  return fill === null
    ? name
    : say('drawing.pathwayFill', { name, percent: Math.round(100 * fill) });
}

function pathwayColour(fill: number | null, { palette: { tokens } }: FloorOptions): string {
  if (fill === null || fill <= FULL) return tokens.textMuted;
  return fill > MORE_THAN_FITS ? tokens.finding.error : tokens.finding.warning;
}

function pathwayBox({ points, widthMm }: Pathway): Box {
  const xs = points.map(({ xMm }) => xMm);
  const ys = points.map(({ yMm }) => yMm);
  const [x, y] = [Math.min(...xs) - widthMm / 2, Math.min(...ys) - widthMm / 2];
  return {
    x,
    y,
    width: Math.max(...xs) - x + widthMm / 2,
    height: Math.max(...ys) - y + widthMm / 2,
  };
}

/** The outline of a pathway of right angles: there along one side and back along the other, mitred. */
function outlineOf({ points, widthMm }: Pathway): number[] {
  const path = points.filter((point, at) => at === 0 || !isSame(point, points[at - 1]));
  const side = path.map((point, at) => corner(path[at - 1], point, path[at + 1], widthMm / 2));
  return flat([
    ...side,
    ...path.map((point, at) => corner(path[at + 1], point, path[at - 1], widthMm / 2)).toReversed(),
  ]);
}

function isSame(a: PlanPoint, b: PlanPoint | undefined): boolean {
  return b !== undefined && a.xMm === b.xMm && a.yMm === b.yMm;
}

/** Where the side to the left of the way turns; at an end it is square. */
function corner(
  before: PlanPoint | undefined,
  at: PlanPoint,
  after: PlanPoint | undefined,
  half: Mm,
): PlanPoint {
  const [ix, iy] = before ? directionTo(before, at) : directionTo(at, after ?? at);
  const [ox, oy] = after ? directionTo(at, after) : [ix, iy];
  const straight = ix === ox && iy === oy;
  const [nx, ny] = straight ? [iy, -ix] : [iy + oy, -ix - ox];
  return { xMm: at.xMm + nx * half, yMm: at.yMm + ny * half };
}

function directionTo(a: PlanPoint, b: PlanPoint): readonly [number, number] {
  return [Math.sign(b.xMm - a.xMm), Math.sign(b.yMm - a.yMm)];
}

function flat(points: readonly PlanPoint[]): number[] {
  return points.flatMap(({ xMm, yMm }) => [xMm, yMm]);
}
