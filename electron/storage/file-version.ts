/** Whose file it is and which version of the format: two numbers in the database's header. */
import type { ReadDb, WriteDb } from './database.ts';
import type { Migration } from './migrations/migration.ts';

/** "Plnm", as `file` shows it. */
export const APPLICATION_ID = 0x50_6c_6e_6d;

/** The version that these steps lead to. */
export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

export function versionOf(db: ReadDb): number {
  return Number(db.pragma('user_version'));
}

/**
 * Walks a database from its version to the newest, a transaction a step. An empty one becomes a new file.
 * @param applicationId whose file it becomes
 */
export function migrate(
  db: WriteDb,
  migrations: readonly Migration[],
  applicationId = APPLICATION_ID,
): void {
  for (const migration of migrations) {
    if (migration.version <= versionOf(db)) continue;
    db.transaction(() => {
      migration.apply(db);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${migration.version}`);
    });
  }
}
