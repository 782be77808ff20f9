/** Designs that have no name yet: they live in the application's data folder until they are given one. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { say } from '../../shared/text/index.ts';

export class Drafts {
  readonly #folder: string;
  /** Names that were given away and may not be on disk yet. */
  readonly #given = new Set<string>();

  /** @param dataFolder the application's data folder */
  constructor(dataFolder: string) {
    this.#folder = path.join(dataFolder, 'drafts');
  }

  /** A path for a new draft that no other draft has or had in this run. */
  async newPath(): Promise<string> {
    await mkdir(this.#folder, { recursive: true });
    for (let number = 1; ; number += 1) {
      const name = `${say('storage.draft', { number })}.plenum`;
      const file = path.join(this.#folder, name);
      if (this.#given.has(file) || existsSync(file)) continue;
      this.#given.add(file);
      return file;
    }
  }

  holds(file: string): boolean {
    return path.dirname(path.resolve(file)) === path.resolve(this.#folder);
  }
}
