/** A 0U strip laid out: inlets at the top, outlets along it, the rest at its end. */
import type { DeviceType, PortKind } from '../model/device-type.ts';
import { bodyWidthMm } from '../model/rack-geometry.ts';
import { type Mm, roundMm } from '../units/length.ts';
import { partsOf } from './face-part.ts';
import type { Candidate, PlacedSpot } from './lay-out-blocks.ts';
import { openingSize, plugRoom } from './openings.ts';

/** Longest strip, mm: what hangs beside 42 units [assumed]. */
const LONGEST_MM: Mm = 1800;
/** From the end of the strip to its first opening, mm [assumed]. */
const END_MM: Mm = 20;
/** Between two openings where the length allows it, mm [assumed: outlets 32 mm apart]. */
const USUAL_GAP_MM: Mm = 12;

/** Places along the strip by `index`, in one column, or in two where one would be too long and they are narrow. */
export function placeOnStrip(
  type: DeviceType,
  candidates: readonly Candidate[],
): Map<number, PlacedSpot> {
  const width = bodyWidthMm(type);
  const sorted = candidates
    .filter(({ formFactor }) => openingSize(formFactor).widthMm <= width)
    .sort((a, b) => RANK[a.kind] - RANK[b.kind]);
  const start = partsOf(type, 'front').reduce(
    (most, { yMm, heightMm }) => Math.max(most, yMm + heightMm + END_MM),
    END_MM,
  );
  const length = LONGEST_MM - END_MM - start;
  if (columnLength(sorted) <= length) return placeColumn(sorted, width / 2, start, length);
  const first = longestColumn(sorted, length);
  const second = longestColumn(sorted.slice(first.length), length);
  const [left, right] = [widestOf(first), widestOf(second)];
  const spare = width - left.openingMm - right.openingMm - left.sideMm - right.sideMm;
  if (spare < 0) return placeColumn(first, width / 2, start, length);
  return new Map([
    ...placeColumn(first, spare / 2 + left.openingMm / 2, start, length),
    ...placeColumn(second, width - spare / 2 - right.openingMm / 2, start, length),
  ]);
}

const RANK: Readonly<Record<PortKind, number>> = {
  powerInlet: 0,
  powerOutlet: 1,
  front: 2,
  rear: 2,
  interface: 2,
  consoleServer: 2,
  console: 3,
};

/** Room between one opening and the next down the column. */
function gapBetween(above: Candidate, below: Candidate): Mm {
  return plugRoom(above.formFactor).backMm + plugRoom(below.formFactor).latchMm;
}

function columnLength(column: readonly Candidate[]): Mm {
  return column.reduce((sum, one, k) => {
    const above = column[k - 1];
    return sum + openingSize(one.formFactor).heightMm + (above ? gapBetween(above, one) : 0);
  }, 0);
}

/** As many of the first as one column holds. */
function longestColumn(candidates: readonly Candidate[], length: Mm): Candidate[] {
  const column: Candidate[] = [];
  let used: Mm = 0;
  for (const one of candidates) {
    const above = column.at(-1);
    used += openingSize(one.formFactor).heightMm + (above ? gapBetween(above, one) : 0);
    if (used > length) break;
    column.push(one);
  }
  return column;
}

/** The widest opening of the column, and the most that a plug stands out beside it. */
function widestOf(column: readonly Candidate[]): { openingMm: Mm; sideMm: Mm } {
  let [openingMm, sideMm] = [0, 0];
  for (const { formFactor } of column) {
    const { widthMm, pitchMinMm } = openingSize(formFactor);
    openingMm = Math.max(openingMm, widthMm);
    sideMm = Math.max(sideMm, plugRoom(formFactor).sideMm, ((pitchMinMm ?? 0) - widthMm) / 2);
  }
  return { openingMm, sideMm };
}

function placeColumn(
  column: readonly Candidate[],
  centreMm: Mm,
  startMm: Mm,
  length: Mm,
): Map<number, PlacedSpot> {
  const spots = new Map<number, PlacedSpot>();
  const spare = (length - columnLength(column)) / Math.max(1, column.length - 1);
  const extra = Math.floor(Math.min(USUAL_GAP_MM, spare) * 1000) / 1000;
  let y = startMm;
  for (const [k, one] of column.entries()) {
    const above = column[k - 1];
    if (above) y += gapBetween(above, one) + extra;
    const { widthMm, heightMm } = openingSize(one.formFactor);
    const xMm = roundMm(centreMm - widthMm / 2);
    spots.set(one.index, { face: 'front', xMm, yMm: roundMm(y), flipped: false, group: '' });
    y += heightMm;
  }
  return spots;
}
