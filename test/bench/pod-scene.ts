/** A hall of few, large devices: a leaf in each rack and GPU nodes under it, as in halls that peers measure with. */
import { catalogType } from '../../shared/catalog/index.ts';
import { type Design, defaultSettings, designFromRecords } from '../../shared/model/design.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import { newCable } from '../../shared/model/new-cable.ts';
import type { Cable, Device, PortRef, Rack } from '../../shared/model/records.ts';
import { RACKS_PER_ROW, rackAt, rowAt, type SceneSize } from './scene.ts';

const LEAF = typeNamed('catalog:nvidia-qm9700');
const NODE = typeNamed('catalog:nvidia-dgx-h100');
const NODE_U = 8;
const NODE_CAGES = 4;
const LEAF_PORTS = 64;

/** @throws RangeError when so many devices or cables do not fit */
export function podScene({ racks, devices, cables }: SceneSize): Design {
  const rackRecords = Array.from({ length: racks }, (_, i) => rackAt(i));
  const placed = rackRecords.map((rack, i) => {
    const count = Math.floor((devices * (i + 1)) / racks) - Math.floor((devices * i) / racks);
    return inRack(rack, count);
  });
  const links = placed.flatMap(([leaf, ...nodes], i) => {
    const [next, ...nodesOfNext] = placed[(i + 1) % placed.length] ?? [];
    if (!leaf || !next) return [];
    // Both have room for it, whichever holds more nodes.
    const across = acrossOf(Math.max(nodes.length, nodesOfNext.length));
    return linksOf(leaf, nodes, next, across);
  });
  // Each rack gives as many as the next.
  const every = links.length / cables;
  if (every < 1) throw new RangeError(`only ${links.length} cables fit`);
  return designFromRecords([
    defaultSettings('Pods'),
    ...Array.from({ length: Math.ceil(racks / RACKS_PER_ROW) }, (_, i) => rowAt(i)),
    ...rackRecords,
    LEAF,
    NODE,
    ...placed.flat(),
    ...Array.from({ length: cables }, (_, i) => cableAt(i, links[Math.floor(i * every)])),
  ]);
}

function typeNamed(id: string): DeviceType {
  const type = catalogType(id);
  if (!type) throw new RangeError(`the catalogue has no ${id}`);
  return type;
}

/** A leaf at the top, nodes below it. */
function inRack(rack: Rack, count: number): readonly Device[] {
  if (count > 1 + Math.floor((rack.heightU - 1) / NODE_U)) {
    throw new RangeError(`${count} devices do not fit a rack`);
  }
  return Array.from({ length: count }, (_, i) => ({
    kind: 'device',
    id: `${rack.id}-device-${i + 1}`,
    name: `${rack.name.toLowerCase()}-${i === 0 ? 'leaf' : `node-${i}`}`,
    typeId: i === 0 ? LEAF.id : NODE.id,
    rackId: rack.id,
    mount: 'rails',
    bay: null,
    u: i === 0 ? rack.heightU : rack.heightU - 1 - NODE_U * i,
    face: i === 0 ? 'rear' : 'front',
    column: 0,
    locked: false,
    reserved: [],
    notes: '',
    extra: '',
  }));
}

type Link = readonly [PortRef, PortRef];

/** How many links a leaf has to the next one: half of the ports that its nodes leave. */
function acrossOf(nodes: number): number {
  return Math.floor((LEAF_PORTS - 2 * NODE_CAGES * nodes) / 2);
}

/** Every port of the nodes to the leaf, then so many of the leaf's other ports to the next leaf. */
function linksOf(
  leaf: Device,
  nodes: readonly Device[],
  next: Device,
  across: number,
): readonly Link[] {
  const down = nodes.flatMap((node) =>
    Array.from({ length: 2 * NODE_CAGES }, (_, port) => portOf(node, port)),
  );
  return [
    ...down.map((port, at): Link => [port, portOf(leaf, at)]),
    ...Array.from({ length: across }, (_, at): Link => {
      return [portOf(leaf, down.length + at), portOf(next, LEAF_PORTS - 1 - at)];
    }),
  ];
}

/** The n-th port of a device, from 0: two to a cage. */
function portOf({ id }: Device, n: number): PortRef {
  return { deviceId: id, portId: `osfp-${Math.floor(n / 2) + 1}.${(n % 2) + 1}` };
}

function cableAt(index: number, link: Link | undefined): Cable {
  if (!link) throw new RangeError(`there is no link for cable ${index}`);
  return newCable({
    id: `cable-${index + 1}`,
    label: `C${index + 1}`,
    fabric: 'compute',
    medium: 'mmf',
    rail: null,
    awg: null,
    ends: { a: [link[0]], b: [link[1]] },
  });
}
