/**
 * Named versions inside the file. A version is the whole design, compressed, in the form of its day; the seal
 * over it and its row is checked before it is believed.
 */
import { hash, randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { DesignVersion } from '../../shared/contract/ipc.ts';
import { type Design, designFromRecords, recordsOf } from '../../shared/model/design.ts';
import { applyDiff, type Diff, DiffError } from '../../shared/model/diff.ts';
import { say } from '../../shared/text/index.ts';
import { checkedRecord, checkReferences, RecordError } from './check-records.ts';
import type { Row } from './database.ts';
import { writerOf } from './design-file.ts';
import { NEW_FACTS, UNSET_INPUTS } from './migrations/0002-analysis-inputs.ts';
import { NEW_FACTS as NEWER_FACTS, withMarkedParts } from './migrations/0003-faceplates.ts';
import { NEW_CABLE_FIELDS, UNSET_CABLING, UNSET_DRAWING } from './migrations/0004-orders.ts';
import { PLAIN_RACK, UNPLACED_ROW } from './migrations/0005-floor.ts';
import type { DesignFile } from './open-design-file.ts';
import { readDesign } from './read-design.ts';
import { onFile, StorageError } from './storage-error.ts';

/** How `content` is to be read: gzip over a JSON list of records, as they stood in that version of the file or an earlier one. */
const FORMAT = 5;
const FORMATS: readonly unknown[] = [1, 2, 4, FORMAT];
const LARGEST_CONTENT = 1024 * 1024 * 1024;
const FACTS = 'id, name, made, racks, devices, cables';

/**
 * Keeps the design as the file has it now, or as it would be with a change that is not made.
 * @throws StorageError where the change does not fit the design, or would leave what cannot be opened
 */
export function createVersion(
  file: DesignFile,
  name: string,
  change: Diff | null = null,
): DesignVersion {
  const { db } = writerOf(file);
  return onFile(file.name, () =>
    db.transaction(() => {
      const stored = readDesign(db, file.name);
      const design = change === null ? stored : changed(stored, change, file.name);
      const version = {
        id: randomUUID(),
        name: name.toWellFormed(),
        made: new Date().toISOString(),
        racks: design.racks.size,
        devices: design.devices.size,
        cables: design.cables.size,
      };
      const content = gzipSync(JSON.stringify([...recordsOf(design)]), { level: 3 });
      db.run(
        `INSERT INTO version (${FACTS}, format, content, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ...Object.values(version),
        FORMAT,
        content,
        sealOf(version, FORMAT, content),
      );
      return version;
    }),
  );
}

function changed(design: Design, change: Diff, file: string): Design {
  try {
    const after = applyDiff(design, change);
    for (const record of [...change.added, ...change.updated.map(([, record]) => record)]) {
      checkedRecord(record);
    }
    checkReferences(after);
    return after;
  } catch (error) {
    if (!(error instanceof DiffError) && !(error instanceof RecordError)) throw error;
    throw new StorageError('edit-refused', { file, reason: error.message }, error);
  }
}

/** Every version, newest first. */
export function listVersions(file: DesignFile): DesignVersion[] {
  return onFile(file.name, () =>
    file.db.all(`SELECT ${FACTS} FROM version ORDER BY made DESC, rowid DESC`).map(versionFrom),
  );
}

/** The design as it was. @throws StorageError when there is no such version, or it is damaged */
export function readVersion(file: DesignFile, id: string): Design {
  return onFile(file.name, () => {
    const row = file.db.first(
      `SELECT ${FACTS}, format, content, seal FROM version WHERE id = ?`,
      id,
    );
    if (!row) throw new StorageError('version-missing', { file: file.name });
    const [format, content, seal] = row.slice(6);
    const version = versionFrom(row);
    if (
      !FORMATS.includes(format) ||
      typeof format !== 'number' ||
      !(content instanceof Uint8Array) ||
      !(seal instanceof Uint8Array) ||
      !sealOf(version, format, content).equals(seal)
    ) {
      throw new StorageError('damaged', { file: file.name });
    }
    return designIn(content, version, file.name);
  });
}

function designIn(content: Uint8Array, version: DesignVersion, file: string): Design {
  try {
    const json = gunzipSync(content, { maxOutputLength: LARGEST_CONTENT }).toString('utf8');
    const records: unknown = JSON.parse(json);
    if (!Array.isArray(records)) throw new RecordError(say('storage.where.nothing'));
    const design = designFromRecords(records.map((record) => checkedRecord(ofToday(record))));
    checkReferences(design);
    return design;
  } catch (error) {
    const where = say('storage.where.version', { name: version.name.slice(0, 80) });
    throw new StorageError('invalid-content', { file, where }, error);
  }
}

/** A record of this or an earlier version of the file, with what came to it since; what it says itself stands. */
function ofToday(record: unknown): unknown {
  if (typeof record !== 'object' || record === null) return record;
  switch ('kind' in record ? record.kind : null) {
    case 'settings':
      return { ...NEW_SETTINGS, ...record };
    case 'rack':
      return { extra: '', ...PLAIN_RACK, ...record };
    case 'row':
      return { ...UNPLACED_ROW, ...record };
    case 'deviceType':
      return { ...NEW_FACTS, ...NEWER_FACTS, lodging: 'rack', ...withMarkedParts(record) };
    case 'device':
      return { reserved: [], bay: null, extra: '', ...record };
    case 'cable':
      return { ...NEW_CABLE_FIELDS, ...record };
    default:
      return record;
  }
}
const NEW_SETTINGS = {
  inputs: UNSET_INPUTS,
  growth: [],
  cabling: UNSET_CABLING,
  drawing: UNSET_DRAWING,
};

function versionFrom([id, name, made, racks, devices, cables]: Row): DesignVersion {
  return {
    id: String(id),
    name: String(name),
    made: String(made),
    racks: Number(racks),
    devices: Number(devices),
    cables: Number(cables),
  };
}

function sealOf(version: DesignVersion, format: number, content: Uint8Array): Buffer {
  const { id, name, made, racks, devices, cables } = version;
  const facts = JSON.stringify([id, name, made, racks, devices, cables, format]);
  return hash('sha256', Buffer.concat([Buffer.from(facts), content]), 'buffer');
}
