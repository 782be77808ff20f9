/** The calls on the person's own library. Refusals are in its own words: it has no Save As to fall back on. */
import { hasMessage } from '../shared/text/index.ts';
import type { CallContext } from './call-context.ts';
import { type Handlers, Refused } from './ipc.ts';
import { StorageError } from './storage/storage-error.ts';

export function libraryCalls({ library }: CallContext) {
  return {
    'library.read': ({ known }) => refusing(() => library.read(known)),
    'library.pictures': ({ ids }) => refusing(() => library.call('library.pictures', { ids })),
    'library.save': ({ types, pictures }) =>
      refusing(async () => {
        await library.change('library.save', { types, pictures });
        return null;
      }),
    'library.remove': ({ ids }) => refusing(() => library.remove(ids)),
    'library.favour': ({ id, favourite }) =>
      refusing(async () => {
        await library.change('library.favour', { id, favourite });
        return null;
      }),
    'library.placed': ({ ids }) =>
      refusing(async () => {
        await library.change('library.placed', { ids });
        return null;
      }),
  } satisfies Partial<Handlers>;
}

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    const { code, args } = error.refusal;
    const own = `library.file.${code}`;
    const messageKey = hasMessage(own) ? own : 'library.file.other';
    throw new Refused({ code, messageKey, args: { reason: code, ...args } });
  }
}
