import { describe, expect, it } from 'vitest';
import { cableStrokes } from '../../../shared/drawing/index.ts';
import type { Cable } from '../../../shared/model/records.ts';
import { routeCable } from '../../../shared/routing/index.ts';
import { targetAt } from '../aim.ts';
import { addShaped, patchCables } from '../edits/cable-edits.ts';
import type { Point } from '../geometry.ts';
import { selectionOf } from '../selection.ts';
import { type TestEditor, testEditor } from '../test-editor.ts';
import { type CableHandle, cableHandles } from '../waypoints/cable-handles.ts';

const QM9700 = 'nvidia-qm9700';

/** Two switches in a rack with an empty one beside it, a cable between them, which is selected. */
function cabled(): TestEditor & { readonly cable: () => Cable } {
  const test = testEditor();
  const rack = test.addRack();
  test.addRack();
  const [low, high] = [test.place(QM9700, rack, 10), test.place(QM9700, rack, 30)];
  const { editor } = test;
  editor.cableGeometry = {
    linesOnFace: (design, rackId, face) =>
      cableStrokes(design, rackId).filter((stroke) => stroke.face === face),
    linesBetweenRacks: () => [],
    isShown: () => true,
  };
  editor.perform(
    addShaped(test.design, editor.ids, {
      shape: { shape: 'plain' },
      from: test.port(low, 0),
      to: [test.port(high, 0)],
      medium: null,
    }),
  );
  const [made] = test.cables();
  editor.set({ selection: selectionOf([made!]) });
  return Object.assign(test, { cable: () => test.design.cables.get(made!.id)! });
}

function onScreen({ editor }: TestEditor, { at }: Pick<CableHandle, 'at'>): Point {
  const { camera } = editor.state;
  return { x: (at.x - camera.x) * camera.zoom, y: (at.y - camera.y) * camera.zoom };
}

/** The middle of the longest upright stretch of the cable's way, on screen. */
function upright(test: ReturnType<typeof cabled>): Point {
  const handles = cableHandles(test.editor, test.cable()).flatMap((handle) =>
    handle.kind === 'stretch' && handle.upright ? [handle] : [],
  );
  return onScreen(test, handles.toSorted((a, b) => b.lengthMm - a.lengthMm)[0]!);
}

/** The right strip of the first rack's front in a unit, on screen. */
function rightStrip(test: TestEditor, u: number): Point {
  const [rack] = [...test.design.racks.values()];
  const { zoom } = test.editor.state.camera;
  const middle = test.onUnit(rack!, u);
  return { x: middle.x + (rack!.widthMm / 2 - 15) * zoom, y: middle.y };
}

const pathOf = (test: ReturnType<typeof cabled>): number =>
  routeCable(test.design, test.cable())!.pathMm;

describe('leading a cable by hand', () => {
  it('pulls a stretch to the other strip: one step, the way longer, told while it is pulled', () => {
    const test = cabled();
    const before = pathOf(test);
    const steps = test.editor.history.undoable.length;
    test.drag(upright(test), rightStrip(test, 20), { holding: true });
    const { overlay } = test.editor.state;
    expect(overlay.ways.length).toBeGreaterThan(0);
    expect(overlay.message?.text).toMatch(
      /^A01 front, right strip, U20 · \d\.\d\d m, buy [\d.]+ m/,
    );
    expect(overlay.tentative?.updated).toHaveLength(1);
    expect(test.cable().waypoints).toEqual([]);
    test.release(rightStrip(test, 20));
    const { widthMm } = [...test.design.racks.values()][0]!;
    // Snapped to the middle of the strip: half of (width − 482.6)/2 from the edge.
    expect(test.cable().waypoints).toMatchObject([
      { face: 'front', xMm: expect.closeTo(widthMm - (widthMm - 482.6) / 4, 2) },
    ]);
    expect(pathOf(test)).toBeGreaterThan(before);
    expect(test.editor.history.undoable).toHaveLength(steps + 1);
    expect(test.editor.state.focus).toMatchObject({ kind: 'waypoint', index: 0 });
    expect(test.broken()).toEqual([]);
    test.undo();
    expect(test.cable().waypoints).toEqual([]);
    expect(pathOf(test)).toBe(before);
  });

  it('moves a point, and Escape puts everything back exactly', () => {
    const test = cabled();
    test.drag(upright(test), rightStrip(test, 20));
    const design = test.design;
    const [handle] = cableHandles(test.editor, test.cable());
    expect(targetAt(test.editor, onScreen(test, handle!))).toMatchObject({ kind: 'waypoint' });
    test.drag(onScreen(test, handle!), rightStrip(test, 35), { holding: true });
    expect(test.editor.state.overlay.ways.length).toBeGreaterThan(0);
    test.press('Escape');
    expect(test.design).toBe(design);
    expect(test.editor.state.overlay.ways).toEqual([]);
    expect(test.editor.state.selection.cables.size).toBe(1);
    test.drag(onScreen(test, handle!), rightStrip(test, 35));
    expect(test.cable().waypoints[0]!.yMm).toBeLessThan(
      design.cables.get(test.cable().id)!.waypoints[0]!.yMm,
    );
  });

  it('leads over the top of the rack along the tray', () => {
    const test = cabled();
    const [face] = test.editor.layout.faces;
    const { camera } = test.editor.state;
    const above = {
      x: (face!.x + 300 - camera.x) * camera.zoom,
      y: (face!.y - 100 - camera.y) * camera.zoom,
    };
    test.drag(upright(test), above);
    expect(test.cable().waypoints).toMatchObject([{ yMm: 0 - test.design.settings.trayRiseMm }]);
    expect(routeCable(test.design, test.cable())!.parts.map(({ part }) => part)).toContain('rise');
  });

  it('loses its points in a rack that is deleted, and has them again when that is undone', async () => {
    const test = cabled();
    const [, second] = [...test.design.racks.values()];
    const { zoom } = test.editor.state.camera;
    const middle = test.onUnit(second!, 20);
    test.drag(upright(test), { x: middle.x + (second!.widthMm / 2 - 15) * zoom, y: middle.y });
    const led = test.cable().waypoints;
    expect(led).toMatchObject([{ rackId: second!.id }]);
    test.editor.set({ selection: selectionOf([second!]) });
    await test.run('edit.delete');
    expect(test.cable().waypoints).toEqual([]);
    test.undo();
    expect(test.cable().waypoints).toEqual(led);
  });

  it('leaves it alone where a press is let go at once, or away from every rack', () => {
    const test = cabled();
    test.click(upright(test));
    expect(test.cable().waypoints).toEqual([]);
    test.drag(upright(test), { x: 5, y: 995 }, { holding: true });
    expect(test.editor.state.overlay.message?.tone).toBe('refused');
    test.release({ x: 5, y: 995 });
    expect(test.cable().waypoints).toEqual([]);
  });
});

describe('the same by keyboard', () => {
  it('adds a point, moves it with the arrows, and takes it away', async () => {
    const test = cabled();
    await test.run('cable.addWaypoint');
    const [first] = test.cable().waypoints;
    expect(first).toMatchObject({ face: 'front' });
    test.press('ArrowUp');
    expect(test.cable().waypoints[0]!.yMm).toBeCloseTo(first!.yMm - 44.45, 3);
    test.press('ArrowRight');
    expect(test.cable().waypoints[0]!.xMm).toBeGreaterThan(300);
    expect(test.editor.state.overlay.message?.text).toContain('right strip');
    // On to the rear of the same rack, and back.
    test.press('ArrowRight');
    expect(test.cable().waypoints[0]!.face).toBe('rear');
    test.press('ArrowLeft');
    expect(test.cable().waypoints[0]!.face).toBe('front');
    test.press('Delete');
    expect(test.cable().waypoints).toEqual([]);
    test.undo();
    expect(test.cable().waypoints).toHaveLength(1);
  });

  it('walks through the points, and leads automatically again', async () => {
    const test = cabled();
    await test.run('cable.addWaypoint');
    test.press('ArrowRight');
    await test.run('cable.addWaypoint');
    expect(test.cable().waypoints).toHaveLength(2);
    await test.run('cable.nextWaypoint');
    const { focus } = test.editor.state;
    await test.run('cable.nextWaypoint');
    expect(test.editor.state.focus).not.toEqual(focus);
    test.press('Escape');
    expect(test.editor.state.focus).toBeNull();
    await test.run('cable.leadAutomatically');
    expect(test.cable().waypoints).toEqual([]);
  });

  it('says what is lacking', async () => {
    const test = cabled();
    await test.run('cable.removeWaypoint');
    expect(test.editor.state.notice?.text).toBe('Go to a waypoint of the cable first');
    await test.run('cable.leadAutomatically');
    expect(test.editor.state.notice?.text).toBe('No selected cable has waypoints');
  });
});

describe('a length that was entered', () => {
  it('is for the way of then: led elsewhere it can be kept, or estimated anew', async () => {
    const test = cabled();
    await test.run('cable.keepLength');
    expect(test.editor.state.notice?.text).toContain('entered for another way');
    test.editor.perform(patchCables(test.design, [test.cable().id], { lengthM: 3 }));
    const { lengthForMm } = test.cable();
    expect(lengthForMm).toBe(pathOf(test));
    test.drag(upright(test), rightStrip(test, 20));
    expect(test.cable().lengthForMm).toBe(lengthForMm);
    await test.run('cable.keepLength');
    expect(test.cable()).toMatchObject({ lengthM: 3, lengthForMm: pathOf(test) });
    await test.run('cable.estimateLength');
    expect(test.cable()).toMatchObject({ lengthM: null, lengthForMm: null });
  });
});
