/**
 * The way of a cable: out of its plug by its bend, along the face to a side of the rack, in the free band of the face
 * next to its port or in the horizontal manager that touches its device, up or down in the strip beside the rails, and
 * to the other device; to another rack over the top, along the tray and down again; or through the points that a person
 * led it by. Left to itself it never crosses the middle of the air. Physics: physics.md, section 3.5.
 */
import type { CableFacts, Tails } from '../analysis/cable-facts.ts';
import { bodyWidthMm, faceHeightMm } from '../model/rack-geometry.ts';
import { type Cable, PATHWAY_LEVELS, type PathwayLevel } from '../model/records.ts';
import { type Mm, roundMm } from '../units/length.ts';
import {
  areInOneRack,
  depthRangeMm,
  type LandedCable,
  type Landing,
  legsOf,
  type RoutedDesign,
} from './landing.ts';
import { isLedBySelf, type LedEnd, ledEnds, type Turned } from './led-end.ts';
import { plugExit, type Uncertain } from './plug-exit.ts';
import { type Stop, stopsOf } from './stop.ts';
import type { Route, RoutePart } from './types.ts';
import { goBetween, Way } from './way.ts';

/** A route without the parts of its way. */
export interface Lead
  extends Pick<
    Route,
    'pathMm' | 'shortestMm' | 'longestMm' | 'inRack' | 'underFloor' | 'offPathways' | 'assumed'
  > {
  readonly ends: readonly LedEnd[];
}

/**
 * How a cable is led of which the landings, the facts and the tails are known already.
 * @param isTurned whether its own side is full
 */
export function leadLanded(
  design: RoutedDesign,
  cable: Cable,
  landed: LandedCable,
  kind: Led,
  isTurned: Turned,
): Lead {
  const kept = keptWalk(design, cable, landed, isTurned);
  const ends = kept?.ends ?? ledEnds(design, cable, landed, isTurned);
  const leading = { design, landed, cable, kind, ends };
  const way = kept?.way.betweenOthers(exitOf(leading, 0), exitOf(leading, 1));
  return leadAlong(leading, way ?? longestLeg(leading, false));
}

/** The way of a cable from plug to plug, which is the same for cables of other media that join the same ports. */
export interface Walk {
  readonly ends: readonly LedEnd[];
  /** Without the plugs. */
  readonly way: Way;
}

/** As it is kept where nothing about the cable itself decides it. */
function keptWalk(
  design: RoutedDesign,
  cable: Cable,
  landed: LandedCable,
  isTurned: Turned,
): Walk | null {
  const { kept } = design;
  if (!kept || cable.medium === 'power' || !isLedBySelf(cable)) return null;
  const { landings } = landed;
  if (landings.some(({ rack }) => isTurned(design, cable, rack))) return null;
  return kept.once(cable, walkAlone);
}

/** The walk of a cable that leads itself, along the nearer sides; null where its length hangs on its plugs too. */
export function walkAlone(design: RoutedDesign, cable: Cable, landed: LandedCable): Walk | null {
  const legs = legsOf(landed);
  const ends = ledEnds(design, cable, landed, () => false);
  const [from, to] = ends;
  if (legs.length !== 1 || ends.length !== 2 || !from || !to) return null;
  const way = new Way(false);
  walk(design, cable, from, to, way);
  return { ends, way };
}

/** What is known of a cable that is led. */
interface Led {
  readonly facts: CableFacts;
  readonly tails: Tails;
}

/** The same with the parts of its way. */
export function leadInParts(
  design: RoutedDesign,
  cable: Cable,
  landed: LandedCable,
  kind: Led,
  isTurned: Turned,
): Lead & Pick<Route, 'parts'> {
  const ends = ledEnds(design, cable, landed, isTurned);
  const leading = { design, landed, cable, kind, ends };
  const way = longestLeg(leading, true);
  return { ...leadAlong(leading, way), parts: way.parts ?? [] };
}

interface Leading {
  readonly design: RoutedDesign;
  readonly cable: Cable;
  readonly landed: LandedCable;
  readonly kind: Led;
  readonly ends: readonly LedEnd[];
}

function leadAlong({ landed: { landings }, ends }: Leading, way: Way): Lead {
  return {
    ends,
    pathMm: roundMm(way.lengthMm),
    shortestMm: roundMm(Math.max(0, way.lengthMm - way.lessMm)),
    longestMm: roundMm(way.lengthMm + way.moreMm),
    inRack: areInOneRack(landings),
    underFloor: way.isUnderFloor,
    offPathways: way.isOffPathways,
    assumed: assumedKeys(landings, way),
  };
}

function longestLeg(leading: Leading, withParts: boolean): Way {
  const { landed, ends } = leading;
  const legs = legsOf(landed);
  let longest: Way | null = null;
  for (let at = 0; at < legs.length; at += 1) {
    const place = legs[at]?.[0] ?? 0;
    const other = legs[at]?.[1] ?? 0;
    const from = ends[place];
    const to = ends[other];
    if (!from || !to) continue;
    const way = new Way(withParts);
    way.throughPlug(exitOf(leading, place));
    walk(leading.design, leading.cable, from, to, way);
    way.throughPlug(exitOf(leading, other));
    if (way.lengthMm > (longest?.lengthMm ?? 0)) longest = way;
  }
  return longest ?? new Way(withParts);
}

/** How far the plug at one of the ends stands out. The A ends stand first. */
function exitOf({ design, kind: { facts, tails }, landed }: Leading, place: number): Uncertain {
  const jacket = place < facts.openings.a ? tails.a : tails.b;
  const type = landed.landings[place]?.type;
  return plugExit(design.settings.inputs, type ?? UNKNOWN_TYPE, jacket);
}
const UNKNOWN_TYPE = { standoffMm: null };

function walk(design: RoutedDesign, cable: Cable, from: LedEnd, to: LedEnd, way: Way): void {
  way.go(...outOf(from));
  way.go('lateral', Math.abs(from.xMm - from.stripXMm));
  let at = from.atStrip;
  const last = to.atStrip;
  if (cable.waypoints.length > 0) {
    for (const stop of stopsOf(design, cable)) {
      const next = { ...stop, depthMm: depthOf(stop, at, last) };
      goBetween(design, way, at, next, HAND_LED);
      at = next;
    }
    goBetween(design, way, at, last, HAND_LED);
  } else goBetween(design, way, at, last, PATHWAY_LEVELS);
  way.go('lateral', Math.abs(to.xMm - to.stripXMm));
  way.go(...outOf(to));
  addAssumed(from, to, from, way);
  addAssumed(from, to, to, way);
}

/** From a port to the height at which its cable runs to the side: into the manager, or past its opening's edge. */
function outOf({ managerId, yMm, leadYMm }: LedEnd): readonly [RoutePart['part'], Mm] {
  return [managerId === null ? 'lateral' : 'manager', Math.abs(yMm - leadYMm)];
}

function addAssumed(from: LedEnd, to: LedEnd, { landing, side }: LedEnd, way: Way): void {
  if (landing.spot.assumed) addUnplaced(landing, side, way);
  if (landing.depthAssumed && way.isDeep) addDepth(from.landing, to.landing, landing, way);
}

/** Points by hand lead a cable over the tops of its racks. */
export const HAND_LED: readonly PathwayLevel[] = ['overhead'];

/** Along one face a cable stays as deep as it is; only towards another it goes through the rack. */
export function depthOf(stop: Stop, ...others: readonly Stop[]): Mm {
  const onFace = others.find(({ rack, face }) => rack === stop.rack && face === stop.face);
  return (onFace ?? stop).depthMm;
}

/** A port without a place may be anywhere on its face: up to half of its width, or its height, away. */
function addUnplaced(
  { mounted, xMm, mount: { type } }: Landing,
  side: 'left' | 'right',
  way: Way,
): void {
  const width = bodyWidthMm(type);
  const fromLeft = xMm - mounted.xMm;
  const led = side === 'left' ? fromLeft : width - fromLeft;
  const upDown = faceHeightMm(type) / 2;
  way.mayDiffer(Math.max(0, led) + upDown, Math.max(0, width / 2 - led) + upDown);
}

/** A body of unknown depth was taken to reach from rail to rail. */
function addDepth(from: Landing, to: Landing, unknown: Landing, way: Way): void {
  const other = unknown === from ? to : from;
  if (other === unknown) return;
  const taken = Math.abs(from.depthMm - to.depthMm);
  const [near, far] = depthRangeMm(unknown);
  const [one, two] = [Math.abs(near - other.depthMm), Math.abs(far - other.depthMm)];
  const isBetween = near <= other.depthMm && other.depthMm <= far;
  const least = isBetween ? 0 : Math.min(one, two);
  way.mayDiffer(Math.max(0, taken - least), Math.max(0, Math.max(one, two) - taken));
}

function isUnplaced({ spot }: Landing): boolean {
  return spot.assumed;
}

const PLUG = 'analysis.assumed.plug';
const POSITION = 'analysis.assumed.position';
const DEPTH = 'analysis.assumed.depth';
const TRAY = 'analysis.assumed.tray';
const OFF_PATHWAYS = 'analysis.assumed.offPathways';
const BESIDE_PATHWAY = 'analysis.assumed.besidePathway';
const NOTHING: readonly string[] = [];
const PLUG_ONLY: readonly string[] = [PLUG];
const PLUG_AND_TRAY: readonly string[] = [PLUG, TRAY];

function assumedKeys(landings: readonly Landing[], way: Way): readonly string[] {
  const { isAcross, isOffPathways, isBesidePathway, isPlugAssumed } = way;
  const position = landings.some(isUnplaced);
  const depth = way.isDeep && landings.some(({ depthAssumed }) => depthAssumed);
  if (isPlugAssumed && !position && !depth && !isOffPathways && !isBesidePathway)
    return isAcross ? PLUG_AND_TRAY : PLUG_ONLY;
  const keys: string[] = [];
  if (isPlugAssumed) keys.push(PLUG);
  if (isOffPathways) keys.push(OFF_PATHWAYS);
  if (isBesidePathway) keys.push(BESIDE_PATHWAY);
  if (isAcross) keys.push(TRAY);
  if (position) keys.push(POSITION);
  if (depth) keys.push(DEPTH);
  return keys.length === 0 ? NOTHING : keys;
}
