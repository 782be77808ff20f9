/** The cables that pass one place of a pathway, counted by their jackets: exact, however they were counted. */

import { mediumName } from '../catalog/index.ts';
import { say } from '../text/index.ts';
import { bundleDiameterMm, pathwayFill } from './bundle.ts';
import { DIAMETERS_SQUARED, type Jacket } from './cable-facts.ts';

/** How many cables of each jacket pass. */
export type Passing = ReadonlyMap<Jacket, number>;

/** Counts one more or one less; a count that comes to nothing is forgotten. */
export function countPassing(passing: Map<Jacket, number>, jacket: Jacket, by: number): void {
  const count = (passing.get(jacket) ?? 0) + by;
  if (count === 0) passing.delete(jacket);
  else passing.set(jacket, count);
}

/** How many pass. */
export function cablesPassing(passing: Passing): number {
  let cables = 0;
  for (const count of passing.values()) cables += count;
  return cables;
}

/** Σd² of what passes, in whole `DIAMETERS_SQUARED`: the same in whatever order it was added. */
export function squaresPassing(passing: Passing): number {
  let squares = 0;
  for (const [{ square }, count] of passing) squares += square * count;
  return squares;
}

/** Share of a pathway that squares in whole `DIAMETERS_SQUARED` fill. */
export function fillOfSquares(squares: number, areaMm2: number): number {
  return pathwayFill(squares / DIAMETERS_SQUARED, areaMm2);
}

/** Cross-section of what passes, mm²: the sum of π·d²/4; cables of unknown thickness are left out. */
export function sectionPassingMm2(passing: Passing): number {
  return (Math.PI * squaresPassing(passing)) / (4 * DIAMETERS_SQUARED);
}

/** Diameter of what passes as one bundle, mm; cables of unknown thickness are left out. */
export function bundlePassingMm(passing: Passing, packing: number): number {
  const diameters: number[] = [];
  for (const [{ odMm }, count] of passing) {
    if (odMm === null) continue;
    for (let n = 0; n < count; n += 1) diameters.push(odMm);
  }
  return bundleDiameterMm(diameters, packing);
}

/** What passes, in words, the thickest first: "32 × passive copper of 9.4 mm; 16 × multimode fibre of 3.0 mm". */
export function passingInWords(passing: Passing): string {
  const kinds = new Map<string, { readonly jacket: Jacket; count: number }>();
  for (const [jacket, count] of passing) {
    const key = `${jacket.medium} ${jacket.odMm}`;
    const kind = kinds.get(key) ?? { jacket, count: 0 };
    kind.count += count;
    kinds.set(key, kind);
  }
  const ordered = [...kinds].sort(
    ([one, a], [other, b]) => b.jacket.square - a.jacket.square || (one < other ? -1 : 1),
  );
  return ordered
    .map(([, { jacket, count }]) => {
      const medium = mediumName(jacket.medium);
      if (jacket.odMm === null) return say('analysis.amount.cablesUnknown', { count, medium });
      return say('analysis.amount.cables', { count, medium, od: jacket.odMm.toFixed(1) });
    })
    .join('; ');
}
