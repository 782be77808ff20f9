/** The kinds of cable, by what carries the signal. Facts about each stand in `shared/catalog`. */
export const MEDIUM_IDS = [
  'dac',
  'acc',
  'aec',
  'aoc',
  'mmf',
  'smf',
  'lpo',
  'cpo',
  'base-t',
  'power',
] as const;

/**
 * `dac` passive copper, `acc` copper with a redriver, `aec` copper with a retimer, `aoc` light with fixed
 * ends, `mmf`/`smf` fibre between DSP transceivers, `lpo` fibre between linear-drive transceivers, `cpo`
 * fibre to co-packaged optics, `base-t` twisted pair, `power` a power cord.
 */
export type MediumId = (typeof MEDIUM_IDS)[number];

/** Whether a text names a kind of cable. */
export function isMediumId(text: string): text is MediumId {
  return (MEDIUM_IDS as readonly string[]).includes(text);
}
