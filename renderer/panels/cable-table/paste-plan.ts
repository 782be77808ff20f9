/**
 * A block from a spreadsheet as changes of cables. With headings in its first line the columns are those named, and
 * where the cable's label is among them, the rows are the cables of those labels; without, the block begins at the
 * cell that has the keyboard. Nothing of it is made before everything in it is understood.
 */
import { plainCell } from '../../../shared/formats/table/csv.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { CableId } from '../../../shared/model/ids.ts';
import { say } from '../../../shared/text/index.ts';
import type { CablePatch } from '../../editor/index.ts';
import { patchFrom } from './cell-patch.ts';
import { CABLE_COLUMNS, type CableColumn } from './columns.ts';
import type { TableCable } from './table-cable.ts';

export interface PastedChange {
  readonly label: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

export interface PastedFault {
  /** Line of the block, from 1. */
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

export interface PastePlan {
  readonly changes: readonly PastedChange[];
  readonly faults: readonly PastedFault[];
  readonly patches: ReadonlyMap<CableId, CablePatch>;
}

/** Where a block without headings begins: the rows from there on, and the columns from there on. */
export interface PastePlace {
  /** All rows that are shown: labels are looked for among them. */
  readonly shown: readonly TableCable[];
  readonly rows: readonly TableCable[];
  readonly columns: readonly CableColumn[];
}

/** Cells of a block as a spreadsheet puts it on the clipboard: tabs and lines, quotes around both in a cell. */
export function blockOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const plain = text.replaceAll('\r\n', '\n');
  for (let at = 0; at < plain.length; at += 1) {
    const letter = plain.charAt(at);
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (plain.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === '\t' || letter === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (letter === '\n') rows.push([]);
    } else cell += letter;
  }
  rows.at(-1)?.push(cell);
  return rows.filter((row) => row.some((each) => each !== ''));
}

/** Cells as a block for a spreadsheet. */
export function blockText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(cellText).join('\t')).join('\n');
}

function cellText(text: string): string {
  // A spreadsheet runs what begins like a formula; a mark before it keeps it a text.
  const safe = /^[=+\-@]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /["\t\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What the block would change, and what of it is not understood. */
export function pastePlan(design: Design, text: string, place: PastePlace): PastePlan {
  const block = blockOf(text);
  const headings = headingsOf(block[0] ?? []);
  const faults: PastedFault[] = [];
  const changes: PastedChange[] = [];
  const patches = new Map<CableId, CablePatch>();
  const body = headings ? block.slice(1) : block;
  const columns = headings ?? place.columns;
  const rowOf = rowFinder(place, headings);
  for (const [index, cells] of body.entries()) {
    const line = index + 1 + (headings ? 1 : 0);
    const row = rowOf(cells, index);
    if (typeof row === 'string') {
      faults.push({ line, column: say('cables.column.label'), value: cells[0] ?? '', reason: row });
      continue;
    }
    for (const [at, value] of cells.entries()) {
      const column = columns[at];
      if (!column) {
        if (value.trim() !== '') {
          faults.push({
            line,
            column: String(at + 1),
            value,
            reason: say('cables.refused.noColumn'),
          });
        }
        continue;
      }
      const before = column.text(row, design);
      const given = plainCell(value);
      if (given === before.trim()) continue;
      if (column.field === null) {
        faults.push({ line, column: column.title, value, reason: say('cables.refused.onlyTold') });
        continue;
      }
      const answer = patchFrom(column.field, given);
      if (!answer.ok) {
        faults.push({ line, column: column.title, value, reason: answer.reason });
        continue;
      }
      patches.set(row.cable.id, { ...patches.get(row.cable.id), ...answer.patch });
      changes.push({
        label: row.cable.label || row.cable.id,
        column: column.title,
        before,
        after: given,
      });
    }
  }
  return { changes, faults, patches };
}

/** The columns that the first line names; null when it names none of the table's twice over. */
function headingsOf(cells: readonly string[]): readonly (CableColumn | undefined)[] | null {
  const named = cells.map((cell) =>
    CABLE_COLUMNS.find(({ title }) => title.toLowerCase() === cell.trim().toLowerCase()),
  );
  const known = named.filter((column) => column !== undefined).length;
  return known > 0 && known === cells.filter((cell) => cell.trim() !== '').length ? named : null;
}

type RowFinder = (cells: readonly string[], index: number) => TableCable | string;

function rowFinder(
  { shown, rows }: PastePlace,
  headings: readonly (CableColumn | undefined)[] | null,
): RowFinder {
  const at = headings?.findIndex((column) => column?.id === 'label') ?? -1;
  if (at < 0) return (_, index) => rows[index] ?? say('cables.refused.noRow');
  const byLabel = new Map<string, TableCable | null>();
  for (const row of shown) {
    const { label } = row.cable;
    byLabel.set(label, byLabel.has(label) ? null : row);
  }
  return (cells) => {
    const found = byLabel.get((cells[at] ?? '').trim());
    if (found === undefined) return say('cables.refused.noSuchCable');
    return found ?? say('cables.refused.labelTwice');
  };
}
