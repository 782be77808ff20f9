/** A small made-up design for tests: one rack with a bit of everything, and a second one beside it. */
import { BARE_TYPE } from '../model/bare-type.ts';
import { type Design, defaultSettings, designFromRecords } from '../model/design.ts';
import type { Cage, DeviceType, FaceShape, Port } from '../model/device-type.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import { newCable } from '../model/new-cable.ts';
import type { Cable, DesignRecord, Device } from '../model/records.ts';

const fact = (value: number) => ({ value, provenance: 'assumed', source: 'specimen' }) as const;

function cages(
  formFactor: Cage['formFactor'],
  columns: number,
  rows: number,
  start: { x: number; y: number; dx: number; dy: number; w: number; h: number },
  face: Cage['face'] = 'front',
): Cage[] {
  return Array.from({ length: columns * rows }, (_, i) => ({
    id: `${formFactor}-${face}-${i + 1}`,
    name: String(i + 1),
    formFactor,
    face,
    xMm: start.x + Math.floor(i / rows) * start.dx,
    yMm: start.y + (i % rows) * start.dy,
    widthMm: start.w,
    heightMm: start.h,
    flipped: i % rows === 1,
    group: '',
    locked: false,
  }));
}

function portsIn(openings: readonly Cage[], speedGbps: number): Port[] {
  return openings.map((cage) => ({
    id: `p-${cage.id}`,
    name: `Eth${cage.name}`,
    kind: cage.formFactor === 'c14' || cage.formFactor === 'c20' ? 'powerInlet' : 'interface',
    cageId: cage.id,
    slug: '',
    speedGbps,
    lanes: null,
    managementOnly: false,
    label: '',
    maximumDrawW: null,
  }));
}

const part = (
  shape: FaceShape['shape'],
  face: FaceShape['face'],
  x: number,
  y: number,
  w: number,
  h: number,
  text = '',
): FaceShape => ({
  id: `${shape}-${face}-${x}-${y}`,
  shape,
  face,
  xMm: x,
  yMm: y,
  widthMm: w,
  heightMm: h,
  openRatio: shape === 'vent' ? 0.6 : null,
  text,
  group: '',
  locked: false,
});

function makeType(id: string, more: Partial<DeviceType>): DeviceType {
  return {
    ...BARE_TYPE,
    id,
    manufacturer: 'Specimen',
    model: id,
    slug: id,
    category: 'other',
    heightU: 1,
    depthMm: fact(700),
    weightKg: fact(12),
    powerTypicalW: fact(300),
    powerMaxW: fact(500),
    origin: 'user',
    ...more,
  };
}

function faced(id: string, front: Cage[], rear: Cage[], more: Partial<DeviceType>): DeviceType {
  const all = [...front, ...rear];
  return makeType(id, { cages: all, ports: portsIn(all, 400), ...more });
}

const OSFP = { x: 70, y: 8, dx: 23.6, dy: 15.2, w: 22.6, h: 13 };
const QSFP_REAR = { x: 60, y: 200, dx: 24, dy: 20, w: 19, h: 9 };

/** The specimen's device types by what they are. */
export const SPECIMEN_TYPES = {
  node: faced(
    'GPU node 8U',
    [],
    [
      ...cages('osfp', 4, 1, { ...QSFP_REAR, w: 22.6, h: 13 }, 'rear'),
      ...cages('c20', 6, 1, { x: 60, y: 310, dx: 60, dy: 0, w: 30, h: 24 }, 'rear'),
    ],
    {
      category: 'node',
      heightU: 8,
      shapes: [
        part('vent', 'front', 40, 14, 402, 210),
        part('bay', 'front', 40, 240, 30, 90),
        part('bay', 'front', 74, 240, 30, 90),
        part('handle', 'front', 20, 60, 10, 120),
        part('handle', 'front', 452, 60, 10, 120),
        part('display', 'front', 380, 250, 60, 30),
        part('fan', 'rear', 40, 20, 400, 160),
      ],
    },
  ),
  switch: faced('Switch 32', cages('osfp', 16, 2, OSFP), [], {
    category: 'switch',
    shapes: [part('led', 'front', 28, 18, 4, 4), part('fan', 'rear', 40, 4, 220, 36)],
  }),
  management: faced(
    'Management 48',
    [
      ...cages('rj45', 24, 2, { x: 34, y: 8, dx: 14.6, dy: 14.4, w: 13.6, h: 12.6 }),
      ...cages('sfp', 2, 2, { x: 400, y: 10, dx: 16, dy: 12, w: 14.8, h: 10 }),
    ],
    [],
    { category: 'switch', depthUse: 'half', depthMm: fact(250) },
  ),
  panel: faced(
    'Panel 24 LC',
    cages('lc', 24, 1, { x: 32, y: 16, dx: 17.5, dy: 0, w: 13, h: 9.5 }),
    [],
    {
      category: 'patch-panel',
      depthUse: 'half',
      lodging: 'rack',
      faceMm: null,
      depthMm: fact(120),
    },
  ),
  manager: makeType('Manager 1U', {
    category: 'cable-manager',
    depthUse: 'half',
    lodging: 'rack',
    faceMm: null,
    depthMm: fact(80),
  }),
  blank: makeType('Blank 2U', { category: 'blank', heightU: 2, depthUse: 'half', depthMm: null }),
  pdu: faced('PDU 0U', cages('c13', 1, 24, { x: 14, y: 60, dx: 0, dy: 38, w: 24, h: 20 }), [], {
    category: 'pdu',
    heightU: 0,
  }),
} as const;

export const SPECIMEN_RACK = fixtureRack({
  maxWeightKg: 1360,
  maxPowerW: 20000,
  frontDoorOpen: 0.64,
  rearDoorOpen: 0.64,
});

function put(
  id: string,
  name: string,
  type: DeviceType,
  u: number,
  more: Partial<Device> = {},
): Device {
  return {
    kind: 'device',
    id,
    name,
    typeId: type.id,
    rackId: 'rack-1',
    mount: 'rails',
    bay: null,
    u,
    face: 'front',
    column: 0,
    locked: false,
    reserved: [],
    notes: '',
    extra: '',
    ...more,
  };
}

function wire(
  id: string,
  from: string,
  a: string,
  to: string,
  b: string,
  more: Partial<Cable> = {},
): Cable {
  return newCable({
    id,
    label: id.toUpperCase(),
    medium: 'dac',
    awg: 26,
    fabric: 'compute',
    ends: { a: [{ deviceId: from, portId: a }], b: [{ deviceId: to, portId: b }] },
    ...more,
  });
}

/** Two racks: nodes, switches, panel, manager, blank, strip; cables within and between them. */
export function specimen(): Design {
  const t = SPECIMEN_TYPES;
  const records: DesignRecord[] = [
    { ...defaultSettings('Specimen <hall & "1">') },
    { kind: 'row', id: 'row-a', name: 'A', order: 0, place: null },
    SPECIMEN_RACK,
    { ...SPECIMEN_RACK, id: 'rack-2', name: 'A02', order: 1 },
    ...Object.values(t),
    put('node-1', 'gpu-01', t.node, 1),
    put('node-2', 'gpu-02', t.node, 9),
    put('leaf-1', 'leaf-01', t.switch, 20),
    put('leaf-2', 'leaf-02', t.switch, 22, { face: 'rear' }),
    put('mgmt-1', 'mgmt-01', t.management, 24),
    put('panel-1', 'pp-01', t.panel, 26),
    put('manager-1', 'cm-01', t.manager, 25),
    put('blank-1', '', t.blank, 40),
    put('pdu-1', 'pdu-a', t.pdu, 2, { mount: 'side', face: 'rear' }),
    put('leaf-3', 'leaf-03', t.switch, 40, { rackId: 'rack-2' }),
    wire('c1', 'node-1', 'p-osfp-rear-1', 'leaf-2', 'p-osfp-front-1'),
    wire('c2', 'node-1', 'p-osfp-rear-2', 'leaf-2', 'p-osfp-front-2'),
    wire('c3', 'node-2', 'p-osfp-rear-1', 'leaf-2', 'p-osfp-front-3', { medium: 'aec' }),
    wire('c4', 'leaf-1', 'p-osfp-front-5', 'leaf-2', 'p-osfp-front-9', { medium: 'aoc' }),
    wire('c5', 'leaf-1', 'p-osfp-front-8', 'leaf-3', 'p-osfp-front-8', {
      medium: 'mmf',
      lengthM: 5,
    }),
    wire('c6', 'mgmt-1', 'p-rj45-front-1', 'panel-1', 'p-lc-front-4', { medium: 'base-t' }),
    wire('c8', 'node-2', 'p-osfp-rear-4', 'pdu-1', 'p-c13-front-3', { medium: 'power' }),
    wire('c7', 'mgmt-1', 'p-rj45-front-2', 'panel-1', 'p-lc-front-20', { colour: '#d02090' }),
  ];
  return designFromRecords(records);
}
