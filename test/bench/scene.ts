/**
 * A hall of a given size for measuring: the same numbers give the same design. Each rack is filled from the
 * top with two leaves, a patch panel and servers; servers are cabled to the leaves of their rack and the leaves
 * to those of other racks, until the wanted number of cables is reached.
 */
import { catalogType } from '../../shared/catalog/index.ts';
import { type Design, defaultSettings, designFromRecords } from '../../shared/model/design.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import type {
  Cable,
  DesignRecord,
  Device,
  PortRef,
  Rack,
  Row,
} from '../../shared/model/records.ts';

export interface SceneSize {
  readonly racks: number;
  readonly devices: number;
  readonly cables: number;
}

const RACKS_PER_ROW = 20;
const RACK_HEIGHT_U = 48;

/** @throws RangeError when so many devices or cables do not fit */
export function benchScene({ racks, devices, cables }: SceneSize): Design {
  const types = sceneTypes();
  const rackRecords = Array.from({ length: racks }, (_, i) => rackAt(i));
  const rows = Array.from({ length: Math.ceil(racks / RACKS_PER_ROW) }, (_, i) => rowAt(i));
  const placed: Device[] = [];
  for (const [i, rack] of rackRecords.entries()) {
    const count = Math.floor((devices * (i + 1)) / racks) - Math.floor((devices * i) / racks);
    placed.push(...fillRack(rack, count, types));
  }
  const records: DesignRecord[] = [
    defaultSettings('Bench'),
    ...rows,
    ...rackRecords,
    types.leaf,
    types.panel,
    types.server,
    ...placed,
    ...cableAll(placed, types, cables),
  ];
  return designFromRecords(records);
}

interface SceneTypes {
  readonly leaf: DeviceType;
  readonly panel: DeviceType;
  readonly server: DeviceType;
}

function sceneTypes(): SceneTypes {
  return {
    leaf: knownType('catalog:nvidia-qm9700'),
    panel: knownType('catalog:generic-lc-24'),
    server: knownType('catalog:generic-server-1u'),
  };
}

function knownType(id: string): DeviceType {
  const type = catalogType(id);
  if (!type) throw new RangeError(`the catalogue has no ${id}`);
  return type;
}

function rowAt(i: number): Row {
  return { kind: 'row', id: `row-${i + 1}`, name: String.fromCharCode(65 + (i % 26)), order: i };
}

function rackAt(i: number): Rack {
  return {
    kind: 'rack',
    id: `rack-${i + 1}`,
    name: `R${String(i + 1).padStart(4, '0')}`,
    rowId: `row-${Math.floor(i / RACKS_PER_ROW) + 1}`,
    order: i % RACKS_PER_ROW,
    frame: 'cabinet',
    heightU: RACK_HEIGHT_U,
    widthMm: 600,
    depthMm: 1200,
    maxWeightKg: 1500,
    maxPowerW: 40_000,
    frontDoorOpen: 0.8,
    rearDoorOpen: 0.8,
    notes: '',
  };
}

function fillRack(rack: Rack, count: number, types: SceneTypes): Device[] {
  if (count > rack.heightU) throw new RangeError(`${count} devices do not fit a rack`);
  return Array.from({ length: count }, (_, i) => {
    const type = i < 2 ? types.leaf : i === 2 ? types.panel : types.server;
    return {
      kind: 'device',
      id: `${rack.id}-device-${i + 1}`,
      name: `${rack.name.toLowerCase()}-${type === types.server ? 'srv' : 'net'}-${i + 1}`,
      typeId: type.id,
      rackId: rack.id,
      mount: 'rails',
      u: rack.heightU - i,
      face: 'front',
      column: 0,
      locked: false,
      reserved: [],
      notes: '',
    };
  });
}

/** Hands out the network ports of devices, each once. */
function portSource(types: SceneTypes): (device: Device | undefined) => PortRef | null {
  const list: readonly DeviceType[] = [types.leaf, types.panel, types.server];
  const ports = new Map(
    list.map((type) => [
      type.id,
      type.ports.filter((port) => port.kind === 'interface' && !port.managementOnly),
    ]),
  );
  const next = new Map<string, number>();
  return (device) => {
    if (!device) return null;
    const at = next.get(device.id) ?? 0;
    const port = ports.get(device.typeId)?.[at];
    if (!port) return null;
    next.set(device.id, at + 1);
    return { deviceId: device.id, portId: port.id };
  };
}

function cableAll(devices: readonly Device[], types: SceneTypes, wanted: number): Cable[] {
  const take = portSource(types);
  const leaves = devices.filter((device) => device.typeId === types.leaf.id);
  const servers = devices.filter((device) => device.typeId === types.server.id);
  const leavesOf = Map.groupBy(leaves, (leaf) => leaf.rackId);
  const cables: Cable[] = [];
  const join = (a: Device, b: Device | undefined): void => {
    const from = cables.length < wanted ? take(a) : null;
    const to = from && take(b);
    if (from && to) cables.push(cableBetween(cables.length, a, b, from, to));
  };
  for (const round of [0, 1]) {
    for (const server of servers) join(server, leavesOf.get(server.rackId)?.[round]);
  }
  for (let round = 1; round < leaves.length && cables.length < wanted; round += 1) {
    const before = cables.length;
    for (const [i, leaf] of leaves.entries()) {
      join(leaf, leaves[(i + 2 * ((round * 7) % leaves.length)) % leaves.length]);
    }
    if (cables.length === before) break;
  }
  if (cables.length < wanted) throw new RangeError(`only ${cables.length} cables fit`);
  return cables;
}

function cableBetween(
  index: number,
  a: Device,
  b: Device | undefined,
  from: PortRef,
  to: PortRef,
): Cable {
  const near = a.rackId === b?.rackId;
  return {
    kind: 'cable',
    id: `cable-${index + 1}`,
    label: `C${index + 1}`,
    medium: near ? 'dac' : 'smf',
    awg: near ? 30 : null,
    lengthM: null,
    colour: null,
    fabric: near ? 'access' : 'spine',
    rail: null,
    side: 'auto',
    ends: { a: [from], b: [to] },
    notes: '',
  };
}
