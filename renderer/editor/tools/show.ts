/** What tools put on the overlay, in the same words and shapes for all of them. */
import type { DeviceId } from '../../../shared/model/ids.ts';
import { typeFaceSeen } from '../../../shared/model/rack-geometry.ts';
import { sayReason, type Verdict } from '../../../shared/rules/index.ts';
import type { Editor } from '../editor.ts';
import type { Point } from '../geometry.ts';
import {
  EMPTY_OVERLAY,
  type Ghost,
  type Guide,
  type Overlay,
  type OverlayMessage,
} from '../overlay.ts';
import { faceOfRack } from '../places.ts';
import type { Landing } from '../snapping.ts';

/** Replaces the overlay; what is not given is empty. */
export function showOverlay(editor: Editor, overlay: Partial<Overlay>): void {
  editor.set({ overlay: { ...EMPTY_OVERLAY, ...overlay } });
}

/** Takes everything off the overlay. */
export function clearOverlay(editor: Editor): void {
  editor.set({ overlay: EMPTY_OVERLAY });
}

/** The sentence beside the pointer: the first reason against, else the first warning, else `otherwise`. */
export function verdictMessage(verdict: Verdict, at: Point, otherwise: string): OverlayMessage {
  const [against] = verdict.reasons;
  if (against) return { tone: 'refused', text: sayReason(against), at };
  const [warning] = verdict.warnings;
  if (warning) return { tone: 'warning', text: sayReason(warning), at };
  return { tone: 'info', text: otherwise, at };
}

export function ghostAt(
  landing: Landing,
  { id, name }: { readonly id: DeviceId | null; readonly name: string },
  allowed: boolean,
): Ghost {
  return {
    deviceId: id,
    box: landing.box,
    type: landing.type,
    typeFace: typeFaceSeen(landing.placement, landing.seen),
    name,
    allowed,
  };
}

/** The line under a landing, across its rack's face. */
export function snapGuide(editor: Editor, landing: Landing): Guide | null {
  const face = faceOfRack(editor.layout, landing.placement.rackId, landing.seen);
  if (!face) return null;
  const y = landing.box.y + landing.box.height;
  return {
    kind: 'snap',
    from: { x: face.x, y },
    to: { x: face.x + face.width, y },
    label: landing.label,
  };
}
