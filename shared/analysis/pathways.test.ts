import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DesignRecord } from '../model/records.ts';
import { analysed, links, MANAGER_TYPE, manager, racks, TWO_SWITCHES } from './fixture-bundles.ts';
import {
  design,
  device,
  fact,
  found,
  link,
  twin,
  valueOf,
  workedSwitch,
} from './fixture-design.ts';
import { analyse } from './index.ts';
import type { Analysis, PathwayRow } from './types.ts';

/** Straight 800G DAC of 26 AWG is 9.43 mm thick and weighs 0.11 kg/m (physics.md, section 3.1). */
const OD = 9.43;
const KG_PER_M = 0.11;

function pathway(analysis: Analysis, id: string): PathwayRow | undefined {
  return analysis.pathways.find((row) => row.id === id);
}

/** So many straight DAC between the two switches, all led to the left. */
function dacs(count: number, a = 'low', b = 'high'): readonly DesignRecord[] {
  return Array.from({ length: count }, (_, n) => twin(n, a, b, { side: 'left' }));
}

describe('a side strip', () => {
  // A rack of 600 mm has (600 − 482.6)/2 = 58.7 mm beside its panels, times 150 mm of usual depth.
  const AREA = 58.7 * 150;

  test('is filled by the cables that run in it, and carries their copper', () => {
    const analysis = analysed([...TWO_SWITCHES, ...dacs(12)]);
    const [row] = analysis.pathways;
    expect(row).toMatchObject({
      kind: 'strip',
      id: 'strip:rack-1:front:left',
      rack: 'rack-1',
      row: null,
      cables: 12,
      limit: 0.5,
    });
    expect(row!.fill).toBeCloseTo((12 * Math.PI * OD ** 2) / 4 / AREA, 6);
    // Exact packing of 12: 4.0296 diameters; d·√(12/0.694) = 4.158 is larger (physics.md, section 3.2).
    expect(row!.bundleMm).toBeCloseTo(OD * Math.sqrt(12 / 0.694), 6);
    // Each runs the ten units between the switches: 12 · 0.4445 m · 0.11 kg/m.
    expect(row!.copperKg).toBeCloseTo(12 * 0.4445 * KG_PER_M, 4);
    expect(analysis.racks[0]!.bundleFill).toBe(row!.fill);
  });

  test('is another one in front and behind', () => {
    const behind = [device('c', 10, { face: 'rear' }), device('d', 20, { face: 'rear' })];
    const half = workedSwitch({ depthUse: 'half' });
    const cables = [0, 1].map((n) => twin(n, 'low', 'high', { side: 'left' }));
    const others = [2, 3, 4].map((n) => twin(n, 'c', 'd', { side: 'left' }));
    const { pathways, racks: rows } = analyse(
      design([...TWO_SWITCHES, ...behind, ...cables, ...others], half),
    );
    // Left of the rack in front is right behind.
    expect(pathways.map(({ id, cables: passing }) => [id, passing])).toEqual([
      ['strip:rack-1:front:left', 2],
      ['strip:rack-1:rear:right', 3],
    ]);
    expect(rows[0]!.bundleFill).toBeCloseTo((3 * Math.PI * OD ** 2) / 4 / AREA, 6);
  });

  test('that is too full says where, of what, and how it was found', () => {
    // 50 % of a strip 20 mm deep: 58.7 · 20 / 2 = 587 mm² hold 8 cables of 69.84 mm², not 9.
    const full = analysed([...TWO_SWITCHES, ...dacs(9)], { managerDepthMm: 20 });
    const finding = found(full, 'bundle:rack-1:strip');
    expect(finding?.severity).toBe('warning');
    expect(finding?.message).toContain('9 × Passive copper of 9.4 mm');
    expect(finding?.message).toMatch(/front left, U20/);
    expect(valueOf(finding, 'fill')).toBeCloseTo((100 * 9 * 69.8415) / 1174, 1);
    expect(valueOf(finding, 'squares')).toBeCloseTo(9 * OD ** 2, 6);
    expect(finding?.values['depth']).toEqual({ value: 20, unit: 'mm', provenance: 'measured' });
    const symbols = finding!.explanation.flatMap(({ where }) => Object.values(where));
    for (const name of symbols) expect(finding!.values).toHaveProperty(name);
    const less = analysed([...TWO_SWITCHES, ...dacs(8)], { managerDepthMm: 20 });
    expect(found(less, 'bundle:rack-1:strip')).toBeUndefined();
  });

  test('that is too full names what went to the other side, by its id where it has no label', () => {
    // Nine that were led to the left stay there; the tenth, which nobody led, goes to the right.
    const turned = (label: string) => {
      const free = twin(9, 'low', 'high', { label });
      const full = analysed([...TWO_SWITCHES, ...dacs(9), free], { managerDepthMm: 20 });
      expect(full.pathways.map(({ id, cables }) => [id, cables])).toEqual([
        ['strip:rack-1:front:left', 9],
        ['strip:rack-1:front:right', 1],
      ]);
      return found(full, 'bundle:rack-1:strip')?.values['turned'];
    };
    expect(turned('spare')).toMatchObject({ value: expect.stringContaining('spare') });
    expect(turned('')).toMatchObject({ value: expect.stringContaining('cable-10') });
  });

  test('over the brim is an error; the usual depth is an assumption', () => {
    const brim = analysed([...TWO_SWITCHES, ...dacs(17)], { managerDepthMm: 20 });
    expect(found(brim, 'bundle:rack-1:strip')?.severity).toBe('error');
    const narrow = racks(1, { widthMm: 490 });
    const usual = analysed([...narrow, ...TWO_SWITCHES, ...dacs(9)]);
    const finding = found(usual, 'bundle:rack-1:strip');
    expect(finding?.values['depth']).toMatchObject({ value: 150, provenance: 'assumed' });
    expect(finding?.values['fill']).toMatchObject({ provenance: 'assumed' });
  });

  test('is not there in a rack as wide as its panels', () => {
    const bare = analysed([...racks(1, { widthMm: 482 }), ...TWO_SWITCHES, ...dacs(3)]);
    expect(bare.racks[0]!.bundleFill).toBeNull();
    expect(bare.pathways).toEqual([]);
  });
});

describe('a horizontal manager', () => {
  const ABOVE = [MANAGER_TYPE, manager(11)];

  test('is as full as what passes its fullest place', () => {
    const half = (n: number) => ({ side: n < 8 ? ('left' as const) : ('right' as const) });
    const cables = Array.from({ length: 20 }, (_, n) => twin(n, 'low', 'high', half(n)));
    const row = pathway(analysed([...ABOVE, ...TWO_SWITCHES, ...cables]), 'manager:hm-11')!;
    // Of a usual duct 44.45 · 90 mm; twelve leave to the right, eight to the left.
    expect(row.cables).toBe(12);
    expect(row.fill).toBeCloseTo((12 * Math.PI * OD ** 2) / 4 / (44.45 * 90), 6);
    expect(row.place).toBe('hm-11 in U11, middle third');
  });

  test('is fullest in the middle where the cables cross each other', () => {
    const across = (n: number) => ({ side: n < 4 ? ('right' as const) : ('left' as const) });
    const cables = [0, 1, 2, 3, 28, 29, 30, 31].map((n) => twin(n, 'low', 'high', across(n)));
    const row = pathway(analysed([...ABOVE, ...TWO_SWITCHES, ...cables]), 'manager:hm-11')!;
    expect(row.cables).toBe(8);
  });

  test('two plugs of one cage that part to both sides pass each other nowhere', () => {
    const [one, two] = ['a', 'b'].map((half, n) =>
      link(0, 'low', 'high', {
        id: `half-${half}`,
        medium: 'aoc',
        side: n === 0 ? 'right' : 'left',
        ends: {
          a: [{ deviceId: 'low', portId: `port-0${half}` }],
          b: [{ deviceId: 'high', portId: `port-0${half}` }],
        },
      }),
    );
    const row = pathway(analysed([...ABOVE, ...TWO_SWITCHES, one!, two!]), 'manager:hm-11')!;
    expect(row.cables).toBe(1);
    expect(row.fill).toBeCloseTo((Math.PI * 9) / 4 / (44.45 * 90), 9);
  });

  test('weighs what lies in it, from each plug to the edge', () => {
    const row = pathway(analysed([...ABOVE, ...TWO_SWITCHES, ...dacs(1)]), 'manager:hm-11')!;
    // Cage 0 stands 241.3 − 220 + 6.875 = 28.175 mm from the left edge.
    expect(row.copperKg).toBeCloseTo(0.028175 * KG_PER_M, 6);
    expect(row.place).toContain('left third');
    const right = twin(0, 'low', 'high', { side: 'right' });
    const other = pathway(analysed([...ABOVE, ...TWO_SWITCHES, right]), 'manager:hm-11')!;
    expect(other.copperKg).toBeCloseTo((0.4826 - 0.028175) * KG_PER_M, 6);
  });

  test('that is empty is in the table, with nothing in it', () => {
    expect(pathway(analysed([...ABOVE, ...TWO_SWITCHES]), 'manager:hm-11')).toMatchObject({
      cables: 0,
      bundleMm: 0,
      fill: 0,
      copperKg: 0,
    });
  });

  test('that is too full is a warning, over the brim an error, named with the devices it serves', () => {
    // 1000 mm² at 50 % hold 7 cables of 69.84 mm²; 15 are more than there is room for.
    const known = { ...MANAGER_TYPE, pathwayMm2: fact(1000) };
    const of = (count: number) =>
      found(
        analysed([known, manager(11), ...TWO_SWITCHES, ...dacs(count)]),
        'bundle:hm-11:manager',
      );
    expect(of(7)).toBeUndefined();
    expect(of(8)?.severity).toBe('warning');
    expect(of(8)?.missing).toEqual([]);
    expect(of(8)?.subjects.map(({ id }) => id)).toEqual(['hm-11', 'rack-1', 'low']);
    expect(valueOf(of(8), 'fill')).toBeCloseTo((100 * 8 * 69.8415) / 1000, 1);
    expect(of(15)?.severity).toBe('error');
    const guessed = analysed([...ABOVE, ...TWO_SWITCHES, ...dacs(32)]);
    expect(found(guessed, 'bundle:hm-11:manager')?.missing).toEqual([
      `device type ${MANAGER_TYPE.model}: pathwayMm2`,
    ]);
  });

  test('takes the bundle off the face of its device', () => {
    const bare = analysed([...TWO_SWITCHES, ...dacs(16)]);
    const helped = analysed([...ABOVE, ...TWO_SWITCHES, ...dacs(16)]);
    const blocked = (one: Analysis, id: string) =>
      one.devices.find((row) => row.id === id)!.blockedFraction.front;
    expect(blocked(helped, 'low')).toBeGreaterThan(0);
    expect(blocked(helped, 'low')).toBeLessThan(blocked(bare, 'low'));
    expect(blocked(helped, 'high')).toBe(blocked(bare, 'high'));
  });
});

describe('an overhead tray', () => {
  const ROW_B: DesignRecord = { kind: 'row', id: 'row-b', name: 'B', order: 1, place: null };
  const ends = [
    device('a', 10),
    device('b', 10, { rackId: 'rack-2' }),
    device('c', 10, { rackId: 'rack-3' }),
  ];

  test('is fullest where most cables pass', () => {
    const one = link(0, 'a', 'b', { medium: 'aoc', side: 'left' });
    const two = [1, 2].map((n) => link(n, 'b', 'c', { medium: 'aoc', side: 'left' }));
    const row = pathway(analysed([...racks(3), ...ends, one, ...two]), 'tray:row-a')!;
    expect(row).toMatchObject({ kind: 'tray', rack: null, row: 'row-a', cables: 2, copperKg: 0 });
    // Two of 3 mm in 300 × 100 mm.
    expect(row.fill).toBeCloseTo((2 * Math.PI * 9) / 4 / 30_000, 8);
    expect(row.bundleMm).toBe(6);
    expect(row.place).toBe('row A, between A02 and A03');
  });

  test('holds what physics.md says: 214 copper cables of 9.43 mm at 50 %', () => {
    // Seven devices of 31 cables each make 217, so that 214 fit and the rest is too much.
    const pairs = Array.from({ length: 7 }, (_, n) => n);
    const many = (total: number): Analysis => {
      const devices = pairs.flatMap((n) => [
        device(`a${n}`, 1 + n),
        device(`b${n}`, 1 + n, { rackId: 'rack-2' }),
      ]);
      const cables = Array.from({ length: total }, (_, k) => {
        const pair = Math.floor(k / 31);
        return twin(k % 31, `a${pair}`, `b${pair}`, { id: `cable-${k}`, side: 'left' });
      });
      return analysed([...racks(2), ...devices, ...cables]);
    };
    expect(pathway(many(214), 'tray:row-a')!.fill).toBeLessThanOrEqual(0.5);
    // A quarter, which is advised for the first day, are 107 of them: 30,000 · 0.25 / 69.84.
    expect(found(many(107), 'bundle:tray:row-a')).toBeUndefined();
    expect(found(many(108), 'bundle:tray:row-a')?.severity).toBe('note');
    expect(found(many(108), 'bundle:tray:row-a')?.message).toContain('25.0 % is advised');
    expect(found(many(214), 'bundle:tray:row-a')?.severity).toBe('note');
    const finding = found(many(215), 'bundle:tray:row-a');
    expect(finding?.severity).toBe('warning');
    expect(finding?.message).toContain('215 × Passive copper of 9.4 mm');
    expect(finding?.message).toContain('row A, between A01 and A02');
    expect(finding?.subjects).toEqual([{ kind: 'row', id: 'row-a', name: 'A' }]);
    expect(finding?.values['area']).toEqual({ value: 30_000, unit: 'mm²', provenance: 'assumed' });
  });

  test('that is smaller by a person’s word is full sooner, and by their word', () => {
    const cable = link(0, 'a', 'b', { medium: 'aoc', side: 'left' });
    const small = analysed([...racks(2), ...ends.slice(0, 2), cable], {
      trayWidthMm: 2,
      trayHeightMm: 3,
    });
    const finding = found(small, 'bundle:tray:row-a');
    expect(finding?.severity).toBe('error');
    expect(finding?.values['area']).toEqual({ value: 6, unit: 'mm²', provenance: 'measured' });
    const symbols = finding!.explanation.flatMap(({ where }) => Object.values(where));
    for (const name of symbols) expect(finding!.values).toHaveProperty(name);
  });

  test('carries the copper that lies in it: 0.11 kg/m over the 0.6 m between two racks', () => {
    const cables = [0, 1].map((n) => twin(n, 'a', 'b', { side: 'left' }));
    const row = pathway(analysed([...racks(2), ...ends.slice(0, 2), ...cables]), 'tray:row-a')!;
    expect(row.copperKg).toBeCloseTo(2 * 0.6 * KG_PER_M, 6);
  });

  test('crosses the aisle over the B end: 2.4 m of it', () => {
    const [first, second, third] = racks(3);
    const other = { ...third!, rowId: 'row-b', order: 0 };
    const cables = [0, 1, 2].map((n) => twin(n, 'b', 'c', { side: 'left' }));
    const analysis = analysed([ROW_B, first!, second!, other, ...ends, ...cables]);
    const row = pathway(analysis, 'tray:row-a:row-b')!;
    expect(row).toMatchObject({ cables: 3, row: 'row-a', place: 'from row A to row B, at A03' });
    expect(row.copperKg).toBeCloseTo(3 * 2.4 * KG_PER_M, 6);
    // Along row A they lie from the second rack back to over the third, which begins row B: 0.6 m.
    expect(pathway(analysis, 'tray:row-a')).toMatchObject({ cables: 3 });
  });

  test('is not there for what stays in its rack or its ends share a strip', () => {
    expect(analysed([...TWO_SWITCHES, ...dacs(2)]).pathways.map(({ kind }) => kind)).toEqual([
      'strip',
    ]);
  });
});

describe('laws', () => {
  const some = fc.record({
    count: fc.integer({ min: 1, max: 31 }),
    medium: fc.constantFrom('dac', 'aoc', 'aec', 'mmf' as const),
    side: fc.constantFrom('auto', 'left', 'right' as const),
  });
  const floor = [
    ...racks(2),
    MANAGER_TYPE,
    manager(11),
    device('low', 10),
    device('high', 20),
    device('far', 10, { rackId: 'rack-2' }),
  ];

  test('one more cable never lowers a fill, thins a bundle or lightens a pathway', () => {
    fc.assert(
      fc.property(some, fc.boolean(), ({ count, medium, side }, far) => {
        const cables = links(count + 1, 'low', far ? 'far' : 'high', (n) => ({
          medium: n % 3 === 0 ? 'dac' : medium,
          side,
        }));
        const before = analysed([...floor, ...cables.slice(0, count)]).pathways;
        const after = analysed([...floor, ...cables]).pathways;
        for (const row of before) {
          const now = after.find(({ id }) => id === row.id)!;
          expect(now.fill).toBeGreaterThanOrEqual(row.fill);
          expect(now.bundleMm).toBeGreaterThanOrEqual(row.bundleMm - 1e-9);
          expect(now.copperKg).toBeGreaterThanOrEqual(row.copperKg - 1e-12);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('the order of the records does not matter', () => {
    const cables = links(12, 'low', 'far', (n) => ({ medium: n % 2 === 0 ? 'dac' : 'mmf' }));
    const records = [...floor, ...cables];
    const wanted = analysed(records).pathways;
    expect(analysed([...records].reverse()).pathways).toEqual(wanted);
  });
});
