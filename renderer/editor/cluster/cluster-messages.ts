/** What the window and the cluster worker tell each other; a worker does one thing at a time and is ended to cancel. */

import type { ChangeSummary } from '../../../shared/cluster/index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { Diff } from '../../../shared/model/diff.ts';
import type { ClusterId } from '../../../shared/model/ids.ts';
import type { DesignRecord } from '../../../shared/model/records.ts';
import type { ClusterCheck, ClusterCounts } from './cluster-figures.ts';

export type ClusterRequest =
  /** What a spec comes to; `spec` is its JSON text. */
  | { readonly kind: 'figures'; readonly spec: string; readonly types: readonly DeviceType[] }
  /** Every record of it, in pieces. */
  | {
      readonly kind: 'build';
      readonly spec: string;
      readonly types: readonly DeviceType[];
      readonly clusterId: ClusterId;
    }
  /** What another spec would do to a cluster of this design. */
  | {
      readonly kind: 'change';
      readonly spec: string;
      readonly types: readonly DeviceType[];
      readonly clusterId: ClusterId;
      /** Its records as JSON lists. */
      readonly texts: readonly string[];
    }
  /** The edit of what was compared last. `taken` has the keys of the conflicts in which the new spec wins. */
  | { readonly kind: 'decide'; readonly taken: ReadonlySet<string> };

/**
 * How far a worker is, in links that are laid out or records that are handed over; `compare` has no count.
 */
export interface ClusterProgress {
  readonly phase: 'read' | 'lay' | 'compare' | 'hand';
  readonly done: number;
  /** 0 while nobody knows. */
  readonly total: number;
}

export type ClusterReply =
  /** The spec cannot be built, and the field that makes it so; '' where no single one does. */
  | { readonly kind: 'refused'; readonly field: string; readonly text: string }
  | { readonly kind: 'counts'; readonly counts: ClusterCounts }
  /** The check of what was counted before it. */
  | { readonly kind: 'check'; readonly check: ClusterCheck }
  /** A piece of the records, and how many there are in all; `total` records are the end. */
  | {
      readonly kind: 'records';
      readonly records: readonly DesignRecord[];
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'progress'; readonly progress: ClusterProgress }
  | { readonly kind: 'change'; readonly summary: ChangeSummary }
  /** A piece of an edit, and how many changes there are in all; `total` changes are the end. */
  | { readonly kind: 'diff'; readonly diff: Diff; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly detail: string };
