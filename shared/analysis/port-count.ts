/** Counts of ports and their sums. */
import type { PortCount } from './types.ts';

/** Nothing to count. */
export const NO_PORTS: PortCount = {
  total: 0,
  used: 0,
  reserved: 0,
  shut: 0,
  free: 0,
  cages: 0,
  cagesUsed: 0,
};

/** Two counts as one. */
export function sumOfCounts(a: PortCount, b: PortCount): PortCount {
  return {
    total: a.total + b.total,
    used: a.used + b.used,
    reserved: a.reserved + b.reserved,
    shut: a.shut + b.shut,
    free: a.free + b.free,
    cages: a.cages + b.cages,
    cagesUsed: a.cagesUsed + b.cagesUsed,
  };
}
