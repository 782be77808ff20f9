/**
 * Cables that are led by hand through racks that they do not end in: what they fill there, with the arithmetic written
 * out. Racks of 600 mm have strips of (600 − 482.6)/2 = 58.7 mm whose middles are 29.35 mm from the edges, 150 mm deep;
 * a jacket of eight lanes of copper is 9.43 mm thick and weighs 0.11 kg/m.
 */
import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { applyDiff, type Diff } from '../model/diff.ts';
import type { Cable, DesignRecord, Waypoint } from '../model/records.ts';
import { analysed, MANAGER_TYPE, manager, racks } from './fixture-bundles.ts';
import { design, device, found, twin, valueOf } from './fixture-design.ts';
import { analyse, createAnalyser } from './index.ts';
import type { Analysis, PathwayRow } from './types.ts';

const LEFT = 29.35;
const RIGHT = 600 - LEFT;
const TRAY = -300;
/** What one jacket takes of a strip: π·9.43²/4 = 69.84 mm² of 58.7·150 = 8805 mm². */
const SHARE = (Math.PI * 9.43 ** 2) / 4 / (58.7 * 150);
const KG_PER_M = 0.11;

const ROOM: readonly DesignRecord[] = [
  ...racks(3),
  MANAGER_TYPE,
  device('low', 10),
  device('high', 20),
  device('next', 20, { rackId: 'rack-2' }),
];

function at(xMm: number, yMm: number, over: Partial<Waypoint> = {}): Waypoint {
  return { rackId: 'rack-3', face: 'front', xMm, yMm, ...over };
}

function led(waypoints: readonly Waypoint[], over: Partial<Cable> = {}): Cable {
  return twin(0, 'low', 'next', { waypoints, ...over });
}

function rowsOf(analysis: Analysis, rack: string): readonly PathwayRow[] {
  return analysis.pathways.filter((row) => row.rack === rack);
}

/** A manager in U30 of the third rack: its middle is 80 + 12·44.45 + 22.225 = 635.625 mm below the top. */
const HM = manager(30, { rackId: 'rack-3' });
const HM_Y = 635.625;
/** Down the left strip of the third rack, along the manager, and up the right strip. */
const THROUGH = [at(LEFT, HM_Y), at(RIGHT, HM_Y), at(RIGHT, TRAY)];

describe('a strip of a third rack', () => {
  test('holds a cable that goes down in it and up again twice', () => {
    const analysis = analysed([...ROOM, led([at(LEFT, 1000), at(LEFT, TRAY)])]);
    const [row, ...others] = rowsOf(analysis, 'rack-3');
    expect(others).toEqual([]);
    expect(row).toMatchObject({ id: 'strip:rack-3:front:left', cables: 2, limit: 0.5 });
    expect(row!.fill).toBeCloseTo(2 * SHARE, 9);
    // two beside each other are 2·9.43 mm across
    expect(row!.bundleMm).toBeCloseTo(2 * 9.43, 9);
    // 1 m down and 1 m up
    expect(row!.copperKg).toBeCloseTo(2 * KG_PER_M, 6);
    expect(analysis.racks.find(({ id }) => id === 'rack-3')!.bundleFill).toBe(row!.fill);
  });

  test('on the face behind is another one', () => {
    const behind = [at(LEFT, 1000, { face: 'rear' }), at(RIGHT, TRAY, { face: 'rear' })];
    const rows = rowsOf(analysed([...ROOM, led(behind)]), 'rack-3');
    expect(rows.map(({ id, cables }) => [id, cables])).toEqual([['strip:rack-3:rear:left', 2]]);
  });

  test('is not filled by what runs over the rack in the tray', () => {
    expect(rowsOf(analysed([...ROOM, led([at(LEFT, TRAY)])]), 'rack-3')).toEqual([]);
  });

  test('that is too full is found there, and names what is in it', () => {
    // of 20 mm depth 1174 mm²: 5 cables pass twice, 10·69.84 mm² are 59.5 %
    const five = Array.from({ length: 5 }, (_, n) =>
      twin(n, 'low', 'next', { waypoints: [at(LEFT, 1000), at(LEFT, TRAY)] }),
    );
    const finding = found(
      analysed([...ROOM, ...five], { managerDepthMm: 20 }),
      'bundle:rack-3:strip',
    );
    expect(finding).toMatchObject({ severity: 'warning', subjects: [{ id: 'rack-3' }] });
    expect(valueOf(finding, 'fill')).toBeCloseTo((100 * 10 * 69.8415) / 1174, 1);
    expect(finding?.message).toContain('10 × Passive copper of 9.4 mm');
  });

  test('is so full with it that another cable goes to the other side', () => {
    // 8 of its own fit into 587 mm² to the left, 558.7 mm²; with the one that passes, which goes down and up, two go.
    const own = [device('x', 5, { rackId: 'rack-3' }), device('y', 15, { rackId: 'rack-3' })];
    const eight = Array.from({ length: 8 }, (_, n) => twin(n, 'x', 'y'));
    const passing = led([at(LEFT, 1500), at(LEFT, TRAY)], { id: 'passing', label: 'P' });
    const cablesOf = (cables: readonly Cable[]) =>
      rowsOf(analysed([...ROOM, ...own, ...cables], { managerDepthMm: 20 }), 'rack-3').map(
        ({ id, cables: count }) => [id, count],
      );
    expect(cablesOf(eight)).toEqual([['strip:rack-3:front:left', 8]]);
    expect(cablesOf([...eight, passing])).toEqual([
      ['strip:rack-3:front:left', 8],
      ['strip:rack-3:front:right', 2],
    ]);
  });
});

describe('a manager of a third rack', () => {
  test('holds what is led along it from edge to edge', () => {
    const [left, right, along] = rowsOf(analysed([...ROOM, HM, led(THROUGH)]), 'rack-3');
    expect([left, right].map((row) => [row!.id, row!.cables])).toEqual([
      ['strip:rack-3:front:left', 1],
      ['strip:rack-3:front:right', 1],
    ]);
    expect(left!.copperKg).toBeCloseTo((HM_Y / 1000) * KG_PER_M, 6);
    expect(along).toMatchObject({ id: 'manager:hm-30', cables: 1 });
    expect(along!.fill).toBeCloseTo((Math.PI * 9.43 ** 2) / 4 / (44.45 * 90), 9);
    // its whole width, 482.6 mm
    expect(along!.copperKg).toBeCloseTo(0.4826 * KG_PER_M, 6);
  });

  test('holds only the piece that lies in it', () => {
    // from the left edge at 58.7 mm to x = 200, and there up over the faces
    const half = [at(LEFT, HM_Y), at(200, HM_Y), at(200, TRAY)];
    const rows = rowsOf(analysed([...ROOM, HM, led(half)]), 'rack-3');
    const along = rows.find(({ id }) => id === 'manager:hm-30')!;
    expect(along.copperKg).toBeCloseTo(0.1413 * KG_PER_M, 6);
    expect(along.place).toContain('left third');
  });

  test('holds nothing of what turns up again beside it', () => {
    // The manager begins at 58.7 mm; at its height the cable only goes from 29.35 to 50 mm.
    const beside = [at(LEFT, HM_Y), at(50, HM_Y), at(50, TRAY)];
    const rows = rowsOf(analysed([...ROOM, HM, led(beside)]), 'rack-3');
    expect(rows.map(({ id, cables, copperKg }) => [id, cables, copperKg > 0])).toEqual([
      ['strip:rack-3:front:left', 2, true],
      ['manager:hm-30', 0, false],
    ]);
  });

  test('a unit higher holds nothing of it', () => {
    const higher = manager(31, { rackId: 'rack-3' });
    const rows = rowsOf(analysed([...ROOM, higher, led(THROUGH)]), 'rack-3');
    expect(rows.find(({ id }) => id === 'manager:hm-31')).toMatchObject({ cables: 0, fill: 0 });
  });

  test('that is too full is a finding of it', () => {
    const narrow = {
      ...MANAGER_TYPE,
      pathwayMm2: { value: 100, provenance: 'datasheet', source: 't' },
    };
    const records = ROOM.map((record) => (record === MANAGER_TYPE ? narrow : record));
    const finding = found(
      analysed([...(records as DesignRecord[]), HM, led(THROUGH)]),
      'bundle:hm-30:manager',
    );
    expect(valueOf(finding, 'fill')).toBeCloseTo(69.84, 1);
    // no device of the rack is led by it
    expect(finding?.subjects.map(({ id }) => id)).toEqual(['hm-30', 'rack-3']);
  });
});

describe('the racks that it ends in', () => {
  test('up past the other end and down to it fills the strip three times between', () => {
    // from U10 up to y = 300, down to U20: above U20 twice, below it once
    const cable = twin(0, 'low', 'high', { waypoints: [at(LEFT, 300, { rackId: 'rack-1' })] });
    const [row] = rowsOf(analysed([...ROOM, cable]), 'rack-1');
    expect(row!.cables).toBe(2);
    // They leave their faces 7.5 mm below the upper edges of their units: the middle of the 15 mm over their cages.
    const [one, other] = [80 + 32 * 44.45 + 7.5, 80 + 22 * 44.45 + 7.5];
    expect(row!.copperKg).toBeCloseTo(((one - 300 + (other - 300)) / 1000) * KG_PER_M, 4);
  });

  test('up one strip and down the other lies in both', () => {
    const over = [at(LEFT, 500, { rackId: 'rack-1' }), at(RIGHT, 500, { rackId: 'rack-1' })];
    const cable = twin(0, 'low', 'high', { waypoints: over });
    const rows = rowsOf(analysed([...ROOM, cable]), 'rack-1');
    expect(rows.map(({ id, cables }) => [id, cables])).toEqual([
      ['strip:rack-1:front:left', 1],
      ['strip:rack-1:front:right', 1],
    ]);
  });

  test('what the legs of a breakout share at their end lies there once', () => {
    const ends = {
      a: ['a', 'b'].map((half) => ({ deviceId: 'low', portId: `port-0${half}` })),
      b: [
        { deviceId: 'high', portId: 'port-0a' },
        { deviceId: 'high', portId: 'port-3a' },
      ],
    };
    const cable = twin(0, 'low', 'high', {
      ends,
      waypoints: [at(RIGHT, 1300, { rackId: 'rack-1' })],
    });
    const rows = rowsOf(analysed([...ROOM, cable]), 'rack-1');
    expect(rows.map(({ id }) => id)).toEqual(['strip:rack-1:front:right']);
    // The trunk from U10 to the first end at U20, and the other end by itself along the same.
    expect(rows[0]!.cables).toBe(2);
  });
});

describe('edit by edit', () => {
  const plain = (analysis: Analysis): unknown => JSON.parse(JSON.stringify(analysis));
  const updated = (before: DesignRecord, after: DesignRecord): Diff => ({
    added: [],
    updated: [[before, after]],
    removed: [],
  });

  test('a point that is moved, a manager and a rack that come and go: as from scratch', () => {
    const cable = led(THROUGH);
    const moved = led([at(LEFT, 900, { rackId: 'rack-2' }), at(LEFT, TRAY, { rackId: 'rack-2' })]);
    const [, , third] = racks(3);
    const start: Design = design([...ROOM, HM, cable]);
    const edits: readonly Diff[] = [
      updated(cable, moved),
      updated(moved, cable),
      updated(HM, { ...HM, u: 12 }),
      { added: [], updated: [], removed: [{ ...HM, u: 12 }] },
      { added: [HM], updated: [], removed: [] },
      updated(third!, { ...third!, widthMm: 800 }),
      updated({ ...third!, widthMm: 800 }, third!),
      { added: [], updated: [], removed: [HM, third!] },
      { added: [third!, HM], updated: [], removed: [] },
      { added: [], updated: [], removed: [cable] },
      { added: [moved], updated: [], removed: [] },
    ];
    const analyser = createAnalyser(start);
    let now = start;
    for (const [index, edit] of edits.entries()) {
      now = applyDiff(now, edit);
      expect(plain(analyser.update(edit)), `edit ${index}`).toEqual(plain(analyse(now)));
    }
    // in the second rack down to 900 mm, up again, and down to its end at 1079 mm
    expect(rowsOf(analyser.analysis, 'rack-3').map(({ cables }) => cables)).toEqual([0]);
    expect(rowsOf(analyser.analysis, 'rack-2').map(({ cables }) => cables)).toEqual([3]);
  });
});
