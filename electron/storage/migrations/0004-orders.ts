/**
 * What is ordered, printed and found: cables have a part number, a bundle, a status and points that they are led
 * through, and know the path that their length was entered for; the design has rules of cabling and a title block;
 * racks, devices and cables keep what another system says of them; found networks have a table. Links of one cable
 * may share a port, each with a number of its own (`share`, from 0), so that the port still has one cable.
 */
import type { Migration } from './migration.ts';
import { type ChangedRows, changeSealed } from './sealed-change.ts';

const SETTINGS =
  'id, name, supply_temp_c, altitude_m, ashrae_class, tray_rise_um, row_pitch_um, inputs, growth';
const RACK = `id, name, row_id, place, frame, height_half_u, width_um, depth_um, max_weight_kg, max_power_w,
  front_door_open, rear_door_open, notes`;
const DEVICE =
  'id, name, type_id, rack_id, mount, u_half, face, slot, locked, notes, reserved, in_device, in_bay';
const CABLE = 'id, label, medium, awg, length_um, colour, fabric, rail, side, notes';

const CHANGED: readonly ChangedRows[] = [
  {
    kind: 'settings',
    before: `SELECT ${SETTINGS} FROM settings`,
    after: `SELECT ${SETTINGS}, cabling, drawing FROM settings`,
  },
  { kind: 'rack', before: `SELECT ${RACK} FROM rack`, after: `SELECT ${RACK}, extra FROM rack` },
  {
    kind: 'device',
    before: `SELECT ${DEVICE} FROM device`,
    after: `SELECT ${DEVICE}, extra FROM device`,
  },
  {
    kind: 'cable',
    before: `SELECT ${CABLE} FROM cable`,
    after: `SELECT ${CABLE}, length_for_um, waypoints, part, bundle, status, extra FROM cable`,
  },
];

/** What nobody has set, as the settings of earlier versions are given it. */
export const UNSET_CABLING = {
  slackPerEndM: null,
  roundingM: null,
  ladders: [],
  labelTemplate: '',
  idTemplate: '',
  labelLimit: null,
  colourBy: 'medium',
  fabricColours: [],
  sparePercent: 0,
};
export const UNSET_DRAWING = {
  owner: '',
  number: '',
  createdBy: '',
  approvedBy: '',
  status: '',
  revisions: [],
};
export const NEW_CABLE_FIELDS = {
  lengthForMm: null,
  waypoints: [],
  part: '',
  bundle: '',
  status: 'planned',
  extra: '',
};

const SCHEMA = `
ALTER TABLE settings ADD COLUMN cabling TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(cabling));
ALTER TABLE settings ADD COLUMN drawing TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(drawing));
ALTER TABLE rack ADD COLUMN extra TEXT NOT NULL DEFAULT '';
ALTER TABLE device ADD COLUMN extra TEXT NOT NULL DEFAULT '';
ALTER TABLE cable ADD COLUMN length_for_um INTEGER
  CHECK (length_for_um BETWEEN 0 AND 100000000000);
ALTER TABLE cable ADD COLUMN waypoints TEXT NOT NULL DEFAULT ''
  CHECK (waypoints = '' OR json_valid(waypoints));
ALTER TABLE cable ADD COLUMN part TEXT NOT NULL DEFAULT '';
ALTER TABLE cable ADD COLUMN bundle TEXT NOT NULL DEFAULT '';
ALTER TABLE cable ADD COLUMN status TEXT NOT NULL DEFAULT 'planned'
  CHECK (status IN ('planned', 'connected', 'decommissioning'));
ALTER TABLE cable ADD COLUMN extra TEXT NOT NULL DEFAULT '';
ALTER TABLE cable_end ADD COLUMN share INTEGER NOT NULL DEFAULT 0 CHECK (share BETWEEN 0 AND 63);
DROP INDEX cable_end_by_port;
CREATE UNIQUE INDEX cable_end_by_port ON cable_end (device_id, port_id, share);
CREATE TABLE found (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 120),
  name TEXT NOT NULL,
  format TEXT NOT NULL
    CHECK (format IN ('ptm', 'containerlab', 'ibnetdiscover', 'iblinkinfo', 'ibdiagnet', 'lldp')),
  on_day TEXT NOT NULL CHECK (length(on_day) = 10),
  links TEXT NOT NULL CHECK (json_valid(links)),
  aliases TEXT NOT NULL CHECK (json_valid(aliases))
) STRICT;
`;

export const orders: Migration = {
  version: 4,
  apply(db) {
    changeSealed(db, CHANGED, () => {
      db.script(SCHEMA);
      db.run(
        'UPDATE settings SET cabling = ?, drawing = ?',
        JSON.stringify(UNSET_CABLING),
        JSON.stringify(UNSET_DRAWING),
      );
    });
  },
};
