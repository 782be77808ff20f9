/** Reports that a dialog shows, for elsewhere: on the clipboard, or as a file. */
import { say } from '../../shared/text/index.ts';
import { ask } from './bridge.ts';
import { type PlenumWindow, showError } from './plenum-window.ts';
import { addToast } from './toasts.tsx';

export async function copyReport(window: PlenumWindow, text: string): Promise<void> {
  await ask(window.bridge, 'clipboard.write', { text });
  addToast(window.toasts, 'info', say('app.report.copied'));
}

/** Writes the report at a place that the person chooses. */
export async function saveReport(window: PlenumWindow, text: string): Promise<void> {
  try {
    const saved = await ask(window.bridge, 'report.save', { name: say('app.report.file'), text });
    if (saved) addToast(window.toasts, 'info', say('app.report.saved', saved));
  } catch (error) {
    showError(window, say('app.error.report'), error);
  }
}
