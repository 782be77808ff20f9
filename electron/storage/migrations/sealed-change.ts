/** Changing rows that a digest seals, without sealing damage along with them. */
import type { RecordKind } from '../../../shared/model/records.ts';
import type { WriteDb } from '../database.ts';
import { Digest, keepDigest, keptDigest } from '../digest.ts';

/** The rows of one kind, as a SELECT reads them before and after the change: columns in their digest's order. */
export interface ChangedRows {
  readonly kind: Exclude<RecordKind, 'cable'>;
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
  for (const row of db.all(select)) digest.add({ kind, row, ends: [] });
  return digest;
}
