/** What the title block of the drawing set says, and its revisions. */
import type { Design } from '../../../shared/model/design.ts';
import type { DrawingFacts, Revision } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { changes, type EditAnswer, edited, refused } from './edit.ts';

export type TitleBlock = Omit<DrawingFacts, 'revisions'>;

function patchDrawing(design: Design, patch: Partial<DrawingFacts>, label: string): EditAnswer {
  const updated = changes([design.settings], (settings) => ({
    ...settings,
    drawing: { ...settings.drawing, ...patch },
  }));
  return edited(label, { updated });
}

/** Longest text of a field, characters. */
const LONGEST = 200;

/** Sets fields of the title block. */
export function patchTitleBlock(design: Design, patch: Partial<TitleBlock>): EditAnswer {
  if (Object.values(patch).some((text) => text.length > LONGEST)) {
    return refused('prints.refused.long', { longest: LONGEST });
  }
  return patchDrawing(design, patch, say('prints.label.titleBlock'));
}

/** Adds a revision after the others; refused without a mark or a day, or with a mark that is taken. */
export function addRevision(design: Design, revision: Revision): EditAnswer {
  const { revisions } = design.settings.drawing;
  const { mark, on } = revision;
  if (mark === '') return refused('prints.refused.noMark');
  if (revisions.some((each) => each.mark === mark)) return refused('prints.refused.mark', { mark });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) return refused('prints.refused.noDay');
  return patchDrawing(
    design,
    { revisions: [...revisions, revision] },
    say('prints.label.addRevision', { mark }),
  );
}

/** Takes a revision away. */
export function removeRevision(design: Design, mark: string): EditAnswer {
  const revisions = design.settings.drawing.revisions.filter((each) => each.mark !== mark);
  return patchDrawing(design, { revisions }, say('prints.label.removeRevision', { mark }));
}

/** The mark after the last one: letters go A, B, … Z, AA; numbers go up; anything else begins at A. */
export function nextMark(revisions: readonly Revision[]): string {
  const last = revisions.at(-1)?.mark ?? '';
  if (/^\d+$/.test(last)) return String(Number(last) + 1).padStart(last.length, '0');
  if (!/^[A-Z]+$/.test(last)) return 'A';
  const carried = /Z+$/.exec(last)?.[0].length ?? 0;
  const stem = last.slice(0, last.length - carried);
  const kept = stem === '' ? 'A' : `${stem.slice(0, -1)}${letterAfter(stem.slice(-1))}`;
  return kept + 'A'.repeat(carried);
}

function letterAfter(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 1);
}
