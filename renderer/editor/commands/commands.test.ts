import { describe, expect, it } from 'vitest';
import { catalogType } from '../../../shared/catalog/index.ts';
import { emptyDesign } from '../../../shared/model/design.ts';
import { hasMessage, say } from '../../../shared/text/index.ts';
import { createDispatcher } from '../dispatcher.ts';
import { patchDevices, patchRacks } from '../edits/field-edits.ts';
import { chordCaps, chordOwner, commandFor, KEYMAP } from '../keymap.ts';
import { contextMenu, MENUS, planContextMenu } from '../menus.ts';
import type { PlanTarget } from '../plan/plan-state.ts';
import { type KeyInput, NO_MODIFIERS } from '../pointer.ts';
import { beginRenaming, commitRenaming, renameAndGoOn } from '../renaming.ts';
import { selectionOf } from '../selection.ts';
import type { Target } from '../target.ts';
import { testEditor } from '../test-editor.ts';
import { COMMAND_IDS, canRun, commandLabel } from './table.ts';

const QM9700 = 'nvidia-qm9700';
const DEFAULT_KEYS = { singleKeys: true, keys: {} };

describe('the command table', () => {
  it('every command has a name and an answer to whether it can be run', () => {
    const { editor } = testEditor();
    for (const id of COMMAND_IDS) {
      expect(commandLabel(editor, id)).not.toBe('');
      const answer = canRun(editor, id);
      if (answer !== true) expect(say(answer.key, answer.args)).not.toBe('');
    }
  });

  it('no two commands share a chord', () => {
    for (const [id, chords] of KEYMAP) {
      for (const chord of chords)
        expect([id, chordOwner(chord, DEFAULT_KEYS, id)]).toEqual([id, null]);
    }
  });

  it('menus have names, and context menus at most twelve rows', () => {
    for (const menu of MENUS) expect(hasMessage(menu.labelKey)).toBe(true);
    const ref = { deviceId: 'd', portId: 'p' };
    const targets: Target[] = [
      { kind: 'canvas' },
      { kind: 'rack', rackId: 'r', face: 'front', u: 1 },
      { kind: 'rack-title', rackId: 'r', face: 'front' },
      { kind: 'device', deviceId: 'd', rackId: 'r', face: 'front' },
      { kind: 'port', ref, rackId: 'r', face: 'front' },
      { kind: 'cable', cableId: 'c' },
      { kind: 'part', part: 'cage:c' },
      { kind: 'face', face: 'front' },
    ];
    for (const target of targets) expect(contextMenu(target).flat().length).toBeLessThanOrEqual(12);
    const onFloor: PlanTarget[] = [
      { kind: 'rack', rackId: 'r' },
      { kind: 'row', rowId: 'r' },
      { kind: 'area', areaId: 'a' },
      { kind: 'pathway', pathwayId: 'p' },
      { kind: 'floor' },
    ];
    for (const target of onFloor) {
      expect(planContextMenu(target).flat().length).toBeLessThanOrEqual(12);
    }
  });
});

describe('keys', () => {
  const key = (input: Partial<KeyInput>): KeyInput => ({
    key: '',
    code: '',
    modifiers: NO_MODIFIERS,
    ctrl: false,
    repeat: false,
    ...input,
  });

  it('letters follow the layout, digits and arrows their place', () => {
    const mod = { ...NO_MODIFIERS, mod: true };
    const onAzerty = key({ key: 'z', code: 'KeyW', modifiers: mod, ctrl: true });
    expect(commandFor(onAzerty, DEFAULT_KEYS, 'linux')).toBe('edit.undo');
    const cyrillic = key({ key: 'я', code: 'KeyZ', modifiers: mod, ctrl: true });
    expect(commandFor(cyrillic, DEFAULT_KEYS, 'linux')).toBe('edit.undo');
    const shifted = key({ key: '!', code: 'Digit1', modifiers: { ...NO_MODIFIERS, shift: true } });
    expect(commandFor(shifted, DEFAULT_KEYS, 'linux')).toBe('view.fitAll');
    const question = key({ key: '?', code: 'Slash', modifiers: { ...NO_MODIFIERS, shift: true } });
    expect(commandFor(question, DEFAULT_KEYS, 'linux')).toBe('app.shortcuts');
    const plus = key({ key: '+', code: 'Equal', modifiers: { ...mod, shift: true }, ctrl: true });
    expect(commandFor(plus, DEFAULT_KEYS, 'linux')).toBe('view.zoomIn');
  });

  it('an arrow moves devices among racks and parts on a faceplate', () => {
    const left = key({ key: 'ArrowLeft', code: 'ArrowLeft' });
    expect(commandFor(left, DEFAULT_KEYS, 'linux', 'racks')).toBe('device.left');
    expect(commandFor(left, DEFAULT_KEYS, 'linux', 'faceplate')).toBe('faceplate.left');
    expect(chordOwner('ArrowLeft', DEFAULT_KEYS, 'faceplate.left')).toBeNull();
    expect(chordOwner('Mod+Z', DEFAULT_KEYS, 'faceplate.left')).toBe('edit.undo');
  });

  it('on macOS Mod is Cmd, and Ctrl is itself', () => {
    const cmd = key({ key: 'z', code: 'KeyZ', modifiers: { ...NO_MODIFIERS, mod: true } });
    expect(commandFor(cmd, DEFAULT_KEYS, 'darwin')).toBe('edit.undo');
    const ctrl = key({ key: 'y', code: 'KeyY', ctrl: true });
    expect(commandFor(ctrl, DEFAULT_KEYS, 'darwin')).toBe('edit.redo');
    expect(chordCaps('Mod+Shift+Z', 'darwin')).toEqual(['⇧', '⌘', 'Z']);
    expect(chordCaps('Mod+Shift+Z', 'linux')).toEqual(['Ctrl', 'Shift', 'Z']);
  });

  it('single letters can be switched off, and every key changed', () => {
    const letter = key({ key: 'v', code: 'KeyV' });
    expect(commandFor(letter, DEFAULT_KEYS, 'linux')).toBe('tool.select');
    expect(commandFor(letter, { singleKeys: false, keys: {} }, 'linux')).toBeNull();
    const own = { singleKeys: true, keys: { 'tool.select': 'B' } };
    expect(commandFor(letter, own, 'linux')).toBeNull();
    expect(commandFor(key({ key: 'b', code: 'KeyB' }), own, 'linux')).toBe('tool.select');
  });

  it('in a text field only what belongs to the window is heard; in a dialog nothing', () => {
    const { editor, hosted } = testEditor();
    const dispatcher = createDispatcher(editor, 'linux', () => DEFAULT_KEYS);
    const mod = { ...NO_MODIFIERS, mod: true };
    const palette = key({ key: 'k', code: 'KeyK', modifiers: mod, ctrl: true });
    const undo = key({ key: 'z', code: 'KeyZ', modifiers: mod, ctrl: true });
    expect(dispatcher.keyDown(undo, 'text')).toBe(false);
    expect(dispatcher.keyDown(palette, 'text')).toBe(true);
    const question = key({ key: '?', code: 'Slash', modifiers: { ...NO_MODIFIERS, shift: true } });
    expect(dispatcher.keyDown(question, 'text')).toBe(false);
    expect(dispatcher.keyDown(palette, 'dialog')).toBe(false);
    expect(dispatcher.keyDown(key({ key: 'Enter', code: 'Enter' }), 'panel')).toBe(false);
    expect(hosted).toEqual(['app.palette']);
  });
});

describe('cables', () => {
  it('are not offered a medium that does not fit, and the reason is told', async () => {
    const test = testEditor();
    const rack = test.addRack();
    const [a, b] = [test.place(QM9700, rack, 40), test.place(QM9700, rack, 38)];
    test.editor.set({ camera: { x: -100, y: -100, zoom: 10 } });
    await test.run('tool.cable');
    test.click(test.onPort(test.port(a, 0)));
    test.click(test.onPort(test.port(b, 0)));
    await test.run('tool.select');
    test.editor.set({ selection: selectionOf(test.cables()) });
    expect(canRun(test.editor, 'cable.medium.aoc')).toBe(true);
    expect(canRun(test.editor, 'cable.medium.power')).toMatchObject({ key: 'rules.mediumMisfit' });
  });
});

describe('racks and devices', () => {
  it('deleting a device takes its cables along, in one step', async () => {
    const test = testEditor();
    const rack = test.addRack();
    const [a, b] = [test.place(QM9700, rack, 40), test.place(QM9700, rack, 38)];
    test.editor.set({ camera: { x: -100, y: -100, zoom: 10 } });
    await test.run('tool.cable');
    test.click(test.onPort(test.port(a, 0)));
    test.click(test.onPort(test.port(b, 0)));
    await test.run('tool.select');
    test.editor.set({ selection: selectionOf([{ kind: 'device', id: a.id }]) });
    test.press('Delete');
    expect(test.cables()).toHaveLength(0);
    test.undo();
    expect(test.cables()).toHaveLength(1);
    expect(test.design.devices.size).toBe(2);
  });

  it('nudges by a unit, by ten, and over what is taken', () => {
    const test = testEditor();
    const rack = test.addRack();
    test.place('nvidia-dgx-h100', rack, 20);
    const leaf = test.place(QM9700, rack, 19);
    const u = (): number => test.device(leaf.name).u;
    test.press('ArrowUp');
    expect([u(), test.editor.state.notice?.tone]).toEqual([19, 'refused']);
    test.press('Mod+Alt+ArrowUp');
    expect(u()).toBe(28);
    test.press('Shift+ArrowUp');
    expect(u()).toBe(38);
    test.press('ArrowDown');
    expect(u()).toBe(37);
  });

  it('turns, locks and refuses to delete what is locked', () => {
    const test = testEditor();
    const leaf = test.place(QM9700, test.addRack(), 19);
    test.press('Shift+F');
    expect(test.device(leaf.name).face).toBe('rear');
    test.press('Mod+Shift+L');
    test.press('Delete');
    expect(test.design.devices.size).toBe(1);
  });

  it('blanks every empty unit with one step', async () => {
    const test = testEditor();
    const rack = test.addRack();
    test.place('nvidia-dgx-h100', rack, 1);
    test.editor.set({ selection: selectionOf([rack]) });
    await test.run('rack.blank');
    expect(test.design.devices.size).toBe(35);
    test.undo();
    expect(test.design.devices.size).toBe(1);
  });

  it('a rack cannot be made lower than what stands in it', () => {
    const test = testEditor();
    const rack = test.addRack();
    test.place(QM9700, rack, 40);
    expect(patchRacks(test.design, [rack.id], { heightU: 30 })).toMatchObject({ ok: false });
    expect(patchRacks(test.design, [rack.id], { heightU: 48 })).toMatchObject({ ok: true });
    expect(patchRacks(test.design, [rack.id], { heightU: 9 })).toMatchObject({ ok: false });
  });

  it('one change of many devices is one step', () => {
    const test = testEditor();
    const rack = test.addRack();
    const ids = [40, 38, 36].map((u) => test.place(QM9700, rack, u).id);
    test.editor.perform(patchDevices(test.design, ids, { notes: 'spare' }));
    expect(test.editor.state.undoLabel).toBe('Change 3 devices');
    test.undo();
    expect([...test.design.devices.values()].every((device) => device.notes === '')).toBe(true);
  });

  it('renames in place; Tab goes on to the next name', () => {
    const test = testEditor();
    const rack = test.addRack();
    const [a, b] = [test.place(QM9700, rack, 40), test.place(QM9700, rack, 38)];
    test.editor.set({ selection: selectionOf([a]) });
    test.press('F2');
    expect(test.editor.state.renaming).toEqual({ kind: 'device', id: a.id });
    renameAndGoOn(test.editor, 'leaf-1');
    expect(test.editor.state.renaming).toEqual({ kind: 'device', id: b.id });
    commitRenaming(test.editor, '  ');
    expect([test.design.devices.get(a.id)?.name, test.design.devices.get(b.id)?.name]).toEqual([
      'leaf-1',
      'switch-2',
    ]);
    expect(test.editor.state.renaming).toBeNull();
  });

  it('changes nothing in a design that is open for reading', () => {
    const test = testEditor();
    const rack = test.addRack();
    test.editor.set({
      selection: selectionOf([rack]),
      readOnly: { key: 'editor.refused.readOnly', args: {}, subjects: [] },
    });
    const before = test.design;
    test.press('Delete');
    test.press('Mod+Z');
    beginRenaming(test.editor, { kind: 'rack', id: rack.id });
    expect(test.design).toBe(before);
    expect(test.editor.state.renaming).toBeNull();
    expect(test.editor.state.notice?.text).toBe(say('editor.refused.readOnly'));
  });
});

describe('copy and paste', () => {
  it('pastes into the next free slot, cables between the copies included', async () => {
    const test = testEditor();
    const rack = test.addRack();
    const [a, b] = [test.place(QM9700, rack, 40), test.place(QM9700, rack, 38)];
    test.editor.set({ camera: { x: -100, y: -100, zoom: 10 } });
    await test.run('tool.cable');
    test.click(test.onPort(test.port(a, 0)));
    test.click(test.onPort(test.port(b, 0)));
    await test.run('tool.select');
    await test.run('select.all');
    await test.run('edit.copy');
    await test.run('edit.pasteInPlace');
    expect(test.design.devices.size).toBe(4);
    expect(test.cables().map((cable) => cable.label)).toEqual(['C0001', 'C0002']);
    expect(test.editor.state.selection.devices.size).toBe(2);
    expect(test.broken()).toEqual([]);
  });

  it('goes into another design, types included', async () => {
    const test = testEditor();
    test.place('nvidia-dgx-h100', test.addRack(), 1);
    await test.run('edit.copy');
    const text = await test.editor.clipboard.read();
    const other = testEditor();
    other.addRack();
    await other.editor.clipboard.write(text);
    await other.run('edit.paste');
    expect(other.device('node-1')).toMatchObject({ u: 1 });
    expect(other.broken()).toEqual([]);
  });

  it('keeps its type where the other design has another of that id, and takes that once', async () => {
    const test = testEditor();
    const type = catalogType('catalog:nvidia-qm9700');
    test.place(QM9700, test.addRack(), 1);
    await test.run('edit.copy');
    const text = await test.editor.clipboard.read();
    const empty = emptyDesign('Other');
    const otherwise = { ...type, description: 'Otherwise', ports: type.ports.slice(1) };
    const other = testEditor({ ...empty, deviceTypes: new Map([[type.id, otherwise]]) });
    const rack = other.addRack();
    other.place(QM9700, rack, 40);
    await other.editor.clipboard.write(text);
    await other.run('edit.paste');
    await other.run('edit.paste');
    expect([...other.design.devices.values()].map(({ typeId }) => typeId)).toEqual([
      type.id,
      `${type.id}~2`,
      `${type.id}~2`,
    ]);
    expect(other.design.deviceTypes.get(type.id)).toBe(otherwise);
    expect(other.design.deviceTypes.get(`${type.id}~2`)?.ports).toEqual(type.ports);
    expect(other.broken()).toEqual([]);
  });

  it('takes along the pictures that its types are traced from', async () => {
    const picture = {
      kind: 'picture',
      id: 'picture-1',
      name: 'face.png',
      mime: 'image/png',
      widthPx: 2,
      heightPx: 2,
      data: 'AAAA',
    } as const;
    const area = { face: 'front', xMm: 0, yMm: 0, widthMm: 9, heightMm: 9 } as const;
    const crop = { left: 0, top: 0, right: 1, bottom: 1 };
    const backdrops = [{ pictureId: picture.id, area, crop, inRacks: true, inPrint: true }];
    const type = { ...catalogType('catalog:nvidia-qm9700'), backdrops };
    const test = testEditor({
      ...emptyDesign('Traced'),
      deviceTypes: new Map([[type.id, type]]),
      pictures: new Map([[picture.id, picture]]),
    });
    test.place(QM9700, test.addRack(), 1);
    await test.run('edit.copy');
    const other = testEditor();
    other.addRack();
    await other.editor.clipboard.write(await test.editor.clipboard.read());
    await other.run('edit.paste');
    expect([...other.design.pictures.values()]).toEqual([picture]);
    other.undo();
    expect(other.design.pictures.size).toBe(0);
  });

  it('copies a whole rack to the end of its row', async () => {
    const test = testEditor();
    const rack = test.addRack();
    test.place('nvidia-dgx-h100', rack, 1);
    test.editor.set({ selection: selectionOf([rack]) });
    test.press('Mod+D');
    expect([...test.design.racks.values()].map((each) => each.name)).toEqual(['A01', 'A02']);
    expect(test.design.devices.size).toBe(2);
  });

  it.each([
    ['foreign text', 'hello'],
    ['a cut-off copy', '{"format":"plenum.clipboard/1","records":['],
    ['a device without its type', '{"format":"plenum.clipboard/1","records":[{"kind":"device"}]}'],
  ])('refuses %s in words', async (_, text) => {
    const test = testEditor();
    test.addRack();
    await test.editor.clipboard.write(text);
    await test.run('edit.paste');
    expect(test.editor.state.notice?.text).toBe(say('editor.refused.foreignClipboard'));
  });
});
