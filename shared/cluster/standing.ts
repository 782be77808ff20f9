/** Where the racks of a cluster stand on the floor, and what stands in them. */
import type { RowPlace } from '../model/records.ts';
import type { LaidRack, Placed } from './place.ts';

export interface StandingRack extends LaidRack {
  readonly name: string;
  /** Number of its row, and its own in it, from 0. */
  readonly row: number;
  readonly order: number;
  readonly widthMm: number;
  /** Its middle in plan coordinates. */
  readonly xMm: number;
  readonly yMm: number;
}

export interface StandingRow {
  readonly name: string;
  readonly place: RowPlace;
  readonly lengthMm: number;
  readonly racks: readonly StandingRack[];
}

/** Where a device stands. */
export interface Standing {
  readonly rack: StandingRack;
  readonly placed: Placed;
}
