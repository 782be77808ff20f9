/** A small file of Plenum's own, written whole or not at all. A broken one is set aside, never overwritten. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';

export class JsonFile<T> {
  readonly #path: string;
  readonly #schema: z.ZodType<T>;
  readonly #fallback: T;
  #known: T | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  /** @param fallback what it says when it is not there or broken */
  constructor(file: string, schema: z.ZodType<T>, fallback: T) {
    this.#path = file;
    this.#schema = schema;
    this.#fallback = fallback;
  }

  async read(): Promise<T> {
    return this.#inTurn(() => this.#load());
  }

  /** Changes what it says; changes come one after the other. */
  async change(work: (value: T) => T): Promise<void> {
    await this.#inTurn(async () => {
      const value = work(await this.#load());
      await this.#write(value);
      this.#known = value;
    });
  }

  async #load(): Promise<T> {
    this.#known ??= await this.#fromDisk();
    return this.#known;
  }

  async #fromDisk(): Promise<T> {
    const text = await textOf(this.#path);
    if (text === null) return this.#fallback;
    const parsed = this.#schema.safeParse(jsonOf(text));
    if (parsed.success) return parsed.data;
    await rename(this.#path, `${this.#path}.broken-${Date.now()}`);
    return this.#fallback;
  }

  async #write(value: T): Promise<void> {
    await mkdir(path.dirname(this.#path), { recursive: true });
    const temporary = `${this.#path}.${randomBytes(6).toString('hex')}.tmp`;
    const handle = await open(temporary, 'w');
    try {
      await handle.writeFile(`${JSON.stringify(value, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, this.#path);
  }

  #inTurn<R>(work: () => Promise<R>): Promise<R> {
    const turn = this.#queue.then(work);
    // Whoever asked hears of the failure; the next in the queue has nothing to do with it.
    this.#queue = turn.catch(() => null);
    return turn;
  }
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
