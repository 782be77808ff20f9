/** Changing rows that a digest seals, without sealing damage along with them. */
import type { RecordKind } from '../../../shared/model/records.ts';
import type { Row, WriteDb } from '../database.ts';
import { Digest, keepDigest, keptDigest } from '../digest.ts';

/** The rows of one kind, as a SELECT reads them before and after the change: columns in their digest's order. */
export interface ChangedRows {
  readonly kind: RecordKind;
  readonly before: string;
  readonly after: string;
}

/** Content that does not agree with its digest; the code has the storage call the file damaged. */
class BrokenSealError extends Error {
  override readonly name = 'BrokenSealError';
  readonly code = 'SQLITE_CORRUPT';
}

/**
 * Compares the rows with their digests, changes them, and seals them anew.
 * @throws BrokenSealError when the rows are not what was sealed; call it inside a transaction
 */
export function changeSealed(db: WriteDb, rows: readonly ChangedRows[], change: () => void): void {
  for (const { kind, before } of rows) {
    if (!digestOf(db, kind, before).equals(keptDigest(db, kind))) {
      throw new BrokenSealError(`the ${kind} records are not what was sealed`);
    }
  }
  change();
  for (const { kind, after } of rows) {
    const digest = digestOf(db, kind, after);
    if (digest.records > 0) keepDigest(db, kind, digest);
  }
}

function digestOf(db: WriteDb, kind: ChangedRows['kind'], select: string): Digest {
  const digest = new Digest();
  const ends = kind === 'cable' ? endsPerCable(db) : null;
  for (const row of db.all(select)) digest.add({ kind, row, ends: ends?.get(row[0]) ?? [] });
  return digest;
}

/** The rows of `cable_end`, as they are since version 1; a change to them needs a step of its own here. */
function endsPerCable(db: WriteDb): Map<unknown, Row[]> {
  const perCable = new Map<unknown, Row[]>();
  for (const end of db.all(
    'SELECT cable_id, side, place, device_id, port_id FROM cable_end ORDER BY cable_id, side, place',
  )) {
    const there = perCable.get(end[0]);
    if (there) there.push(end);
    else perCable.set(end[0], [end]);
  }
  return perCable;
}
