/**
 * An editor without a window, with the verbs of a person: place, drag, press, undo. Tests read like use.
 */
import { catalogType } from '../../shared/catalog/index.ts';
import type { Design } from '../../shared/model/design.ts';
import { emptyDesign } from '../../shared/model/design.ts';
import { countingIds } from '../../shared/model/ids.ts';
import { slotTopMm, unitMm } from '../../shared/model/rack-geometry.ts';
import type { Cable, Device, PortRef, Rack } from '../../shared/model/records.ts';
import { checkDesign } from '../../shared/rules/index.ts';
import { toScreen } from './camera.ts';
import { type CommandId, runCommand } from './commands/table.ts';
import { fitAll } from './commands/view-commands.ts';
import { createEditor } from './create-editor.ts';
import { createDispatcher } from './dispatcher.ts';
import type { Editor } from './editor.ts';
import { placeDevice } from './edits/device-edits.ts';
import { addRacks, DEFAULT_RACK } from './edits/rack-edits.ts';
import { boxCentre, type Point } from './geometry.ts';
import { faceOfRack, portBox, seenDevice } from './places.ts';
import { type KeyInput, type Modifiers, NO_MODIFIERS, type PointerInput } from './pointer.ts';

export interface TestEditor {
  readonly editor: Editor;
  readonly design: Design;
  /** What the host was asked to do, in order. */
  readonly hosted: readonly string[];
  addRack(): Rack;
  /** Places a device of the catalogue (`nvidia-qm9700`) without the pointer. */
  place(type: string, rack: Rack, u: number, face?: Device['face']): Device;
  device(name: string): Device;
  cables(): readonly Cable[];
  /** The n-th port of that kind. */
  port(device: Device, n: number, kind?: 'interface' | 'powerInlet' | 'powerOutlet'): PortRef;
  /** Screen point in the middle of a device, of a port's opening, or of a unit of a rack. */
  onDevice(device: Device): Point;
  onPort(ref: PortRef): Point;
  onUnit(rack: Rack, u: number, face?: Device['face']): Point;
  press(chord: string): void;
  click(at: Point, modifiers?: Partial<Modifiers>): void;
  /** Presses, moves in steps, and lets go; `holding` leaves the button down. */
  drag(from: Point, to: Point, how?: { modifiers?: Partial<Modifiers>; holding?: boolean }): void;
  release(at: Point): void;
  run(id: CommandId): Promise<void>;
  undo(): void;
  redo(): void;
  /** What is broken in the design; empty when nothing is. */
  broken(): readonly string[];
}

/** An editor over a design; an empty one when none is given. The window is 1600 × 1000 pixels. */
export function testEditor(design: Design = emptyDesign('Test')): TestEditor {
  const hosted: string[] = [];
  let clipboard = '';
  const editor = createEditor({
    design,
    ids: uniqueIds(design),
    clipboard: {
      read: () => Promise.resolve(clipboard),
      write(text) {
        clipboard = text;
        return Promise.resolve();
      },
    },
    host: { can: () => true, run: (action) => void hosted.push(action) },
    clock: () => 0,
  });
  editor.set({ viewport: { width: 1600, height: 1000 } });
  fitAll(editor);
  const dispatcher = createDispatcher(editor, 'linux', () => ({ singleKeys: true, keys: {} }));
  const screen = (world: Point): Point => toScreen(editor.state.camera, world);
  const point = (at: Point, modifiers: Partial<Modifiers> = {}): PointerInput => ({
    screen: at,
    button: 'primary',
    modifiers: { ...NO_MODIFIERS, ...modifiers },
    pointerType: 'mouse',
  });

  return {
    editor,
    hosted,
    get design() {
      return editor.state.design;
    },
    addRack() {
      editor.perform(addRacks(editor.state.design, editor.ids, DEFAULT_RACK));
      fitAll(editor);
      return found([...editor.state.design.racks.values()].at(-1), 'a rack');
    },
    place(type, rack, u, face = 'front') {
      const placement = { rackId: rack.id, mount: 'rails' as const, bay: null, u, face, column: 0 };
      const catalogued = catalogType(`catalog:${type}`);
      editor.perform(placeDevice(editor.state.design, editor.ids, catalogued, placement));
      const [id] = editor.state.selection.devices;
      return found(editor.state.design.devices.get(id ?? ''), type);
    },
    device(name) {
      const devices = [...editor.state.design.devices.values()];
      return found(
        devices.find((device) => device.name === name),
        name,
      );
    },
    cables: () => [...editor.state.design.cables.values()],
    port(device, n, kind = 'interface') {
      const type = editor.state.design.deviceTypes.get(device.typeId);
      const port = type?.ports.filter((each) => each.kind === kind)[n];
      return { deviceId: device.id, portId: found(port, `port ${n}`).id };
    },
    onDevice(device) {
      const [seen] = seenDevice(editor.state.design, editor.layout, device.id);
      return screen(boxCentre(found(seen, device.name).box));
    },
    onPort(ref) {
      return screen(boxCentre(found(portBox(editor.state.design, editor.layout, ref), 'port')));
    },
    onUnit(rack, u, face = 'front') {
      const box = found(faceOfRack(editor.layout, rack.id, face), 'face');
      const y = slotTopMm(rack, u, 1) + unitMm(rack) / 2;
      return screen({ x: box.x + box.width / 2, y: box.y + y });
    },
    press(chord) {
      dispatcher.keyDown(keyOf(chord), 'canvas');
    },
    click(at, modifiers) {
      editor.tool.pointerDown(point(at, modifiers));
      editor.tool.pointerUp(point(at, modifiers));
    },
    drag(from, to, { modifiers = {}, holding = false } = {}) {
      editor.tool.pointerDown(point(from, modifiers));
      for (const share of [0.1, 0.5, 1]) {
        const x = from.x + (to.x - from.x) * share;
        const y = from.y + (to.y - from.y) * share;
        editor.tool.pointerMove(point({ x, y }, modifiers));
      }
      if (!holding) editor.tool.pointerUp(point(to, modifiers));
    },
    release(at) {
      editor.tool.pointerUp(point(at));
    },
    run: (id) => runCommand(editor, id),
    undo: () => editor.undo(),
    redo: () => editor.redo(),
    broken: () => checkDesign(editor.state.design).map((why) => why.key),
  };
}

/** Ids that the design does not hold yet. */
function uniqueIds(design: Design): (prefix: string) => string {
  const count = countingIds();
  const records = [design.rows, design.racks, design.devices, design.cables];
  return (prefix) => {
    let id = count(prefix);
    while (records.some((table: ReadonlyMap<string, unknown>) => table.has(id))) id = count(prefix);
    return id;
  };
}

/** `Mod+Shift+Z` as a browser on Linux tells it. */
function keyOf(chord: string): KeyInput {
  const parts = chord.split('+');
  const key = parts.at(-1) ?? '';
  const held = new Set(parts.slice(0, -1));
  const letter = /^[A-Z]$/.test(key);
  const digit = /^\d$/.test(key);
  const mod = held.has('Mod') || held.has('Ctrl');
  return {
    key: letter && !held.has('Shift') ? key.toLowerCase() : key,
    code: letter ? `Key${key}` : digit ? `Digit${key}` : key,
    modifiers: { mod, shift: held.has('Shift'), alt: held.has('Alt') },
    ctrl: mod,
    repeat: false,
  };
}

function found<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`the design has no ${what}`);
  return value;
}
