/** What a storage process does for the library: it holds the file open and answers calls on it, one by one. */
import { RecordError } from '../check-records.ts';
import { StorageError, storageError } from '../storage-error.ts';
import type {
  LibraryCallName,
  LibraryCalls,
  LibraryRequest,
  ProcessRequest,
  StorageReply,
} from '../storage-protocol.ts';
import { favourType, notePlaced, picturesOf, removeTypes, saveTypes } from './change-library.ts';
import { readLibrary, revisionOf } from './library-rows.ts';
import { type OpenLibrary, openLibrary } from './open-library.ts';

type Handlers = {
  readonly [N in LibraryCallName]: (input: LibraryCalls[N]['in']) => LibraryCalls[N]['out'];
};

export function isLibraryRequest(request: ProcessRequest): request is LibraryRequest {
  return request.name.startsWith('library.');
}

export class LibrarySession {
  #library: OpenLibrary | null = null;

  readonly #handlers: Handlers = {
    'library.open': ({ file }) => {
      this.#library?.db.close();
      this.#library = null;
      this.#library = openLibrary(file, new Date());
      return this.#library.content;
    },
    'library.read': ({ known }) => {
      const { db, name, content } = this.#opened();
      if (revisionOf(db) === known) return null;
      return { ...db.snapshot(() => readLibrary(db, name)), setAside: content.setAside };
    },
    'library.pictures': ({ ids }) => picturesOf(this.#opened().db, ids),
    'library.save': ({ types, pictures }) => saveTypes(this.#opened().db, types, pictures),
    'library.remove': ({ ids }) => removeTypes(this.#opened().db, ids),
    'library.favour': ({ id, favourite }) => favourType(this.#opened().db, id, favourite),
    'library.placed': ({ ids }) => notePlaced(this.#opened().db, ids),
  };

  answer(request: LibraryRequest): StorageReply {
    const { id, name, input } = request;
    try {
      // The request's type ties the name to its input; the compiler loses that tie in the look-up.
      const handle = this.#handlers[name] as (input: unknown) => unknown;
      return { id, ok: true, value: handle(input) };
    } catch (error) {
      return { id, ok: false, refusal: this.#refused(error).refusal };
    }
  }

  #refused(error: unknown): StorageError {
    const file = this.#library?.name ?? '';
    if (error instanceof RecordError)
      return new StorageError('edit-refused', { file, reason: error.message });
    return storageError(error, file);
  }

  #opened(): OpenLibrary {
    if (this.#library) return this.#library;
    throw new StorageError('vanished', { file: '' });
  }
}
