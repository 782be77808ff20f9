import { expect, it } from 'vitest';
import { connectMemory, type WriteDb } from '../database.ts';
import { Digest, keepDigest, keptDigest } from '../digest.ts';
import { migrate, versionOf } from '../file-version.ts';
import { readDesign } from '../read-design.ts';
import { firstSchema } from './0001-first-schema.ts';
import { analysisInputs } from './0002-analysis-inputs.ts';
import { MIGRATIONS } from './index.ts';

/** A file as version 1 left it: settings, a row, a rack, a type and a device, with their digests. */
function versionOne(): WriteDb {
  const db = connectMemory();
  migrate(db, [firstSchema]);
  const facts = { depthMm: null, weightKg: { value: 1.5, provenance: 'datasheet', source: 's' } };
  const more = ['powerTypicalW', 'powerMaxW', 'airflow', 'airflowCfm', 'criticalPa'];
  const rest = [...more, 'inletMinC', 'inletMaxC'].map((name) => [name, null]);
  const json = JSON.stringify({ ...facts, ...Object.fromEntries(rest) });
  const face = '{"cages":[],"ports":[],"shapes":[]}';
  db.transaction(() => {
    db.run("INSERT INTO settings VALUES ('design', 'Hall 1', 24, 0, 'A2', 300000, 2400000)");
    db.run("INSERT INTO rack_row VALUES ('row-a', 'A', 0)");
    db.run(
      `INSERT INTO rack VALUES
       ('r', 'R1', 'row-a', 0, 'cabinet', 84, 600000, 1200000, NULL, NULL, NULL, NULL, '')`,
    );
    db.run(
      `INSERT INTO device_type VALUES
       ('t', 'Acme', 'T', 't', '', 'switch', 2, 'full', 'full', ?, ?, '', 'user', '')`,
      json,
      face,
    );
    db.run("INSERT INTO device VALUES ('d', 'leaf-1', 't', 'r', 'rails', 2, 'front', 0, 0, '')");
    seal(db, 'settings', 'settings');
    seal(db, 'row', 'rack_row');
    seal(db, 'rack', 'rack');
    seal(db, 'deviceType', 'device_type');
    seal(db, 'device', 'device');
  });
  return db;
}

function seal(
  db: WriteDb,
  kind: 'settings' | 'row' | 'rack' | 'deviceType' | 'device',
  table: string,
): void {
  const digest = new Digest();
  for (const row of db.all(`SELECT * FROM ${table}`)) digest.add({ kind, row, ends: [] });
  keepDigest(db, kind, digest);
}

it('gives a file of version 1 its inputs, none of them set, and seals it anew', () => {
  const db = versionOne();
  migrate(db, [firstSchema, analysisInputs]);
  expect(versionOf(db)).toBe(2);
  migrate(db, MIGRATIONS);
  const design = readDesign(db, 'x.plenum');
  expect(design.settings.inputs.criticalPa1U).toBeNull();
  expect(design.settings.growth).toEqual([]);
  expect(design.devices.get('d')?.reserved).toEqual([]);
  expect(design.deviceTypes.get('t')).toMatchObject({ weightKg: { value: 1.5 }, hopNs: null });
  expect(design.waivers.size).toBe(0);
});

it('refuses to seal what is not what was sealed', () => {
  const db = versionOne();
  db.run("UPDATE device SET name = 'leaf-9'");
  const before = keptDigest(db, 'device');
  expect(() => migrate(db, [firstSchema, analysisInputs])).toThrow(
    expect.objectContaining({ code: 'SQLITE_CORRUPT' }),
  );
  expect(versionOf(db)).toBe(1);
  expect(keptDigest(db, 'device').equals(before)).toBe(true);
});

it.each([
  "INSERT INTO waiver VALUES ('w', '', 'r', 'me', '2026-01-01', '')",
  "INSERT INTO waiver VALUES ('w', 'f', '', 'me', '2026-01-01', '')",
  "INSERT INTO waiver VALUES ('w', 'f', 'r', 'me', 'today', '')",
])('refuses %s', (sql) => {
  const db = versionOne();
  migrate(db, [firstSchema, analysisInputs]);
  expect(() => db.run(sql)).toThrow(expect.objectContaining({ code: 'SQLITE_CONSTRAINT_CHECK' }));
});
