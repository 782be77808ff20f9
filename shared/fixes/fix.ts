/** What would make a finding go or shrink. */

import { type Diff, EMPTY_DIFF } from '../model/diff.ts';
import type { DesignRecord } from '../model/records.ts';

/** An edit that may help a finding; whether it does is seen when it is tried. */
export interface Candidate {
  /** Stable from run to run, and unlike that of every other candidate of a design. */
  readonly id: string;
  /** What it does, as a person reads it: "Make C0261 active copper (ACC)". */
  readonly label: string;
  readonly diff: Diff;
}

/** A candidate that helps. */
export interface FixProposal {
  readonly id: string;
  /** What it does. */
  readonly action: string;
  /** What comes of it: "the finding goes". */
  readonly effect: string;
  /** What it does, and what comes of it: "Make C0261 active copper: the finding goes". */
  readonly label: string;
  /** Whether the finding goes; else it becomes smaller. */
  readonly solves: boolean;
  readonly diff: Diff;
}

/** The edit that changes these records; those that stay as they are do not count. */
export function changing<R extends DesignRecord>(
  records: Iterable<R>,
  change: (record: R) => R,
): Diff {
  const updated: (readonly [R, R])[] = [];
  for (const record of records) {
    const after = change(record);
    if (JSON.stringify(after) !== JSON.stringify(record)) updated.push([record, after]);
  }
  return { ...EMPTY_DIFF, updated };
}
