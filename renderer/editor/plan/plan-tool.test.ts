import { beforeEach, describe, expect, it } from 'vitest';
import {
  fixtureArea,
  fixtureFloor,
  fixturePathway,
  fixtureRacks,
  fixtureRow,
} from '../../../shared/floor/fixture-floor.ts';
import { floorPlan } from '../../../shared/floor/floor-plan.ts';
import { toScreen } from '../camera.ts';
import { boxCentre, type Point } from '../geometry.ts';
import { NO_MODIFIERS, type PointerInput } from '../pointer.ts';
import { selectionOf } from '../selection.ts';
import { type TestEditor, testEditor } from '../test-editor.ts';
import {
  ENTER_ZOOM,
  fitPlan,
  setPlan,
  showViews,
  zoomElevations,
  zoomPlan,
} from './plan-camera.ts';
import { rowHandle } from './plan-hit.ts';

/** Two rows that face each other over an aisle of 1.2 m, a column beside them, and a tray over the first. */
const HALL = fixtureFloor(
  fixtureRow('a', 0, { xMm: 0, yMm: 0, facing: 'south' }),
  fixtureRow('b', 1, { xMm: 3000, yMm: 1200, facing: 'north' }),
  ...fixtureRacks('a', 4),
  ...fixtureRacks('b', 3),
  fixtureArea('column', [6000, -1200, 600, 600]),
  fixturePathway('tray', [
    [0, -600],
    [2400, -600],
  ]),
);

let test: TestEditor;

beforeEach(() => {
  test = testEditor(HALL);
  showViews(test.editor, 'plan');
  setPlan(test.editor, { viewport: { width: 1600, height: 1000 } });
  fitPlan(test.editor);
});

const screen = (world: Point): Point => toScreen(test.editor.state.plan.camera, world);
const rackAt = (id: string): Point => boxCentre(floorPlan(test.design).racks.get(id)!.box);
const boxOf = (id: string) => floorPlan(test.design).racks.get(id)!.box;

function input(at: Point, modifiers: Partial<PointerInput['modifiers']> = {}): PointerInput {
  return {
    screen: screen(at),
    button: 'primary',
    modifiers: { ...NO_MODIFIERS, ...modifiers },
    pointerType: 'mouse',
  };
}

function drag(from: Point, to: Point, holding = false): void {
  const { planTool } = test.editor;
  planTool.pointerDown(input(from));
  for (const share of [0.2, 0.6, 1]) {
    planTool.pointerMove(
      input({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }),
    );
  }
  if (!holding) planTool.pointerUp(input(to));
}

function click(at: Point): void {
  test.editor.planTool.pointerDown(input(at));
  test.editor.planTool.pointerUp(input(at));
}

describe('racks in the plan', () => {
  it('move along their row, and the others stay where they stand', () => {
    const from = rackAt('a4');
    drag(from, { x: from.x + 1210, y: from.y });
    expect(boxOf('a4').x).toBe(3000);
    expect(boxOf('a3').x).toBe(1200);
    test.undo();
    expect(test.design).toEqual(HALL);
  });

  it('go into the row they are held over, and leave a gap where they stood', () => {
    drag(rackAt('a1'), { x: 3310, y: 1800 });
    expect(test.design.racks.get('a1')).toMatchObject({ rowId: 'row-b' });
    expect(boxOf('a2').x).toBe(600);
    expect(boxOf('a1')).toMatchObject({ x: 3000, y: 1200 });
    expect(test.editor.history.undoable).toHaveLength(1);
  });

  it('become a row of their own on open floor', () => {
    drag(rackAt('a2'), { x: -3000, y: 4200 });
    expect(test.design.rows.size).toBe(3);
    const rack = test.design.racks.get('a2');
    expect(test.design.rows.get(rack?.rowId ?? '')?.place).not.toBeNull();
    expect(floorPlan(test.design).racks.get('a2')?.facing).toBe('south');
  });

  it('are refused where they cannot stand, with the reason, and stay', () => {
    drag(rackAt('a2'), { x: 6300, y: -900 }, true);
    const { overlay } = test.editor.state.plan;
    expect(overlay.allowed).toBe(false);
    expect(overlay.message).toMatchObject({ tone: 'refused' });
    expect(overlay.message?.text).toMatch(/column/i);
    test.editor.planTool.pointerUp(input({ x: 6300, y: -900 }));
    expect(test.design).toBe(test.editor.state.design);
    expect(boxOf('a2').x).toBe(600);
    expect(test.editor.history.undoable).toHaveLength(0);
  });

  it('are put back by Escape, with the selection of before', () => {
    drag(rackAt('a2'), { x: 3300, y: 1800 }, true);
    test.press('Escape');
    expect(test.editor.state.design).toBe(HALL);
    expect(test.editor.state.selection.racks.size).toBe(0);
    expect(test.editor.state.plan.overlay.racks).toEqual([]);
  });

  it('move by the arrow keys, along the row and into the next one', () => {
    click(rackAt('a4'));
    test.press('ArrowRight');
    expect(boxOf('a4').x).toBe(1900);
    test.press('Shift+ArrowRight');
    expect(boxOf('a4').x).toBe(2500);
    test.press('ArrowDown');
    expect(test.design.racks.get('a4')?.rowId).toBe('row-b');
  });
});

describe('rows, areas and pathways in the plan', () => {
  it('a row is dragged by its name and snaps to an aisle', () => {
    const row = floorPlan(HALL).rowOf.get('row-b')!;
    const from = boxCentre(rowHandle(row, test.editor.state.plan.camera.zoom));
    drag(from, { x: from.x + 20, y: from.y + 610 });
    expect(test.design.rows.get('row-b')?.place).toEqual({
      xMm: 3000,
      yMm: 1800,
      facing: 'north',
    });
  });

  it('turned, mirrored, aligned, numbered: each is one step', async () => {
    test.editor.set({
      selection: selectionOf([
        { kind: 'row', id: 'row-a' },
        { kind: 'row', id: 'row-b' },
      ]),
    });
    for (const id of ['plan.quarterTurn', 'plan.mirror', 'plan.numberRacks'] as const) {
      const before = test.design;
      await test.run(id);
      expect(test.design).not.toBe(before);
      test.undo();
      expect(test.design).toEqual(HALL);
    }
    test.undo();
    await test.run('plan.alignRight');
    expect(floorPlan(test.design).rowOf.get('row-b')?.box.x).toBe(1200);
  });

  it('an area is drawn from corner to corner and resized by a handle', async () => {
    await test.run('plan.draw.cold-aisle');
    drag({ x: 0, y: 10 }, { x: 2410, y: 1190 });
    const [area] = [...test.design.areas.values()].filter((each) => each.purpose !== 'column');
    expect(area).toMatchObject({ xMm: 0, yMm: 0, widthMm: 2400, depthMm: 1200 });
    expect(test.editor.state.plan.tool.tool).toBe('select');
    drag({ x: 2400, y: 600 }, { x: 3010, y: 600 });
    expect(test.design.areas.get(area!.id)?.widthMm).toBe(3000);
  });

  it('a column is not drawn into a rack', async () => {
    await test.run('plan.draw.column');
    drag({ x: 100, y: -900 }, { x: 900, y: -300 });
    expect(test.design.areas.size).toBe(1);
    expect(test.editor.state.notice?.tone).toBe('refused');
  });

  it('a pathway is drawn point by point, every leg along an axis, and led on by a point', async () => {
    await test.run('plan.draw.overhead');
    click({ x: 0, y: 3000 });
    click({ x: 3000, y: 3200 });
    click({ x: 3100, y: 5000 });
    test.press('Enter');
    const made = [...test.design.pathways.values()].find(({ id }) => id !== 'tray');
    expect(made?.points).toEqual([
      { xMm: 0, yMm: 3000 },
      { xMm: 3000, yMm: 3000 },
      { xMm: 3000, yMm: 5000 },
    ]);
    drag({ x: 3000, y: 3000 }, { x: 3600, y: 3600 });
    expect(test.design.pathways.get(made!.id)?.points).toEqual([
      { xMm: 0, yMm: 3600 },
      { xMm: 3600, yMm: 3600 },
      { xMm: 3600, yMm: 5000 },
    ]);
  });

  it('a marquee takes the racks it touches, Delete takes a row with all that stands in it', () => {
    drag({ x: -100, y: 200 }, { x: 900, y: -300 });
    expect([...test.editor.state.selection.racks].toSorted()).toEqual(['a1', 'a2']);
    test.editor.set({ selection: selectionOf([{ kind: 'row', id: 'row-b' }]) });
    test.press('Delete');
    expect(test.design.rows.has('row-b')).toBe(false);
    expect([...test.design.racks.keys()]).toEqual(['a1', 'a2', 'a3', 'a4']);
    test.undo();
    expect(test.design).toEqual(HALL);
  });
});

describe('one zoom from the room to a rack and back', () => {
  it('leads into the rack under the pointer, as wide as it was', () => {
    const { editor } = test;
    const at = screen(rackAt('b2'));
    while (editor.state.plan.shown === 'plan')
      zoomPlan(editor, at, editor.state.plan.camera.zoom * 1.2);
    const { camera, focus } = editor.state;
    expect(focus).toMatchObject({ kind: 'rack', rackId: 'b2' });
    expect(camera.zoom).toBeGreaterThanOrEqual(ENTER_ZOOM);
    expect(camera.zoom).toBeCloseTo(editor.state.plan.camera.zoom * 1.2, 1);
    const face = editor.layout.faces.find(({ rackId }) => rackId === 'b2')!;
    const x = camera.x + at.x / camera.zoom;
    expect(x).toBeGreaterThanOrEqual(face.x);
    expect(x).toBeLessThanOrEqual(face.x + face.width);
    while (editor.state.plan.shown === 'elevations')
      zoomElevations(editor, at, editor.state.camera.zoom / 1.2);
    const plan = editor.state.plan.camera;
    const rack = toScreen(plan, rackAt('b2'));
    expect(rack.x).toBeCloseTo(at.x);
    expect(rack.y).toBeCloseTo(at.y);
  });
});
