/**
 * The comparison as the window sees it. It is made when somebody asks for it and kept until he asks again; an edit
 * makes it stale and does not throw it away. Cancelling ends the worker.
 */
import type { AdoptionAnswer, Comparison, OtherColumnId } from '../../shared/compare/index.ts';
import { recordsOf } from '../../shared/model/design.ts';
import type { ComparisonReply, ComparisonRequest } from './comparison-messages.ts';
import type { Editor } from './editor.ts';
import { liveValue, type Watched } from './live-value.ts';
import type { WorkerPort } from './worker-port.ts';

export type ComparisonWorker = WorkerPort<ComparisonRequest, ComparisonReply>;

export interface ComparisonState {
  /** The last one that is known; null before the first. */
  readonly comparison: Comparison | null;
  /** True while the design is another than the one compared. */
  readonly stale: boolean;
  /** How many columns of the one under way are done; null when none is. */
  readonly running: { readonly done: number; readonly total: number } | null;
  /** Why there is no newer one; null when all is well. */
  readonly failed: string | null;
}

export interface ComparisonClient extends Watched<ComparisonState> {
  /** Compares the design as it is now. */
  start(): void;
  /** Gives up what is under way; the last comparison stays. */
  cancel(): void;
  /** The edit that takes a column over; null where it failed or there is no comparison. */
  adoption(column: OtherColumnId): Promise<AdoptionAnswer | null>;
  close(): void;
}

/** Starts a worker of the application. */
export function startComparisonWorker(): ComparisonWorker {
  return new Worker(new URL('./comparison-worker.ts', import.meta.url), { type: 'module' });
}

export function createComparisonClient(
  editor: Editor,
  spawn: () => ComparisonWorker,
): ComparisonClient {
  const asked = new Map<OtherColumnId, (answer: AdoptionAnswer | null) => void>();
  let worker: ComparisonWorker | null = null;
  let compared: number | null = null;
  const live = liveValue<ComparisonState>({
    comparison: null,
    stale: false,
    running: null,
    failed: null,
  });

  function show(change: Partial<ComparisonState>): void {
    live.set({ ...live.state, ...change });
  }
  function end(): void {
    worker?.terminate();
    worker = null;
    for (const answer of asked.values()) answer(null);
    asked.clear();
  }
  function fail(detail: string): void {
    end();
    show({ running: null, failed: detail });
  }
  function hear(reply: ComparisonReply, revision: number): void {
    switch (reply.kind) {
      case 'progress':
        show({ running: { done: reply.done, total: reply.total } });
        break;
      case 'comparison':
        compared = revision;
        show({
          comparison: reply.comparison,
          stale: editor.state.revision !== revision,
          running: null,
          failed: null,
        });
        break;
      case 'adoption':
        asked.get(reply.column)?.(reply.answer);
        asked.delete(reply.column);
        break;
      case 'failed':
        fail(reply.detail);
        break;
      default:
        throw new RangeError(`no reply ${JSON.stringify(reply satisfies never)}`);
    }
  }
  const stop = editor.onDesignChange(({ revision }) => {
    const stale = live.state.comparison !== null && revision !== compared;
    if (stale !== live.state.stale) show({ stale });
  });

  return {
    get state() {
      return live.state;
    },
    subscribe: live.subscribe,
    start() {
      end();
      const own = spawn();
      const { design, revision } = editor.state;
      worker = own;
      own.addEventListener('message', ({ data }) => {
        if (worker === own) hear(data, revision);
      });
      own.addEventListener('error', (event) => {
        event.preventDefault();
        if (worker === own) fail(event.message);
      });
      own.postMessage({ kind: 'compare', records: [...recordsOf(design)] });
      show({ running: { done: 0, total: 0 }, failed: null });
    },
    cancel() {
      if (live.state.running === null) return;
      end();
      show({ running: null });
    },
    adoption(column) {
      if (!worker || live.state.stale || live.state.running) return Promise.resolve(null);
      worker.postMessage({ kind: 'adopt', column });
      return new Promise((resolve) => {
        asked.get(column)?.(null);
        asked.set(column, resolve);
      });
    },
    close() {
      stop();
      end();
    },
  };
}
