/** The application's own data: settings, recent designs, drafts, and what was open. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { AppSettings, RecentDesign } from '../../shared/contract/ipc.ts';
import { settingsFile } from './app-settings.ts';
import { Drafts } from './drafts.ts';
import type { JsonFile } from './json-file.ts';
import { type LeftOpen, OpenDesigns } from './open-designs.ts';
import { RecentDesigns } from './recent-designs.ts';
import { StorageError } from './storage-error.ts';

export class AppData {
  readonly #settings: JsonFile<AppSettings>;
  readonly #recents: RecentDesigns;
  readonly #open: OpenDesigns;
  readonly #drafts: Drafts;

  /** The file of the person's own library. */
  readonly libraryFile: string;

  /** @param folder the application's data folder */
  constructor(folder: string) {
    this.libraryFile = path.join(folder, 'library.plenum-types');
    this.#settings = settingsFile(folder);
    this.#recents = new RecentDesigns(folder);
    this.#open = new OpenDesigns(folder);
    this.#drafts = new Drafts(folder);
  }

  settings(): Promise<AppSettings> {
    return this.#settings.read();
  }

  async saveSettings(settings: AppSettings): Promise<void> {
    await this.#settings.change(() => settings);
  }

  /** Newest first. A file that went away is shown as missing; a draft that went away is gone. */
  async recents(): Promise<readonly RecentDesign[]> {
    const recent = await this.#recents.list();
    return recent
      .map(({ id, path: file, name, opened }) => ({
        id,
        name: (this.isDraft(file) && name) || path.basename(file, path.extname(file)),
        place: this.isDraft(file) ? '' : path.dirname(file),
        opened,
        missing: !existsSync(file),
      }))
      .filter(({ missing, place }) => !missing || place !== '');
  }

  /** @throws StorageError when no recent design has that id */
  async recentPath(id: string): Promise<string> {
    const recent = (await this.#recents.list()).find((each) => each.id === id);
    if (!recent) throw new StorageError('not-found', { file: id });
    return recent.path;
  }

  newDraftPath(): Promise<string> {
    return this.#drafts.newPath();
  }

  isDraft(file: string): boolean {
    return this.#drafts.holds(file);
  }

  /** Where Save As begins: the file itself, or a draft's name in the dialog's own folder. */
  suggestedPath(file: string, draft: boolean): string {
    return draft ? path.basename(file) : file;
  }

  /** @param name of the design, by which a draft is known among the recent ones */
  async opened(file: string, name: string): Promise<void> {
    await this.#open.opened(file);
    await this.#recents.note(file, name, new Date());
  }

  /** @param keep to be opened again by the next start */
  async closed(file: string, keep: boolean): Promise<void> {
    await this.#open.closed(file, keep);
  }

  /** What the last run left open and is still there; to be asked once a start. */
  async leftOpen(): Promise<readonly LeftOpen[]> {
    return (await this.#open.takeLeft()).filter((left) => existsSync(left.path));
  }
}
