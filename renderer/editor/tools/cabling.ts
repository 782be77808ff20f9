/** Dragging a cable out of a port, from the select tool: it ends where the pointer is let go. */
import type { PortRef } from '../../../shared/model/records.ts';
import { targetAt, worldAt } from '../aim.ts';
import type { Editor } from '../editor.ts';
import { takeCable } from './cable-in-hand.ts';
import type { Gesture } from './tool.ts';

/** A drag has two ends. */
const PLAIN = { shape: { shape: 'plain' }, medium: null } as const;

export function cabling(editor: Editor, from: PortRef): Gesture {
  const cable = takeCable(editor, from, PLAIN);
  const portUnder = (screen: Parameters<typeof targetAt>[1]): PortRef | null => {
    const target = targetAt(editor, screen);
    return target.kind === 'port' ? target.ref : null;
  };
  return {
    move({ screen }) {
      cable.aim(portUnder(screen), worldAt(editor, screen));
    },
    end({ screen }) {
      const port = portUnder(screen);
      if (port) cable.plugIn(port);
      cable.drop();
    },
    cancel() {
      cable.drop();
    },
  };
}
