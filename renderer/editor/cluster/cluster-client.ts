/**
 * The generator as the window sees it: what a spec comes to, and the building of it, both on a thread of their own.
 * A newer question ends the one before it; cancelling ends the worker, so that nothing half-done can arrive.
 */

import type { ChangeSummary } from '../../../shared/cluster/index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { Diff } from '../../../shared/model/diff.ts';
import type { ClusterId } from '../../../shared/model/ids.ts';
import type { DesignRecord } from '../../../shared/model/records.ts';
import { recordTexts } from '../diff-text.ts';
import { liveValue, type Watched } from '../live-value.ts';
import { createOneTask } from '../one-task.ts';
import type { WorkerPort } from '../worker-port.ts';
import type { ClusterCheck, ClusterCounts } from './cluster-figures.ts';
import type { ClusterProgress, ClusterReply, ClusterRequest } from './cluster-messages.ts';

export type ClusterWorker = WorkerPort<ClusterRequest, ClusterReply>;

/** Why a spec cannot be built. */
export interface ClusterRefusal {
  /** Name of the field of the spec; '' where no single one makes it so. */
  readonly field: string;
  readonly text: string;
}

export interface ClusterFigures {
  /** JSON text of the spec that is spoken of. */
  readonly spec: string;
  readonly refused: ClusterRefusal | null;
  /** Null until it is known. */
  readonly counts: ClusterCounts | null;
  readonly check: ClusterCheck | null;
  /** Why there is no answer; null when all is well. */
  readonly failed: string | null;
}

const NOTHING: Omit<ClusterFigures, 'spec'> = {
  refused: null,
  counts: null,
  check: null,
  failed: null,
};

type OnProgress = (progress: ClusterProgress) => void;

export interface ClusterClient extends Watched<ClusterFigures | null> {
  /** Asks what the spec comes to. */
  figure(spec: string, types: readonly DeviceType[]): void;
  /**
   * Builds every record of the spec.
   * @returns the records, or null when it was cancelled
   * @throws Error when it cannot be built
   */
  build(
    spec: string,
    types: readonly DeviceType[],
    clusterId: ClusterId,
    onProgress: OnProgress,
  ): Promise<readonly DesignRecord[] | null>;
  /**
   * What another spec would do to a cluster of the design with these records; it is kept until it is decided.
   * @returns null when it was cancelled
   * @throws Error when it cannot be built
   */
  change(
    spec: string,
    types: readonly DeviceType[],
    clusterId: ClusterId,
    records: readonly DesignRecord[],
    onProgress: OnProgress,
  ): Promise<ChangeSummary | null>;
  /**
   * The edit of what was compared last.
   * @param taken keys of the conflicts in which the new spec wins
   * @returns null when it was cancelled: then it has to be compared anew
   * @throws Error when nothing is there to decide
   */
  decide(taken: ReadonlySet<string>, onProgress: OnProgress): Promise<Diff | null>;
  /** Gives up the building or changing that is under way. */
  cancel(): void;
  close(): void;
}

/** Starts a worker of the application. */
export function startClusterWorker(): ClusterWorker {
  return new Worker(new URL('./cluster-worker.ts', import.meta.url), { type: 'module' });
}

export function createClusterClient(spawn: () => ClusterWorker): ClusterClient {
  const live = liveValue<ClusterFigures | null>(null);
  let figuring: ClusterWorker | null = null;
  /** Has what was compared. */
  let comparing: ClusterWorker | null = null;
  /** Counts what was asked for: what was cancelled while the design was written out is not begun. */
  let asked = 0;
  const work = createOneTask(spawn, (reply: ClusterReply) => {
    if (reply.kind === 'failed') return reply.detail;
    return reply.kind === 'refused' ? reply.text : null;
  });

  function hearFigures(spec: string, reply: ClusterReply): void {
    // What was known of another spec is shown until there is something to say of this one.
    const state = live.state?.spec === spec ? live.state : { ...NOTHING, spec };
    switch (reply.kind) {
      case 'refused':
        live.set({ ...state, refused: { field: reply.field, text: reply.text } });
        break;
      case 'counts':
        live.set({ ...state, counts: reply.counts });
        break;
      case 'check':
        live.set({ ...state, check: reply.check });
        break;
      case 'failed':
        live.set({ ...state, failed: reply.detail });
        break;
      case 'records':
      case 'progress':
      case 'change':
      case 'diff':
        break;
      default:
        throw new RangeError(`no reply ${JSON.stringify(reply satisfies never)}`);
    }
  }
  function cancel(): void {
    asked += 1;
    work.cancel();
  }
  function endComparing(): void {
    comparing?.terminate();
    comparing = null;
  }
  function endFigures(): void {
    figuring?.terminate();
    figuring = null;
  }
  return {
    get state() {
      return live.state;
    },
    subscribe: live.subscribe,
    figure(spec, types) {
      endFigures();
      const own = spawn();
      figuring = own;
      own.addEventListener('message', ({ data }) => {
        if (figuring === own) hearFigures(spec, data);
      });
      own.addEventListener('error', (event) => {
        event.preventDefault();
        if (figuring === own) hearFigures(spec, { kind: 'failed', detail: event.message });
      });
      own.postMessage({ kind: 'figures', spec, types });
    },
    build(spec, types, clusterId, onProgress) {
      const records: DesignRecord[] = [];
      return work.run([{ kind: 'build', spec, types, clusterId }], (reply) => {
        if (reply.kind === 'progress') onProgress(reply.progress);
        if (reply.kind !== 'records') return null;
        for (const record of reply.records) records.push(record);
        onProgress({ phase: 'hand', done: reply.done, total: reply.total });
        return reply.done < reply.total ? null : records;
      });
    },
    async change(spec, types, clusterId, records, onProgress) {
      asked += 1;
      const mine = asked;
      endComparing();
      const texts = await recordTexts(records, (done, total) => {
        onProgress({ phase: 'read', done, total });
      });
      if (mine !== asked) return null;
      const worker = spawn();
      comparing = worker;
      return work.ask(worker, [{ kind: 'change', spec, types, clusterId, texts }], (reply) => {
        if (reply.kind === 'progress') onProgress(reply.progress);
        return reply.kind === 'change' ? reply.summary : null;
      });
    },
    async decide(taken, onProgress) {
      if (!comparing) throw new Error('nothing was compared');
      const added: DesignRecord[] = [];
      const updated: (readonly [DesignRecord, DesignRecord])[] = [];
      const removed: DesignRecord[] = [];
      onProgress({ phase: 'compare', done: 0, total: 0 });
      const diff = await work.ask(comparing, [{ kind: 'decide', taken }], (reply) => {
        if (reply.kind !== 'diff') return null;
        for (const record of reply.diff.added) added.push(record);
        for (const pair of reply.diff.updated) updated.push(pair);
        for (const record of reply.diff.removed) removed.push(record);
        onProgress({ phase: 'hand', done: reply.done, total: reply.total });
        return reply.done < reply.total ? null : { added, updated, removed };
      });
      if (diff === null) comparing = null;
      return diff;
    },
    cancel,
    close() {
      cancel();
      endComparing();
      endFigures();
    },
  };
}
