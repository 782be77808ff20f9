import { describe, expect, test } from 'vitest';
import { catalogType } from '../catalog/index.ts';
import { type Design, defaultSettings, designFromRecords } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import { fixtureCable, fixtureDevice } from '../model/fixture-device.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import { deviceBox } from '../model/rack-geometry.ts';
import type { Cable, DesignRecord, Device, PortRef } from '../model/records.ts';
import { routeCable, routesInRack } from './index.ts';

/** Two rows of cages: the odd ones above, the even ones below. */
const QM9700 = catalogType('catalog:nvidia-qm9700');
const MANAGER = catalogType('catalog:generic-hm-1u');
const BRUSH = catalogType('catalog:generic-brush-1u');

function device(id: string, u: number, over: Partial<Device> = {}): Device {
  return fixtureDevice({ id, typeId: QM9700.id, rackId: 'r1', u, ...over });
}

function manager(u: number, over: Partial<Device> = {}): Device {
  return device(`hm-${u}`, u, { typeId: MANAGER.id, ...over });
}

function end(deviceId: string, cage: number): PortRef {
  return { deviceId, portId: `osfp-${cage}.1` };
}

function cable(from: PortRef, to: PortRef, over: Partial<Cable> = {}): Cable {
  return fixtureCable({ side: 'left', ends: { a: [from], b: [to] }, ...over });
}

/** A switch in U10 and one in U20. */
function rackWith(records: readonly DesignRecord[], type: DeviceType = MANAGER): Design {
  return designFromRecords([
    defaultSettings('test'),
    { kind: 'row', id: 'row-a', name: 'A', order: 0, place: null },
    fixtureRack({ id: 'r1', rowId: 'row-a' }),
    QM9700,
    type,
    device('low', 10),
    device('high', 20),
    ...records,
  ]);
}

const FROM_UPPER = cable(end('low', 1), end('high', 1));
const FROM_LOWER = cable(end('low', 2), end('high', 2));

function leads(design: Design, one: Cable): readonly (string | null)[] {
  return routeCable(design, one)!.ends.map(({ managerId }) => managerId);
}

describe('a cable runs in the manager', () => {
  test('above for the upper row of openings, below for the lower one', () => {
    expect(leads(rackWith([manager(11)]), FROM_UPPER)).toEqual(['hm-11', null]);
    expect(leads(rackWith([manager(11)]), FROM_LOWER)).toEqual([null, null]);
    expect(leads(rackWith([manager(9)]), FROM_LOWER)).toEqual(['hm-9', null]);
    expect(leads(rackWith([manager(9)]), FROM_UPPER)).toEqual([null, null]);
    expect(leads(rackWith([manager(11), manager(9)]), FROM_LOWER)).toEqual(['hm-9', null]);
  });

  test('that is nearer where both can be reached, and the upper of two as near', () => {
    const first = QM9700.cages.find(({ id }) => id === 'osfp-1');
    const oneRow = (yMm: number): DeviceType => ({
      ...QM9700,
      cages: [{ ...first!, yMm, heightMm: 10 }],
    });
    const both = (yMm: number): Design => {
      const design = rackWith([manager(11), manager(9)]);
      return { ...design, deviceTypes: new Map(design.deviceTypes).set(QM9700.id, oneRow(yMm)) };
    };
    // The middle of a unit is 22.225 mm down: an opening of 10 mm begins 17.225 mm down.
    expect(leads(both(17.225), FROM_UPPER)[0]).toBe('hm-11');
    expect(leads(both(20), FROM_UPPER)[0]).toBe('hm-9');
    expect(leads(both(5), FROM_UPPER)[0]).toBe('hm-11');
  });

  test('not in one that does not touch, is on the other face, or leads no cables along', () => {
    expect(leads(rackWith([manager(12)]), FROM_UPPER)).toEqual([null, null]);
    expect(leads(rackWith([manager(11, { face: 'rear' })]), FROM_UPPER)).toEqual([null, null]);
    const brush = manager(11, { typeId: BRUSH.id });
    expect(leads(rackWith([brush], BRUSH), FROM_UPPER)).toEqual([null, null]);
    const half: DeviceType = { ...MANAGER, width: 'half' };
    expect(leads(rackWith([manager(11)], half), FROM_UPPER)).toEqual([null, null]);
  });

  test('except power cords, which keep out of it', () => {
    const cord = { ...FROM_UPPER, medium: 'power' as const };
    expect(leads(rackWith([manager(11)]), cord)).toEqual([null, null]);
  });
});

describe('the way through a manager', () => {
  const direct = routeCable(rackWith([]), FROM_UPPER)!;
  const design = rackWith([manager(11)]);
  const route = routeCable(design, FROM_UPPER)!;

  test('counts the hop to its middle, and is that much nearer to a device above', () => {
    const rack = design.racks.get('r1')!;
    const box = deviceBox(rack, design.devices.get('hm-11')!, MANAGER, 'front');
    const [a] = route.ends;
    const hop = a!.yMm - (box.y + 44.45 / 2);
    expect(a!.leadYMm).toBeCloseTo(box.y + 22.225, 6);
    expect(route.parts.map(({ part }) => part)).toEqual([
      'plug',
      'manager',
      'lateral',
      'vertical',
      'lateral',
      'plug',
    ]);
    expect(route.parts[1]!.lengthMm).toBeCloseTo(hop, 2);
    // Ten units between the switches, 444.5 mm, of which the hop has gone its part already; the other end is led 9 mm
    // over its port, in the middle of the 5 mm that are free there.
    expect(route.parts[3]!.lengthMm).toBeCloseTo(444.5 + 9 - hop, 2);
    expect(route.pathMm).toBeCloseTo(direct.pathMm, 2);
  });

  test('that leads away from the other device is longer by twice the hop', () => {
    const below = rackWith([manager(9)]);
    const away = routeCable(below, FROM_LOWER)!;
    const straight = routeCable(rackWith([]), FROM_LOWER)!;
    const hop = away.ends[0]!.leadYMm - away.ends[0]!.yMm;
    expect(hop).toBeGreaterThan(22.225);
    // Straight it goes down too, by 25.66 + 13/2 = 32.16 mm to 38.66 + (44.45 − 38.66)/2 = 41.555 mm.
    expect(away.pathMm).toBeCloseTo(straight.pathMm + 2 * (hop - 9.395), 2);
  });

  test('counts the hop at the other end as well', () => {
    const both = routeCable(rackWith([manager(11), manager(21)]), FROM_UPPER)!;
    const [a, b] = both.ends;
    const hops = both.parts.filter(({ part }) => part === 'manager');
    expect(hops.map(({ lengthMm }) => lengthMm)).toEqual([
      expect.closeTo(a!.yMm - a!.leadYMm, 2),
      expect.closeTo(b!.yMm - b!.leadYMm, 2),
    ]);
    // Up into the one, ten units from manager to manager, and back down from the other.
    expect(both.pathMm).toBeCloseTo(direct.pathMm + 2 * (b!.yMm - b!.leadYMm - 9), 2);
  });

  test('joins the strip at its height', () => {
    const drawn = rackWith([manager(11), FROM_UPPER]);
    const [a, b] = routesInRack(drawn, 'r1');
    expect(a!.toYMm).toBe(a!.end.leadYMm);
    expect(b!.toYMm).toBe(a!.end.leadYMm);
    const devices = new Map(drawn.devices);
    devices.delete('hm-11');
    const [without] = routesInRack({ ...drawn, devices }, 'r1');
    expect(without!.end.managerId).toBeNull();
  });
});
