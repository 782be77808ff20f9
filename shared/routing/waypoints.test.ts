/** Cables that are led by hand: what their points make of the way, with the arithmetic written out. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { design, device, link, twin } from '../analysis/fixture-design.ts';
import { analyse } from '../analysis/index.ts';
import { catalogType } from '../catalog/index.ts';
import type { Design } from '../model/design.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import type { Cable, Face, Waypoint } from '../model/records.ts';
import { landCable } from './landing.ts';
import { routeCable } from './route-cable.ts';
import { straightLineMm } from './straight-line.ts';
import { trailsOf } from './trails-of.ts';
import type { Route } from './types.ts';

/** The strips of a rack of 600 mm: (600 − 482.6)/2 = 58.7 mm wide, their middles 29.35 mm from the edges. */
const LEFT = 29.35;
const RIGHT = 600 - LEFT;
/** A plug of the 9.43 mm cable of eight lanes: 20 mm straight, and a bend of 47 mm. */
const PLUG = 67;
/** Cage 0 is 241.3 − 220 + 440·0.5/32 = 28.175 mm from the panel's left edge, which is 58.7 mm into the rack. */
const CAGE_0 = 58.7 + 28.175;
/** Its cable leaves the face in the middle of the 15 mm over the cages, 15/2 = 7.5 mm below its top; the cage's is 21.5. */
const EXIT = 14;
/** The tray runs 300 mm over racks of one height. */
const TRAY = -300;
const MANAGER = catalogType('catalog:generic-hm-1u');

const RACKS = [
  fixtureRack({ id: 'rack-1', name: 'A01', order: 0 }),
  fixtureRack({ id: 'rack-2', name: 'A02', order: 1 }),
];

function room(cables: readonly Cable[], more: Parameters<typeof design>[0] = []): Design {
  return design([
    ...RACKS,
    device('low', 10),
    device('high', 20),
    device('next', 20, { rackId: 'rack-2' }),
    ...more,
    ...cables,
  ]);
}

function point(xMm: number, yMm: number, rackId = 'rack-1', face: Face = 'front'): Waypoint {
  return { rackId, face, xMm, yMm };
}

function routed(
  waypoints: readonly Waypoint[],
  to = 'high',
  more: Parameters<typeof room>[1] = [],
) {
  const cable = twin(0, 'low', to, { waypoints });
  const of = room([cable], more);
  return { of, cable, route: routeCable(of, cable)! };
}

function partsOf({ parts }: Route): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { part, lengthMm } of parts) sums[part] = (sums[part] ?? 0) + lengthMm;
  return sums;
}

describe('within a rack', () => {
  test('left to itself: (14 + 86.875 − 29.35)·2 along the faces, ten units of 44.45 up, two plugs', () => {
    const { route } = routed([]);
    const lateral = 2 * (EXIT + CAGE_0 - LEFT);
    expect(partsOf(route)).toEqual({
      plug: 2 * PLUG,
      lateral: expect.closeTo(lateral, 6),
      vertical: expect.closeTo(444.5, 6),
    });
    // 134 + 143.05 + 444.5 = 721.55 mm
    expect(route.pathMm).toBeCloseTo(721.55, 3);
  });

  test('a point in the strip that it takes anyway changes nothing', () => {
    expect(routed([point(LEFT, 1400)]).route.pathMm).toBeCloseTo(721.55, 3);
  });

  test('a point in the other strip: both leads go over there', () => {
    const { route } = routed([point(RIGHT, 1400)]);
    // 14 + 570.65 − 86.875 = 497.775 mm at each end; 134 + 995.55 + 444.5 = 1574.05 mm
    expect(partsOf(route)['lateral']).toBeCloseTo(995.55, 6);
    expect(route.pathMm).toBeCloseTo(1574.05, 3);
    expect(route.ends.map(({ side }) => side)).toEqual(['right', 'right']);
  });

  test('up one strip, over, and down the other: each end to its own side', () => {
    const { route } = routed([point(LEFT, 1400), point(RIGHT, 1400)]);
    // 14 + 57.525 to the left, 541.3 across, 483.775 + 14 back: 1110.6 mm along
    expect(partsOf(route)['lateral']).toBeCloseTo(1110.6, 6);
    expect(route.ends.map(({ side }) => side)).toEqual(['left', 'right']);
  });

  test('a point above the other end counts the way there and back', () => {
    const { of, route } = routed([point(LEFT, 300)]);
    const [a, b] = route.ends;
    // from the one up to the point, from there down to the other
    expect(partsOf(route)['vertical']).toBeCloseTo(a!.leadYMm - 300 + (b!.leadYMm - 300), 6);
    expect(of.racks.size).toBe(2);
  });

  test('through the manager above its device: the hop into it and back out at its height', () => {
    const hm = device('hm', 11, { typeId: MANAGER.id });
    const natural = routed([], 'high', [MANAGER, hm]).route;
    const [end] = natural.ends;
    const { route } = routed([point(300, end!.leadYMm)], 'high', [MANAGER, hm]);
    expect(route.ends[0]).toMatchObject({ managerId: 'hm', leadYMm: end!.leadYMm });
    // to the middle of the rack, 300 − 86.875, and from there to the strip of the other end, 300 − 29.35
    const [part] = route.parts.filter(({ part: name }) => name === 'lateral');
    expect(part!.lengthMm).toBeCloseTo(300 - CAGE_0 + 300 - LEFT, 3);
  });

  test('to the rear and back: through the depth twice, 1200 − 2·130 = 940 mm each', () => {
    const { route } = routed([point(RIGHT, 1400, 'rack-1', 'rear')]);
    expect(partsOf(route)['depth']).toBeCloseTo(2 * (fixtureRack().depthMm - 260), 6);
    // the rear's right strip is the front's left one
    expect(route.ends[0]!.side).toBe('left');
  });
});

describe('from a face to the other', () => {
  test('a point before the panels is left beside the rails, at the side of the next point', () => {
    const { of, cable } = routed([point(300, 1400), point(RIGHT, 1300, 'rack-1', 'rear')]);
    const [trail] = trailsOf(of, cable);
    const through = trail!.findIndex(({ face }) => face === 'rear');
    // the rear's right strip is seen on the left from the front: 600 − 570.65
    expect(trail![through - 1]).toMatchObject({ face: 'front', xMm: expect.closeTo(LEFT, 6) });
    expect(trail![through]).toMatchObject({ xMm: RIGHT, yMm: 1400 });
  });
});

describe('over the racks', () => {
  test('up to the tray and down again in its own rack: its rise of 300 mm twice', () => {
    const { route } = routed([point(LEFT, TRAY)]);
    expect(partsOf(route)['rise']).toBeCloseTo(600, 6);
  });

  test('a point in the tray on the way to the next rack changes nothing', () => {
    const plain = routed([], 'next').route;
    const { route } = routed([point(LEFT, TRAY)], 'next');
    expect(route.pathMm).toBeCloseTo(plain.pathMm, 3);
    expect(route.inRack).toBe(false);
  });

  test('down into a strip of the next rack and up again costs that twice', () => {
    const plain = routed([], 'next').route;
    const detour = routed([point(LEFT, 1000, 'rack-2'), point(RIGHT, TRAY, 'rack-2')], 'next');
    const parts = partsOf(detour.route);
    expect(parts['vertical']! - partsOf(plain)['vertical']!).toBeCloseTo(2 * 1000, 6);
    expect(detour.route.pathMm).toBeGreaterThan(plain.pathMm + 2000);
  });

  test('points in a rack that is gone are passed over', () => {
    const { route } = routed([point(LEFT, 500, 'gone')]);
    expect(route.pathMm).toBeCloseTo(routed([]).route.pathMm, 6);
  });
});

const FACE = fc.constantFrom<Face>('front', 'rear');
const ANY_POINT = fc.record({
  rackId: fc.constantFrom('rack-1', 'rack-2'),
  face: FACE,
  xMm: fc.oneof(fc.constantFrom(LEFT, RIGHT), fc.double({ min: 0, max: 600, noNaN: true })),
  yMm: fc.oneof(fc.constant(TRAY), fc.double({ min: 0, max: 2000, noNaN: true })),
});
const ANY_POINTS = fc.array(ANY_POINT, { maxLength: 5 });
const TO = fc.constantFrom('high', 'next');

describe('laws', () => {
  test('no way is shorter than the straight line, nor than the same with a point less', () => {
    fc.assert(
      fc.property(ANY_POINTS, TO, (points, to) => {
        const { of, cable, route } = routed(points, to);
        const straight = straightLineMm(of, landCable(of, cable)!)!;
        expect(route.pathMm).toBeGreaterThanOrEqual(straight - 1e-6);
        expect(route.shortestMm).toBeLessThanOrEqual(route.pathMm);
        expect(route.longestMm).toBeGreaterThanOrEqual(route.pathMm);
        const sum = route.parts.reduce((mm, { lengthMm }) => mm + lengthMm, 0);
        expect(sum).toBeCloseTo(route.pathMm, 1);
      }),
    );
  });

  test('the drawn corners are as long as the way within a rack: right angles all along', () => {
    fc.assert(
      fc.property(
        fc.array(
          ANY_POINT.map((each) => ({ ...each, rackId: 'rack-1' })),
          { maxLength: 4 },
        ),
        (points) => {
          const { of, cable, route } = routed(points);
          const [trail] = trailsOf(of, cable);
          let along = 0;
          for (const [index, at] of trail!.entries()) {
            const last = trail![index - 1];
            if (!last || last.face !== at.face) continue;
            const [dx, dy] = [Math.abs(last.xMm - at.xMm), Math.abs(last.yMm - at.yMm)];
            expect(Math.min(dx, dy)).toBeLessThan(0.02);
            along += dx + dy;
          }
          const { plug = 0, depth = 0 } = partsOf(route);
          expect(along).toBeCloseTo(route.pathMm - plug - depth, 0);
        },
      ),
    );
  });

  test('without its points a cable is led as if it never had any', () => {
    fc.assert(
      fc.property(ANY_POINTS, TO, (points, to) => {
        const { of, cable } = routed(points, to);
        const bare = { ...cable, waypoints: [] };
        expect(routeCable(of, bare)).toEqual(routed([], to).route);
      }),
    );
  });

  test('the way follows a device that moves', () => {
    fc.assert(
      fc.property(ANY_POINTS, fc.integer({ min: 21, max: 40 }), (points, u) => {
        const { of, cable, route } = routed(points);
        const devices = new Map(of.devices).set('high', device('high', u));
        const moved = routeCable({ ...of, devices }, cable)!;
        expect(moved.ends[1]!.yMm).toBeCloseTo(route.ends[1]!.yMm - (u - 20) * 44.45, 6);
        expect(moved.ends[0]).toMatchObject({ xMm: route.ends[0]!.xMm, yMm: route.ends[0]!.yMm });
      }),
    );
  });

  test('the analysis of cables led by hand never fails, and is the same in any order', () => {
    fc.assert(
      fc.property(fc.array(ANY_POINTS, { minLength: 3, maxLength: 3 }), (points) => {
        const cables = [
          twin(0, 'low', 'high', { waypoints: points[0] ?? [] }),
          link(1, 'low', 'next', { waypoints: points[1] ?? [] }),
          twin(2, 'high', 'next', { waypoints: points[2] ?? [] }),
        ];
        const plain = (some: readonly Cable[]): string => JSON.stringify(analyse(room(some)));
        expect(plain(cables)).not.toMatch(/null,"requiredM"|NaN/);
        expect(plain(cables.toReversed())).toBe(plain(cables));
      }),
      { numRuns: 40 },
    );
  });
});
