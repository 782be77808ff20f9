/** One edit that comes in parts, as a library of types does: never all of it in memory, and all of it or nothing. */
import { existsSync } from 'node:fs';
import type { Design } from '../../shared/model/design.ts';
import type { Diff } from '../../shared/model/diff.ts';
import { createDesignFile, refusingEdits, writerOf } from './design-file.ts';
import { openDesignFile } from './open-design-file.ts';
import { putInPlace, removeTemporary, temporaryBeside } from './place-file.ts';
import { storageError } from './storage-error.ts';
import { noteEdit, writeDiff } from './write-diff.ts';

interface Filling {
  /** What the edit is called. */
  readonly label: string;
  /** What a file that is not there yet begins with. */
  readonly whenNew: Design;
  /** Puts in part after part; `false` when there is nothing to keep, and then nothing is. */
  readonly fill: (there: Design, put: (part: Diff) => void) => Promise<boolean>;
}

/**
 * Fills a design file, which is made where it is not there. When this throws, or there was nothing to keep, no
 * file was made or changed.
 * @throws StorageError when the file cannot be opened or written
 */
export async function fillDesignFile(file: string, filling: Filling): Promise<void> {
  if (existsSync(file)) {
    await fillThere(file, filling);
    return;
  }
  const temporary = temporaryBeside(file);
  try {
    createDesignFile(temporary, filling.whenNew);
    if (await fillThere(temporary, filling)) putInPlace(temporary, file);
  } finally {
    removeTemporary(temporary);
  }
}

/** Nothing is to be kept: the transaction is taken back. */
class NothingToKeep extends Error {
  override readonly name = 'NothingToKeep';
}

async function fillThere(path: string, { label, fill }: Filling): Promise<boolean> {
  const { file, design } = openDesignFile(path, { mode: 'write' });
  try {
    const { db } = writerOf(file);
    await db.longTransaction(async () => {
      const put = (part: Diff): void => refusingEdits(file.name, () => writeDiff(db, part));
      if (!(await fill(design, put))) throw new NothingToKeep();
      noteEdit(db, label, new Date());
    });
    return true;
  } catch (error) {
    if (error instanceof NothingToKeep) return false;
    throw storageError(error, file.name);
  } finally {
    file.close();
  }
}
