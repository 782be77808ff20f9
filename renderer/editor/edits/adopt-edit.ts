/** Taking a column of the comparison over: one edit, whose name says what it leaves as it is. */
import {
  type AdoptionAnswer,
  columnName,
  type OtherColumnId,
} from '../../../shared/compare/index.ts';
import { say } from '../../../shared/text/index.ts';
import { type EditAnswer, edited } from './edit.ts';

export function adoptColumn(column: OtherColumnId, answer: AdoptionAnswer): EditAnswer {
  if (!answer.ok) return answer;
  const { diff, changed, left } = answer.adoption;
  return edited(say('editor.label.adopt', { column: columnName(column), changed, left }), diff);
}
