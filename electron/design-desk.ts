/**
 * The designs that are open, one to a window: where each lies, which process keeps it, and what happens to it
 * when the window closes. The window knows a design by its handle only.
 */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import type { OpenedDesign } from '../shared/contract/ipc.ts';
import { type Design, recordsOf } from '../shared/model/design.ts';
import type { DesignRecord } from '../shared/model/records.ts';
import { Refused, refused, tell } from './ipc.ts';
import type { AppData } from './storage/app-data.ts';
import type { StorageSpawn } from './storage/process-line.ts';
import { StorageClient } from './storage/storage-client.ts';
import { StorageError } from './storage/storage-error.ts';

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

export class DesignDesk {
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
  async openDraft(window: BrowserWindow, content: Design): Promise<OpenedDesign> {
    const file = await this.appData.newDraftPath();
    const { storage, opened } = await this.start(window, (fresh) =>
      fresh.create(file, [...recordsOf(content)]),
    );
    return this.put(
      window,
      storage,
      { file, draft: true, touched: false, recovered: false },
      opened,
    );
  }

  /** Opens a file in the window, which lets go of what it showed. */
  async openFile(window: BrowserWindow, file: string, recovered = false): Promise<OpenedDesign> {
    const { storage, opened } = await this.start(window, (fresh) => fresh.open(file));
    const draft = this.appData.isDraft(file);
    return this.put(window, storage, { file, draft, touched: true, recovered }, opened);
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

  /** A storage process with its file; without a file there is no process either. */
  private async start<Opened>(
    window: BrowserWindow,
    open: (storage: StorageClient) => Promise<Opened>,
  ): Promise<{ readonly storage: StorageClient; readonly opened: Opened }> {
    const storage = StorageClient.start(this.spawn);
    storage.onLost((refusal) => tell(window, 'storage.lost', refusal));
    try {
      return { storage, opened: await refusing(() => open(storage)) };
    } catch (error) {
      storage.end();
      throw error;
    }
  }

  private async put(
    window: BrowserWindow,
    storage: StorageClient,
    what: { file: string; draft: boolean; touched: boolean; recovered: boolean },
    opened: { records: readonly DesignRecord[]; readOnly: OpenedDesign['readOnly'] },
  ): Promise<OpenedDesign> {
    const before = this.shownIn(window);
    if (before) await this.close(before, false);
    const design: DesignOnDesk = {
      handle: randomUUID(),
      window,
      storage,
      path: what.file,
      draft: what.draft,
      touched: what.touched,
      saved: true,
    };
    this.designs.set(design.handle, design);
    const settings = opened.records.find((record) => record.kind === 'settings');
    await this.appData.opened(design.path, settings?.name ?? '');
    return {
      handle: design.handle,
      name: what.draft ? (settings?.name ?? '') : nameOf(what.file),
      place: what.draft ? '' : path.dirname(what.file),
      draft: what.draft,
      readOnly: opened.readOnly,
      recovered: what.recovered,
      records: opened.records,
    };
  }
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
