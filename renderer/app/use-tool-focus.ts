/** A tool that is driven by keys as well as by the pointer brings the keyboard to the drawing. */
import { useEffect } from 'react';
import type { Editor } from '../editor/index.ts';
import { focusCanvas } from '../panels/focus-canvas.ts';

/** However the tool was taken: by a button, a menu, the palette or a drag out of the library. */
export function useToolFocus(editor: Editor): void {
  useEffect(() => {
    let last = editor.state.tool;
    return editor.subscribe(() => {
      const { tool } = editor.state;
      if (tool === last) return;
      last = tool;
      // A menu gives the keyboard back to its button while it closes; the drawing comes after it.
      if (tool === 'cable' || tool === 'replug' || tool === 'place')
        requestAnimationFrame(focusCanvas);
    });
  }, [editor]);
}
