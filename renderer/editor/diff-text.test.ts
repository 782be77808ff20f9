import { expect, test } from 'vitest';
import { type Design, recordsOf } from '../../shared/model/design.ts';
import { type Diff, EMPTY_DIFF, reverseDiff } from '../../shared/model/diff.ts';
import { buildSample } from '../../shared/samples/index.ts';
import { diffText, isLarge } from './diff-text.ts';

const sample: Design = buildSample('superpod-su');
const records = [...recordsOf(sample)].filter(({ kind }) => kind !== 'settings');
const many = Array.from({ length: 6 }, () => records).flat();

test.each<[string, Diff]>([
  ['nothing', EMPTY_DIFF],
  ['a few', { ...EMPTY_DIFF, added: records.slice(0, 2) }],
  ['pieces', { added: many, updated: many.map((record) => [record, record]), removed: records }],
])('the text of %s says what the diff says', async (_, diff) => {
  expect(JSON.parse(await diffText(diff))).toEqual(diff);
});

test('a text is written once, and another diff has another', async () => {
  const diff: Diff = { ...EMPTY_DIFF, added: records };
  expect(await diffText(diff)).toBe(await diffText(diff));
  expect(await diffText(reverseDiff(diff))).not.toBe(await diffText(diff));
  expect([isLarge(diff), isLarge({ ...diff, removed: many })]).toEqual([false, true]);
});
