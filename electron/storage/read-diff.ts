/** An edit that came as text, in which a large one crosses from process to process at once. */
import type { DiffText } from '../../shared/contract/ipc.ts';
import { diffSchema } from '../../shared/contract/record-schema.ts';
import type { Diff } from '../../shared/model/diff.ts';
import { RecordError } from './check-records.ts';

/** @throws RecordError when the text holds no diff of valid records */
export function readDiff(diff: Diff | DiffText): Diff {
  if (!('text' in diff)) return diff;
  const read = diffSchema.safeParse(parsed(diff.text));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new RecordError(`${issue?.path.join('.')}: ${issue?.message}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RecordError((error as Error).message);
  }
}
