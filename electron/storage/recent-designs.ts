/** The designs that were opened last, newest first. The window knows them by id, never by path. */
import { hash } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { JsonFile } from './json-file.ts';

const KEPT = 20;

const entries = z.array(
  z.object({ path: z.string().min(1), opened: z.string(), name: z.string().default('') }),
);
type Entries = z.infer<typeof entries>;

export interface RecentFile {
  readonly id: string;
  readonly path: string;
  /** The design's own name: what a draft is known by. */
  readonly name: string;
  /** ISO time of the last opening. */
  readonly opened: string;
}

export class RecentDesigns {
  readonly #file: JsonFile<Entries>;

  /** @param folder the application's data folder */
  constructor(folder: string) {
    this.#file = new JsonFile(path.join(folder, 'recent.json'), entries, []);
  }

  async list(): Promise<readonly RecentFile[]> {
    const recent = await this.#file.read();
    return recent.map((each) => ({ ...each, id: hash('sha256', each.path).slice(0, 24) }));
  }

  async note(file: string, name: string, now: Date): Promise<void> {
    await this.#file.change((recent) => [
      { path: file, name, opened: now.toISOString() },
      ...recent.filter((each) => each.path !== file).slice(0, KEPT - 1),
    ]);
  }
}
