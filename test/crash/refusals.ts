import { type StorageCode, StorageError } from '../../electron/storage/storage-error.ts';

/** The code with which the storage refuses; anything else that is thrown goes on. */
export async function refusalOf(work: () => unknown): Promise<StorageCode | 'none'> {
  try {
    await work();
    return 'none';
  } catch (error) {
    if (error instanceof StorageError) return error.refusal.code;
    throw error;
  }
}
