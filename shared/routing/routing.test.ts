import { describe, expect, test } from 'vitest';
import { catalogType } from '../catalog/index.ts';
import { fixturePathway } from '../floor/fixture-floor.ts';
import { type Design, defaultSettings, designFromRecords } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import { fixtureCable, fixtureDevice } from '../model/fixture-device.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import { deviceBox, panelLeftMm, rackHeightMm, slotTopMm } from '../model/rack-geometry.ts';
import type { Cable, DesignRecord, Device, PortRef, Rack } from '../model/records.ts';
import { buildSample } from '../samples/index.ts';
import { portPosition, routeCable, routesInRack } from './index.ts';
import { findRoutesInPieces } from './rack-runs.ts';
import { trailsOf } from './trails-of.ts';

const QM9700 = catalogType('catalog:nvidia-qm9700');
const PORTS = QM9700.ports.filter(({ speedGbps }) => speedGbps === 400);
/** Its upper row of cages begins 5 mm below the face's top and is 13 mm high: from their middles to the middle of the 5 mm. */
const EXIT = 5 + 13 / 2 - 5 / 2;

function rack(id: string, order: number, over: Partial<Rack> = {}): Rack {
  return fixtureRack({ id, name: id, order, ...over });
}

function device(id: string, rackId: string, u: number, over: Partial<Device> = {}): Device {
  return fixtureDevice({ id, typeId: QM9700.id, rackId, u, ...over });
}

function cable(a: readonly PortRef[], b: readonly PortRef[], over: Partial<Cable> = {}): Cable {
  return fixtureCable({ ends: { a, b }, ...over });
}

/** Two rows; racks r1 and r2 stand side by side in the first, r3 begins the second. */
function floor(records: readonly DesignRecord[] = [], type: DeviceType = QM9700): Design {
  return designFromRecords([
    defaultSettings('test'),
    { kind: 'row', id: 'row-a', name: 'A', order: 0, place: null },
    { kind: 'row', id: 'row-b', name: 'B', order: 1, place: null },
    rack('r1', 0),
    rack('r2', 1),
    rack('r3', 0, { rowId: 'row-b' }),
    type,
    device('low', 'r1', 10),
    device('high', 'r1', 20),
    device('next', 'r2', 20),
    device('back', 'r3', 20),
    device('behind', 'r1', 30, { face: 'rear' }),
    ...records,
  ]);
}

/** Port n of a device, from 0; two to a cage. */
function port(deviceId: string, n: number): PortRef {
  return { deviceId, portId: PORTS[n]!.id };
}

function partsOf(design: Design, one: Cable): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { part, lengthMm } of routeCable(design, one)!.parts) {
    sums[part] = (sums[part] ?? 0) + lengthMm;
  }
  return sums;
}

describe('where a port is', () => {
  test('the middle of its half of the cage, on the face of the rack', () => {
    const design = floor();
    const cage = QM9700.cages.find(({ id }) => id === PORTS[0]!.cageId)!;
    const at = portPosition(design, port('low', 0))!;
    const other = portPosition(design, port('low', 1))!;
    expect(at).toMatchObject({ rackId: 'r1', face: cage.face === 'front' ? 'front' : 'rear' });
    expect(at.xMm).toBeCloseTo(panelLeftMm(rack('r1', 0)) + cage.xMm + cage.widthMm / 4, 6);
    expect(other.xMm - at.xMm).toBeCloseTo(cage.widthMm / 2, 6);
    expect(at.yMm).toBeCloseTo(slotTopMm(rack('r1', 0), 10, 1) + cage.yMm + cage.heightMm / 2, 6);
  });

  test('a device on the rear rails shows its ports on the other face', () => {
    const design = floor();
    expect(portPosition(design, port('behind', 0))!.face).not.toBe(
      portPosition(design, port('low', 0))!.face,
    );
  });

  test('ports without a cage are spread over the face, and said to be assumed', () => {
    const loose = { ...QM9700, ports: QM9700.ports.map((one) => ({ ...one, cageId: null })) };
    const design = floor([], loose);
    const at = portPosition(design, port('low', 0))!;
    const box = deviceBox(rack('r1', 0), design.devices.get('low')!, loose, at.face);
    expect(at.assumed).toBe(true);
    expect(at.xMm).toBeGreaterThan(box.x);
    expect(at.xMm).toBeLessThan(box.x + box.width);
    expect(portPosition(design, port('low', 1))!.xMm).not.toBe(at.xMm);
  });

  test('ports without a cage look out where such ports usually are', () => {
    const kinds = [
      'interface',
      'front',
      'console',
      'consoleServer',
      'powerOutlet',
      'rear',
      'powerInlet',
    ] as const;
    const [one] = QM9700.ports;
    const ports = kinds.map((kind) => ({ ...one!, id: kind, kind, cageId: null }));
    const design = floor([], { ...QM9700, ports, cages: [] });
    const faces = kinds.map(
      (kind) => portPosition(design, { deviceId: 'low', portId: kind })?.face,
    );
    expect(faces).toEqual(['front', 'front', 'front', 'front', 'front', 'rear', 'rear']);
  });

  test('null for what the design does not hold', () => {
    const design = floor();
    expect(portPosition(design, { deviceId: 'gone', portId: PORTS[0]!.id })).toBeNull();
    expect(portPosition(design, { deviceId: 'low', portId: 'gone' })).toBeNull();
  });
});

describe('the way of a cable', () => {
  test('inside a rack: to the nearer side, up the strip, and in again', () => {
    const design = floor();
    const route = routeCable(design, cable([port('low', 0)], [port('high', 0)]))!;
    const [a, b] = route.ends;
    expect(route.inRack).toBe(true);
    expect(a!.side).toBe(b!.side);
    expect(a!.stripXMm).toBe(b!.stripXMm);
    expect(route.parts.map(({ part }) => part)).toEqual([
      'plug',
      'lateral',
      'vertical',
      'lateral',
      'plug',
    ]);
    expect(partsOf(design, cable([port('low', 0)], [port('high', 0)]))['vertical']).toBeCloseTo(
      444.5,
      3,
    );
    // Each plug stands out 20 mm and turns round the 29 mm of four lanes of 26 AWG (S21).
    const along = EXIT + Math.abs(a!.xMm - a!.stripXMm);
    expect(route.pathMm).toBeCloseTo(444.5 + 2 * along + 2 * (20 + 29), 3);
  });

  test('a person may choose the side; it is the same side of the rack on both faces', () => {
    const design = floor();
    const chosen = cable([port('low', 0)], [port('behind', 0)], { side: 'left' });
    const [a, b] = routeCable(design, chosen)!.ends;
    expect(a!.face).not.toBe(b!.face);
    expect(a!.side).not.toBe(b!.side);
    const front = a!.face === 'front' ? a! : b!;
    expect(front.side).toBe('left');
    expect(front.stripXMm).toBeLessThan(300);
  });

  test('the two halves of a face go to the two sides', () => {
    const design = floor();
    const last = PORTS.length - 1;
    const one = routeCable(design, cable([port('low', 0)], [port('high', 0)]))!;
    const other = routeCable(design, cable([port('low', last)], [port('high', last)]))!;
    expect(one.ends[0]!.side).not.toBe(other.ends[0]!.side);
  });

  test('to the next rack: up, over the tray, along the row, and down', () => {
    const design = floor();
    const parts = partsOf(design, cable([port('low', 0)], [port('next', 0)]));
    const low = portPosition(design, port('low', 0))!;
    const next = portPosition(design, port('next', 0))!;
    expect(parts['vertical']).toBeCloseTo(low.yMm - EXIT + (next.yMm - EXIT), 2);
    expect(parts['rise']).toBe(600);
    expect(parts['row']).toBeCloseTo(600, 3);
    expect(parts['aisle']).toBeUndefined();
  });

  test('to another row: across the aisle', () => {
    expect(partsOf(floor(), cable([port('low', 0)], [port('back', 0)]))['aisle']).toBe(2400);
  });

  test('a taller rack lifts the tray for both', () => {
    const tall = floor([rack('r4', 2, { heightU: 48 }), device('tall', 'r4', 20)]);
    const parts = partsOf(tall, cable([port('low', 0)], [port('tall', 0)]));
    const step = rackHeightMm(rack('x', 0, { heightU: 48 })) - rackHeightMm(rack('x', 0));
    expect(parts['rise']).toBeCloseTo(600 + step, 3);
  });

  test('to the other face: through the depth of the rack', () => {
    const parts = partsOf(floor(), cable([port('low', 0)], [port('behind', 0)]));
    expect(parts['depth']).toBeGreaterThan(0);
  });

  test('a straight cable between two twin cages has one end at each', () => {
    const twin = cable([port('low', 0), port('low', 1)], [port('high', 0), port('high', 1)]);
    expect(routeCable(floor(), twin)!.ends).toHaveLength(2);
  });

  test('a breakout is as long as its longest leg', () => {
    const design = floor();
    const split = cable([port('low', 0), port('low', 1)], [port('high', 0), port('next', 0)]);
    const route = routeCable(design, split)!;
    const far = routeCable(design, cable([port('low', 0)], [port('next', 0)]))!;
    expect(route.ends.map(({ ref }) => ref.deviceId)).toEqual(['low', 'high', 'next']);
    expect(route.pathMm).toBeGreaterThanOrEqual(far.pathMm);
  });

  test('a cable that lost an end has no corners either', () => {
    const lost = cable([port('low', 0)], [port('gone', 0)]);
    expect(trailsOf(floor([lost]), lost)).toEqual([]);
    const whole = cable([port('low', 0)], [port('high', 0)]);
    expect(trailsOf(floor([whole]), whole)).toHaveLength(1);
  });

  test('null when an end is missing, and never an exception', () => {
    const design = floor();
    expect(routeCable(design, cable([port('low', 0)], [port('gone', 0)]))).toBeNull();
    expect(routeCable(design, cable([], []))).toBeNull();
    expect(routeCable(design, cable([port('low', 0)], []))).toBeNull();
  });

  test('both ways as long: left for every other opening, so that half go to each side', () => {
    const [first] = QM9700.cages;
    const middle = (order: number): DeviceType => {
      const cage = { ...first!, id: `middle-${order}`, xMm: 482.6 / 2 - 10, widthMm: 20 };
      const before = order === 0 ? [] : [{ ...cage, id: 'before', xMm: 0, widthMm: 1 }];
      const ports = [{ ...PORTS[0]!, id: 'p', cageId: cage.id }];
      return { ...QM9700, cages: [...before, cage], ports };
    };
    const sideOf = (order: number): string => {
      const between = cable(
        [{ deviceId: 'low', portId: 'p' }],
        [{ deviceId: 'high', portId: 'p' }],
      );
      return routeCable(floor([], middle(order)), between)!.ends[0]!.side;
    };
    expect([sideOf(0), sideOf(1)]).toEqual(['left', 'right']);
  });

  test('says that a place or a depth was assumed, also over the tray', () => {
    const loose = {
      ...QM9700,
      depthMm: null,
      cages: [],
      ports: QM9700.ports.map((one) => ({ ...one, cageId: null })),
    };
    const assumed = (b: string, type: DeviceType): readonly string[] =>
      routeCable(floor([], type), cable([port('low', 0)], [port(b, 0)]))!.assumed;
    const position = 'analysis.assumed.position';
    expect(assumed('high', loose)).toEqual(['analysis.assumed.plug', position]);
    expect(assumed('next', loose)).toEqual([
      'analysis.assumed.plug',
      'analysis.assumed.tray',
      position,
    ]);
    const inRear = (face: 'front' | 'rear'): DeviceType => ({
      ...QM9700,
      depthMm: null,
      cages: QM9700.cages.map((cage) => ({ ...cage, face })),
    });
    expect(assumed('behind', inRear('rear'))).toContain('analysis.assumed.depth');
    expect(assumed('behind', inRear('front'))).not.toContain('analysis.assumed.depth');
  });

  test('assumes nothing where plug and bend are known and the cable stays in its rack', () => {
    const known = floor();
    const settings = { ...known.settings, inputs: { ...known.settings.inputs, standoffMm: 30 } };
    const copper = cable([port('low', 0)], [port('high', 0)], { medium: 'dac', awg: 26 });
    const route = routeCable({ ...known, settings }, copper)!;
    expect(route.assumed).toEqual([]);
    expect(route.shortestMm).toBe(route.pathMm);
    expect(route.longestMm).toBe(route.pathMm);
  });

  test('tells between which lengths it is, where a port or a depth is assumed', () => {
    const loose = {
      ...QM9700,
      depthMm: null,
      cages: [],
      ports: QM9700.ports.map((one) => ({ ...one, cageId: null })),
    };
    const placed = routeCable(floor(), cable([port('low', 0)], [port('high', 0)]))!;
    const spread = routeCable(floor([], loose), cable([port('low', 0)], [port('high', 0)]))!;
    const band = ({ shortestMm, longestMm }: typeof placed): number => longestMm - shortestMm;
    // Two ports that may be anywhere: half the width of the face each, and its height.
    expect(band(spread) - band(placed)).toBeCloseTo(2 * (482.6 / 2 + 44.45), 1);
    const inRear = {
      ...QM9700,
      depthMm: null,
      cages: QM9700.cages.map((cage) => ({ ...cage, face: 'rear' as const })),
    };
    // One reaches from the front rails to the rear ones, the other, turned round, back to the front: 940 mm apart.
    // Either may be only 250 mm deep, which is 690 mm less.
    const deep = routeCable(floor([], inRear), cable([port('low', 0)], [port('behind', 0)]))!;
    expect(deep.assumed).toContain('analysis.assumed.depth');
    expect(band(deep)).toBeGreaterThan(band(placed) + 690 - 1);
  });

  test('says what it assumed', () => {
    const design = floor();
    const near = routeCable(design, cable([port('low', 0)], [port('high', 0)]))!;
    const far = routeCable(design, cable([port('low', 0)], [port('next', 0)]))!;
    expect(near.assumed).toEqual(['analysis.assumed.plug']);
    expect(far.assumed).toContain('analysis.assumed.tray');
  });
});

describe('runs in a rack', () => {
  test('the ends of a cable meet at the level of the first', () => {
    const design = floor([cable([port('low', 0)], [port('high', 0)])]);
    const [a, b] = routesInRack(design, 'r1');
    expect(a!.end.leadYMm).toBe(a!.end.yMm - EXIT);
    expect(a!.toYMm).toBe(a!.end.leadYMm);
    expect(b!.toYMm).toBe(a!.end.leadYMm);
    expect([a!.onward, b!.onward]).toEqual(['none', 'none']);
  });

  test('a cable that leaves goes to the top, in both racks', () => {
    const design = floor([cable([port('low', 0)], [port('next', 0)])]);
    for (const id of ['r1', 'r2']) {
      const runs = routesInRack(design, id);
      expect(runs).toHaveLength(1);
      expect(runs[0]).toMatchObject({ toYMm: 0, onward: 'top' });
    }
    expect(routesInRack(design, 'r3')).toEqual([]);
  });

  test('a cable that a duct leads goes to the feet of its racks; one led by hand over their tops', () => {
    const one = cable([port('low', 0)], [port('next', 0)]);
    const points = [
      [0, -600],
      [1200, -600],
    ] as const;
    const duct = fixturePathway('duct', points, { level: 'underfloor', riseMm: 0 });
    const drawn = floor([one, duct]);
    for (const id of ['r1', 'r2']) {
      const height = rackHeightMm(rack('r1', 0));
      expect(routesInRack(drawn, id)[0]).toMatchObject({ toYMm: height, onward: 'bottom' });
    }
    expect(routeCable(drawn, one)?.assumed).not.toContain('analysis.assumed.besidePathway');
    const aside = points.map(([x]) => [x, 300] as const);
    const besideIt = floor([one, fixturePathway('duct', aside, { level: 'underfloor' })]);
    expect(routeCable(besideIt, one)?.assumed).toContain('analysis.assumed.besidePathway');
    const taken = { ...drawn, pathways: new Map() };
    expect(routesInRack(taken, 'r1')[0]).toMatchObject({ toYMm: 0, onward: 'top' });
    const waypoints = [{ rackId: 'r1', face: 'front', xMm: 10, yMm: 500 }] as const;
    const byHand = routeCable(drawn, { ...one, waypoints });
    expect(byHand).toMatchObject({ underFloor: false, offPathways: true });
    expect(byHand?.assumed).toContain('analysis.assumed.offPathways');
  });

  test('a cable to the other face goes through', () => {
    const design = floor([cable([port('low', 0)], [port('behind', 0)])]);
    expect(routesInRack(design, 'r1').map(({ onward }) => onward)).toEqual(['depth', 'depth']);
  });

  test('leave out a cable that has lost an end', () => {
    const design = floor([cable([port('low', 0)], [port('gone', 0)])]);
    expect(routesInRack(design, 'r1')).toEqual([]);
  });

  test('are found in pieces for a screen that must not wait: sixteen cables, then a pause', () => {
    const cables = Array.from({ length: 40 }, (_, n) =>
      cable([port('low', n)], [port('high', n)], { id: `cable-${n}` }),
    );
    const design = floor(cables);
    const pieces = findRoutesInPieces(design, 'r1');
    expect(pieces.next().done).toBe(false);
    expect(pieces.next().done).toBe(false);
    expect(pieces.next().done).toBe(true);
    const runs = routesInRack(design, 'r1');
    expect(runs).toEqual(routesInRack(floor(cables), 'r1'));
    expect(runs).toHaveLength(80);
    expect([...findRoutesInPieces(design, 'r1')]).toEqual([]);
    const gone = floor([cable([port('low', 0)], [port('gone', 0)])]);
    expect([...findRoutesInPieces(gone, 'r1')]).toEqual([]);
  });

  test('the route of a cable that no change touches is the same object', () => {
    const [one, two] = [
      cable([port('low', 0)], [port('high', 0)], { id: 'one' }),
      cable([port('low', 2)], [port('next', 0)], { id: 'two' }),
    ];
    const design = floor([one, two]);
    const before = routesInRack(design, 'r1').map(({ end }) => end);
    const devices = new Map(design.devices).set('next', device('next', 'r2', 30));
    const after = routesInRack({ ...design, devices }, 'r1').map(({ end }) => end);
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after[0]).toBe(before[0]);
    expect(after[2]).not.toBe(before[2]);
    const settings = { ...design.settings, trayRiseMm: 900 };
    expect(routesInRack({ ...design, settings }, 'r1')[0]!.end).not.toBe(before[0]);
  });

  test('are kept while the design stays, and follow when a device moves', () => {
    const design = floor([cable([port('low', 0)], [port('high', 0)])]);
    expect(routesInRack(design, 'r1')).toBe(routesInRack(design, 'r1'));
    const devices = new Map(design.devices).set('low', device('low', 'r1', 12));
    const moved = { ...design, devices };
    expect(routesInRack(moved, 'r1')[0]!.end.yMm).toBeLessThan(
      routesInRack(design, 'r1')[0]!.end.yMm,
    );
  });
});

test('law: no cable of a sample crosses the middle of a full-width face on its own choice', () => {
  const design = buildSample('superpod-su');
  for (const one of design.cables.values()) {
    const route = routeCable(design, one)!;
    if (route.ends.length > 2 || route.inRack) continue;
    for (const end of route.ends) {
      const middle = design.racks.get(end.rackId)!.widthMm / 2;
      if (Math.abs(end.xMm - middle) < 1) continue;
      expect(end.side).toBe(end.xMm < middle ? 'left' : 'right');
    }
  }
});
