/** The links of a cluster, tier by tier: which port of what is joined to which port of what. */

import type { LinkClass } from './cluster-spec.ts';
import type { FabricLayer, SwitchTier } from './fabric-layer.ts';
import { type Layout, switchKey } from './lay-out.ts';
import type { ClusterPort, PortGroup } from './port-groups.ts';
import { refusal } from './refusal.ts';
import type { Standing } from './standing.ts';

/** One end of a link. */
export interface WireEnd {
  readonly at: Standing;
  readonly port: ClusterPort;
  readonly group: PortGroup;
}

/**
 * Links that one cable can carry: they meet in one opening on the one side. `lower` and `upper` are as long as one
 * another; of several links into one port of a leaf the port stands once for each.
 */
export interface Bundle {
  readonly linkClass: LinkClass;
  readonly layer: FabricLayer;
  readonly rail: number | null;
  /** Numbers of the links in their class and fabric, from 1. */
  readonly numbers: readonly number[];
  readonly lower: readonly WireEnd[];
  readonly upper: readonly WireEnd[];
  /** Whether a cable with fixed ends can carry them all, so that no opening is shared with another cable. */
  readonly isWhole: boolean;
}

/** All links, in a fixed order. */
export function* bundles(layout: Layout): Generator<Bundle> {
  for (const layer of layout.layers) {
    yield* nodeBundles(layout, layer);
    const { leaf, spine, core } = layer;
    if (spine) yield* upBundles(layout, layer, 'leaf-spine', leaf, spine);
    if (spine && core) yield* upBundles(layout, layer, 'spine-core', spine, core);
  }
}

/** Rail r of each node to leaf r of its unit; what else is plugged in takes ports that are free. */
function* nodeBundles(layout: Layout, layer: FabricLayer): Generator<Bundle> {
  const { leaf, rails, nodesPerUnit, breakout } = layer;
  const { nodes } = layout;
  const extras = extraLinks(layout, layer);
  for (let number = 0; number < leaf.count; number += 1) {
    const at = layout.switches.get(switchKey(layer, 'leaf', number));
    if (!at) continue;
    const rail = number % rails;
    const first = Math.floor(number / rails) * nodesPerUnit;
    const ends: Joined[] = [];
    for (let place = 0; place < nodesPerUnit; place += 1) {
      const node = nodes[first + place];
      const port = layer.nodePorts[rail];
      const up = leaf.down[Math.floor(place / breakout)];
      if (!node || !port || !up) break;
      ends.push({
        lower: { at: node, port, group: layer.nodeGroup },
        upper: { at, port: up, group: leaf.downGroup },
        number: (first + place) * rails + rail + 1,
        rail,
      });
    }
    yield* groupedByCage(layer, 'node-leaf', [...ends, ...(extras.get(number) ?? [])]);
  }
}

/** What else is plugged into each leaf: leaf after leaf of the last unit that has ports free, then of those before. */
function extraLinks(layout: Layout, layer: FabricLayer): ReadonlyMap<number, readonly Joined[]> {
  const links = new Map<number, Joined[]>();
  const { extra, leaf, rails, nodesPerUnit, breakout, units } = layer;
  if (!extra) return links;
  const ends = layout.extras.flatMap((at) =>
    extra.perDevice.map((port) => ({ at, port, group: extra.group })),
  );
  const { count } = layout.spec.node;
  const planned = count + layout.spec.growth.nodes;
  let next = 0;
  for (let unit = units - 1; unit >= 0; unit -= 1) {
    const here = Math.min(planned - unit * nodesPerUnit, nodesPerUnit);
    for (let place = Math.ceil(here / breakout); place < leaf.down.length; place += 1) {
      for (let rail = 0; rail < rails && next < extra.ports; rail += 1) {
        const number = unit * rails + rail;
        const at = layout.switches.get(switchKey(layer, 'leaf', number));
        const [lower, port] = [ends[next], leaf.down[place]];
        if (!at || !lower || !port) continue;
        const list = links.get(number) ?? [];
        links.set(number, list);
        next += 1;
        const upper = { at, port, group: leaf.downGroup };
        list.push({ lower, upper, number: planned * rails + next, rail });
      }
    }
  }
  return links;
}

interface Joined {
  readonly lower: WireEnd;
  readonly upper: WireEnd;
  readonly number: number;
  readonly rail: number | null;
}

/** Links that end in one opening above, together. */
function* groupedByCage(
  layer: FabricLayer,
  linkClass: LinkClass,
  ends: readonly Joined[],
): Generator<Bundle> {
  for (let from = 0; from < ends.length; ) {
    let to = from + 1;
    const { cageId } = (ends[from] as Joined).upper.port;
    while (to < ends.length && ends[to]?.upper.port.cageId === cageId) to += 1;
    const part = ends.slice(from, to);
    const lowerCages = new Set(
      part.map(({ lower }) => `${lower.at.placed.key}/${lower.port.cageId}`),
    );
    const links = part.map(({ lower }) => lower.port.inCage);
    const upperPorts = new Set(part.map(({ upper }) => upper.port.id));
    // The last node may leave a part of a port idle: a cable with fixed ends would hang there with a plug too many.
    const isFull = part.length === upperPorts.size * layer.breakout;
    // Either every lower opening has but one port, or they all are of the one opening.
    const fits =
      links.every((inCage) => inCage === 1) || (lowerCages.size === 1 && links[0] === part.length);
    const isWhole = isFull && fits;
    yield {
      linkClass,
      layer,
      rail: part[0]?.rail ?? null,
      numbers: part.map(({ number }) => number),
      lower: part.map(({ lower }) => lower),
      upper: part.map(({ upper }) => upper),
      isWhole,
    };
    from = to;
  }
}

/** The uplinks of a tier, spread evenly over the next one. */
function* upBundles(
  layout: Layout,
  layer: FabricLayer,
  linkClass: LinkClass,
  lower: SwitchTier,
  upper: SwitchTier,
): Generator<Bundle> {
  const { rails, core } = layer;
  // With cores above, the spines stand rail by rail.
  const planes = linkClass === 'leaf-spine' && core ? rails : 1;
  const perPlane = upper.count / planes;
  const cables =
    linkClass === 'leaf-spine' ? layer.counts.leafSpineCables : layer.counts.spineCoreCables;
  const taken = new Uint32Array(upper.count);
  let running = 0;
  for (let number = 0; number < lower.count; number += 1) {
    const at = layout.switches.get(switchKey(layer, lower.tier, number));
    const uplinks = uplinksOf(number, lower.count, cables);
    const plane = planes === 1 ? 0 : number % rails;
    const place = planes === 1 ? number : Math.floor(number / rails);
    const joined: Joined[] = [];
    for (let up = 0; up < uplinks; up += 1) {
      const above = plane * perPlane + target(perPlane, cables / lower.count, place, up, running);
      running += 1;
      const aboveAt = layout.switches.get(switchKey(layer, upper.tier, above));
      const downPort = upper.down[taken[above] ?? 0];
      const port = lower.up[up];
      if (!at || !aboveAt || !downPort || !port) {
        throw refusal('uplink', {
          fabric: layer.name,
          lower: lower.tier,
          number: number + 1,
          upper: upper.tier,
          above: above + 1,
          ports: upper.down.length,
        });
      }
      taken[above] = (taken[above] ?? 0) + 1;
      joined.push({
        lower: { at, port, group: lower.upGroup },
        upper: { at: aboveAt, port: downPort, group: upper.downGroup },
        number: number * lower.up.length + up + 1,
        rail: linkClass === 'leaf-spine' ? number % rails : null,
      });
    }
    yield* pairedByCage(layer, linkClass, joined);
  }
}

/** Uplinks that a switch uses: all switches of a tier as many, or one more for the first of them. */
function uplinksOf(number: number, count: number, cables: number): number {
  const least = Math.floor(cables / count);
  return number < cables - least * count ? least + 1 : least;
}

/** Which of the switches above an uplink leads to: consecutive uplinks to one, as many to each. */
function target(
  above: number,
  uplinks: number,
  place: number,
  up: number,
  running: number,
): number {
  if (uplinks % above === 0) return Math.floor(up / (uplinks / above));
  if (above % uplinks === 0) {
    const group = above / uplinks;
    return up * group + (place % group);
  }
  return running % above;
}

/** Uplinks that share an opening at both ends, together; the others alone. */
function* pairedByCage(
  layer: FabricLayer,
  linkClass: LinkClass,
  joined: readonly Joined[],
): Generator<Bundle> {
  for (let from = 0; from < joined.length; ) {
    const first = joined[from] as Joined;
    let to = from + 1;
    while (to < joined.length && isBeside(first, joined[to] as Joined)) to += 1;
    const part = joined.slice(from, to);
    yield {
      linkClass,
      layer,
      rail: first.rail,
      numbers: part.map(({ number }) => number),
      lower: part.map(({ lower }) => lower),
      upper: part.map(({ upper }) => upper),
      isWhole: part.length === first.lower.port.inCage && part.length === first.upper.port.inCage,
    };
    from = to;
  }
}

function isBeside(a: Joined, b: Joined): boolean {
  return (
    a.lower.port.cageId === b.lower.port.cageId &&
    a.upper.at === b.upper.at &&
    a.upper.port.cageId === b.upper.port.cageId
  );
}
