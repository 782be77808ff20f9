/** One step of the file format. Published steps are never edited: a change is the next step. */
import type { WriteDb } from '../database.ts';

export interface Migration {
  /** The file version that this step leads to; steps are numbered from 1 without a gap. */
  readonly version: number;
  /** Runs inside a transaction on a copy of the file; also brings the `digest` table up to date. */
  readonly apply: (db: WriteDb) => void;
}
