/** What the window and the comparison worker tell each other; one worker a comparison. */
import type { AdoptionAnswer, Comparison, OtherColumnId } from '../../shared/compare/index.ts';
import type { DesignRecord } from '../../shared/model/records.ts';

export type ComparisonRequest =
  | { readonly kind: 'compare'; readonly records: readonly DesignRecord[] }
  /** Of the design that was compared. */
  | { readonly kind: 'adopt'; readonly column: OtherColumnId };

export type ComparisonReply =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'comparison'; readonly comparison: Comparison }
  | { readonly kind: 'adoption'; readonly column: OtherColumnId; readonly answer: AdoptionAnswer }
  | { readonly kind: 'failed'; readonly detail: string };
