/** The whole design out of a database, believed only after its digests, its records and its references agree. */
import { type Design, designFromRecords } from '../../shared/model/design.ts';
import type { DesignRecord, RecordKind } from '../../shared/model/records.ts';
import { say } from '../../shared/text/index.ts';
import { checkCableEnds, checkedRecord, RecordError } from './check-records.ts';
import type { ReadDb } from './database.ts';
import type { Departure } from './departure.ts';
import { Digest, keptDigest } from './digest.ts';
import { StorageError } from './storage-error.ts';
import { candidate, type StoredRecord, storedRecords, type Texts } from './stored-records.ts';

/** In the order in which records may refer to earlier ones; what there is much of comes after the racks and the floor. */
const KINDS: readonly RecordKind[] = [
  'settings',
  'row',
  'rack',
  'picture',
  'deviceType',
  'area',
  'pathway',
  'cluster',
  'device',
  'cable',
  'waiver',
  'found',
];

/** What goes on beside the reading. */
interface OnTheWay {
  /** Sends the records off as they are believed, each when the digest of its kind agrees. */
  readonly departure?: Departure | undefined;
  /** Checks the database itself, where that was not done before: after the head has left, before all else. */
  readonly checkPages?: () => void;
}

/**
 * Reads and checks everything that the database's own keys, checked before or on the way, do not see to: they hold
 * every other reference and keep two cables out of one port. Call it inside a `snapshot`.
 * @throws StorageError `damaged` when a digest disagrees, `invalid-content` when a record cannot be
 */
export function readDesign(
  db: ReadDb,
  file: string,
  { departure, checkPages }: OnTheWay = {},
): Design {
  const records: DesignRecord[] = [];
  const texts: Texts = new Map();
  try {
    for (const kind of KINDS) {
      if (kind === 'device') {
        departure?.headRead(db);
        checkPages?.();
      }
      const stored = storedRecords(db, kind, texts);
      if (!digestOf(stored).equals(keptDigest(db, kind)))
        throw new StorageError('damaged', { file });
      for (const each of stored) {
        const record = checkedRecord(candidate(each));
        records.push(record);
        if (record.kind === 'deviceType') for (const { id } of record.ports) texts.set(id, id);
        departure?.take(record);
      }
    }
    if (records[0]?.kind !== 'settings') throw new RecordError(say('storage.where.nothing'));
    const design = designFromRecords(records);
    checkCableEnds(design);
    departure?.end();
    return design;
  } catch (error) {
    if (error instanceof StorageError) throw error;
    if (error instanceof RecordError) {
      throw new StorageError('invalid-content', { file, where: error.message }, error);
    }
    if (error instanceof SyntaxError || error instanceof RangeError) {
      throw new StorageError('damaged', { file }, error);
    }
    throw error;
  }
}

function digestOf(stored: readonly StoredRecord[]): Digest {
  const digest = new Digest();
  for (const each of stored) digest.add(each);
  return digest;
}
