import { describe, expect, it } from 'vitest';
import { emptyDesign } from '../../../shared/model/design.ts';
import { applyDiff, EMPTY_DIFF } from '../../../shared/model/diff.ts';
import { BLADE, CHASSIS, chassisIn, inBay, SUPPLY } from '../../../shared/model/fixture-chassis.ts';
import { fixtureRack } from '../../../shared/model/fixture-rack.ts';
import { fitted } from '../camera.ts';
import { boxCentre } from '../geometry.ts';
import { seenDevice } from '../places.ts';
import { NO_MODIFIERS, type PointerInput } from '../pointer.ts';
import { NOTHING_SELECTED } from '../selection.ts';
import { type TestEditor, testEditor } from '../test-editor.ts';
import { beginPlacing } from './take-tool.ts';

const RACKS = ['rack-1', 'rack-2'].map((id, order) => fixtureRack({ id, name: id, order }));
const HOST = chassisIn('rack-1', 10);
const FIRST = inBay(HOST, 'node-1', BLADE, 'node-1');

function chassisWith(...children: readonly (typeof FIRST)[]): TestEditor {
  return testEditor(
    applyDiff(emptyDesign('x'), {
      ...EMPTY_DIFF,
      added: [...RACKS, CHASSIS, BLADE, SUPPLY, HOST, ...children],
    }),
  );
}

/** The middle of a bay of the chassis on screen, as if what belongs there stood in it. */
function onBay(test: TestEditor, bayId: string): { x: number; y: number } {
  const probe = chassisWith(inBay(HOST, bayId, bayId.startsWith('psu') ? SUPPLY : BLADE, 'probe'));
  const [seen] = seenDevice(probe.design, test.editor.layout, 'probe');
  const { camera } = test.editor.state;
  const at = boxCentre(seen!.box);
  return { x: (at.x - camera.x) * camera.zoom, y: (at.y - camera.y) * camera.zoom };
}

const pointer = (screen: PointerInput['screen']): PointerInput => ({
  screen,
  button: 'primary',
  modifiers: NO_MODIFIERS,
  pointerType: 'mouse',
});

function dropFromLibrary(test: TestEditor, type: typeof BLADE, at: { x: number; y: number }): void {
  beginPlacing(test.editor, type, 'drag');
  test.editor.tool.pointerMove?.(pointer(at));
  test.editor.tool.pointerUp?.(pointer(at));
}

describe('a device for a bay', () => {
  it('is dropped on the bay under the pointer, and nowhere else', () => {
    const test = chassisWith();
    dropFromLibrary(test, BLADE, onBay(test, 'node-3'));
    const [child] = [...test.design.devices.values()].filter(({ bay }) => bay !== null);
    expect(child).toMatchObject({
      mount: 'bay',
      bay: { deviceId: HOST.id, bayId: 'node-3' },
      u: 10,
    });
    beginPlacing(test.editor, BLADE, 'drag');
    test.editor.tool.pointerMove?.(pointer(test.onUnit(RACKS[0]!, 30)));
    expect(test.editor.state.overlay.message).toMatchObject({
      tone: 'refused',
      text: 'Drop it on a free bay that takes it',
    });
    test.editor.tool.pointerUp?.(pointer(test.onUnit(RACKS[0]!, 30)));
    expect(test.design.devices.size).toBe(2);
    expect(test.broken()).toEqual([]);
  });

  it('is refused where another is', () => {
    const test = chassisWith(FIRST);
    dropFromLibrary(test, BLADE, onBay(test, 'node-1'));
    expect(test.design.devices.size).toBe(2);
    expect(test.editor.state.notice?.text).toContain('taken by node-1');
  });

  it('goes from bay to bay with the arrows, and in with Enter', () => {
    const test = chassisWith(FIRST);
    beginPlacing(test.editor, BLADE, 'keys');
    test.press('ArrowRight');
    test.press('Enter');
    const ids = [...test.design.devices.values()].map(({ bay }) => bay?.bayId);
    expect(ids).toEqual([undefined, 'node-1', 'node-3']);
  });

  it('is dragged from one bay to another, and undone', () => {
    const test = chassisWith(FIRST);
    test.drag(test.onDevice(FIRST), onBay(test, 'node-4'));
    expect(test.device('node-1').bay?.bayId).toBe('node-4');
    expect(test.broken()).toEqual([]);
    test.undo();
    expect(test.device('node-1').bay?.bayId).toBe('node-1');
  });
});

describe('a device with something in its bays', () => {
  const SUPPLIED = inBay(HOST, 'psu-2', SUPPLY, 'psu');

  it('takes it along', () => {
    const test = chassisWith(FIRST, SUPPLIED);
    const [seen] = seenDevice(test.design, test.editor.layout, HOST.id);
    const edge = { x: seen!.box.x + 6, y: seen!.box.y + seen!.box.height - 8 };
    const { camera } = test.editor.state;
    const at = { x: (edge.x - camera.x) * camera.zoom, y: (edge.y - camera.y) * camera.zoom };
    test.drag(at, test.onUnit(RACKS[1]!, 20));
    expect(test.device('chassis-1').rackId).toBe('rack-2');
    expect(test.device('node-1')).toMatchObject({
      rackId: 'rack-2',
      u: test.device('chassis-1').u,
    });
    expect(test.broken()).toEqual([]);
  });

  it('is deleted with it, and comes back with it', () => {
    const test = chassisWith(FIRST, SUPPLIED);
    test.click(test.onDevice({ ...HOST }));
    test.editor.set({
      selection: { ...NOTHING_SELECTED, devices: new Set([HOST.id]) },
    });
    test.press('Delete');
    expect(test.design.devices.size).toBe(0);
    test.undo();
    expect(test.design.devices.size).toBe(3);
  });

  it('is copied with it', async () => {
    const test = chassisWith(FIRST, SUPPLIED);
    test.editor.set({
      selection: { ...NOTHING_SELECTED, devices: new Set([HOST.id]) },
    });
    await test.run('edit.duplicate');
    const hosts = [...test.design.devices.values()].filter(({ bay }) => bay === null);
    expect(hosts).toHaveLength(2);
    const inCopy = [...test.design.devices.values()].filter(
      ({ bay }) => bay?.deviceId === hosts[1]!.id,
    );
    expect(new Set(inCopy.map(({ bay }) => bay?.bayId))).toEqual(new Set(['node-1', 'psu-2']));
    expect(test.broken()).toEqual([]);
  });

  it('turns with it', async () => {
    const test = chassisWith(FIRST, SUPPLIED);
    test.editor.set({
      selection: { ...NOTHING_SELECTED, devices: new Set([HOST.id]) },
    });
    await test.run('device.flip');
    expect(test.device('node-1').face).toBe('rear');
    expect(test.device('psu').face).toBe('front');
    expect(test.broken()).toEqual([]);
  });
});

it('aims at the port of what is in a bay', () => {
  const test = chassisWith(FIRST);
  const [seen] = seenDevice(test.design, test.editor.layout, HOST.id);
  test.editor.set({ camera: fitted(seen!.box, test.editor.state.viewport) });
  const at = test.onPort({ deviceId: 'node-1', portId: 'eth1' });
  test.click(at);
  expect(test.editor.state.selection.devices).toEqual(new Set(['node-1']));
});
