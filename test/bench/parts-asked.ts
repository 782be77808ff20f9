/** Which parts of the bench are asked for: window, sizes, walk and library need a build and a display, the others only Node. */

export const PARTS_MEASURED = [
  'analysis',
  'comparison',
  'cluster',
  'file',
  'pdf',
  'library',
  'types',
  'import',
  'window',
  'sizes',
  'walk',
] as const;
export type PartMeasured = (typeof PARTS_MEASURED)[number];

/** The parts named in a list such as `analysis,file`. @throws RangeError when one of them is none */
export function partsAsked(list: string): ReadonlySet<PartMeasured> {
  return new Set(
    list.split(',').map((name) => {
      const part = PARTS_MEASURED.find((known) => known === name.trim());
      if (part) return part;
      throw new RangeError(`--only takes ${PARTS_MEASURED.join(', ')}, not ${name}`);
    }),
  );
}
