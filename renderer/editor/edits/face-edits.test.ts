import { describe, expect, it } from 'vitest';
import { removePorts } from '../../../shared/faceplate/index.ts';
import { portKey } from '../../../shared/model/design-index.ts';
import { applyDiff } from '../../../shared/model/diff.ts';
import { checkDesign } from '../../../shared/rules/index.ts';
import { testEditor } from '../test-editor.ts';
import { addShaped } from './cable-edits.ts';
import { cablesLost, redrawType } from './face-edits.ts';
import { patchDevices } from './field-edits.ts';

/** Two switches with cables between their first three ports; the fourth of the first is kept free. */
function cabled() {
  const test = testEditor();
  const rack = test.addRack();
  const a = test.place('nvidia-qm9700', rack, 20);
  const b = test.place('nvidia-qm9700', rack, 22);
  for (const n of [0, 2, 4]) {
    const ends = [test.port(a, n), test.port(b, n)] as const;
    test.editor.perform(
      addShaped(test.design, test.editor.ids, {
        shape: { shape: 'plain' },
        from: ends[0],
        to: [ends[1]],
        medium: 'dac',
      }),
    );
  }
  const kept = test.port(a, 6).portId;
  test.editor.perform(patchDevices(test.design, [a.id], { reserved: [kept] }));
  const type = test.design.deviceTypes.get(a.typeId)!;
  return { test, a, type, kept };
}

describe('a type that is drawn anew', () => {
  it('takes the cables of ports that are gone with it, each once, and no other', () => {
    const { test, a, type } = cabled();
    const gone = test.port(a, 2).portId;
    const after = removePorts(type, new Set([gone]));
    const lost = cablesLost(test.design, after);
    expect(lost).toHaveLength(1);
    expect([...lost[0]!.ends.a, ...lost[0]!.ends.b].map(portKey)).toContain(`${a.id}/${gone}`);
    const answer = redrawType(test.design, after, 'Draw');
    if (!answer.ok) throw new Error(answer.reason.key);
    const redrawn = applyDiff(test.design, answer.edit.diff);
    expect(redrawn.cables.size).toBe(2);
    expect(checkDesign(redrawn)).toEqual([]);
  });

  it('no longer keeps a port free that is gone', () => {
    const { test, a, type, kept } = cabled();
    const answer = redrawType(test.design, removePorts(type, new Set([kept])), 'Draw');
    if (!answer.ok) throw new Error(answer.reason.key);
    expect(applyDiff(test.design, answer.edit.diff).devices.get(a.id)?.reserved).toEqual([]);
  });

  it('that is the same is no edit, and one that the design does not hold is refused', () => {
    const { test, type } = cabled();
    const same = redrawType(test.design, { ...type }, 'Draw');
    expect(same).toMatchObject({ ok: true, edit: { diff: { updated: [], removed: [] } } });
    expect(redrawType(test.design, { ...type, id: 'none' }, 'Draw').ok).toBe(false);
  });
});
