/** Discovery files into the design. */
import { say } from '../../shared/text/index.ts';
import { localDay } from '../../shared/text/local-day.ts';
import { keepFound } from '../editor/index.ts';
import { ask, Refused } from './bridge.ts';
import type { OpenDesign } from './open-design.ts';
import { type PlenumWindow, showError } from './plenum-window.ts';
import { addToast } from './toasts.tsx';

/** Asks for a discovery file and keeps what it says, in one edit. */
export async function readFoundFile(window: PlenumWindow, { editor }: OpenDesign): Promise<void> {
  try {
    const read = await ask(window.bridge, 'found.read', null);
    if (read === null) return;
    const { design, ids } = { design: editor.state.design, ids: editor.ids };
    if (!editor.perform(keepFound(design, ids, read, localDay(new Date())))) return;
    const [first] = read.faults;
    const count = read.faults.length;
    if (first) {
      const { line, message } = first;
      addToast(window.toasts, 'info', say('app.found.faults', { count, line, message }));
    }
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === 'cancelled') return;
    showError(window, say('app.error.found'), error);
  }
}
