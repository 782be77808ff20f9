import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogType } from '../../../catalog/index.ts';
import { type Design, designFromRecords, emptyDesign, recordsOf } from '../../../model/design.ts';
import { BLADE, CHASSIS, chassisIn, inBay, SUPPLY } from '../../../model/fixture-chassis.ts';
import { fixtureDevice } from '../../../model/fixture-device.ts';
import { portNamed } from '../../../model/fixture-port.ts';
import { fixtureRack } from '../../../model/fixture-rack.ts';
import { newCable } from '../../../model/new-cable.ts';
import type { Cable, DesignRecord, PortRef } from '../../../model/records.ts';
import { readText } from '../../recognise.ts';
import { type NetboxVersion, netboxColumns } from './columns.ts';
import { exportNetbox } from './export-netbox.ts';

const QM = catalogType('catalog:nvidia-qm9700');
const DGX = catalogType('catalog:nvidia-dgx-h100');
const PDU = catalogType('catalog:apc-ap8881');

function hall(records: readonly DesignRecord[] = []): Design {
  return designFromRecords([
    ...recordsOf(emptyDesign('Hall 1')),
    fixtureRack({ id: 'r1', name: 'R01', heightU: 48, maxWeightKg: 1700, notes: 'near the door' }),
    QM,
    DGX,
    PDU,
    CHASSIS,
    BLADE,
    SUPPLY,
    fixtureDevice({ id: 'leaf', name: 'leaf01', typeId: QM.id, rackId: 'r1', u: 48, face: 'rear' }),
    fixtureDevice({ id: 'dgx', name: 'dgx01', typeId: DGX.id, rackId: 'r1', u: 1 }),
    fixtureDevice({ id: 'dgx2', name: 'dgx02', typeId: DGX.id, rackId: 'r1', u: 10.5 }),
    fixtureDevice({ id: 'pdu', name: 'pdu-a', typeId: PDU.id, rackId: 'r1', mount: 'side', u: 1 }),
    ...records,
  ]);
}

function port(design: Design, deviceId: string, name: string): PortRef {
  return portNamed(design, deviceId, name);
}

function cable(a: readonly PortRef[], b: readonly PortRef[], over: Partial<Cable> = {}): Cable {
  return newCable({ id: 'c1', label: 'C-0001', medium: 'dac', ends: { a, b }, ...over });
}

/** Rows of a table by column; the texts of these tests hold no quotes. */
function rowsOf(design: Design, name: string, version: NetboxVersion = '4.6') {
  const text = exportNetbox(design, version).find((file) => file.name === name)?.text ?? '';
  const [head = '', ...lines] = text.trimEnd().split('\r\n');
  const columns = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, n) => [column, cells[n] ?? '']));
  });
}

function restOf(design: Design) {
  const text = exportNetbox(design, '4.6').find(({ name }) => name === 'netbox-rest.json')?.text;
  return JSON.parse(text ?? '') as {
    rest: { cables: Record<string, unknown>[]; modules: unknown[] };
    beside: { devices: unknown[]; cables: Record<string, unknown>[] };
  };
}

function readmeOf(design: Design): string {
  return exportNetbox(design, '4.6').find(({ name }) => name === 'README.txt')?.text ?? '';
}

describe('columns', () => {
  // Counted off the list of what came when (interop 1.2).
  test.each([
    ['4.2', 25, 27, 16],
    ['4.3', 26, 27, 16],
    ['4.4', 26, 27, 18],
    ['4.5', 27, 28, 20],
    ['4.6', 28, 28, 23],
  ] as const)('of NetBox %s', (version, racks, devices, cables) => {
    expect(netboxColumns('racks', version)).toHaveLength(racks);
    expect(netboxColumns('devices', version)).toHaveLength(devices);
    expect(netboxColumns('cables', version)).toHaveLength(cables);
  });

  const SPEC = join(
    import.meta.dirname,
    '../../../../../shared/data/netbox/netbox-import-spec.json',
  );
  test.skipIf(!existsSync(SPEC))('of the newest version, against its own list', () => {
    const { columns } = JSON.parse(readFileSync(SPEC, 'utf8')) as {
      columns: Record<string, string[]>;
    };
    for (const table of ['racks', 'devices', 'cables'] as const) {
      expect(netboxColumns(table, '4.6')).toEqual(columns[table]);
    }
  });

  test('a version leaves out what it does not know, and the report says so', () => {
    const kept = JSON.stringify({ netbox: { owner: 'net', outer_height: '2258' } });
    const design = hall([fixtureRack({ id: 'r2', name: 'R02', extra: kept })]);
    const files = exportNetbox(design, '4.2');
    const [racks, , , , readme] = files.map(({ text }) => text);
    expect(racks).not.toMatch(/owner|outer_height/);
    expect(readme).toContain('racks.csv leaves out outer_height, owner');
    expect(readmeOf(design)).not.toContain('leaves out');
  });
});

describe('racks and devices', () => {
  test('a rack', () => {
    expect(rowsOf(hall(), 'racks.csv')[0]).toMatchObject({
      site: 'Hall 1',
      location: 'A',
      name: 'R01',
      status: 'planned',
      form_factor: '4-post-cabinet',
      width: '19',
      u_height: '48',
      desc_units: '',
      outer_width: '600',
      outer_unit: 'mm',
      max_weight: '1700',
      weight_unit: 'kg',
      description: 'near the door',
      comments: '',
    });
  });

  test('the lowest unit, halves and faces; gear of 0 U has neither', () => {
    const rows = rowsOf(hall(), 'devices.csv');
    const at = (name: string) => rows.find((row) => row['name'] === name);
    expect(at('leaf01')).toMatchObject({ position: '48', face: 'rear', manufacturer: 'NVIDIA' });
    expect(at('dgx02')).toMatchObject({ position: '10.5', face: 'front', role: 'GPU node' });
    expect(at('pdu-a')).toMatchObject({ position: '', face: '', rack: 'R01' });
    expect(restOf(hall()).beside.devices).toContainEqual({
      device: 'pdu-a',
      rack: 'R01',
      column: null,
      strip: 'left',
      unit: 1,
      face: 'front',
    });
  });

  test('units that NetBox counts from the top: the lowest number is that of the top unit', () => {
    const extra = JSON.stringify({ netbox: { desc_units: 'true', status: 'active' } });
    const rack = fixtureRack({ id: 'r2', name: 'R02', heightU: 44, extra });
    const design = hall([
      rack,
      fixtureDevice({ id: 'top', name: 'top', typeId: QM.id, rackId: 'r2', u: 44 }),
      fixtureDevice({ id: 'low', name: 'low', typeId: DGX.id, rackId: 'r2', u: 1 }),
    ]);
    const rows = rowsOf(design, 'devices.csv');
    expect(rows.find((row) => row['name'] === 'top')?.['position']).toBe('1');
    // An 8U node at the bottom takes what is labelled 37 to 44.
    expect(rows.find((row) => row['name'] === 'low')?.['position']).toBe('37');
    expect(rowsOf(design, 'racks.csv')[1]).toMatchObject({ desc_units: 'true', status: 'active' });
  });

  test('a blade is in a device bay; a supply is a module, which only REST takes', () => {
    const chassis = chassisIn('r1', 30);
    const design = hall([
      chassis,
      inBay(chassis, 'node-1', BLADE, 'blade-1'),
      inBay(chassis, 'psu-2', SUPPLY, 'psu-b'),
    ]);
    const rows = rowsOf(design, 'devices.csv');
    expect(rows.find((row) => row['name'] === 'blade-1')).toMatchObject({
      parent: 'chassis-1',
      device_bay: 'Node 1',
      position: '',
    });
    expect(rows.some((row) => row['name'] === 'psu-b')).toBe(false);
    expect(restOf(design).rest.modules).toEqual([
      expect.objectContaining({ device: 'chassis-1', module_bay: 'PSU 2', module_type: 'supply' }),
    ]);
    // What NetBox finds by name must stand above what refers to it.
    const names = rows.map((row) => row['name']);
    expect(names.indexOf('chassis-1')).toBeLessThan(names.indexOf('blade-1'));
  });
});

describe('cables', () => {
  const base = hall();
  const [gpu, leaf] = [port(base, 'dgx', 'rail0'), port(base, 'leaf', '1/1')];

  test('of one link: kinds, colour without #, two decimals', () => {
    const design = hall([
      cable([gpu], [leaf], { colour: '#ff9800', lengthM: 1.505, status: 'connected' }),
    ]);
    expect(rowsOf(design, 'cables.csv')).toEqual([
      expect.objectContaining({
        side_a_site: 'Hall 1',
        side_a_device: 'dgx01',
        side_a_type: 'dcim.interface',
        side_a_name: 'rail0',
        side_b_device: 'leaf01',
        side_b_name: '1/1',
        type: 'dac-passive',
        status: 'connected',
        label: 'C-0001',
        color: 'ff9800',
        length: String(Number((1.505).toFixed(2))),
        length_unit: 'm',
      }),
    ]);
  });

  test('an estimate is not written as a length', () => {
    const design = hall([cable([gpu], [leaf])]);
    expect(rowsOf(design, 'cables.csv')[0]).toMatchObject({ length: '', length_unit: '' });
    expect(readmeOf(design)).toContain('1 cable has no entered length');
  });

  test.each([
    ['aec', 'dac-active'],
    ['acc', 'dac-active'],
    ['lpo', 'smf'],
  ] as const)('%s is %s in the table, and itself beside it', (medium, type) => {
    const design = hall([cable([gpu], [leaf], { medium })]);
    expect(rowsOf(design, 'cables.csv')[0]?.['type']).toBe(type);
    expect(restOf(design).beside.cables).toEqual([
      expect.objectContaining({
        label: 'C-0001',
        a: expect.objectContaining({ device: 'dgx01', name: 'rail0' }),
        medium,
      }),
    ]);
  });

  test('a type that came from NetBox goes back as long as the medium is the same', () => {
    const extra = JSON.stringify({ netbox: { type: 'mmf-om4', tenant: 'research' } });
    const kept = (medium: Cable['medium']) =>
      rowsOf(hall([cable([gpu], [leaf], { medium, extra })]), 'cables.csv')[0];
    expect(kept('mmf')).toMatchObject({ type: 'mmf-om4', tenant: 'research' });
    expect(kept('smf')).toMatchObject({ type: 'smf', tenant: 'research' });
  });

  test('a breakout is a body for REST, the single end first', () => {
    const split = cable([gpu, port(base, 'dgx2', 'rail0')], [leaf, leaf]);
    const design = hall([split]);
    expect(rowsOf(design, 'cables.csv')).toEqual([]);
    const [body] = restOf(design).rest.cables;
    expect(body).toMatchObject({
      profile: 'breakout-1c2p-2c1p',
      a_terminations: [{ object_type: 'dcim.interface', device: 'leaf01', name: '1/1' }],
      b_terminations: [{ device: 'dgx01' }, { device: 'dgx02' }],
      links: [
        [0, 0],
        [0, 1],
      ],
    });
  });

  test('a cable of two links between twin-port cages is a trunk', () => {
    const design = hall([
      cable([gpu, port(base, 'dgx', 'rail1')], [leaf, port(base, 'leaf', '1/2')]),
    ]);
    expect(restOf(design).rest.cables[0]).toMatchObject({ profile: 'trunk-2c1p' });
  });

  test('a breakout comes back as it was drawn, whichever end NetBox wants first', () => {
    const file = (design: Design) =>
      exportNetbox(design, '4.6').find(({ name }) => name === 'netbox-rest.json')?.text ?? '';
    for (const ends of [
      [
        [gpu, port(base, 'dgx2', 'rail0')],
        [leaf, leaf],
      ],
      [
        [leaf, leaf],
        [gpu, port(base, 'dgx2', 'rail0')],
      ],
    ] as const) {
      const { content } = readText(file(hall([cable(...ends)])));
      const rows = content.gives === 'rows' ? content.rows.cables : [];
      const spots = rows.map(({ a, b, cableKey }) => [a.device, b.device, cableKey]);
      const [from, to] = ends[0][0] === leaf ? ['leaf01', 'dgx0'] : ['dgx0', 'leaf01'];
      expect(spots).toHaveLength(2);
      for (const [n, [a, b, key]] of spots.entries()) {
        expect([a, b].map((name) => name?.replace(/^dgx0\d$/, `dgx0`))).toEqual([from, to]);
        expect([a, b]).toContain(`dgx0${n + 1}`);
        expect(key).toBe('rest.cables[0]');
      }
    }
  });

  test('a twisted pair without a category is cat6a, and the report says so', () => {
    const report = (over: Partial<Cable>) =>
      exportNetbox(hall([cable([gpu], [leaf], over)]), '4.6').at(-1)?.text ?? '';
    expect(report({ medium: 'base-t' })).toContain('1 cable is twisted pair of no stated category');
    const extra = JSON.stringify({ netbox: { type: 'cat7' } });
    expect(report({ medium: 'base-t', extra })).not.toContain('twisted pair');
  });

  test('what NetBox does not let be joined is in no file, and the report names it', () => {
    const bad = cable([port(base, 'dgx', 'bmc')], [port(base, 'pdu', 'C13 1')]);
    const design = hall([bad]);
    expect(rowsOf(design, 'cables.csv')).toEqual([]);
    expect(readmeOf(design)).toMatch(/1 cable joins ports .* C-0001/);
  });

  test('a formula in a name is defused, and the report says that it is', () => {
    const design = hall([cable([gpu], [leaf], { label: '=1+1' })]);
    expect(rowsOf(design, 'cables.csv')[0]?.['label']).toBe("'=1+1");
    expect(readmeOf(design)).toContain('an apostrophe stands before it');
  });
});
