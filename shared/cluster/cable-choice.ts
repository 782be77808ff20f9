/**
 * Which cables carry the links that end in one opening, and how long their ways are by a sum over the floor: what the
 * plan says on each key stroke, and the generator builds. The routes of the built cables say it exactly; for copper
 * the sum stays above them, so that none comes out too short.
 */

import { cableLength, requiredM } from '../analysis/cable-length.ts';
import { copperReach } from '../analysis/copper-reach.ts';
import { mediumFacts, stockLengthsM } from '../catalog/index.ts';
import { USUAL_CABLING } from '../model/design.ts';
import type { MediumId } from '../model/medium.ts';
import { FRAME_TOP_MM } from '../model/rack-geometry.ts';
import { PANEL_WIDTH_MM, RACK_UNIT_MM } from '../units/length.ts';
import type { ClusterSpec } from './cluster-spec.ts';
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

/** Height of the trays over the racks' tops, as a new design has it. */
const TRAY_RISE_MM = 300;
/** Plugs with their bends, and depth from face to face; what a manager takes out of the straight way. */
const COPPER_EXITS_MM = 320;
const LIGHT_EXITS_MM = 130;
const DEPTH_MM = 60;
const MANAGER_MM = 60;
/** Thick wire, which reaches farthest. */
const THICK_AWG = 26;

/** Chooses the cables of a bundle: copper where it reaches and fits, else light. */
export function chooseCables(spec: ClusterSpec, bundle: Bundle): readonly ChosenCable[] {
  const rule = spec.media[bundle.linkClass];
  const links = bundle.lower.length;
  const { group } = bundle.upper[0] as WireEnd;
  const { group: lowerGroup } = bundle.lower[0] as WireEnd;
  const sockets = [group.socket, lowerGroup.socket];
  const whole = (medium: MediumId, awg: number | null, pathMm: number): readonly ChosenCable[] => [
    { bundle, from: 0, to: links, medium, awg, pathMm },
  ];
  if (sockets.includes('rj45')) return single(bundle, spec, 'base-t');
  if (sockets.includes('fibre')) return single(bundle, spec, 'smf');
  if (bundle.isWhole && rule.copper !== 'none') {
    const pathMm = longestMm(spec, bundle, COPPER_EXITS_MM);
    const awg = rule.copper === 'aec' ? null : THICK_AWG;
    if (carriesCopper(rule.copper, awg, bundle, pathMm)) return whole(rule.copper, awg, pathMm);
  }
  const light = reachesBy(rule.light, bundle, longestMm(spec, bundle, LIGHT_EXITS_MM));
  if (mediumFacts(light).plug === 'cage') {
    if (bundle.isWhole) return whole(light, null, longestMm(spec, bundle, LIGHT_EXITS_MM));
    return single(bundle, spec, reachesBy('mmf', bundle, longestMm(spec, bundle, LIGHT_EXITS_MM)));
  }
  return single(bundle, spec, light);
}

/** One cable for each port above: of one link, or of those that share the port. */
function single(bundle: Bundle, spec: ClusterSpec, medium: MediumId): readonly ChosenCable[] {
  const cables: ChosenCable[] = [];
  const { upper } = bundle;
  for (let from = 0; from < upper.length; ) {
    let to = from + 1;
    while (to < upper.length && upper[to]?.port === upper[from]?.port) to += 1;
    let pathMm = 0;
    for (let at = from; at < to; at += 1) {
      pathMm = Math.max(pathMm, wayMm(spec, bundle.lower[at], upper[at], LIGHT_EXITS_MM));
    }
    cables.push({ bundle, from, to, medium, awg: null, pathMm });
    from = to;
  }
  return cables;
}

function longestMm(spec: ClusterSpec, { lower, upper }: Bundle, exitsMm: number): number {
  let longest = 0;
  for (let at = 0; at < lower.length; at += 1) {
    longest = Math.max(longest, wayMm(spec, lower[at], upper[at], exitsMm));
  }
  return longest;
}

/** The way between two ports, mm: in a rack beside its devices, else over the racks. */
function wayMm(
  spec: ClusterSpec,
  a: WireEnd | undefined,
  b: WireEnd | undefined,
  exitsMm: number,
): number {
  if (!a || !b) return 0;
  const managers = spec.with.managers ? 2 * MANAGER_MM : 0;
  const extra = exitsMm + DEPTH_MM + managers;
  if (a.at.rack === b.at.rack) {
    const left = sideMm(a, 'left') + sideMm(b, 'left');
    const right = sideMm(a, 'right') + sideMm(b, 'right');
    return Math.min(left, right) + Math.abs(heightMm(a) - heightMm(b)) + extra;
  }
  const [from, to] = [a.at.rack, b.at.rack];
  const across =
    Math.min(sideMm(a, 'left'), sideMm(a, 'right')) +
    Math.min(sideMm(b, 'left'), sideMm(b, 'right'));
  const floorMm = Math.abs(from.xMm - to.xMm) + Math.abs(from.yMm - to.yMm);
  return across + riseMm(a) + riseMm(b) + floorMm + extra;
}

/** From a port to the middle of the strip on that side. */
function sideMm({ at: { rack }, port }: WireEnd, side: 'left' | 'right'): number {
  const stripMm = (rack.widthMm - PANEL_WIDTH_MM) / 2;
  return (side === 'left' ? port.xMm : PANEL_WIDTH_MM - port.xMm) + stripMm / 2;
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
  const { verdict } = copperReach({ medium, laneGbps, lanes, awg, lengthM });
  return verdict === 'ok' && cableLength(USUAL_CABLING, medium, speedGbps, pathMm).stockM !== null;
}

/** Rate and lanes of a cable that carries a whole bundle. */
function cableRate({ upper }: Bundle): { speedGbps: number; lanes: number | null } {
  const ports = new Set(upper.map(({ port }) => port.id)).size;
  const { speedGbps, lanes } = (upper[0] as WireEnd).group;
  return { speedGbps: ports * speedGbps, lanes: lanes === null ? null : ports * lanes };
}

/** The light that was asked for, or single mode where that can not be bought so long. */
function reachesBy(light: 'aoc' | 'mmf' | 'smf' | 'lpo', bundle: Bundle, pathMm: number): MediumId {
  if (light === 'smf') return light;
  const ladder = stockLengthsM(light, cableRate(bundle).speedGbps);
  return requiredM(USUAL_CABLING, light, pathMm) <= (ladder.at(-1) ?? 0) ? light : 'smf';
}
