import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFolder } from './write-folder.ts';
import { writeTextWhole } from './write-whole.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plenum-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string) => ({
  name,
  write: (place: string) => writeTextWhole(place, text),
});
const broken = { name: 'c.csv', write: () => Promise.reject(new Error('disk full')) };

test('all files appear, in the place of those that were there', async () => {
  writeFileSync(join(folder, 'a.csv'), 'old');
  await writeFolder(folder, [file('a.csv', 'new'), file('b.csv', 'b')]);
  expect(readdirSync(folder).sort()).toEqual(['a.csv', 'b.csv']);
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('new');
});

test('none appears when one cannot be written', async () => {
  writeFileSync(join(folder, 'a.csv'), 'old');
  await expect(writeFolder(folder, [file('a.csv', 'new'), broken])).rejects.toThrow('disk full');
  expect(readdirSync(folder)).toEqual(['a.csv']);
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('old');
});

test('those already in place are taken back when a later one cannot be put in its place', async () => {
  writeFileSync(join(folder, 'a.csv'), 'old');
  // It says that it wrote, and did not: the last step fails for it.
  const unwritten = { name: 'c.csv', write: () => Promise.resolve() };
  await expect(
    writeFolder(folder, [file('a.csv', 'new'), file('b.csv', 'b'), unwritten]),
  ).rejects.toThrow(/ENOENT/);
  expect(readdirSync(folder)).toEqual(['a.csv']);
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('old');
});
