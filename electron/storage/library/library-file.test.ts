import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CATALOG_TYPES } from '../../../shared/catalog/index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { Picture } from '../../../shared/model/records.ts';
import { smallDesign } from '../../../test/crash/designs.ts';
import { refusalOf } from '../../../test/crash/refusals.ts';
import { temporaryFolder } from '../../../test/crash/temporary-folder.ts';
import { createDesignFile } from '../design-file.ts';
import { favourType, notePlaced, picturesOf, removeTypes, saveTypes } from './change-library.ts';
import { LIBRARY_MIGRATIONS } from './library-format.ts';
import { readLibrary, SealedRows } from './library-rows.ts';
import { type OpenLibrary, openLibrary } from './open-library.ts';

const NOW = new Date('2026-03-04T05:06:07.008Z');
const [FIRST, SECOND] = CATALOG_TYPES as readonly [DeviceType, DeviceType];

function newPlace(): string {
  return path.join(temporaryFolder(), 'data', 'library.plenum-types');
}

function opened(file: string, migrations = LIBRARY_MIGRATIONS): OpenLibrary {
  const library = openLibrary(file, NOW, migrations);
  onTestFinished(() => library.db.close());
  return library;
}

function typesOf(texts: readonly string[]): readonly DeviceType[] {
  return texts.map((text) => JSON.parse(text) as DeviceType);
}

/** A library with two types, closed. */
function filled(): string {
  const file = newPlace();
  const { db } = openLibrary(file, NOW);
  saveTypes(db, [FIRST, SECOND], []);
  favourType(db, FIRST.id, true);
  notePlaced(db, [SECOND.id]);
  db.close();
  return file;
}

function tamper(file: string, sql: string): void {
  const db = new Database(file);
  db.exec(sql);
  db.close();
}

function picture(id: string): Picture {
  return {
    kind: 'picture',
    id,
    name: id,
    mime: 'image/png',
    widthPx: 2,
    heightPx: 2,
    data: 'AAAA',
  };
}

function traced(type: DeviceType, pictureId: string): DeviceType {
  const area = { face: 'front', xMm: 0, yMm: 0, widthMm: 10, heightMm: 10 } as const;
  const crop = { left: 0, top: 0, right: 1, bottom: 1 };
  return { ...type, backdrops: [{ pictureId, area, crop, inRacks: true, inPrint: true }] };
}

describe('the library’s file', () => {
  it('begins empty and gives back what was saved, marked and placed', () => {
    const file = newPlace();
    const { db, content } = openLibrary(file, NOW);
    expect(content).toEqual({
      revision: 0,
      types: [],
      unreadable: 0,
      favourites: [],
      recent: [],
      setAside: null,
    });
    expect(typesOf(saveTypes(db, [FIRST, SECOND], []).saved)).toEqual([FIRST, SECOND]);
    const better = { ...FIRST, description: 'Better' };
    expect(saveTypes(db, [better], []).revision).toBe(2);
    favourType(db, 'of-the-catalogue', true);
    favourType(db, SECOND.id, true);
    favourType(db, 'of-the-catalogue', false);
    notePlaced(db, ['a', 'b']);
    expect(notePlaced(db, ['a']).recent).toEqual(['a', 'b']);
    db.close();
    const again = opened(file).content;
    expect(typesOf(again.types)).toEqual([SECOND, better]);
    expect(again).toMatchObject({ revision: 7, favourites: [SECOND.id], recent: ['a', 'b'] });
  });

  it('remembers a dozen types that were placed', () => {
    const { db } = opened(newPlace());
    const ids = Array.from({ length: 20 }, (_, k) => `type-${k}`);
    expect(notePlaced(db, ids).recent).toEqual(ids.toReversed().slice(0, 12));
  });

  it('keeps pictures as long as a type is traced from them, and gives them back with what is removed', () => {
    const { db } = opened(newPlace());
    const one = traced(FIRST, 'p');
    saveTypes(db, [one, traced(SECOND, 'p')], [picture('p'), picture('nobody')]);
    expect(picturesOf(db, ['p', 'nobody'])).toEqual([picture('p')]);
    expect(removeTypes(db, [SECOND.id]).pictures).toEqual([]);
    const gone = removeTypes(db, [FIRST.id]);
    expect(gone).toMatchObject({ types: [one], pictures: [picture('p')] });
    expect(picturesOf(db, ['p'])).toEqual([]);
    saveTypes(db, gone.types, gone.pictures);
    expect(picturesOf(db, ['p'])).toEqual([picture('p')]);
  });

  it('refuses a type that could not be opened again, and changes nothing', () => {
    const { db, name } = opened(newPlace());
    const wrong = { ...FIRST, heightU: 0.3 };
    expect(() => saveTypes(db, [SECOND, wrong], [])).toThrow(/heightU/);
    expect(readLibrary(db, name)).toMatchObject({ revision: 0, types: [] });
  });

  it('leaves out what it does not understand, says how many, and keeps it', () => {
    const file = filled();
    const { db } = openLibrary(file, NOW);
    const rows = new SealedRows(db, 'deviceType');
    rows.add('INSERT INTO device_type (id, content) VALUES (?, ?)', [
      'x',
      JSON.stringify({ ...FIRST, id: 'x', fromAnotherTime: 1 }),
    ]);
    rows.keep();
    db.close();
    const { content, db: again } = opened(file);
    expect(content).toMatchObject({ unreadable: 1, setAside: null });
    expect(typesOf(content.types)).toEqual([FIRST, SECOND]);
    expect(again.all('SELECT id FROM device_type')).toHaveLength(3);
  });
});

describe('a library that is damaged', () => {
  const aside = 'library.damaged-2026-03-04T05-06-07-008Z.plenum-types';

  it.each([
    [
      'content changed behind the seal',
      "UPDATE device_type SET content = replace(content, '1', '2')",
    ],
    ['a type taken out behind the seal', 'DELETE FROM device_type WHERE rowid = 1'],
    ['a favourite added behind the seal', "INSERT INTO favourite (id) VALUES ('x')"],
    ['a trigger of a stranger', 'CREATE TRIGGER t AFTER INSERT ON recent BEGIN SELECT 1; END'],
    ['another application’s mark', 'PRAGMA application_id = 7'],
  ])('%s: it is set aside untouched and a new one is begun', (_, sql) => {
    const file = filled();
    tamper(file, sql);
    const before = readFileSync(file);
    const { content } = opened(file);
    expect(content).toMatchObject({ setAside: aside, types: [], favourites: [] });
    expect(readFileSync(path.join(path.dirname(file), aside)).equals(before)).toBe(true);
  });

  it('bytes written over: set aside', () => {
    const file = filled();
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 4096, 4600);
    writeFileSync(file, bytes);
    expect(opened(file).content.setAside).toBe(aside);
    expect(readFileSync(path.join(path.dirname(file), aside)).equals(bytes)).toBe(true);
  });

  it('a second one of the same moment gets another name', () => {
    const file = filled();
    writeFileSync(path.join(path.dirname(file), aside), 'first');
    writeFileSync(file, 'nonsense');
    expect(opened(file).content.setAside).toBe(aside.replace('008Z', '008Z-2'));
    expect(readFileSync(path.join(path.dirname(file), aside), 'utf8')).toBe('first');
  });

  it('a design in its place is not written over', () => {
    const file = filled();
    createDesignFile(file, smallDesign(), { replace: true });
    expect(opened(file).content.setAside).toBe(aside);
    expect(existsSync(path.join(path.dirname(file), aside))).toBe(true);
  });
});

describe('versions of the library', () => {
  const NEWER = [...LIBRARY_MIGRATIONS, { version: 2, apply: () => {} }];

  it('an older one is brought up to date with everything in it', () => {
    const file = filled();
    const { content, db } = opened(file, NEWER);
    expect(typesOf(content.types)).toEqual([FIRST, SECOND]);
    expect(content.favourites).toEqual([FIRST.id]);
    expect(db.pragma('user_version')).toBe(2);
    expect(readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
  });

  it('a newer one is refused and stays as it is', async () => {
    const file = filled();
    openLibrary(file, NOW, NEWER).db.close();
    const before = readFileSync(file);
    expect(await refusalOf(() => openLibrary(file, NOW))).toBe('newer-version');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
  });
});
