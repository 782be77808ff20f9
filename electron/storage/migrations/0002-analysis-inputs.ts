/**
 * What the analysis works with: its inputs and what is to come stand in the settings, ports that are kept free
 * on their device, five more facts in a device type, and waivers in a table of their own.
 */
import type { WriteDb } from '../database.ts';
import type { Migration } from './migration.ts';
import { type ChangedRows, changeSealed } from './sealed-change.ts';

const SETTINGS = `id, name, supply_temp_c, altitude_m, ashrae_class, tray_rise_um, row_pitch_um`;
const TYPE = `id, manufacturer, model, slug, part_number, category, height_half_u, width, depth_use, facts,
  faceplate, description, origin, extra`;
const DEVICE = 'id, name, type_id, rack_id, mount, u_half, face, slot, locked, notes';

const CHANGED: readonly ChangedRows[] = [
  {
    kind: 'settings',
    before: `SELECT ${SETTINGS} FROM settings`,
    after: `SELECT ${SETTINGS}, inputs, growth FROM settings`,
  },
  {
    kind: 'deviceType',
    before: `SELECT ${TYPE} FROM device_type`,
    after: `SELECT ${TYPE} FROM device_type`,
  },
  {
    kind: 'device',
    before: `SELECT ${DEVICE} FROM device`,
    after: `SELECT ${DEVICE}, reserved FROM device`,
  },
];

/** What nobody has set, as the records of version 1 are given it. */
export const UNSET_INPUTS = {
  criticalPa1U: null,
  criticalPaTaller: null,
  packing: null,
  standoffMm: null,
  exposure: null,
  railGapMm2PerU: null,
  managerDepthMm: null,
  trayWidthMm: null,
  trayHeightMm: null,
  pathBudgetNs: null,
};
export const NEW_FACTS = {
  packing: null,
  standoffMm: null,
  wantedGbps: null,
  hopNs: null,
  pathwayMm2: null,
};

const SCHEMA = `
ALTER TABLE settings ADD COLUMN inputs TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(inputs));
ALTER TABLE settings ADD COLUMN growth TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(growth));
ALTER TABLE device ADD COLUMN reserved TEXT NOT NULL DEFAULT ''
  CHECK (reserved = '' OR json_valid(reserved));
CREATE TABLE waiver (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 120),
  finding_id TEXT NOT NULL CHECK (length(finding_id) BETWEEN 1 AND 500),
  reason TEXT NOT NULL CHECK (length(reason) >= 1),
  by_whom TEXT NOT NULL CHECK (length(by_whom) >= 1),
  on_day TEXT NOT NULL CHECK (length(on_day) = 10),
  numbers TEXT NOT NULL
) STRICT;
`;

export const analysisInputs: Migration = {
  version: 2,
  apply(db) {
    changeSealed(db, CHANGED, () => {
      db.script(SCHEMA);
      fillIn(db);
    });
  },
};

/** Facts are one JSON text a type; SQLite's own functions would write its numbers in another form. */
function fillIn(db: WriteDb): void {
  db.run('UPDATE settings SET inputs = ?', JSON.stringify(UNSET_INPUTS));
  for (const [id, facts] of db.all('SELECT id, facts FROM device_type')) {
    const known = JSON.parse(String(facts)) as object;
    const filled = JSON.stringify({ ...known, ...NEW_FACTS });
    db.run('UPDATE device_type SET facts = ? WHERE id = ?', filled, id ?? null);
  }
}
