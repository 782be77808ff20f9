/**
 * A large diff as JSON text. Text crosses from thread to thread and from process to process in no time, where tens of
 * thousands of records would be taken apart and put together at every door while the window stands still; it is written
 * a piece at a time, with the window in between.
 */
import { changesIn, type Diff } from '../../shared/model/diff.ts';
import type { DesignRecord } from '../../shared/model/records.ts';

/** Fewer changes than these cross as they are, in a few milliseconds. */
const LARGE = 3_000;
/** Changes that are written in some ten milliseconds. */
const PER_PIECE = 1_500;

export function isLarge(diff: Diff): boolean {
  return changesIn(diff) >= LARGE;
}

/** Who listens to changes asks for the same text: it is written once. */
const written = new WeakMap<Diff, Promise<string>>();

/** The diff as JSON. */
export function diffText(diff: Diff): Promise<string> {
  const known = written.get(diff);
  if (known) return known;
  const text = writeText(diff);
  written.set(diff, text);
  return text;
}

/** Records as JSON lists, a piece at a time. @param onWritten told how many records are written */
export async function recordTexts(
  records: readonly DesignRecord[],
  onWritten: (done: number, total: number) => void = () => {},
): Promise<readonly string[]> {
  return (await pieceTexts(records, onWritten)).map((piece) => `[${piece}]`);
}

async function writeText({ added, updated, removed }: Diff): Promise<string> {
  const parts = [await listText(added), await listText(updated), await listText(removed)];
  return `{"added":[${parts[0]}],"updated":[${parts[1]}],"removed":[${parts[2]}]}`;
}

async function listText(list: readonly unknown[]): Promise<string> {
  return (await pieceTexts(list)).join(',');
}

async function pieceTexts(
  list: readonly unknown[],
  onWritten: (done: number, total: number) => void = () => {},
): Promise<readonly string[]> {
  const pieces: string[] = [];
  for (let from = 0; from < list.length; from += PER_PIECE) {
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 0);
    });
    pieces.push(JSON.stringify(list.slice(from, from + PER_PIECE)).slice(1, -1));
    onWritten(Math.min(from + PER_PIECE, list.length), list.length);
  }
  return pieces;
}
