/** Designs for the tests of the file: one that touches every field, and one of any size. */

import {
  type Design,
  defaultSettings,
  designFromRecords,
  recordsOf,
} from '../../shared/model/design.ts';
import type { DeviceType, Port } from '../../shared/model/device-type.ts';
import { countingIds } from '../../shared/model/ids.ts';
import { newCable } from '../../shared/model/new-cable.ts';
import type {
  Area,
  Cable,
  Cluster,
  DesignRecord,
  Device,
  Pathway,
  Rack,
  Row,
} from '../../shared/model/records.ts';

/** A switch with so many ports, one cage each. */
export function switchType(id: string, ports: number): DeviceType {
  const numbers = Array.from({ length: ports }, (_, index) => index);
  return {
    kind: 'deviceType',
    id,
    manufacturer: 'Acme',
    model: `Switch ${ports}`,
    slug: `acme-switch-${ports}`,
    partNumber: 'A-1',
    category: 'switch',
    heightU: 1.5,
    width: 'full',
    depthUse: 'full',
    lodging: 'rack',
    faceMm: null,
    depthMm: { value: 660.4, provenance: 'datasheet', source: 'a datasheet' },
    weightKg: null,
    powerTypicalW: { value: 900, provenance: 'assumed', source: 'a guess' },
    powerMaxW: null,
    airflow: { value: 'front-to-rear', provenance: 'datasheet', source: 'a datasheet' },
    supplies: null,
    suppliesNeeded: null,
    airflowCfm: null,
    fanPercent: null,
    criticalPa: null,
    inletMinC: null,
    inletMaxC: null,
    noiseDb: null,
    packing: null,
    standoffMm: null,
    wantedGbps: null,
    hopNs: null,
    pathwayMm2: null,
    cages: numbers.map((n) => ({
      id: `cage-${n}`,
      name: `${n + 1}`,
      formFactor: 'osfp',
      face: 'front',
      xMm: 20.001 + n * 6,
      yMm: 4.5,
      widthMm: 5.5,
      heightMm: 13.25,
      flipped: n % 2 === 1,
      group: '',
      locked: false,
    })),
    ports: numbers.map((n): Port => portOf(n)),
    portMappings: [
      { frontPortId: 'port-0', frontPosition: 1, rearPortId: 'port-1', rearPosition: 12 },
    ],
    shapes: [
      {
        id: 'vent',
        shape: 'vent',
        face: 'rear',
        xMm: 10,
        yMm: 2,
        widthMm: 100,
        heightMm: 30,
        openRatio: 0.63,
        text: '',
        group: '',
        locked: false,
      },
    ],
    bays: [
      {
        id: 'bay-1',
        name: 'PSU 1',
        kind: 'module',
        position: '1',
        label: '',
        area: { face: 'rear', xMm: 120, yMm: 2, widthMm: 40, heightMm: 40.5 },
      },
      { id: 'bay-2', name: 'PSU 2', kind: 'module', position: '2', label: '', area: null },
    ],
    backdrops: [],
    description: 'Für Prüfungen — 试验',
    origin: 'user',
    extra: '',
  };
}

function portOf(n: number): Port {
  return {
    id: `port-${n}`,
    name: `Ethernet${n + 1}`,
    kind: 'interface',
    cageId: `cage-${n}`,
    slug: '400gbase-x-osfp',
    speedGbps: 400,
    lanes: 4,
    managementOnly: false,
    label: '',
    maximumDrawW: null,
  };
}

function rackIn(row: Row, id: string, order: number): Rack {
  return {
    kind: 'rack',
    id,
    name: id,
    rowId: row.id,
    order,
    frame: 'cabinet',
    heightU: 58,
    widthMm: 600,
    depthMm: 1066.8,
    maxWeightKg: null,
    maxPowerW: 40_000,
    frontDoorOpen: 0.64,
    rearDoorOpen: null,
    gapMm: 0,
    turned: false,
    notes: '',
    extra: '',
  };
}

/** A cable between two ports of the same number. */
export function cableBetween(id: string, from: string, to: string, port: number): Cable {
  return newCable({
    id,
    label: id,
    medium: 'dac',
    awg: 26,
    lengthM: port % 2 === 0 ? null : 1.5,
    fabric: 'compute',
    rail: port % 8,
    ends: {
      a: [{ deviceId: from, portId: `port-${port}` }],
      b: [{ deviceId: to, portId: `port-${port}` }],
    },
  });
}

/** Racks of devices, cabled in pairs of neighbours. */
export function largeDesign(size: {
  readonly racks: number;
  readonly devicesPerRack: number;
  readonly cables: number;
}): Design {
  const ids = countingIds();
  const row: Row = { kind: 'row', id: 'row-a', name: 'A', order: 0, place: null };
  const type = switchType('type-1', 64);
  const records: DesignRecord[] = [defaultSettings('Large'), row, type];
  const devices: Device[] = [];
  for (let place = 0; place < size.racks; place += 1) {
    const rack = rackIn(row, ids('rack'), place);
    records.push(rack);
    for (let slot = 0; slot < size.devicesPerRack; slot += 1) {
      devices.push(deviceIn(rack, type, ids('device'), 1 + slot * 1.5));
    }
  }
  records.push(...devices);
  for (let made = 0; made < size.cables; made += 1) {
    const pair = (made % Math.floor(devices.length / 2)) * 2;
    const port = Math.floor(made / Math.floor(devices.length / 2));
    const [from, to] = [devices[pair]!, devices[pair + 1]!];
    records.push(cableBetween(ids('cable'), from.id, to.id, port));
  }
  return designFromRecords(records);
}

function deviceIn(rack: Rack, type: DeviceType, id: string, u: number): Device {
  return {
    kind: 'device',
    id,
    name: id,
    typeId: type.id,
    rackId: rack.id,
    mount: 'rails',
    bay: null,
    u: Math.min(u, 57),
    face: 'front',
    column: 0,
    locked: false,
    reserved: [],
    notes: '',
    extra: '',
  };
}

/** What stands on the floor beside the racks, with every field set. */
export const FLOOR_RECORDS: readonly (Area | Pathway | Cluster)[] = [
  {
    kind: 'area',
    id: 'cold',
    name: 'Gang „kalt“',
    purpose: 'cold-aisle',
    contained: true,
    xMm: -120.5,
    yMm: 0,
    widthMm: 6000,
    depthMm: 1200.001,
  },
  {
    kind: 'pathway',
    id: 'tray',
    name: 'Tray 1',
    level: 'overhead',
    points: [
      { xMm: -0.125, yMm: 300 },
      { xMm: 4000.5, yMm: 300 },
      { xMm: 4000.5, yMm: 9000 },
    ],
    widthMm: 300,
    heightMm: 100,
    riseMm: 250.5,
  },
  { kind: 'cluster', id: 'pod', name: 'Pod', spec: '{"nodes":32}' },
];

/** One rack in a placed row, four switches, six cables, and a floor around them. */
export function smallDesign(): Design {
  const { rows, racks, ...rest } = largeDesign({ racks: 1, devicesPerRack: 4, cables: 6 });
  const placed = { xMm: 1200.25, yMm: -300, facing: 'west' } as const;
  return designFromRecords([
    ...recordsOf({
      ...rest,
      rows: new Map([...rows].map(([id, row]) => [id, { ...row, place: placed }])),
      racks: new Map([...racks].map(([id, rack]) => [id, { ...rack, gapMm: 600.5, turned: true }])),
    }),
    ...FLOOR_RECORDS,
  ]);
}
