/** An empty face laid out as a whole: blocks of equal openings side by side, as few rows as the width allows. */
import type { DeviceType, FormFactor, PortKind } from '../model/device-type.ts';
import type { Face } from '../model/face.ts';
import { type Mm, roundMm } from '../units/length.ts';
import { rowTops } from './cage-fit.ts';
import { turnsOver } from './cage-group.ts';
import { faceFrame } from './face-frame.ts';
import { countedPlaces } from './numbering.ts';
import { openingSize, plugRoom } from './openings.ts';

export const SECTIONS = ['power', 'data', 'management'] as const;
/** What is together on a face, from the left. */
export type Section = (typeof SECTIONS)[number];

/** An opening with what decides where it goes. */
export interface Candidate {
  /** Place in the list that was given. */
  readonly index: number;
  readonly name: string;
  readonly formFactor: FormFactor;
  readonly kind: PortKind;
  readonly face: Face;
  readonly section: Section;
}

/** Openings of one form factor that belong together, in the order in which they are counted. */
export interface Block {
  readonly section: Section;
  readonly formFactor: FormFactor;
  readonly members: readonly Candidate[];
}

/** Where an opening goes. */
export interface PlacedSpot {
  readonly face: Face;
  readonly xMm: Mm;
  readonly yMm: Mm;
  readonly flipped: boolean;
  readonly group: string;
}

/** Between two blocks, and beside the first, where there is room, mm [assumed]. */
const BLOCK_GAP_MM: Mm = 10;

/**
 * Places for the members of the blocks on an empty face, by `index`; those that go beyond the right edge even in as
 * many rows as the height takes have none.
 */
export function placeBlocks(
  type: DeviceType,
  face: Face,
  blocks: readonly Block[],
): Map<number, PlacedSpot> {
  const { opening } = faceFrame(type, face);
  const fitting = blocks.filter(({ formFactor }) => mostRows(formFactor, opening.height) > 0);
  let grids: Grid[] = [];
  for (let level = 0; ; level += 1) {
    const next = fitting.map((block) => gridOf(block, level, opening.height));
    const same = grids.length > 0 && next.every(({ rows }, k) => rows === grids[k]?.rows);
    grids = next;
    if (totalWidth(grids) <= opening.width || (same && level > 1)) break;
  }
  const slack = opening.width - totalWidth(grids);
  const gap = Math.max(0, Math.min(BLOCK_GAP_MM, slack / (grids.length + 1)));
  const spots = new Map<number, PlacedSpot>();
  let x = opening.x + gap;
  for (const [k, grid] of grids.entries()) {
    for (const [index, spot] of placeGrid(grid, face, roundUpMm(x), opening))
      spots.set(index, spot);
    x = roundUpMm(x) + grid.widthMm + gapAfter(grids, k) + gap;
  }
  return spots;
}

interface Grid {
  readonly block: Block;
  readonly rows: number;
  readonly columns: number;
  readonly pitchMm: Mm;
  readonly widthMm: Mm;
}

function mostRows(formFactor: FormFactor, heightMm: Mm): number {
  return rowTops(formFactor, heightMm).length;
}

function gridOf(block: Block, level: number, heightMm: Mm): Grid {
  const { formFactor, members } = block;
  const wished = level === 0 ? usualRows(block) : 2 * level;
  const most = Math.min(mostRows(formFactor, heightMm), members.length);
  const rows = Math.min(most, Math.max(usualRows(block), wished));
  const columns = Math.ceil(members.length / rows);
  const { widthMm, pitchMinMm } = openingSize(formFactor);
  const pitchMm = pitchMinMm ?? roundMm(widthMm + 2 * plugRoom(formFactor).sideMm);
  return { block, rows, columns, pitchMm, widthMm: (columns - 1) * pitchMm + widthMm };
}

/** More than these are built in two rows, fewer stand in one. */
const MOST_IN_ONE_ROW = 4;

function usualRows({ section, formFactor, members }: Block): number {
  if (section === 'power') return 1;
  if (section === 'management') return Math.min(2, members.length);
  return turnsOver(formFactor) && members.length > MOST_IN_ONE_ROW ? 2 : 1;
}

function totalWidth(grids: readonly Grid[]): Mm {
  return grids.reduce((sum, { widthMm }, k) => sum + widthMm + gapAfter(grids, k), 0);
}

/** Room between the plugs of a block and those of the next; 0 after the last. */
function gapAfter(grids: readonly Grid[], k: number): Mm {
  const [a, b] = [grids[k]?.block.formFactor, grids[k + 1]?.block.formFactor];
  if (a === undefined || b === undefined) return 0;
  const room = plugRoom(a).sideMm + plugRoom(b).sideMm;
  const { widthMm, pitchMinMm } = openingSize(a);
  return a === b && pitchMinMm !== null ? Math.max(room, pitchMinMm - widthMm) : room;
}

function placeGrid(
  grid: Grid,
  face: Face,
  leftMm: Mm,
  opening: { readonly x: Mm; readonly width: Mm; readonly height: Mm },
): [number, PlacedSpot][] {
  const { block, rows, columns, pitchMm } = grid;
  const { formFactor, members, section } = block;
  const { widthMm } = openingSize(formFactor);
  const tops = spreadRows(formFactor, rows, opening.height);
  const order = turnsOver(formFactor) && rows > 1 ? 'odd-over-even' : 'left-right';
  const group = members.length > 1 ? `${section}-${formFactor}` : '';
  return countedPlaces({ rows, columns }, order).flatMap((place, k): [number, PlacedSpot][] => {
    const member = members[k];
    const row = tops[place.row];
    const xMm = roundMm(leftMm + place.column * pitchMm);
    if (!member || !row || xMm + widthMm > opening.x + opening.width) return [];
    return [[member.index, { face, xMm, yMm: row.top, flipped: row.flipped, group }]];
  });
}

/** Tops of that many rows, with what height is left shared evenly between them. */
function spreadRows(
  formFactor: FormFactor,
  rows: number,
  heightMm: Mm,
): { top: Mm; flipped: boolean }[] {
  const least = rowTops(formFactor, heightMm).slice(0, rows);
  const used =
    (least.at(-1)?.top ?? 0) + openingSize(formFactor).heightMm + plugRoom(formFactor).backMm;
  const step = Math.floor((Math.max(0, heightMm - used) / (rows + 1)) * 1000) / 1000;
  return least.map(({ top, flipped }, k) => ({ top: roundMm(top + (k + 1) * step), flipped }));
}

function roundUpMm(value: Mm): Mm {
  return Math.ceil(value * 1000 - 1e-6) / 1000;
}
