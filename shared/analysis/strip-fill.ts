/** How full the strips beside the rails are, where the vertical runs of the cables are led. */
import { rackHeightMm, sideStripMm } from '../model/rack-geometry.ts';
import type { Face, Rack } from '../model/records.ts';
import { type Mm, RACK_UNIT_MM } from '../units/length.ts';
import type { Jacket } from './cable-facts.ts';
import type { CablePlug } from './cable-plug.ts';
import { countPassing, fillOfSquares, type Passing } from './passing.ts';

/** Levels at which the strips are cut to find where they are fullest: one a unit. */
const LEVEL_MM: Mm = RACK_UNIT_MM;

/** Devices, or whatever else holds plugs. */
type Plugged = readonly { readonly plugs: readonly CablePlug[] }[];

/** One strip at its fullest level. */
export interface StripLoad {
  readonly face: Face;
  readonly side: 'left' | 'right';
  /** y of the middle of that level on its face. */
  readonly yMm: Mm;
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
export function stripLoads(rack: Rack, devices: Plugged, depthMm: Mm): readonly StripLoad[] | null {
  const widthMm = sideStripMm(rack);
  if (widthMm <= 0) return null;
  const levels = levelsOf(rack);
  const steps = emptySteps(STRIPS.length * levels);
  for (let of = 0; of < devices.length; of += 1) {
    const { plugs } = devices[of] as Plugged[number];
    for (let at = 0; at < plugs.length; at += 1) addRun(steps, levels, plugs[at] as CablePlug);
  }
  const loads: StripLoad[] = [];
  for (let index = 0; index < STRIPS.length; index += 1) {
    const strip = STRIPS[index] as (typeof STRIPS)[number];
    const { level, squares } = fullestLevel(steps, index * levels, levels);
    if (squares === 0) continue;
    const fill = fillOfSquares(squares, widthMm * depthMm);
    loads.push({ ...strip, yMm: (level + 0.5) * LEVEL_MM, fill });
  }
  return loads;
}

/** What passes a strip at a height. */
export function passingStrip(devices: Plugged, { face, side, yMm }: StripLoad): Passing {
  const level = Math.floor(yMm / LEVEL_MM);
  const passing = new Map<Jacket, number>();
  for (const { plugs } of devices) {
    for (const plug of plugs) {
      const { leadYMm, toYMm } = plug;
      if (plug.face !== face || plug.side !== side || leadYMm === toYMm) continue;
      const passes = levelFrom(leadYMm, toYMm) <= level && level < levelTo(leadYMm, toYMm);
      if (passes) countPassing(passing, plug.jacket, 1);
    }
  }
  return passing;
}

/** Copper that hangs in a strip, kg. */
export function stripCopperKg(devices: Plugged, strip: Pick<StripLoad, 'face' | 'side'>): number {
  let kg = 0;
  for (const { plugs } of devices) {
    for (const { face, side, jacket, leadYMm, toYMm } of plugs) {
      if (face !== strip.face || side !== strip.side) continue;
      kg += (jacket.copperMgPerM * Math.abs(toYMm - leadYMm)) / 1e9;
    }
  }
  return kg;
}

function levelsOf(rack: Rack): number {
  return Math.ceil(rackHeightMm(rack) / LEVEL_MM) + 2;
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
function levelFrom(leadYMm: Mm, toYMm: Mm): number {
  return Math.max(0, Math.floor(Math.min(leadYMm, toYMm) / LEVEL_MM));
}

function levelTo(leadYMm: Mm, toYMm: Mm): number {
  return Math.floor(Math.max(leadYMm, toYMm) / LEVEL_MM) + 1;
}

/** Adds d² where the run enters a strip's level and takes it off where it leaves; whole numbers, so exact. */
function addRun(steps: Float64Array, levels: number, plug: CablePlug): void {
  const { leadYMm, toYMm } = plug;
  if (leadYMm === toYMm) return;
  const { face, side, jacket } = plug;
  const strip = (face === 'front' ? 0 : 2) + (side === 'left' ? 0 : 1);
  const from = levelFrom(leadYMm, toYMm);
  const to = levelTo(leadYMm, toYMm);
  add(steps, strip * levels + from, jacket.square);
  add(steps, strip * levels + Math.min(levels - 1, to), -jacket.square);
}

function add(steps: Float64Array, at: number, squares: number): void {
  steps[at] = (steps[at] ?? 0) + squares;
}
