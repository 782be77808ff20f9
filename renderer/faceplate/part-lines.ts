/** The lines of the faceplate's tree: each face that is shown, and its parts in reading order. */
import type { FacePart } from '../../shared/faceplate/index.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import type { Face } from '../../shared/model/records.ts';
import { type FacesShown, type PartKey, partsByKey, readingOrder } from '../editor/index.ts';

interface Placed {
  /** Counted from 1 among its like. */
  readonly position: number;
  readonly count: number;
}

export type PartLine =
  | (Placed & { readonly kind: 'face'; readonly face: Face; readonly parts: number })
  | (Placed & { readonly kind: 'part'; readonly key: PartKey; readonly part: FacePart });

const FACES: readonly Face[] = ['front', 'rear'];

export function partLines(type: DeviceType, shown: FacesShown): readonly PartLine[] {
  const faces = FACES.filter((face) => shown === 'both' || shown === face);
  const parts = partsByKey(type);
  return faces.flatMap((face, index) => {
    const keys = readingOrder(type, face);
    const head: PartLine = {
      kind: 'face',
      face,
      parts: keys.length,
      position: index + 1,
      count: faces.length,
    };
    const lines = keys.flatMap((key, at): PartLine[] => {
      const part = parts.get(key);
      return part ? [{ kind: 'part', key, part, position: at + 1, count: keys.length }] : [];
    });
    return [head, ...lines];
  });
}
