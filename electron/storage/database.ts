/**
 * The two sides of a database that the rest of the storage sees. Nothing else here knows better-sqlite3, so
 * that it could be replaced; only what its versions 11 and 13 have in common is used.
 */
import Database from 'better-sqlite3';

export type Value = string | number | Uint8Array | null;
/** A row as its columns' values, in the order of the SELECT. */
export type Row = readonly Value[];

export interface ReadDb {
  all(sql: string, ...parameters: readonly Value[]): Row[];
  first(sql: string, ...parameters: readonly Value[]): Row | undefined;
  pragma(name: string): unknown;
  /** Runs reads on one unchanging state of the file, however many others write. */
  snapshot<T>(work: () => T): T;
  /** Writes the database as it is at one moment, compacted, into a new file; not yet synced. */
  copyTo(path: string): void;
  close(): void;
}

export interface WriteDb extends ReadDb {
  /** @returns how many rows changed */
  run(sql: string, ...parameters: readonly Value[]): number;
  /** Runs several statements without parameters. */
  script(sql: string): void;
  /** All or nothing; on disk when it returns. */
  transaction<T>(work: () => T): T;
  /** The same for work that waits in between; nobody else may use this connection meanwhile. */
  longTransaction<T>(work: () => Promise<T>): Promise<T>;
}

/** How long a statement waits while another program reads or writes, ms. */
const PATIENCE_MS = 5_000;

/** Opens for reading. A file from a stranger runs nothing of its own here. */
export function connectRead(path: string): ReadDb {
  return guarded(new Database(path, { readonly: true, fileMustExist: true, timeout: PATIENCE_MS }));
}

/**
 * Opens for writing, in the one journal mode in which a lone copy of the file is always whole. A file that
 * was left in WAL mode is checkpointed and switched back by that; what a crash left half-done is undone.
 */
export function connectWrite(path: string): WriteDb {
  const db = guarded(new Database(path, { fileMustExist: true, timeout: PATIENCE_MS }));
  try {
    db.expect('journal_mode', 'DELETE', 'delete');
    durable(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Makes a database that no one else sees until it is put in its place: fast, because not yet durable. */
export function connectNew(path: string): WriteDb {
  const db = guarded(new Database(path, { timeout: PATIENCE_MS }));
  db.pragma('page_size = 4096');
  db.pragma("encoding = 'UTF-8'");
  db.pragma('auto_vacuum = NONE');
  db.expect('journal_mode', 'MEMORY', 'memory');
  db.pragma('synchronous = OFF');
  return db;
}

/** A database that lives in memory only. */
export function connectMemory(): WriteDb {
  return guarded(new Database(':memory:'));
}

/** EXTRA also syncs the folder when the journal goes, which is the moment a commit holds. */
function durable(db: SqliteDb): void {
  db.expect('synchronous', 'EXTRA', 3);
  db.pragma('fullfsync = ON');
}

function guarded(raw: Database.Database): SqliteDb {
  const db = new SqliteDb(raw);
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('mmap_size = 0');
  db.pragma('temp_store = MEMORY');
  db.pragma('foreign_keys = ON');
  return db;
}

class SqliteDb implements WriteDb {
  readonly #raw: Database.Database;
  readonly #prepared = new Map<string, Database.Statement<Value[]>>();

  constructor(raw: Database.Database) {
    this.#raw = raw;
  }

  all(sql: string, ...parameters: readonly Value[]): Row[] {
    return this.#prepare(sql, true).all(...parameters) as Row[];
  }

  first(sql: string, ...parameters: readonly Value[]): Row | undefined {
    return this.#prepare(sql, true).get(...parameters) as Row | undefined;
  }

  run(sql: string, ...parameters: readonly Value[]): number {
    return this.#prepare(sql, false).run(...parameters).changes;
  }

  script(sql: string): void {
    this.#raw.exec(sql);
  }

  pragma(name: string): unknown {
    return this.#raw.pragma(name, { simple: true });
  }

  /** Sets a pragma and makes sure that it took: SQLite ignores what it cannot do. */
  expect(name: string, setting: string, effect: unknown): void {
    this.pragma(`${name} = ${setting}`);
    const found = this.pragma(name);
    if (found !== effect) throw new Error(`${name} is ${String(found)}, not ${setting}`);
  }

  snapshot<T>(work: () => T): T {
    return this.#raw.transaction(work).deferred();
  }

  transaction<T>(work: () => T): T {
    return this.#raw.transaction(work).immediate();
  }

  async longTransaction<T>(work: () => Promise<T>): Promise<T> {
    this.script('BEGIN IMMEDIATE');
    try {
      const result = await work();
      this.script('COMMIT');
      return result;
    } catch (error) {
      if (this.#raw.inTransaction) this.script('ROLLBACK');
      throw error;
    }
  }

  copyTo(path: string): void {
    this.#raw.prepare('VACUUM INTO ?').run(path);
  }

  close(): void {
    this.#raw.close();
  }

  #prepare(sql: string, rows: boolean): Database.Statement<Value[]> {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#raw.prepare<Value[]>(sql);
    if (rows) statement.raw(true);
    this.#prepared.set(sql, statement);
    return statement;
  }
}
