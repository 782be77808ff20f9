/**
 * What is open now, so that the next start knows: what was kept open on quitting, and what was still open
 * when Plenum ended without a word.
 */
import path from 'node:path';
import { z } from 'zod';
import { JsonFile } from './json-file.ts';

const entries = z.array(
  z.object({
    path: z.string().min(1),
    /** `kept` was closed in order on quitting, to come back. */
    state: z.enum(['open', 'kept']),
    /** Starts that were handed this file and have not opened it since. */
    offers: z.int().min(0),
  }),
);
type Entries = z.infer<typeof entries>;

/** A file that twice did not survive its own opening is left to the person. */
const OFFERS = 2;

export interface LeftOpen {
  readonly path: string;
  readonly crashed: boolean;
}

export class OpenDesigns {
  readonly #file: JsonFile<Entries>;

  /** @param folder the application's data folder */
  constructor(folder: string) {
    this.#file = new JsonFile(path.join(folder, 'open.json'), entries, []);
  }

  async opened(file: string): Promise<void> {
    await this.#file.change((open) => [
      ...open.filter((each) => each.path !== file),
      { path: file, state: 'open', offers: 0 },
    ]);
  }

  async closed(file: string, keep: boolean): Promise<void> {
    await this.#file.change((open) => {
      const others = open.filter((each) => each.path !== file);
      return keep ? [...others, { path: file, state: 'kept', offers: 0 }] : others;
    });
  }

  /** What the last run left open; to be asked once a start. */
  async takeLeft(): Promise<readonly LeftOpen[]> {
    let left: Entries = [];
    await this.#file.change((open) => {
      left = open.filter((each) => each.offers < OFFERS);
      return left.map((each) => ({ ...each, offers: each.offers + 1 }));
    });
    return left.map(({ path, state }) => ({ path, crashed: state === 'open' }));
  }
}
