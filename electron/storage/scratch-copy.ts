/** Private places for files that must be recovered or migrated without touching the original. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LEFTOVERS } from './file-identity.ts';

export interface ScratchCopy {
  readonly path: string;
  remove(): void;
}

/** A path in a new folder that only this user may enter; no file is there yet. */
export function scratchPlace(): ScratchCopy {
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-'));
  return {
    path: path.join(folder, 'design.plenum'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Copies the file with its journal or log. Only for a file that no one is writing. */
export function scratchCopy(file: string): ScratchCopy {
  const scratch = scratchPlace();
  try {
    for (const ending of ['', ...LEFTOVERS]) {
      if (existsSync(file + ending)) copyFileSync(file + ending, scratch.path + ending);
    }
    return scratch;
  } catch (error) {
    scratch.remove();
    throw error;
  }
}
