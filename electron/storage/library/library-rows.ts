/** What stands in the library's tables: sealed rows of four kinds, and the types and pictures that they say. */
import type { LibraryContent, LibraryMarks } from '../../../shared/contract/library.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { PictureId } from '../../../shared/model/ids.ts';
import type { DesignRecord, Picture } from '../../../shared/model/records.ts';
import { checkedRecord, RecordError } from '../check-records.ts';
import type { ReadDb, Row, WriteDb } from '../database.ts';
import { Digest, keepDigest, keptDigest } from '../digest.ts';
import { StorageError } from '../storage-error.ts';

const KINDS = ['deviceType', 'picture', 'favourite', 'recent'] as const;
/** What a digest of the library's is taken of; types and pictures are called what they are in a design. */
export type LibraryKind = (typeof KINDS)[number];

const ALL: Readonly<Record<LibraryKind, string>> = {
  deviceType: 'SELECT id, content FROM device_type ORDER BY rowid',
  picture: 'SELECT id, content FROM picture ORDER BY rowid',
  favourite: 'SELECT id FROM favourite ORDER BY rowid',
  recent: 'SELECT id, place FROM recent ORDER BY place',
};

/** How many types that were placed are remembered: as many as a person places in one go. */
export const RECENT_KEPT = 12;

/**
 * Everything but the pictures, believed once its digests agree. A type that is sound but not understood is
 * counted, and stays. Call it inside a `snapshot`.
 * @throws StorageError `damaged` when a digest disagrees
 */
export function readLibrary(db: ReadDb, file: string): Omit<LibraryContent, 'setAside'> {
  for (const kind of KINDS) if (kind !== 'deviceType') checkSeal(db, kind, db.all(ALL[kind]), file);
  const rows = db.all(ALL.deviceType);
  checkSeal(db, 'deviceType', rows, file);
  const types = rows.flatMap(([id, content]) =>
    typeFrom(id, content) === null ? [] : [String(content)],
  );
  return {
    types,
    unreadable: rows.length - types.length,
    revision: revisionOf(db),
    ...readMarks(db),
  };
}

export function readMarks(db: ReadDb): LibraryMarks {
  return {
    favourites: db.all(ALL.favourite).map(([id]) => String(id)),
    recent: db.all(ALL.recent).map(([id]) => String(id)),
  };
}

export function revisionOf(db: ReadDb): number {
  return Number(db.first('SELECT revision FROM last_edit')?.[0] ?? 0);
}

/** Counts one more change. @returns the new revision */
export function noteChange(db: WriteDb, saved: Date): number {
  db.run('UPDATE last_edit SET revision = revision + 1, saved = ?', saved.toISOString());
  return revisionOf(db);
}

/** The type of that id, or null when there is none or it is not understood. */
export function storedType(db: ReadDb, id: string): DeviceType | null {
  const row = db.first('SELECT id, content FROM device_type WHERE id = ?', id);
  return row ? typeFrom(row[0], row[1]) : null;
}

export function storedPicture(db: ReadDb, id: PictureId): Picture | null {
  const row = db.first('SELECT id, content FROM picture WHERE id = ?', id);
  const record = row ? recordFrom(row[0], row[1]) : null;
  return record?.kind === 'picture' ? record : null;
}

function typeFrom(id: unknown, content: unknown): DeviceType | null {
  const record = recordFrom(id, content);
  return record?.kind === 'deviceType' ? record : null;
}

function recordFrom(id: unknown, content: unknown): DesignRecord | null {
  try {
    const record = checkedRecord(JSON.parse(String(content)));
    return record.id === id ? record : null;
  } catch (error) {
    if (error instanceof RecordError || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Changes the rows of one kind and seals them anew; call it inside a `transaction`. */
export class SealedRows {
  readonly #db: WriteDb;
  readonly #kind: LibraryKind;
  readonly #digest: Digest;

  constructor(db: WriteDb, kind: LibraryKind) {
    this.#db = db;
    this.#kind = kind;
    this.#digest = keptDigest(db, kind);
  }

  /** Runs a statement that adds the row. */
  add(sql: string, row: Row): void {
    this.#db.run(sql, ...row);
    this.#digest.add({ kind: this.#kind, row, ends: [] });
  }

  /** Takes out the row that `select` finds by its id with the statement given; nothing happens where none is. */
  remove(select: string, sql: string, id: string): boolean {
    const row = this.#db.first(select, id);
    if (!row) return false;
    this.#db.run(sql, id);
    this.#digest.remove({ kind: this.#kind, row, ends: [] });
    return true;
  }

  keep(): void {
    keepDigest(this.#db, this.#kind, this.#digest);
  }
}

function checkSeal(db: ReadDb, kind: LibraryKind, rows: readonly Row[], file: string): void {
  const digest = new Digest();
  for (const row of rows) digest.add({ kind, row, ends: [] });
  if (!digest.equals(keptDigest(db, kind))) throw new StorageError('damaged', { file });
}
