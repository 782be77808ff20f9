import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORM_FACTORS } from '../model/device-type.ts';
import { countingIds } from '../model/ids.ts';
import { addCageGroup } from './add-parts.ts';
import {
  type CageGroup,
  countedOn,
  groupSizeMm,
  planGroup,
  splitPlan,
  usualGroup,
  usualPorts,
} from './cage-group.ts';
import { faceChecks } from './face-checks.ts';
import { blankSwitch, twinOsfp, twinSwitch } from './fixture-face.ts';
import { groupOf } from './group-of.ts';
import { countedPlaces, NUMBERING_ORDERS, nameFrom } from './numbering.ts';

/** Names by row, as one reads them off the face. */
function rowsOf(group: CageGroup): string[][] {
  const rows: string[][] = [];
  for (const { place, cage } of planGroup(group)) {
    const row = (rows[place.row] ??= []);
    row[place.column] = cage.name;
  }
  return rows;
}

describe('numbers on a face', () => {
  const four = { rows: 4, columns: 3, cageName: '{n}' };
  it.each([
    ['left-right', ['1 2 3', '4 5 6', '7 8 9', '10 11 12']],
    ['top-down', ['1 5 9', '2 6 10', '3 7 11', '4 8 12']],
    ['odd-over-even', ['1 3 5', '2 4 6', '7 9 11', '8 10 12']],
  ] as const)('%s', (order, rows) => {
    expect(rowsOf(twinOsfp({ ...four, order })).map((row) => row.join(' '))).toEqual(rows);
  });

  it('begin with any number', () => {
    const group = twinOsfp({ rows: 2, columns: 2, order: 'odd-over-even', first: 0 });
    expect(rowsOf(group)).toEqual([
      ['swp0', 'swp2'],
      ['swp1', 'swp3'],
    ]);
  });

  it('count every place once, in every order', () => {
    const sides = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(sides, sides, fc.constantFrom(...NUMBERING_ORDERS), (rows, columns, order) => {
        const places = countedPlaces({ rows, columns }, order);
        expect(new Set(places.map(({ row, column }) => row * columns + column)).size).toBe(
          rows * columns,
        );
      }),
    );
  });

  it('leave braces that mean nothing', () => {
    expect(nameFrom('{n}/{x}/{p}', { n: 3 })).toBe('3/{x}/{p}');
  });
});

describe('a group of openings', () => {
  it('makes 32 cages and 64 ports at true size, lower row upside down', () => {
    const { cages, ports } = twinSwitch();
    expect([cages.length, ports.length]).toEqual([32, 64]);
    expect(cages[1]).toMatchObject({
      name: 'swp2',
      xMm: 60,
      yMm: 25.66,
      widthMm: 22.58,
      heightMm: 13,
      flipped: true,
    });
    expect(
      ports.slice(2, 4).map(({ name, speedGbps, cageId }) => [name, speedGbps, cageId]),
    ).toEqual([
      ['swp2s1', 400, cages[1]?.id],
      ['swp2s2', 400, cages[1]?.id],
    ]);
  });

  it('stands in pairs that are further apart than their rows', () => {
    const pairs = twinOsfp({ rows: 4, columns: 1, rowPitchMm: 14.5, pairPitchMm: 44 });
    expect(planGroup(pairs).map(({ cage }) => [cage.yMm, cage.flipped])).toEqual([
      [5, false],
      [19.5, true],
      [49, false],
      [63.5, true],
    ]);
    expect(groupSizeMm(pairs)).toEqual({ width: 22.58, height: 71.5 });
  });

  it('is as close as plugs and pull-tabs allow, and no check speaks against it', () => {
    for (const formFactor of FORM_FACTORS) {
      for (const rows of [1, 2, 3, 4, 6]) {
        const start = { formFactor, face: 'front', xMm: 20, yMm: 2, rows, columns: 4 } as const;
        const group = usualGroup(start, 'switch');
        const { type } = addCageGroup(blankSwitch(4), group, countingIds());
        expect(faceChecks(type)).toEqual([]);
      }
    }
  });

  it('breaks ports out: speed and lanes are shared', () => {
    const plan = {
      ...usualPorts('osfp', 'front', 'switch'),
      name: 'Eth1/{n}',
      speedGbps: 800,
      lanes: 8,
    };
    expect(splitPlan(plan, 8)).toMatchObject({
      count: 8,
      speedGbps: 100,
      lanes: 1,
      name: 'Eth1/{n}/{p}',
    });
    expect(splitPlan({ ...plan, lanes: 4 }, 8)).toMatchObject({ lanes: null });
    expect(() => splitPlan(plan, 0)).toThrow(RangeError);
  });

  it('refuses what is no grid', () => {
    expect(() => planGroup(twinOsfp({ rows: 0 }))).toThrow(RangeError);
    expect(() => planGroup(twinOsfp({ columns: 2.5 }))).toThrow(RangeError);
    expect(() => planGroup(twinOsfp({ rows: 100, columns: 100 }))).toThrow(RangeError);
  });

  it('knows a power inlet from a network port, and a patch panel from a switch', () => {
    expect(usualPorts('c14', 'rear', 'switch')).toMatchObject({ kind: 'powerInlet' });
    expect(usualPorts('lc', 'rear', 'patch-panel')).toMatchObject({ kind: 'rear', slug: 'lc' });
    expect(usualPorts('osfp', 'front', 'switch')).toMatchObject({ kind: 'interface' });
  });
});

const groups = fc
  .record({
    rows: fc.integer({ min: 1, max: 4 }),
    columns: fc.integer({ min: 1, max: 20 }),
    formFactor: fc.constantFrom(...FORM_FACTORS),
    order: fc.constantFrom(...NUMBERING_ORDERS),
    first: fc.integer({ min: 0, max: 200 }),
    cageName: fc.constantFrom('{n}', 'swp{n}', 'Ethernet1/{n}', 'P{n} 400G', 'x'),
    portName: fc.constantFrom('swp{n}s{p}', 'Eth1/{n}/{p}', 'rail{i}', '{n}.{p}', 'port {i}'),
    label: fc.constantFrom('', '{n}', '400G', 'L{i}'),
    count: fc.constantFrom(0, 1, 2, 4, 8),
    firstPlace: fc.integer({ min: 0, max: 1 }),
    firstRunning: fc.integer({ min: 0, max: 33 }),
    xMm: fc.integer({ min: 20_000, max: 60_000 }),
    pitchMm: fc.integer({ min: 20_000, max: 40_000 }),
    pairPitchMm: fc.option(fc.integer({ min: 40_000, max: 60_000 })),
    bellyToBelly: fc.boolean(),
    locked: fc.boolean(),
  })
  .map(
    ({
      portName,
      label,
      count,
      firstPlace,
      firstRunning,
      xMm,
      pitchMm,
      pairPitchMm,
      ...rest
    }): CageGroup => {
      const start = {
        formFactor: rest.formFactor,
        face: 'front',
        yMm: 3,
        rows: 1,
        columns: 1,
      } as const;
      const usual = usualGroup({ ...start, xMm: xMm / 1000 }, 'switch');
      const ports = usual.ports && {
        ...usual.ports,
        count,
        name: portName,
        label,
        firstPlace,
        firstRunning,
      };
      return {
        ...usual,
        ...rest,
        pitchMm: pitchMm / 1000,
        pairPitchMm: pairPitchMm === null ? null : pairPitchMm / 1000,
        ports: count === 0 ? null : ports,
      };
    },
  );

describe('another group', () => {
  it('counts on from the names that are taken', () => {
    const type = twinSwitch();
    expect(countedOn(type, twinOsfp({ rows: 1, columns: 4 })).first).toBe(33);
    expect(countedOn(blankSwitch(), twinOsfp()).first).toBe(1);
    const nameless = twinOsfp({ cageName: 'x', ports: null });
    expect(countedOn(type, nameless).first).toBe(1);
  });
});

describe('a group that is read back', () => {
  it('makes the same cages and ports again, whatever they were made from', () => {
    fc.assert(
      fc.property(groups, (group) => {
        const made = addCageGroup(blankSwitch(4), group, countingIds()).type;
        const read = groupOf(
          made,
          made.cages.map(({ id }) => id),
        );
        expect(read).not.toBeNull();
        const again = addCageGroup(blankSwitch(4), read!, countingIds()).type;
        const bySpot = (type: typeof made) =>
          type.cages
            .map((cage) => ({
              ...cage,
              id: '',
              ports: type.ports
                .filter(({ cageId }) => cageId === cage.id)
                .map((port) => ({ ...port, id: '', cageId: '' })),
            }))
            .sort((a, b) => a.yMm - b.yMm || a.xMm - b.xMm);
        expect(bySpot(again)).toEqual(bySpot(made));
      }),
    );
  });

  it('says what it was made from', () => {
    const type = twinSwitch();
    expect(
      groupOf(
        type,
        type.cages.map(({ id }) => id),
      ),
    ).toEqual(twinOsfp());
  });

  it('is none where a cage is missing, stands aside, or has a name of its own', () => {
    const type = twinSwitch();
    const ids = type.cages.map(({ id }) => id);
    expect(groupOf(type, ids.slice(1))).toBeNull();
    const moved = {
      ...type,
      cages: type.cages.map((c, k) => (k === 5 ? { ...c, xMm: c.xMm + 1 } : c)),
    };
    expect(groupOf(moved, ids)).toBeNull();
    const named = {
      ...type,
      cages: type.cages.map((c, k) => (k === 5 ? { ...c, name: 'swp99' } : c)),
    };
    expect(groupOf(named, ids)).toBeNull();
    expect(groupOf(type, [])).toBeNull();
    expect(groupOf(type, ['nobody'])).toBeNull();
  });
});
