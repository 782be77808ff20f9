/** The keyboard goes back to where it was when a dialog closes. */
import { useEffect } from 'react';
import type { PlenumWindow } from './plenum-window.ts';

/**
 * Dialogs come and go as wholes, so none can remember for itself what had the keyboard before it. Whatever
 * took the focus meanwhile, by the dialog's own act, keeps it.
 */
export function useFocusReturn({ dialog }: PlenumWindow): void {
  useEffect(() => {
    let open = dialog.state !== null;
    let before: Element | null = null;
    return dialog.subscribe(() => {
      const wasOpen = open;
      open = dialog.state !== null;
      if (open && !wasOpen) before = document.activeElement;
      if (open || !wasOpen) return;
      const target = before;
      // The dialog leaves the page with React's next paint; only then is it known whether the focus is lost.
      requestAnimationFrame(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost && target instanceof HTMLElement) target.focus({ preventScroll: true });
      });
    });
  }, [dialog]);
}
