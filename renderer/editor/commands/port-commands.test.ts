import { describe, expect, it } from 'vitest';
import type { MediumId } from '../../../shared/model/medium.ts';
import type { Device } from '../../../shared/model/records.ts';
import { canConnect } from '../../../shared/rules/index.ts';
import { addShaped } from '../edits/cable-edits.ts';
import { selectionOf } from '../selection.ts';
import { type TestEditor, testEditor } from '../test-editor.ts';
import { COMMANDS, canRun } from './table.ts';

function twoLeaves() {
  const test = testEditor();
  const rack = test.addRack();
  const leaf = test.place('nvidia-qm9700', rack, 19);
  const other = test.place('nvidia-qm9700', rack, 22);
  const join = (n: number, medium: MediumId) => {
    const ends = [test.port(leaf, n), test.port(other, n)] as const;
    test.editor.perform(
      addShaped(test.design, test.editor.ids, {
        shape: { shape: 'plain' },
        from: ends[0],
        to: [ends[1]],
        medium: medium,
      }),
    );
  };
  return { test, rack, leaf, other, join };
}

const kept = (test: TestEditor, device: Device) => test.device(device.name).reserved;

describe('keeping ports free', () => {
  it('keeps the port in focus, warns who would plug into it, and releases it', async () => {
    const { test, rack, leaf, other } = twoLeaves();
    const ref = test.port(leaf, 2);
    expect(canRun(test.editor, 'port.keep')).toMatchObject({ key: 'editor.needs.port' });
    await COMMANDS['port.keep'].run(test.editor);
    expect(kept(test, leaf)).toEqual([]);
    test.editor.set({ focus: { kind: 'port', ref, rackId: rack.id, face: 'front' } });
    await test.run('port.keep');
    expect(kept(test, leaf)).toEqual([ref.portId]);
    expect(COMMANDS['port.keep'].checked?.(test.editor)).toBe(true);
    const verdict = canConnect(test.design, ref, test.port(other, 2), 'smf');
    expect(verdict).toMatchObject({ allowed: true, warnings: [{ key: 'rules.portKept' }] });
    await test.run('port.keep');
    expect(kept(test, leaf)).toEqual([]);
    test.undo();
    expect(kept(test, leaf)).toEqual([ref.portId]);
  });

  it('does not keep a port with a cable in it', () => {
    const { test, rack, leaf, join } = twoLeaves();
    join(0, 'smf');
    const ref = test.port(leaf, 0);
    test.editor.set({ focus: { kind: 'port', ref, rackId: rack.id, face: 'front' } });
    expect(canRun(test.editor, 'port.keep')).toMatchObject({ key: 'editor.needs.freePort' });
  });

  it('keeps what is free on the selected devices: 64 ports less one in use and two behind one plug', async () => {
    const { test, leaf, join } = twoLeaves();
    join(0, 'smf');
    join(2, 'dac');
    test.editor.set({ selection: selectionOf([leaf]) });
    await test.run('device.keepPorts');
    expect(kept(test, leaf)).toHaveLength(61);
    expect(kept(test, leaf)).not.toContain(test.port(leaf, 0).portId);
    expect(kept(test, leaf)[0]).toBe(test.port(leaf, 1).portId);
    await test.run('device.keepPorts');
    expect(test.editor.state.notice?.tone).toBe('refused');
    await test.run('device.releasePorts');
    expect(kept(test, leaf)).toEqual([]);
    await test.run('device.releasePorts');
    expect(test.editor.state.notice?.text).toBe('No port is kept free there');
  });
});
