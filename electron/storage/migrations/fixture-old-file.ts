/** What files of earlier versions have in common, for the tests of the steps from them. */
import type { WriteDb } from '../database.ts';
import { Digest, keepDigest } from '../digest.ts';

const TABLES = {
  settings: 'settings',
  row: 'rack_row',
  rack: 'rack',
  deviceType: 'device_type',
  device: 'device',
} as const;

/** A row and the rack `r` in it, as they stood up to version 3. */
export function insertRack(db: WriteDb): void {
  db.run("INSERT INTO rack_row VALUES ('row-a', 'A', 0)");
  db.run(
    `INSERT INTO rack VALUES
     ('r', 'R1', 'row-a', 0, 'cabinet', 84, 600000, 1200000, NULL, NULL, NULL, NULL, '')`,
  );
}

/** The switch type `t`, as it stood up to version 2; its facts and its face are JSON. */
export function insertType(db: WriteDb, facts: string, face: string): void {
  db.run(
    `INSERT INTO device_type VALUES
     ('t', 'Acme', 'T', 't', '', 'switch', 2, 'full', 'full', ?, ?, '', 'user', '')`,
    facts,
    face,
  );
}

/** Seals what stands in the tables: settings, rows, racks, types and devices. */
export function seal(db: WriteDb): void {
  for (const kind of ['settings', 'row', 'rack', 'deviceType', 'device'] as const) {
    const digest = new Digest();
    for (const row of db.all(`SELECT * FROM ${TABLES[kind]}`)) digest.add({ kind, row, ends: [] });
    keepDigest(db, kind, digest);
  }
}
