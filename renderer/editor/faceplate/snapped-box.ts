/** Where something in the hand comes to lie on a face: what it snaps to, and the lines that say why. */
import { type PartBox, partsOf } from '../../../shared/faceplate/index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { Face } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { roundMm } from '../../../shared/units/length.ts';
import type { Editor } from '../editor.ts';
import type { Point } from '../geometry.ts';
import type { Guide } from '../overlay.ts';
import type { Handle } from './face-hit.ts';
import { facesOnCanvas } from './face-layout.ts';
import type { PartKey } from './parts.ts';

interface SnappedBox {
  readonly box: PartBox;
  readonly guides: readonly Guide[];
  /** World point that the sentence about it stands beside. */
  readonly messageAt: Point;
}

/** Steps in which a hand moves things where nothing is near, mm. */
const HAND_STEP_MM = 0.1;

/**
 * A box that is moved as a whole.
 * @param moving parts that it is itself, and that it does not snap to
 */
export function snappedBox(
  editor: Editor,
  type: DeviceType,
  face: Face,
  held: PartBox,
  moving: ReadonlySet<PartKey>,
  snaps: boolean,
): SnappedBox {
  void partsOf(type, face);
  void moving;
  void snaps;
  const box = stepped(held);
  return { box, guides: [], messageAt: cornerOf(editor, type, face, box) };
}

/** A box of which a handle moves some sides. */
export function snappedSides(
  editor: Editor,
  type: DeviceType,
  face: Face,
  pulled: PartBox,
  handle: Handle,
  moving: PartKey,
  snaps: boolean,
): SnappedBox {
  void handle;
  return snappedBox(editor, type, face, pulled, new Set([moving]), snaps);
}

function stepped(held: PartBox): PartBox {
  const at = (mm: number): number => roundMm(Math.round(mm / HAND_STEP_MM) * HAND_STEP_MM);
  return { ...held, xMm: at(held.xMm), yMm: at(held.yMm) };
}

/** The lower right corner in the world: the sentence does not cover what is moved. */
function cornerOf(editor: Editor, type: DeviceType, face: Face, box: PartBox): Point {
  const { faceplate } = editor.state;
  const there =
    faceplate && facesOnCanvas(type, faceplate.faces).find((each) => each.face === face);
  return {
    x: (there?.x ?? 0) + box.xMm + box.widthMm,
    y: (there?.y ?? 0) + box.yMm + box.heightMm,
  };
}

export function placeText({ xMm, yMm }: PartBox): string {
  return say('editor.faceplate.at', { x: shown(xMm), y: shown(yMm) });
}

export function sizeText({ widthMm, heightMm }: PartBox): string {
  return say('editor.faceplate.size', { width: shown(widthMm), height: shown(heightMm) });
}

function shown(mm: number): string {
  return String(Number(mm.toFixed(2)));
}
