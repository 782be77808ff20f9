import { describe, expect, it } from 'vitest';
import { emptyDesign } from '../../../shared/model/design.ts';
import { applyDiff, reverseDiff } from '../../../shared/model/diff.ts';
import { addRevision, nextMark, patchTitleBlock, removeRevision } from './drawing-edits.ts';
import type { EditAnswer } from './edit.ts';

const revision = (mark: string) => ({ mark, on: '2026-11-26', by: 'A. Ng', text: 'First issue' });

function diffOf(answer: EditAnswer) {
  if (!answer.ok) throw new Error(answer.reason.key);
  return answer.edit.diff;
}

describe('the title block', () => {
  it('takes what is entered, and undoing gives back what stood there', () => {
    const design = emptyDesign('Hall');
    const diff = diffOf(
      patchTitleBlock(design, { owner: 'Hall Operators', status: 'for approval' }),
    );
    const after = applyDiff(design, diff);
    expect(after.settings.drawing).toMatchObject({
      owner: 'Hall Operators',
      status: 'for approval',
    });
    expect(applyDiff(after, reverseDiff(diff)).settings).toEqual(design.settings);
  });

  it('keeps revisions in the order in which they were made', () => {
    const first = applyDiff(
      emptyDesign('Hall'),
      diffOf(addRevision(emptyDesign('Hall'), revision('A'))),
    );
    const second = applyDiff(first, diffOf(addRevision(first, revision('B'))));
    expect(second.settings.drawing.revisions.map(({ mark }) => mark)).toEqual(['A', 'B']);
    const without = applyDiff(second, diffOf(removeRevision(second, 'A')));
    expect(without.settings.drawing.revisions.map(({ mark }) => mark)).toEqual(['B']);
  });

  it('refuses a revision without a mark or a day, and one whose mark is taken', () => {
    const design = emptyDesign('Hall');
    expect(addRevision(design, revision('')).ok).toBe(false);
    expect(addRevision(design, { ...revision('A'), on: '' }).ok).toBe(false);
    const first = applyDiff(design, diffOf(addRevision(design, revision('A'))));
    expect(addRevision(first, revision('A')).ok).toBe(false);
  });
});

it.each([
  [[], 'A'],
  [['A'], 'B'],
  [['Z'], 'AA'],
  [['AZ'], 'BA'],
  [['01'], '02'],
  [['9'], '10'],
  [['P1'], 'A'],
])('after %j comes %s', (marks, next) => {
  expect(nextMark(marks.map(revision))).toBe(next);
});
