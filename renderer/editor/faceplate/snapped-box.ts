/** Where something in the hand comes to lie on a face: what it snaps to, and the lines that say why. */
import {
  faceFrame,
  type PartBox,
  partKey,
  partsOf,
  type SnapField,
  type SnapGuide,
  type Snapped,
  snapMove,
  snapSides,
} from '../../../shared/faceplate/index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { Face } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { roundMm } from '../../../shared/units/length.ts';
import type { Editor } from '../editor.ts';
import type { Point } from '../geometry.ts';
import { EDITOR_OPTIONS } from '../options.ts';
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

/** What is on the face, and what of it is in the hand and no place to snap to. */
export interface SnapPlace {
  readonly type: DeviceType;
  readonly face: Face;
  readonly moving: ReadonlySet<PartKey>;
  /** Whether the hand wants it: Ctrl held turns it off. */
  readonly wanted: boolean;
}

/** A box that is moved as a whole. */
export function snappedBox(editor: Editor, place: SnapPlace, held: PartBox): SnappedBox {
  const snapped = pulled(editor, place, held);
  const box = {
    ...held,
    xMm: heldOr(held.xMm, snapped, 'x'),
    yMm: heldOr(held.yMm, snapped, 'y'),
  };
  return told(editor, place, box, snapped.guides);
}

/** A box of which a handle moves some sides. */
export function snappedSides(
  editor: Editor,
  place: SnapPlace,
  held: PartBox,
  handle: Handle,
): SnappedBox {
  const { box, guides } = snapSides(
    fieldOf(place),
    inSteps(held, handle),
    handle,
    toleranceMm(editor, place),
  );
  const rounded = {
    xMm: roundMm(box.xMm),
    yMm: roundMm(box.yMm),
    widthMm: roundMm(box.widthMm),
    heightMm: roundMm(box.heightMm),
  };
  return told(editor, place, rounded, guides);
}

/** The box with its moved sides at the next steps of the hand. */
function inSteps(held: PartBox, handle: Handle): PartBox {
  const [xMm, widthMm] = sideInSteps(held.xMm, held.widthMm, handle.x);
  const [yMm, heightMm] = sideInSteps(held.yMm, held.heightMm, handle.y);
  return { xMm, yMm, widthMm, heightMm };
}

function sideInSteps(start: number, length: number, moves: -1 | 0 | 1): [number, number] {
  const end = start + length;
  if (moves === 1) return [start, inStep(end) - start];
  if (moves === -1) return [inStep(start), end - inStep(start)];
  return [start, length];
}

function inStep(mm: number): number {
  return roundMm(Math.round(mm / HAND_STEP_MM) * HAND_STEP_MM);
}

function pulled(editor: Editor, place: SnapPlace, held: PartBox): Snapped {
  return snapMove(fieldOf(place), held, 0, 0, toleranceMm(editor, place));
}

function fieldOf({ type, face, moving }: SnapPlace): SnapField {
  const others = partsOf(type, face).filter(({ ref }) => !moving.has(partKey(ref)));
  return { frame: faceFrame(type, face), others };
}

function toleranceMm(editor: Editor, { wanted }: SnapPlace): number {
  const { camera, faceplate } = editor.state;
  return wanted && faceplate?.snapping ? EDITOR_OPTIONS.snapPx / camera.zoom : 0;
}

/** Where it snapped; where nothing pulled, the next step of the hand. */
function heldOr(mm: number, { dxMm, dyMm, guides }: Snapped, axis: 'x' | 'y'): number {
  if (guides.some((guide) => guide.axis === axis)) {
    return roundMm(mm + (axis === 'x' ? dxMm : dyMm));
  }
  return inStep(mm);
}

function told(
  editor: Editor,
  { type, face }: SnapPlace,
  box: PartBox,
  guides: readonly SnapGuide[],
): SnappedBox {
  const { faceplate } = editor.state;
  const faces = faceplate ? facesOnCanvas(type, faceplate.faces) : [];
  const { x, y } = faces.find((each) => each.face === face) ?? { x: 0, y: 0 };
  return {
    box,
    guides: guides.map((guide) => onCanvas(guide, x, y)),
    // Beside the lower right corner, where it does not cover what is moved.
    messageAt: { x: x + box.xMm + box.widthMm, y: y + box.yMm + box.heightMm },
  };
}

function onCanvas({ axis, atMm, fromMm, toMm, key, args }: SnapGuide, x: number, y: number): Guide {
  const upright = axis === 'x';
  return {
    kind: 'snap',
    from: upright ? { x: x + atMm, y: y + fromMm } : { x: x + fromMm, y: y + atMm },
    to: upright ? { x: x + atMm, y: y + toMm } : { x: x + toMm, y: y + atMm },
    label: say(key, args),
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
