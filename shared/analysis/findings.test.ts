import { describe, expect, test } from 'vitest';
import { catalogType } from '../catalog/index.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import { buildSample } from '../samples/index.ts';
import {
  design,
  device,
  fact,
  found,
  link,
  twin,
  valueOf,
  workedSwitch,
} from './fixture-design.ts';
import { analyse } from './index.ts';

describe('ports', () => {
  test('counted by kind and speed', () => {
    const analysis = analyse(design([device('low', 2), device('high', 4), twin(0, 'low', 'high')]));
    expect(analysis.ports).toEqual([
      expect.objectContaining({
        device: 'low',
        kind: 'interface',
        speedGbps: 400,
        total: 64,
        used: 2,
        free: 62,
      }),
      expect.objectContaining({ device: 'high', total: 64, used: 2, reserved: 0, free: 62 }),
    ]);
  });

  test('a cage holds one plug with fixed ends; the port beside it is lost', () => {
    const one = link(0, 'low', 'high');
    const lost = analyse(design([device('low', 2), device('high', 4), one]));
    expect(valueOf(found(lost, 'ports:lost:worked'), 'ports')).toBe(2);
    const other = {
      ...one,
      id: 'cable-b',
      ends: {
        a: [{ deviceId: 'low', portId: 'port-0b' }],
        b: [{ deviceId: 'high', portId: 'port-0b' }],
      },
    };
    const crowded = found(
      analyse(design([device('low', 2), device('high', 4), one, other])),
      'ports:low:cages',
    )!;
    expect(crowded.severity).toBe('error');
    expect(crowded.message).toContain('cage 1 holds more than one plug');
    const fibre = [one, other].map((cable) => ({ ...cable, medium: 'smf' as const }));
    const shared = analyse(design([device('low', 2), device('high', 4), ...fibre]));
    expect(found(shared, 'ports:low:cages')).toBeUndefined();
  });
});

describe('the limits of a rack', () => {
  const four = [1, 2, 3, 4].map((n) => device(`d${n}`, n));

  test('power and weight', () => {
    const analysis = analyse(design([fixtureRack({ maxPowerW: 5000, maxWeightKg: 50 }), ...four]));
    expect(analysis.racks[0]).toMatchObject({
      usedU: 4,
      powerW: 6000,
      weightKg: 56,
      airflowCfm: 660,
    });
    expect(valueOf(found(analysis, 'heat:rack-1:power'), 'over')).toBe(1000);
    expect(valueOf(found(analysis, 'place:rack-1:weight'), 'over')).toBe(6);
    const enough = analyse(design([fixtureRack({ maxPowerW: 6000, maxWeightKg: 56 }), ...four]));
    expect(enough.findings.map(({ id }) => id)).toEqual(['air:rack-1:open']);
  });

  test('a sum of which a part is unknown is a lower bound, and says so', () => {
    const dark = workedSwitch({ id: 'dark', powerMaxW: null, weightKg: null });
    const rack = fixtureRack({ maxPowerW: 5000, maxWeightKg: 50 });
    const analysis = analyse(design([rack, dark, ...four, device('fifth', 9, { typeId: 'dark' })]));
    const power = found(analysis, 'heat:rack-1:power')!;
    expect(power.message).toContain('draws 6000 W or more, part of it unknown');
    expect(power.missing).toEqual(['device type Worked: powerMaxW']);
    expect(found(analysis, 'place:rack-1:weight')!.message).toContain('56.0 kg or more');
  });

  test('an unknown power makes the sum unknown', () => {
    const type = workedSwitch({ powerMaxW: null });
    const row = analyse(design([...four], type)).racks[0]!;
    expect(row).toMatchObject({ powerW: null, heatW: null, weightKg: 56 });
  });

  test('a PDU that nobody weighed makes the weight unknown, and that is said', () => {
    const pdu = catalogType('catalog:generic-pdu-0u-24c19');
    const strip = device('pdu', 1, { typeId: pdu.id, mount: 'side' });
    const analysis = analyse(design([pdu, strip, ...four]));
    expect(analysis.racks[0]).toMatchObject({ weightKg: null, powerW: 6000 });
    expect(found(analysis, `data:type:${pdu.id}`)!.message).toContain('weight unknown');
  });

  test.each([
    [26, undefined],
    [28, 'warning'],
    [36, 'error'],
  ])('supply of %i °C in class A2', (supplyTempC, severity) => {
    const analysis = analyse(design([...four], workedSwitch(), { supplyTempC }));
    expect(found(analysis, 'heat:rack-1:inlet')?.severity).toBe(severity);
  });

  test('the limit of the device itself may be the lower one, and altitude lowers that of the class', () => {
    const careful = workedSwitch({ inletMaxC: fact(30) });
    const low = analyse(design([...four], careful, { supplyTempC: 31 }));
    expect(valueOf(found(low, 'heat:rack-1:inlet'), 'limit')).toBe(30);
    const high = analyse(design([...four], workedSwitch(), { supplyTempC: 34, altitudeM: 1500 }));
    expect(valueOf(found(high, 'heat:rack-1:inlet'), 'limit')).toBeCloseTo(33, 9);
  });
});

describe('the sample of one scalable unit', () => {
  const analysis = analyse(buildSample('superpod-su'));

  test('31 nodes, 12 switches, 508 links', () => {
    expect(analysis.counts).toMatchObject({ nodes: 31, switches: 12, links: 508 });
  });

  test('shows ports, reach and air, and no hundreds of duplicates', () => {
    const rules = new Set(analysis.findings.map(({ rule }) => rule));
    for (const rule of ['ports', 'reach', 'air']) expect(rules).toContain(rule);
    expect(analysis.findings.length).toBeLessThan(150);
    for (const { message } of analysis.findings) expect(message).not.toMatch(/undefined|NaN|null/);
  });

  test('no further node fits: the leaves with the fabric manager on them are full', () => {
    const room = analysis.findings.find(({ id }) => id.startsWith('ports:room:'))!;
    expect(room.severity).toBe('warning');
    expect(valueOf(room, 'room')).toBe(0);
    expect(valueOf(room, 'nodes')).toBe(31);
    expect(room.subjects[0]!.name).toBe('leaf-1');
  });

  test('copper to the spines of the next rack does not reach', () => {
    const over = analysis.findings.filter(({ id }) => id.startsWith('reach:cable'));
    expect(over.length).toBeGreaterThan(0);
    expect(over.every(({ message }) => /spine-[34]/.test(message))).toBe(true);
  });
});
