import { describe, expect, it } from 'vitest';
import { catalogType } from '../catalog/index.ts';
import type { DeviceType } from '../model/device-type.ts';
import { counterpart, freeTypeId, saySame, typeShelf } from './same-type.ts';
import { isInnerOnly, matchPorts, typeDifference } from './type-difference.ts';

const SWITCH = catalogType('catalog:nvidia-qm9700');

const without = (type: DeviceType, ...ids: readonly string[]): DeviceType => ({
  ...type,
  ports: type.ports.filter(({ id }) => !ids.includes(id)),
});

describe('saying the same', () => {
  it('does not hang on ids, origin or the order of fields', () => {
    const entries = Object.entries(SWITCH).reverse();
    // `fromEntries` forgets which fields there were; they are all there again.
    const turned = Object.fromEntries(entries) as unknown as DeviceType;
    expect(saySame(SWITCH, { ...turned, id: 'mine', origin: 'user' })).toBe(true);
    expect(saySame(SWITCH, { ...SWITCH, description: 'Mine' })).toBe(false);
  });

  it('a counterpart is found by id, by plain id, by maker and model', () => {
    const shelf = typeShelf([SWITCH]);
    expect(counterpart(shelf, SWITCH)).toBe(SWITCH);
    expect(counterpart(shelf, { ...SWITCH, id: `${SWITCH.id}~3`, model: 'x' })).toBe(SWITCH);
    expect(counterpart(shelf, { ...SWITCH, id: 'x', model: 'qm9700' })).toBe(SWITCH);
    expect(counterpart(shelf, { ...SWITCH, id: 'x', model: 'y' })).toBeUndefined();
  });

  it('ids of one name are counted on', () => {
    expect(freeTypeId(new Set(), 'a')).toBe('a');
    expect(freeTypeId(new Set(['a', 'a~2']), 'a~2')).toBe('a~3');
  });
});

describe('the difference of two types', () => {
  it('of one and the same is nothing', () => {
    expect(typeDifference(SWITCH, { ...SWITCH, id: 'other', origin: 'user' })).toEqual({
      fields: [],
      facts: [],
      ports: { added: [], removed: [], renamed: [], changed: [] },
      faces: [],
      mappings: false,
      faceSize: false,
      extra: false,
    });
  });

  it('names fields, and facts with where they come from', () => {
    const weightKg = { value: 9, provenance: 'measured', source: 'our scales' } as const;
    const found = typeDifference(SWITCH, { ...SWITCH, heightU: 2, weightKg, powerMaxW: null });
    expect(found.fields).toEqual([{ field: 'heightU', before: 1, after: 2 }]);
    expect(found.facts).toEqual([
      { fact: 'weightKg', before: SWITCH.weightKg, after: weightKg },
      { fact: 'powerMaxW', before: SWITCH.powerMaxW, after: null },
    ]);
  });

  it('a fact of the same value from elsewhere is a difference', () => {
    const weightKg = { ...SWITCH.weightKg!, provenance: 'assumed' } as const;
    expect(typeDifference(SWITCH, { ...SWITCH, weightKg }).facts).toHaveLength(1);
  });

  it('tells ports that go, come, and are called otherwise', () => {
    const [first, second, third, ...rest] = SWITCH.ports;
    const after = {
      ...SWITCH,
      ports: [
        { ...first!, name: 'uplink' },
        { ...second!, id: 'anew' },
        ...rest,
        { ...third!, id: 'new', name: 'new' },
      ],
    };
    const { ports } = typeDifference(SWITCH, after);
    expect(ports.renamed.map(([was, is]) => [was.name, is.name])).toEqual([
      [first!.name, 'uplink'],
    ]);
    expect(ports.removed).toEqual([third]);
    expect(ports.added.map(({ name }) => name)).toEqual(['new']);
    expect(ports.changed).toEqual([]);
  });

  it('a port of another speed is changed, one of another kind is another port', () => {
    const [first, second, ...rest] = SWITCH.ports;
    const ports = [
      { ...first!, speedGbps: 800 },
      { ...second!, kind: 'console' as const },
      ...rest,
    ];
    const found = typeDifference(SWITCH, { ...SWITCH, ports }).ports;
    expect(found.changed.map(([was]) => was.id)).toEqual([first!.id]);
    expect(found.removed.map(({ id }) => id)).toEqual([second!.id]);
    expect(found.added.map(({ id }) => id)).toEqual([second!.id]);
  });

  it('counts what changed on each face; another id of the same part is none', () => {
    const [cage, ...cages] = SWITCH.cages;
    const [shape, ...shapes] = SWITCH.shapes;
    const { faces } = typeDifference(SWITCH, {
      ...SWITCH,
      cages: [{ ...cage!, xMm: cage!.xMm + 1 }, ...cages.slice(1)],
      shapes: [{ ...shape!, id: 'other', group: 'g', locked: true }, ...shapes],
    });
    expect(faces).toEqual([{ face: cage!.face, part: 'cage', added: 0, removed: 1, changed: 1 }]);
  });
});

it('of types that do not say the same shows something, or says that only what nobody sees differs', () => {
  const told = (after: DeviceType): boolean => !isInnerOnly(typeDifference(SWITCH, after));
  const [cage, ...cages] = SWITCH.cages;
  const locked = { ...SWITCH, cages: [{ ...cage!, locked: true }, ...cages] };
  expect(saySame(SWITCH, locked)).toBe(false);
  expect(told(locked)).toBe(false);
  expect(told({ ...SWITCH, extra: '{}' })).toBe(true);
  expect(told({ ...SWITCH, slug: 'other' })).toBe(true);
  expect(told({ ...SWITCH, faceMm: { widthMm: 40, heightMm: 200 } })).toBe(true);
  expect(told({ ...SWITCH, ports: SWITCH.ports.slice(1) })).toBe(true);
});

describe('which port becomes which', () => {
  it('the same id comes before the same name', () => {
    const [first, second] = SWITCH.ports.filter(({ kind }) => kind === 'interface');
    const before = { ...SWITCH, ports: [first!, second!] };
    const after = {
      ...SWITCH,
      ports: [
        { ...second!, id: first!.id },
        { ...first!, id: 'else' },
      ],
    };
    const found = matchPorts(before, after);
    expect(found.get(first!.id)?.name).toBe(second!.name);
    expect(found.get(second!.id)).toBeUndefined();
  });

  it('ports of one name go to ports of one name, in order, each once', () => {
    const twins = SWITCH.ports.slice(0, 3).map((port) => ({ ...port, name: 'psu' }));
    const after = {
      ...SWITCH,
      ports: twins.slice(0, 2).map((port, k) => ({ ...port, id: `n${k}` })),
    };
    const found = matchPorts({ ...SWITCH, ports: twins }, after);
    expect([...found.values()].map(({ id }) => id)).toEqual(['n0', 'n1']);
    expect(found.has(twins[2]!.id)).toBe(false);
  });

  it('a port that is gone is in no map', () => {
    const gone = SWITCH.ports[5]!.id;
    expect(matchPorts(SWITCH, without(SWITCH, gone)).has(gone)).toBe(false);
  });
});
