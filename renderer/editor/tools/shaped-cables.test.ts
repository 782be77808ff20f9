import { describe, expect, it } from 'vitest';
import { breakType } from '../../../shared/connect/fixture-breakout.ts';
import { hall } from '../../../shared/connect/fixture-hall.ts';
import type { PortRef } from '../../../shared/model/records.ts';
import { NOTHING_SELECTED } from '../selection.ts';
import { testEditor } from '../test-editor.ts';

/** A core switch of four ports and an edge switch of sixteen, large on screen. */
async function openBreakout() {
  const test = testEditor(breakType(hall({ nodes: 1, leaves: 2 })));
  const { editor } = test;
  editor.set({ view: { ...editor.state.view, elevation: 'front' } });
  editor.set({ selection: { ...NOTHING_SELECTED, devices: new Set(['core', 'edge']) } });
  await test.run('view.fitSelection');
  return test;
}

const core = (n: number): PortRef => ({ deviceId: 'core', portId: `c${n}` });
const edge = (n: number): PortRef => ({ deviceId: 'edge', portId: `e${n}` });

describe('a breakout by hand', () => {
  it('takes its far ends one after the other, and is one edit', async () => {
    const test = await openBreakout();
    await test.run('cable.shape.breakout-4');
    test.click(test.onPort(core(1)));
    for (const n of [1, 2, 3]) test.click(test.onPort(edge(n)));
    expect(test.cables()).toHaveLength(0);
    expect(test.editor.state.overlay.legs).toHaveLength(3);
    test.click(test.onPort(edge(4)));
    const [cable, ...others] = test.cables();
    expect(others).toEqual([]);
    expect(cable?.ends).toEqual({
      a: [core(1), core(1), core(1), core(1)],
      b: [1, 2, 3, 4].map(edge),
    });
    expect(test.broken()).toEqual([]);
    test.undo();
    expect(test.cables()).toEqual([]);
  });

  it('is finished early by Enter, and dropped by Escape', async () => {
    const test = await openBreakout();
    await test.run('cable.shape.breakout-8');
    test.click(test.onPort(core(1)));
    for (const n of [1, 2, 3, 4]) test.click(test.onPort(edge(n)));
    test.press('Escape');
    expect(test.cables()).toHaveLength(0);
    expect(test.editor.tool.name).toBe('cable');
    await test.run('cable.shape.breakout-8');
    test.editor.set({ nextCable: { ...test.editor.state.nextCable, medium: 'smf' } });
    test.click(test.onPort(core(1)));
    for (const n of [1, 2, 3, 4]) test.click(test.onPort(edge(n)));
    test.press('Enter');
    expect(test.cables()[0]?.ends.b).toEqual([1, 2, 3, 4].map(edge));
  });

  it('says while it is aimed why a port does not take the next end', async () => {
    const test = await openBreakout();
    await test.run('cable.shape.breakout-2');
    test.editor.set({ nextCable: { ...test.editor.state.nextCable, medium: 'dac' } });
    test.click(test.onPort(core(1)));
    test.drag(test.onPort(core(1)), test.onPort(edge(1)), { holding: true });
    const { message, cursor } = test.editor.state.overlay;
    expect(message).toMatchObject({ tone: 'refused' });
    expect(message?.text).toContain('wired lane to lane: 400 Gb/s and 200 Gb/s');
    expect(cursor).toBe('not-allowed');
  });

  it('goes by the keyboard alone', async () => {
    const test = await openBreakout();
    await test.run('cable.shape.breakout-4');
    for (const key of ['Tab', 'Enter']) test.press(key);
    for (let leg = 0; leg < 4; leg += 1) for (const key of ['Tab', 'Enter']) test.press(key);
    expect(test.cables()[0]?.ends.b).toHaveLength(4);
    expect(test.broken()).toEqual([]);
  });

  it('a trunk takes a run of ports at both ends', async () => {
    const test = await openBreakout();
    await test.run('cable.shape.trunk-2');
    test.editor.set({ nextCable: { ...test.editor.state.nextCable, medium: 'smf' } });
    test.click(test.onPort(edge(1)));
    test.click(test.onPort(edge(5)));
    expect(test.cables()[0]?.ends).toEqual({ a: [edge(1), edge(2)], b: [edge(5), edge(6)] });
  });
});

describe('a plug that is put elsewhere', () => {
  async function openSplit() {
    const test = await openBreakout();
    await test.run('cable.shape.breakout-4');
    test.click(test.onPort(core(1)));
    for (const n of [1, 2, 3, 4]) test.click(test.onPort(edge(n)));
    test.press('Escape');
    return test;
  }

  it('is dragged out of its port while its cable is selected', async () => {
    const test = await openBreakout();
    await test.run('tool.cable');
    test.editor.set({ nextCable: { shape: { shape: 'plain' }, medium: 'smf' } });
    test.click(test.onPort(edge(1)));
    test.click(test.onPort(edge(2)));
    test.press('Escape');
    test.drag(test.onPort(edge(2)), test.onPort(edge(7)));
    expect(test.cables()[0]?.ends).toEqual({ a: [edge(1)], b: [edge(7)] });
    test.undo();
    expect(test.cables()[0]?.ends.b).toEqual([edge(2)]);
  });

  it('by command and the keyboard; Escape leaves it where it is', async () => {
    const test = await openSplit();
    await test.run('cable.replugB');
    expect(test.editor.tool.name).toBe('replug');
    test.press('Escape');
    expect([test.editor.tool.name, test.cables()[0]?.ends.b[0]]).toEqual(['select', edge(1)]);
    await test.run('cable.replugB');
    for (const key of ['Tab', 'Enter']) test.press(key);
    expect(test.cables()[0]?.ends.b[0]).not.toEqual(edge(1));
    expect(test.broken()).toEqual([]);
    test.undo();
    expect(test.cables()[0]?.ends.b).toEqual([1, 2, 3, 4].map(edge));
  });
});
