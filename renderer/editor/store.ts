/**
 * The design in memory. There is one way to change it: `apply` a diff. Whoever shows, checks or writes the
 * design listens here and gets the same diff, so that they cannot disagree.
 */

import type { Design } from '../../shared/model/design.ts';
import { applyDiff, type Diff, isEmptyDiff } from '../../shared/model/diff.ts';
import type { RackId } from '../../shared/model/ids.ts';
import { touchedRacks } from './touched-racks.ts';

/** Where a change came from. */
export type ChangeSource = 'edit' | 'undo' | 'redo';

/** One change of the design, as its listeners get it. */
export interface DesignChange {
  readonly design: Design;
  readonly before: Design;
  readonly diff: Diff;
  /** Counts changes from 1; undo and redo are changes too. */
  readonly revision: number;
  /** What was done, as a person reads it: "Move leaf-1". */
  readonly label: string;
  readonly source: ChangeSource;
  /** Racks whose picture may have changed. */
  readonly racks: ReadonlySet<RackId>;
}

export type DesignListener = (change: DesignChange) => void;

export interface DesignStore {
  readonly design: Design;
  readonly revision: number;
  /**
   * Applies a diff and tells the listeners. An empty diff changes nothing and is not told.
   * @throws DiffError when the diff does not fit the design; the design then stays as it was
   */
  apply(diff: Diff, what: { readonly label: string; readonly source: ChangeSource }): void;
  /** Listens to changes; returns how to stop. */
  listen(listener: DesignListener): () => void;
}

export function createStore(opened: Design): DesignStore {
  const listeners = new Set<DesignListener>();
  let design = opened;
  let revision = 0;
  return {
    get design() {
      return design;
    },
    get revision() {
      return revision;
    },
    apply(diff, { label, source }) {
      if (isEmptyDiff(diff)) return;
      const before = design;
      design = applyDiff(before, diff);
      revision += 1;
      const racks = touchedRacks(before, design, diff);
      const change: DesignChange = { design, before, diff, revision, label, source, racks };
      for (const listener of listeners) listener(change);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
