/**
 * A design's storage process as the main process sees it. A promise that resolves means: on disk. One that
 * rejects brings a `StorageError`; the design is then safe in the window's memory and nowhere else.
 */
import type { DesignVersion, DiffText, ReadOnlyReason } from '../../shared/contract/ipc.ts';
import { type Diff, squashDiffs } from '../../shared/model/diff.ts';
import type { DesignRecord } from '../../shared/model/records.ts';
import type { DesignPart } from './departure.ts';
import { fileName } from './file-identity.ts';
import { ProcessLine, type StorageSpawn } from './process-line.ts';
import { readDiff } from './read-diff.ts';
import {
  type StorageCode,
  StorageError,
  type StorageRefusal,
  storageError,
} from './storage-error.ts';
import type {
  NewContent,
  OpenedRecords,
  SentEdit,
  StorageCallName,
  StorageCalls,
} from './storage-protocol.ts';

/** No honest small file is silent for longer while it is opened; a hostile one is given up. */
const OPEN_LIMIT_MS = 10_000;
/** Of a large one that has begun to come, every record still to come may add to the silence: its pages are checked. */
const LIMIT_PER_RECORD_MS = 0.2;

/** Failures that may pass: the next edit takes along what these kept from the file. */
const PASSING: readonly StorageCode[] = [
  'disk-full',
  'busy',
  'io-error',
  'no-access',
  'read-only-file',
  'vanished',
];

export class StorageClient {
  readonly #spawn: StorageSpawn;
  readonly #lostListeners: ((refusal: StorageRefusal) => void)[] = [];
  #line: ProcessLine<StorageCalls> | null = null;
  /** Resolves when the process that was ended is gone. */
  #gone: Promise<void> = Promise.resolve();
  /** Name of the file, for what is told. */
  #name = '';
  /** Edits that memory has and the file has not, with why. */
  #behind: { readonly diff: Diff | DiffText; readonly error: StorageError } | null = null;
  /** Set once the file can take no further edit; only `saveAs` with records leads on. */
  #lost: StorageError | null = null;
  /** Commits go one at a time: the next must know whether the last is in the file. */
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(spawn: StorageSpawn) {
    this.#spawn = spawn;
    this.#start();
  }

  /** Starts the process. */
  static start(spawn: StorageSpawn): StorageClient {
    return new StorageClient(spawn);
  }

  /**
   * Opens a file; given up after ten seconds of silence, more for one that said that it is large, and then the
   * process is gone.
   * @param onPart hears the records of a large design as they are read; the answer then has none
   */
  async open(file: string, onPart?: (part: DesignPart) => void): Promise<OpenedRecords> {
    this.#name = fileName(file);
    let silence = OPEN_LIMIT_MS;
    let limit = setTimeout(() => this.#giveUp(silence), silence);
    try {
      return await this.#call('open', { file }, (part) => {
        if (part.part === 'head') silence += LIMIT_PER_RECORD_MS * part.toCome;
        clearTimeout(limit);
        limit = setTimeout(() => this.#giveUp(silence), silence);
        onPart?.(part);
      });
    } finally {
      clearTimeout(limit);
    }
  }

  /** Makes a new file and opens it. @param onPart as in `open` */
  create(
    file: string,
    content: NewContent,
    onPart?: (part: DesignPart) => void,
  ): Promise<OpenedRecords> {
    this.#name = fileName(file);
    return this.#call('create', { file, content }, onPart);
  }

  /** Resolves when the edit, and any that could not be saved before it, are on disk. */
  commit(edit: SentEdit): Promise<void> {
    return this.#inTurn(() => this.#commit(edit));
  }

  /**
   * Saves into another file, which becomes the design's own.
   * @param records what memory holds: needed once an edit did not reach the file
   */
  saveAs(file: string, records: readonly DesignRecord[] | null): Promise<ReadOnlyReason | null> {
    return this.#inTurn(async () => {
      const unsaved = this.#lost ?? this.#behind?.error;
      if (records === null && unsaved) throw unsaved;
      if (!this.#line) this.#start();
      const readOnly = await this.#call('saveAs', { file, records });
      this.#name = fileName(file);
      this.#behind = null;
      this.#lost = null;
      return readOnly;
    });
  }

  listVersions(): Promise<readonly DesignVersion[]> {
    return this.#call('listVersions', null);
  }

  /** Keeps the design as it is on disk, once every edit before is there; with a change, as it would be then. */
  createVersion(name: string, change: Diff | null = null): Promise<DesignVersion> {
    return this.#inTurn(() => this.#call('createVersion', { name, change }));
  }

  readVersion(id: string): Promise<readonly DesignRecord[]> {
    return this.#call('readVersion', { id });
  }

  /** Waits for the last commit, lets go of the file and ends the process. */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#line) return;
      await this.#call('close', null);
      await this.end();
    });
  }

  /** Ends the process at once; whatever was acknowledged is on disk. Resolves when it is gone. */
  end(): Promise<void> {
    const line = this.#line;
    this.#line = null;
    if (line) this.#gone = line.end(new StorageError('storage-ended', { file: this.#name }));
    return this.#gone;
  }

  /** Told when the file can no longer be written and nobody had asked. */
  onLost(listener: (refusal: StorageRefusal) => void): void {
    this.#lostListeners.push(listener);
  }

  async #commit({ label, diff }: SentEdit): Promise<void> {
    const all = this.#behind ? squashDiffs(readDiff(this.#behind.diff), readDiff(diff)) : diff;
    try {
      if (this.#lost) throw this.#lost;
      await this.#call('commit', { label, diff: all });
      this.#behind = null;
    } catch (caught) {
      const error = storageError(caught, this.#name);
      this.#behind = { diff: all, error };
      if (!PASSING.includes(error.refusal.code)) this.#lost = error;
      throw error;
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    // Whoever asked hears of the failure; the next in the queue has nothing to do with it.
    this.#queue = turn.catch(() => null);
    return turn;
  }

  #call<N extends StorageCallName>(
    name: N,
    input: StorageCalls[N]['in'],
    onPart?: (part: DesignPart) => void,
  ): Promise<StorageCalls[N]['out']> {
    if (this.#line) return this.#line.call(name, input, onPart);
    return Promise.reject(this.#lost ?? new StorageError('storage-ended', { file: this.#name }));
  }

  #start(): void {
    this.#line = new ProcessLine<StorageCalls>(this.#spawn(), () => {
      this.#line = null;
      this.#lost = new StorageError('storage-ended', { file: this.#name });
      for (const listener of this.#lostListeners) listener(this.#lost.refusal);
      return this.#lost;
    });
  }

  #giveUp(silence: number): void {
    const line = this.#line;
    this.#line = null;
    const seconds = Math.round(silence / 1000);
    void line?.end(new StorageError('open-timeout', { file: this.#name, seconds }));
  }
}
