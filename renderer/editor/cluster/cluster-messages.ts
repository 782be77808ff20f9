/** What the window and the cluster worker tell each other; a worker does one thing at a time and is ended to cancel. */

import type { ClusterChange } from '../../../shared/cluster/index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
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
    };

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
  | { readonly kind: 'change'; readonly change: ClusterChange }
  | { readonly kind: 'failed'; readonly detail: string };
