import { describe, expect, it } from 'vitest';
import { analyse } from '../../shared/analysis/index.ts';
import { RULE_IDS } from '../../shared/analysis/rule-ids.ts';
import { buildSample } from '../../shared/samples/index.ts';
import { cablesByRule, NO_FILTER, onlyValues, passesFilter, shownCables } from './cable-filter.ts';
import { testEditor } from './test-editor.ts';

const design = buildSample('first-rack');
const fabrics = (values: readonly string[]) =>
  onlyValues(design, NO_FILTER, 'fabric', new Set(values));

describe('the filter of cables', () => {
  it('lets all through at first, and then what has the values that are asked for', () => {
    expect(shownCables(design, null, NO_FILTER)).toBeNull();
    const shown = shownCables(design, null, fabrics(['power']));
    const power = [...design.cables.values()].filter(({ fabric }) => fabric === 'power');
    expect(shown).toEqual(new Set(power.map(({ id }) => id)));
    expect(shownCables(design, null, fabrics(['power', 'compute', 'management']))).toBeNull();
  });

  it('tells what an open finding names, once there is an analysis', () => {
    const filter = { ...NO_FILTER, finding: 'any' } as const;
    expect(shownCables(design, null, filter)).toEqual(new Set());
    const analysis = analyse(design);
    const named = analysis.findings.flatMap(({ subjects }) =>
      subjects.flatMap(({ kind, id }) => (kind === 'cable' ? id : [])),
    );
    expect(named.length).toBeGreaterThan(0);
    const shown = shownCables(design, analysis, { ...filter });
    expect(shown).toEqual(new Set(named));
    for (const cable of design.cables.values()) {
      expect(passesFilter(filter, cable, named.includes(cable.id))).toBe(shown?.has(cable.id));
    }
  });

  it('tells what a finding of one rule names', () => {
    const analysis = analyse(design);
    const byRule = cablesByRule(analysis.findings);
    expect(byRule.size).toBeGreaterThan(1);
    for (const rule of RULE_IDS) {
      const ofRule = analysis.findings.filter((finding) => finding.rule === rule);
      const named = ofRule.flatMap(({ subjects }) =>
        subjects.flatMap(({ kind, id }) => (kind === 'cable' ? id : [])),
      );
      const shown = shownCables(design, analysis, { ...NO_FILTER, finding: rule });
      expect(shown).toEqual(new Set(named));
    }
  });

  it('keeps the same set while the same cables are in it', () => {
    const filter = fabrics(['compute']);
    const shown = shownCables(design, null, filter);
    const [first] = design.cables.values();
    const cables = new Map([...design.cables, [first!.id, { ...first!, notes: 'seen' }]]);
    expect(shownCables({ cables }, null, filter)).toBe(shown);
    const gone = new Map([...cables].slice(1));
    expect(shownCables({ cables: gone }, null, filter)?.size).toBe((shown?.size ?? 0) - 1);
  });
});

describe('commands on what is shown of the cables', () => {
  it('show what is like the selected ones, and all again', async () => {
    const test = testEditor(design);
    const { editor } = test;
    const rails = [...design.cables.values()].filter(({ rail }) => rail === 2);
    editor.set({ selection: { ...editor.state.selection, cables: new Set([rails[0]!.id]) } });
    await test.run('cable.onlyRail');
    const shown = () => shownCables(design, null, editor.state.view.cableFilter);
    expect(shown()).toEqual(new Set(rails.map(({ id }) => id)));
    await test.run('cable.showAll');
    expect(shown()).toBeNull();
    await test.run('cable.othersFaint');
    expect(editor.state.view.otherCables).toBe('hidden');
  });

  it('go from one end of a cable to the other, in a view of one face too', async () => {
    const test = testEditor(design);
    const { editor } = test;
    const cable = [...design.cables.values()].find(({ fabric }) => fabric === 'compute')!;
    editor.set({ selection: { ...editor.state.selection, cables: new Set([cable.id]) } });
    await test.run('view.front');
    test.press('Shift+A');
    expect(editor.state.focus).toMatchObject({ kind: 'port', ref: cable.ends.a[0], face: 'rear' });
    const middle = () => test.onPort(cable.ends.a[0]!);
    expect(middle().x).toBeCloseTo(editor.state.viewport.width / 2, 3);
    expect(middle().y).toBeCloseTo(editor.state.viewport.height / 2, 3);
    expect(editor.state.camera.zoom).toBeGreaterThanOrEqual(1);
    test.press('Shift+B');
    expect(editor.state.focus).toMatchObject({ kind: 'port', ref: cable.ends.b[0] });
    expect([...editor.state.selection.cables]).toEqual([cable.id]);
  });
});
