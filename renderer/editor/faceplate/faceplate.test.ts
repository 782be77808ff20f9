import { describe, expect, it } from 'vitest';
import { faceChecks } from '../../../shared/faceplate/index.ts';
import { cablesOfDevice } from '../../../shared/model/design-index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { say } from '../../../shared/text/index.ts';
import { toScreen } from '../camera.ts';
import { canRun } from '../commands/table.ts';
import { addShaped } from '../edits/cable-edits.ts';
import { selectionOf } from '../selection.ts';
import { type TestEditor, testEditor } from '../test-editor.ts';
import { beginPlacingPart } from '../tools/take-tool.ts';
import { answerWaiting } from './draw-type.ts';
import { facesOnCanvas, partOnCanvas } from './face-layout.ts';
import { newBay, newCages, newShape } from './new-part.ts';
import { newFaceplate } from './open-faceplate.ts';
import { partsByKey } from './parts.ts';
import { pickParts } from './picking.ts';

const WORDS = {
  manufacturer: 'Own',
  model: 'Leaf 32',
  category: 'switch',
  heightU: 1,
  width: 'full',
} as const;

/** An editor with the empty faceplate of a new type open. */
function drawingNew() {
  const test = testEditor();
  newFaceplate(test.editor, WORDS, null);
  return { test, ...handsOn(test) };
}

function handsOn(test: TestEditor) {
  const { editor } = test;
  const type = (): DeviceType => {
    const found = editor.state.design.deviceTypes.get(editor.state.faceplate?.typeId ?? '');
    if (!found) throw new Error('no faceplate is open');
    return found;
  };
  return {
    type,
    /** Screen point of a place on a face, mm. */
    at(xMm: number, yMm: number, face: 'front' | 'rear' = 'front') {
      const { faceplate, camera } = editor.state;
      const there = facesOnCanvas(type(), faceplate?.faces ?? 'both').find(
        (each) => each.face === face,
      );
      if (!there) throw new Error(`the ${face} is not shown`);
      return toScreen(camera, { x: there.x + xMm, y: there.y + yMm });
    },
    /** Screen point in the middle of the n-th part. */
    onPart(n: number) {
      const part = [...partsByKey(type()).values()][n];
      const faces = facesOnCanvas(type(), editor.state.faceplate?.faces ?? 'both');
      const box = part && partOnCanvas(faces, part);
      if (!box) throw new Error(`no part ${n} is shown`);
      return toScreen(editor.state.camera, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    },
    place(rows: number, columns: number) {
      beginPlacingPart(editor, newCages(type(), 'osfp', { rows, columns }), 'OSFP', 'keys');
      test.press('Enter');
    },
    picked: () => editor.state.faceplate?.selected.size ?? 0,
  };
}

describe('opening a faceplate', () => {
  it('a type of the catalogue is copied first; its devices follow, their cables hold, and undo brings it back', async () => {
    const test = testEditor();
    const rack = test.addRack();
    const leaf = test.place('nvidia-qm9700', rack, 20);
    const other = test.place('nvidia-qm9700', rack, 22);
    const ends = [test.port(leaf, 0), test.port(other, 0)] as const;
    test.editor.perform(
      addShaped(test.design, test.editor.ids, {
        shape: { shape: 'plain' },
        from: ends[0],
        to: [ends[1]],
        medium: 'dac',
      }),
    );
    const before = test.editor.state.camera;
    test.editor.set({ selection: selectionOf([leaf]) });
    await test.run('faceplate.edit');
    const { type } = handsOn(test);
    expect(type()).toMatchObject({ origin: 'user', model: 'QM9700 (own)' });
    expect(test.editor.state.notice?.text).toContain('its 2 devices are of it');
    expect(test.device(leaf.name).typeId).toBe(type().id);
    expect(test.design.deviceTypes.has('catalog:nvidia-qm9700')).toBe(false);
    expect(cablesOfDevice(test.design, leaf.id).size).toBe(1);
    expect(test.broken()).toEqual([]);
    test.undo();
    expect(test.editor.state.faceplate).toBeNull();
    expect(test.editor.state.camera).toEqual(before);
    expect(test.editor.tool.name).toBe('select');
    expect(test.design.deviceTypes.has('catalog:nvidia-qm9700')).toBe(true);
  });

  it('Escape lets go of what is picked, and then goes back to the racks as they were looked at', () => {
    const { test, place, picked } = drawingNew();
    const racks = test.editor.state.faceplate?.racksCamera;
    place(1, 2);
    expect(picked()).toBe(2);
    test.press('Escape');
    expect(picked()).toBe(0);
    test.press('Escape');
    expect(test.editor.state.faceplate).toBeNull();
    expect(test.editor.state.camera).toEqual(racks);
  });

  it('two types of one maker cannot bear one model', () => {
    const { test } = drawingNew();
    expect(newFaceplate(test.editor, WORDS, null)).toBe(false);
    expect(test.design.deviceTypes.size).toBe(1);
  });

  it('commands of the racks rest while it is open, and the other way round', async () => {
    const test = testEditor();
    expect(canRun(test.editor, 'faceplate.group')).toMatchObject({ key: 'editor.needs.faceplate' });
    newFaceplate(test.editor, WORDS, null);
    expect(canRun(test.editor, 'rack.add')).toMatchObject({ key: 'editor.needs.racksShown' });
    await test.run('rack.add');
    expect(test.design.racks.size).toBe(0);
  });
});

describe('putting parts on a face', () => {
  it('a group of openings comes with its ports, counted on, as one step', () => {
    const { test, type, place } = drawingNew();
    place(2, 4);
    place(1, 2);
    expect(type().cages.map(({ name }) => name)).toEqual(
      Array.from({ length: 10 }, (_, k) => String(k + 1)),
    );
    expect(type().ports).toHaveLength(10);
    expect(faceChecks(type()).filter(({ severity }) => severity === 'error')).toEqual([]);
    test.undo();
    expect(type().cages).toHaveLength(8);
    test.redo();
    expect(type().cages).toHaveLength(10);
  });

  it('is drawn where it would come to lie, and Escape leaves nothing behind', () => {
    const { test, type, at } = drawingNew();
    beginPlacingPart(test.editor, newShape('vent', 40, ''), 'Vent', 'drag');
    const { tool } = test.editor;
    const input = {
      screen: at(200, 20),
      button: 'primary',
      modifiers: { shift: false, alt: false, mod: false },
      pointerType: 'mouse',
    } as const;
    tool.pointerMove(input);
    expect(test.editor.state.faceplate?.draft?.shapes).toHaveLength(1);
    expect(type().shapes).toHaveLength(0);
    tool.keyDown({
      key: 'Escape',
      code: '',
      modifiers: input.modifiers,
      ctrl: false,
      repeat: false,
    });
    expect(test.editor.state.faceplate?.draft).toBeNull();
    expect(type().shapes).toHaveLength(0);
    expect(test.editor.state.undoLabel).toBe('New device type Leaf 32');
  });

  it('beside the faces it is not put down', () => {
    const { test, type, at } = drawingNew();
    beginPlacingPart(test.editor, newShape('vent', 40, ''), 'Vent', 'drag');
    test.release(at(200, -60));
    expect(type().shapes).toHaveLength(0);
  });
});

describe('picking and moving parts', () => {
  it('a click picks the group, with Alt one of it; Shift adds, and bare metal lets go', () => {
    const { test, place, onPart, at, picked } = drawingNew();
    place(2, 4);
    place(1, 1);
    test.click(at(460, 4));
    expect(picked()).toBe(0);
    test.click(onPart(0));
    expect(picked()).toBe(8);
    test.click(onPart(0), { alt: true });
    expect(picked()).toBe(1);
    test.click(onPart(8), { shift: true });
    expect(picked()).toBe(2);
  });

  it('a drag is one step, Escape in it leaves all as it was', () => {
    const { test, type, place, onPart, at } = drawingNew();
    place(1, 1);
    const before = type();
    test.drag(onPart(0), at(300, 25), { holding: true });
    expect(test.editor.state.faceplate?.draft).not.toBeNull();
    test.press('Escape');
    test.release(at(300, 25));
    expect(type()).toEqual(before);
    test.drag(onPart(0), at(300, 25));
    expect(type().cages[0]?.xMm).toBeGreaterThan(250);
    test.undo();
    expect(type()).toEqual(before);
  });

  it('Alt drags a copy, and the copy has ports and names of its own', () => {
    const { test, type, place, onPart, at, picked } = drawingNew();
    place(1, 2);
    test.drag(onPart(0), at(300, 20), { modifiers: { alt: true } });
    expect(type().cages.length).toBe(4);
    expect(new Set(type().ports.map(({ name }) => name)).size).toBe(4);
    expect(picked()).toBe(2);
  });

  it('arrows move by a tenth of a millimetre, with Shift by one; a locked part stays', () => {
    const { test, type, place } = drawingNew();
    place(1, 1);
    const start = type().cages[0]!;
    test.press('ArrowRight');
    test.press('Shift+ArrowDown');
    expect(type().cages[0]?.xMm).toBeCloseTo(start.xMm + 0.1, 6);
    expect(type().cages[0]?.yMm).toBeCloseTo(start.yMm + 1, 6);
    test.press('Mod+L');
    test.press('ArrowRight');
    expect(type().cages[0]?.xMm).toBeCloseTo(start.xMm + 0.1, 6);
    test.press('Delete');
    expect(type().cages).toHaveLength(1);
    expect(test.editor.state.notice?.tone).toBe('refused');
  });

  it('a handle pulls a shape larger; openings have none', () => {
    const { test, type, at } = drawingNew();
    beginPlacingPart(test.editor, newShape('vent', 40, ''), 'Vent', 'keys');
    test.press('Enter');
    const vent = type().shapes[0]!;
    const corner = at(vent.xMm + vent.widthMm, vent.yMm + vent.heightMm);
    test.drag(corner, at(vent.xMm + vent.widthMm + 50, vent.yMm + vent.heightMm));
    const after = type().shapes[0]!;
    expect(after.xMm).toBe(vent.xMm);
    expect(after.widthMm).toBeGreaterThan(vent.widthMm + 45);
    expect(after.heightMm).toBeCloseTo(vent.heightMm, 0);
  });

  it('snaps to what is near and says why, unless Ctrl is held or snapping is off', async () => {
    const { test, type, place, onPart, at } = drawingNew();
    place(1, 1);
    const cage = type().cages[0]!;
    const middle = { x: cage.xMm + cage.widthMm / 2, y: cage.yMm + cage.heightMm / 2 };
    const near = at(241.3 + 0.7, middle.y);
    test.drag(onPart(0), near, { holding: true });
    expect(test.editor.state.overlay.guides.map(({ label }) => label)).toContain(
      say('faceplate.snap.centre'),
    );
    test.release(near);
    expect(type().cages[0]!.xMm + cage.widthMm / 2).toBeCloseTo(241.3, 3);
    test.undo();
    test.drag(onPart(0), near, { modifiers: { mod: true } });
    expect(type().cages[0]!.xMm + cage.widthMm / 2).not.toBeCloseTo(241.3, 1);
    test.undo();
    await test.run('faceplate.snapping');
    test.drag(onPart(0), near);
    expect(type().cages[0]!.xMm + cage.widthMm / 2).not.toBeCloseTo(241.3, 1);
  });

  it('Tab walks the parts, group by group, and is left to the window while nothing is picked', () => {
    const { test, place, picked } = drawingNew();
    place(1, 2);
    place(1, 1);
    test.press('Tab');
    expect(picked()).toBe(2);
    test.press('Tab');
    expect(picked()).toBe(1);
    test.press('Shift+Tab');
    expect(picked()).toBe(2);
    test.press('Escape');
    test.press('Tab');
    expect(picked()).toBe(0);
  });

  it('goes through the clipboard to the other face and to another type', async () => {
    const { test, type, place } = drawingNew();
    place(1, 2);
    await test.run('edit.copy');
    test.editor.set({ pointer: { x: 200, y: 100 } });
    await test.run('edit.paste');
    expect(type().cages.map(({ face }) => face)).toEqual(['front', 'front', 'rear', 'rear']);
    newFaceplate(test.editor, { ...WORDS, model: 'Other' }, null);
    await test.run('edit.pasteInPlace');
    expect(type().cages.map(({ name }) => name)).toEqual(['1', '2']);
    expect(type().ports).toHaveLength(2);
    beginPlacingPart(test.editor, newBay('device', 40), 'Bay', 'keys');
    test.press('Enter');
    await test.run('edit.copy');
    await test.run('edit.paste');
    expect(type().bays.map(({ name }) => name)).toEqual(['Bay 1', 'Bay 2']);
    await test.editor.clipboard.write('{"format":"plenum.parts/1","parts":{"kind":"device"}}');
    await test.run('edit.paste');
    expect(type().cages).toHaveLength(2);
  });
});

describe('cables on ports that are drawn away', () => {
  async function cabledLeaf() {
    const test = testEditor();
    const rack = test.addRack();
    const leaf = test.place('nvidia-qm9700', rack, 20);
    const other = test.place('nvidia-qm9700', rack, 22);
    const ends = [test.port(leaf, 0), test.port(other, 0)] as const;
    test.editor.perform(
      addShaped(test.design, test.editor.ids, {
        shape: { shape: 'plain' },
        from: ends[0],
        to: [ends[1]],
        medium: 'dac',
      }),
    );
    test.editor.set({ selection: selectionOf([leaf]) });
    await test.run('faceplate.edit');
    const hands = handsOn(test);
    const cageId = hands.type().ports.find(({ id }) => id === ends[0].portId)?.cageId;
    pickParts(test.editor, [`cage:${cageId}`], 'only');
    return { test, ...hands };
  }

  it('are named before anything goes; no takes nothing', async () => {
    const { test, type } = await cabledLeaf();
    const before = type();
    await test.run('edit.delete');
    expect(test.editor.state.faceplate?.waiting?.cables.length).toBe(1);
    expect(type()).toBe(before);
    answerWaiting(test.editor, false);
    expect(type()).toBe(before);
    expect(test.cables()).toHaveLength(1);
    expect(test.editor.state.faceplate?.waiting).toBeNull();
  });

  it('go together with the openings in one step, and come back in one', async () => {
    const { test, type } = await cabledLeaf();
    const before = type();
    await test.run('edit.delete');
    answerWaiting(test.editor, true);
    expect(type().cages.length).toBeLessThan(before.cages.length);
    expect(test.cables()).toHaveLength(0);
    expect(test.broken()).toEqual([]);
    test.undo();
    expect(type()).toEqual(before);
    expect(test.cables()).toHaveLength(1);
  });
});
