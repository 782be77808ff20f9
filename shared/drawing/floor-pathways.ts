/** What runs over and under the racks of the plan: trays, ducts, their names and how full they are. */
import { inPlan } from '../floor/facing.ts';
import type { RowOnFloor } from '../floor/floor-plan.ts';
import type { Design } from '../model/design.ts';
import type { Box } from '../model/rack-geometry.ts';
import type { Pathway, PlanPoint } from '../model/records.ts';
import { say } from '../text/index.ts';
import type { Mm } from '../units/length.ts';
import {
  type FloorOptions,
  isSeen,
  planDetailAt,
  planLetterMm,
  planLine,
} from './floor-options.ts';
import { lettering } from './palette.ts';
import type { Surface } from './surface.ts';
import { textWidthMm } from './text-fit.ts';

/** How far the tray that is assumed stands out at the ends of its row, mm. */
const TRAY_OUT_MM: Mm = 150;

export function drawAssumedTray(
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
export function drawPathway(surface: Surface, pathway: Pathway, options: FloorOptions): void {
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
export function pathwayNameBoxes(
  { pathways }: Pick<Design, 'pathways'>,
  options: FloorOptions,
): readonly Box[] {
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
