import { expect, it } from 'vitest';
import { connectMemory, type WriteDb } from '../database.ts';
import { migrate, versionOf } from '../file-version.ts';
import { readDesign } from '../read-design.ts';
import { firstSchema } from './0001-first-schema.ts';
import { analysisInputs } from './0002-analysis-inputs.ts';
import { faceplates } from './0003-faceplates.ts';
import { insertRack, insertType, seal } from './fixture-old-file.ts';
import { MIGRATIONS } from './index.ts';

const FACTS = [
  'depthMm',
  'weightKg',
  'powerTypicalW',
  'powerMaxW',
  'airflow',
  'airflowCfm',
  'criticalPa',
  'inletMinC',
  'inletMaxC',
  'packing',
  'standoffMm',
  'wantedGbps',
  'hopNs',
  'pathwayMm2',
];

const CAGE = {
  id: 'c1',
  name: '1',
  formFactor: 'osfp',
  face: 'front',
  xMm: 20,
  yMm: 4,
  widthMm: 23,
  heightMm: 13.5,
  flipped: false,
};
const VENT = {
  shape: 'vent',
  face: 'rear',
  xMm: 20,
  yMm: 4,
  widthMm: 100,
  heightMm: 30,
  openRatio: 0.6,
  text: '',
};

/** A file as version 2 left it: settings, a row, a rack, a type with a cage and a vent, and a device. */
function versionTwo(): WriteDb {
  const db = connectMemory();
  migrate(db, [firstSchema, analysisInputs]);
  const facts = JSON.stringify(Object.fromEntries(FACTS.map((name) => [name, null])));
  const inputs = JSON.stringify(
    Object.fromEntries(
      [
        'criticalPa1U',
        'criticalPaTaller',
        'packing',
        'standoffMm',
        'exposure',
        'railGapMm2PerU',
        'managerDepthMm',
        'trayWidthMm',
        'trayHeightMm',
        'pathBudgetNs',
      ].map((name) => [name, null]),
    ),
  );
  const face = JSON.stringify({ cages: [CAGE], ports: [], shapes: [VENT] });
  db.transaction(() => {
    db.run(
      "INSERT INTO settings VALUES ('design', 'Hall', 24, 0, 'A2', 300000, 2400000, ?, '[]')",
      inputs,
    );
    insertRack(db);
    insertType(db, facts, face);
    db.run(
      "INSERT INTO device VALUES ('d', 'leaf-1', 't', 'r', 'rails', 2, 'front', 0, 0, '', '')",
    );
    seal(db);
  });
  return db;
}

it('gives the parts of old faces ids, and devices and types what they lacked', () => {
  const db = versionTwo();
  migrate(db, [firstSchema, analysisInputs, faceplates]);
  expect(versionOf(db)).toBe(3);
  migrate(db, MIGRATIONS);
  const design = readDesign(db, 'x.plenum');
  const type = design.deviceTypes.get('t');
  expect(type?.cages).toEqual([{ ...CAGE, group: '', locked: false }]);
  expect(type?.shapes).toEqual([{ id: 'shape-1', ...VENT, group: '', locked: false }]);
  expect(type).toMatchObject({ lodging: 'rack', bays: [], portMappings: [], supplies: null });
  expect(design.devices.get('d')).toMatchObject({ mount: 'rails', bay: null });
  expect(design.pictures.size).toBe(0);
});

it('keeps two devices out of one bay, and half a bay out of the file', () => {
  const db = versionTwo();
  migrate(db, [firstSchema, analysisInputs, faceplates]);
  const put = (id: string, inDevice: string, inBay: string) =>
    db.run(
      `INSERT INTO device VALUES
       ('${id}', '', 't', 'r', 'rails', 2, 'front', 0, 0, '', '', ${inDevice}, ${inBay})`,
    );
  put('one', "'d'", "'bay-1'");
  expect(() => put('two', "'d'", "'bay-1'")).toThrow(
    expect.objectContaining({ code: 'SQLITE_CONSTRAINT_UNIQUE' }),
  );
  expect(() => put('three', "'d'", 'NULL')).toThrow(
    expect.objectContaining({ code: 'SQLITE_CONSTRAINT_CHECK' }),
  );
});
