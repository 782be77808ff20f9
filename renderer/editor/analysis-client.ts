/**
 * The analysis as the window sees it: what is known now, whether something newer is under way, and why there
 * is nothing newer. Each edit goes to the worker as its diff; an answer to an old one is not shown.
 */
import type { Analysis } from '../../shared/analysis/types.ts';
import type { FixProposal } from '../../shared/fixes/index.ts';
import { type Design, recordsOf } from '../../shared/model/design.ts';
import { applyDiff, type Diff, EMPTY_DIFF } from '../../shared/model/diff.ts';
import type { DesignRecord } from '../../shared/model/records.ts';
import type { AnalysisAnswer, AnalysisRequest } from './analysis-messages.ts';
import { patched } from './analysis-patch.ts';
import { diffText, isLarge } from './diff-text.ts';
import type { Editor } from './editor.ts';
import { liveValue, type Watched } from './live-value.ts';
import type { WorkerPort } from './worker-port.ts';

export type AnalysisWorker = WorkerPort<AnalysisRequest, AnalysisAnswer>;

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

export interface AnalysisClient extends Watched<AnalysisState> {
  /** What would help a finding; null when the design became another before that was known. */
  readonly fixesFor: (findingId: string) => Promise<readonly FixProposal[] | null>;
  close(): void;
}

/** Starts the worker of the application. */
export function startAnalysisWorker(): AnalysisWorker {
  return new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module' });
}

/** The records of a design, some of them still in the texts in which they came. */
export interface RecordSource {
  readonly records: readonly DesignRecord[];
  readonly texts: readonly string[];
}

function recordSource(design: Design): RecordSource {
  return { records: [...recordsOf(design)], texts: [] };
}

/** An answer that takes no longer to be shown, ms, may come with every step of a drag. */
const FREE_MS = 3;
/** A costlier one comes when the hand has rested for so many times as long, and at most for this, ms. */
const REST_PER_MS = 8;
const LONGEST_REST_MS = 500;

/**
 * Follows the editor's design, and what a gesture would make of it while it runs. After a failure the next edit
 * loads the whole design anew.
 * @param source the editor's design, where it is at hand in a form that the worker gets more quickly
 */
export function createAnalysisClient(
  editor: Editor,
  worker: AnalysisWorker,
  source: RecordSource = recordSource(editor.state.design),
): AnalysisClient {
  const { design } = editor.state;
  const live = liveValue<AnalysisState>({
    analysis: null,
    design,
    preview: false,
    pending: true,
    failed: null,
  });
  /** The state without any preview. */
  let settled = live.state;
  /** What the worker told last, shown or not: the next answer says what is different from it. */
  let told: Analysis | null = null;
  /** Rows of the answer that is on its way. */
  let ahead: unknown[] = [];
  let newest = editor.state.revision;
  /** What is in the hand, and the part of it that the worker was asked to try. */
  let tentative: Diff | null = null;
  let tried: Diff | null = null;
  let trials = 0;
  /** Who waits for the fixes of which finding, of the newest design. */
  const asked = new Map<string, ((fixes: readonly FixProposal[] | null) => void)[]>();
  /** An edit was made whose analysis is not there yet. */
  let edited = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  /** What the last answer took to be shown, ms. */
  let showMs = 0;

  /** The text of a large edit is being written; what is said after it waits, since the worker follows in order. */
  let writing: Promise<void> | null = null;
  function send(request: AnalysisRequest): void {
    if (writing) after(() => worker.postMessage(request));
    else worker.postMessage(request);
  }
  function sendText(revision: number, diff: Diff): void {
    after(async () => worker.postMessage({ kind: 'update', revision, diff: await diffText(diff) }));
  }
  function after(work: () => void | Promise<void>): void {
    const mine = (writing ?? Promise.resolve()).then(work).finally(() => {
      if (writing === mine) writing = null;
    });
    writing = mine;
  }

  function show(next: AnalysisState): void {
    if (!next.preview) settled = next;
    live.set(next);
  }
  function load({ records, texts }: RecordSource): void {
    told = null;
    send({ kind: 'load', revision: newest, records, texts });
  }
  function answerQuestions({
    findingId,
    fixes,
    revision,
  }: Extract<AnalysisAnswer, { kind: 'fixes' }>): void {
    if (revision !== newest) return;
    for (const answer of asked.get(findingId) ?? []) answer(fixes);
    asked.delete(findingId);
  }
  worker.addEventListener('message', (event) => {
    const start = editor.clock();
    const { data } = event;
    if (data.kind === 'fixes') {
      answerQuestions(data);
      return;
    }
    if (data.kind === 'rows') {
      for (const row of data.rows) ahead.push(row);
      return;
    }
    take(data);
    // Who listens may draw in a microtask of its own; this one comes after it.
    queueMicrotask(() => {
      showMs = editor.clock() - start;
    });
  });
  function take(answer: Exclude<AnalysisAnswer, { kind: 'fixes' | 'rows' }>): void {
    if (answer.kind === 'analysis') told = patched(told, answer.patch, ahead);
    ahead = [];
    if (answer.revision !== newest) return;
    if (answer.kind === 'failed') {
      show({ ...settled, pending: false, failed: answer.detail });
    } else if (answer.trial === 0) {
      const { design: now } = editor.state;
      settled = { analysis: told, design: now, preview: false, pending: false, failed: null };
      if (tentative === null || !live.state.preview || edited) show(settled);
      edited = false;
    } else if (answer.trial === trials && tried !== null && tried === tentative) {
      const trial = applyDiff(editor.state.design, tried);
      show({ ...settled, analysis: told, design: trial, preview: true });
    }
  }
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
    edited = true;
    tried = null;
    if (live.state.failed !== null) load(recordSource(editor.state.design));
    else if (isLarge(diff)) sendText(revision, diff);
    else send({ kind: 'update', revision, diff });
    show({ ...live.state, pending: true });
  });
  const stopTrials = editor.subscribe(() => {
    const { overlay } = editor.state;
    if (overlay.tentative === tentative) return;
    tentative = overlay.tentative;
    clearTimeout(resting);
    if (live.state.failed !== null || live.state.analysis === null) return;
    if (tentative === null) putBack();
    else if (showMs <= FREE_MS) tryOut();
    else {
      // What is shown is of where it was: it is said to be old until the hand rests.
      if (live.state.preview) show({ ...live.state, pending: true });
      resting = setTimeout(tryOut, Math.min(LONGEST_REST_MS, showMs * REST_PER_MS));
    }
  });
  function tryOut(): void {
    if (tentative === null) return;
    tried = tentative;
    trials += 1;
    send({ kind: 'preview', revision: newest, trial: trials, diff: tentative });
  }
  function putBack(): void {
    if (tried) send({ kind: 'preview', revision: newest, trial: 0, diff: EMPTY_DIFF });
    tried = null;
    queueMicrotask(() => {
      // What was let go has become an edit by now, whose analysis is on its way; else it is forgotten.
      if (tentative === null && live.state.preview && !edited) show(settled);
    });
  }
  load(source);

  return {
    get state() {
      return live.state;
    },
    subscribe: live.subscribe,
    fixesFor(findingId) {
      return new Promise((answer) => {
        const waiting = asked.get(findingId);
        if (waiting) waiting.push(answer);
        else {
          asked.set(findingId, [answer]);
          send({ kind: 'fixes', revision: newest, findingId });
        }
      });
    },
    close() {
      forgetQuestions();
      stopEdits();
      stopTrials();
      clearTimeout(resting);
      worker.terminate();
    },
  };
}
