/**
 * The plan: rooms, aisles, columns, rows of racks, trays and ducts. Plan coordinates, mm: x to the right, y down.
 *
 * `drawFloor(surface, design, { palette, pxPerMm })` draws all of it on a screen; give `visible` to draw a part, `lifted`
 * for what a drag carries, and draw that by `drawRackOnFloor` on the overlay. On paper give `pxPerMm: Infinity` and
 * `scale` (100 for 1:100) on a surface whose millimetres are those of the floor. `planBounds` of `shared/floor` says how
 * large it is.
 */
import { boxOfArea } from '../floor/area-box.ts';
import { floorPlan, pointInPlan, type RackPlace, type RowOnFloor } from '../floor/floor-plan.ts';
import { grown } from '../floor/plan-box.ts';
import type { Design } from '../model/design.ts';
import type { Box } from '../model/rack-geometry.ts';
import type { Area } from '../model/records.ts';
import { say } from '../text/index.ts';
import type { Mm } from '../units/length.ts';
import {
  type FloorOptions,
  isSeen,
  planDetailAt,
  planLetterMm,
  planLine,
} from './floor-options.ts';
import { drawAssumedTray, drawPathway } from './floor-pathways.ts';
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
