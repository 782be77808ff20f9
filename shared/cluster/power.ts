/**
 * What things draw with the plugs in them, before it is known which cable each gets: the most that the media in
 * question draw, so that no rack is filled beyond its power.
 */
import { wattsPerEnd } from '../analysis/cable-facts.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { MediumId } from '../model/medium.ts';
import type { ClusterSpec, LinkClass } from './cluster-spec.ts';
import type { FabricLayer, SwitchTier } from './fabric-layer.ts';
import type { PortGroup } from './port-groups.ts';

/** What is known of a type's own draw, W: at full load, else typical; null = nobody says. */
export function powerOf(type: DeviceType): number | null {
  return type.powerMaxW?.value ?? type.powerTypicalW?.value ?? null;
}

/** A node with the plugs of all fabrics, W; null where nobody knows its own. */
export function nodePowerW(
  spec: ClusterSpec,
  node: DeviceType,
  layers: readonly FabricLayer[],
): number | null {
  const own = powerOf(node);
  if (own === null) return null;
  return layers.reduce(
    (sum, { rails, nodeGroup }) => sum + rails * plugW(spec, 'node-leaf', nodeGroup, 1),
    own,
  );
}

/** A switch with the plugs that it gets, W; what nobody knows of it counts as nothing. */
export function switchPowerW(
  spec: ClusterSpec,
  { tier, type, plugs, ...ports }: SwitchTier,
): number {
  const [below, above] = CLASSES[tier];
  return (
    (powerOf(type) ?? 0) +
    plugs.down * plugW(spec, below, ports.downGroup, plugs.linksDown) +
    plugs.up * plugW(spec, above, ports.upGroup, 1)
  );
}

const CLASSES: Readonly<Record<SwitchTier['tier'], readonly [below: LinkClass, above: LinkClass]>> =
  {
    leaf: ['node-leaf', 'leaf-spine'],
    spine: ['leaf-spine', 'spine-core'],
    core: ['spine-core', 'spine-core'],
  };

/** The most that a plug draws which may come into a port, W. @param links that share the port */
function plugW(
  spec: ClusterSpec,
  linkClass: LinkClass,
  { socket, speedGbps }: PortGroup,
  links: number,
): number {
  const { copper, light } = spec.media[linkClass];
  const media: MediumId[] = socket === 'rj45' ? ['base-t'] : [light, 'smf', 'mmf'];
  if (socket === 'cage' && copper !== 'none') media.push(copper);
  return Math.max(...media.map((medium) => links * (wattsPerEnd(medium, speedGbps / links) ?? 0)));
}
