/** A line that a cable is drawn as on a face of a rack. */
import type { CableId } from '../model/ids.ts';
import type { Face } from '../model/records.ts';
import type { RackRun } from '../routing/index.ts';

export interface CableStroke {
  readonly cableId: CableId;
  readonly face: Face;
  /** Points `x0, y0, x1, y1, ...` in rack-face coordinates, mm. */
  readonly points: readonly number[];
  /** Distance to the next lane of its strip, mm: a wider line would hide its neighbours. */
  readonly pitchMm: number;
  /** How it goes on at its last point: a dot tells that it passes to the other face. */
  readonly onward: RackRun['onward'];
}
