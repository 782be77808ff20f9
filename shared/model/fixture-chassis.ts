/** A chassis for tests: four bays for nodes on its front, two for supplies that it does not place on its rear. */
import { BARE_TYPE } from './bare-type.ts';
import type { Bay, DeviceType, Port } from './device-type.ts';
import type { Device } from './records.ts';

const watts = (value: number) => ({ value, provenance: 'datasheet', source: 'test' }) as const;

const nodeBay = (n: number): Bay => ({
  id: `node-${n}`,
  name: `Node ${n}`,
  kind: 'device',
  position: String(n),
  label: '',
  area: { face: 'front', xMm: 16 + (n - 1) * 112, yMm: 10, widthMm: 110, heightMm: 60 },
});

const supplyBay = (n: number): Bay => ({
  id: `psu-${n}`,
  name: `PSU ${n}`,
  kind: 'module',
  position: String(n),
  label: '',
  area: null,
});

const port = (id: string, kind: Port['kind'], cageId: string): Port => ({
  id,
  name: id,
  kind,
  cageId,
  slug: '',
  speedGbps: kind === 'interface' ? 400 : null,
  lanes: kind === 'interface' ? 4 : null,
  managementOnly: false,
  label: '',
  maximumDrawW: kind === 'powerInlet' ? 3000 : null,
});

function type(id: string, over: Partial<DeviceType>): DeviceType {
  return {
    ...BARE_TYPE,
    id,
    manufacturer: 'Acme',
    model: id,
    slug: id,
    category: 'server',
    heightU: 0,
    origin: 'user',
    ...over,
  };
}

/** 4U, 200 W by itself. */
export const CHASSIS = type('chassis', {
  heightU: 4,
  powerMaxW: watts(200),
  bays: [nodeBay(1), nodeBay(2), nodeBay(3), nodeBay(4), supplyBay(1), supplyBay(2)],
});

/** A node for its bays: 800 W, one OSFP cage of one port. */
export const BLADE = type('blade', {
  lodging: 'device-bay',
  faceMm: { widthMm: 110, heightMm: 60 },
  powerMaxW: watts(800),
  cages: [
    {
      id: 'cage',
      name: '1',
      formFactor: 'osfp',
      face: 'front',
      xMm: 40,
      yMm: 20,
      widthMm: 23,
      heightMm: 13.5,
      flipped: false,
      group: '',
      locked: false,
    },
  ],
  ports: [port('eth1', 'interface', 'cage')],
});

/** A supply for its rear: an inlet of 3 kW. */
export const SUPPLY = type('supply', {
  lodging: 'module-bay',
  category: 'other',
  faceMm: { widthMm: 80, heightMm: 40 },
  powerMaxW: watts(3000),
  cages: [
    {
      id: 'inlet',
      name: 'AC',
      formFactor: 'c20',
      face: 'front',
      xMm: 10,
      yMm: 5,
      widthMm: 30,
      heightMm: 25,
      flipped: false,
      group: '',
      locked: false,
    },
  ],
  ports: [port('ac', 'powerInlet', 'inlet')],
});

/** The chassis in a rack. */
export function chassisIn(rackId: string, u: number, over: Partial<Device> = {}): Device {
  return {
    kind: 'device',
    id: 'chassis-1',
    name: 'chassis-1',
    typeId: CHASSIS.id,
    rackId,
    mount: 'rails',
    bay: null,
    u,
    face: 'front',
    column: 0,
    locked: false,
    reserved: [],
    notes: '',
    extra: '',
    ...over,
  };
}

/** What stands in one of its bays. */
export function inBay(host: Device, bayId: string, of: DeviceType, id: string): Device {
  const face = bayId.startsWith('psu') ? 'rear' : 'front';
  const bay = { deviceId: host.id, bayId };
  return { ...host, id, name: id, typeId: of.id, mount: 'bay', bay, face };
}
