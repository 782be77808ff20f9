/**
 * A large design comes in two steps, so that its racks can be shown before its last cable is read: the head with
 * all that is not devices and cables, then these, checked as everything else, in texts. Texts, because they cross
 * from process to process in no time, where as many objects are taken apart and put together at every door.
 */
import type { DesignRecord } from '../../shared/model/records.ts';
import type { ReadDb } from './database.ts';
import { RECORD_TABLES } from './record-rows.ts';

/** Fewer devices and cables than these come at once. */
const LARGE = 3_000;
/** Records of one text: some hundredths of a second to put together again. */
const PER_PART = 4_000;

export type DesignPart =
  | {
      readonly part: 'head';
      readonly records: readonly DesignRecord[];
      /** Devices, cables and what follows them. */
      readonly toCome: number;
    }
  /** A new design is being made: built, in links, and then written, in records. `total` is 0 while nobody knows. */
  | {
      readonly part: 'making';
      readonly phase: 'build' | 'write';
      readonly done: number;
      readonly total: number;
    }
  | { readonly part: 'more'; readonly count: number; readonly text: string };

/** The tables that are read after the head. */
const LATER = (['device', 'cable', 'waiver', 'found'] as const).map(
  (kind) => RECORD_TABLES[kind].table,
);

/** Sends a design's records off as they are read; what is small is kept back for the one answer. */
export class Departure {
  readonly #send: (part: DesignPart) => void;
  #head: DesignRecord[] = [];
  #waiting: DesignRecord[] = [];
  #departed = false;

  constructor(send: (part: DesignPart) => void) {
    this.#send = send;
  }

  /** Whether the records left already. */
  get departed(): boolean {
    return this.#departed;
  }

  /** Takes the next record that was read. */
  take(record: DesignRecord): void {
    if (!this.#departed) {
      this.#head.push(record);
      return;
    }
    this.#waiting.push(record);
    if (this.#waiting.length >= PER_PART) this.#sendWaiting();
  }

  /** All but devices and cables was taken. */
  headRead(db: ReadDb): void {
    const toCome = LATER.reduce((sum, table) => sum + count(db, table), 0);
    if (toCome < LARGE) return;
    this.#departed = true;
    this.#send({ part: 'head', records: this.#head, toCome });
    this.#head = [];
  }

  /** The last was taken. */
  end(): void {
    if (this.#waiting.length > 0) this.#sendWaiting();
  }

  #sendWaiting(): void {
    const records = this.#waiting;
    this.#waiting = [];
    this.#send({ part: 'more', count: records.length, text: JSON.stringify(records) });
  }
}

function count(db: ReadDb, table: string): number {
  return Number(db.first(`SELECT count(*) FROM ${table}`)?.[0] ?? 0);
}
