/** Waiving: accepting a finding with its numbers of now, and taking that back. */
import type { Finding } from '../../../shared/analysis/types.ts';
import { numbersOf } from '../../../shared/analysis/waiver.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { IdSource } from '../../../shared/model/ids.ts';
import type { Waiver } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { type EditAnswer, edited, refused } from './edit.ts';

/** Why, who, and the day as `2026-11-26`. */
export type WaiverWords = Pick<Waiver, 'reason' | 'by' | 'on'>;

/** Accepts a finding as it is now. It has one waiver afterwards: the one it had, with the new words. */
export function waiveFinding(
  design: Design,
  ids: IdSource,
  finding: Finding,
  words: WaiverWords,
): EditAnswer {
  const reason = words.reason.trim();
  const by = words.by.trim();
  if (reason === '') return refused('editor.refused.noReason');
  if (by === '') return refused('editor.refused.noName');
  const before = waiversOf(design, finding.id);
  const kept = before.find(({ id }) => id === finding.waiver?.id) ?? before[0];
  const after: Waiver = {
    kind: 'waiver',
    id: kept?.id ?? ids('waiver'),
    findingId: finding.id,
    reason,
    by,
    on: words.on,
    numbers: numbersOf(finding),
  };
  return edited(say('editor.label.waive', { name: finding.subjects[0]?.name ?? '' }), {
    added: kept ? [] : [after],
    updated: kept ? [[kept, after]] : [],
    removed: before.filter((waiver) => waiver !== kept),
  });
}

/** Takes back every waiver of a finding: an older one must not come to count instead. */
export function takeBackWaivers(design: Design, findingId: string): EditAnswer {
  const removed = waiversOf(design, findingId);
  if (removed.length === 0) return refused('editor.refused.noWaiver');
  return edited(say('editor.label.takeBackWaiver'), { removed });
}

function waiversOf(design: Design, findingId: string): readonly Waiver[] {
  return [...design.waivers.values()].filter((waiver) => waiver.findingId === findingId);
}
