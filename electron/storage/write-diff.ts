/** One edit into the tables, with its digests; call these inside a `transaction`. */

import type { Diff } from '../../shared/model/diff.ts';
import type { PortId } from '../../shared/model/ids.ts';
import type { DesignRecord, RecordKind } from '../../shared/model/records.ts';
import { say } from '../../shared/text/index.ts';
import { checkEnds, checkedRecord, portIds, RecordError } from './check-records.ts';
import type { ReadDb, WriteDb } from './database.ts';
import { type Digest, keepDigest, keptDigest } from './digest.ts';
import {
  candidate,
  insertEnds,
  insertRecord,
  removeEnds,
  removeRecord,
  type StoredRecord,
  storedForm,
  storedRecord,
  updateRecord,
} from './stored-records.ts';

/**
 * Writes the edit. All old cable ends go before any new one comes, because a gesture may hand a port from
 * one cable to another.
 * @throws RecordError when the edit does not fit what is there, or would leave what cannot be opened
 */
export function writeDiff(db: WriteDb, diff: Diff): void {
  if ([...diff.added, ...diff.removed].some((record) => record.kind === 'settings')) {
    throw new RecordError(say('storage.where.settings'));
  }
  const digests = new Digests(db);
  const removed = diff.removed.map((record) => expectStored(db, record));
  const replaced = diff.updated.map(([, after]) => expectStored(db, after));
  const changed = diff.updated.map(([, after]) => storedForm(checkedRecord(after)));
  const added = diff.added.map((record) => storedForm(checkedRecord(record)));
  for (const stored of [...removed, ...replaced]) {
    digests.of(stored.kind).remove(stored);
    if (stored.kind === 'cable') removeEnds(db, idOf(stored));
  }
  for (const stored of removed) removeRecord(db, stored.kind, idOf(stored));
  for (const stored of added) insertRecord(db, stored);
  for (const stored of changed) updateRecord(db, stored, idOf(stored));
  for (const stored of [...added, ...changed]) {
    digests.of(stored.kind).add(stored);
    insertEnds(db, stored);
  }
  checkPorts(db, added, replaced, changed);
  digests.keep();
}

/** Writes all records of a design into empty tables. Their references are checked by the caller. */
export function writeAll(db: WriteDb, records: Iterable<DesignRecord>): void {
  const digests = new Digests(db);
  for (const record of records) {
    const stored = storedForm(checkedRecord(record));
    digests.of(stored.kind).add(stored);
    insertRecord(db, stored);
    insertEnds(db, stored);
  }
  digests.keep();
}

/** Notes the edit in the one row that every commit changes. */
export function noteEdit(db: WriteDb, label: string, saved: Date): void {
  db.run(
    `INSERT INTO last_edit (one, revision, label, saved) VALUES (1, 0, ?, ?)
     ON CONFLICT (one) DO UPDATE SET revision = revision + 1, label = excluded.label, saved = excluded.saved`,
    label.toWellFormed(),
    saved.toISOString(),
  );
}

/** The digests of the kinds that an edit touches. */
class Digests {
  readonly #db: WriteDb;
  readonly #touched = new Map<RecordKind, Digest>();

  constructor(db: WriteDb) {
    this.#db = db;
  }

  of(kind: RecordKind): Digest {
    const known = this.#touched.get(kind);
    if (known) return known;
    const digest = keptDigest(this.#db, kind);
    this.#touched.set(kind, digest);
    return digest;
  }

  keep(): void {
    for (const [kind, digest] of this.#touched) keepDigest(this.#db, kind, digest);
  }
}

function idOf(stored: StoredRecord): string {
  return String(stored.row[0]);
}

function expectStored(db: ReadDb, record: DesignRecord): StoredRecord {
  const stored = storedRecord(db, record.kind, record.id);
  if (!stored) throw new RecordError(say('storage.where.absent', { id: record.id.slice(0, 80) }));
  return stored;
}

/** What the edit touched still ends in ports that exist: cables that came, devices and types that changed. */
function checkPorts(
  db: ReadDb,
  added: readonly StoredRecord[],
  replaced: readonly StoredRecord[],
  changed: readonly StoredRecord[],
): void {
  const suspects = new Set<string>();
  for (const stored of [...added, ...changed]) {
    if (stored.kind === 'cable') suspects.add(idOf(stored));
  }
  for (const [index, stored] of replaced.entries()) {
    const after = changed[index];
    if (after) suspectsOf(db, recordFrom(stored), recordFrom(after), suspects);
  }
  const ports = new PortsInFile(db);
  for (const id of suspects) {
    const stored = storedRecord(db, 'cable', id);
    const cable = stored && recordFrom(stored);
    if (cable?.kind === 'cable') checkEnds(cable, (deviceId) => ports.ofDevice(deviceId));
  }
}

/** The cables whose ports a change of device or type may have taken away. */
function suspectsOf(db: ReadDb, was: DesignRecord, is: DesignRecord, suspects: Set<string>): void {
  if (was.kind === 'device' && is.kind === 'device' && was.typeId !== is.typeId) {
    cablesAt(db, 'device_id = ?', is.id, suspects);
  }
  if (was.kind === 'deviceType' && is.kind === 'deviceType') {
    const kept = portIds(is);
    if (was.ports.every((port) => kept.has(port.id))) return;
    cablesAt(db, 'device_id IN (SELECT id FROM device WHERE type_id = ?)', is.id, suspects);
  }
}

function recordFrom(stored: StoredRecord): DesignRecord {
  return checkedRecord(candidate(stored));
}

function cablesAt(db: ReadDb, where: string, id: string, into: Set<string>): void {
  for (const [cableId] of db.all(`SELECT DISTINCT cable_id FROM cable_end WHERE ${where}`, id)) {
    into.add(String(cableId));
  }
}

/** The ports of devices and types as they stand in the file, each type read once an edit. */
class PortsInFile {
  readonly #db: ReadDb;
  readonly #ofType = new Map<string, ReadonlySet<PortId>>();

  constructor(db: ReadDb) {
    this.#db = db;
  }

  ofDevice(deviceId: string): ReadonlySet<PortId> | undefined {
    const typeId = this.#db.first('SELECT type_id FROM device WHERE id = ?', deviceId)?.[0];
    if (typeof typeId !== 'string') return undefined;
    const known = this.#ofType.get(typeId);
    if (known) return known;
    const rows = this.#db.all(
      `SELECT json_extract(port.value, '$.id')
       FROM device_type, json_each(device_type.faceplate, '$.ports') AS port
       WHERE device_type.id = ?`,
      typeId,
    );
    const ports = new Set(rows.map(([id]) => String(id)));
    this.#ofType.set(typeId, ports);
    return ports;
  }
}
