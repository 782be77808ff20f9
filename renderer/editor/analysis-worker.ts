/**
 * The analysis, away from the window's thread. It holds a design of its own, gets every diff, and answers
 * with the analysis of the newest one: of several that wait, only the last is computed.
 */
import type { Analysis } from '../../shared/analysis/types.ts';
import { designFromRecords } from '../../shared/model/design.ts';
import { type Diff, squashDiffs } from '../../shared/model/diff.ts';
import type { DesignRecord } from '../../shared/model/records.ts';
import type { AnalysisAnswer, AnalysisRequest } from './analysis-messages.ts';
import { patchBetween, sentAhead } from './analysis-patch.ts';
import { PreviewedAnalyser } from './previewed-analyser.ts';

/** The worker's own side of the channel: the window's types do not know it. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<AnalysisRequest>) => void): void;
  postMessage(answer: AnalysisAnswer): void;
}

const scope: WorkerScope = globalThis;

interface Waiting {
  /** Edits of the design that are still to be followed. */
  readonly edits: Diff | null;
  /** What is on trial over them. */
  readonly preview: Diff | null;
  readonly trial: number;
  readonly revision: number;
}

let analyser: PreviewedAnalyser | null = null;
let told: Analysis | null = null;
let waiting: Waiting | null = null;

scope.addEventListener('message', ({ data }) => {
  try {
    if (data.kind === 'load') load(data);
    else if (data.kind === 'fixes') setTimeout(() => tellFixes(data), 0);
    else queue(data);
  } catch (error) {
    fail(error, data.revision);
  }
});

function load({ records, texts, revision }: Extract<AnalysisRequest, { kind: 'load' }>): void {
  waiting = null;
  told = null;
  const others = texts.flatMap((text) => JSON.parse(text) as DesignRecord[]);
  analyser = new PreviewedAnalyser(designFromRecords([...records, ...others]));
  tell(analyser.analysis, revision, 0);
}

/** Messages that have arrived meanwhile are read first; their diffs become one, and of previews the last counts. */
function queue(request: Extract<AnalysisRequest, { kind: 'update' | 'preview' }>): void {
  if (waiting === null) setTimeout(follow, 0);
  const edits = waiting?.edits ?? null;
  const { revision } = request;
  // Our own window wrote it out of a diff.
  const diff = typeof request.diff === 'string' ? (JSON.parse(request.diff) as Diff) : request.diff;
  if (request.kind === 'preview') {
    waiting = { edits, preview: diff, trial: request.trial, revision };
  } else {
    waiting = { edits: edits ? squashDiffs(edits, diff) : diff, preview: null, trial: 0, revision };
  }
}

function follow(): void {
  if (!analyser || !waiting) return;
  const { edits, preview, trial, revision } = waiting;
  waiting = null;
  try {
    if (edits) analyser.update(edits);
    if (preview) analyser.preview(preview);
    tell(analyser.analysis, revision, trial);
  } catch (error) {
    fail(error, revision);
  }
}

function tell(analysis: Analysis, revision: number, trial: number): void {
  const pieces = sentAhead(patchBetween(told, analysis));
  told = analysis;
  let piece = pieces.next();
  for (; !piece.done; piece = pieces.next()) scope.postMessage({ kind: 'rows', rows: piece.value });
  scope.postMessage({ kind: 'analysis', revision, trial, patch: piece.value });
}

/** What is waiting is followed first; an edit among it makes the question an old one, which nobody waits for. */
function tellFixes(request: Extract<AnalysisRequest, { kind: 'fixes' }>): void {
  if (waiting) setTimeout(() => tellFixes(request), 0);
  if (!analyser || waiting) return;
  const { revision, findingId } = request;
  try {
    const fixes = analyser.fixesFor(findingId);
    scope.postMessage({ kind: 'fixes', revision, findingId, fixes });
  } catch (error) {
    fail(error, revision);
  }
}

function fail(error: unknown, revision: number): void {
  const detail = error instanceof Error ? error.message : String(error);
  scope.postMessage({ kind: 'failed', revision, detail });
}
