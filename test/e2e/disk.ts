/** What is on disk, read as another program would. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { readDesignFile } from '../../electron/storage/design-file.ts';
import { type Design, recordsOf } from '../../shared/model/design.ts';
import type { DesignRecord } from '../../shared/model/records.ts';

/** The newest draft of a data folder, as it is on disk. */
export function draftOnDisk(userData: string): Design {
  const folder = path.join(userData, 'drafts');
  const drafts = readdirSync(folder)
    .filter((name) => name.endsWith('.plenum'))
    .map((name) => path.join(folder, name))
    .toSorted((a, b) => statSync(b).birthtimeMs - statSync(a).birthtimeMs);
  const [newest] = drafts;
  if (newest === undefined) throw new Error(`no draft in ${folder}`);
  return readDesignFile(newest);
}

/** A design's records in an order of their own, to compare two designs by. */
export function contentOf(design: Design): readonly DesignRecord[] {
  return [...recordsOf(design)].toSorted((a, b) =>
    `${a.kind} ${a.id}`.localeCompare(`${b.kind} ${b.id}`),
  );
}
