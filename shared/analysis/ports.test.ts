import { describe, expect, test } from 'vitest';
import type { DeviceType } from '../model/device-type.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import type { Cable, DesignRecord } from '../model/records.ts';
import { design, device, link, twin, workedSwitch } from './fixture-design.ts';
import { analyse } from './index.ts';
import type { PortTotalRow } from './types.ts';

/** 32 cages of two ports each. */
const EMPTY = { total: 64, used: 0, reserved: 0, shut: 0, free: 64, cages: 32, cagesUsed: 0 };

function cable(id: string, a: readonly string[], b: readonly string[], over: Partial<Cable> = {}) {
  const end = (at: string) => {
    const [deviceId = '', portId = ''] = at.split('/');
    return { deviceId, portId };
  };
  return link(0, 'low', 'high', { id, ends: { a: a.map(end), b: b.map(end) }, ...over });
}

function portsOf(records: readonly DesignRecord[], name = 'low', type = workedSwitch()) {
  const analysis = analyse(design([device('low', 2), device('high', 4), ...records], type));
  return analysis.ports.find((row) => row.device === name);
}

describe('a cage is not a port, a link is not a cable', () => {
  test('a straight 800G cable between twin-port cages: 1 cable, 2 links, 2 ports and 1 cage at each end', () => {
    const straight = twin(0, 'low', 'high');
    const low = portsOf([straight]);
    expect(low).toMatchObject({ ...EMPTY, used: 2, free: 62, cagesUsed: 1 });
    const { counts } = analyse(design([device('low', 2), device('high', 4), straight]));
    expect(counts).toMatchObject({ cables: 1, links: 2 });
  });

  test('fibre in one port of a twin-port cage leaves the other free', () => {
    const fibre = cable('f', ['low/port-0a'], ['high/port-0a'], { medium: 'smf' });
    expect(portsOf([fibre])).toMatchObject({ ...EMPTY, used: 1, free: 63, cagesUsed: 1 });
  });

  test('a direct cable in one port of a twin-port cage shuts the other', () => {
    const copper = cable('c', ['low/port-0a'], ['high/port-0a']);
    expect(portsOf([copper])).toMatchObject({ ...EMPTY, used: 1, shut: 1, free: 62, cagesUsed: 1 });
  });

  test('1 to 2: both ports of one cage, one port in each of two cages, where the others are shut', () => {
    const split = cable('s', ['low/port-0a', 'low/port-0b'], ['high/port-0a', 'high/port-1a']);
    expect(portsOf([split])).toMatchObject({ ...EMPTY, used: 2, free: 62, cagesUsed: 1 });
    expect(portsOf([split], 'high')).toMatchObject({
      ...EMPTY,
      used: 2,
      shut: 2,
      free: 60,
      cagesUsed: 2,
    });
  });

  test('1 to 4 from one port: it is one port in use, however many links it carries', () => {
    const split = cable(
      's',
      Array.from({ length: 4 }, () => 'low/port-0a'),
      [0, 1, 2, 3].map((n) => `high/port-${n}a`),
    );
    expect(portsOf([split])).toMatchObject({ ...EMPTY, used: 1, shut: 1, free: 62, cagesUsed: 1 });
    expect(portsOf([split], 'high')).toMatchObject({ used: 4, shut: 4, free: 56, cagesUsed: 4 });
  });
});

describe('reserved ports', () => {
  const keep = (...reserved: string[]) => [device('low', 2, { reserved }), device('high', 4)];

  test('are not free, and one in use or shut is that instead', () => {
    const kept = keep('port-0a', 'port-0b', 'port-1a', 'port-2a', 'gone');
    const row = (cables: readonly Cable[]) => analyse(design([...kept, ...cables])).ports[0];
    expect(row([])).toMatchObject({ reserved: 4, free: 60 });
    expect(row([cable('c', ['low/port-0a'], ['high/port-0a'])])).toMatchObject({
      ...EMPTY,
      used: 1,
      shut: 1,
      reserved: 2,
      free: 60,
      cagesUsed: 1,
    });
  });

  test('count in every total', () => {
    const { portTotals } = analyse(design(keep('port-3a', 'port-3b')));
    expect(portTotals.map(({ scope, reserved, free }) => [scope, reserved, free])).toEqual([
      ['rack', 2, 126],
      ['design', 2, 126],
    ]);
  });
});

describe('totals', () => {
  const place = (id: string, rackId: string) => device(id, 2, { rackId });
  const records = [
    fixtureRack(),
    fixtureRack({ id: 'rack-2', name: 'A02' }),
    place('low', 'rack-1'),
    place('high', 'rack-2'),
  ];
  const row = (rows: readonly PortTotalRow[], scope: string, id: string) =>
    rows.find((each) => each.scope === scope && each.id === id);

  test('of racks and of the design are the sums of their devices', () => {
    const cables = [twin(0, 'low', 'high'), link(1, 'low', 'high')];
    const { portTotals } = analyse(design([...records, ...cables]));
    const each = { ...EMPTY, used: 3, shut: 1, free: 60, cagesUsed: 2 };
    expect(row(portTotals, 'rack', 'rack-1')).toMatchObject({ formFactor: 'osfp', ...each });
    expect(row(portTotals, 'rack', 'rack-2')).toMatchObject(each);
    expect(row(portTotals, 'design', 'design')).toMatchObject({
      total: 128,
      used: 6,
      shut: 2,
      free: 120,
      cages: 64,
      cagesUsed: 4,
    });
  });

  test('of a fabric: its own ports, and what its devices have free that it could take', () => {
    const cables = [
      twin(0, 'low', 'high'),
      twin(1, 'low', 'high', { fabric: 'storage' }),
      twin(2, 'low', 'high', { fabric: '' }),
    ];
    const { portTotals } = analyse(design([...records, ...cables]));
    expect(portTotals.filter(({ scope }) => scope === 'fabric').map(({ id }) => id)).toEqual([
      'compute',
      'storage',
    ]);
    // 64 ports less 2 of the other fabric and 2 of none, on both devices
    const shared = { total: 120, used: 4, shut: 0, free: 116, cages: 60, cagesUsed: 2 };
    expect(row(portTotals, 'fabric', 'compute')).toMatchObject(shared);
    expect(row(portTotals, 'fabric', 'storage')).toMatchObject(shared);
  });

  test('of a fabric that shares twin-port cages with another, with ports shut and kept', () => {
    const low = device('low', 2, { reserved: ['port-9a'] });
    const cables = [
      cable('x', ['low/port-0a'], ['high/port-0a'], { medium: 'smf' }),
      cable('y', ['low/port-0b'], ['high/port-0b'], { medium: 'smf', fabric: 'storage' }),
      cable('z', ['low/port-1a'], ['high/port-1a'], { fabric: 'storage' }),
    ];
    const { portTotals } = analyse(design([low, device('high', 4), ...cables]));
    expect(row(portTotals, 'fabric', 'storage')).toMatchObject({
      total: 126,
      used: 4,
      shut: 2,
      reserved: 1,
      free: 119,
      cages: 64,
      cagesUsed: 4,
    });
    expect(row(portTotals, 'fabric', 'compute')).toMatchObject({ total: 122, used: 2, shut: 0 });
  });

  test('by kind, speed and cage, in that order; ports without a cage by themselves', () => {
    const base = workedSwitch();
    const [first, second, third, ...rest] = base.ports;
    const type: DeviceType = {
      ...base,
      ports: [
        { ...third!, id: 'loose', cageId: null },
        ...rest,
        { ...first!, kind: 'console', cageId: 'cage-0', speedGbps: null },
        { ...second!, speedGbps: 800, cageId: 'cage-x' },
      ],
      cages: [...base.cages, { ...base.cages[0]!, id: 'cage-x', formFactor: 'qsfp-dd' }],
    };
    const { portTotals } = analyse(design([device('low', 2)], type));
    const rack = portTotals.filter(({ scope }) => scope === 'rack');
    expect(
      rack.map(({ kind, speedGbps, formFactor, total, cages }) => [
        kind,
        speedGbps,
        formFactor,
        total,
        cages,
      ]),
    ).toEqual([
      ['interface', 800, 'qsfp-dd', 1, 1],
      ['interface', 400, 'osfp', 61, 31],
      ['interface', 400, null, 1, 0],
      ['console', null, 'osfp', 1, 1],
    ]);
  });
});
