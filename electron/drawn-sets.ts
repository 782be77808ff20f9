/**
 * Drawing sets as their dialog shows them. What was drawn to be looked at is what is written: a set of which neither the
 * choice nor the design has changed since is not drawn a second time.
 */
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DrawingSetChoice, SheetCounts } from '../shared/contract/drawing-set.ts';
import { localDay } from '../shared/text/local-day.ts';
import { writeWhole } from './export/write-whole.ts';
import type { Task, TaskProgress, TaskResult } from './tasks/task-contract.ts';
import { TaskEnded } from './tasks/task-ended.ts';

export type SetTask = Extract<Task, { task: 'export-pdf' }>;
type SetResult = TaskResult<'export-pdf'>;

export interface Drawing {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: TaskProgress) => void;
}

/** Carries out the task. @throws TaskEnded where it comes to no result */
export type DrawSet = (task: SetTask, drawing: Drawing) => Promise<SetResult>;

/** What is asked of a window: to say when it is gone. */
interface Closing {
  once(event: 'closed', listen: () => void): unknown;
}

/** A set that is drawn, or being drawn, to be looked at. */
interface Drawn {
  /** Of what: the same key, the same pages. */
  readonly key: string;
  readonly folder: string;
  readonly file: string;
  readonly ending: AbortController;
  readonly made: Promise<SetResult>;
  isDone: boolean;
  readonly watchers: Set<Drawing['onProgress']>;
}

export class DrawnSets<Window extends Closing & object> {
  readonly #draw: DrawSet;
  /** The last that each window asked for. */
  readonly #shown = new WeakMap<Window, Drawn>();
  readonly #watched = new WeakSet<Window>();

  constructor(draw: DrawSet) {
    this.#draw = draw;
  }

  /**
   * The pages of a set, to be looked at; those that the window asked for before are given up.
   * @param design the file of the design
   * @throws TaskEnded when they are given up for others, or come to nothing
   */
  async preview(
    window: Window,
    design: string,
    choice: DrawingSetChoice,
  ): Promise<{ readonly pdf: Uint8Array; readonly counts: SheetCounts }> {
    const key = keyOf(design, choice);
    const drawn = this.#standing(window, key) ?? this.#begin(window, key, design, choice);
    const { counts } = await drawn.made;
    if (drawn.ending.signal.aborted) throw new TaskEnded('cancelled', '');
    return { pdf: new Uint8Array(await readFile(drawn.file)), counts };
  }

  /** Writes a set into the file `out`; returns how many pages it has. */
  async write(
    window: Window,
    design: string,
    choice: DrawingSetChoice,
    out: string,
    drawing: Drawing,
  ): Promise<number> {
    const drawn = this.#standing(window, keyOf(design, choice));
    const pages = drawn && (await takeOver(drawn, out, drawing));
    if (typeof pages === 'number') return pages;
    return (await this.#draw(taskOf(design, choice, out), drawing)).pages;
  }

  #standing(window: Window, key: string): Drawn | null {
    const drawn = this.#shown.get(window);
    return drawn?.key === key ? drawn : null;
  }

  /** At once, so that of two the later one stands. */
  #begin(window: Window, key: string, design: string, choice: DrawingSetChoice): Drawn {
    this.#giveUp(window);
    const folder = mkdtempSync(path.join(tmpdir(), 'plenum-preview-'));
    const file = path.join(folder, 'preview.pdf');
    const ending = new AbortController();
    const watchers = new Set<Drawing['onProgress']>();
    const onProgress: Drawing['onProgress'] = (progress) => {
      for (const watch of watchers) watch(progress);
    };
    const made = this.#draw(taskOf(design, choice, file), { signal: ending.signal, onProgress });
    const drawn = { key, folder, file, ending, made, watchers, isDone: false };
    const settle = (cameToNothing: boolean): void => {
      drawn.isDone = true;
      // Who asked for it hears why; asked for again it is tried again.
      if (cameToNothing && this.#shown.get(window) === drawn) this.#shown.delete(window);
      if (cameToNothing || ending.signal.aborted) clear(drawn);
    };
    void made.then(
      () => settle(false),
      () => settle(true),
    );
    this.#shown.set(window, drawn);
    if (!this.#watched.has(window)) {
      this.#watched.add(window);
      window.once('closed', () => this.#giveUp(window));
    }
    return drawn;
  }

  #giveUp(window: Window): void {
    const drawn = this.#shown.get(window);
    if (!drawn) return;
    this.#shown.delete(window);
    drawn.ending.abort();
    // The last window takes the program along: what is done is cleared at once.
    if (drawn.isDone) clear(drawn);
  }
}

function clear({ folder }: Drawn): void {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Writes what is drawn already, once it is; null where it came to nothing, and must be drawn anew.
 * @throws TaskEnded when it is cancelled meanwhile
 */
async function takeOver(
  { made, file, watchers }: Drawn,
  out: string,
  { signal, onProgress }: Drawing,
): Promise<number | null> {
  watchers.add(onProgress);
  try {
    const result = await Promise.race([made.catch(() => null), aborted(signal)]);
    signal.throwIfAborted();
    if (!result || !existsSync(file)) return null;
    await writeWhole(out, (to) => pipeline(createReadStream(file), to, { signal }));
    return result.pages;
  } catch (error) {
    throw signal.aborted ? new TaskEnded('cancelled', '') : error;
  } finally {
    watchers.delete(onProgress);
  }
}

function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}

function taskOf(design: string, choice: DrawingSetChoice, out: string): SetTask {
  return { task: 'export-pdf', design, out, choice, date: new Date().toISOString() };
}

/** What the pages of a set are made of: what is wanted, the day that they bear, and the design as it is on disk. */
function keyOf(design: string, choice: DrawingSetChoice): string {
  // Of a file that is not there the task tells.
  const found = statSync(design, { bigint: true, throwIfNoEntry: false });
  const stamp = found && `${found.ino} ${found.size} ${found.mtimeNs}`;
  return JSON.stringify([design, stamp, localDay(new Date()), choice]);
}
