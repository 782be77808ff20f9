/** What the window and the analysis worker tell each other. */
import type { FixProposal } from '../../shared/fixes/index.ts';
import type { Diff } from '../../shared/model/diff.ts';
import type { DesignRecord } from '../../shared/model/records.ts';
import type { AnalysisPatch } from './analysis-patch.ts';

export type AnalysisRequest =
  | {
      readonly kind: 'load';
      readonly revision: number;
      readonly records: readonly DesignRecord[];
      /** More records as JSON lists, as they came from the file: copied at once, where objects are not. */
      readonly texts: readonly string[];
    }
  /** The diff, or its JSON text where it is large. */
  | { readonly kind: 'update'; readonly revision: number; readonly diff: Diff | string }
  /** What would be if this were made too; `trial` counts up, and 0 with an empty diff is the design itself. */
  | {
      readonly kind: 'preview';
      readonly revision: number;
      readonly trial: number;
      readonly diff: Diff;
    }
  /** What would help this finding. */
  | { readonly kind: 'fixes'; readonly revision: number; readonly findingId: string };

export type AnalysisAnswer =
  /** Rows of the answer to come: a long one would hold the window up. */
  | { readonly kind: 'rows'; readonly rows: readonly unknown[] }
  | {
      readonly kind: 'analysis';
      readonly revision: number;
      /** Which preview it is the answer to; 0 for the design as it is. */
      readonly trial: number;
      /** What is different from the answer before, from nothing after a `load`; but for the rows sent ahead. */
      readonly patch: AnalysisPatch;
    }
  | {
      readonly kind: 'fixes';
      readonly revision: number;
      readonly findingId: string;
      readonly fixes: readonly FixProposal[];
    }
  | { readonly kind: 'failed'; readonly revision: number; readonly detail: string };
