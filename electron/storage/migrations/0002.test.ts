import { expect, it } from 'vitest';
import { connectMemory, type WriteDb } from '../database.ts';
import { keptDigest } from '../digest.ts';
import { migrate, versionOf } from '../file-version.ts';
import { readDesign } from '../read-design.ts';
import { firstSchema } from './0001-first-schema.ts';
import { analysisInputs } from './0002-analysis-inputs.ts';
import { insertRack, insertType, seal } from './fixture-old-file.ts';
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
    insertRack(db);
    insertType(db, json, face);
    db.run("INSERT INTO device VALUES ('d', 'leaf-1', 't', 'r', 'rails', 2, 'front', 0, 0, '')");
    seal(db);
  });
  return db;
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
