/** What a kind of record needs to stand in a table. */
import type { RecordKind, RecordOf } from '../../shared/model/records.ts';
import type { Row } from './database.ts';

/** How one kind of record stands in its table. `columns` are in the order of the row; the first is the id. */
export interface RecordTable<K extends RecordKind> {
  readonly table: string;
  readonly columns: readonly string[];
  readonly toRow: (record: RecordOf<K>) => Row;
  /** `ends` are a cable's rows of `cable_end`; every other kind has none. */
  readonly fromRow: (row: Row, ends: readonly Row[]) => unknown;
}
