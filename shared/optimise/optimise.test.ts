import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse } from '../analysis/index.ts';
import { CATALOG_TYPES } from '../catalog/index.ts';
import { clusterSpec, generateCluster } from '../cluster/index.ts';
import { type Design, defaultSettings, designFromRecords } from '../model/design.ts';
import { applyDiff, reverseDiff } from '../model/diff.ts';
import type { DesignRecord } from '../model/records.ts';
import { checkDesign } from '../rules/index.ts';
import {
  figureOf,
  GOALS,
  type Goal,
  type Optimised,
  type OptimiseOptions,
  optimise,
} from './index.ts';
import { Seeded } from './seeded.ts';

const TYPES = new Map(CATALOG_TYPES.map((type) => [type.id, type]));

/** A cluster whose switches and racks stand as if by chance, so that there is something to gain. */
function jumbled(rest: Record<string, unknown>, seed: number): Design {
  const spec = clusterSpec({
    node: { type: 'catalog:dell-poweredge-xe9680', count: 10 },
    compute: { leaf: 'catalog:nvidia-sn5600' },
    racks: { networkWidthMm: 600, perRow: 3 },
    ...rest,
  });
  const records = generateCluster(spec, { clusterId: 'c', types: TYPES });
  const chance = new Seeded(seed);
  const design = designFromRecords([defaultSettings('test'), ...records]);
  const racks = [...design.racks.values()];
  const places = chance.shuffled(racks);
  const updated = racks.map((rack, at): [DesignRecord, DesignRecord] => {
    const { rowId = '', order = 0 } = places[at] ?? {};
    return [rack, { ...rack, rowId, order }];
  });
  return applyDiff(design, { added: [], updated, removed: [] });
}

/** What stands as by chance stands nowhere as the specification has it: it may move all the same. */
const FREE = { racks: true, units: true, movedByHand: true };

function run(design: Design, options: OptimiseOptions): Optimised {
  const going = optimise(design, { moves: FREE, ...options });
  let share = 0;
  for (;;) {
    const step = going.next();
    if (step.done === true) return step.value;
    expect(step.value.share).toBeGreaterThanOrEqual(share);
    share = step.value.share;
  }
}

const SHAPES: readonly Record<string, unknown>[] = [
  { leaves: 'middle-of-row' },
  { leaves: 'top-of-rack', with: { managers: false } },
  { leaves: 'end-of-row', compute: { leaf: 'catalog:nvidia-sn5600', rails: 4 } },
];

const cases = fc.record({
  shape: fc.constantFrom(...SHAPES),
  goal: fc.constantFrom<Goal>(...GOALS),
  seed: fc.integer({ min: 0, max: 1000 }),
});

test('law: the goal is never worse than before, twice the same, and can be undone', () => {
  fc.assert(
    fc.property(cases, ({ shape, goal, seed }) => {
      const design = jumbled(shape, seed);
      const found = run(design, { goal, seed });
      expect(run(design, { goal, seed })).toEqual(found);
      expect(found.diff.updated.length > 0).toBe(found.because === null);
      if (found.because === null) {
        expect(figureOf(found.after, goal)).toBeLessThan(figureOf(found.before, goal));
      } else expect(found.after).toEqual(found.before);
      expect(found.after.overReach).toBeLessThanOrEqual(found.before.overReach);
      const after = applyDiff(design, found.diff);
      expect(checkDesign(after)).toEqual(checkDesign(design));
      const undone = applyDiff(after, reverseDiff(found.diff));
      expect([undone.racks, undone.devices]).toEqual([design.racks, design.devices]);
    }),
    { numRuns: 8 },
  );
});

test('law: only switches, managers and blanks change their units; rooms and names stay', () => {
  fc.assert(
    fc.property(cases, ({ shape, goal, seed }) => {
      const design = jumbled(shape, seed);
      for (const [before, after] of run(design, { goal, seed }).diff.updated) {
        if (before.kind === 'rack') {
          const { rowId, order, gapMm, turned } = after as typeof before;
          expect(after).toEqual({ ...before, rowId, order, gapMm, turned });
        } else if (before.kind === 'device') {
          expect(after).toEqual({ ...before, u: (after as typeof before).u });
          const category = design.deviceTypes.get(before.typeId)?.category;
          expect(['switch', 'cable-manager', 'blank']).toContain(category);
        } else expect.unreachable(`a ${before.kind} moves`);
      }
    }),
    { numRuns: 5 },
  );
});

test('the figures are those that the analysis finds', () => {
  const design = jumbled({}, 3);
  const found = run(design, { goal: 'cost', seed: 3 });
  const needed = (of: Design): number =>
    analyse(of).cables.reduce((sum, { requiredM }) => sum + (requiredM ?? 0), 0);
  expect(found.because).toBe(null);
  expect(found.before.costWeight).toBeCloseTo(needed(design), 6);
  expect(found.after.costWeight).toBeCloseTo(needed(applyDiff(design, found.diff)), 6);
});

test('what is locked, drawn by hand, or has cables led or measured by hand stays, and its rack with it', () => {
  const design = jumbled({}, 5);
  const switches = [...design.devices.values()].filter(
    ({ typeId }) => design.deviceTypes.get(typeId)?.category === 'switch',
  );
  const [locked, measured] = switches;
  const cable = [...design.cables.values()].find(({ ends }) =>
    [...ends.a, ...ends.b].some(({ deviceId }) => deviceId === measured?.id),
  );
  if (!locked || !measured || !cable) throw new Error('the fixture has too few switches');
  const kept = applyDiff(design, {
    added: [],
    updated: [
      [locked, { ...locked, locked: true }],
      [cable, { ...cable, lengthM: 20 }],
    ],
    removed: [],
  });
  const racks = new Set([locked, measured].map(({ rackId }) => rackId));
  for (const goal of GOALS) {
    for (const [before] of run(kept, { goal }).diff.updated) {
      expect([locked.id, measured.id, ...racks]).not.toContain(before.id);
    }
  }
});

test('what was moved by hand stays, and its rack, unless it may move', () => {
  const spec = clusterSpec({
    node: { type: 'catalog:dell-poweredge-xe9680', count: 10 },
    compute: { leaf: 'catalog:nvidia-sn5600' },
    racks: { networkWidthMm: 600, perRow: 3 },
  });
  const built = designFromRecords([
    defaultSettings('test'),
    ...generateCluster(spec, { clusterId: 'c', types: TYPES }),
  ]);
  const moves = { racks: true, units: true };
  const free = run(built, { goal: 'copper', moves });
  const [moving] = free.diff.updated.flatMap(([before]) =>
    before.kind === 'device' && built.deviceTypes.get(before.typeId)?.category === 'switch'
      ? [before]
      : [],
  );
  if (!moving) throw new Error('no switch moves');
  expect(free.kept).toEqual({ devices: 0, racks: 0 });
  // Whatever it found stands elsewhere than the specification has it: it is found again as moved.
  const after = applyDiff(built, free.diff);
  const again = run(after, { goal: 'copper', moves });
  const switches = free.diff.updated.filter(
    ([{ kind, id }]) => kind === 'device' && !id.includes('blank:'),
  );
  expect(again.kept).toEqual({ devices: switches.length, racks: free.racks });
  const ids = new Set(switches.map(([{ id }]) => id));
  expect(again.diff.updated.filter(([{ id }]) => ids.has(id))).toEqual([]);
  expect(run(after, { goal: 'copper', moves: FREE }).kept).toEqual({ devices: 0, racks: 0 });
});

test('weights say what a metre of a medium is worth', () => {
  const design = jumbled({}, 7);
  const { before } = run(design, { goal: 'cost', weights: new Map([['mmf', 0]]) });
  const { before: all } = run(design, { goal: 'cost' });
  expect(before.costWeight).toBeLessThan(all.costWeight);
  expect(before.copperM).toBeCloseTo(before.costWeight, 6);
});

test('a design without copper, and one in which all is locked, say why nothing moves', () => {
  const light = jumbled(
    { media: { 'node-leaf': { copper: 'none' }, 'leaf-spine': { copper: 'none' } } },
    1,
  );
  expect(run(light, { goal: 'copper' }).because).toBe('nothing-counts');
  const updated = [...light.devices.values()].map((device): [DesignRecord, DesignRecord] => [
    device,
    { ...device, locked: true },
  ]);
  const locked = applyDiff(light, { added: [], updated, removed: [] });
  expect(run(locked, { goal: 'cost' }).because).toBe('nothing-moves');
});

test('trays and ducts that are drawn lead the ways that are tried', () => {
  const design = jumbled({ leaves: 'middle-of-row' }, 11);
  const box = { xMm: 0, yMm: 600 };
  const duct: DesignRecord = {
    kind: 'pathway',
    id: 'duct',
    name: 'duct',
    level: 'underfloor',
    points: [box, { xMm: 20_000, yMm: 600 }],
    widthMm: 600,
    heightMm: 100,
    riseMm: 300,
  };
  const drawn = applyDiff(design, { added: [duct], updated: [], removed: [] });
  for (const goal of GOALS) {
    const found = run(drawn, { goal, seed: 2 });
    expect(figureOf(found.after, goal)).toBeLessThanOrEqual(figureOf(found.before, goal));
  }
});

test('twisted pair is the longest copper only where there is no other', () => {
  const media = { 'node-leaf': { copper: 'none' }, 'leaf-spine': { copper: 'none' } };
  const pairs = { fabrics: [{ name: 'oob', leaf: 'catalog:nvidia-sn2201' }] };
  const { before } = run(jumbled({ ...pairs, media }, 1), { goal: 'longest-copper' });
  const both = run(jumbled(pairs, 1), { goal: 'longest-copper' }).before;
  expect(before.longestCopperId).toMatch(/oob/);
  expect(both.longestCopperId).toMatch(/compute/);
});

test('a cable led by hand holds the racks that it passes', () => {
  const design = jumbled({}, 13);
  const [cable] = design.cables.values();
  const [through] = [...design.racks.values()].slice(-1);
  if (!cable || !through) throw new Error('the fixture is empty');
  const waypoints = [{ rackId: through.id, face: 'rear', xMm: 20, yMm: 300 }] as const;
  const led = applyDiff(design, {
    added: [],
    updated: [[cable, { ...cable, waypoints }]],
    removed: [],
  });
  const { diff } = run(led, { goal: 'cost', seed: 13 });
  expect(diff.updated.map(([{ id }]) => id)).not.toContain(through.id);
});
