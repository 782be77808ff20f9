/** How keys walk over the cells of a grid. */

export interface Cell {
  readonly row: number;
  readonly column: number;
}

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const PAGE_ROWS = 10;

/** The cell that a key leads to, within the grid; null where it is no key for walking. */
export function step(
  { key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress,
  { row, column }: Cell,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): Cell | null {
  if (altKey) return null;
  const far = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowDown':
      return { row: far ? rows - 1 : row + 1, column };
    case 'ArrowUp':
      return { row: far ? 0 : row - 1, column };
    case 'ArrowRight':
      return shiftKey ? null : { row, column: far ? columns - 1 : column + 1 };
    case 'ArrowLeft':
      return shiftKey ? null : { row, column: far ? 0 : column - 1 };
    case 'PageDown':
      return { row: row + PAGE_ROWS, column };
    case 'PageUp':
      return { row: row - PAGE_ROWS, column };
    case 'Home':
      return { row: far ? 0 : row, column: 0 };
    case 'End':
      return { row: far ? rows - 1 : row, column: columns - 1 };
    default:
      return null;
  }
}

/** The whole numbers between two, both among them, in ascending order. */
export function rangeOf(from: number, to: number): readonly number[] {
  const first = Math.min(from, to);
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, index) => first + index);
}
