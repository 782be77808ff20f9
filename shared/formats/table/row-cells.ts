/** The cells of one row by the names of their columns; what nobody asked for is kept for the way back. */
import { quoted } from '../netbox/import-report.ts';
import type { Kept, RowFault, RowPlace } from '../site/rows.ts';
import { lengthInMm, quantityOf } from '../site/words.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** Longest name, and longest note, that a design holds. */
const LONGEST_NAME = 200;
const LONGEST_NOTE = 10_000;
/** Most that is kept of one row, characters. */
const MOST_KEPT = 50_000;

/** Headings of a sheet, as its file spells them and where they stand. */
export interface Heading {
  readonly name: string;
  readonly at: number;
}

export class RowCells {
  readonly place: RowPlace;
  readonly #cells: readonly string[];
  readonly #columns: ReadonlyMap<string, Heading>;
  readonly #unread: Map<string, Heading>;
  readonly #faults: RowFault[];

  /** @param columns what is read, by the name that readers use; faults are added to `faults` */
  constructor(
    sheet: Sheet,
    row: SheetRow,
    columns: ReadonlyMap<string, Heading>,
    faults: RowFault[],
  ) {
    this.place = { sheet: sheet.name, line: row.line, path: '' };
    this.#cells = row.cells;
    this.#columns = columns;
    this.#unread = new Map(columns);
    this.#faults = faults;
  }

  has(column: string): boolean {
    return this.#columns.has(column);
  }

  /** The heading of a column as the file spells it; empty where there is none. */
  heading(column: string): string {
    return this.#columns.get(column)?.name ?? '';
  }

  /** The text of a cell without looking at it: it stays among what is kept. */
  peek(column: string): string {
    const heading = this.#columns.get(column);
    return heading === undefined ? '' : (this.#cells[heading.at] ?? '').trim();
  }

  /** A name; empty where there is none. One that is too long is cut, and said. */
  name(column: string): string {
    return this.#text(column, LONGEST_NAME);
  }

  /** A note; empty where there is none. */
  note(column: string): string {
    return this.#text(column, LONGEST_NOTE);
  }

  /**
   * What a word of a cell means; null where the cell is empty, or the word means nothing: that is a fault, and the
   * word is kept as it is.
   */
  word<T>(column: string, meaning: (word: string) => T | null, code: string): T | null {
    const text = this.peek(column);
    if (text === '') return null;
    const value = meaning(text);
    if (value === null) this.fault(column, code);
    else this.#unread.delete(column);
    return value;
  }

  /** A number from `least` to `most`; null where there is none, or where it is none: that is a fault. */
  number(column: string, least: number, most: number): number | null {
    const inRange = (text: string): number | null => {
      const value = Number(text.replace(',', '.'));
      return Number.isFinite(value) && value >= least && value <= most ? value : null;
    };
    const text = this.peek(column);
    if (text === '') return null;
    const value = inRange(text);
    if (value === null) this.fault(column, 'not-a-number', { least, most });
    else this.#unread.delete(column);
    return value;
  }

  /** A length in mm, in the unit that stands behind it, in its column, or the usual one. */
  length(column: string, unitColumn: string, usual: string, mostMm: number): number | null {
    const text = this.peek(column);
    if (text === '') return null;
    const quantity = quantityOf(text);
    const unit = quantity?.unit || this.peek(unitColumn) || usual;
    const mm = quantity && lengthInMm(quantity.value, unit);
    if (mm === null || mm < 0 || mm > mostMm) {
      this.fault(column, 'not-a-length', { unit: quoted(unit), most: mostMm / 1000 });
      return null;
    }
    this.drop(column, unitColumn);
    return mm;
  }

  /** Notes that a cell was not understood; the row goes in without it. */
  fault(column: string, code: string, args: RowFault['args'] = {}): void {
    this.#note(column, code, args, false);
  }

  /** Notes that the row as a whole is left out, for this cell. */
  refuse(column: string, code: string, args: RowFault['args'] = {}): null {
    this.#note(column, code, args, true);
    return null;
  }

  /** Columns that say nothing of their own: they are not kept. */
  drop(...columns: readonly string[]): void {
    for (const column of columns) this.#unread.delete(column);
  }

  /** What was not read, by the names of its columns. */
  kept(): Kept {
    const kept: [string, string][] = [];
    let length = 0;
    for (const { name, at } of this.#unread.values()) {
      const text = (this.#cells[at] ?? '').trim();
      length += name.length + text.length;
      if (text === '' || name === '') continue;
      if (length > MOST_KEPT) {
        this.#faults.push({
          ...this.#faultAt(name, text),
          code: 'too-much-kept',
          args: {},
          whole: false,
        });
        break;
      }
      kept.push([name, text]);
    }
    return Object.fromEntries(kept);
  }

  #note(column: string, code: string, args: RowFault['args'], whole: boolean): void {
    const heading = this.#columns.get(column)?.name ?? column;
    this.#faults.push({ ...this.#faultAt(heading, this.peek(column)), code, args, whole });
  }

  #faultAt(column: string, text: string): Pick<RowFault, 'place' | 'column' | 'value'> {
    return { place: this.place, column, value: quoted(text) };
  }

  #text(column: string, longest: number): string {
    const text = this.peek(column).toWellFormed();
    if (text.length > longest) this.fault(column, 'cut', { limit: longest });
    this.#unread.delete(column);
    return text.slice(0, longest).toWellFormed();
  }
}
