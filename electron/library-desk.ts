/**
 * The person's own library: one file and one process for all windows. The process starts with the first call
 * and again after it ended or its file went away; every change is told to every window.
 */
import type { LibraryChange, LibraryContent } from '../shared/contract/library.ts';
import { fileName } from './storage/file-identity.ts';
import { ProcessLine, type StorageSpawn } from './storage/process-line.ts';
import { StorageError } from './storage/storage-error.ts';
import type { LibraryCallName, LibraryCalls } from './storage/storage-protocol.ts';

/** Five thousand types take a tenth of it. */
const OPEN_LIMIT_MS = 20_000;

export class LibraryDesk {
  private readonly file: string;
  private readonly spawn: StorageSpawn;
  private readonly tellAll: (change: LibraryChange) => void;
  private opened: Promise<ProcessLine<LibraryCalls>> | null = null;
  /** What opening found, until somebody asked for it or it is no longer so. */
  private fresh: LibraryContent | null = null;

  /** @param tellAll tells every window of a change */
  constructor(file: string, spawn: StorageSpawn, tellAll: (change: LibraryChange) => void) {
    this.file = file;
    this.spawn = spawn;
    this.tellAll = tellAll;
  }

  /** Null when nothing changed since the revision that is known. */
  async read(known: number | null): Promise<LibraryContent | null> {
    await this.open();
    const { fresh } = this;
    this.fresh = null;
    return fresh ?? this.call('library.read', { known });
  }

  /** Asks the library. @throws StorageError when it refuses or cannot be opened */
  async call<N extends LibraryCallName>(
    name: N,
    input: LibraryCalls[N]['in'],
  ): Promise<LibraryCalls[N]['out']> {
    const line = await this.open();
    try {
      return await line.call(name, input);
    } catch (error) {
      // What was put in its place, or nothing, is opened by the next call.
      if (error instanceof StorageError && LOST.has(error.refusal.code)) this.letGo(line, error);
      throw error;
    }
  }

  /** Makes a change and tells all windows of it. */
  async change<N extends 'library.save' | 'library.favour' | 'library.placed'>(
    name: N,
    input: LibraryCalls[N]['in'],
  ): Promise<void> {
    const change = await this.call(name, input);
    this.told(change);
  }

  /** Takes types out and tells all windows. */
  async remove(ids: LibraryCalls['library.remove']['in']['ids']) {
    const { change, types, pictures } = await this.call('library.remove', { ids });
    this.told(change);
    return { types, pictures };
  }

  private told(change: LibraryChange): void {
    this.fresh = null;
    this.tellAll(change);
  }

  private open(): Promise<ProcessLine<LibraryCalls>> {
    this.opened ??= this.start();
    return this.opened;
  }

  private async start(): Promise<ProcessLine<LibraryCalls>> {
    const ended = (): StorageError =>
      new StorageError('storage-ended', { file: fileName(this.file) });
    const line = new ProcessLine<LibraryCalls>(this.spawn(), () => {
      this.opened = null;
      return ended();
    });
    const seconds = OPEN_LIMIT_MS / 1000;
    const limit = setTimeout(
      () => void line.end(new StorageError('open-timeout', { file: fileName(this.file), seconds })),
      OPEN_LIMIT_MS,
    );
    try {
      this.fresh = await line.call('library.open', { file: this.file });
      return line;
    } catch (error) {
      this.letGo(line, ended());
      throw error;
    } finally {
      clearTimeout(limit);
    }
  }

  private letGo(line: ProcessLine<LibraryCalls>, why: StorageError): void {
    this.opened = null;
    void line.end(why);
  }
}

/** The file is not the one that was opened any more. */
const LOST: ReadonlySet<string> = new Set(['vanished', 'damaged', 'not-found']);
