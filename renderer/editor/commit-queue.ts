/**
 * Putting gestures on disk, one after the other, in the order in which they were made. "Saved" is said only
 * when the file has acknowledged the last of them. After a failure nothing more is sent, because the file no
 * longer matches what came before; the design stays whole in memory and can be saved elsewhere with all its
 * records.
 */
import type { Answer, PlenumBridge, ReadOnlyReason, Refusal } from '../../shared/contract/ipc.ts';
import { recordsOf } from '../../shared/model/design.ts';
import type { Diff } from '../../shared/model/diff.ts';
import type { DesignRecord } from '../../shared/model/records.ts';
import { diffText, isLarge } from './diff-text.ts';
import type { Editor } from './editor.ts';
import { liveValue, type Watched } from './live-value.ts';

export type SaveState =
  | { readonly state: 'saving' }
  /** `at` is the ISO time of the last acknowledgement; null when nothing had to be written yet. */
  | { readonly state: 'saved'; readonly at: string | null }
  /** `unsaved` counts the gestures that are in memory only. */
  | { readonly state: 'failed'; readonly refusal: Refusal; readonly unsaved: number }
  | { readonly state: 'read-only'; readonly why: ReadOnlyReason };

export interface CommitQueue extends Watched<SaveState> {
  /** Resolves when nothing is being written: everything is on disk, or it has failed. */
  settled(): Promise<void>;
  /** The file went away or refused from outside: nothing more is sent to it. */
  fail(refusal: Refusal): void;
  /**
   * Asks where to save and writes there: the file itself, or all records from memory when the file can no
   * longer be trusted. @returns the answer of the Node side
   */
  saveAs(): ReturnType<PlenumBridge['calls']['design.saveAs']>;
  /** Stops following the editor. */
  close(): void;
}

export interface CommitQueueOptions {
  readonly editor: Editor;
  readonly handle: string;
  readonly readOnly: ReadOnlyReason | null;
  readonly calls: Pick<PlenumBridge['calls'], 'design.commit' | 'design.saveAs'>;
  /** Time now, ISO. */
  readonly now: () => string;
}

interface Gesture {
  readonly revision: number;
  readonly label: string;
  readonly diff: Diff;
}

export function createCommitQueue(options: CommitQueueOptions): CommitQueue {
  const { editor, calls, now } = options;
  const waiting: Gesture[] = [];
  let handle = options.handle;
  let running: Promise<void> | null = null;
  /** True while a new place is asked for: what is made meanwhile goes there. */
  let held = false;
  const live = liveValue<SaveState>(
    options.readOnly ? { state: 'read-only', why: options.readOnly } : { state: 'saved', at: null },
  );

  async function write(): Promise<void> {
    for (let gesture = waiting[0]; gesture; gesture = waiting[0]) {
      if (held) return;
      const answer = await asAnswer(commit(gesture));
      if (live.state.state === 'failed') return;
      if (!answer.ok) {
        live.set({ state: 'failed', refusal: answer.refusal, unsaved: waiting.length });
        return;
      }
      waiting.shift();
    }
    live.set({ state: 'saved', at: now() });
  }
  async function commit({
    revision,
    label,
    diff,
  }: Gesture): ReturnType<CommitQueueOptions['calls']['design.commit']> {
    const said = isLarge(diff) ? { text: await diffText(diff) } : diff;
    return calls['design.commit']({ handle, revision, label, diff: said });
  }
  function start(): void {
    running ??= write().finally(() => {
      running = null;
    });
  }
  const stop = editor.onDesignChange(({ revision, label, diff }) => {
    waiting.push({ revision, label, diff });
    switch (live.state.state) {
      case 'failed':
        live.set({ ...live.state, unsaved: waiting.length });
        return;
      case 'read-only':
        return;
      case 'saving':
      case 'saved':
        live.set({ state: 'saving' });
        start();
        return;
      default:
        throw new RangeError(`unknown state ${JSON.stringify(live.state satisfies never)}`);
    }
  });

  return {
    get state() {
      return live.state;
    },
    subscribe: live.subscribe,
    settled: () => running ?? Promise.resolve(),
    fail(refusal) {
      live.set({ state: 'failed', refusal, unsaved: waiting.length });
    },
    async saveAs() {
      held = true;
      await running;
      const records: DesignRecord[] | null =
        live.state.state === 'failed' ? [...recordsOf(editor.state.design)] : null;
      const inRecords = records === null ? 0 : waiting.length;
      const answer = await asAnswer(calls['design.saveAs']({ handle, records }));
      held = false;
      if (answer.ok && answer.value !== null) {
        handle = answer.value.handle;
        waiting.splice(0, inRecords);
        editor.set({ readOnly: null });
        live.set({ state: 'saving' });
      }
      if (live.state.state === 'saving') start();
      return answer;
    },
    close: stop,
  };
}

/** A call that never came back is a refusal too: the Node side is gone. */
async function asAnswer<T>(call: Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await call;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const refusal = { code: 'lost', messageKey: 'editor.saveLost', args: { detail } };
    return { ok: false, refusal };
  }
}
