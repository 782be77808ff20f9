/** What the window and the analysis worker tell each other. */
import type { Analysis } from '../../shared/analysis/types.ts';
import type { Diff } from '../../shared/model/diff.ts';
import type { DesignRecord } from '../../shared/model/records.ts';

export type AnalysisRequest =
  | { readonly kind: 'load'; readonly revision: number; readonly records: readonly DesignRecord[] }
  | { readonly kind: 'update'; readonly revision: number; readonly diff: Diff };

export type AnalysisAnswer =
  | { readonly kind: 'analysis'; readonly revision: number; readonly analysis: Analysis }
  | { readonly kind: 'failed'; readonly revision: number; readonly detail: string };
