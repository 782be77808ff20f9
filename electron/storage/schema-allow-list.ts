/**
 * What the schema of each version is, to the letter. A stranger's file may hold an endless recursive view or
 * trigger that passes every integrity check and then never ends, so whatever we did not put there is refused.
 */
import { say } from '../../shared/text/index.ts';
import { connectMemory, type ReadDb } from './database.ts';
import { migrate } from './file-version.ts';
import type { Migration } from './migrations/migration.ts';
import { StorageError } from './storage-error.ts';

const PARTS = 'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name';

interface Part {
  readonly type: string;
  readonly name: string;
  readonly text: string;
}

/** @throws StorageError `foreign-parts` when the schema is not the one of that version */
export function checkSchema(
  db: ReadDb,
  version: number,
  migrations: readonly Migration[],
  file: string,
): void {
  const found = partsOf(db);
  const expected = expectedParts(migrations.filter((each) => each.version <= version));
  for (const part of found.values()) {
    const own = expected.get(keyOf(part));
    if (!own) refuse('extra', part, file);
    else if (own.text !== part.text) refuse('altered', part, file);
  }
  for (const part of expected.values()) {
    if (!found.has(keyOf(part))) refuse('missing', part, file);
  }
}

function expectedParts(migrations: readonly Migration[]): Map<string, Part> {
  const db = connectMemory();
  try {
    migrate(db, migrations);
    return partsOf(db);
  } finally {
    db.close();
  }
}

function partsOf(db: ReadDb): Map<string, Part> {
  const parts = db.all(PARTS).map(([type, name, table, sql]): Part => {
    const text = `${String(table)}\n${String(sql).replaceAll(/\s+/g, ' ')}`;
    return { type: String(type), name: String(name), text };
  });
  return new Map(parts.map((part) => [keyOf(part), part]));
}

function keyOf(part: Part): string {
  return `${part.type}:${part.name}`;
}

const NAMED_TYPES = ['table', 'index', 'view', 'trigger'];

function refuse(what: 'extra' | 'altered' | 'missing', part: Part, file: string): never {
  const type = say(`storage.type.${NAMED_TYPES.includes(part.type) ? part.type : 'other'}`);
  const name = part.name.slice(0, 80);
  throw new StorageError('foreign-parts', {
    file,
    part: say(`storage.part.${what}`, { type, name }),
  });
}
