/** How thick cables are together, and what they cover (physics.md, sections 3.2 to 3.4). */
import { packingRatios } from '../catalog/index.ts';
import { notNegative, positive, whole, within } from './domain.ts';

/** Share of a dressed bundle's cross-section that is cable: 1.2·√n·d (physics.md, section 3.2; S50). */
export const PACKING = 0.694;

/**
 * Diameter of a bundle, mm. Equal cables: the larger of the exact circle packing (n ≤ 19) and d·√(n/φ);
 * mixed: √(Σd²/φ), never less than the two thickest side by side, nor than the exact packing of the k
 * thickest taken as the thinnest of them. One cable is its own bundle; none has no diameter. One more cable
 * never makes it thinner. Round jackets, strap not crushing (physics.md, section 3.2).
 * @param diametersMm outer diameters, mm, each > 0; in any order
 * @param packing φ, over 0 to 1
 * @throws RangeError on nonsense
 */
export function bundleDiameterMm(diametersMm: readonly number[], packing = PACKING): number {
  const phi = within('packing', packing, Number.MIN_VALUE, 1);
  const sorted = diametersMm.map((d) => positive('a diameter', d)).sort((a, b) => b - a);
  return sortedBundleMm(sorted, phi);
}

/** The same of diameters > 0 that are in order, the thickest first. */
export function sortedBundleMm(sorted: readonly number[], packing: number): number {
  const [first, second] = sorted;
  if (first === undefined) return 0;
  if (second === undefined) return first;
  let squares = 0;
  let diameter = first + second;
  for (let index = 0; index < sorted.length; index += 1) {
    const d = sorted[index] ?? 0;
    squares += d * d;
    diameter = Math.max(diameter, d * (packingRatios[index] ?? 0));
  }
  return Math.max(diameter, Math.sqrt(squares / packing));
}

/**
 * Diameter of a bundle of equal cables, mm: `bundleDiameterMm` without the list.
 * @param count whole number of cables ≥ 0
 * @param diameterMm of each, mm, > 0
 * @param packing φ, over 0 to 1
 */
export function equalBundleMm(count: number, diameterMm: number, packing = PACKING): number {
  if (count <= 1) return count * diameterMm;
  return diameterMm * Math.max(packingRatios[count - 1] ?? 0, Math.sqrt(count / packing));
}

/**
 * Area that cables cover in front of a face on which the ports are spread evenly, mm²: the bundle grows from
 * nothing to the edge, A = ⅔·W·d·√(n/(s·φ)) with s the number of sides they leave by (physics.md,
 * section 3.4). Not clipped to the height of the window.
 * @param face `widthMm` W > 0, `diameterMm` d > 0, `count` n ≥ 0 in all, `sides` 1 or 2, `packing` φ
 * @throws RangeError on nonsense
 */
export function blockedAreaMm2(face: {
  readonly widthMm: number;
  readonly diameterMm: number;
  readonly count: number;
  readonly sides: number;
  readonly packing?: number;
}): number {
  const width = positive('widthMm', face.widthMm);
  const diameter = positive('diameterMm', face.diameterMm);
  const count = whole('count', face.count, 0);
  const sides = within('sides', whole('sides', face.sides, 1), 1, 2);
  const phi = within('packing', face.packing ?? PACKING, Number.MIN_VALUE, 1);
  return (2 / 3) * width * diameter * Math.sqrt(count / (sides * phi));
}

/**
 * Share of a pathway's cross-section that cables take: Σ(π·d²/4) / A (physics.md, section 3.3).
 * @param squaresMm2 Σd² of the cables, mm²
 * @param areaMm2 cross-section of the tray, conduit or manager, mm², > 0
 * @throws RangeError on nonsense
 */
export function pathwayFill(squaresMm2: number, areaMm2: number): number {
  return (Math.PI * notNegative('squaresMm2', squaresMm2)) / (4 * positive('areaMm2', areaMm2));
}
