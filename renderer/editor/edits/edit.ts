/**
 * An edit is made by a pure function over a design: it asks the rules and answers with a diff and its name,
 * or with the reason why not. Making it is the editor's business (`editor.perform`).
 */
import { type Diff, EMPTY_DIFF } from '../../../shared/model/diff.ts';
import type { DesignRecord } from '../../../shared/model/records.ts';
import { type Reason, reason, type Verdict } from '../../../shared/rules/index.ts';
import { type MessageArgs, say } from '../../../shared/text/index.ts';
import type { Selection } from '../selection.ts';

/** An edit that is ready to be made. */
export interface Edit {
  readonly diff: Diff;
  /** What it does, as a person reads it: "Move leaf-1". */
  readonly label: string;
  /** What is selected afterwards; null when the selection stays. */
  readonly selection: Selection | null;
}

/** An edit, or why it may not be made. */
export type EditAnswer =
  | { readonly ok: true; readonly edit: Edit }
  | { readonly ok: false; readonly reason: Reason };

/** The answer yes. */
export function edited(
  label: string,
  diff: Partial<Diff>,
  selection: Selection | null = null,
): EditAnswer {
  return { ok: true, edit: { label, diff: { ...EMPTY_DIFF, ...diff }, selection } };
}

/** The answer no. */
export function refused(key: string, args: MessageArgs = {}): EditAnswer {
  return { ok: false, reason: reason(key, args) };
}

/** The answer no, with the first reason of a verdict that does not allow. */
export function refusedBy(verdict: Verdict): EditAnswer {
  return { ok: false, reason: verdict.reasons[0] ?? reason('editor.refused.generic') };
}

/** Pairs of records that really change; two equal ones are no change. */
export function changes<R extends DesignRecord>(
  records: Iterable<R>,
  change: (record: R) => R,
): (readonly [R, R])[] {
  const pairs: (readonly [R, R])[] = [];
  for (const record of records) {
    const after = change(record);
    if (JSON.stringify(record) !== JSON.stringify(after)) pairs.push([record, after]);
  }
  return pairs;
}

/**
 * The name of an edit of one or many things, e.g. "Move leaf-1" or "Move 3 devices".
 * @param key message with `name` and `count`
 */
export function editLabel(key: string, names: readonly string[]): string {
  return say(key, { count: names.length, name: names[0] ?? '' });
}
