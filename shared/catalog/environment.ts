/** ASHRAE's classes of air-cooled equipment. */
import type { DesignSettings } from '../model/records.ts';
import rows from './data/ashrae.json' with { type: 'json' };
import { rowsOf, type Sourced, withSource } from './sources.ts';

export interface AshraeClass extends Sourced {
  readonly id: DesignSettings['ashraeClass'];
  /** Inlet temperatures, °C: recommended and allowable, each from … to. */
  readonly recommendedC: readonly [low: number, high: number];
  readonly allowableC: readonly [low: number, high: number];
  /** The allowable limit falls by 1 K for so many metres above 900 m. */
  readonly derateMPerK: number;
  readonly note: string;
}

const CLASSES: ReadonlyMap<string, AshraeClass> = new Map(
  rowsOf<AshraeClass>(rows).map((row) => [row.id, withSource(row)]),
);

/** The limits of a class (physics.md, section 5). @throws RangeError when there is no such class */
export function ashraeClass(id: AshraeClass['id']): AshraeClass {
  const found = CLASSES.get(id);
  if (!found) throw new RangeError(`no ASHRAE class ${id}`);
  return found;
}
