/** Long work of the Node side: how far it is, and a way to stop it. */
import type { Progress } from '../dialogs/progress-dialog.tsx';
import { ask } from './bridge.ts';
import type { PlenumWindow } from './plenum-window.ts';

/** Work that is done sooner needs no progress bar. */
const SHOW_PROGRESS_AFTER_MS = 400;

/** What tells of its progress, and what stops it. */
const STOPS = {
  'export.progress': 'export.cancel',
  'design.making': 'design.stopMaking',
} as const;

/** Shows the progress that the Node side tells of, once it has gone on for a while. Returns how to stop. */
export function showProgress(
  window: PlenumWindow,
  title: string,
  event: keyof typeof STOPS = 'export.progress',
): () => void {
  let told: Omit<Progress, 'title'> | null = null;
  let due = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    if (!due || !told) return;
    const stop = (): void => void ask(window.bridge, STOPS[event], null);
    window.dialog.set({ dialog: 'progress', progress: { title, ...told }, stop });
  };
  const off = window.bridge.on(event, (progress) => {
    told = progress;
    // A step may take long before the next one is told of.
    timer ??= setTimeout(() => {
      due = true;
      show();
    }, SHOW_PROGRESS_AFTER_MS);
    show();
  });
  return () => {
    off();
    clearTimeout(timer);
    if (window.dialog.state?.dialog === 'progress') window.dialog.set(null);
  };
}
