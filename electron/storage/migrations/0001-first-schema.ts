/**
 * The first file format. Lengths are whole micrometres (`_um`), heights and places in half rack units
 * (`_half_u`). Ports are derived from a device's type; a type's faces and facts are JSON.
 *
 * `digest` seals every kind of record (see `digest.ts`); `last_edit` is the one row that every commit
 * changes. Foreign keys are checked at the end of a transaction, so a gesture may delete and add in any order.
 */
import type { Migration } from './migration.ts';

const SCHEMA = `
CREATE TABLE settings (
  id TEXT NOT NULL PRIMARY KEY CHECK (id = 'design'),
  name TEXT NOT NULL,
  supply_temp_c REAL NOT NULL CHECK (supply_temp_c BETWEEN -20 AND 60),
  altitude_m REAL NOT NULL CHECK (altitude_m BETWEEN -500 AND 6000),
  ashrae_class TEXT NOT NULL CHECK (ashrae_class IN ('A1', 'A2', 'A3', 'A4', 'H1')),
  tray_rise_um INTEGER NOT NULL CHECK (tray_rise_um BETWEEN 0 AND 1000000000),
  row_pitch_um INTEGER NOT NULL CHECK (row_pitch_um BETWEEN 0 AND 1000000000)
) STRICT;

CREATE TABLE rack_row (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 120),
  name TEXT NOT NULL,
  place REAL NOT NULL
) STRICT;

CREATE TABLE rack (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 120),
  name TEXT NOT NULL,
  row_id TEXT NOT NULL REFERENCES rack_row (id) DEFERRABLE INITIALLY DEFERRED,
  place REAL NOT NULL,
  frame TEXT NOT NULL CHECK (frame IN ('cabinet', 'four-post', 'orv3')),
  height_half_u INTEGER NOT NULL CHECK (height_half_u BETWEEN 2 AND 120),
  width_um INTEGER NOT NULL CHECK (width_um BETWEEN 300000 AND 1500000),
  depth_um INTEGER NOT NULL CHECK (depth_um BETWEEN 100000 AND 2000000),
  max_weight_kg REAL CHECK (max_weight_kg BETWEEN 0 AND 100000),
  max_power_w REAL CHECK (max_power_w BETWEEN 0 AND 10000000),
  front_door_open REAL CHECK (front_door_open BETWEEN 0 AND 1),
  rear_door_open REAL CHECK (rear_door_open BETWEEN 0 AND 1),
  notes TEXT NOT NULL
) STRICT;
CREATE INDEX rack_by_row ON rack (row_id);

CREATE TABLE device_type (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 120),
  manufacturer TEXT NOT NULL,
  model TEXT NOT NULL,
  slug TEXT NOT NULL,
  part_number TEXT NOT NULL,
  category TEXT NOT NULL,
  height_half_u INTEGER NOT NULL CHECK (height_half_u BETWEEN 0 AND 120),
  width TEXT NOT NULL CHECK (width IN ('full', 'half', 'third')),
  depth_use TEXT NOT NULL CHECK (depth_use IN ('full', 'half')),
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  faceplate TEXT NOT NULL CHECK (json_valid(faceplate)),
  description TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('catalog', 'netbox', 'user')),
  extra TEXT NOT NULL
) STRICT;

CREATE TABLE device (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 120),
  name TEXT NOT NULL,
  type_id TEXT NOT NULL REFERENCES device_type (id) DEFERRABLE INITIALLY DEFERRED,
  rack_id TEXT NOT NULL REFERENCES rack (id) DEFERRABLE INITIALLY DEFERRED,
  mount TEXT NOT NULL CHECK (mount IN ('rails', 'side')),
  u_half INTEGER NOT NULL CHECK (u_half BETWEEN 2 AND 120),
  face TEXT NOT NULL CHECK (face IN ('front', 'rear')),
  slot INTEGER NOT NULL CHECK (slot BETWEEN 0 AND 2),
  locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
  notes TEXT NOT NULL
) STRICT;
CREATE INDEX device_by_type ON device (type_id);
CREATE INDEX device_by_rack ON device (rack_id);

CREATE TABLE cable (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 120),
  label TEXT NOT NULL,
  medium TEXT NOT NULL,
  awg INTEGER CHECK (awg BETWEEN 10 AND 40),
  length_um INTEGER CHECK (length_um BETWEEN 0 AND 100000000000),
  colour TEXT CHECK (length(colour) = 7),
  fabric TEXT NOT NULL,
  rail INTEGER CHECK (rail BETWEEN 0 AND 1024),
  side TEXT NOT NULL CHECK (side IN ('auto', 'left', 'right')),
  notes TEXT NOT NULL
) STRICT;

CREATE TABLE cable_end (
  cable_id TEXT NOT NULL REFERENCES cable (id) DEFERRABLE INITIALLY DEFERRED,
  side TEXT NOT NULL CHECK (side IN ('a', 'b')),
  place INTEGER NOT NULL CHECK (place BETWEEN 0 AND 63),
  device_id TEXT NOT NULL REFERENCES device (id) DEFERRABLE INITIALLY DEFERRED,
  port_id TEXT NOT NULL,
  PRIMARY KEY (cable_id, side, place)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX cable_end_by_port ON cable_end (device_id, port_id);

CREATE TABLE version (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  made TEXT NOT NULL,
  format INTEGER NOT NULL CHECK (format >= 1),
  racks INTEGER NOT NULL CHECK (racks >= 0),
  devices INTEGER NOT NULL CHECK (devices >= 0),
  cables INTEGER NOT NULL CHECK (cables >= 0),
  content BLOB NOT NULL,
  seal BLOB NOT NULL CHECK (length(seal) = 32)
) STRICT;

CREATE TABLE digest (
  kind TEXT NOT NULL PRIMARY KEY,
  records INTEGER NOT NULL CHECK (records >= 0),
  sum BLOB NOT NULL CHECK (length(sum) = 16)
) STRICT, WITHOUT ROWID;

CREATE TABLE last_edit (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  revision INTEGER NOT NULL CHECK (revision >= 0),
  label TEXT NOT NULL,
  saved TEXT NOT NULL
) STRICT;
`;

export const firstSchema: Migration = {
  version: 1,
  apply(db) {
    db.script(SCHEMA);
  },
};
