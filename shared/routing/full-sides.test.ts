import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RACK_UNIT_MM } from '../units/length.ts';
import {
  type HandLaidRun,
  type LaidCable,
  type LaidEnd,
  type Room,
  turnedCables,
} from './full-sides.ts';
import { levelAt } from './strip-levels.ts';

/** The height at which so many units from the first level on have passed: it begins 2·44.45 − 80 mm over the top. */
const unit = (units: number): number => 80 - 2 * RACK_UNIT_MM + units * RACK_UNIT_MM;

/** A rack 600 mm wide whose strips hold 100 squares, and whose managers hold 50. */
const ROOM: Room = { rackWidthMm: 600, stripSquares: 100, managerSquares: () => 50 };

/** An end led to the left from x = 200, from unit 10 to the top, that takes 40 squares of a strip. */
function end(over: Partial<LaidEnd> = {}): LaidEnd {
  return {
    face: 'front',
    side: 'left',
    xMm: 200,
    leadYMm: unit(9.5),
    toYMm: 0,
    managerId: null,
    jacket: { square: 40 },
    ...over,
  };
}

function cable(id: string, over: Partial<LaidEnd> = {}, mayTurn = true): LaidCable {
  return { id, mayTurn, ends: [end(over)], byHand: [] };
}

const turned = (cables: readonly LaidCable[], room: Partial<Room> = {}): string[] =>
  [...turnedCables(cables, { ...ROOM, ...room })].sort();

describe('strips', () => {
  test('what fits stays, up to the very limit', () => {
    expect(turned([cable('a'), cable('b')])).toEqual([]);
    expect(turned([cable('a'), cable('b'), cable('c', { jacket: { square: 20 } })])).toEqual([]);
    expect(turned([cable('a'), cable('b'), cable('c', { jacket: { square: 21 } })])).toEqual(['a']);
  });

  test('as many go as have to, those with the least detour first', () => {
    // To the other side of 600 mm: 200 mm more from x = 200, 100 mm from 250, 400 mm from 100.
    const cables = [cable('far', { xMm: 100 }), cable('near', { xMm: 250 }), cable('mid')];
    expect(turned(cables)).toEqual(['near']);
    expect(turned(cables, { stripSquares: 79 })).toEqual(['near']);
    expect(turned([...cables, cable('more', { xMm: 150 })])).toEqual(['mid', 'near']);
  });

  test('from the right the detour is counted the other way', () => {
    const right = { side: 'right' } as const;
    const cables = [
      cable('a', { ...right, xMm: 500 }),
      cable('b', { ...right, xMm: 350 }),
      cable('c', { ...right, xMm: 400 }),
    ];
    expect(turned(cables)).toEqual(['b']);
    // At two faces it is counted together: 600 - 2*250 and 2*240 - 600 mm more are 20 mm less.
    const both: LaidCable = {
      id: 'z',
      mayTurn: true,
      ends: [end({ xMm: 250 }), end({ ...right, face: 'rear', xMm: 240 })],
      byHand: [],
    };
    expect(turned([both, cable('a', { xMm: 260 }), cable('b', {}, false)])).toEqual(['z']);
  });

  test('of equal detours the first id goes, and less than half a millimetre is no difference', () => {
    expect(turned([cable('c'), cable('b', { xMm: 200.2 }), cable('d')])).toEqual(['b']);
    expect(turned([cable('c'), cable('b', { xMm: 198 }), cable('d')])).toEqual(['c']);
  });

  test('what a person leads stays, and takes its room all the same', () => {
    const led = cable('a', { xMm: 290 }, false);
    expect(turned([led, cable('b'), cable('c')])).toEqual(['b']);
    expect(turned([led, { ...led, id: 'b' }, { ...led, id: 'c' }])).toEqual([]);
  });

  test('none goes where the other side has no room for it all along its way', () => {
    const high = { side: 'right', leadYMm: unit(2.5), jacket: { square: 80 } } as const;
    const blocking = cable('z', high, false);
    expect(turned([cable('a'), cable('b'), cable('c'), blocking])).toEqual([]);
    const beside = cable('z', { ...high, face: 'rear' }, false);
    expect(turned([cable('a'), cable('b'), cable('c'), beside])).toEqual(['a']);
  });

  test('only where a strip is too full; a run that goes neither up nor down takes nothing of it', () => {
    const low = { leadYMm: unit(30.5), toYMm: unit(20.5) };
    expect(turned([cable('a'), cable('b'), cable('low', low)])).toEqual([]);
    const level = { leadYMm: 100, toYMm: 100 };
    expect(turned([cable('a'), cable('b'), cable('level', level)])).toEqual([]);
    // Two runs that touch one unit both fill it.
    const touching = { leadYMm: unit(9.9), toYMm: unit(20) };
    expect(turned([cable('a'), cable('b'), cable('touching', touching)])).toEqual(['a']);
    const apart = { leadYMm: unit(10), toYMm: unit(20) };
    expect(turned([cable('a'), cable('b'), cable('apart', apart)])).toEqual([]);
    const further = { leadYMm: unit(9.5), toYMm: unit(9) };
    const most = { leadYMm: unit(20.5), toYMm: unit(10.5) } as const;
    expect(turned([cable('a', most), cable('b', most), cable('c', further)])).toEqual([]);
  });

  test('all ends of a cable in the rack go together', () => {
    const both: LaidCable = {
      id: 'both',
      mayTurn: true,
      ends: [end({ xMm: 280 }), end({ xMm: 290, face: 'rear' })],
      byHand: [],
    };
    const rear = cable('z', { face: 'rear', side: 'right', jacket: { square: 70 } }, false);
    expect(turned([both, cable('b'), cable('c')])).toEqual(['both']);
    expect(turned([both, cable('b'), cable('c'), rear])).toEqual(['b']);
  });
});

/** A cable that a person led: down the left strip from the top to unit 10, and along a manager from x = 50 to 350. */
function led(over: Partial<HandLaidRun> = {}): LaidCable {
  const run: HandLaidRun = {
    face: 'front',
    strip: 'left',
    xMm: 30,
    yMm: 0,
    toXMm: 30,
    toYMm: unit(9.5),
    managerId: null,
    jacket: { square: 40 },
    ...over,
  };
  return { id: 'led', mayTurn: false, ends: [], byHand: [run] };
}

describe('what a person led', () => {
  test('stays, and fills the strip that it goes through', () => {
    expect(turned([cable('a'), cable('b')])).toEqual([]);
    expect(turned([cable('a'), cable('b'), led()])).toEqual(['a']);
    expect(turned([cable('a'), cable('b'), led({ strip: 'right' })])).toEqual([]);
    // 40 there already: a second one beside it fits to the right, a third would be 120.
    const right = led({ strip: 'right' });
    expect(turned([cable('a'), cable('b'), cable('c'), cable('d'), right])).toEqual(['a']);
  });

  test('fills a manager from corner to corner', () => {
    const along = { strip: null, xMm: 350, toXMm: 50, yMm: 400, toYMm: 400 } as const;
    const across = { managerId: 'manager', leadYMm: 0 } as const;
    const [one, two] = ['a', 'b'].map((id) => cable(id, { ...across, jacket: { square: 20 } }));
    const beside = (toXMm: number) => led({ ...along, managerId: 'manager', toXMm });
    expect(turned([one!, two!])).toEqual([]);
    // From x = 200 to the left all three pass, 20 + 20 + 40 of 50; to the right it is the 40 alone and one of them.
    expect(turned([one!, two!, beside(50)])).toEqual([]);
    const slim = { jacket: { square: 20 } };
    const thin = led({ ...along, managerId: 'manager', toXMm: 201, ...slim });
    expect(turned([one!, two!, thin])).toEqual([]);
    const far = led({ ...along, managerId: 'manager', toXMm: 50, xMm: 199, ...slim });
    expect(turned([one!, two!, far])).toEqual(['a']);
  });
});

describe('managers', () => {
  const led = { managerId: 'manager', jacket: { square: 20 } } as const;

  test('are fullest just beside a plug: what passes there counts, on the way of the cable', () => {
    const three = [
      cable('a', { ...led, xMm: 100 }),
      cable('b', { ...led, xMm: 150 }),
      cable('c', { ...led, xMm: 200 }),
    ];
    // To the left of a pass all three, 60 > 50; c has the least detour.
    expect(turned(three)).toEqual(['c']);
    expect(turned(three.slice(0, 2))).toEqual([]);
    expect(turned(three, { managerSquares: () => 60 })).toEqual([]);
  });

  test('each holds what its own type takes', () => {
    const cables = ['a', 'b', 'c'].map((id) => cable(id, { ...led, managerId: `of-${id}` }));
    expect(turned(cables)).toEqual([]);
    expect(turned(cables, { managerSquares: (id) => (id === 'of-b' ? 19 : 50) })).toEqual([]);
    const right = { ...led, side: 'right', xMm: 400 } as const;
    const mixed = [cable('a', led), cable('b', led), cable('c', right), cable('d', right)];
    expect(turned(mixed)).toEqual([]);
  });

  test('a cable of another side does not pass, one that plugs in at the same place does', () => {
    const same = ['a', 'b', 'c'].map((id) => cable(id, { ...led, xMm: 300 }));
    expect(turned(same)).toEqual(['a']);
    const right = { ...led, side: 'right', xMm: 300 } as const;
    expect(turned(['a', 'b', 'c'].map((id) => cable(id, right)))).toEqual(['a']);
  });
});

const END = fc.record({
  face: fc.constantFrom('front', 'rear'),
  side: fc.constantFrom('left', 'right'),
  xMm: fc.constantFrom(100, 250, 300, 350, 500),
  leadYMm: fc.integer({ min: 0, max: 12 }).map((u) => (u + 0.5) * RACK_UNIT_MM),
  toYMm: fc.integer({ min: 0, max: 12 }).map((u) => u * RACK_UNIT_MM),
  managerId: fc.constantFrom(null, 'one', 'two'),
  jacket: fc.record({ square: fc.integer({ min: 1, max: 40 }) }),
}) as fc.Arbitrary<LaidEnd>;
const CABLES = fc
  .array(fc.record({ mayTurn: fc.boolean(), end: END }), { maxLength: 12 })
  .map((list) =>
    list.map(({ mayTurn, end }, n) => ({ id: `cable-${n}`, mayTurn, ends: [end], byHand: [] })),
  );

/** What lies in a strip in each unit, counted out. */
function squaresIn(cables: readonly LaidCable[], face: string, side: string): number[] {
  return Array.from({ length: 14 }, (_, level) =>
    cables
      .flatMap(({ ends }) => ends)
      .filter((one) => one.face === face && one.side === side && one.leadYMm !== one.toYMm)
      .filter(({ leadYMm, toYMm }) => {
        const [from, to] = [Math.min(leadYMm, toYMm), Math.max(leadYMm, toYMm)];
        return levelAt(from) <= level && level <= levelAt(to);
      })
      .reduce((sum, { jacket }) => sum + jacket.square, 0),
  );
}

describe('laws', () => {
  test('only cables that may turn do, whatever order they come in', () => {
    fc.assert(
      fc.property(CABLES, fc.infiniteStream(fc.nat(1000)), (cables, chance) => {
        const shuffled = cables
          .map((one) => ({ one, at: chance.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const found = turned(cables);
        expect(turned(shuffled)).toEqual(found);
        for (const id of found) expect(cables.find((one) => one.id === id)?.mayTurn).toBe(true);
      }),
    );
  });

  test('no strip is fuller for it than its limit, but where it was before', () => {
    fc.assert(
      fc.property(CABLES, (cables) => {
        const found = turnedCables(cables, ROOM);
        const led = cables.map((one) => {
          if (!found.has(one.id)) return one;
          const side = one.ends[0]!.side === 'left' ? ('right' as const) : ('left' as const);
          return { ...one, ends: [{ ...one.ends[0]!, side }] };
        });
        for (const face of ['front', 'rear']) {
          for (const side of ['left', 'right']) {
            const before = squaresIn(cables, face, side);
            for (const [level, squares] of squaresIn(led, face, side).entries())
              expect(squares).toBeLessThanOrEqual(Math.max(ROOM.stripSquares, before[level]!));
          }
        }
      }),
    );
  });
});
