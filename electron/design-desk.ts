/**
 * The designs that are open, one to a window: where each lies, which process keeps it, and what happens to it
 * when the window closes. The window knows a design by its handle only.
 */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import type { ArrivedRecords, OpenedDesign } from '../shared/contract/ipc.ts';
import type { DesignRecord } from '../shared/model/records.ts';
import { Arrival } from './arrival.ts';
import { Refused, refused, tell } from './ipc.ts';
import type { AppData } from './storage/app-data.ts';
import type { DesignPart } from './storage/departure.ts';
import { removeTemporariesOf } from './storage/place-file.ts';
import type { StorageSpawn } from './storage/process-line.ts';
import { StorageClient } from './storage/storage-client.ts';
import { StorageError } from './storage/storage-error.ts';
import type { NewContent, OpenedRecords } from './storage/storage-protocol.ts';

/** A design that a window shows. */
export interface DesignOnDesk {
  readonly handle: string;
  readonly window: BrowserWindow;
  readonly storage: StorageClient;
  path: string;
  draft: boolean;
  /** True once a gesture was committed: an untouched draft is not worth keeping. */
  touched: boolean;
  /** False while the window has a gesture that is not acknowledged. */
  saved: boolean;
}

/** What is to be known of a file before it is opened. */
interface What {
  readonly file: string;
  readonly draft: boolean;
  readonly touched: boolean;
  readonly recovered: boolean;
}

type DesignHead = Extract<DesignPart, { part: 'head' }>;

/** A design whose racks are there, and whose devices and cables follow. */
interface Coming {
  readonly window: BrowserWindow;
  readonly storage: StorageClient;
  readonly what: What;
  readonly arrival: Arrival;
  readonly opened: Promise<OpenedRecords>;
  /** Of the design. */
  readonly name: string;
}

export class DesignDesk {
  private readonly comings = new Map<string, Coming>();
  /** The processes that make a new design for a window. */
  private readonly makings = new Map<BrowserWindow, StorageClient>();
  private readonly designs = new Map<string, DesignOnDesk>();
  private readonly appData: AppData;
  private readonly spawn: StorageSpawn;

  constructor(appData: AppData, spawn: StorageSpawn) {
    this.appData = appData;
    this.spawn = spawn;
  }

  /** The design of a handle, if it is this window's own. @throws Refused otherwise */
  of(handle: string, window: BrowserWindow): DesignOnDesk {
    const design = this.designs.get(handle);
    if (design?.window !== window) throw refused('no-such-design');
    return design;
  }

  /** The design that a window shows, or undefined. */
  shownIn(window: BrowserWindow): DesignOnDesk | undefined {
    return [...this.designs.values()].find((design) => design.window === window);
  }

  /** A new draft with this content, opened in the window. */
  async openDraft(window: BrowserWindow, content: NewContent): Promise<OpenedDesign> {
    await this.stopMaking(window);
    const file = await this.appData.newDraftPath();
    let maker: StorageClient | null = null;
    try {
      return await this.open(
        window,
        { file, draft: true, touched: false, recovered: false },
        (storage, onPart) => {
          maker = storage;
          this.makings.set(window, storage);
          return storage.create(file, content, onPart);
        },
      );
    } catch (error) {
      // Where it is somebody else's by now, it was stopped.
      if (this.makings.get(window) === maker) throw error;
      throw refused('making-stopped');
    } finally {
      if (this.makings.get(window) === maker) this.makings.delete(window);
    }
  }

  /** Gives up the design that is being made for the window. Nothing is left of it. */
  async stopMaking(window: BrowserWindow): Promise<void> {
    const maker = this.makings.get(window);
    this.makings.delete(window);
    await maker?.end();
  }

  /** Opens a file in the window, which lets go of what it showed once all of it is there. */
  async openFile(window: BrowserWindow, file: string, recovered = false): Promise<OpenedDesign> {
    const draft = this.appData.isDraft(file);
    return this.open(window, { file, draft, touched: true, recovered }, (storage, onPart) =>
      storage.open(file, onPart),
    );
  }

  /** The next records of a design that is on its way to this window. @throws Refused when there is none */
  async arriving(handle: string, window: BrowserWindow): Promise<ArrivedRecords> {
    const coming = this.comings.get(handle);
    if (coming?.window !== window) throw refused('no-such-design');
    try {
      const part = await coming.arrival.next();
      if (part) return { ...part, readOnly: null };
      const { readOnly } = await coming.opened;
      await this.put(handle, coming, coming.name);
      this.comings.delete(handle);
      return { text: '', count: 0, readOnly };
    } catch (error) {
      await this.stopArriving(handle, window);
      throw error;
    }
  }

  /** Lets go of a design that is on its way; a draft that was to be new is gone. */
  async stopArriving(handle: string, window: BrowserWindow): Promise<void> {
    const coming = this.comings.get(handle);
    if (coming?.window !== window) return;
    this.comings.delete(handle);
    coming.arrival.end(refused('given-up'));
    await coming.storage.end();
    if (coming.what.draft && !coming.what.touched) await rm(coming.what.file, { force: true });
  }

  /** The window is gone: nobody waits for what is on its way to it. */
  async forget(window: BrowserWindow): Promise<void> {
    await this.stopMaking(window);
    for (const [handle, coming] of this.comings) {
      if (coming.window === window) await this.stopArriving(handle, window);
    }
  }

  /** Opens once more what the window shows: its page was loaded anew and has lost its memory. */
  async openAgain(design: DesignOnDesk): Promise<OpenedDesign> {
    design.touched = true;
    await this.close(design, true);
    return this.openFile(design.window, design.path);
  }

  /** Gives the design a new file; from then on that is its file. */
  async moveTo(
    design: DesignOnDesk,
    file: string,
    records: readonly DesignRecord[] | null,
  ): Promise<{ handle: string; name: string; place: string }> {
    await refusing(() => design.storage.saveAs(file, records));
    const draft = design.draft ? design.path : null;
    design.path = file;
    design.draft = false;
    design.touched = true;
    if (draft !== null) await rm(draft, { force: true });
    await this.appData.opened(file, nameOf(file));
    return { handle: design.handle, name: nameOf(file), place: path.dirname(file) };
  }

  /** Lets go of a window's design: the file is closed, an untouched draft is thrown away. */
  async close(design: DesignOnDesk, keepForNextStart: boolean): Promise<void> {
    this.designs.delete(design.handle);
    await design.storage.close();
    const worthless = design.draft && !design.touched;
    if (worthless) await rm(design.path, { force: true });
    await this.appData.closed(design.path, keepForNextStart && !worthless);
  }

  /** A storage process with its file; without a file there is no process either. A large design comes in parts. */
  private async open(
    window: BrowserWindow,
    what: What,
    start: (storage: StorageClient, onPart: (part: DesignPart) => void) => Promise<OpenedRecords>,
  ): Promise<OpenedDesign> {
    await this.forget(window);
    const storage = StorageClient.start(this.spawn);
    const arrival = new Arrival();
    const head = Promise.withResolvers<DesignHead>();
    const opened = refusing(() =>
      start(storage, (part) => {
        if (part.part === 'head') head.resolve(part);
        else if (part.part === 'more') arrival.push(part);
        else if (!window.isDestroyed()) tell(window, 'design.making', part);
      }),
    );
    opened.then(
      () => arrival.end(null),
      (error: Error) => arrival.end(error),
    );
    const handle = randomUUID();
    try {
      const first = await Promise.race([head.promise, opened]);
      const name = nameIn(first.records);
      const coming: Coming = { window, storage, what, arrival, opened, name };
      const isHead = 'toCome' in first;
      if (isHead) this.comings.set(handle, coming);
      else await this.put(handle, coming, name);
      return {
        handle,
        name: what.draft ? name : nameOf(what.file),
        place: what.draft ? '' : path.dirname(what.file),
        draft: what.draft,
        readOnly: isHead ? null : first.readOnly,
        recovered: what.recovered,
        records: first.records,
        toCome: isHead ? first.toCome : 0,
      };
    } catch (error) {
      await storage.end();
      if (what.draft && !what.touched) {
        removeTemporariesOf(what.file);
        await rm(what.file, { force: true });
      }
      throw error;
    }
  }

  /** From now on the window shows this design, and no longer the one before. */
  private async put(
    handle: string,
    { window, storage, what }: Coming,
    name: string,
  ): Promise<void> {
    const before = this.shownIn(window);
    if (before) await this.close(before, false);
    const design: DesignOnDesk = {
      handle,
      window,
      storage,
      path: what.file,
      draft: what.draft,
      touched: what.touched,
      saved: true,
    };
    this.designs.set(design.handle, design);
    // Not before: until then the window shows another design, which loses nothing.
    storage.onLost((refusal) => tell(window, 'storage.lost', refusal));
    await this.appData.opened(design.path, name);
  }
}

function nameIn(records: readonly DesignRecord[]): string {
  return records.find((record) => record.kind === 'settings')?.name ?? '';
}

function nameOf(file: string): string {
  return path.basename(file, path.extname(file));
}

/** What the storage refuses, the window is told in the same words. */
export async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StorageError) throw new Refused(error.refusal);
    throw error;
  }
}
