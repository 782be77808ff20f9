/** Numbers from a seed, so that a failure can be had again. */
export type Random = () => number;

/** A generator of numbers in [0, 1) (mulberry32, public domain). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The seed of this run: `PLENUM_SEED`, or a new one; printed, so that a failure can be repeated. */
export function seedOfRun(what: string): number {
  const given = process.env['PLENUM_SEED'];
  const seed = given === undefined ? Math.floor(Math.random() * 2 ** 32) : Number(given);
  process.stdout.write(`${what}: PLENUM_SEED=${seed}\n`);
  return seed;
}

/** A whole number from 0 to `below` - 1. */
export function pick(random: Random, below: number): number {
  return Math.floor(random() * below);
}
