/** A named version of a design file that is only looked at. */
import type { DesignVersion } from '../../shared/contract/ipc.ts';
import type { Design } from '../../shared/model/design.ts';
import { openDesignFile } from './open-design-file.ts';
import { StorageError } from './storage-error.ts';
import { listVersions, readVersion } from './versions.ts';

export interface KeptVersion extends DesignVersion {
  readonly design: Design;
}

/**
 * Reads a version without the right to change the file.
 * @param wanted its id or its name; of several of that name the newest
 * @throws StorageError when there is no such version, or it is damaged
 */
export function readKeptVersion(file: string, wanted: string): KeptVersion {
  const opened = openDesignFile(file, { mode: 'read' });
  try {
    const versions = listVersions(opened.file);
    const version =
      versions.find(({ id }) => id === wanted) ?? versions.find(({ name }) => name === wanted);
    if (!version) throw new StorageError('version-missing', { file: opened.file.name });
    return { ...version, design: readVersion(opened.file, version.id) };
  } finally {
    opened.file.close();
  }
}
