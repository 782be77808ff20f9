/** What the window and the optimiser's worker tell each other; it does one thing and is ended to cancel. */
import type {
  Optimised,
  OptimiseOptions,
  OptimiseProgress,
} from '../../../shared/optimise/index.ts';

export interface OptimiseRequest {
  /** The design's records as JSON lists. */
  readonly texts: readonly string[];
  readonly options: OptimiseOptions;
}

export type OptimiseReply =
  | { readonly kind: 'progress'; readonly progress: OptimiseProgress }
  | { readonly kind: 'done'; readonly optimised: Optimised }
  | { readonly kind: 'failed'; readonly detail: string };
