/**
 * The analysis as the window sees it: what is known now, whether something newer is under way, and why there
 * is nothing newer. Each edit goes to the worker as its diff; an answer to an old one is not shown.
 */
import type { Analysis } from '../../shared/analysis/types.ts';
import { recordsOf } from '../../shared/model/design.ts';
import type { AnalysisAnswer, AnalysisRequest } from './analysis-messages.ts';
import type { Editor } from './editor.ts';

/** The part of a `Worker` that is used; a test hands in its own. */
export interface AnalysisWorker {
  postMessage(request: AnalysisRequest): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<AnalysisAnswer>) => void): void;
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
  terminate(): void;
}

export interface AnalysisState {
  /** The last analysis that is known; null before the first. */
  readonly analysis: Analysis | null;
  /** True while the design is newer than the analysis. */
  readonly pending: boolean;
  /** Why there is no newer analysis; null when all is well. */
  readonly failed: string | null;
}

export interface AnalysisClient {
  readonly state: AnalysisState;
  readonly subscribe: (listener: () => void) => () => void;
  close(): void;
}

/** Starts the worker of the application. */
export function startAnalysisWorker(): AnalysisWorker {
  return new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module' });
}

/** Follows the editor's design. After a failure the next edit loads the whole design anew. */
export function createAnalysisClient(editor: Editor, worker: AnalysisWorker): AnalysisClient {
  const listeners = new Set<() => void>();
  let state: AnalysisState = { analysis: null, pending: true, failed: null };
  let newest = editor.state.revision;

  function show(next: AnalysisState): void {
    state = next;
    for (const listener of listeners) listener();
  }
  function load(): void {
    const records = [...recordsOf(editor.state.design)];
    worker.postMessage({ kind: 'load', revision: newest, records });
  }
  worker.addEventListener('message', ({ data }) => {
    if (data.revision !== newest) return;
    if (data.kind === 'failed') show({ ...state, pending: false, failed: data.detail });
    else show({ analysis: data.analysis, pending: false, failed: null });
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    show({ ...state, pending: false, failed: event.message });
  });
  const stop = editor.onDesignChange(({ diff, revision }) => {
    newest = revision;
    if (state.failed === null) worker.postMessage({ kind: 'update', revision, diff });
    else load();
    show({ ...state, pending: true });
  });
  load();

  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      stop();
      worker.terminate();
    },
  };
}
