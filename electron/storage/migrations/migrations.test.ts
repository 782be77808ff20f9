import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { connectMemory, type ReadDb } from '../database.ts';
import { migrate, versionOf } from '../file-version.ts';
import { MIGRATIONS } from './index.ts';

const schemaOf = (db: ReadDb) =>
  db.all('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name');

it('the steps are numbered from 1 without a gap', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
});

it('every step has a test of its own', () => {
  for (const { version } of MIGRATIONS) {
    const file = new URL(`./${String(version).padStart(4, '0')}.test.ts`, import.meta.url);
    expect(existsSync(file), `no test for the step to version ${version}`).toBe(true);
  }
});

it('step by step gives the schema of a new file', () => {
  const fresh = connectMemory();
  migrate(fresh, MIGRATIONS);
  const walked = connectMemory();
  for (const { version } of MIGRATIONS) migrate(walked, MIGRATIONS.slice(0, version));
  expect(schemaOf(walked)).toEqual(schemaOf(fresh));
  expect(versionOf(walked)).toBe(MIGRATIONS.length);
});
