import { expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { EMPTY_DIFF } from '../model/diff.ts';
import type { Cable, DesignSettings } from '../model/records.ts';
import { design, device, found, link } from './fixture-design.ts';
import { analyse, createAnalyser } from './index.ts';

const labelled = (n: number, label: string): Cable => link(n, 'low', 'high', { label });
const pair = [device('low', 10), device('high', 12)];

function withCabling(base: Design, over: Partial<DesignSettings['cabling']>): Design {
  const { settings } = base;
  return { ...base, settings: { ...settings, cabling: { ...settings.cabling, ...over } } };
}

test('cables of one name are told once, with all of them; those without a name are not', () => {
  const cables = [
    labelled(0, 'A'),
    labelled(1, 'A'),
    labelled(2, ''),
    labelled(3, ''),
    labelled(4, 'B'),
  ];
  const analysis = analyse(design([...pair, ...cables]));
  const finding = found(analysis, 'data:names');
  expect(finding).toMatchObject({ severity: 'warning', values: { names: { value: 1 } } });
  expect(finding?.subjects).toHaveLength(2);
  expect(finding?.message).toContain('A');
});

test('a name that is changed, or whose cable goes, is followed', () => {
  const [first, second] = [labelled(0, 'A'), labelled(1, 'A')];
  const analyser = createAnalyser(design([...pair, first, second]));
  const renamed = { ...second, label: 'B' };
  expect(
    found(analyser.update({ ...EMPTY_DIFF, updated: [[second, renamed]] }), 'data:names'),
  ).toBeUndefined();
  const again = { ...renamed, label: 'A' };
  const twice = analyser.update({ ...EMPTY_DIFF, updated: [[renamed, again]] });
  expect(found(twice, 'data:names')).toBeDefined();
  expect(found(analyser.update({ ...EMPTY_DIFF, removed: [first] }), 'data:names')).toBeUndefined();
});

test('of three cables of a name one may go, and then another; cables without a name come and go unseen', () => {
  const cables = [0, 1, 2].map((n) => labelled(n, 'A'));
  const bare = labelled(3, '');
  const analyser = createAnalyser(design([...pair, ...cables]));
  const named = (analysis: ReturnType<typeof analyse>) =>
    found(analysis, 'data:names')?.subjects.map(({ id }) => id);
  expect(named(analyser.analysis)).toEqual(['cable-1', 'cable-2', 'cable-3']);
  expect(named(analyser.update({ ...EMPTY_DIFF, added: [bare] }))).toHaveLength(3);
  expect(named(analyser.update({ ...EMPTY_DIFF, removed: [bare] }))).toHaveLength(3);
  const [first, second, third] = cables as [Cable, Cable, Cable];
  expect(named(analyser.update({ ...EMPTY_DIFF, removed: [second] }))).toEqual([
    'cable-1',
    'cable-3',
  ]);
  expect(named(analyser.update({ ...EMPTY_DIFF, removed: [first] }))).toBeUndefined();
  expect(named(analyser.update({ ...EMPTY_DIFF, removed: [third] }))).toBeUndefined();
  expect(named(analyser.update({ ...EMPTY_DIFF, added: [third, first] }))).toEqual([
    'cable-1',
    'cable-3',
  ]);
});

test('of more cables than one reads the names of, only how many is told', () => {
  const many = Array.from({ length: 51 }, (_, n) => ({ ...labelled(0, 'A'), id: `cable-${n}` }));
  const finding = found(analyse(design([...pair, ...many])), 'data:names');
  expect(finding).toMatchObject({ subjects: [], values: { cables: { value: 51 } } });
});

test('labels by the usual template are not gone through; a chosen one is, and follows what it speaks of', () => {
  const base = design([...pair, labelled(0, 'A'), labelled(1, 'B')]);
  expect(found(analyse(base), 'data:labels:twice')).toBeUndefined();
  const analyser = createAnalyser(withCabling(base, { labelTemplate: '{device}' }));
  const before = found(analyser.analysis, 'data:labels:twice');
  expect(before).toMatchObject({ values: { labels: { value: 2 }, example: { value: 'high' } } });
  const low = base.devices.get('low')!;
  const after = analyser.update({ ...EMPTY_DIFF, updated: [[low, { ...low, name: 'a-leaf' }]] });
  expect(found(after, 'data:labels:twice')?.values['example']).toMatchObject({ value: 'a-leaf' });
});

test('labels over the limit', () => {
  const limited = withCabling(design([...pair, labelled(0, 'A')]), { labelLimit: 5 });
  expect(found(analyse(limited), 'data:labels:long')).toMatchObject({
    values: { limit: { value: 5 }, cables: { value: 1 } },
  });
  expect(
    found(analyse(withCabling(limited, { labelLimit: 90 })), 'data:labels:long'),
  ).toBeUndefined();
});
