/** Dimensions beside a face: ordinates from the datum above and at the left, lengths below and at the right. */
import type { CutRun } from '../../faceplate/cut-runs.ts';
import type { FacePlan } from '../../faceplate/face-plan.ts';
import { roundMm } from '../../units/length.ts';
import type { Surface } from '../surface.ts';
import { textWidthMm } from '../text-fit.ts';
import { LETTERS, LINES } from './lines.ts';
import { spread } from './spread.ts';

/** From the outline to a leader's beginning, its bend, its second bend, its number. */
const LEADER = { from: 1.2, bend: 4, out: 9, text: 10 } as const;
/** Closest distance of two ordinates' numbers. */
const NUMBER_GAP_MM = 3.3;
/** Longest number of an ordinate: `1234.56`. */
const NUMBER_MM = 12;
/** From the outline to the first length, and from one to the next. */
const FIRST_LEVEL_MM = 6;
const LEVEL_MM = 6.5;

/** What the dimensions take beside the outline, mm. */
export interface Margins {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A length between two places along an edge. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface Dimensions {
  readonly margins: Margins;
  readonly across: readonly number[];
  readonly down: readonly number[];
  readonly holesDown: readonly number[];
  /** Lengths below the face by level, from the face outwards. */
  readonly below: readonly (readonly Span[])[];
}

/** To a hundredth, without what adds nothing: `23.7`, `482.6`. */
export function mmText(mm: number): string {
  return String(Math.round(mm * 100) / 100);
}

function distinct(values: readonly number[]): number[] {
  return [...new Set(values.map((value) => roundMm(value)))].sort((a, b) => a - b);
}

/** All places, or those of the runs' ends where the numbers of all would reach far beyond the face. */
function ordinates(all: readonly number[], ends: readonly number[], lengthMm: number): number[] {
  const places = distinct(all);
  return places.length * NUMBER_GAP_MM <= lengthMm + 20 ? places : distinct(ends);
}

/** What is to be dimensioned on a face, and how much room it takes. */
export function dimensionsOf(plan: FacePlan, runs: readonly CutRun[]): Dimensions {
  const xs = runs.flatMap(({ first, count, pitchMm }) =>
    Array.from({ length: count }, (_, i) => first.xMm + i * (pitchMm ?? 0)),
  );
  const ends = runs.flatMap(({ first, last }) => [first.xMm, last.xMm]);
  const tops = runs.map(({ first }) => first.yMm);
  const across = ordinates(xs, ends, plan.widthMm);
  const below = lengthsBelow(plan, runs);
  const holesDown = distinct(plan.holes.map(({ yMm }) => yMm));
  const beyond = (places: readonly number[], length: number): number => {
    const spreadOut = spread(places, NUMBER_GAP_MM);
    const over = (spreadOut.at(-1) ?? 0) - length;
    return Math.max(0, over, -(spreadOut[0] ?? 0)) + NUMBER_GAP_MM;
  };
  const upright = Math.max(beyond(tops, plan.heightMm), beyond(holesDown, plan.heightMm));
  return {
    margins: {
      left: Math.max(LEADER.text + NUMBER_MM, beyond(across, plan.widthMm)),
      top: Math.max(LEADER.text + NUMBER_MM, upright),
      right: Math.max(
        (holesDown.length > 0 ? LEADER.text + NUMBER_MM : 0) + FIRST_LEVEL_MM + 4,
        beyond(across, plan.widthMm),
      ),
      bottom: Math.max(FIRST_LEVEL_MM + below.length * LEVEL_MM, upright),
    },
    across,
    down: distinct(tops),
    holesDown,
    below,
  };
}

/** Pitches first, then the distance of the hole centres, the opening between the ears, the whole width. */
function lengthsBelow(plan: FacePlan, runs: readonly CutRun[]): Span[][] {
  const pitches = new Map<string, Span>();
  for (const { first, last, count, pitchMm } of runs) {
    if (pitchMm === null || first.work !== 'opening') continue;
    const length = mmText(last.xMm - first.xMm);
    const text = count === 2 ? length : `${count - 1} × ${mmText(pitchMm)} = ${length}`;
    pitches.set(`${first.xMm} ${text}`, { from: first.xMm, to: last.xMm, text });
  }
  const levels = stacked([...pitches.values()].sort((a, b) => a.from - b.from));
  const holes = distinct(plan.holes.map(({ xMm }) => xMm));
  const [left, right] = [holes[0], holes.at(-1)];
  if (left !== undefined && right !== undefined && left !== right) {
    levels.push([{ from: left, to: right, text: mmText(right - left) }]);
    const inner = { from: plan.earMm, to: plan.widthMm - plan.earMm };
    levels.push([{ ...inner, text: mmText(inner.to - inner.from) }]);
  }
  levels.push([{ from: 0, to: plan.widthMm, text: mmText(plan.widthMm) }]);
  return levels;
}

/** Where a length and its number reach to: a number that does not fit in between stands at the right. */
function reach({ from, to, text }: Span): number {
  const width = textWidthMm(text, LETTERS.dimension);
  return to - from > width + 6 ? to : to + width + 3;
}

/** Spans that would meet are put on levels of their own. */
function stacked(spans: readonly Span[]): Span[][] {
  const levels: Span[][] = [];
  for (const span of spans) {
    const level = levels.find((each) => each.every((other) => reach(other) + 2 < span.from));
    if (level) level.push(span);
    else levels.push([span]);
  }
  return levels;
}

/** Draws them; the datum is the surface's origin. */
export function paintDimensions(surface: Surface, plan: FacePlan, dimensions: Dimensions): void {
  const { widthMm, heightMm } = plan;
  surface.text(-2, -2.4, '0', LETTERS.datum);
  surface.line([-5, 0, -1, 0], LINES.dimension);
  surface.line([0, -5, 0, -1], LINES.dimension);
  paintAcross(surface, dimensions.across);
  paintDown(surface, dimensions.down, 0, -1);
  paintDown(surface, dimensions.holesDown, widthMm, 1);
  for (const [level, spans] of dimensions.below.entries()) {
    const y = heightMm + FIRST_LEVEL_MM + level * LEVEL_MM;
    for (const span of spans) paintLength(surface, span, heightMm, y);
  }
  const beside = dimensions.holesDown.length > 0 ? LEADER.text + NUMBER_MM : 0;
  paintHeight(surface, plan, widthMm + beside + FIRST_LEVEL_MM);
}

function paintAcross(surface: Surface, places: readonly number[]): void {
  const at = spread(places, NUMBER_GAP_MM);
  for (const [i, x] of places.entries()) {
    const to = at[i] ?? x;
    surface.line(
      [x, -LEADER.from, x, -LEADER.bend, to, -LEADER.out, to, 0.6 - LEADER.text],
      LINES.dimension,
    );
    const number = (): void => surface.text(0, 0, mmText(x), LETTERS.ordinate);
    surface.at(to, -LEADER.text, number, true);
  }
}

/** Ordinates beside the left (`way` −1) or the right edge (1), which is at `edge`. */
function paintDown(surface: Surface, places: readonly number[], edge: number, way: -1 | 1): void {
  const at = spread(places, NUMBER_GAP_MM);
  const x = (out: number): number => edge + way * out;
  for (const [i, y] of places.entries()) {
    const to = at[i] ?? y;
    surface.line(
      [x(LEADER.from), y, x(LEADER.bend), y, x(LEADER.out), to, x(LEADER.text - 0.6), to],
      LINES.dimension,
    );
    const style = way < 0 ? LETTERS.ordinateRight : LETTERS.ordinate;
    surface.text(x(LEADER.text), to, mmText(y), style);
  }
}

const ARROW = { length: 2, half: 0.4 } as const;

function paintLength(surface: Surface, span: Span, edge: number, y: number): void {
  const { from, to, text } = span;
  for (const x of [from, to]) surface.line([x, edge + 1.2, x, y + 1], LINES.dimension);
  surface.line([from, y, to, y], LINES.dimension);
  const length = Math.min(ARROW.length, (to - from) / 3);
  for (const [tip, way] of [
    [from, 1],
    [to, -1],
  ] as const) {
    const back = tip + way * length;
    surface.polygon([tip, y, back, y - ARROW.half, back, y + ARROW.half], LINES.arrow);
  }
  const width = textWidthMm(text, LETTERS.dimension);
  if (to - from > width + 6) surface.text((from + to) / 2, y - 1.9, text, LETTERS.dimension);
  else surface.text(to + 2 + width / 2, y, text, LETTERS.dimension);
}

/** The height of the face at the right, its number turned. */
function paintHeight(surface: Surface, { widthMm, heightMm }: FacePlan, x: number): void {
  for (const y of [0, heightMm]) surface.line([widthMm + 1.2, y, x + 1, y], LINES.dimension);
  surface.line([x, 0, x, heightMm], LINES.dimension);
  const length = Math.min(ARROW.length, heightMm / 3);
  for (const [tip, way] of [
    [0, 1],
    [heightMm, -1],
  ] as const) {
    const back = tip + way * length;
    surface.polygon([x, tip, x - ARROW.half, back, x + ARROW.half, back], LINES.arrow);
  }
  const number = (): void => surface.text(0, 0, mmText(heightMm), LETTERS.dimension);
  surface.at(x - 1.9, heightMm / 2, number, true);
}
