import { focusCanvas } from '../focus-canvas.ts';

/**
 * Gives the keyboard back to the drawing once a row has been chosen, as the menu bar of a system does. What
 * the row opened keeps it: only a keyboard that came back to the bar goes on.
 */
export function leaveMenuBar(): void {
  // A menu hands the keyboard to its button when it closes, in the frame after the choice.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement?.closest('[role="menubar"]')) focusCanvas();
    }),
  );
}
