/** The way of a cable while it is walked: its parts, how long it is, and how much of that is only assumed. */

import { floorPlan } from '../floor/floor-plan.ts';
import { rackHeightMm } from '../model/rack-geometry.ts';
import type { PathwayLevel } from '../model/records.ts';
import { type Mm, roundMm } from '../units/length.ts';
import { floorSteps } from './floor-steps.ts';
import type { RoutedDesign } from './landing.ts';
import { type OverPathways, overPathways } from './over-pathways.ts';
import type { Uncertain } from './plug-exit.ts';
import { acrossOf, type Stop } from './stop.ts';
import type { RoutePart } from './types.ts';

/**
 * What a tray's real way may be shorter or longer than the drawn one, as a share: it goes round columns, and cables
 * drop out of it before or behind the rack [assumed].
 */
const TRAY_LESS = 0.05;
const TRAY_MORE = 0.15;

/** Shorter parts come of rounding, mm. */
const LEAST_MM: Mm = 1e-6;

export class Way {
  /** Between the plugs, and by how much that may be shorter, or longer, because something on it is assumed; mm. */
  #walkedMm: Mm = 0;
  #walkedLessMm: Mm = 0;
  #walkedMoreMm: Mm = 0;
  /** The same of the plugs. */
  #plugsMm: Mm = 0;
  #plugsLessMm: Mm = 0;
  #plugsMoreMm: Mm = 0;
  /** Whether it goes over the racks, and through the depth of one. */
  isAcross = false;
  isDeep = false;
  /** Whether it goes under the floor. */
  isUnderFloor = false;
  /** Whether it goes over the racks although there are pathways: none leads there. */
  isOffPathways = false;
  /** Whether it takes a pathway that runs beside a rack. */
  isBesidePathway = false;
  isPlugAssumed = false;
  /** Null where nobody wants them. */
  readonly parts: RoutePart[] | null;

  constructor(withParts: boolean) {
    this.parts = withParts ? [] : null;
  }

  get lengthMm(): Mm {
    return this.#walkedMm + this.#plugsMm;
  }

  get lessMm(): Mm {
    return this.#walkedLessMm + this.#plugsLessMm;
  }

  get moreMm(): Mm {
    return this.#walkedMoreMm + this.#plugsMoreMm;
  }

  go(part: RoutePart['part'], lengthMm: Mm): void {
    if (lengthMm < LEAST_MM) return;
    this.#walkedMm += lengthMm;
    if (part === 'rise' || part === 'row' || part === 'aisle') {
      if (part !== 'aisle') this.isAcross = true;
      this.mayDiffer(TRAY_LESS * lengthMm, TRAY_MORE * lengthMm);
    } else if (part === 'depth') this.isDeep = true;
    this.#note(part, lengthMm);
  }

  /** What goes on as it was is one part. */
  #note(part: RoutePart['part'], lengthMm: Mm): void {
    const { parts } = this;
    const last = parts?.at(-1);
    if (last?.part !== part) parts?.push({ part, lengthMm: roundMm(lengthMm) });
    else parts?.splice(-1, 1, { part, lengthMm: roundMm(last.lengthMm + lengthMm) });
  }

  /** Out of a plug, or into it. */
  throughPlug({ mm, lessMm, moreMm }: Uncertain): void {
    if (mm >= LEAST_MM) {
      this.#plugsMm += mm;
      this.#note('plug', mm);
    }
    if (lessMm + moreMm > 0) this.isPlugAssumed = true;
    this.#plugsLessMm += lessMm;
    this.#plugsMoreMm += moreMm;
  }

  mayDiffer(lessMm: Mm, moreMm: Mm): void {
    this.#walkedLessMm += lessMm;
    this.#walkedMoreMm += moreMm;
  }

  /** The same way between the plugs of another cable; its parts are left out. */
  betweenOthers(from: Uncertain, to: Uncertain): Way {
    const way = new Way(false);
    way.#walkedMm = this.#walkedMm;
    way.#walkedLessMm = this.#walkedLessMm;
    way.#walkedMoreMm = this.#walkedMoreMm;
    way.isAcross = this.isAcross;
    way.isDeep = this.isDeep;
    way.isUnderFloor = this.isUnderFloor;
    way.isOffPathways = this.isOffPathways;
    way.isBesidePathway = this.isBesidePathway;
    way.throughPlug(from);
    way.throughPlug(to);
    return way;
  }
}

/**
 * From a place on the way to the next: within a rack along its faces, to another rack over pathways of these levels, or
 * over the top.
 */
export function goBetween(
  design: RoutedDesign,
  way: Way,
  from: Stop,
  to: Stop,
  levels: readonly PathwayLevel[],
): void {
  if (from.rack === to.rack) {
    way.go('lateral', Math.abs(acrossOf(from) - acrossOf(to)));
    climb(way, from.yMm, to.yMm);
    way.go('depth', Math.abs(from.depthMm - to.depthMm));
    return;
  }
  const drawn = overPathways(design, from, to, levels);
  if (drawn) goOverPathways(way, drawn, from, to);
  else {
    if (design.pathways.size > 0) way.isOffPathways = true;
    goOverTop(design, way, from, to);
  }
}

function goOverPathways(
  way: Way,
  { route, alongMm, fromYMm, toYMm }: OverPathways,
  from: Stop,
  to: Stop,
): void {
  if (route.level === 'underfloor') way.isUnderFloor = true;
  if (route.isBeside) way.isBesidePathway = true;
  // How far it is to the middle line depends on how deep its ends are.
  way.isDeep = true;
  leaveRack(way, from, fromYMm);
  way.go('pathway', alongMm);
  leaveRack(way, to, toYMm);
}

/** Between a place in a rack and a pathway over its top or under its feet: within the rack, and outside of it. */
function leaveRack(way: Way, { rack, yMm }: Stop, pathwayYMm: Mm): void {
  const height = rackHeightMm(rack);
  const edge = Math.min(height, Math.max(0, pathwayYMm));
  const inside = Math.min(height, Math.max(0, yMm));
  way.go('vertical', Math.abs(inside - edge));
  way.go('drop', Math.abs(pathwayYMm - yMm) - Math.abs(inside - edge));
}

function goOverTop(design: RoutedDesign, way: Way, from: Stop, to: Stop): void {
  const { trayRiseMm } = design.settings;
  const { rowMm, aisleMm, depthMm } = floorSteps(floorPlan(design), from, to);
  const height = rackHeightMm(from.rack);
  const otherHeight = rackHeightMm(to.rack);
  const tray = Math.max(height, otherHeight) + trayRiseMm;
  climb(way, from.yMm, height - tray);
  way.go('row', rowMm);
  way.go('aisle', aisleMm);
  way.go('depth', depthMm);
  climb(way, otherHeight - tray, to.yMm);
}

/** Up or down: within the rack in its strip, above its top to the tray or from there. */
function climb(way: Way, fromYMm: Mm, toYMm: Mm): void {
  const within = Math.abs(Math.max(0, fromYMm) - Math.max(0, toYMm));
  const above = Math.abs(Math.min(0, fromYMm) - Math.min(0, toYMm));
  if (fromYMm >= toYMm) way.go('vertical', within);
  way.go('rise', above);
  if (fromYMm < toYMm) way.go('vertical', within);
}
