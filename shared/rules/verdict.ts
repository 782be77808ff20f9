/**
 * What a rule answers. The same answer is shown beside a dragged ghost, in a menu row that is greyed out,
 * and by the command line, so it is a message key with its arguments and the records it speaks of.
 */
import type { RecordKind } from '../model/records.ts';
import { type MessageArgs, say } from '../text/index.ts';

/** Why not, or what to mind: a message of the catalogue and the records it names. */
export interface Reason {
  readonly key: string;
  readonly args: MessageArgs;
  readonly subjects: readonly { readonly kind: RecordKind; readonly id: string }[];
}

/** Allowed when there are no reasons against it; warnings never forbid. */
export interface Verdict {
  readonly allowed: boolean;
  readonly reasons: readonly Reason[];
  readonly warnings: readonly Reason[];
}

/** A reason in short. */
export function reason(
  key: string,
  args: MessageArgs = {},
  subjects: Reason['subjects'] = [],
): Reason {
  return { key, args, subjects };
}

/** The verdict over these reasons. */
export function verdict(reasons: readonly Reason[], warnings: readonly Reason[] = []): Verdict {
  return { allowed: reasons.length === 0, reasons, warnings };
}

/** The reason as a sentence. @throws RangeError when its key is not in the catalogue */
export function sayReason(why: Reason): string {
  return say(why.key, why.args);
}
