/** Numbers and notes as NetBox's columns take them. */
import type { NetboxRow } from './columns.ts';

/** At most so many decimals, and no zeros at the end. */
export function decimal(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}

/** A whole number; unknown is empty. */
export function whole(value: number | null): string {
  return value === null ? '' : String(Math.round(value));
}

/** Longest description that NetBox takes. */
const DESCRIPTION_MAX = 200;

/** Notes as the description, which the import reads as notes; longer ones are comments, after those that were kept. */
export function notesRow(notes: string, kept: NetboxRow): NetboxRow {
  const comments = kept['comments'] ?? '';
  if (notes.length <= DESCRIPTION_MAX && !notes.includes('\n'))
    return { description: notes, ...(comments === '' ? {} : { comments }) };
  return { description: '', comments: [comments, notes].filter(Boolean).join('\n\n') };
}
