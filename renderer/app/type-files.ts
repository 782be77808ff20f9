/** Device types from files of other programs into the design, and out again. */
import type { ImportedTypes } from '../../shared/contract/ipc.ts';
import { mergeTypes, outcomeTold } from '../../shared/formats/merge-types.ts';
import { counterpart, typeShelf } from '../../shared/library/same-type.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import { say } from '../../shared/text/index.ts';
import { ask, Refused, valueOfAnswer } from './bridge.ts';
import { showProgress } from './export-actions.ts';
import { showPreview } from './import-preview.tsx';
import { type PlenumWindow, saveSettings, showError } from './plenum-window.ts';
import { addToast } from './toasts.tsx';

type FileReport = ImportedTypes['files'][number];

/**
 * Reads files of other programs. Device types alone go into the open design, in one edit, with a report file by file;
 * where there is anything else, what the files would do is shown first.
 * @param from files or a folder that the person picks, or files that were dropped
 */
export async function importTypes(
  window: PlenumWindow,
  from: 'files' | 'folder' | readonly File[],
): Promise<void> {
  const open = window.open.state;
  if (!open) return;
  const parts = new Parts(window);
  const stop = showProgress(window, say('app.import.progress'));
  try {
    const answer =
      typeof from === 'string'
        ? await ask(window.bridge, 'library.importTypes', { from })
        : valueOfAnswer(await window.bridge.importDropped(from));
    if (answer === null) return;
    const read = await parts.all(answer.parts);
    const { types, files } = read;
    if (read.rows.length + read.found.length > 0) {
      stop();
      showPreview(window, open, read);
      return;
    }
    const { diff, merged } = mergeTypes(open.editor.state.design, types);
    const added = diff.added.length;
    if (added > 0) {
      const label = say('app.import.label', { count: added });
      open.editor.perform({ ok: true, edit: { label, diff, selection: null } });
    }
    const outcomes = merged.values();
    const told = files.map((file): FileReport => {
      if (file.status === 'rejected') return file;
      const outcome = outcomes.next().value?.outcome ?? 'added';
      return { ...file, warnings: [...outcomeTold(outcome), ...file.warnings] };
    });
    stop();
    window.dialog.set({ dialog: 'import-report', files: told, types, added });
    saveSettings(window, { panels: { ...window.settings.state.panels, 'library.hidden': 0 } });
  } catch (error) {
    stop();
    if (error instanceof Refused && error.refusal.code === 'cancelled') {
      addToast(window.toasts, 'info', say('app.import.cancelled'));
    } else showError(window, say('app.error.import'), error);
  } finally {
    stop();
    parts.stop();
  }
}

/**
 * Keeps imported types in My Library, too. One that is there already stays as it is there: what differs is the
 * person's to decide, type by type.
 */
export async function keepImported(
  { library, toasts }: PlenumWindow,
  types: readonly DeviceType[],
): Promise<void> {
  const shelf = typeShelf(library.state.types);
  const fresh = types.filter((type) => counterpart(shelf, type) === undefined);
  if (fresh.length > 0 && !(await library.save(fresh, []))) return;
  const counts = { count: fresh.length, left: types.length - fresh.length };
  addToast(toasts, 'info', say('library.keptImported', counts));
}

/** Writes types as files of NetBox's library into a folder, and reports what the files do not say. */
export async function exportTypes(
  window: PlenumWindow,
  types: readonly DeviceType[],
): Promise<void> {
  const stop = showProgress(window, say('app.export.types'));
  try {
    const written = await ask(window.bridge, 'export.deviceTypes', { types });
    stop();
    if (written !== null) window.dialog.set({ dialog: 'types-written', written });
  } catch (error) {
    stop();
    if (error instanceof Refused && error.refusal.code === 'cancelled') {
      addToast(window.toasts, 'info', say('app.export.cancelled'));
    } else showError(window, say('app.error.export'), error);
  }
}

/** What an import brings, as it comes. The answer may overtake the last part, so that it says how many there are. */
class Parts {
  readonly #parts: ImportedTypes[] = [];
  readonly #off: () => void;
  #heard: () => void = () => undefined;

  constructor(window: PlenumWindow) {
    this.#off = window.bridge.on('library.imported', (part) => {
      this.#parts.push(part);
      this.#heard();
    });
  }

  async all(count: number): Promise<ImportedTypes> {
    await new Promise<void>((resolve) => {
      this.#heard = () => {
        if (this.#parts.length >= count) resolve();
      };
      this.#heard();
    });
    return {
      types: this.#parts.flatMap(({ types }) => types),
      files: this.#parts.flatMap(({ files }) => files),
      rows: this.#parts.flatMap(({ rows }) => rows),
      found: this.#parts.flatMap(({ found }) => found),
    };
  }

  stop(): void {
    this.#off();
  }
}
