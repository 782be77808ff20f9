/**
 * Which cables carry the links that end in one opening, and how long their ways are by a sum over the floor: what the
 * plan says on each key stroke, and the generator builds. The routes of the built cables say it exactly; for copper
 * the sum stays above them, so that none comes out too short.
 */

import { jacketOf } from '../analysis/cable-facts.ts';
import { cableLength, requiredM } from '../analysis/cable-length.ts';
import { copperReach } from '../analysis/copper-reach.ts';
import { opticalReach } from '../analysis/optical-reach.ts';
import { mediumFacts, stockLengthsM } from '../catalog/index.ts';
import { USUAL_CABLING } from '../model/design.ts';
import type { MediumId } from '../model/medium.ts';
import { FRAME_TOP_MM, RAIL_SETBACK_MM } from '../model/rack-geometry.ts';
import { PANEL_WIDTH_MM, RACK_UNIT_MM } from '../units/length.ts';
import type { ClusterSpec } from './cluster-spec.ts';
import type { Layout } from './lay-out.ts';
import { TRAY_RISE_MM, trayWay } from './trays.ts';
import type { Bundle, WireEnd } from './wires.ts';

/** A cable as it is bought: its links, and what they run over. */
export interface ChosenCable {
  readonly bundle: Bundle;
  /** Which links of the bundle it carries: from, and up to but not. */
  readonly from: number;
  readonly to: number;
  readonly medium: MediumId;
  readonly awg: number | null;
  /** Estimated way, mm. */
  readonly pathMm: number;
}

/** Plugs with their bends, and depth from face to face; what a manager takes out of the straight way. */
const COPPER_EXITS_MM = 320;
const LIGHT_EXITS_MM = 130;
const DEPTH_MM = 60;
const MANAGER_MM = 60;
/** What the way is longer where the nearer side of both racks is full. */
const OTHER_SIDE_MM = 600;
/** Thick wire, which reaches farthest. */
const THICK_AWG = 26;

/** Chooses the cables of a bundle: copper where it reaches and fits, else light. */
export function chooseCables(layout: Layout, bundle: Bundle): readonly ChosenCable[] {
  const rule = layout.spec.media[bundle.linkClass];
  const links = bundle.lower.length;
  const { group } = bundle.upper[0] as WireEnd;
  const { group: lowerGroup } = bundle.lower[0] as WireEnd;
  const sockets = [group.socket, lowerGroup.socket];
  const whole = (medium: MediumId, awg: number | null, pathMm: number): readonly ChosenCable[] => [
    { bundle, from: 0, to: links, medium, awg, pathMm },
  ];
  if (sockets.includes('rj45')) return single(bundle, layout, 'base-t');
  if (sockets.includes('fibre')) return single(bundle, layout, 'smf');
  if (bundle.isWhole && rule.copper !== 'none') {
    const pathMm = longestMm(layout, bundle, COPPER_EXITS_MM);
    const awg = rule.copper === 'aec' ? null : THICK_AWG;
    if (carriesCopper(rule.copper, awg, bundle, pathMm)) return whole(rule.copper, awg, pathMm);
  }
  const surelyMm = longestMm(layout, bundle, COPPER_EXITS_MM + OTHER_SIDE_MM);
  const light = reachesBy(rule.light, bundle, surelyMm);
  if (mediumFacts(light).plug === 'cage') {
    if (bundle.isWhole) return whole(light, null, longestMm(layout, bundle, LIGHT_EXITS_MM));
    return single(bundle, layout, reachesBy('mmf', bundle, surelyMm));
  }
  return single(bundle, layout, light);
}

/** One cable for each port above: of one link, or of those that share the port. */
function single(bundle: Bundle, layout: Layout, medium: MediumId): readonly ChosenCable[] {
  const cables: ChosenCable[] = [];
  const { upper } = bundle;
  for (let from = 0; from < upper.length; ) {
    let to = from + 1;
    while (to < upper.length && upper[to]?.port === upper[from]?.port) to += 1;
    let pathMm = 0;
    for (let at = from; at < to; at += 1) {
      pathMm = Math.max(pathMm, wayMm(layout, bundle.lower[at], upper[at], LIGHT_EXITS_MM));
    }
    cables.push({ bundle, from, to, medium, awg: null, pathMm });
    from = to;
  }
  return cables;
}

function longestMm(layout: Layout, { lower, upper }: Bundle, exitsMm: number): number {
  let longest = 0;
  for (let at = 0; at < lower.length; at += 1) {
    longest = Math.max(longest, wayMm(layout, lower[at], upper[at], exitsMm));
  }
  return longest;
}

/** The way between two ports, mm: in a rack beside its devices, else over the racks. */
function wayMm(
  { spec, trays, rows }: Layout,
  a: WireEnd | undefined,
  b: WireEnd | undefined,
  exitsMm: number,
): number {
  if (!a || !b) return 0;
  const managers = spec.with.managers ? 2 * MANAGER_MM : 0;
  const extra = exitsMm + managers;
  const climb = Math.abs(heightMm(a) - heightMm(b));
  if (a.at.rack === b.at.rack) {
    // The left side of a front is the right one of a back.
    const [toLeft, toRight]: readonly Side[] = looksFront(a) === looksFront(b) ? SIDES : OTHERS;
    const left = sideMm(a, 'left') + sideMm(b, toLeft ?? 'left');
    const right = sideMm(a, 'right') + sideMm(b, toRight ?? 'right');
    const depth = Math.abs(depthMm(a, spec) - depthMm(b, spec));
    return Math.min(left, right) + climb + Math.max(DEPTH_MM, depth) + extra;
  }
  const [from, to] = [leaves(a, rows), leaves(b, rows)];
  const rises = riseMm(a) + riseMm(b);
  if (trays) {
    const { lengthMm } = trayWay(trays, from, to);
    const beside = besideMm(a, spec) + besideMm(b, spec);
    return from.acrossMm + to.acrossMm + rises + lengthMm + beside + extra;
  }
  const floorMm = Math.abs(from.xMm - to.xMm) + Math.abs(a.at.rack.yMm - b.at.rack.yMm);
  return from.acrossMm + to.acrossMm + rises + floorMm + DEPTH_MM + extra;
}

/** Where a cable leaves its rack by the nearer side: how far that is along the face, and where along the rows. */
function leaves(
  end: WireEnd,
  rows: Layout['rows'],
): { readonly row: number; readonly xMm: number; readonly acrossMm: number } {
  const { rack } = end.at;
  const [left, right] = [sideMm(end, 'left'), sideMm(end, 'right')];
  const strip = (rack.widthMm - stripMm(rack)) / 2;
  const facesSouth = rows[rack.row]?.place.facing !== 'north';
  // From the south one sees the left side of a front to the west.
  const sign = (left <= right ? -1 : 1) * (facesSouth === looksFront(end) ? 1 : -1);
  return { row: rack.row, xMm: rack.xMm + sign * strip, acrossMm: Math.min(left, right) };
}

function stripMm({ widthMm }: WireEnd['at']['rack']): number {
  return (widthMm - PANEL_WIDTH_MM) / 2;
}

/** From a port to the middle of the strip on that side. */
function sideMm({ at: { rack }, port }: WireEnd, side: Side): number {
  return (side === 'left' ? port.xMm : PANEL_WIDTH_MM - port.xMm) + stripMm(rack) / 2;
}

/** From the depth of a port to the middle line of its row, sideways over the rack. */
function besideMm(end: WireEnd, spec: ClusterSpec): number {
  return Math.abs(spec.racks.depthMm / 2 - depthMm(end, spec));
}

/** How deep behind the front of its rack a port lies. */
function depthMm({ at: { placed }, group }: WireEnd, { racks }: ClusterSpec): number {
  const rails = racks.depthMm - 2 * RAIL_SETBACK_MM;
  const body = group.face === 'front' ? 0 : (placed.type.depthMm?.value ?? rails);
  return RAIL_SETBACK_MM + (placed.face === 'front' ? body : rails - body);
}

type Side = 'left' | 'right';
const SIDES: readonly Side[] = ['left', 'right'];
const OTHERS: readonly Side[] = ['right', 'left'];

/** Whether a port is seen on the front of its rack. */
function looksFront({ at: { placed }, group }: WireEnd): boolean {
  return (placed.face === 'front') === (group.face === 'front');
}

function heightMm({ at: { placed } }: WireEnd): number {
  return (placed.u - 1 + placed.type.heightU / 2) * RACK_UNIT_MM;
}

function riseMm(end: WireEnd): number {
  return end.at.rack.heightU * RACK_UNIT_MM - heightMm(end) + FRAME_TOP_MM + TRAY_RISE_MM;
}

function carriesCopper(
  medium: 'dac' | 'acc' | 'aec',
  awg: number | null,
  bundle: Bundle,
  pathMm: number,
): boolean {
  const { speedGbps, lanes } = cableRate(bundle);
  if (lanes === null) return false;
  const lengthM = requiredM(USUAL_CABLING, medium, pathMm);
  const laneGbps = speedGbps / lanes;
  const product = openings(bundle.lower) === openings(bundle.upper) ? null : 'splitter';
  const { verdict } = copperReach({ medium, laneGbps, lanes, awg, lengthM, product });
  return verdict === 'ok' && cableLength(USUAL_CABLING, medium, speedGbps, pathMm).stockM !== null;
}

function openings(ends: readonly WireEnd[]): number {
  return new Set(ends.map(({ at, port }) => `${at.placed.key}/${port.cageId}`)).size;
}

/** Rate and lanes of a cable that carries a whole bundle. */
function cableRate({ upper }: Pick<Bundle, 'upper'>): { speedGbps: number; lanes: number | null } {
  const ports = new Set(upper.map(({ port }) => port.id)).size;
  const { speedGbps, lanes } = (upper[0] as WireEnd).group;
  return { speedGbps: ports * speedGbps, lanes: lanes === null ? null : ports * lanes };
}

/** The light that was asked for; single mode where that does not carry so far for sure, or is not sold so long. */
function reachesBy(light: 'aoc' | 'mmf' | 'smf' | 'lpo', bundle: Bundle, pathMm: number): MediumId {
  if (light === 'smf') return light;
  const lengthM = requiredM(USUAL_CABLING, light, pathMm);
  const { speedGbps, lanes } = cableRate(bundle);
  const limits = lanes === null ? null : opticalReach(light, speedGbps / lanes);
  const soldM = stockLengthsM(light, speedGbps).at(-1) ?? 0;
  return lengthM <= Math.min(limits?.sureM ?? soldM, soldM) ? light : 'smf';
}

/** What a cable takes of a tray: the square of its diameter, as the analysis counts it. */
export function squareOf({ bundle, from, to, medium, awg }: ChosenCable): number {
  return jacketOf(medium, cableRate({ upper: bundle.upper.slice(from, to) }).lanes, awg).square;
}
