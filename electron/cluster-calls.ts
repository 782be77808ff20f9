/** The calls that read and write a cluster's specification as a file, the same that `plenum cluster --spec` reads. */
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { LARGEST_SPEC } from '../shared/model/records.ts';
import { say } from '../shared/text/index.ts';
import { writeTextWhole } from './export/write-whole.ts';
import { pickFile, pickTarget } from './file-dialogs.ts';
import { type Handlers, refused } from './ipc.ts';

export const clusterCalls = {
  'cluster.readSpec': async (_: null, window: BrowserWindow) => {
    const file = await pickFile(window, {
      title: say('main.dialog.readSpec'),
      filters: [{ name: say('main.filter.json'), extensions: ['json'] }],
      properties: ['openFile'],
    });
    return file === null ? null : { name: path.basename(file), text: await textOf(file) };
  },
  'cluster.writeSpec': async ({ name, text }, window) => {
    const out = await pickTarget(window, say('main.dialog.writeSpec'), `${plain(name)}.json`, {
      name: say('main.filter.json'),
      ending: '.json',
    });
    if (out === null) return null;
    await writeTextWhole(out, text);
    return { name: path.basename(out) };
  },
} satisfies Partial<Handlers>;

/** A name that every system takes as a file's. */
function plain(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N} ._-]+/gu, '-').trim() || 'cluster';
}

/** At most what a spec may have is read, whatever the file's size is said to be. @throws Refused when it cannot be */
async function textOf(file: string): Promise<string> {
  const name = path.basename(file);
  const handle = await open(file, 'r').catch(() => {
    throw refused('spec-unreadable', { name });
  });
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(LARGEST_SPEC + 1));
    if (bytesRead > LARGEST_SPEC) throw refused('spec-too-large', { name });
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
