import { describe, expect, it } from 'vitest';
import { renamedBy } from '../../../shared/labels/index.ts';
import { SAMPLES } from '../../../shared/samples/index.ts';
import { testEditor } from '../test-editor.ts';
import { addCables } from './cable-edits.ts';
import { nameCables } from './naming-edits.ts';

const [sample] = SAMPLES;

describe('how cables are called', () => {
  it('templates and new names are one edit, and undo takes both back', () => {
    const { editor, ...rest } = testEditor(sample!.build());
    const before = editor.state.design;
    const idTemplate = '{medium}-{n:3}';
    const renamed = renamedBy(before, idTemplate);
    expect(editor.perform(nameCables(before, { idTemplate }, renamed))).toBe(true);
    const labels = rest.cables().map(({ label }) => label);
    expect(labels.every((label) => /^\S+-\d{3}$/.test(label))).toBe(true);
    expect(new Set(labels).size).toBe(labels.length);
    expect(editor.state.design.settings.cabling.idTemplate).toBe(idTemplate);
    editor.undo();
    expect(editor.state.design).toEqual(before);
  });

  it('a template that cannot be read is refused', () => {
    const { editor } = testEditor();
    expect(nameCables(editor.state.design, { labelTemplate: '{x}' }, [])).toMatchObject({
      ok: false,
      reason: { key: 'labels.error.unknown' },
    });
  });

  it('there must be cables to be added', () => {
    const { editor } = testEditor();
    expect(addCables(editor.ids, [])).toMatchObject({ ok: false });
  });
});
