/** What of a faceplate is under a point, and which handle of what is selected. */
import type { FacePart } from '../../../shared/faceplate/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { Camera } from '../camera.ts';
import { boxHolds, type Point } from '../geometry.ts';
import { EDITOR_OPTIONS } from '../options.ts';
import type { Target } from '../target.ts';
import { type FaceOnCanvas, facesOnCanvas, partOnCanvas } from './face-layout.ts';
import { type FaceplateState, shownType } from './faceplate-state.ts';
import { type PartKey, partsByKey, pickedParts } from './parts.ts';

/** The smallest part under the point; a part too small to aim at is taken from a little beside it. */
export function partAt(
  design: Design,
  faceplate: FaceplateState,
  camera: Camera,
  world: Point,
): Target {
  const type = shownType(design, faceplate);
  const faces = facesOnCanvas(type, faceplate.faces);
  const face = faces.find((each) => boxHolds(each, world));
  let best: { key: PartKey; area: number } | null = null;
  for (const [key, part] of partsByKey(type)) {
    const box = partOnCanvas(faces, part);
    if (!box || !boxHolds(box, world, marginOf(box, camera.zoom))) continue;
    const area = box.width * box.height;
    if (!best || area <= best.area) best = { key, area };
  }
  if (best) return { kind: 'part', part: best.key };
  // Beside the faces the nearest one is meant: there is nothing else on this canvas.
  const near = face ?? nearestFace(faces, world);
  return near ? { kind: 'face', face: near.face } : { kind: 'canvas' };
}

function nearestFace(faces: readonly FaceOnCanvas[], { x, y }: Point): FaceOnCanvas | undefined {
  const away = (face: FaceOnCanvas): number =>
    Math.max(face.x - x, x - face.x - face.width, face.y - y, y - face.y - face.height);
  return faces.toSorted((a, b) => away(a) - away(b))[0];
}

function marginOf(box: Box, zoom: number): number {
  const small = Math.min(box.width, box.height) * zoom;
  return small >= EDITOR_OPTIONS.minPartPx ? 0 : (EDITOR_OPTIONS.minPartPx - small) / 2 / zoom;
}

/** The sides that a handle moves: -1 left or top, 1 right or bottom, 0 neither. */
export interface Handle {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

const HANDLES: readonly Handle[] = [
  { x: -1, y: -1 },
  { x: 1, y: -1 },
  { x: -1, y: 1 },
  { x: 1, y: 1 },
  { x: 0, y: -1 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 1, y: 0 },
];

/** The part that may be resized by hand: one shape alone. An opening has the size of its form factor. */
export function resizable(design: Design, faceplate: FaceplateState): FacePart | null {
  if (faceplate.selected.size !== 1) return null;
  const [part] = pickedParts(shownType(design, faceplate), faceplate.selected);
  return part?.ref.part === 'shape' && !part.locked ? part : null;
}

/** Handles of a box on the canvas that there is room for, with their middles. */
export function handlesOf(box: Box, zoom: number): readonly (Handle & { at: Point })[] {
  const wide = box.width * zoom >= EDITOR_OPTIONS.handleRoomPx;
  const high = box.height * zoom >= EDITOR_OPTIONS.handleRoomPx;
  return HANDLES.filter(
    (handle) => (handle.x === 0 ? wide : true) && (handle.y === 0 ? high : true),
  ).map((handle) => ({
    ...handle,
    at: {
      x: box.x + (box.width * (handle.x + 1)) / 2,
      y: box.y + (box.height * (handle.y + 1)) / 2,
    },
  }));
}

/** The handle under a world point, or null. */
export function handleAt(
  design: Design,
  faceplate: FaceplateState,
  camera: Camera,
  world: Point,
): { readonly part: FacePart; readonly handle: Handle } | null {
  const part = resizable(design, faceplate);
  const type = shownType(design, faceplate);
  const box = part && partOnCanvas(facesOnCanvas(type, faceplate.faces), part);
  if (!part || !box) return null;
  const reach = EDITOR_OPTIONS.handleReachPx / camera.zoom;
  const under = handlesOf(box, camera.zoom).find(
    ({ at }) => Math.abs(at.x - world.x) <= reach && Math.abs(at.y - world.y) <= reach,
  );
  return under ? { part, handle: { x: under.x, y: under.y } } : null;
}
