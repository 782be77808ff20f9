/** The changes of the library, each one transaction that is on disk when it returns. */
import type { LibraryChange } from '../../../shared/contract/library.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { DeviceTypeId, PictureId } from '../../../shared/model/ids.ts';
import type { Picture } from '../../../shared/model/records.ts';
import { checkedRecord } from '../check-records.ts';
import type { ReadDb, WriteDb } from '../database.ts';
import type { RemovedTypes } from '../storage-protocol.ts';
import {
  noteChange,
  RECENT_KEPT,
  readMarks,
  SealedRows,
  storedPicture,
  storedType,
} from './library-rows.ts';

const TYPE = {
  find: 'SELECT id, content FROM device_type WHERE id = ?',
  add: 'INSERT INTO device_type (id, content) VALUES (?, ?)',
  remove: 'DELETE FROM device_type WHERE id = ?',
};
const PICTURE = {
  find: 'SELECT id, content FROM picture WHERE id = ?',
  add: 'INSERT INTO picture (id, content) VALUES (?, ?)',
  remove: 'DELETE FROM picture WHERE id = ?',
};
const FAVOURITE = {
  find: 'SELECT id FROM favourite WHERE id = ?',
  add: 'INSERT INTO favourite (id) VALUES (?)',
  remove: 'DELETE FROM favourite WHERE id = ?',
};
const RECENT = {
  find: 'SELECT id, place FROM recent WHERE id = ?',
  add: 'INSERT INTO recent (id, place) VALUES (?, ?)',
  remove: 'DELETE FROM recent WHERE id = ?',
};
const PICTURES_USED = `
SELECT DISTINCT json_extract(backdrop.value, '$.pictureId')
FROM device_type, json_each(device_type.content, '$.backdrops') AS backdrop`;

/**
 * Adds types with their pictures, or puts them in the place of those of the same id.
 * @throws RecordError when one cannot be opened again
 */
export function saveTypes(
  db: WriteDb,
  types: readonly DeviceType[],
  pictures: readonly Picture[],
): LibraryChange {
  const texts = types.map((type) => JSON.stringify(checkedRecord(type)));
  return change(db, { saved: texts }, () => {
    const kept = new SealedRows(db, 'picture');
    for (const picture of pictures) {
      kept.remove(PICTURE.find, PICTURE.remove, picture.id);
      kept.add(PICTURE.add, [picture.id, JSON.stringify(checkedRecord(picture))]);
    }
    kept.keep();
    const sealed = new SealedRows(db, 'deviceType');
    for (const [at, { id }] of types.entries()) {
      sealed.remove(TYPE.find, TYPE.remove, id);
      sealed.add(TYPE.add, [id, texts[at] ?? '']);
    }
    sealed.keep();
    dropUnusedPictures(db);
  });
}

/** Takes types out, with the pictures that no other type is traced from; what went is answered. */
export function removeTypes(db: WriteDb, ids: readonly DeviceTypeId[]): RemovedTypes {
  const types = ids.flatMap((id) => storedType(db, id) ?? []);
  let pictures: readonly Picture[] = [];
  const made = change(db, { removed: ids }, () => {
    const sealed = new SealedRows(db, 'deviceType');
    for (const id of ids) sealed.remove(TYPE.find, TYPE.remove, id);
    sealed.keep();
    pictures = dropUnusedPictures(db);
  });
  return { change: made, types, pictures };
}

export function favourType(db: WriteDb, id: DeviceTypeId, favourite: boolean): LibraryChange {
  return change(db, {}, () => {
    const sealed = new SealedRows(db, 'favourite');
    sealed.remove(FAVOURITE.find, FAVOURITE.remove, id);
    if (favourite) sealed.add(FAVOURITE.add, [id]);
    sealed.keep();
  });
}

/** Remembers that these were placed, the last of them as the newest. */
export function notePlaced(db: WriteDb, ids: readonly DeviceTypeId[]): LibraryChange {
  return change(db, {}, () => {
    const before = readMarks(db).recent;
    const after = [...new Set([...ids.toReversed(), ...before])].slice(0, RECENT_KEPT);
    const sealed = new SealedRows(db, 'recent');
    for (const id of before) sealed.remove(RECENT.find, RECENT.remove, id);
    for (const [place, id] of after.entries()) sealed.add(RECENT.add, [id, place]);
    sealed.keep();
  });
}

/** The pictures of these ids that are here. */
export function picturesOf(db: ReadDb, ids: readonly PictureId[]): readonly Picture[] {
  return ids.flatMap((id) => storedPicture(db, id) ?? []);
}

/** A type that was changed or removed may leave a picture that nobody looks at any more. */
function dropUnusedPictures(db: WriteDb): readonly Picture[] {
  const there = db.all('SELECT id FROM picture').map(([id]) => String(id));
  if (there.length === 0) return [];
  const used = new Set(db.all(PICTURES_USED).map(([id]) => String(id)));
  const unused = there.filter((id) => !used.has(id));
  const pictures = picturesOf(db, unused);
  const sealed = new SealedRows(db, 'picture');
  for (const id of unused) sealed.remove(PICTURE.find, PICTURE.remove, id);
  sealed.keep();
  return pictures;
}

function change(
  db: WriteDb,
  what: Partial<Pick<LibraryChange, 'saved' | 'removed'>>,
  work: () => void,
): LibraryChange {
  return db.transaction(() => {
    work();
    const revision = noteChange(db, new Date());
    return { saved: [], removed: [], ...what, revision, ...readMarks(db) };
  });
}
