import { describe, expect, test } from 'vitest';
import { catalogType } from '../catalog/index.ts';
import { type Design, defaultSettings, designFromRecords } from '../model/design.ts';
import { fixtureCable, fixtureDevice } from '../model/fixture-device.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import type { Cable, DesignRecord, Device, PortRef, Rack } from '../model/records.ts';
import { routeCable } from './index.ts';
import { landCable } from './landing.ts';
import { type TrayRun, trayRuns } from './tray-run.ts';

const QM9700 = catalogType('catalog:nvidia-qm9700');

function rack(id: string, rowId: string, order: number, over: Partial<Rack> = {}): Rack {
  return fixtureRack({ id, name: id, rowId, order, ...over });
}

function device(id: string, rackId: string, over: Partial<Device> = {}): Device {
  return fixtureDevice({ id, typeId: QM9700.id, rackId, ...over });
}

function cable(a: readonly PortRef[], b: readonly PortRef[]): Cable {
  return fixtureCable({ side: 'left', ends: { a, b } });
}

function end(deviceId: string, portId = 'osfp-1.1'): PortRef {
  return { deviceId, portId };
}

/** Three rows: two racks in the first, one of 800 mm in the second, one in the third. */
function floor(more: readonly DesignRecord[] = []): Design {
  return designFromRecords([
    defaultSettings('test'),
    ...['a', 'b', 'c'].map(
      (row, order): DesignRecord => ({
        kind: 'row',
        id: `row-${row}`,
        name: row,
        order,
        place: null,
      }),
    ),
    rack('a1', 'row-a', 0),
    rack('a2', 'row-a', 1),
    rack('b1', 'row-b', 0, { widthMm: 800 }),
    rack('b2', 'row-b', 1),
    rack('c1', 'row-c', 0),
    QM9700,
    device('in-a1', 'a1'),
    device('in-a2', 'a2'),
    device('in-b2', 'b2'),
    device('in-c1', 'c1'),
    device('behind-a2', 'a2', { face: 'rear', u: 20 }),
    ...more,
  ]);
}

function runsOf(design: Design, one: Cable): readonly TrayRun[] {
  return trayRuns(design, one, landCable(design, one)!, routeCable(design, one)!.ends);
}

/** Middle of the left strip of a rack of 600 mm: (600 − 482.6)/4. */
const STRIP = (600 - 482.6) / 4;

describe('what lies in the trays', () => {
  test('nothing of a cable within a rack', () => {
    expect(runsOf(floor(), cable([end('in-a1')], [end('in-a1', 'osfp-3.1')]))).toEqual([]);
  });

  test('along the row from strip to strip, as long as the route counts it', () => {
    const one = cable([end('in-a1')], [end('in-a2')]);
    const [run] = runsOf(floor(), one);
    expect(run).toEqual({
      from: 0,
      to: 1,
      rowId: 'row-a',
      fromMm: STRIP,
      toMm: 600 + STRIP,
      aisles: [],
      crossingMm: 600 + STRIP,
    });
    const row = routeCable(floor(), one)!.parts.find(({ part }) => part === 'row');
    expect(row!.lengthMm).toBeCloseTo(run!.toMm - run!.fromMm, 6);
  });

  test('the other way round it lies in the same place', () => {
    const [run] = runsOf(floor(), cable([end('in-a2')], [end('in-a1')]));
    expect(run).toMatchObject({ fromMm: STRIP, toMm: 600 + STRIP, crossingMm: STRIP });
  });

  test('from the rear of a rack its left strip is the front’s, seen from behind', () => {
    const [run] = runsOf(floor(), cable([end('in-a1')], [end('behind-a2')]));
    expect(run!.toMm).toBeCloseTo(600 + STRIP, 6);
  });

  test('to another row: over the A end’s row, and across every aisle at the B end', () => {
    const [run] = runsOf(floor(), cable([end('in-a1')], [end('in-b2')]));
    expect(run).toMatchObject({ rowId: 'row-a', aisles: [0], crossingMm: 800 + STRIP });
    const [back] = runsOf(floor(), cable([end('in-c1')], [end('in-a2')]));
    expect(back).toMatchObject({ rowId: 'row-c', aisles: [0, 1], crossingMm: 600 + STRIP });
  });

  test('each leg of a breakout that leaves the rack, and not the one that stays', () => {
    const split = cable(
      [end('in-a1', 'osfp-1.1'), end('in-a1', 'osfp-1.2')],
      [end('in-a1', 'osfp-9.1'), end('in-a2', 'osfp-1.1')],
    );
    expect(runsOf(floor(), split).map(({ from, to }) => [from, to])).toEqual([[0, 2]]);
  });

  test('nothing where the floor plan does not know the rack', () => {
    const lost = floor([rack('x1', 'gone', 0), device('in-x1', 'x1')]);
    const one = cable([end('in-a1')], [end('in-x1')]);
    expect(runsOf(lost, one)).toEqual([]);
    // Its length is counted as if it stood at the beginning of the first row.
    expect(routeCable(lost, one)!.parts.some(({ part }) => part === 'aisle')).toBe(false);
  });
});
