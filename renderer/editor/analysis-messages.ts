/** What the window and the analysis worker tell each other. */
import type { Diff } from '../../shared/model/diff.ts';
import type { DesignRecord } from '../../shared/model/records.ts';
import type { AnalysisPatch } from './analysis-patch.ts';

export type AnalysisRequest =
  | { readonly kind: 'load'; readonly revision: number; readonly records: readonly DesignRecord[] }
  | { readonly kind: 'update'; readonly revision: number; readonly diff: Diff }
  /** What would be if this were made too; `trial` counts up, and 0 with an empty diff is the design itself. */
  | {
      readonly kind: 'preview';
      readonly revision: number;
      readonly trial: number;
      readonly diff: Diff;
    };

export type AnalysisAnswer =
  | {
      readonly kind: 'analysis';
      readonly revision: number;
      /** Which preview it is the answer to; 0 for the design as it is. */
      readonly trial: number;
      /** What is different from the answer before; from nothing after a `load`. */
      readonly patch: AnalysisPatch;
    }
  | { readonly kind: 'failed'; readonly revision: number; readonly detail: string };
