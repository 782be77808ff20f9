/**
 * The sheets of NVIDIA's cable validation: up to 1.6 one of Ethernet and one of InfiniBand, from 1.7 on nodes and
 * links (field/interop.md, 1.5). The tool looks from device to device, so patch panels on the way are passed through.
 */
import { type DrawnLink, drawnLinks } from '../../../found/drawn-links.ts';
import type { Design } from '../../../model/design.ts';
import { orderedRacks, portOf, typeOf } from '../../../model/design-index.ts';
import type { DeviceType, Port } from '../../../model/device-type.ts';
import type { Device, PortRef } from '../../../model/records.ts';
import type { WrittenTable } from '../../written-table.ts';

type Protocol = 'ethernet' | 'ib';

export interface NvidiaSheets {
  readonly ethernet: WrittenTable;
  readonly infiniband: WrittenTable;
  readonly nodes: WrittenTable;
  readonly links: WrittenTable;
  /** Links of which the tool knows nothing: an end is neither a host nor a switch. */
  readonly leftOut: number;
}

const ETHERNET = [
  'A-Rack',
  'A-U',
  'A-Node Name',
  'A-Type',
  'A-Port',
  'Z-Rack',
  'Z-RU',
  'Z-Node Name',
  'Z-Type',
  'Z-Port',
];
// NVIDIA repeats the names for the second half; what it prints as a second "Name" is the unit.
const INFINIBAND = ['Rack', 'U', 'Name', 'HCA/Port', 'Rack', 'U', 'Name', 'Port'];
const NODES = ['Node', 'Type', 'Rack', 'U', 'Manufacturer', 'Model'];
const LINKS = [
  'A-Node',
  'A-Port',
  'Z-Node',
  'Z-Port',
  'Protocol',
  'Shuffle-ID',
  'A-Connector',
  'A-MPO-Connector',
  'Z-Connector',
  'Z-MPO-Connector',
  'A-Module-PN',
  'Z-Module-PN',
  'Source-Ref',
];

interface End {
  readonly device: Device;
  readonly type: DeviceType;
  readonly port: Port;
  readonly role: 'Host' | 'Switch';
  readonly rack: string;
}

export function nvidiaSheets(design: Design): NvidiaSheets {
  const links = drawnLinks(design);
  const joined = links.flatMap((link) => joinedEnds(design, link) ?? []);
  const named = new Set(joined.flatMap(({ a, z }) => [a.device.id, z.device.id]));
  return {
    ethernet: {
      name: 'Ethernet',
      columns: ETHERNET,
      rows: joined
        .filter(({ protocol }) => protocol === 'ethernet')
        .map(({ a, z }) => [...ethernetEnd(a), ...ethernetEnd(z)]),
    },
    infiniband: {
      name: 'InfiniBand',
      columns: INFINIBAND,
      rows: joined
        .filter(({ protocol }) => protocol === 'ib')
        .map(({ a, z }) => [...infinibandEnd(a), ...infinibandEnd(z)]),
    },
    nodes: { name: 'Nodes', columns: NODES, rows: nodeRows(design, named) },
    links: {
      name: 'Links',
      columns: LINKS,
      rows: joined.map(({ a, z, protocol, link }) => [
        a.device.name,
        a.port.name,
        z.device.name,
        z.port.name,
        protocol,
        ...Array.from({ length: 7 }, () => ''),
        link.cables.map(({ id, label }) => (label === '' ? id : label)).join(' '),
      ]),
    },
    leftOut: links.length - joined.length,
  };
}

interface Joined {
  readonly a: End;
  readonly z: End;
  readonly protocol: Protocol;
  readonly link: DrawnLink;
}

/** The host first, where there is one. */
function joinedEnds(design: Design, link: DrawnLink): Joined | null {
  const [first, second] = [endOf(design, link.a), endOf(design, link.b)];
  if (!first || !second) return null;
  const turned = first.role === 'Switch' && second.role === 'Host';
  const [a, z] = turned ? [second, first] : [first, second];
  const protocol = [a, z].some(isInfiniband) ? 'ib' : 'ethernet';
  return { a, z, protocol, link };
}

const HOSTS: ReadonlySet<DeviceType['category']> = new Set<DeviceType['category']>([
  'node',
  'server',
  'storage',
  'appliance',
]);

function endOf(design: Design, { deviceId, portId }: PortRef): End | null {
  const device = design.devices.get(deviceId);
  if (!device) return null;
  const type = typeOf(design, device);
  const port = portOf(type, portId);
  if (!port || (type.category !== 'switch' && !HOSTS.has(type.category))) return null;
  const rack = design.racks.get(device.rackId)?.name ?? '';
  return { device, type, port, role: type.category === 'switch' ? 'Switch' : 'Host', rack };
}

/** Switches that speak InfiniBand: by the kind of their ports, or by the names that NVIDIA gives them. */
function isInfiniband({ type, port, role }: End): boolean {
  if (port.slug.startsWith('infiniband-')) return true;
  if (role !== 'Switch') return false;
  return /\bquantum\b/i.test(`${type.model} ${type.description}`) || IB_MODELS.test(type.model);
}
const IB_MODELS = /^(M?QM\d{4}|Q3\d{3}|SB\d{4}|SX6\d{3})/i;

function ethernetEnd({ rack, device, role, port }: End): readonly (string | number)[] {
  return [rack, device.u, device.name, role, port.name];
}

function infinibandEnd(end: End): readonly (string | number)[] {
  const { rack, device, role, port } = end;
  return [rack, device.u, device.name, role === 'Host' ? adapterNumber(end) : port.name];
}

/** The adapter's number among those of its speed, from 1: number n is mlx5_(n - 1) to the tool. */
function adapterNumber({ type, port }: End): number | string {
  const named = /^mlx\d+_(\d+)$/.exec(port.name)?.[1];
  if (named !== undefined) return Number(named) + 1;
  const alike = type.ports.filter(
    ({ kind, managementOnly, speedGbps }) =>
      kind === 'interface' && !managementOnly && speedGbps === port.speedGbps,
  );
  const place = alike.findIndex(({ id }) => id === port.id);
  const fastest = Math.max(...type.ports.map(({ speedGbps }) => speedGbps ?? 0));
  return port.speedGbps === fastest && place >= 0 ? place + 1 : port.name;
}

/** Every host and switch that a link names, rack by rack. */
function nodeRows(design: Design, named: ReadonlySet<string>): WrittenTable['rows'] {
  const places = new Map(orderedRacks(design).map(({ id, name }, n) => [id, { name, n }]));
  return [...design.devices.values()]
    .filter(({ id }) => named.has(id))
    .sort(
      (a, b) =>
        (places.get(a.rackId)?.n ?? 0) - (places.get(b.rackId)?.n ?? 0) ||
        b.u - a.u ||
        (a.id < b.id ? -1 : 1),
    )
    .map((device) => {
      const { category, manufacturer, model } = typeOf(design, device);
      const role = category === 'switch' ? 'Switch' : 'Host';
      const rack = places.get(device.rackId)?.name ?? '';
      return [device.name, role, rack, device.u, manufacturer, model];
    });
}
