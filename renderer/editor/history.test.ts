import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Design, recordsOf } from '../../shared/model/design.ts';
import { SAMPLES } from '../../shared/samples/index.ts';
import type { CommandId } from './commands/table.ts';
import { NOTHING_SELECTED } from './selection.ts';
import { type TestEditor, testEditor } from './test-editor.ts';

/** The design as text that does not depend on the order in which its records came. */
function canonical(design: Design): string {
  return [...recordsOf(design)]
    .map((record) => JSON.stringify(record))
    .sort()
    .join('\n');
}

const COMMANDS = [
  'rack.add',
  'rack.left',
  'rack.right',
  'rack.blank',
  'row.add',
  'row.removeEmpty',
  'edit.duplicate',
  'edit.delete',
  'device.up',
  'device.down',
  'device.upFar',
  'device.nextFreeUp',
  'device.nextFreeDown',
  'device.left',
  'device.right',
  'device.flip',
  'device.lock',
  'cable.medium.dac',
  'cable.medium.mmf',
  'cable.sideLeft',
  'cable.estimateLength',
  'select.sameType',
  'select.cables',
  'select.devicesInRack',
  'cable.selectEnds',
] as const satisfies readonly CommandId[];

type Act =
  | { readonly act: 'command'; readonly id: CommandId }
  | {
      readonly act: 'select';
      readonly kind: 'racks' | 'devices' | 'cables';
      readonly which: number;
    }
  | { readonly act: 'drag'; readonly which: number; readonly toU: number; readonly alt: boolean }
  | { readonly act: 'cable'; readonly from: number; readonly to: number };

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ act: fc.constant('command' as const), id: fc.constantFrom(...COMMANDS) }),
  fc.record({
    act: fc.constant('select' as const),
    kind: fc.constantFrom('racks' as const, 'devices' as const, 'cables' as const),
    which: fc.nat(),
  }),
  fc.record({
    act: fc.constant('drag' as const),
    which: fc.nat(),
    toU: fc.integer({ min: 1, max: 42 }),
    alt: fc.boolean(),
  }),
  fc.record({ act: fc.constant('cable' as const), from: fc.nat(), to: fc.nat() }),
);

const nth = <T>(items: readonly T[], n: number): T | undefined =>
  items[n % Math.max(1, items.length)];

async function play(test: TestEditor, each: Act): Promise<void> {
  const { design } = test;
  switch (each.act) {
    case 'command':
      return test.run(each.id);
    case 'select': {
      const id = nth([...design[each.kind].keys()], each.which);
      if (id !== undefined) {
        test.editor.set({ selection: { ...NOTHING_SELECTED, [each.kind]: new Set([id]) } });
      }
      return;
    }
    case 'drag': {
      const device = nth([...design.devices.values()], each.which);
      const rack = nth([...design.racks.values()], each.which);
      if (!device || !rack) return;
      test.drag(test.onDevice(device), test.onUnit(rack, Math.min(each.toU, rack.heightU)), {
        modifiers: { alt: each.alt },
      });
      return;
    }
    case 'cable': {
      const ports = [...design.devices.values()].flatMap((device) =>
        (design.deviceTypes.get(device.typeId)?.ports ?? []).map((port) => ({
          deviceId: device.id,
          portId: port.id,
        })),
      );
      const [from, to] = [nth(ports, each.from), nth(ports, each.to)];
      if (!from || !to) return;
      test.editor.set({ camera: { x: 0, y: 0, zoom: 64 } });
      await test.run('tool.cable');
      test.click(test.onPort(from));
      test.click(test.onPort(to));
      await test.run('tool.select');
      await test.run('view.fitAll');
      return;
    }
    default:
      each satisfies never;
  }
}

const sample = SAMPLES.find(({ id }) => id === 'first-rack')!;
const plans = fc.array(act, { minLength: 1, maxLength: 25 });

describe('the laws of undo', () => {
  it('any sequence undone is the first design, redone the last; nothing is ever broken', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const test = testEditor(sample.build());
        const first = canonical(test.design);
        for (const each of plan) {
          await play(test, each);
          expect(test.broken()).toEqual([]);
        }
        const last = canonical(test.design);
        const steps = test.editor.history.undoable.length;
        for (let step = 0; step < steps; step += 1) test.undo();
        expect(canonical(test.design)).toBe(first);
        expect(test.editor.state.undoLabel).toBeNull();
        for (let step = 0; step < steps; step += 1) test.redo();
        expect(canonical(test.design)).toBe(last);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('a cancelled gesture leaves no trace', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 42 }), fc.boolean(), (which, toU, alt) => {
        const test = testEditor(sample.build());
        const { design, selection } = test.editor.state;
        const device = nth([...design.devices.values()], which)!;
        const rack = [...design.racks.values()][0]!;
        test.drag(test.onDevice(device), test.onUnit(rack, toU), {
          modifiers: { alt },
          holding: true,
        });
        test.press('Escape');
        test.release(test.onUnit(rack, toU));
        expect(test.design).toBe(design);
        expect(test.editor.state.selection).toEqual(selection);
        expect(test.editor.state.overlay.ghosts).toEqual([]);
        expect(test.editor.state.undoLabel).toBeNull();
      }),
      { numRuns: 30 },
    );
  });
});

describe('undo, as a person sees it', () => {
  it('is named after what it undoes', async () => {
    const test = testEditor();
    const rack = test.addRack();
    const leaf = test.place('nvidia-qm9700', rack, 40);
    expect(test.editor.state.undoLabel).toBe(`Place ${leaf.name}`);
    test.press('ArrowDown');
    expect(test.editor.state.undoLabel).toBe(`Move ${leaf.name}`);
    test.press('Mod+Z');
    expect(test.design.devices.get(leaf.id)?.u).toBe(40);
    expect(test.editor.state.redoLabel).toBe(`Move ${leaf.name}`);
    test.press('Ctrl+Y');
    expect(test.design.devices.get(leaf.id)?.u).toBe(39);
  });

  it('selecting and looking around keep redo', async () => {
    const test = testEditor();
    const rack = test.addRack();
    test.place('nvidia-qm9700', rack, 40);
    test.undo();
    await test.run('select.all');
    await test.run('view.zoomIn');
    await test.run('view.rear');
    expect(test.editor.state.redoLabel).toBe('Place switch-1');
    test.redo();
    expect(test.design.devices.size).toBe(1);
  });

  it('an edit after undo forgets what could be redone', () => {
    const test = testEditor();
    const rack = test.addRack();
    test.place('nvidia-qm9700', rack, 40);
    test.undo();
    test.place('nvidia-dgx-h100', rack, 1);
    expect(test.editor.state.redoLabel).toBeNull();
  });
});
