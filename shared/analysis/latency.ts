/** How long a signal is under way (physics.md, section 6). */
import { notNegative, positive } from './domain.ts';

/**
 * Time that one block of an error-correcting code takes on the wire, ns: a decoder must have the whole block
 * before it can answer.
 * @param bits of the block, > 0: RS(544,514) has 5,440 and RS(528,514) 5,280
 * @param lineRateGbps Gb/s, > 0
 * @throws RangeError on nonsense
 */
export function blockTimeNs(bits: number, lineRateGbps: number): number {
  return positive('bits', bits) / positive('lineRateGbps', lineRateGbps);
}

/**
 * Time over a path, ns: flight of every stretch, and what every device and plug on the way adds.
 * @param stretches length m and speed ns/m of each, ≥ 0
 * @param addedNs delays, ns, ≥ 0
 * @throws RangeError on nonsense
 */
export function pathTimeNs(
  stretches: readonly { readonly lengthM: number; readonly nsPerM: number }[],
  addedNs: readonly number[],
): number {
  let total = 0;
  for (const { lengthM, nsPerM } of stretches) {
    total += notNegative('lengthM', lengthM) * notNegative('nsPerM', nsPerM);
  }
  for (const delay of addedNs) total += notNegative('a delay', delay);
  return total;
}
