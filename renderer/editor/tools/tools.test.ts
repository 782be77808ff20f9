import { describe, expect, it } from 'vitest';
import { catalogType } from '../../../shared/catalog/index.ts';
import { typeOf } from '../../../shared/model/design-index.ts';
import { deviceBox } from '../../../shared/model/rack-geometry.ts';
import { targetAt } from '../aim.ts';
import { fitted } from '../camera.ts';
import { rackBox, seenDevice } from '../places.ts';
import { NO_MODIFIERS, type PointerInput } from '../pointer.ts';
import { NOTHING_SELECTED } from '../selection.ts';
import { type TestEditor, testEditor } from '../test-editor.ts';
import { beginPlacing } from './take-tool.ts';

const QM9700 = 'nvidia-qm9700';
const DGX = 'nvidia-dgx-h100';

function pointer(screen: PointerInput['screen']): PointerInput {
  return { screen, button: 'primary', modifiers: NO_MODIFIERS, pointerType: 'mouse' };
}

/** Two leaves and a node in one rack, seen from near enough to aim at ports. */
function twoLeaves(): TestEditor & { readonly leaves: ReturnType<TestEditor['place']>[] } {
  const test = testEditor();
  const rack = test.addRack();
  const leaves = [test.place(QM9700, rack, 40), test.place(QM9700, rack, 38)];
  const [seen] = seenDevice(test.design, test.editor.layout, leaves[1]!.id);
  test.editor.set({ camera: fitted(seen!.box, test.editor.state.viewport) });
  return Object.assign(test, { leaves });
}

describe('the arrow', () => {
  it('drags a device to another unit, and shows where it would land', () => {
    const test = testEditor();
    const rack = test.addRack();
    const leaf = test.place(QM9700, rack, 40);
    test.drag(test.onDevice(leaf), test.onUnit(rack, 12), { holding: true });
    const { overlay } = test.editor.state;
    expect(overlay.ghosts[0]).toMatchObject({ allowed: true, typeFace: 'front' });
    expect(overlay.message).toMatchObject({ tone: 'info', text: 'U12 front' });
    expect(overlay.liftedDevices).toEqual(new Set([leaf.id]));
    expect(test.device(leaf.name).u).toBe(40);
    test.release(test.onUnit(rack, 12));
    expect(test.device(leaf.name).u).toBe(12);
    expect(test.editor.state.overlay.ghosts).toEqual([]);
  });

  it('says why not while it is dragged, and leaves the device where it was', () => {
    const test = testEditor();
    const rack = test.addRack();
    const node = test.place(DGX, rack, 1);
    const leaf = test.place(QM9700, rack, 40);
    test.drag(test.onDevice(leaf), test.onUnit(rack, 3), { holding: true });
    expect(test.editor.state.overlay.message).toMatchObject({
      tone: 'refused',
      text: `U1–U8 front and rear is taken by ${node.name}`,
    });
    test.release(test.onUnit(rack, 3));
    expect(test.device(leaf.name).u).toBe(40);
    expect(test.editor.state.notice?.text).toContain('is taken by');
  });

  it('moves what is selected between racks, all or none', async () => {
    const test = testEditor();
    const [a, b] = [test.addRack(), test.addRack()];
    const leaf = test.place(QM9700, a, 40);
    const other = test.place(QM9700, a, 38);
    await test.run('select.all');
    test.drag(test.onDevice(leaf), test.onUnit(b, 20));
    expect(test.device(leaf.name)).toMatchObject({ rackId: b.id, u: 20 });
    expect(test.device(other.name)).toMatchObject({ rackId: b.id, u: 18 });
    test.undo();
    expect(test.device(other.name)).toMatchObject({ rackId: a.id, u: 38 });
  });

  it('with Alt drags a copy', () => {
    const test = testEditor();
    const rack = test.addRack();
    const leaf = test.place(QM9700, rack, 40);
    test.drag(test.onDevice(leaf), test.onUnit(rack, 12), { modifiers: { alt: true } });
    expect(test.device(leaf.name).u).toBe(40);
    expect(test.device('switch-2').u).toBe(12);
    expect(test.editor.state.undoLabel).toBe('Duplicate switch-1');
  });

  it('a locked device stays', () => {
    const test = testEditor();
    const rack = test.addRack();
    const leaf = test.place(QM9700, rack, 40);
    test.press('Mod+Shift+L');
    test.drag(test.onDevice(leaf), test.onUnit(rack, 12));
    expect(test.device(leaf.name).u).toBe(40);
    expect(test.editor.state.notice?.text).toBe('switch-1 is locked');
  });

  it('a marquee takes what it touches; Shift adds', () => {
    const test = testEditor();
    const rack = test.addRack();
    const high = test.place(QM9700, rack, 40);
    const low = test.place(QM9700, rack, 2);
    test.drag(test.onUnit(rack, 42), test.onDevice(high));
    expect(test.editor.state.selection.devices).toEqual(new Set([high.id]));
    test.drag(test.onUnit(rack, 4), test.onDevice(low), { modifiers: { shift: true } });
    expect(test.editor.state.selection.devices).toEqual(new Set([high.id, low.id]));
    expect(test.editor.state.overlay.marquee).toBeNull();
  });

  it('drags a rack by its title to another place in the row', () => {
    const test = testEditor();
    const [a, b, c] = [test.addRack(), test.addRack(), test.addRack()];
    const title = (id: string) => {
      const box = rackBox(test.editor.layout, id)!;
      const { camera } = test.editor.state;
      return { x: (box.x + 30 - camera.x) * camera.zoom, y: (box.y + 60 - camera.y) * camera.zoom };
    };
    const past = title(c.id);
    test.drag(title(a.id), { x: past.x + 900 * test.editor.state.camera.zoom * 1.5, y: past.y });
    const order = [...test.editor.layout.faces].map((face) => face.rackId);
    expect([...new Set(order)]).toEqual([b.id, c.id, a.id]);
    test.undo();
    expect(test.editor.layout.faces[0]?.rackId).toBe(a.id);
  });

  it('Shift and click add and take away', () => {
    const test = testEditor();
    const rack = test.addRack();
    const [a, b] = [test.place(QM9700, rack, 40), test.place(QM9700, rack, 30)];
    test.click(test.onDevice(a));
    test.click(test.onDevice(b), { shift: true });
    expect(test.editor.state.selection.devices.size).toBe(2);
    test.click(test.onDevice(a), { shift: true });
    expect(test.editor.state.selection.devices).toEqual(new Set([b.id]));
  });

  it('a drag out of a port is a cable', () => {
    const test = twoLeaves();
    const [a, b] = [test.port(test.leaves[0]!, 0), test.port(test.leaves[1]!, 0)];
    test.drag(test.onPort(a), test.onPort(b));
    expect(test.cables()).toHaveLength(1);
    expect(test.cables()[0]).toMatchObject({ label: 'C0001', medium: 'dac' });
    expect(test.cables()[0]?.ends.a).toHaveLength(2);
  });
});

describe('the cable tool', () => {
  it('joins two ports by two clicks; candidates light up', async () => {
    const test = twoLeaves();
    const [a, b] = [test.port(test.leaves[0]!, 4), test.port(test.leaves[1]!, 6)];
    await test.run('tool.cable');
    test.click(test.onPort(a));
    const lit = test.editor.state.overlay.candidates;
    expect(lit.find((port) => port.ref.portId === a.portId)?.state).toBe('start');
    expect(lit.filter((port) => port.state === 'can-take').length).toBeGreaterThan(60);
    test.click(test.onPort(b));
    expect(test.cables()).toHaveLength(1);
    expect(test.editor.state.tool).toBe('cable');
  });

  it('refuses a port that is taken, with the name of the cable in it', async () => {
    const test = twoLeaves();
    const [a, b] = [test.port(test.leaves[0]!, 0), test.port(test.leaves[1]!, 0)];
    await test.run('tool.cable');
    test.click(test.onPort(a));
    test.click(test.onPort(b));
    test.click(test.onPort(test.port(test.leaves[0]!, 1)));
    expect(test.editor.state.notice?.text).toBe('C0001 is in this port');
    expect(test.cables()).toHaveLength(1);
  });

  it('works by keyboard alone', async () => {
    const test = twoLeaves();
    test.editor.set({
      selection: { ...NOTHING_SELECTED, devices: new Set([test.leaves[0]!.id]) },
    });
    test.press('C');
    expect(test.editor.state.tool).toBe('cable');
    test.press('Tab');
    test.press('Enter');
    test.press('Tab');
    test.press('Enter');
    expect(test.cables()).toHaveLength(1);
    test.press('Escape');
    expect(test.editor.state.tool).toBe('select');
  });

  it('Escape drops the cable and leaves nothing', async () => {
    const test = twoLeaves();
    const before = test.design;
    await test.run('tool.cable');
    test.click(test.onPort(test.port(test.leaves[0]!, 0)));
    test.press('Escape');
    expect(test.editor.state.overlay.candidates).toEqual([]);
    test.press('Escape');
    expect(test.editor.state.tool).toBe('select');
    expect(test.design).toBe(before);
  });
});

describe('a cable that starts at the port in focus', () => {
  it('is not refused by a press on that port, and goes on from it', async () => {
    const test = twoLeaves();
    const [a, b] = test.leaves.map((leaf) => test.port(leaf, 0));
    test.editor.set({
      camera: { x: -100, y: -100, zoom: 10 },
      focus: { kind: 'port', ref: a!, rackId: test.leaves[0]!.rackId, face: 'front' },
    });
    await test.run('tool.cable');
    test.drag(test.onPort(a!), test.onPort(b!));
    expect(test.editor.state.notice).toBeNull();
    expect(test.cables()).toHaveLength(1);
  });
});

describe('placing from the library', () => {
  it('follows the pointer and lands on release', () => {
    const test = testEditor();
    const rack = test.addRack();
    beginPlacing(test.editor, catalogType(`catalog:${DGX}`), 'drag');
    test.editor.tool.pointerMove(pointer({ x: -40, y: 200 }));
    expect(test.editor.state.overlay.ghosts).toEqual([]);
    test.editor.tool.pointerMove(pointer(test.onUnit(rack, 5)));
    expect(test.editor.state.overlay.ghosts[0]).toMatchObject({ allowed: true });
    test.release(test.onUnit(rack, 5));
    expect(test.device('node-1')).toMatchObject({ rackId: rack.id, face: 'front' });
    expect(test.design.deviceTypes.has(`catalog:${DGX}`)).toBe(true);
    expect(test.editor.state.tool).toBe('select');
    test.undo();
    expect(test.design.deviceTypes.size).toBe(0);
  });

  it('let go outside puts it back on the shelf', () => {
    const test = testEditor();
    test.addRack();
    beginPlacing(test.editor, catalogType(`catalog:${DGX}`), 'drag');
    test.release({ x: -40, y: 200 });
    expect(test.design.devices.size).toBe(0);
    expect(test.editor.state.tool).toBe('select');
  });

  it('is over where it is let go, on a taken place too; with Shift it goes on', () => {
    const test = testEditor();
    const rack = test.addRack();
    test.place(DGX, rack, 1);
    beginPlacing(test.editor, catalogType(`catalog:${QM9700}`), 'drag');
    test.release(test.onUnit(rack, 3));
    expect(test.editor.state.notice?.tone).toBe('refused');
    expect(test.editor.state.tool).toBe('select');
    beginPlacing(test.editor, catalogType(`catalog:${QM9700}`), 'drag');
    const shift = { ...NO_MODIFIERS, shift: true };
    test.editor.tool.pointerUp({ ...pointer(test.onUnit(rack, 20)), modifiers: shift });
    expect(test.editor.state.tool).toBe('place');
    expect(test.device('switch-1').u).toBe(20);
  });

  it('works by keyboard: arrows move the ghost, Enter drops it', () => {
    const test = testEditor();
    const rack = test.addRack();
    beginPlacing(test.editor, catalogType(`catalog:${QM9700}`), 'keys');
    test.press('ArrowDown');
    test.press('ArrowDown');
    test.press('Enter');
    expect(test.device('switch-1')).toMatchObject({ rackId: rack.id, u: 40 });
  });

  it('hangs a 0U strip beside the rails', () => {
    const test = testEditor();
    test.addRack();
    beginPlacing(test.editor, catalogType('catalog:generic-pdu-0u-24c19'), 'keys');
    test.press('Enter');
    expect(test.device('pdu-1')).toMatchObject({ mount: 'side', column: 0, face: 'rear' });
  });
});

describe('hitting', () => {
  it('finds the unit, the device, the port and the title', () => {
    const test = twoLeaves();
    const [leaf] = test.leaves;
    const rack = [...test.design.racks.values()][0]!;
    const port = test.port(leaf!, 9);
    expect(targetAt(test.editor, test.onPort(port))).toMatchObject({ kind: 'port', ref: port });
    expect(targetAt(test.editor, test.onUnit(rack, 20))).toMatchObject({ kind: 'rack', u: 20 });
    const title = test.onUnit(rack, 42);
    title satisfies { y: number };
    const above = { x: title.x, y: title.y - 150 * test.editor.state.camera.zoom };
    expect(targetAt(test.editor, above).kind).toBe('rack-title');
    expect(targetAt(test.editor, { x: -1e6, y: 0 })).toEqual({ kind: 'canvas' });
  });

  it('takes the cable line that is near', () => {
    const test = testEditor();
    const rack = test.addRack();
    const lines = [{ cableId: 'cable-7', points: [10, 200, 10, 900] }];
    test.editor.cableGeometry = {
      linesOnFace: (_, rackId, face) => (rackId === rack.id && face === 'front' ? lines : []),
      linesBetweenRacks: () => [],
      isShown: () => true,
    };
    const { camera } = test.editor.state;
    const box = test.editor.layout.faces[0]!;
    const at = (x: number) => ({
      x: (box.x + x - camera.x) * camera.zoom,
      y: (box.y + 400 - camera.y) * camera.zoom,
    });
    expect(targetAt(test.editor, at(12))).toEqual({ kind: 'cable', cableId: 'cable-7' });
    expect(targetAt(test.editor, at(60)).kind).toBe('rack');
  });

  it('leaves a device to be taken where a cable only runs by, however far out', () => {
    const test = twoLeaves();
    const [leaf] = test.leaves;
    const device = test.device(leaf!.name);
    const rack = test.design.racks.get(device.rackId)!;
    const box = deviceBox(rack, device, typeOf(test.design, device), device.face);
    const line = box.x + 30;
    test.editor.cableGeometry = {
      linesOnFace: () => [{ cableId: 'cable-7', points: [line, box.y, line, box.y + box.height] }],
      linesBetweenRacks: () => [],
      isShown: () => true,
    };
    const { camera } = test.editor.state;
    const far = { ...camera, zoom: 0.25 };
    test.editor.set({ camera: far });
    const face = test.editor.layout.faces.find(
      (each) => each.rackId === rack.id && each.face === device.face,
    )!;
    const at = (x: number) => ({
      x: (face.x + x - far.x) * far.zoom,
      y: (face.y + box.y + 2 - far.y) * far.zoom,
    });
    expect(targetAt(test.editor, at(line + 1)).kind).toBe('cable');
    expect(targetAt(test.editor, at(line - 15))).toMatchObject({ deviceId: device.id });
  });
});
