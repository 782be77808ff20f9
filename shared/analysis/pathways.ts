/** The ways of the cables of one rack: its side strips and its horizontal managers, how full, how heavy. */
import { sideStripMm, unitAt } from '../model/rack-geometry.ts';
import type { AnalysisInputs, Rack } from '../model/records.ts';
import { say } from '../text/index.ts';
import { managerDepth, packingOfDesign, type UsedInput } from './assumed-inputs.ts';
import type { CablePlug } from './cable-plug.ts';
import { FILL_MAX } from './fill-limits.ts';
import type { HandLaid } from './hand-laid.ts';
import {
  type ManagerLoad,
  managerCopperKg,
  managerLoads,
  passingManager,
  thirdOf,
} from './manager-fill.ts';
import { bundlePassingMm, cablesPassing, type Passing, sectionPassingMm2 } from './passing.ts';
import type { Placed } from './rack-neighbours.ts';
import { type StripLoad, stripHolding, stripLoads } from './strip-fill.ts';
import type { PathwayRow } from './types.ts';

/** What a rack's pathways are made of. */
type Plugged = readonly { readonly placed: Placed; readonly plugs: readonly CablePlug[] }[];

export interface RackPathways {
  readonly rack: Rack;
  readonly devices: Plugged;
  readonly handLaid: readonly HandLaid[];
  /** Null where the rack has no strips beside its rails. */
  readonly strips: readonly StripLoad[] | null;
  readonly stripWidthMm: number;
  readonly stripDepth: UsedInput;
  readonly managers: readonly ManagerLoad[];
  readonly packing: UsedInput;
}

/** The pathways of a rack with their fullest places. */
export function rackPathways(
  rack: Rack,
  devices: Plugged,
  handLaid: readonly HandLaid[],
  inputs: AnalysisInputs,
): RackPathways {
  const stripDepth = managerDepth(inputs);
  const laid = { devices, handLaid };
  return {
    rack,
    ...laid,
    strips: stripLoads(rack, laid, stripDepth.value),
    stripWidthMm: sideStripMm(rack),
    stripDepth,
    managers: managerLoads(rack, devices, handLaid),
    packing: packingOfDesign(inputs),
  };
}

/** Whether a strip or a manager holds more than it should. */
export function isOverfull({ strips, managers }: RackPathways): boolean {
  for (const { fill } of strips ?? NO_STRIPS) if (fill > FILL_MAX) return true;
  for (const { fill } of managers) if (fill > FILL_MAX) return true;
  return false;
}
const NO_STRIPS: readonly StripLoad[] = [];

/** The strip that is fullest; null where no strip carries cables. */
export function fullestStrip({ strips }: RackPathways): StripLoad | null {
  let fullest: StripLoad | null = null;
  for (const strip of strips ?? []) if (strip.fill > (fullest?.fill ?? 0)) fullest = strip;
  return fullest;
}

/** Fill of the fullest strip, 0..; null where the rack has no strips. */
export function bundleFillOf(pathways: RackPathways): number | null {
  return pathways.strips && (fullestStrip(pathways)?.fill ?? 0);
}

/** Where on its rack a strip is fullest, in words. */
export function stripPlace(rack: Rack, { face, side, yMm }: StripLoad): string {
  const u = Math.min(rack.heightU, Math.max(1, Math.floor(unitAt(rack, yMm))));
  return say('analysis.place.strip', { face, side, u });
}

/** Where a manager is fullest, in words. */
export function managerPlace(rack: Rack, load: ManagerLoad): string {
  const { name, u } = load.placed.device;
  return say('analysis.place.manager', { name, u, third: thirdOf(rack, load) });
}

/** The rows of the table of pathways, strips first. Read late: most are never read. */
export function pathwayRows(pathways: RackPathways): readonly PathwayRow[] {
  const { strips, managers } = pathways;
  return [
    ...(strips ?? NO_STRIPS).map((strip) => stripRow(pathways, strip)),
    ...managers.map((load) => managerRow(pathways, load)),
  ];
}

/** Of many racks the strip or the manager that holds most, the first of those alike; null where there is none. */
export function fullestRow(racks: readonly RackPathways[]): PathwayRow | null {
  let most = -1;
  let rowOf: (() => PathwayRow) | null = null;
  for (const pathways of racks) {
    for (const strip of pathways.strips ?? NO_STRIPS) {
      if (strip.squares <= most) continue;
      most = strip.squares;
      rowOf = () => stripRow(pathways, strip);
    }
    for (const load of pathways.managers) {
      if (load.squares <= most) continue;
      most = load.squares;
      rowOf = () => managerRow(pathways, load);
    }
  }
  return rowOf?.() ?? null;
}

/** Of two rows the one that holds more; the first of those alike. */
export function fullerOf(one: PathwayRow | null, other: PathwayRow): PathwayRow {
  return one === null || other.sectionMm2 > one.sectionMm2 ? other : one;
}

function stripRow(pathways: RackPathways, strip: StripLoad): PathwayRow {
  const { rack } = pathways;
  const { passing, copperKg } = stripHolding(pathways, strip);
  return {
    kind: 'strip',
    id: `strip:${rack.id}:${strip.face}:${strip.side}`,
    place: stripPlace(rack, strip),
    ...passingRow(pathways, passing),
    fill: strip.fill,
    copperKg,
  };
}

function managerRow(pathways: RackPathways, load: ManagerLoad): PathwayRow {
  return {
    kind: 'manager',
    id: `manager:${load.placed.device.id}`,
    place: managerPlace(pathways.rack, load),
    ...passingRow(pathways, passingManager(load)),
    fill: load.fill,
    copperKg: managerCopperKg(load),
  };
}

function passingRow(
  { rack, packing }: RackPathways,
  passing: Passing,
): Pick<PathwayRow, 'rack' | 'row' | 'cables' | 'bundleMm' | 'sectionMm2' | 'limit'> {
  return {
    rack: rack.id,
    row: null,
    cables: cablesPassing(passing),
    bundleMm: bundlePassingMm(passing, packing.value),
    sectionMm2: sectionPassingMm2(passing),
    limit: FILL_MAX,
  };
}
