/** Every device-type file of the field, where the collection is at hand: names and port counts agree with the YAML. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { deviceTypeFiles, importFile } from '../../electron/import/device-type-files.ts';
import { ROOT } from '../../scripts/project.ts';
import type { PortKind } from '../../shared/model/device-type.ts';

const FIELD = path.join(ROOT, '..', 'shared', 'data');
const FOLDERS = ['devicetypes', 'devicetypes-synthetic'].map((name) => path.join(FIELD, name));
const atHand = FOLDERS.every((folder) => existsSync(folder));

const LISTS: Readonly<Record<PortKind, string>> = {
  interface: 'interfaces',
  front: 'front-ports',
  rear: 'rear-ports',
  console: 'console-ports',
  consoleServer: 'console-server-ports',
  powerInlet: 'power-ports',
  powerOutlet: 'power-outlets',
};

/** Counts the entries of each list by its dashes alone: a second opinion that shares no code with the import. */
function entriesByList(document: string): Record<string, number> {
  const counts: Record<string, number> = {};
  let list = '';
  let dash = -1;
  for (const line of document.split(/\r?\n/)) {
    const key = /^([a-z_-]+):/.exec(line)?.[1];
    if (key !== undefined) {
      list = key;
      dash = -1;
    }
    const column = line.search(/-\s/);
    if (list === '' || column < 0 || line.slice(0, column).trim() !== '') continue;
    if (dash < 0) dash = column;
    if (column === dash) counts[list] = (counts[list] ?? 0) + 1;
  }
  return counts;
}

describe.skipIf(!atHand)('the device types of the field', () => {
  it('import with the names and port counts of their files', async () => {
    const rejected: string[] = [];
    for (const file of await deviceTypeFiles(FOLDERS)) {
      const texts = readFileSync(file, 'utf8')
        .replace(/^\uFEFF/, '')
        .split(/^---.*$/m)
        .filter((text) => /^manufacturer:/m.test(text));
      const { documents } = await importFile(file);
      for (const [index, document] of documents.entries()) {
        if (document.status === 'rejected') {
          rejected.push(path.basename(file));
          continue;
        }
        const counts = entriesByList(texts[index] ?? '');
        for (const [kind, list] of Object.entries(LISTS)) {
          const ports = document.type.ports.filter((port) => port.kind === kind).length;
          expect(ports, `${file}: ${list}`).toBe(counts[list] ?? 0);
        }
        const model = /^model:\s*(.*?)\s*$/m.exec(texts[index] ?? '')?.[1] ?? '';
        if (!/^["'>|]/.test(model)) expect(document.type.model).toBe(model);
      }
      if (!rejected.includes(path.basename(file))) expect(documents).toHaveLength(texts.length);
    }
    expect(rejected).toEqual(['alias-bomb.yaml']);
  });
});
