/** How full the strips beside the rails are, where the vertical runs of the cables are led. */
import { rackHeightMm, sideStripMm } from '../model/rack-geometry.ts';
import type { Face, Rack } from '../model/records.ts';
import { levelAt, levelMiddleMm } from '../routing/strip-levels.ts';
import type { Mm } from '../units/length.ts';
import type { Jacket } from './cable-facts.ts';
import type { CablePlug } from './cable-plug.ts';
import type { HandLaid } from './hand-laid.ts';
import { countPassing, fillOfSquares, type Passing } from './passing.ts';

/** What lies in the strips of a rack: by the plugs in its devices, or because a person led it there. */
interface InStrips {
  readonly devices: readonly { readonly plugs: readonly CablePlug[] }[];
  readonly handLaid: readonly HandLaid[];
}

/** One strip at its fullest level. */
export interface StripLoad {
  readonly face: Face;
  readonly side: 'left' | 'right';
  /** y of the middle of that level on its face. */
  readonly yMm: Mm;
  /** Σd² of what passes there, in whole `DIAMETERS_SQUARED`. */
  readonly squares: number;
  readonly fill: number;
}

/** The strips, in the order of their index; sides as one looks at the face. */
const STRIPS = [
  { face: 'front', side: 'left' },
  { face: 'front', side: 'right' },
  { face: 'rear', side: 'left' },
  { face: 'rear', side: 'right' },
] as const;

/**
 * The side strips of a rack that carry cables; null where the rack has no strips. A run fills every level that
 * it touches.
 * @param depthMm of the managers in the strips, > 0
 */
export function stripLoads(
  rack: Rack,
  { devices, handLaid }: InStrips,
  depthMm: Mm,
): readonly StripLoad[] | null {
  const widthMm = sideStripMm(rack);
  if (widthMm <= 0) return null;
  const levels = levelsOf(rack);
  const steps = emptySteps(STRIPS.length * levels);
  for (let of = 0; of < devices.length; of += 1) {
    const { plugs } = devices[of] as InStrips['devices'][number];
    for (let at = 0; at < plugs.length; at += 1) {
      const plug = plugs[at] as CablePlug;
      addRun(steps, levels, plug.face, plug.side, plug.leadYMm, plug.toYMm, plug.jacket.square);
    }
  }
  for (const { run, jacket } of handLaid) {
    const { face, strip, yMm, toYMm } = run;
    if (strip) addRun(steps, levels, face, strip, yMm, toYMm, jacket.square);
  }
  const loads: StripLoad[] = [];
  for (let index = 0; index < STRIPS.length; index += 1) {
    const strip = STRIPS[index] as (typeof STRIPS)[number];
    const { level, squares } = fullestLevel(steps, index * levels, levels);
    if (squares === 0) continue;
    const fill = fillOfSquares(squares, widthMm * depthMm);
    loads.push({ ...strip, yMm: levelMiddleMm(level), squares, fill });
  }
  return loads;
}

/** What a strip holds. */
export interface StripHolding {
  /** What passes it where it is fullest. */
  readonly passing: Passing;
  /** Copper that hangs in it, kg. */
  readonly copperKg: number;
}

export function stripHolding({ devices, handLaid }: InStrips, strip: StripLoad): StripHolding {
  const level = levelAt(strip.yMm);
  const passing = new Map<Jacket, number>();
  let copperKg = 0;
  const hold = (fromYMm: Mm, toYMm: Mm, jacket: Jacket): void => {
    const passes = levelFrom(fromYMm, toYMm) <= level && level < levelTo(fromYMm, toYMm);
    if (passes) countPassing(passing, jacket, 1);
    copperKg += (jacket.copperMgPerM * Math.abs(toYMm - fromYMm)) / 1e9;
  };
  for (let of = 0; of < devices.length; of += 1) {
    const { plugs } = devices[of] as InStrips['devices'][number];
    for (let at = 0; at < plugs.length; at += 1) {
      const { face, side, leadYMm, toYMm, jacket } = plugs[at] as CablePlug;
      if (face !== strip.face || side !== strip.side || leadYMm === toYMm) continue;
      hold(leadYMm, toYMm, jacket);
    }
  }
  for (const { run, jacket } of handLaid) {
    if (run.face !== strip.face || run.strip !== strip.side) continue;
    hold(run.yMm, run.toYMm, jacket);
  }
  return { passing, copperKg };
}

function levelsOf(rack: Rack): number {
  return levelAt(rackHeightMm(rack)) + 2;
}

let stepsNow = new Float64Array(512);

/** Zeros; the same list again and again. */
function emptySteps(count: number): Float64Array {
  if (count > stepsNow.length) stepsNow = new Float64Array(count);
  return stepsNow.fill(0, 0, count);
}

function fullestLevel(
  steps: Float64Array,
  from: number,
  levels: number,
): { readonly level: number; readonly squares: number } {
  const fullest = { level: 0, squares: 0 };
  let squares = 0;
  for (let level = 0; level < levels; level += 1) {
    squares += steps[from + level] ?? 0;
    if (squares <= fullest.squares) continue;
    fullest.level = level;
    fullest.squares = squares;
  }
  return fullest;
}

/** The levels that a run touches: from the first to before the last. */
function levelFrom(fromYMm: Mm, toYMm: Mm): number {
  return levelAt(Math.min(fromYMm, toYMm));
}

function levelTo(fromYMm: Mm, toYMm: Mm): number {
  return levelAt(Math.max(fromYMm, toYMm)) + 1;
}

/** Adds d² where the run enters a strip's level and takes it off where it leaves; whole numbers, so exact. */
function addRun(
  steps: Float64Array,
  levels: number,
  face: Face,
  side: StripLoad['side'],
  fromYMm: Mm,
  toYMm: Mm,
  square: number,
): void {
  if (fromYMm === toYMm) return;
  const strip = (face === 'front' ? 0 : 2) + (side === 'left' ? 0 : 1);
  const from = levelFrom(fromYMm, toYMm);
  const to = levelTo(fromYMm, toYMm);
  add(steps, strip * levels + Math.min(levels - 1, from), square);
  add(steps, strip * levels + Math.min(levels - 1, to), -square);
}

function add(steps: Float64Array, at: number, squares: number): void {
  steps[at] = (steps[at] ?? 0) + squares;
}
