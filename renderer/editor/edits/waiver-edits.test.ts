import { describe, expect, it } from 'vitest';
import { analyse, isOpen } from '../../../shared/analysis/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import { applyDiff, reverseDiff } from '../../../shared/model/diff.ts';
import { countingIds } from '../../../shared/model/ids.ts';
import { buildSample } from '../../../shared/samples/index.ts';
import type { EditAnswer } from './edit.ts';
import { takeBackWaivers, waiveFinding } from './waiver-edits.ts';

const START = buildSample('superpod-su');
const [FINDING] = analyse(START).findings;
const WORDS = { reason: ' the next phase adds a leaf ', by: ' A. Ng ', on: '2026-11-26' };

function made(design: Design, answer: EditAnswer): Design {
  if (!answer.ok) throw new Error(answer.reason.key);
  return applyDiff(design, answer.edit.diff);
}

describe('waiving a finding', () => {
  const waived = made(START, waiveFinding(START, countingIds(), FINDING!, WORDS));

  it('closes it with the words, trimmed, and is one step to undo', () => {
    const finding = analyse(waived).findings.find(({ id }) => id === FINDING!.id)!;
    expect(isOpen(finding)).toBe(false);
    expect(finding.waiver).toMatchObject({
      reason: 'the next phase adds a leaf',
      by: 'A. Ng',
      on: '2026-11-26',
    });
    const answer = waiveFinding(START, countingIds(), FINDING!, WORDS);
    const back = answer.ok ? applyDiff(waived, reverseDiff(answer.edit.diff)) : waived;
    expect(back.waivers.size).toBe(0);
  });

  it('again changes its words and day, and leaves one waiver', () => {
    const [first] = waived.waivers.values();
    const twice = applyDiff(waived, {
      added: [{ ...first!, id: 'waiver-old', on: '2026-01-01' }],
      updated: [],
      removed: [],
    });
    const finding = analyse(twice).findings.find(({ id }) => id === FINDING!.id)!;
    const words = { reason: 'agreed with the owner', by: 'B. Ito', on: '2026-12-01' };
    const after = made(twice, waiveFinding(twice, countingIds(), finding, words));
    expect([...after.waivers.values()]).toEqual([{ ...first, ...words }]);
  });

  it('needs a reason and a name', () => {
    const without = (words: Partial<typeof WORDS>): EditAnswer =>
      waiveFinding(START, countingIds(), FINDING!, { ...WORDS, ...words });
    expect(without({ reason: '  ' })).toMatchObject({ ok: false });
    expect(without({ by: '' })).toMatchObject({ ok: false });
  });

  it('can be taken back, with every older waiver of the finding', () => {
    const [first] = waived.waivers.values();
    const twice = applyDiff(waived, {
      added: [{ ...first!, id: 'waiver-old' }],
      updated: [],
      removed: [],
    });
    expect(made(twice, takeBackWaivers(twice, FINDING!.id)).waivers.size).toBe(0);
    expect(takeBackWaivers(START, FINDING!.id)).toMatchObject({ ok: false });
  });
});
