import { expect, test } from 'vitest';
import { WorkingDesign } from '../analysis/working-design.ts';
import { CATALOG_TYPES } from '../catalog/index.ts';
import { NOTHING_MOVED } from '../cluster/index.ts';
import { type Design, defaultSettings, designFromRecords } from '../model/design.ts';
import { fixtureDevice } from '../model/fixture-device.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import type { Device } from '../model/records.ts';
import { columnOf } from './column.ts';
import { heldIn } from './held.ts';

const SWITCH = 'catalog:nvidia-qm9700';
const MANAGER = 'catalog:generic-hm-1u';
const BLANK = 'catalog:generic-blank-2u';
const NODE = 'catalog:nvidia-dgx-h100';

function rackOf(...devices: readonly Device[]): Design {
  const used = new Set([...devices.map(({ typeId }) => typeId), SWITCH]);
  return designFromRecords([
    defaultSettings('test'),
    { kind: 'row', id: 'row-a', name: 'A', order: 0, place: null },
    fixtureRack({ heightU: 16 }),
    ...CATALOG_TYPES.filter(({ id }) => used.has(id)),
    ...devices,
  ]);
}

function at(u: number, typeId: string, over: Partial<Device> = {}): Device {
  return fixtureDevice({ id: `${typeId}@${u}`, typeId, u, ...over });
}

/** The blocks from the floor up, those of one open unit after another as one. */
function told(...devices: readonly Device[]): string[] | null {
  const design = new WorkingDesign(rackOf(...devices));
  const column = columnOf(design, 'rack-1', heldIn(design, NOTHING_MOVED));
  return column?.map(({ kind, u, heightU }) => `${kind} ${u}+${heightU}`) ?? null;
}

const OPEN = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `open ${from + index}+1`);

test('nodes stay, switches with their managers are one, blanks and empty units are open', () => {
  expect(
    told(
      at(1, NODE),
      at(9, BLANK),
      at(12, MANAGER),
      at(13, SWITCH),
      at(14, SWITCH),
      at(15, MANAGER),
    ),
  ).toEqual(['fixed 1+8', 'open 9+2', ...OPEN(11, 11), 'gear 12+4', ...OPEN(16, 16)]);
});

test('switches without managers move one by one, managers without switches stay', () => {
  expect(told(at(1, SWITCH), at(2, SWITCH), at(4, MANAGER))).toEqual([
    'gear 1+1',
    'gear 2+1',
    ...OPEN(3, 3),
    'fixed 4+1',
    ...OPEN(5, 16),
  ]);
});

test('what is behind one another at one height is one block, and stays when any of it does', () => {
  const behind = at(3, BLANK, { id: 'behind', face: 'rear' });
  expect(told(at(2, BLANK), behind)).toEqual([...OPEN(1, 1), 'open 2+3', ...OPEN(5, 16)]);
  const locked = at(3, BLANK, { id: 'behind', face: 'rear', locked: true });
  expect(told(at(2, BLANK), locked)).toEqual([...OPEN(1, 1), 'fixed 2+3', ...OPEN(5, 16)]);
});

test('a rack with something on half units, or of a type that is not there, stays as it is', () => {
  expect(told(at(1.5, SWITCH))).toBe(null);
  expect(told(at(1, 'nowhere'))).toBe(null);
});
