/** Cut-outs that stand in a row at one distance, as one line of a table and one dimension of a drawing. */
import { type Mm, roundMm } from '../units/length.ts';
import type { PlanPart } from './face-plan.ts';

/** Alike parts in a row; a part alone is a run of one. */
export interface CutRun {
  /** The leftmost. */
  readonly first: PlanPart;
  readonly last: PlanPart;
  readonly count: number;
  /** From the left edge of one to the left edge of the next, mm; null for one alone. */
  readonly pitchMm: Mm | null;
}

/** Places that differ by less are one: what rounding to micrometres adds up to, mm. */
const SAME_MM = 0.002;

const same = (a: Mm, b: Mm): boolean => Math.abs(a - b) < SAME_MM;

function isAlike(a: PlanPart, b: PlanPart): boolean {
  return (
    a.is === b.is &&
    a.round === b.round &&
    same(a.yMm, b.yMm) &&
    same(a.widthMm, b.widthMm) &&
    same(a.heightMm, b.heightMm)
  );
}

/** The runs of these parts, top to bottom and left to right. */
export function cutRuns(parts: readonly PlanPart[]): CutRun[] {
  const rows: PlanPart[][] = [];
  for (const part of parts) {
    const row = rows.find(([other]) => other && isAlike(part, other));
    if (row) row.push(part);
    else rows.push([part]);
  }
  return rows
    .flatMap((row) => runsOfRow(row.sort((a, b) => a.xMm - b.xMm)))
    .sort((a, b) => a.first.yMm - b.first.yMm || a.first.xMm - b.first.xMm);
}

/** A wide gap before a row of narrow ones does not begin a run with the one before it. */
function runsOfRow(row: readonly PlanPart[]): CutRun[] {
  const runs: CutRun[] = [];
  let start = 0;
  while (start < row.length) {
    const end = endOfRun(row, start);
    const [first, last] = [row[start], row[end]];
    if (!first || !last) break;
    const count = end - start + 1;
    const pitchMm = count > 1 ? roundMm((last.xMm - first.xMm) / (count - 1)) : null;
    runs.push({ first, last, count, pitchMm });
    start = end + 1;
  }
  return runs;
}

/** Index of the last part that is in one run with the one at `start`. */
function endOfRun(row: readonly PlanPart[], start: number): number {
  const gap = (at: number): number => (row[at + 1]?.xMm ?? Infinity) - (row[at]?.xMm ?? 0);
  const pitch = gap(start);
  if (pitch === Infinity || gap(start + 1) < pitch - SAME_MM) return start;
  let end = start + 1;
  while (same(gap(end), pitch)) end += 1;
  return end;
}
