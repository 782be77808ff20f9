/** Device types from files of other programs into the design, and out again. */
import type { ImportedTypes } from '../../shared/contract/ipc.ts';
import { mergeTypes, outcomeTold } from '../../shared/formats/merge-types.ts';
import { joinedPlan, type PlanPart } from '../../shared/import-plan/index.ts';
import { counterpart, typeShelf } from '../../shared/library/same-type.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import { say } from '../../shared/text/index.ts';
import { ask, Refused, valueOfAnswer } from './bridge.ts';
import { type PlenumWindow, saveSettings, showError } from './plenum-window.ts';
import { showProgress } from './show-progress.ts';
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
  const parts = new Parts<ImportedTypes>((heard) => window.bridge.on('library.imported', heard));
  const planned = new Parts<PlanPart>((heard) => window.bridge.on('import.planned', heard));
  const stop = showProgress(window, say('app.import.progress'));
  try {
    await open.commits.settled();
    if (open.commits.state.state === 'failed') throw new Error(say('app.import.notSaved'));
    const { handle } = open.file.state;
    const { design } = open.editor.state;
    const answer =
      typeof from === 'string'
        ? await ask(window.bridge, 'library.importTypes', { from, handle })
        : valueOfAnswer(await window.bridge.importDropped(from, handle));
    if (answer === null) return;
    if (answer.plan !== null) {
      const plan = joinedPlan(await planned.all(answer.plan.parts), answer.plan.same);
      if (open.editor.state.design !== design) throw new Error(say('app.import.changed'));
      stop();
      window.dialog.set({ dialog: 'import-preview', plan, files: answer.plan.files });
      return;
    }
    const read = await parts.all(answer.parts);
    const types = read.flatMap((part) => part.types);
    const files = read.flatMap((part) => part.files);
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
    planned.stop();
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
class Parts<Part> {
  readonly #parts: Part[] = [];
  readonly #off: () => void;
  #heard: () => void = () => undefined;

  constructor(listen: (hear: (part: Part) => void) => () => void) {
    this.#off = listen((part) => {
      this.#parts.push(part);
      this.#heard();
    });
  }

  async all(count: number): Promise<readonly Part[]> {
    await new Promise<void>((resolve) => {
      this.#heard = () => {
        if (this.#parts.length >= count) resolve();
      };
      this.#heard();
    });
    return this.#parts;
  }

  stop(): void {
    this.#off();
  }
}
