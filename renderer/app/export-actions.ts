/** Exports: long work of the Node side, with its progress. */
import type { FaceplateExport, ListExport, WrittenList } from '../../shared/contract/ipc.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import { say } from '../../shared/text/index.ts';
import type { SetExporter } from '../dialogs/export-set/set-exporter.ts';
import { ask, messageOf, Refused } from './bridge.ts';
import type { OpenDesign } from './open-design.ts';
import { type PlenumWindow, showError } from './plenum-window.ts';
import { showProgress } from './show-progress.ts';
import { addToast } from './toasts.tsx';

/** What the dialog of the drawing set draws and writes with: the design as it is on disk by then. */
export function setExporter({ bridge }: PlenumWindow, open: OpenDesign): SetExporter {
  const orCancelled = async <T, C>(work: () => Promise<T>, cancelled: C): Promise<T | C> => {
    await open.commits.settled();
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refused && error.refusal.code === 'cancelled') return cancelled;
      throw error;
    }
  };
  const handle = (): string => open.file.state.handle;
  return {
    preview: (choice) =>
      orCancelled(() => ask(bridge, 'export.preview', { handle: handle(), choice }), null),
    write: (choice, onProgress) =>
      orCancelled(async () => {
        const off = bridge.on('export.progress', onProgress);
        try {
          return await ask(bridge, 'export.pdf', { handle: handle(), choice });
        } finally {
          off();
        }
      }, 'stopped'),
    versions: async () => {
      await open.commits.settled();
      return ask(bridge, 'version.list', { handle: handle() });
    },
    stop: () => void ask(bridge, 'export.cancel', null),
    showWritten: () => void ask(bridge, 'export.showWritten', null),
    failureOf: messageOf,
  };
}

export function exportFiles(window: PlenumWindow, kind: 'svg' | 'csv'): Promise<void> {
  return exporting(window, say(`app.export.${kind}`), async (handle) => {
    const made = await ask(window.bridge, `export.${kind}`, { handle });
    return made && say('app.export.doneFiles', made);
  });
}

/** Writes a list; what it does not say is shown. */
export async function exportLists(window: PlenumWindow, wanted: ListExport): Promise<void> {
  let told: WrittenList | null = null;
  await exporting(window, say('app.export.list'), async (handle) => {
    const written = await ask(window.bridge, 'export.list', { handle, wanted });
    if (written === null) return null;
    if (written.report !== '') {
      told = written;
      return null;
    }
    return say('app.export.doneFiles', { name: written.name, files: written.files });
  });
  if (told !== null) window.dialog.set({ dialog: 'lists-written', written: told });
}

/** Writes the faces of a type as it is now, drawn or saved: the file of the design is not asked. */
export function exportFaceplate(
  window: PlenumWindow,
  type: DeviceType,
  wanted: FaceplateExport,
): Promise<void> {
  return exporting(window, say('app.export.faceplate'), async () => {
    const made = await ask(window.bridge, 'export.faceplate', { ...wanted, type });
    if (made === null) return null;
    const { name, count } = made;
    return wanted.format === 'pdf'
      ? say('app.export.donePdf', { name, pages: count })
      : say('app.export.doneFiles', { name, files: count });
  });
}

/** Runs an export; `work` answers what was written, or null when the person closed the file dialog. */
export async function exporting(
  window: PlenumWindow,
  title: string,
  work: (handle: string) => Promise<string | null>,
): Promise<void> {
  const open = window.open.state;
  if (!open) return;
  await open.commits.settled();
  const stop = showProgress(window, title);
  try {
    const done = await work(open.file.state.handle);
    if (done !== null) addToast(window.toasts, 'info', done);
    stop();
  } catch (error) {
    stop();
    if (error instanceof Refused && error.refusal.code === 'cancelled') {
      addToast(window.toasts, 'info', say('app.export.cancelled'));
    } else showError(window, say('app.error.export'), error);
  }
}
