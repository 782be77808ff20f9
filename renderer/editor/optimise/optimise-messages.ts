/** What the window and the optimiser's worker tell each other; it does one thing and is ended to cancel. */
import type {
  Optimised,
  OptimiseOptions,
  OptimiseProgress,
} from '../../../shared/optimise/index.ts';

/** What is looked for in a design; its records come as JSON lists. */
export type OptimiseRequest =
  | {
      readonly kind: 'optimise';
      readonly texts: readonly string[];
      readonly options: OptimiseOptions;
    }
  /** How much of its clusters was moved by hand. */
  | { readonly kind: 'moved'; readonly texts: readonly string[] };

/** Of clusters, what stands elsewhere than their specifications put it. */
export type MovedCount = Optimised['kept'];

export type OptimiseReply =
  | { readonly kind: 'progress'; readonly progress: OptimiseProgress }
  | { readonly kind: 'done'; readonly optimised: Optimised }
  | { readonly kind: 'moved'; readonly moved: MovedCount }
  | { readonly kind: 'failed'; readonly detail: string };
