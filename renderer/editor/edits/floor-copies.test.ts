import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fixtureArea,
  fixtureFloor,
  fixturePathway,
  fixtureRacks,
  fixtureRow,
} from '../../../shared/floor/fixture-floor.ts';
import type { Design } from '../../../shared/model/design.ts';
import { countingIds } from '../../../shared/model/ids.ts';
import { say } from '../../../shared/text/index.ts';
import { contextMenu, planContextMenu } from '../menus.ts';
import { setPlan } from '../plan/plan-camera.ts';
import { selectionOf } from '../selection.ts';
import { type TestEditor, testEditor } from '../test-editor.ts';
import { copiesOnFloor } from './floor-copies.ts';

const ROOM = fixtureArea('room', [0, 0, 12_000, 9000], { name: 'Hall 1' });
const COLUMN = fixtureArea('column', [6000, 3000, 400, 400], { name: 'Column 1' });
const TRAY = fixturePathway(
  'Tray 1',
  [
    [0, 600],
    [3000, 600],
  ],
  { widthMm: 450 },
);
const HALL = fixtureFloor(
  fixtureRow('a', 0, { xMm: 3000, yMm: 3000, facing: 'south' }),
  ...fixtureRacks('a', 3),
  ROOM,
  COLUMN,
  TRAY,
);

/** An editor whose plan is worked in, with these things selected. */
function planEditor(
  design: Design,
  selected: readonly { readonly kind: 'rack' | 'area' | 'pathway'; readonly id: string }[],
): TestEditor {
  const test = testEditor(design);
  setPlan(test.editor, { shown: 'plan', active: true, viewport: { width: 800, height: 600 } });
  test.editor.set({ selection: selectionOf(selected) });
  return test;
}

const added = <R>(before: ReadonlyMap<string, R>, after: ReadonlyMap<string, R>): readonly R[] =>
  [...after].flatMap(([id, record]) => (before.has(id) ? [] : [record]));

describe('areas and pathways on the clipboard', () => {
  it('are duplicated a tile beside, with names that go on counting, and one undo takes them back', async () => {
    const test = planEditor(HALL, [COLUMN, TRAY]);
    await test.run('edit.duplicate');
    const [column] = added(HALL.areas, test.design.areas);
    const [tray] = added(HALL.pathways, test.design.pathways);
    expect(column).toEqual({
      ...COLUMN,
      id: column?.id,
      name: 'Column 2',
      xMm: 6600,
      yMm: 3600,
    });
    expect(tray).toMatchObject({ name: 'Tray 2', widthMm: 450 });
    expect(tray?.points[0]).toEqual({ xMm: 600, yMm: 1200 });
    expect(test.editor.state.selection).toEqual(selectionOf([column!, tray!]));
    expect(test.editor.state.undoLabel).toBe(
      say('editor.label.duplicate', { count: 2, name: 'Column 1' }),
    );
    test.undo();
    expect(test.design).toEqual(HALL);
  });

  it('go to the pointer in steps of the grid, and to any millimetre without snapping', async () => {
    const test = planEditor(HALL, [COLUMN]);
    await test.run('edit.copy');
    setPlan(test.editor, { pointer: { x: 9030, y: 1010 } });
    await test.run('edit.paste');
    setPlan(test.editor, { snapping: false });
    await test.run('edit.paste');
    expect(added(HALL.areas, test.design.areas)).toMatchObject([
      { xMm: 9000, yMm: 600 },
      { xMm: 8830, yMm: 810 },
    ]);
  });

  it('are pasted in place into another design, racks and what is around them together', async () => {
    const test = planEditor(HALL, [HALL.racks.get('a1')!, ROOM, TRAY]);
    await test.run('edit.copy');
    const other = planEditor(fixtureFloor(fixtureRow('b', 0)), []);
    await other.editor.clipboard.write(await test.editor.clipboard.read());
    await other.run('edit.pasteInPlace');
    expect([...other.design.racks.values()]).toMatchObject([{ name: 'A1', rowId: 'row-b' }]);
    expect([...other.design.areas.values()]).toMatchObject([{ name: 'Hall 1', xMm: 0 }]);
    expect([...other.design.pathways.values()]).toMatchObject([{ points: TRAY.points }]);
    other.undo();
    expect(other.design.racks.size + other.design.areas.size + other.design.pathways.size).toBe(0);
  });

  it('refuse to be where a rack stands, and step past racks when they are duplicated', async () => {
    const beside = { ...COLUMN, xMm: 2700, yMm: 1200 };
    const hall = fixtureFloor(
      fixtureRow('a', 0, { xMm: 3000, yMm: 3000, facing: 'south' }),
      ...fixtureRacks('a', 3),
      beside,
    );
    const test = planEditor(hall, [beside]);
    await test.run('edit.duplicate');
    const [copy] = added(hall.areas, test.design.areas);
    expect((copy?.yMm ?? 0) - beside.yMm).toBeGreaterThan(600);
    await test.run('edit.copy');
    setPlan(test.editor, { pointer: { x: 3300, y: 2400 } });
    await test.run('edit.paste');
    expect(added(hall.areas, test.design.areas)).toEqual([copy]);
    expect(test.editor.state.notice?.text).toMatch(/stands in the column/);
  });

  it('are cut, and come back by pasting', async () => {
    const test = planEditor(HALL, [TRAY]);
    await test.run('edit.cut');
    expect(test.design.pathways.size).toBe(0);
    await test.run('edit.pasteInPlace');
    expect([...test.design.pathways.values()]).toMatchObject([
      { name: 'Tray 1', points: TRAY.points },
    ]);
  });

  it('law: copies keep their distances wherever they go', () => {
    const coordinate = fc.integer({ min: -50_000, max: 50_000 });
    fc.assert(
      fc.property(coordinate, coordinate, fc.constantFrom(1, 600), (x, y, stepMm) => {
        const content = { areas: [ROOM, COLUMN], pathways: [TRAY] };
        const copies = copiesOnFloor(HALL, countingIds(), content, { at: { x, y }, stepMm });
        const [room, column] = copies?.areas ?? [];
        const dx = (room?.xMm ?? 0) - ROOM.xMm;
        const dy = (room?.yMm ?? 0) - ROOM.yMm;
        expect([dx % stepMm, dy % stepMm].map(Math.abs)).toEqual([0, 0]);
        expect(column).toMatchObject({ xMm: COLUMN.xMm + dx, yMm: COLUMN.yMm + dy });
        expect(copies?.pathways[0]?.points).toEqual(
          TRAY.points.map((point) => ({ xMm: point.xMm + dx, yMm: point.yMm + dy })),
        );
      }),
    );
  });

  it('are not made beyond the end of the plan', () => {
    const at = { x: 1_000_500, y: 0 };
    const content = { areas: [COLUMN], pathways: [] };
    expect(copiesOnFloor(HALL, countingIds(), content, { at, stepMm: 1 })).toBeNull();
  });
});

it('what is of the same kind is selected together', async () => {
  const other = { ...COLUMN, id: 'column-2', name: 'Column 2', xMm: 9000 };
  const test = planEditor(fixtureFloor(fixtureRow('a', 0), ROOM, COLUMN, other, TRAY), [COLUMN]);
  await test.run('select.sameType');
  expect(test.editor.state.selection).toEqual(selectionOf([COLUMN, other]));
});

it('no context menu has more than twelve rows', () => {
  const sizes = (['rack', 'row', 'area', 'pathway', 'floor'] as const).map((kind) => {
    const target = { kind, rackId: '', rowId: '', areaId: '', pathwayId: '' };
    return planContextMenu(target).flat().length;
  });
  expect(Math.max(...sizes)).toBeLessThanOrEqual(12);
  expect(contextMenu({ kind: 'canvas' }).flat().length).toBeLessThanOrEqual(12);
});
