/**
 * What faceplates and chassis need: parts of a face have ids, groups and locks; a type has bays, backdrops, a
 * place that it is put into and four more facts; a device may be in a bay of another; pictures have a table.
 */
import type { WriteDb } from '../database.ts';
import type { Migration } from './migration.ts';
import { type ChangedRows, changeSealed } from './sealed-change.ts';

const TYPE_HEAD = `id, manufacturer, model, slug, part_number, category, height_half_u, width, depth_use`;
const TYPE_TAIL = 'facts, faceplate, description, origin, extra';
const DEVICE = 'id, name, type_id, rack_id, mount, u_half, face, slot, locked, notes, reserved';

const CHANGED: readonly ChangedRows[] = [
  {
    kind: 'deviceType',
    before: `SELECT ${TYPE_HEAD}, ${TYPE_TAIL} FROM device_type`,
    after: `SELECT ${TYPE_HEAD}, lodging, ${TYPE_TAIL} FROM device_type`,
  },
  {
    kind: 'device',
    before: `SELECT ${DEVICE} FROM device`,
    after: `SELECT ${DEVICE}, in_device, in_bay FROM device`,
  },
];

const SCHEMA = `
ALTER TABLE device_type ADD COLUMN lodging TEXT NOT NULL DEFAULT 'rack'
  CHECK (lodging IN ('rack', 'device-bay', 'module-bay'));
ALTER TABLE device ADD COLUMN in_device TEXT REFERENCES device (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE device ADD COLUMN in_bay TEXT CHECK ((in_bay IS NULL) = (in_device IS NULL));
CREATE UNIQUE INDEX device_by_bay ON device (in_device, in_bay) WHERE in_device IS NOT NULL;
CREATE TABLE picture (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 120),
  name TEXT NOT NULL,
  mime TEXT NOT NULL CHECK (mime IN ('image/png', 'image/jpeg', 'image/webp')),
  width_px INTEGER NOT NULL CHECK (width_px BETWEEN 1 AND 8192),
  height_px INTEGER NOT NULL CHECK (height_px BETWEEN 1 AND 8192),
  data TEXT NOT NULL
) STRICT;
`;

export const faceplates: Migration = {
  version: 3,
  apply(db) {
    changeSealed(db, CHANGED, () => {
      db.script(SCHEMA);
      fillIn(db);
    });
  },
};

export const NEW_FACTS = { supplies: null, suppliesNeeded: null, fanPercent: null, noiseDb: null };
const NEW_MARKS = { group: '', locked: false };

interface OldFaceplate {
  readonly cages: readonly object[];
  readonly ports: readonly object[];
  readonly shapes: readonly object[];
}

/** A face with ids, groups and locks for its parts where it has none, and the lists that came with them. */
export function withMarkedParts<T extends object>(face: T): T {
  const { cages = [], shapes = [] } = face as Partial<OldFaceplate>;
  return {
    portMappings: [],
    bays: [],
    backdrops: [],
    faceMm: null,
    ...face,
    cages: cages.map((cage) => ({ ...NEW_MARKS, ...cage })),
    shapes: shapes.map((shape, k) => ({ id: `shape-${k + 1}`, ...NEW_MARKS, ...shape })),
  };
}

function fillIn(db: WriteDb): void {
  for (const [id, facts, faceplate] of db.all('SELECT id, facts, faceplate FROM device_type')) {
    const known = JSON.parse(String(facts)) as object;
    const face = JSON.parse(String(faceplate)) as OldFaceplate;
    db.run(
      'UPDATE device_type SET facts = ?, faceplate = ? WHERE id = ?',
      JSON.stringify({ ...known, ...NEW_FACTS }),
      JSON.stringify(withMarkedParts(face)),
      id ?? null,
    );
  }
}
