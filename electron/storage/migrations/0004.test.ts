import { expect, it } from 'vitest';
import { EMPTY_DRAWING, USUAL_CABLING } from '../../../shared/model/design.ts';
import { connectMemory, type WriteDb } from '../database.ts';
import { Digest, keepDigest } from '../digest.ts';
import { migrate, versionOf } from '../file-version.ts';
import { readDesign } from '../read-design.ts';
import { firstSchema } from './0001-first-schema.ts';
import { analysisInputs, UNSET_INPUTS } from './0002-analysis-inputs.ts';
import { faceplates } from './0003-faceplates.ts';
import { orders } from './0004-orders.ts';
import { insertRack, seal } from './fixture-old-file.ts';
import { MIGRATIONS } from './index.ts';

const FACTS = [
  'depthMm weightKg powerTypicalW powerMaxW airflow airflowCfm criticalPa inletMinC inletMaxC packing',
  'standoffMm wantedGbps hopNs pathwayMm2 supplies suppliesNeeded fanPercent noiseDb',
].flatMap((line) => line.split(' '));

const portOf = (id: string) => ({
  id,
  name: id,
  kind: 'interface',
  cageId: null,
  slug: '1000base-t',
  speedGbps: 1,
  lanes: 1,
  managementOnly: false,
  label: '',
  maximumDrawW: null,
});

/** A file as version 3 left it: two devices in a rack, and a cable between them. */
function versionThree(): WriteDb {
  const db = connectMemory();
  migrate(db, [firstSchema, analysisInputs, faceplates]);
  const facts = JSON.stringify(Object.fromEntries(FACTS.map((name) => [name, null])));
  const lists = { cages: [], portMappings: [], shapes: [], bays: [], backdrops: [], faceMm: null };
  const face = JSON.stringify({ ...lists, ports: [portOf('p1'), portOf('p2')] });
  db.transaction(() => {
    db.run(
      "INSERT INTO settings VALUES ('design', 'Hall', 24, 0, 'A2', 300000, 2400000, ?, '[]')",
      JSON.stringify(UNSET_INPUTS),
    );
    insertRack(db);
    db.run(
      `INSERT INTO device_type VALUES
       ('t', 'Acme', 'T', 't', '', 'switch', 2, 'full', 'full', ?, ?, '', 'user', '', 'rack')`,
      facts,
      face,
    );
    for (const [id, u] of [
      ['one', 2],
      ['two', 6],
    ] as const) {
      db.run(
        `INSERT INTO device VALUES (?, ?, 't', 'r', 'rails', ?, 'front', 0, 0, '', '', NULL, NULL)`,
        id,
        id,
        u,
      );
    }
    db.run(
      "INSERT INTO cable VALUES ('c', 'C1', 'base-t', NULL, 1500000, NULL, '', NULL, 'auto', '')",
    );
    db.run("INSERT INTO cable_end VALUES ('c', 'a', 0, 'one', 'p1'), ('c', 'b', 0, 'two', 'p2')");
    seal(db);
    sealAgain(db, 'deviceType', TYPES);
    sealAgain(db, 'cable', 'SELECT * FROM cable');
  });
  return db;
}

/** `lodging` stands last in the table, but not in the digest. */
const TYPES = `SELECT id, manufacturer, model, slug, part_number, category, height_half_u, width, depth_use,
  lodging, facts, faceplate, description, origin, extra FROM device_type`;
const ENDS = 'SELECT cable_id, side, place, device_id, port_id FROM cable_end';

function sealAgain(db: WriteDb, kind: 'deviceType' | 'cable', select: string): void {
  const digest = new Digest();
  const ends = kind === 'cable' ? db.all(ENDS) : [];
  for (const row of db.all(select)) digest.add({ kind, row, ends });
  keepDigest(db, kind, digest);
}

it('gives cables, racks, devices and settings what they lacked, and the file room for found networks', () => {
  const db = versionThree();
  migrate(db, [firstSchema, analysisInputs, faceplates, orders]);
  expect(versionOf(db)).toBe(4);
  migrate(db, MIGRATIONS);
  const design = readDesign(db, 'x.plenum');
  expect(design.settings).toMatchObject({ cabling: USUAL_CABLING, drawing: EMPTY_DRAWING });
  expect(design.cables.get('c')).toMatchObject({
    lengthM: 1.5,
    lengthForMm: null,
    waypoints: [],
    part: '',
    bundle: '',
    status: 'planned',
    extra: '',
    ends: { a: [{ deviceId: 'one', portId: 'p1' }], b: [{ deviceId: 'two', portId: 'p2' }] },
  });
  expect(design.racks.get('r')?.extra).toBe('');
  expect(design.devices.get('one')?.extra).toBe('');
  expect(design.found.size).toBe(0);
});

it('does not seal a cable that was plugged elsewhere behind its back', () => {
  const db = versionThree();
  db.run("UPDATE cable_end SET port_id = 'p1' WHERE side = 'b'");
  expect(() => migrate(db, MIGRATIONS)).toThrow(
    expect.objectContaining({ code: 'SQLITE_CORRUPT' }),
  );
  expect(versionOf(db)).toBe(3);
});
