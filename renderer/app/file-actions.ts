/** Opening, closing, saving: what the window does with files. */
import type { OpenedDesign } from '../../shared/contract/ipc.ts';
import { say } from '../../shared/text/index.ts';
import type { Editor, SaveState } from '../editor/index.ts';
import { arrive } from './arriving-design.ts';
import { ask, Refused, valueOfAnswer } from './bridge.ts';
import { createOpenDesign } from './open-design.ts';
import { type PlenumWindow, showError } from './plenum-window.ts';
import { showProgress } from './show-progress.ts';
import { addToast } from './toasts.tsx';

/** Shows a design in this window in place of what it showed, once all of it is there. */
export async function showDesign(window: PlenumWindow, opened: OpenedDesign): Promise<void> {
  const arrived =
    opened.toCome === 0
      ? { look: null, texts: [], records: [], readOnly: opened.readOnly }
      : await arrive(window, opened);
  if (arrived === null) return;
  window.open.state?.close();
  const whole = { ...opened, readOnly: arrived.readOnly };
  const open = createOpenDesign(window.bridge, whole, window.host, arrived);
  rememberPlacedTypes(window, open.editor);
  window.dialog.set(null);
  window.open.set(open);
  window.arriving.set(null);
  if (opened.recovered) addToast(window.toasts, 'info', say('app.recovered'));
}

/**
 * Opens what `fetch` brings, once the open design is safe on disk. Where it is not, the person decides first.
 * `null` means that the person closed the file dialog.
 */
export async function openFrom(
  window: PlenumWindow,
  fetch: () => Promise<OpenedDesign | null>,
): Promise<void> {
  await whenSafe(window, async () => {
    try {
      const opened = await fetch();
      if (opened !== null) await showDesign(window, opened);
    } catch (error) {
      showError(window, say('app.error.open'), error);
    }
  });
}

/**
 * Has a new design made and opens it. A large one takes its time: how far it is is shown, and it can be stopped.
 * @param whenStopped goes on where the person was
 */
export async function openMade(
  window: PlenumWindow,
  title: string,
  make: () => Promise<OpenedDesign>,
  whenStopped: () => void = () => {},
): Promise<void> {
  await whenSafe(window, async () => {
    window.dialog.set(null);
    try {
      const opened = await make().finally(showProgress(window, title, 'design.making'));
      await showDesign(window, opened);
    } catch (error) {
      const isStopped = error instanceof Refused && error.refusal.code === 'making-stopped';
      if (isStopped) whenStopped();
      else showError(window, say('app.error.open'), error);
    }
  });
}

/** Makes a sample and opens it. */
export function openSample(window: PlenumWindow, sample: string): Promise<void> {
  const title = say('app.making', { name: say(`catalog.sample.${sample}`) });
  return openMade(window, title, () => ask(window.bridge, 'design.new', { sample }));
}

/** Goes on when the last gesture is on disk; asks when it cannot be. */
async function whenSafe(window: PlenumWindow, goOn: () => Promise<void>): Promise<void> {
  const open = window.open.state;
  await open?.commits.settled();
  const why = open ? unsavedReason(open.commits.state) : null;
  if (why === null) await goOn();
  else window.dialog.set({ dialog: 'unsaved', why, leave: () => void goOn() });
}

function unsavedReason(state: SaveState): string | null {
  if (state.state !== 'failed' || state.unsaved === 0) return null;
  return say(state.refusal.messageKey, state.refusal.args);
}

/** Goes back to the start screen. */
export async function closeDesign(window: PlenumWindow): Promise<void> {
  await whenSafe(window, async () => {
    await letGo(window);
    window.recents.set(await ask(window.bridge, 'app.recents', null));
  });
}

/** The window is to close although gestures are in memory only: the person decides what becomes of them. */
export async function leaveWindow(window: PlenumWindow): Promise<void> {
  await whenSafe(window, async () => {
    await letGo(window);
    await ask(window.bridge, 'window.close', null);
  });
}

async function letGo(window: PlenumWindow): Promise<void> {
  const open = window.open.state;
  window.dialog.set(null);
  window.open.set(null);
  open?.close();
  try {
    if (open) await ask(window.bridge, 'design.close', { handle: open.file.state.handle });
  } catch (error) {
    showError(window, say('app.error.title'), error);
  }
}

/** Saves under a name that the person chooses. @returns whether that was done */
export async function saveAs(window: PlenumWindow): Promise<boolean> {
  const open = window.open.state;
  if (!open) return false;
  try {
    const saved = valueOfAnswer(await open.commits.saveAs());
    if (saved === null) return false;
    open.file.set({ ...saved, draft: false });
    window.recents.set(await ask(window.bridge, 'app.recents', null));
    return true;
  } catch (error) {
    showError(window, say('app.error.save'), error);
    return false;
  }
}

/** Every gesture is on disk already; a draft still wants a name, and a failure another place. */
export async function save(window: PlenumWindow): Promise<void> {
  const open = window.open.state;
  if (!open) return;
  const { state } = open.commits.state;
  if (open.file.state.draft || state === 'failed' || state === 'read-only') {
    await saveAs(window);
    return;
  }
  await open.commits.settled();
}

/** The types of devices that a person places come first in the library. */
function rememberPlacedTypes(window: PlenumWindow, editor: Editor): void {
  editor.onDesignChange(({ diff, source }) => {
    // What a cluster is made of was not placed by hand.
    if (source !== 'edit' || diff.added.some(({ kind }) => kind === 'cluster')) return;
    const placed = diff.added.flatMap((record) =>
      record.kind === 'device' ? [record.typeId] : [],
    );
    const ids = [...new Set(placed)];
    const [newest] = window.library.state.recent;
    if (ids.length > 0 && (ids.length > 1 || ids[0] !== newest)) void window.library.placed(ids);
  });
}
