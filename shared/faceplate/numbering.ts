/** In which order the openings of a grid are counted, and the names made of the numbers. */

export const NUMBERING_ORDERS = ['left-right', 'top-down', 'odd-over-even'] as const;
/**
 * `left-right` counts along each row, `top-down` down each column, `odd-over-even` goes along a pair of rows and
 * counts upper and lower in turn; in two rows from 1 that puts odd numbers over even ones. From 0 the upper
 * are even.
 */
export type NumberingOrder = (typeof NUMBERING_ORDERS)[number];

/** A place in a grid, both from 0, from the top left. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** What a grid is counted by. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
}

/** The places of a grid in the order in which they are counted. */
export function countedPlaces({ rows, columns }: Grid, order: NumberingOrder): GridPlace[] {
  const places: GridPlace[] = [];
  const count = (row: number, column: number): void => void places.push({ row, column });
  switch (order) {
    case 'left-right':
      for (let row = 0; row < rows; row += 1) {
        for (let column = 0; column < columns; column += 1) count(row, column);
      }
      return places;
    case 'top-down':
      for (let column = 0; column < columns; column += 1) {
        for (let row = 0; row < rows; row += 1) count(row, column);
      }
      return places;
    case 'odd-over-even':
      for (let upper = 0; upper < rows; upper += 2) {
        for (let column = 0; column < columns; column += 1) {
          count(upper, column);
          if (upper + 1 < rows) count(upper + 1, column);
        }
      }
      return places;
    default:
      return order satisfies never;
  }
}

/**
 * Numbers for a pattern: `{n}` is the opening's, `{p}` that of the port within its opening, `{i}` the running
 * number of the port in its group. Other braces stay as they are.
 */
export interface PatternNumbers {
  readonly n: number;
  readonly p?: number;
  readonly i?: number;
}

/** A name from its pattern, e.g. `swp{n}s{p}` with n 3 and p 1 is `swp3s1`. */
export function nameFrom(pattern: string, numbers: PatternNumbers): string {
  return pattern.replace(/\{([npi])\}/g, (braced, letter: 'n' | 'p' | 'i') => {
    const number = numbers[letter];
    return number === undefined ? braced : String(number);
  });
}
