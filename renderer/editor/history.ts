/**
 * Undo and redo: two stacks of labelled diffs and nothing else. A gesture is one diff, so it is one step.
 * Undo applies the reversed diff once; no listener ever sees half of one. A new edit clears redo; selecting,
 * zooming and hovering are not edits and leave it alone. The stacks have no limit.
 */
import { type Diff, isEmptyDiff, reverseDiff } from '../../shared/model/diff.ts';
import type { DesignStore } from './store.ts';

export interface HistoryStep {
  readonly label: string;
  readonly diff: Diff;
}

export interface History {
  /** Steps that can be taken back; the last is the newest. */
  readonly undoable: readonly HistoryStep[];
  /** Steps that can be done again; the last is the next. */
  readonly redoable: readonly HistoryStep[];
  /** Applies an edit and remembers it. @throws DiffError when it does not fit; nothing is remembered then */
  commit(step: HistoryStep): void;
  /** Takes back the newest step, or returns null when there is none. */
  undo(): HistoryStep | null;
  /** Does the step again that was taken back last, or returns null when there is none. */
  redo(): HistoryStep | null;
}

export function createHistory(store: DesignStore): History {
  const undoable: HistoryStep[] = [];
  const redoable: HistoryStep[] = [];
  return {
    undoable,
    redoable,
    commit(step) {
      if (isEmptyDiff(step.diff)) return;
      undoable.push(step);
      const forgotten = redoable.splice(0);
      try {
        store.apply(step.diff, { label: step.label, source: 'edit' });
      } catch (error) {
        undoable.pop();
        redoable.push(...forgotten);
        throw error;
      }
    },
    undo() {
      const step = undoable.pop();
      if (!step) return null;
      redoable.push(step);
      store.apply(reverseDiff(step.diff), { label: step.label, source: 'undo' });
      return step;
    },
    redo() {
      const step = redoable.pop();
      if (!step) return null;
      undoable.push(step);
      store.apply(step.diff, { label: step.label, source: 'redo' });
      return step;
    },
  };
}
