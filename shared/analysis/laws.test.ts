/** Laws of the analysis over designs by chance. How edits and waivers come together is in `analyser.test.ts`. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Design, designFromRecords, recordsOf } from '../model/design.ts';
import { applyDiff, type Diff } from '../model/diff.ts';
import type { Cable } from '../model/records.ts';
import { KeptLandings } from '../routing/kept-landings.ts';
import { RANDOM_DESIGN } from './fixture-random.ts';
import { analyse, createAnalyser, settled } from './index.ts';
import type { Analysis, Band, CableRow, ReachVerdict } from './types.ts';

const plain = (analysis: Analysis): unknown => JSON.parse(JSON.stringify(analysis));
const BOUNDS = ['low', 'nominal', 'high'] as const;
/** The plenum is halved in to a millionth of the flow. */
const SOLVED = 2e-6;

function notMore(after: Band | null, before: Band | null): string[] {
  if (after === null || before === null) return after === before ? [] : ['null'];
  return BOUNDS.filter((bound) => after[bound] > before[bound] + SOLVED).map(
    (bound) => `${bound}: ${before[bound]} -> ${after[bound]}`,
  );
}

/** Behind a door what one device no longer moves is easier for the others, so that each end is judged alone. */
function isJudgedAlone({ devices, racks }: Design, { ends }: Cable): boolean {
  const refs = [...ends.a, ...ends.b];
  const ids = new Set(refs.map(({ deviceId }) => devices.get(deviceId)?.rackId ?? ''));
  const doors = [...ids].flatMap((id) => racks.get(id) ?? []);
  return ids.size > 1 || doors.every((rack) => (rack.frontDoorOpen ?? rack.rearDoorOpen) === null);
}

test('more cable never raises the flow of the device it hangs on, nor that of a whole rack', () => {
  fc.assert(
    fc.property(RANDOM_DESIGN, ({ full, withoutFirst, first }) => {
      const [before, after] = [analyse(withoutFirst), analyse(full)];
      const ends = new Set([...first.ends.a, ...first.ends.b].map(({ deviceId }) => deviceId));
      for (const row of isJudgedAlone(full, first) ? after.devices : []) {
        if (!ends.has(row.id)) continue;
        const was = before.devices.find(({ id }) => id === row.id)!;
        expect(notMore(row.flowRatio, was.flowRatio)).toEqual([]);
      }
      for (const [at, row] of after.racks.entries())
        expect(notMore(row.flowRatio, before.racks[at]!.flowRatio)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('the pathway that holds most is that of the table', () => {
  fc.assert(
    fc.property(RANDOM_DESIGN, ({ full }) => {
      const { analysis, fullest } = createAnalyser(full);
      const most = Math.max(...analysis.pathways.map(({ sectionMm2 }) => sectionMm2));
      const first = analysis.pathways.find(({ sectionMm2 }) => sectionMm2 === most);
      expect(fullest).toEqual(first ?? null);
    }),
    { numRuns: 150 },
  );
});

describe('longer never improves reach', () => {
  const RANK: Readonly<Record<ReachVerdict, number>> = {
    ok: 0,
    'vendor-only': 1,
    over: 2,
    unknown: 3,
  };
  const withFirst = (design: Design, change: Partial<Cable>): CableRow => {
    const records = [...recordsOf(design)].map((record) =>
      record.kind === 'cable' && record.id === 'cable-1' ? { ...record, ...change } : record,
    );
    return analyse(designFromRecords(records)).cables.find(({ id }) => id === 'cable-1')!;
  };

  test('where the length is entered', () => {
    const length = fc.double({ min: 0.1, max: 3000, noNaN: true });
    const near = fc.double({ min: 0.1, max: 8, noNaN: true });
    fc.assert(
      fc.property(RANDOM_DESIGN, fc.oneof(near, length), length, ({ full }, one, other) => {
        const short = withFirst(full, { lengthM: Math.min(one, other) });
        const long = withFirst(full, { lengthM: Math.max(one, other) });
        expect(RANK[short.verdict]).toBeLessThanOrEqual(RANK[long.verdict]);
      }),
      { numRuns: 60 },
    );
  });

  test('where the route makes it: the same cable, once further up', () => {
    fc.assert(
      fc.property(RANDOM_DESIGN, fc.integer({ min: 28, max: 40 }), ({ full, first }, u) => {
        const moved = [...recordsOf(full)].map((record) =>
          record.kind === 'device' && record.id === first.ends.b[0]?.deviceId
            ? { ...record, u }
            : record,
        );
        const free = { lengthM: null };
        const rows = [withFirst(full, free), withFirst(designFromRecords(moved), free)];
        const [short, long] = rows.sort((a, b) => (a.requiredM ?? 0) - (b.requiredM ?? 0));
        expect(RANK[short!.verdict]).toBeLessThanOrEqual(RANK[long!.verdict]);
      }),
      { numRuns: 60 },
    );
  });
});

test('the order of the records changes nothing', () => {
  const keys = fc.array(fc.nat(), { minLength: 60, maxLength: 60 });
  fc.assert(
    fc.property(RANDOM_DESIGN, keys, ({ full }, order) => {
      const shuffled = [...recordsOf(full)]
        .map((record, at) => ({ record, key: order[at % order.length]! }))
        .sort((a, b) => a.key - b.key)
        .map(({ record }) => record);
      expect(plain(analyse(designFromRecords(shuffled)))).toEqual(plain(analyse(full)));
    }),
    { numRuns: 60 },
  );
});

test('never NaN, never infinite, and always the same', () => {
  fc.assert(
    fc.property(RANDOM_DESIGN, ({ full }) => {
      const unsound: string[] = [];
      const checked = JSON.stringify(analyse(full), (key, value: unknown) => {
        if (typeof value === 'number' && !Number.isFinite(value)) unsound.push(key);
        return value;
      });
      expect(unsound).toEqual([]);
      expect(checked).not.toMatch(/NaN|Infinity|undefined/);
      expect(JSON.stringify(analyse(designFromRecords(recordsOf(full))))).toBe(checked);
    }),
    { numRuns: 60 },
  );
});

test('where cables land is the same to a design with other cables, until it is edited', () => {
  fc.assert(
    fc.property(RANDOM_DESIGN, ({ full, withoutFirst }) => {
      const analyser = createAnalyser(full, new KeptLandings(withoutFirst));
      expect(plain(analyser.analysis)).toEqual(plain(analyse(full)));
      const [rack] = [...full.racks.values()];
      if (!rack) return;
      const deeper = { ...rack, depthMm: rack.depthMm + 200 };
      const diff: Diff = { added: [], updated: [[rack, deeper]], removed: [] };
      expect(plain(analyser.update(diff))).toEqual(plain(analyse(applyDiff(full, diff))));
    }),
    { numRuns: 60 },
  );
});

test('settled it says the same, in tables that are made', () => {
  fc.assert(
    fc.property(RANDOM_DESIGN, ({ full }) => {
      const lasting = settled(analyse(full));
      expect(plain(lasting)).toEqual(plain(analyse(full)));
      const getters = Object.values(Object.getOwnPropertyDescriptors(lasting));
      expect(getters.every((each) => 'value' in each)).toBe(true);
    }),
    { numRuns: 20 },
  );
});
