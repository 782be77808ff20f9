/**
 * How long a signal is under way (physics.md, section 6). Error correction is in the hosts and the switches, and
 * the same behind every medium that it is needed for: it is never charged to a medium.
 */
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

/**
 * Time that a message takes to leave a port, ns: 8·bytes / rate.
 * @param bytes of the message, ≥ 0
 * @param rateGbps Gb/s, > 0
 * @throws RangeError on nonsense
 */
export function serialisationNs(bytes: number, rateGbps: number): number {
  return (8 * notNegative('bytes', bytes)) / positive('rateGbps', rateGbps);
}

/**
 * Share of a step that a rail waits for the slowest one: `(t_slowest − t_rail) / (t_slowest + t_message)`, where
 * a step of a collective is over when the slowest rail has its message.
 * @param slowestNs way of the slowest rail, ns, ≥ 0
 * @param railNs way of this rail, ns, 0 … slowestNs
 * @param messageNs time in which the message of a step leaves a port, ns, > 0
 * @throws RangeError on nonsense
 */
export function waitingShare(slowestNs: number, railNs: number, messageNs: number): number {
  const wait = notNegative('slowestNs - railNs', slowestNs - notNegative('railNs', railNs));
  return wait / (slowestNs + positive('messageNs', messageNs));
}
