import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { fixtureFloor, fixturePathway, fixtureRacks, fixtureRow } from './fixture-floor.ts';
import { floorPlan } from './floor-plan.ts';
import { buildNetwork } from './pathway-network.ts';
import { pathwayRoutes } from './pathway-routes.ts';

/** Two rows of four racks, 3 m from middle line to middle line. */
const ROWS = [
  fixtureRow('a', 0, { xMm: 0, yMm: 600, facing: 'south' }),
  fixtureRow('b', 1, { xMm: 0, yMm: 3600, facing: 'south' }),
  ...fixtureRacks('a', 4),
  ...fixtureRacks('b', 4),
];
const OVER_A = fixturePathway('over-a', [
  [0, 0],
  [3000, 0],
]);
const OVER_B = fixturePathway('over-b', [
  [0, 3000],
  [3000, 3000],
]);

function routesBetween(design: Design, a: string, b: string) {
  const { racks } = floorPlan(design);
  return pathwayRoutes(design)?.between(racks.get(a)!, racks.get(b)!) ?? [];
}

describe('the network', () => {
  const count = (...pathways: ReturnType<typeof fixturePathway>[]): string => {
    const { pieces, edges } = buildNetwork(new Map(pathways.map((each) => [each.id, each])));
    return `${pieces.length} pieces, ${edges.length} nodes`;
  };

  test('cuts legs where they cross', () => {
    expect(
      count(
        OVER_A,
        fixturePathway('cross', [
          [1000, -1000],
          [1000, 1000],
        ]),
      ),
    ).toBe('4 pieces, 5 nodes');
  });

  test('joins a tray that ends at the side of another, and not one that ends before it', () => {
    // The side of the tray is 150 mm from its middle line.
    expect(
      count(
        OVER_A,
        fixturePathway('t', [
          [1000, 150],
          [1000, 1000],
        ]),
      ),
    ).toBe('3 pieces, 5 nodes');
    expect(
      count(
        OVER_A,
        fixturePathway('t', [
          [1000, 152],
          [1000, 1000],
        ]),
      ),
    ).toBe('2 pieces, 4 nodes');
  });

  test('joins trays that go on from one another, and none of another level', () => {
    const on = fixturePathway('on', [
      [3000, 0],
      [5000, 0],
    ]);
    expect(count(OVER_A, on)).toBe('2 pieces, 3 nodes');
    expect(count(OVER_A, { ...on, level: 'underfloor' })).toBe('2 pieces, 4 nodes');
  });

  test('a corner is one node, and a tray that comes back crosses itself', () => {
    expect(
      count(
        fixturePathway('l', [
          [0, 0],
          [1000, 0],
          [1000, 1000],
        ]),
      ),
    ).toBe('2 pieces, 3 nodes');
    expect(
      count(
        fixturePathway('loop', [
          [0, 0],
          [1000, 0],
          [1000, 1000],
          [500, 1000],
          [500, -500],
        ]),
      ),
    ).toBe('6 pieces, 6 nodes');
  });
});

describe('a way between racks', () => {
  test('along one tray is within it', () => {
    const [route] = routesBetween(fixtureFloor(...ROWS, OVER_A), 'a1', 'a4');
    expect(route).toMatchObject({ level: 'overhead', leaves: null, enters: null, betweenMm: 0 });
  });

  test('tells whether the tray runs beside a rack and not over it', () => {
    const beside = fixturePathway('beside', [
      [0, 900],
      [3000, 900],
    ]);
    const [over] = routesBetween(fixtureFloor(...ROWS, OVER_A), 'a1', 'a4');
    const [next] = routesBetween(fixtureFloor(...ROWS, beside), 'a1', 'a4');
    expect([over?.isBeside, next?.isBeside]).toEqual([false, true]);
  });

  test('takes the shorter of two crossings', () => {
    const near = fixturePathway('near', [
      [2700, 0],
      [2700, 3000],
    ]);
    const far = fixturePathway('far', [
      [-900, 0],
      [-900, 3000],
    ]);
    const design = fixtureFloor(
      ...ROWS,
      fixturePathway('over-a', [
        [-900, 0],
        [3000, 0],
      ]),
      fixturePathway('over-b', [
        [-900, 3000],
        [3000, 3000],
      ]),
      near,
      far,
    );
    const legsOf = (a: string, b: string) =>
      routesBetween(design, a, b).flatMap(({ between }) =>
        between.map(({ leg }) => leg.pathway.id),
      );
    expect(legsOf('a3', 'b3')).toEqual(['near']);
    expect(legsOf('a1', 'b1')).toEqual(['far']);
  });

  test('counts the climb between trays of different heights', () => {
    const high = fixturePathway(
      'high',
      [
        [1500, 0],
        [1500, 3000],
      ],
      { riseMm: 500 },
    );
    const [route] = routesBetween(fixtureFloor(...ROWS, OVER_A, OVER_B, high), 'a1', 'b1');
    // 3000 across, 200 up and 200 down.
    expect(route?.betweenMm).toBe(3400);
  });

  test('is none where trays do not meet, or reach no rack', () => {
    expect(routesBetween(fixtureFloor(...ROWS, OVER_A, OVER_B), 'a1', 'b1')).toEqual([]);
    // Rows reach from y = −600 to 600: the tray's side is 601 mm before them.
    const off = fixturePathway('off', [
      [0, 1351],
      [3000, 1351],
    ]);
    expect(routesBetween(fixtureFloor(...ROWS, off), 'a1', 'a2')).toEqual([]);
    expect(
      routesBetween(
        fixtureFloor(...ROWS, {
          ...off,
          points: [
            { xMm: 0, yMm: 1349 },
            { xMm: 3000, yMm: 1349 },
          ],
        }),
        'a1',
        'a2',
      ),
    ).toHaveLength(1);
  });

  test('on each level that has one', () => {
    const duct = fixturePathway(
      'duct',
      [
        [0, 0],
        [3000, 0],
      ],
      { level: 'underfloor' },
    );
    const levels = routesBetween(fixtureFloor(...ROWS, OVER_A, duct), 'a1', 'a4').map(
      ({ level }) => level,
    );
    expect(levels).toEqual(['overhead', 'underfloor']);
  });
});
