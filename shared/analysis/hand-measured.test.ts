/**
 * Lengths measured by hand on the drawing, with the arithmetic written out (physics.md, section 3.5).
 *
 * Racks of 42 U and 600 mm: 80 mm of frame over the highest unit, units of 44.45 mm, strips of
 * (600 − 482.6)/2 = 58.7 mm whose middles are 29.35 mm from the edges. The tray runs 300 mm over the racks, rows
 * stand 2400 mm apart. Switches of one unit with 32 cages; the first is 241.3 − 220 + 440·0.5/32 = 28.175 mm from the
 * panel's edge, so 86.875 mm from the rack's and 57.525 mm from the middle of the left strip; its middle is
 * 15 + 13/2 = 21.5 mm below the top of its unit. Its cable leaves the face along the 15 mm that are free over the cages,
 * 7.5 mm below the top of the unit, so it goes 14 mm up to there. A plug stands out 20 mm and turns round the bend of its jacket: 30 mm
 * for light of 3 mm, 47 mm for the 9.43 mm of eight lanes of copper.
 */
import { describe, expect, test } from 'vitest';
import { catalogType } from '../catalog/index.ts';
import { fixturePathway } from '../floor/fixture-floor.ts';
import { type Design, defaultSettings } from '../model/design.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import type { Cable, DesignRecord } from '../model/records.ts';
import { routeCable, routesInRack } from '../routing/index.ts';
import { design, device, fact, found, twin, valueOf, workedSwitch } from './fixture-design.ts';
import { analyse } from './index.ts';
import { pathwayFills } from './pathway-fills.ts';
import type { Analysis } from './types.ts';

const U = 44.45;
const LEAD = 57.525;
const EXIT = 14;
const TRAY = 300;
const LIGHT = 20 + 30;
const COPPER = 20 + 47;
/** How far below the rack's top the first cage of a switch in a unit is. */
const below = (u: number): number => 80 + (42 - u) * U + 21.5;

const MANAGER = catalogType('catalog:generic-hm-1u');
const ROOM: readonly DesignRecord[] = [
  { kind: 'row', id: 'row-b', name: 'B', order: 1, place: null },
  fixtureRack({ id: 'rack-1', name: 'A01', order: 0 }),
  fixtureRack({ id: 'rack-2', name: 'A02', order: 1 }),
  fixtureRack({ id: 'rack-3', name: 'B01', order: 0, rowId: 'row-b' }),
  device('bottom', 1),
  device('low', 10),
  device('high', 20),
  device('top', 42),
  device('next', 20, { rackId: 'rack-2' }),
  device('across', 20, { rackId: 'rack-3' }),
];

function rowOf(cable: Cable, more: readonly DesignRecord[] = []) {
  return rowIn(analyse(roomWith([...more, cable])), cable);
}

function rowIn({ cables }: Analysis, cable: Cable) {
  return cables.find(({ id }) => id === cable.id)!;
}

/** The room with these records in place of those of their ids. */
function roomWith(records: readonly DesignRecord[]): Design {
  const ids = new Set(records.map(({ kind, id }) => `${kind} ${id}`));
  return design([...ROOM.filter(({ kind, id }) => !ids.has(`${kind} ${id}`)), ...records]);
}

const aoc = (a: string, b: string): Cable => twin(0, a, b, { medium: 'aoc', awg: null });

describe('lengths by hand', () => {
  test('the same rack, ten units apart, copper', () => {
    // 2·67 out of the plugs + 2·(14 + 57.525) along the faces + 10·44.45 up = 134 + 143.05 + 444.5 = 721.55 mm
    // (721.55 + 2·150)·1.05 = 1072.6 mm: 1.5 m is the next that is sold
    const row = rowOf(twin(0, 'low', 'high'));
    expect(row.pathM).toBeCloseTo((2 * COPPER + 2 * (EXIT + LEAD) + 10 * U) / 1000, 3);
    expect(row).toMatchObject({ pathM: 0.722, slackM: 0.3, requiredM: 1.073, stockM: 1.5 });
  });

  test('the lowest and the highest unit of a rack', () => {
    // 2·67 + 2·(14 + 57.525) + 41·44.45 = 134 + 143.05 + 1822.45 = 2099.5 mm; (2099.5 + 300)·1.05 = 2519.5 mm
    const row = rowOf(twin(0, 'bottom', 'top'));
    expect(row).toMatchObject({ pathM: 2.1, requiredM: 2.519, stockM: 3 });
  });

  test('neighbours: up, over the tray, one rack along, and down', () => {
    // U10 is 80 + 32·44.45 + 21.5 = 1523.9 mm below the top, U20 80 + 22·44.45 + 21.5 = 1079.4 mm; the 14 mm up to where
    // a cable leaves the face are on its way to the top
    expect([below(10), below(20)]).toEqual([1523.9, expect.closeTo(1079.4, 9)]);
    // 2·50 + 2·57.525 + 1523.9 + 1079.4 + 2·300 + 600 = 4018.35 mm; (4018.35 + 300)·1.05 = 4534.3 mm
    const row = rowOf(aoc('low', 'next'));
    expect(row.pathM).toBeCloseTo(
      (2 * LIGHT + 2 * LEAD + below(10) + below(20) + 2 * TRAY + 600) / 1000,
      3,
    );
    expect(row).toMatchObject({ pathM: 4.018, requiredM: 4.534, stockM: 5 });
  });

  test('across an aisle: the rows’ distance in place of the rack’s width', () => {
    // 4018.35 − 600 + 2400 = 5818.35 mm; (5818.35 + 300)·1.05 = 6424.3 mm
    expect(rowOf(aoc('low', 'across'))).toMatchObject({
      pathM: 5.818,
      requiredM: 6.424,
      stockM: 7,
    });
  });

  test('the top switch of one rack to its neighbour is nearer to the tray by 32 units', () => {
    // 4018.35 − 32·44.45 = 2595.95 mm; (2595.95 + 300)·1.05 = 3040.7 mm
    expect(rowOf(aoc('top', 'next'))).toMatchObject({ pathM: 2.596, requiredM: 3.041, stockM: 5 });
  });

  test('between both there is a band: plugs 10 shorter to 20 longer, the tray 5 % less to 15 % more', () => {
    const row = rowOf(aoc('low', 'next'));
    // of 600 mm up and down and 600 mm along: 60 mm less, 180 mm more; two plugs: 20 mm less, 40 mm more
    expect(row.requiredLowM).toBeCloseTo(1.05 * (4.01835 + 0.3 - 0.06 - 0.02), 3);
    expect(row.requiredHighM).toBeCloseTo(1.05 * (4.01835 + 0.3 + 0.18 + 0.04), 3);
  });
});

/**
 * In plan coordinates the fronts of row A stand on y = 0 and those of row B on y = 2400; the rails are 130 mm behind
 * them. A strip's middle comes up at x = 29.35 mm from its rack's left edge, so 470 mm before a tray that runs over the
 * middle of the racks.
 */
describe('rows where they stand', () => {
  test('a gap in the row is on the way', () => {
    // 4018.35 + 900
    const apart = fixtureRack({ id: 'rack-2', name: 'A02', order: 1, gapMm: 900 });
    expect(rowOf(aoc('low', 'next'), [apart]).pathM).toBeCloseTo(4.91835, 3);
  });

  test('fronts across a cold aisle of 1.2 m', () => {
    // B01 looks north and begins at x = 600: its left strip is at 600 − 29.35 = 570.65, its rails at 1200 + 130
    // 2·50 + 2·57.525 + 1523.9 + 1079.4 + 2·300 + (570.65 − 29.35) + (1330 + 130) = 5419.65 mm
    const place = { xMm: 600, yMm: 1200, facing: 'north' } as const;
    const row: DesignRecord = { kind: 'row', id: 'row-b', name: 'B', order: 1, place };
    expect(rowOf(aoc('low', 'across'), [row]).pathM).toBeCloseTo(5.41965, 3);
  });

  test('a rack that is turned looks to the back: its rails are 1200 − 130 mm behind the row’s front', () => {
    // its left strip is the row's right: 600 + 600 − 29.35 = 1170.65
    // 2·50 + 2·57.525 + 1523.9 + 1079.4 + 2·300 + (1170.65 − 29.35) + (1070 − 130) = 5499.65 mm
    const turned = fixtureRack({ id: 'rack-2', name: 'A02', order: 1, turned: true });
    expect(rowOf(aoc('low', 'next'), [turned]).pathM).toBeCloseTo(5.49965, 3);
  });
});

describe('over pathways', () => {
  const tray = (id: string, points: Parameters<typeof fixturePathway>[1], riseMm = TRAY) =>
    fixturePathway(id, points, { riseMm });
  const OVER_A = tray('over-a', [
    [-300, -600],
    [3000, -600],
  ]);
  const OVER_B = tray('over-b', [
    [-300, 1800],
    [3000, 1800],
  ]);
  const CROSS = tray('cross', [
    [2000, -600],
    [2000, 1800],
  ]);

  test('neighbours under one tray: twice 470 mm to its middle line', () => {
    // 4018.35 + 2·470 = 4958.35 mm, of which nothing is assumed but the plugs
    const row = rowOf(aoc('low', 'next'), [OVER_A]);
    expect(row.pathM).toBeCloseTo(4.95835, 3);
    expect(row.requiredHighM).toBeCloseTo(1.05 * (4.95835 + 0.3 + 0.04), 3);
  });

  test('to another row by the one tray that crosses: to x = 2000 and back', () => {
    // 2·50 + 2·57.525 + 1523.9 + 1079.4 + 2·300 + 2·470 + 2·(2000 − 29.35) + 2400 = 10 699.65 mm
    const row = rowOf(aoc('low', 'across'), [OVER_A, OVER_B, CROSS]);
    expect(row.pathM).toBeCloseTo(10.69965, 3);
  });

  test('a tray that hangs 200 mm higher is climbed to, and come down from', () => {
    const high = { ...CROSS, riseMm: TRAY + 200 };
    expect(rowOf(aoc('low', 'across'), [OVER_A, OVER_B, high]).pathM).toBeCloseTo(11.09965, 3);
  });

  test('low down a duct under the floor is nearer than a tray', () => {
    // the racks are 160 + 42·44.45 = 2026.9 mm high; the cage in U1 is 2026.9 − 1923.95 = 102.95 mm over the floor, that
    // in U20 947.5 mm
    // 14 mm up to where it leaves the face, and 14 mm more down to the floor, at both ends: 4·14 = 56 mm
    // 2·50 + 2·57.525 + 102.95 + 947.5 + 56 + 2·400 + 600 + 2·470 = 3661.5 mm
    const duct = fixturePathway(
      'duct',
      OVER_A.points.map(({ xMm, yMm }) => [xMm, yMm]),
      {
        level: 'underfloor',
        riseMm: 400,
      },
    );
    expect(rowOf(aoc('bottom', 'next'), [OVER_A, duct]).pathM).toBeCloseTo(3.6615, 3);
    // 2·50 + 2·57.525 + below(42) + below(20) + 2·300 + 600 + 2·470 from the top
    expect(rowOf(aoc('top', 'next'), [OVER_A, duct]).pathM).toBeCloseTo(3.53595, 3);
  });

  test('where none leads there the length is estimated over the racks, and said to be', () => {
    const cable = aoc('low', 'across');
    const analysis = analyse(roomWith([OVER_A, OVER_B, cable]));
    expect(rowIn(analysis, cable)).toMatchObject({ pathM: 5.818 });
    expect(found(analysis, 'data:unreached:aoc')).toMatchObject({ severity: 'warning' });
    const whole = analyse(roomWith([OVER_A, OVER_B, CROSS, cable]));
    expect(found(whole, 'data:unreached:aoc')).toBeUndefined();
  });

  test('what lies in a leg fills it', () => {
    const cables = Array.from({ length: 32 }, (_, n) => twin(n, 'low', 'next'));
    const narrow = { ...OVER_A, name: 'Tray 7', widthMm: 40, heightMm: 100 };
    const analysis = analyse(roomWith([narrow, ...cables]));
    // 32·π·9.43²/4 = 2234.9 mm² of 4000 mm²
    const finding = found(analysis, 'bundle:pathway:over-a:1');
    expect(valueOf(finding, 'fill')).toBeCloseTo((100 * 2234.9) / 4000, 1);
    expect(finding).toMatchObject({
      severity: 'warning',
      subjects: [{ kind: 'pathway', id: 'over-a', name: 'Tray 7' }],
    });
    // Half run from x = 29.35 to 629.35, half from 570.65 to 1170.65: all lie between, and the tray begins at −300.
    expect(finding?.message).toContain('Tray 7, 0.87 to 0.93 m');
    expect(pathwayFills(analysis).get('over-a')).toBeCloseTo(2234.9 / 4000 / 0.5, 3);
    expect(analysis.pathways.map(({ kind, id }) => `${kind} ${id}`)).toContain(
      'pathway pathway:over-a:1',
    );
  });
});

describe('managers', () => {
  const between: readonly DesignRecord[] = [MANAGER, device('hm', 11, { typeId: MANAGER.id })];

  test('the manager above lies 43.725 mm up, on the way to a switch above: nothing is added', () => {
    // its middle is 80 + 31·44.45 + 22.225 = 1480.175 mm below the top, the cage 1523.9 mm, the other end's lead
    // 80 + 22·44.45 + 7.5 = 1065.4 mm: 43.725 + 414.775 + 14 up and back down = 472.5 = 444.5 + 2·14 as without it
    const row = rowOf(twin(0, 'low', 'high'), between);
    expect(row.pathM).toBe(0.722);
  });

  test('on the way to one below the cable goes up into it and all the way back: twice that', () => {
    // 9·44.45 = 400.05 mm of units; the lower end goes 14 mm up, which is on its way:
    // 134 + 115.05 + 400.05 + 2·43.725 = 736.55 mm
    const row = rowOf(twin(0, 'low', 'bottom'), between);
    expect(row.pathM).toBeCloseTo(0.73655, 3);
  });

  test('full: what lies in it is told, and the lengths are those of the way through it', () => {
    const cables = Array.from({ length: 32 }, (_, n) => twin(n, 'low', 'high'));
    const narrow = { ...MANAGER, pathwayMm2: fact(1500) };
    const others = between.filter((record) => record !== MANAGER);
    const analysis = analyse(design([...ROOM, narrow, ...others, ...cables]));
    const finding = found(analysis, 'bundle:hm:manager');
    // 16 cables to each side: 16·π·9.43²/4 = 1117.5 mm² where it is fullest, 74.5 % of 1500 mm²
    expect(valueOf(finding, 'fill')).toBeCloseTo((100 * 1117.5) / 1500, 1);
    expect(finding).toMatchObject({ severity: 'warning' });
    expect(analysis.cables.find(({ id }) => id === 'cable-1')).toMatchObject({ pathM: 0.722 });
  });
});

describe('a side that is full', () => {
  // managers of 20 mm beside the rails: 58.7·20 = 1174 mm², of which half is 587 mm²; copper of 9.43 mm takes
  // π·9.43²/4 = 69.84 mm², so 8 fit (558.7 mm², 47.6 %) and 9 do not (628.6 mm², 53.5 %)
  const { inputs } = defaultSettings('narrow');
  const NARROW = { inputs: { ...inputs, managerDepthMm: 20 } };
  const led = (cables: readonly Cable[]) => design([...ROOM, ...cables], workedSwitch(), NARROW);
  const sides = (of: Design) =>
    routesInRack(of, 'rack-1')
      .filter(({ end }) => end.ref.deviceId === 'low')
      .map(({ cableId, end }) => [Number(cableId.slice(6)), end.side] as const)
      .sort(([a], [b]) => a - b)
      .map(([, side]) => side);

  test('half of a face goes to either side: each cable to the nearer one', () => {
    const cables = Array.from({ length: 32 }, (_, n) => twin(n, 'low', 'high'));
    const of = design([...ROOM, ...cables]);
    expect(sides(of)).toEqual([...Array(16).fill('left'), ...Array(16).fill('right')]);
  });

  test('the cables nearest to the middle go to the other side, until the rest fit', () => {
    const cables = Array.from({ length: 12 }, (_, n) => twin(n, 'low', 'high'));
    const of = led(cables);
    expect(sides(of)).toEqual([...Array(8).fill('left'), ...Array(4).fill('right')]);
    const analysis = analyse(of);
    const pathOf = (n: number) => analysis.cables.find(({ id }) => id === `cable-${n}`)!.pathM;
    // cage 8 is 58.7 + 21.3 + 440·7.5/32 = 183.125 mm from the rack's left edge, 153.775 mm from the left strip:
    // 134 + 2·(14 + 153.775) + 444.5 = 914.05 mm
    expect(pathOf(8)).toBe(0.914);
    // cage 9 is 196.875 mm from the left edge, and 570.65 − 196.875 = 373.775 mm from the right strip:
    // 134 + 2·(14 + 373.775) + 444.5 = 1354.05 mm
    expect(pathOf(9)).toBe(1.354);
    // cage 12 is 238.125 mm from the left edge: 134 + 2·(14 + 332.525) + 444.5 = 1271.55 mm
    expect(pathOf(12)).toBeCloseTo(1.2716, 3);
    expect(found(analysis, 'bundle:rack-1:strip')).toBeUndefined();
    const rows = analysis.pathways.filter(
      ({ kind, rack }) => kind === 'strip' && rack === 'rack-1',
    );
    expect(rows.map(({ cables: count }) => count)).toEqual([8, 4]);
    for (const cable of of.cables.values()) {
      expect(routeCable(of, cable)!.turnedIn).toEqual(
        Number(cable.id.slice(6)) > 8 ? ['rack-1'] : [],
      );
    }
  });

  test('none goes where the other side is full too, and none that somebody chose a side for', () => {
    const both = Array.from({ length: 32 }, (_, n) => twin(n, 'low', 'high'));
    expect(sides(led(both)).filter((side) => side === 'left')).toHaveLength(16);
    expect(valueOf(found(analyse(led(both)), 'bundle:rack-1:strip'), 'cables')).toBe(16);
    const chosen = both.slice(0, 12).map((cable) => ({ ...cable, side: 'left' }) as const);
    expect(sides(led(chosen)).filter((side) => side === 'right')).toHaveLength(0);
    expect(found(analyse(led(chosen)), 'bundle:rack-1:strip')?.message).not.toContain('other side');
  });

  test('where one side stays too full, it is said which cables went to the other one', () => {
    // 12 that somebody led to the left are too many there; the four beside them make room, and go to the right
    const cables = Array.from({ length: 16 }, (_, n) => twin(n, 'low', 'high'));
    const mixed = cables.map((cable, n) =>
      n < 12 ? ({ ...cable, side: 'left' } as const) : cable,
    );
    const { message } = found(analyse(led(mixed)), 'bundle:rack-1:strip')!;
    const names = mixed.slice(12).map(({ id, label }) => label || id);
    expect(message).toContain(
      `4 cables go to the other side of the rack already, because the nearer one is full: ${names.join(', ')}.`,
    );
  });

  test('a full manager is left to the other side likewise', () => {
    // 8 cables take 558.7 mm² of the 600 mm² that are half of 1200 mm², 9 would take 628.6 mm²
    const narrow = { ...MANAGER, pathwayMm2: fact(1200) };
    const manager = device('hm', 11, { typeId: MANAGER.id });
    const cables = Array.from({ length: 12 }, (_, n) => twin(n, 'low', 'high'));
    const of = design([...ROOM, narrow, manager, ...cables]);
    expect(sides(of)).toEqual([...Array(8).fill('left'), ...Array(4).fill('right')]);
    expect(found(analyse(of), 'bundle:hm:manager')).toBeUndefined();
  });
});
