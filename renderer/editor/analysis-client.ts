/**
 * The analysis as the window sees it: what is known now, whether something newer is under way, and why there
 * is nothing newer. Each edit goes to the worker as its diff; an answer to an old one is not shown.
 */
import type { Analysis } from '../../shared/analysis/types.ts';
import type { FixProposal } from '../../shared/fixes/index.ts';
import { type Design, recordsOf } from '../../shared/model/design.ts';
import { applyDiff, type Diff, EMPTY_DIFF } from '../../shared/model/diff.ts';
import type { AnalysisAnswer, AnalysisRequest } from './analysis-messages.ts';
import { patched } from './analysis-patch.ts';
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
  /** The design it is of: with what is in the hand, where that was analysed. */
  readonly design: Design;
  /** Whether it is of what would be if what is in the hand were let go now. */
  readonly preview: boolean;
  /** True while the design is newer than the analysis. */
  readonly pending: boolean;
  /** Why there is no newer analysis; null when all is well. */
  readonly failed: string | null;
}

export interface AnalysisClient {
  readonly state: AnalysisState;
  readonly subscribe: (listener: () => void) => () => void;
  /** What would help a finding; null when the design became another before that was known. */
  readonly fixesFor: (findingId: string) => Promise<readonly FixProposal[] | null>;
  close(): void;
}

/** Starts the worker of the application. */
export function startAnalysisWorker(): AnalysisWorker {
  return new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module' });
}

/**
 * Follows the editor's design, and what a gesture would make of it while it runs. After a failure the next edit
 * loads the whole design anew.
 */
export function createAnalysisClient(editor: Editor, worker: AnalysisWorker): AnalysisClient {
  const listeners = new Set<() => void>();
  const { design } = editor.state;
  let state: AnalysisState = {
    analysis: null,
    design,
    preview: false,
    pending: true,
    failed: null,
  };
  /** The state without any preview. */
  let settled = state;
  /** What the worker told last, shown or not: the next answer says what is different from it. */
  let told: Analysis | null = null;
  let newest = editor.state.revision;
  let tentative: Diff | null = null;
  let trials = 0;
  /** Who waits for the fixes of which finding, of the newest design. */
  const asked = new Map<string, ((fixes: readonly FixProposal[] | null) => void)[]>();

  function show(next: AnalysisState): void {
    state = next;
    if (!next.preview) settled = next;
    for (const listener of listeners) listener();
  }
  function load(): void {
    told = null;
    const records = [...recordsOf(editor.state.design)];
    worker.postMessage({ kind: 'load', revision: newest, records });
  }
  worker.addEventListener('message', ({ data }) => {
    if (data.kind === 'analysis') told = patched(told, data.patch);
    if (data.revision !== newest) return;
    if (data.kind === 'fixes') {
      for (const answer of asked.get(data.findingId) ?? []) answer(data.fixes);
      asked.delete(data.findingId);
      return;
    }
    if (data.kind === 'failed') {
      show({ ...settled, pending: false, failed: data.detail });
    } else if (data.trial === 0) {
      const { design: now } = editor.state;
      settled = { analysis: told, design: now, preview: false, pending: false, failed: null };
      if (tentative === null || !state.preview || state.pending) show(settled);
    } else if (data.trial === trials && tentative !== null) {
      const trial = applyDiff(editor.state.design, tentative);
      show({ ...settled, analysis: told, design: trial, preview: true });
    }
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    show({ ...settled, pending: false, failed: event.message });
  });
  function forgetQuestions(): void {
    for (const waiting of asked.values()) for (const answer of waiting) answer(null);
    asked.clear();
  }
  const stopEdits = editor.onDesignChange(({ diff, revision }) => {
    newest = revision;
    forgetQuestions();
    if (state.failed === null) worker.postMessage({ kind: 'update', revision, diff });
    else load();
    show({ ...state, pending: true });
  });
  const stopTrials = editor.subscribe(() => {
    const { overlay } = editor.state;
    if (overlay.tentative === tentative) return;
    tentative = overlay.tentative;
    if (state.failed !== null || state.analysis === null) return;
    if (tentative) trials += 1;
    const trial = tentative ? trials : 0;
    worker.postMessage({ kind: 'preview', revision: newest, trial, diff: tentative ?? EMPTY_DIFF });
    if (!tentative) queueMicrotask(() => comeBack());
  });
  /** What was let go has become an edit by now, whose analysis is on its way; what was cancelled is forgotten. */
  function comeBack(): void {
    if (tentative === null && state.preview && !state.pending) show(settled);
  }
  load();

  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    fixesFor(findingId) {
      return new Promise((answer) => {
        const waiting = asked.get(findingId);
        if (waiting) waiting.push(answer);
        else {
          asked.set(findingId, [answer]);
          worker.postMessage({ kind: 'fixes', revision: newest, findingId });
        }
      });
    },
    close() {
      forgetQuestions();
      stopEdits();
      stopTrials();
      worker.terminate();
    },
  };
}
