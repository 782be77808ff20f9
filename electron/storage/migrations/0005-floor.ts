/**
 * What the plan needs: a row has a place of its own, a rack a gap before it and a way that it is turned; areas, pathways
 * and the clusters that something was generated from have tables. Points of a pathway are JSON pairs of micrometres.
 */
import type { Migration } from './migration.ts';
import { type ChangedRows, changeSealed } from './sealed-change.ts';

const ROW = 'id, name, place';
const RACK = `id, name, row_id, place, frame, height_half_u, width_um, depth_um, max_weight_kg, max_power_w,
  front_door_open, rear_door_open, notes, extra`;

const CHANGED: readonly ChangedRows[] = [
  {
    kind: 'row',
    before: `SELECT ${ROW} FROM rack_row`,
    after: `SELECT ${ROW}, x_um, y_um, facing FROM rack_row`,
  },
  {
    kind: 'rack',
    before: `SELECT ${RACK} FROM rack`,
    after: `SELECT ${RACK}, gap_um, turned FROM rack`,
  },
];

/** What rows and racks of earlier versions are given. */
export const UNPLACED_ROW = { place: null };
export const PLAIN_RACK = { gapMm: 0, turned: false };

const SCHEMA = `
ALTER TABLE rack_row ADD COLUMN x_um INTEGER CHECK (x_um BETWEEN -1000000000 AND 1000000000);
ALTER TABLE rack_row ADD COLUMN y_um INTEGER CHECK (y_um BETWEEN -1000000000 AND 1000000000);
ALTER TABLE rack_row ADD COLUMN facing TEXT CHECK (
  (facing IS NULL OR facing IN ('north', 'east', 'south', 'west'))
  AND (facing IS NULL) = (x_um IS NULL) AND (facing IS NULL) = (y_um IS NULL)
);
ALTER TABLE rack ADD COLUMN gap_um INTEGER NOT NULL DEFAULT 0 CHECK (gap_um BETWEEN 0 AND 100000000);
ALTER TABLE rack ADD COLUMN turned INTEGER NOT NULL DEFAULT 0 CHECK (turned IN (0, 1));
CREATE TABLE area (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 120),
  name TEXT NOT NULL,
  purpose TEXT NOT NULL
    CHECK (purpose IN ('room', 'cold-aisle', 'hot-aisle', 'column', 'keep-out')),
  contained INTEGER NOT NULL CHECK (contained IN (0, 1)),
  x_um INTEGER NOT NULL CHECK (x_um BETWEEN -1000000000 AND 1000000000),
  y_um INTEGER NOT NULL CHECK (y_um BETWEEN -1000000000 AND 1000000000),
  width_um INTEGER NOT NULL CHECK (width_um BETWEEN 1000 AND 1000000000),
  depth_um INTEGER NOT NULL CHECK (depth_um BETWEEN 1000 AND 1000000000)
) STRICT;
CREATE TABLE pathway (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 120),
  name TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('overhead', 'underfloor')),
  points TEXT NOT NULL CHECK (json_valid(points)),
  width_um INTEGER NOT NULL CHECK (width_um BETWEEN 1000 AND 5000000),
  height_um INTEGER NOT NULL CHECK (height_um BETWEEN 1000 AND 5000000),
  rise_um INTEGER NOT NULL CHECK (rise_um BETWEEN 0 AND 10000000)
) STRICT;
CREATE TABLE cluster (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 120),
  name TEXT NOT NULL,
  spec TEXT NOT NULL CHECK (length(spec) <= 1000000 AND json_valid(spec))
) STRICT;
`;

export const floor: Migration = {
  version: 5,
  apply(db) {
    changeSealed(db, CHANGED, () => db.script(SCHEMA));
  },
};
