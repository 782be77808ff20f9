/**
 * The file of the person's own library: an application file of its own kind, beside no design. A type is kept
 * whole, as JSON that is checked before anybody believes it; favourites and what was placed last are ids of any
 * source, so nothing ties them to the types that are here.
 *
 * A change of what a device type is made of is a step here as it is one of the design file.
 */
import type { Migration } from '../migrations/migration.ts';

/** "PlnL", as `file` shows it. */
export const LIBRARY_APPLICATION_ID = 0x50_6c_6e_4c;

const SCHEMA = `
CREATE TABLE device_type (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 120),
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
CREATE TABLE picture (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 120),
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
CREATE TABLE favourite (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 120)
) STRICT;
CREATE TABLE recent (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 120),
  place INTEGER NOT NULL UNIQUE CHECK (place >= 0)
) STRICT;
CREATE TABLE digest (
  kind TEXT NOT NULL PRIMARY KEY,
  records INTEGER NOT NULL CHECK (records >= 0),
  sum BLOB NOT NULL CHECK (length(sum) = 16)
) STRICT, WITHOUT ROWID;
CREATE TABLE last_edit (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  revision INTEGER NOT NULL CHECK (revision >= 0),
  saved TEXT NOT NULL
) STRICT;
INSERT INTO last_edit (one, revision, saved) VALUES (1, 0, '');
`;

const firstSchema: Migration = {
  version: 1,
  apply(db) {
    db.script(SCHEMA);
  },
};

/** Every step of the library's format, in order. */
export const LIBRARY_MIGRATIONS: readonly Migration[] = [firstSchema];
