/**
 * The analysis, away from the window's thread. It holds a design of its own, gets every diff, and answers
 * with the analysis of the newest one: of several that wait, only the last is computed.
 */
import { createAnalyser } from '../../shared/analysis/index.ts';
import { designFromRecords } from '../../shared/model/design.ts';
import { type Diff, squashDiffs } from '../../shared/model/diff.ts';
import type { AnalysisAnswer, AnalysisRequest } from './analysis-messages.ts';

/** The worker's own side of the channel: the window's types do not know it. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<AnalysisRequest>) => void): void;
  postMessage(answer: AnalysisAnswer): void;
}

const scope: WorkerScope = globalThis;

let analyser: ReturnType<typeof createAnalyser> | null = null;
let waiting: { readonly diff: Diff; readonly revision: number } | null = null;

scope.addEventListener('message', ({ data }) => {
  try {
    if (data.kind === 'load') load(data);
    else queue(data);
  } catch (error) {
    fail(error, data.revision);
  }
});

function load({ records, revision }: Extract<AnalysisRequest, { kind: 'load' }>): void {
  waiting = null;
  analyser = createAnalyser(designFromRecords(records));
  scope.postMessage({ kind: 'analysis', revision, analysis: analyser.analysis });
}

/** Messages that have arrived meanwhile are read first; their diffs become one. */
function queue({ diff, revision }: Extract<AnalysisRequest, { kind: 'update' }>): void {
  if (waiting === null) setTimeout(update, 0);
  waiting = { diff: waiting ? squashDiffs(waiting.diff, diff) : diff, revision };
}

function update(): void {
  if (!analyser || !waiting) return;
  const { diff, revision } = waiting;
  waiting = null;
  try {
    scope.postMessage({ kind: 'analysis', revision, analysis: analyser.update(diff) });
  } catch (error) {
    fail(error, revision);
  }
}

function fail(error: unknown, revision: number): void {
  const detail = error instanceof Error ? error.message : String(error);
  scope.postMessage({ kind: 'failed', revision, detail });
}
