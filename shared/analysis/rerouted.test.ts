import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixtureFloor, fixturePathway, fixtureRacks, fixtureRow } from '../floor/fixture-floor.ts';
import type { Design } from '../model/design.ts';
import { applyDiff, type Diff } from '../model/diff.ts';
import type { Cable, DesignRecord, Pathway } from '../model/records.ts';
import { compareIds } from './finding.ts';
import { device, twin, workedSwitch } from './fixture-design.ts';
import { analyse, createAnalyser } from './index.ts';
import { applyAndTouch } from './touched.ts';
import { WorkingDesign } from './working-design.ts';

const SWITCH = workedSwitch();
const ROWS = ['a', 'b', 'c'] as const;
/** From one row to the next, mm; a rack is 1,200 deep. */
const PITCH_MM = 2400;

/** Three rows of three racks with a switch in each, and a cable between every two switches. */
const HALL = ((): readonly DesignRecord[] => {
  const rows = ROWS.map((letter, order) =>
    fixtureRow(letter, order, { xMm: 0, yMm: PITCH_MM * order, facing: 'south' }),
  );
  const racks = ROWS.flatMap((letter) => fixtureRacks(letter, 3));
  const switches = racks.map(({ id }) => device(`in-${id}`, 20, { typeId: SWITCH.id, rackId: id }));
  const cables: Cable[] = [];
  for (const [at, from] of switches.entries()) {
    for (const to of switches.slice(at + 1)) {
      cables.push(twin(cables.length, from.id, to.id, { medium: 'aoc', lengthM: null }));
    }
  }
  return [SWITCH, ...rows, ...racks, ...switches, ...cables];
})();

const over = (letter: string, yMm: number): Pathway =>
  fixturePathway(`over-${letter}`, [
    [-1000, yMm],
    [3000, yMm],
  ]);
const across = (id: string, xMm: number): Pathway =>
  fixturePathway(id, [
    [xMm, -600],
    [xMm, 2 * PITCH_MM - 600],
  ]);
const TRAYS = [over('a', -600), over('b', 1800), over('c', 4200), across('left', -1000)];

function edit(before: Pathway, after: Pathway): Diff {
  return { added: [], updated: [[before, after]], removed: [] };
}

/** The ids of the cables that an edit of the hall makes stale. */
function staleAfter(diff: Diff): readonly string[] {
  const working = new WorkingDesign(fixtureFloor(...HALL, ...TRAYS));
  return Array.from(applyAndTouch(working, diff).cables, ({ id }) => id).sort(compareIds);
}

/** The ids of the cables of the hall between racks of these rows and of these places in them. */
function cablesOf(
  isMeant: (from: string, to: string, places: string) => boolean,
): readonly string[] {
  return HALL.filter((record): record is Cable => record.kind === 'cable')
    .filter(({ ends }) => {
      const [a, b] = [ends.a[0]?.deviceId ?? '', ends.b[0]?.deviceId ?? ''];
      return isMeant(a.charAt(3), b.charAt(3), a.charAt(4) + b.charAt(4));
    })
    .map(({ id }) => id)
    .sort(compareIds);
}

test('a wider tray makes those cables stale that go by it, and no others', () => {
  const before = TRAYS[2]!;
  const stale = staleAfter(edit(before, { ...before, widthMm: 400 }));
  expect(stale).toEqual(cablesOf((from, to) => from === 'c' || to === 'c'));
  expect(stale.length).toBeLessThan(cablesOf(() => true).length);
});

test('a shorter way across makes those cables stale that it is shorter for', () => {
  const stale = staleAfter({ added: [across('right', 2000)], updated: [], removed: [] });
  // Only from x = 300 to x = 300 it is not: 2 · 1,300 mm by the left and 2 · 1,700 mm by the right.
  const crossing = cablesOf((from, to, places) => from !== to && places !== '11');
  expect(stale).toEqual(expect.arrayContaining([...crossing]));
});

test('of cables between two racks all go another way, or none does', () => {
  const [near, far] = ['c1', 'a1'].map((rack) =>
    twin(0, `in-${rack}`, rack === 'c1' ? 'in-c2' : 'in-a2', {
      id: `again-${rack}`,
      medium: 'aoc',
    }),
  );
  const working = new WorkingDesign(fixtureFloor(...HALL, ...TRAYS, near!, far!));
  const before = TRAYS[2]!;
  const { cables } = applyAndTouch(working, edit(before, { ...before, widthMm: 400 }));
  const ids = new Set(Array.from(cables, ({ id }) => id));
  expect([ids.has('again-c1'), ids.has('again-a1')]).toEqual([true, false]);
});

test('a cable that is led by hand is stale whatever tray is drawn', () => {
  const point = { rackId: 'b2', face: 'front', xMm: 29.35, yMm: 500 } as const;
  const led = twin(0, 'in-a1', 'in-a2', { id: 'by-hand', medium: 'aoc', waypoints: [point] });
  const working = new WorkingDesign(fixtureFloor(...HALL, ...TRAYS, led));
  const distant = fixturePathway('far', [
    [20_000, 20_000],
    [30_000, 20_000],
  ]);
  const { cables } = applyAndTouch(working, { added: [distant], updated: [], removed: [] });
  expect(Array.from(cables, ({ id }) => id)).toEqual(['by-hand']);
});

test('a rack of a row that is not there has no way over trays, before or after', () => {
  const [lost] = fixtureRacks('x', 1);
  const there = device('in-x1', 20, { typeId: SWITCH.id, rackId: 'x1' });
  const loose = twin(0, 'in-a1', 'in-x1', { id: 'loose', medium: 'aoc' });
  const floor = fixtureFloor(...HALL, ...TRAYS, lost!, there, loose);
  const before = TRAYS[0]!;
  const diff = edit(before, { ...before, widthMm: 400 });
  const stale = Array.from(applyAndTouch(new WorkingDesign(floor), diff).cables, ({ id }) => id);
  expect(stale).toContain('cable-1');
  expect(stale).not.toContain('loose');
  const analyser = createAnalyser(floor);
  expect(JSON.stringify(analyser.update(diff))).toBe(
    JSON.stringify(analyse(applyDiff(floor, diff))),
  );
});

test('a tray that reaches no rack makes none stale', () => {
  const far = fixturePathway('far', [
    [20_000, 20_000],
    [30_000, 20_000],
  ]);
  expect(staleAfter({ added: [far], updated: [], removed: [] })).toEqual([]);
});

test('the first tray and the last make all stale: without any they are assumed over all rows', () => {
  const working = new WorkingDesign(fixtureFloor(...HALL));
  const first: Diff = { added: [TRAYS[0]!], updated: [], removed: [] };
  expect([...applyAndTouch(working, first).cables]).toHaveLength(cablesOf(() => true).length);
  const last: Diff = { added: [], updated: [], removed: [TRAYS[0]!] };
  expect([...applyAndTouch(working, last).cables]).toHaveLength(cablesOf(() => true).length);
});

const STEP = fc.record({
  which: fc.nat(5),
  what: fc.constantFrom('move', 'bend', 'widen', 'raise', 'rename', 'sink', 'put or take'),
  by: fc.integer({ min: -8, max: 8 }),
});

/** One edit of a tray; null where there is nothing to edit. */
function stepOf(
  design: Design,
  { which, what, by }: typeof STEP extends fc.Arbitrary<infer T> ? T : never,
): Diff | null {
  const all = [...TRAYS, across('right', 2000), across('middle', 900)];
  const meant = all[which]!;
  const there = design.pathways.get(meant.id);
  if (what === 'put or take') {
    if (there) return { added: [], updated: [], removed: [there] };
    return { added: [meant], updated: [], removed: [] };
  }
  if (!there) return null;
  const moved = there.points.map(({ xMm, yMm }) => ({ xMm: xMm + 100 * by, yMm: yMm + 100 * by }));
  const changes: Record<Exclude<typeof what, 'put or take'>, Partial<Pathway>> = {
    move: { points: moved },
    bend: { points: [...there.points, { xMm: there.points.at(-1)!.xMm, yMm: 500 * by }] },
    widen: { widthMm: 10 + 20 * Math.abs(by) },
    raise: { riseMm: 300 + 50 * Math.abs(by) },
    rename: { name: `tray ${by}` },
    sink: { level: by < 0 ? 'underfloor' : 'overhead' },
  };
  return edit(there, { ...there, ...changes[what] });
}

test('tray by tray gives what a fresh analysis gives', () => {
  fc.assert(
    fc.property(fc.array(STEP, { minLength: 1, maxLength: 6 }), (steps) => {
      let design = fixtureFloor(...HALL, ...TRAYS);
      const analyser = createAnalyser(design);
      for (const step of steps) {
        const diff = stepOf(design, step);
        if (!diff) continue;
        design = applyDiff(design, diff);
        expect(JSON.parse(JSON.stringify(analyser.update(diff)))).toEqual(
          JSON.parse(JSON.stringify(analyse(design))),
        );
      }
    }),
    { numRuns: 80 },
  );
});
