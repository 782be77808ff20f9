/** Ways as rows: the devices and cables in their order, and what the time over them is made of. */
import type { CableId, DeviceId } from '../model/ids.ts';
import type { Arm } from './arms.ts';
import type { FabricWays } from './fabric-graph.ts';
import type { FabricLink } from './fabric-links.ts';
import { compareIds } from './finding.ts';
import type { GroupWays } from './group-ways.ts';
import type { Ps } from './link-time.ts';
import type { Way } from './meeting.ts';
import type { PathRow, PathTime, SwitchPathRow } from './types.ts';

/** The rows of the extreme ways of all fabrics; fabrics by name. */
export function pathRows(fabrics: readonly FabricWays[]): readonly PathRow[] {
  return fabrics.flatMap(({ fabric, groups }) => groups.all.map((group) => pathRow(fabric, group)));
}

/** The row of one group's ways. */
export function pathRow(fabric: string, group: GroupWays): PathRow {
  const { rail, leaf, slowest, fastest, missing } = group;
  const path = pathTime(slowest);
  const known = missing.length === 0;
  return {
    fabric,
    rail,
    leaf,
    fastestNs: known ? fastest.ps / 1000 : null,
    slowestNs: known ? slowest.ps / 1000 : null,
    spreadNs: known ? (slowest.ps - fastest.ps) / 1000 : null,
    ...path,
    unknown: missing,
  };
}

/** For every switch of every fabric the slowest way that turns there. */
export function switchPathRows(fabrics: readonly FabricWays[]): readonly SwitchPathRow[] {
  return fabrics.flatMap(({ fabric, turns }) =>
    turns.all.map((way) => ({
      device: way.turnsAt,
      fabric,
      hopNs: way.turnPs / 1000,
      ...pathTime(way),
    })),
  );
}

/** The links of a way, from the end with the lower id to the other. */
export function linksOf({ a, b }: Way): readonly FabricLink[] {
  const [from, to] = ordered(a, b);
  return [
    ...climb(from).map(({ by }) => by),
    ...climb(to)
      .map(({ by }) => by)
      .reverse(),
  ];
}

/** The cables of a way in their order, those over patch panels one by one. */
function cablesOf(from: Arm, to: Arm): readonly CableId[] {
  const up = (arm: Arm): readonly CableId[] => climb(arm).flatMap(cablesUp);
  return [...up(from), ...up(to).toReversed()];
}

/** The cables by which an arm climbs: a link between switches tells them from the one where it begins. */
function cablesUp({ by, below, via }: Arm): readonly CableId[] {
  const cables = [by.cable, ...by.onward];
  return below === null || by.at === via ? cables : cables.reverse();
}

function pathTime(way: Way): PathTime {
  const [from, to] = ordered(way.a, way.b);
  const links = linksOf(way);
  const flightPs = sum(links, (link) => link.flightPs);
  const addedPs = sum(links, (link) => link.addedPs);
  const knownPs = links.reduce((total, link) => total + link.knownPs, 0);
  const switches: DeviceId[] = [...passed(from, way), way.turnsAt, ...passed(to, way).reverse()];
  return {
    hops: switches.length,
    devices: [from.host, ...switches, to.host],
    cables: cablesOf(from, to),
    flightNs: ns(flightPs),
    addedNs: ns(addedPs),
    switchNs: (way.ps - knownPs) / 1000,
    totalNs: flightPs === null || addedPs === null ? null : way.ps / 1000,
    knownNs: way.ps / 1000,
  };
}

function ordered(a: Arm, b: Arm): readonly [Arm, Arm] {
  return compareIds(a.host, b.host) <= 0 ? [a, b] : [b, a];
}

/** The arm from the host's port up. */
function climb(arm: Arm): readonly Arm[] {
  return arm.below === null ? [arm] : [...climb(arm.below), arm];
}

/** The switches an arm passes before the one where it turns. */
function passed(arm: Arm, { turnsAt }: Way): DeviceId[] {
  return climb(arm)
    .map(({ via }) => via)
    .filter((id, at) => at > 0 && id !== turnsAt);
}

function sum(links: readonly FabricLink[], of: (link: FabricLink) => Ps | null): Ps | null {
  let total: Ps | null = 0;
  for (const link of links) {
    const part = of(link);
    total = total === null || part === null ? null : total + part;
  }
  return total;
}

function ns(ps: Ps | null): number | null {
  return ps === null ? null : ps / 1000;
}
