import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordSchema } from '../contract/record-schema.ts';
import type { DeviceType } from '../model/device-type.ts';
import { countingIds, type IdSource } from '../model/ids.ts';
import { PANEL_WIDTH_MM } from '../units/length.ts';
import { addBay, addCageGroup, addPorts, addShape } from './add-parts.ts';
import { ALIGNMENTS, alignParts, distributeParts } from './arrange-parts.ts';
import { usualGroup, usualPorts } from './cage-group.ts';
import { copyToFace, duplicateParts, freeName } from './copy-parts.ts';
import { boundsOf, keysOf, type PartRef, partKey, partsOf } from './face-part.ts';
import { twinSwitch } from './fixture-face.ts';
import {
  flipCages,
  groupParts,
  lockParts,
  renamePart,
  setShapeFields,
  ungroupParts,
  withGroups,
} from './group-parts.ts';
import {
  mirrorLeftRight,
  mirrorTopBottom,
  moveParts,
  moveToOtherFace,
  resizeParts,
  setPartBox,
} from './move-parts.ts';
import { copyOfType, newType } from './new-type.ts';
import { portsOfParts, removeParts } from './remove-parts.ts';

/** A switch with a vent, a label, a bay, and an inlet behind. */
function full(ids: IdSource = countingIds()): DeviceType {
  const front = { face: 'front', yMm: 30, widthMm: 40, heightMm: 10 } as const;
  let type = twinSwitch(ids);
  type = addShape(type, 'vent', { ...front, xMm: 16, yMm: 1 }, ids).type;
  type = addShape(type, 'label', { ...front, xMm: 440, widthMm: 20 }, ids, 'SN1').type;
  type = addBay(type, 'module', { ...front, face: 'rear', xMm: 30 }, ids).type;
  const inlet = {
    formFactor: 'c14',
    face: 'rear',
    xMm: 100,
    yMm: 10,
    rows: 1,
    columns: 2,
  } as const;
  return addCageGroup(type, usualGroup(inlet, 'switch'), ids).type;
}

const refsOf = (type: DeviceType): PartRef[] => partsOf(type).map(({ ref }) => ref);
const places = (type: DeviceType) =>
  partsOf(type).map(({ ref, face, xMm, yMm, widthMm, heightMm }) => [
    partKey(ref),
    face,
    xMm,
    yMm,
    widthMm,
    heightMm,
  ]);

const picked = fc.array(fc.nat({ max: 36 }), { minLength: 1, maxLength: 12 });
const offset = fc.integer({ min: -9000, max: 9000 }).map((n) => n / 1000);

/** Some parts of the type. */
function some(type: DeviceType, places: readonly number[]): PartRef[] {
  const all = refsOf(type);
  return [...new Set(places)].flatMap((place) => all[place % all.length] ?? []);
}

describe('every edit', () => {
  const ids = countingIds();
  const edits: readonly [string, (type: DeviceType, refs: readonly PartRef[]) => DeviceType][] = [
    ['moves', (type, refs) => moveParts(type, refs, 1.5, -0.3)],
    ['sets a box', (type, refs) => setPartBox(type, refs, { xMm: 40, widthMm: 0 })],
    [
      'resizes',
      (type, refs) => resizeParts(type, refs, { xMm: 20, yMm: 2, widthMm: 99, heightMm: 9 }),
    ],
    ['mirrors', mirrorLeftRight],
    ['turns over', mirrorTopBottom],
    ['goes behind', moveToOtherFace],
    ['duplicates', (type, refs) => duplicateParts(type, refs, 3, 4, ids).type],
    ['copies behind', (type, refs) => copyToFace(type, refs, 'rear', true, ids).type],
    ['aligns', (type, refs) => alignParts(type, refs, 'middle')],
    ['distributes', (type, refs) => distributeParts(type, refs, 'x', 'gaps')],
    ['groups', groupParts],
    ['ungroups', ungroupParts],
    ['flips', (type, refs) => flipCages(type, refs, true)],
    ['removes', removeParts],
  ];

  it.each(edits)(
    'leaves a valid record with unique ids, and locked parts untouched: %s',
    (_, edit) => {
      const type = full();
      fc.assert(
        fc.property(picked, picked, (meant, locked) => {
          const before = lockParts(type, some(type, locked), true);
          const after = edit(before, some(before, meant));
          expect(recordSchema.safeParse(after).error?.message).toBeUndefined();
          for (const list of [after.cages, after.ports, after.shapes, after.bays]) {
            expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
          }
          const cages = new Set(after.cages.map(({ id }) => id));
          expect(after.ports.every(({ cageId }) => cageId === null || cages.has(cageId))).toBe(
            true,
          );
          const stay = keysOf(partsOf(before).flatMap(({ ref, locked: is }) => (is ? [ref] : [])));
          const kept = (one: DeviceType) => places(one).filter(([key]) => stay.has(String(key)));
          expect(kept(after)).toEqual(kept(before));
        }),
        { numRuns: 40 },
      );
    },
  );

  it.each(edits)('leaves the type itself where it is about nothing: %s', (_, edit) => {
    const type = full();
    const after = edit(type, []);
    expect(after).toBe(type);
  });
});

describe('moving', () => {
  it('there and back is where it was', () => {
    const type = full();
    fc.assert(
      fc.property(picked, offset, offset, (meant, dx, dy) => {
        const refs = some(type, meant);
        expect(places(moveParts(moveParts(type, refs, dx, dy), refs, -dx, -dy))).toEqual(
          places(type),
        );
      }),
    );
  });

  it('mirrors and turns over twice to what it was, and never leaves the box', () => {
    const type = full();
    fc.assert(
      fc.property(picked, fc.constantFrom(mirrorLeftRight, mirrorTopBottom), (meant, mirror) => {
        const refs = some(type, meant);
        const keys = keysOf(refs);
        const once = mirror(type, refs);
        const box = (one: DeviceType) =>
          boundsOf(partsOf(one).filter(({ ref }) => keys.has(partKey(ref))));
        const [a, b] = [box(once), box(type)];
        expect(a?.xMm).toBeCloseTo(b!.xMm, 6);
        expect(a?.heightMm).toBeCloseTo(b!.heightMm, 6);
        expect(mirror(once, refs)).toEqual(type);
      }),
    );
  });

  it('goes straight behind, as one walks round, and back', () => {
    const type = full();
    const [ref] = refsOf(type);
    const behind = moveToOtherFace(type, [ref!]);
    expect(behind.shapes[0]).toMatchObject({ face: 'rear', xMm: PANEL_WIDTH_MM - 16 - 40 });
    expect(moveToOtherFace(behind, [ref!])).toEqual(type);
  });
});

describe('copies', () => {
  it('take their ports along under names that are free, and leave groups apart', () => {
    const type = full();
    const refs: PartRef[] = type.cages.slice(0, 2).map(({ id }) => ({ part: 'cage', id }));
    const copy = duplicateParts(type, refs, 0, 50, countingIds());
    const made = copy.type.cages.filter(({ id }) => keysOf(copy.added).has(`cage:${id}`));
    expect(made.map(({ name, group, yMm }) => [name, group, yMm])).toEqual([
      ['swp33', 'osfp 2', 55],
      ['swp34', 'osfp 2', 75.66],
    ]);
    const ports = copy.type.ports.filter(({ cageId }) => made.some(({ id }) => id === cageId));
    expect(ports).toHaveLength(4);
    expect(new Set(copy.type.ports.map(({ name, kind }) => kind + name)).size).toBe(70);
  });

  it('count the last number up, or begin with 2', () => {
    const taken = new Set(['swp1', 'swp2', 'Eth1/9', 'mgmt', 'mgmt 2', '400G']);
    const next = (name: string) => freeName(name, (text) => !taken.has(text));
    expect(['swp1', 'Eth1/9', 'mgmt', '400G', 'free', ''].map(next)).toEqual([
      'swp3',
      'Eth1/10',
      'mgmt 3',
      '401G',
      'free',
      '',
    ]);
  });
});

describe('removing', () => {
  it('takes the ports of the openings along, and tells of them before', () => {
    const type = full();
    const refs: PartRef[] = [{ part: 'cage', id: type.cages[0]!.id }];
    const gone = portsOfParts(type, refs);
    expect(gone).toEqual(type.ports.slice(0, 2).map(({ id }) => id));
    const after = removeParts(type, refs);
    expect(after.ports).toEqual(type.ports.slice(2));
    const locked = lockParts(type, refs, true);
    expect(removeParts(locked, refs)).toBe(locked);
    expect(portsOfParts(locked, refs)).toEqual([]);
  });
});

describe('lining up', () => {
  const at = (xMm: number, yMm: number, widthMm: number) =>
    ({ face: 'front', xMm, yMm, widthMm, heightMm: 5 }) as const;
  function three(): { type: DeviceType; refs: PartRef[] } {
    const ids = countingIds();
    let type = newType('own', { manufacturer: 'A', model: 'B', heightU: 1, width: 'full' });
    for (const area of [at(20, 2, 10), at(37, 9, 20), at(100, 20, 10)]) {
      type = addShape(type, 'blank', area, ids).type;
    }
    return { type, refs: refsOf(type) };
  }
  const xs = (type: DeviceType) => type.shapes.map(({ xMm }) => xMm);
  const ys = (type: DeviceType) => type.shapes.map(({ yMm }) => yMm);

  it.each([
    ['left', [20, 20, 20]],
    ['centre', [60, 55, 60]],
    ['right', [100, 90, 100]],
  ] as const)('%s', (alignment, expected) => {
    const { type, refs } = three();
    expect(xs(alignParts(type, refs, alignment))).toEqual(expected);
  });

  it.each([
    ['top', [2, 2, 2]],
    ['middle', [11, 11, 11]],
    ['bottom', [20, 20, 20]],
  ] as const)('%s', (alignment, expected) => {
    const { type, refs } = three();
    expect(ys(alignParts(type, refs, alignment))).toEqual(expected);
  });

  it('lines up with what is locked, and needs two', () => {
    const { type, refs } = three();
    const locked = lockParts(type, [refs[1]!], true);
    expect(xs(alignParts(locked, refs, 'left'))).toEqual([37, 37, 37]);
    for (const alignment of ALIGNMENTS) expect(alignParts(type, [refs[0]!], alignment)).toBe(type);
  });

  it('spaces evenly: by gaps or by pitch', () => {
    const { type, refs } = three();
    expect(xs(distributeParts(type, refs, 'x', 'gaps'))).toEqual([20, 55, 100]);
    expect(xs(distributeParts(type, refs, 'x', 'pitch'))).toEqual([20, 55, 100]);
    const wide = setPartBox(type, [refs[0]!], { widthMm: 30 });
    expect(xs(distributeParts(wide, refs, 'x', 'gaps'))).toEqual([20, 65, 100]);
    expect(xs(distributeParts(wide, refs, 'x', 'pitch'))).toEqual([20, 60, 100]);
    expect(ys(distributeParts(type, refs, 'y', 'gaps'))).toEqual([2, 11, 20]);
    expect(distributeParts(type, refs.slice(0, 2), 'x', 'gaps')).toBe(type);
    const locked = lockParts(type, [refs[1]!], true);
    expect(distributeParts(locked, refs, 'x', 'gaps')).toBe(locked);
  });
});

describe('groups, locks and names', () => {
  it('picks a group whole, on its face', () => {
    const type = full();
    const [cage] = type.cages;
    expect(withGroups(type, [{ part: 'cage', id: cage!.id }])).toHaveLength(32);
    const free = ungroupParts(type, [{ part: 'cage', id: cage!.id }]);
    expect(withGroups(free, [{ part: 'cage', id: cage!.id }])).toHaveLength(1);
    const grouped = groupParts(
      groupParts(free, refsOf(free).slice(0, 2)),
      refsOf(free).slice(2, 4),
    );
    expect(new Set(grouped.shapes.map(({ group }) => group))).toEqual(new Set(['group-1']));
    expect(withGroups(grouped, refsOf(free).slice(0, 1))).toHaveLength(2);
  });

  it('renames what has a name, and sets what a shape has', () => {
    const type = full();
    const [vent, label] = type.shapes;
    expect(renamePart(type, { part: 'cage', id: type.cages[0]!.id }, 'A').cages[0]?.name).toBe('A');
    expect(renamePart(type, { part: 'bay', id: type.bays[0]!.id }, 'B').bays[0]?.name).toBe('B');
    expect(renamePart(type, { part: 'shape', id: label!.id }, 'C').shapes[1]?.text).toBe('C');
    expect(renamePart(type, { part: 'shape', id: vent!.id }, 'D')).toBe(type);
    const set = setShapeFields(type, refsOf(type), { openRatio: 0.3, text: 'E' });
    expect(set.shapes.map(({ openRatio, text }) => [openRatio, text])).toEqual([
      [0.3, ''],
      [null, 'E'],
    ]);
  });

  it('gives an opening ports of its own', () => {
    const type = full();
    const plan = { ...usualPorts('rj45', 'front', 'switch'), count: 2, name: 'x{n}.{p}' };
    const ports = addPorts(type, type.cages[0]!.id, plan, 7, countingIds()).ports.slice(-2);
    expect(ports.map(({ name, cageId }) => [name, cageId])).toEqual([
      ['x7.1', type.cages[0]!.id],
      ['x7.2', type.cages[0]!.id],
    ]);
    expect(addPorts(type, 'nowhere', plan, 1, countingIds())).toBe(type);
  });
});

describe('new types', () => {
  it('know nothing, and are valid', () => {
    const type = newType('own', { manufacturer: 'Acme', model: 'X', heightU: 1.5, width: 'half' });
    expect(recordSchema.safeParse(type).success).toBe(true);
    expect(type).toMatchObject({ origin: 'user', category: 'other', powerMaxW: null, cages: [] });
  });

  it('are copied as one’s own', () => {
    const type = { ...full(), origin: 'catalog' as const };
    expect(copyOfType(type, 'mine')).toEqual({ ...type, id: 'mine', origin: 'user' });
  });
});
