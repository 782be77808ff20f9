/**
 * Every type file of the field, where the collection is at hand: names and counts agree with the YAML, faces pass
 * the checks of the editor, and what goes out comes back.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFile, importFiles } from '../../electron/import/device-type-files.ts';
import { ROOT } from '../../scripts/project.ts';
import { recordSchema } from '../../shared/contract/record-schema.ts';
import { faceChecks, sayFaceCheck } from '../../shared/faceplate/index.ts';
import {
  exportDeviceType,
  type ImportedDocument,
  importDeviceTypes,
} from '../../shared/formats/index.ts';
import type { PortKind } from '../../shared/model/device-type.ts';

const FIELD = path.join(ROOT, '..', 'shared', 'data');
const FOLDERS = ['devicetypes', 'devicetypes-synthetic', 'moduletypes', 'racktypes'].map((name) =>
  path.join(FIELD, name),
);
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

/** Files and what must be said of them: field/interop.md 1.1. */
const TRAPS: readonly (readonly [what: string, words: string])[] = [
  ['QM9700.yaml lonely-twin', 'the file has 62 of 64 ports. None was added.'],
  ['QM9700.yaml air-at-ports', 'rear-to-front'],
  ['Q3400-RA.yaml twin-cages', '72 cages have two ports each'],
  ['Q3400-RA.yaml several-supplies', '8 power inlets (875 W)'],
  ['DGC-A100.yaml power-doubt', '6.5 kW, but its inlets add up to 2142 W'],
  ['DGC-A100.yaml interface-slug', '1000base-t (Rear IPMI)'],
  ['DGC-A100.yaml duplicate-name', 'Rear VGA (2 ×)'],
  ['PowerEdge-XE9680.yaml duplicate-name', 'SXM5 (8 ×)'],
  ['PowerEdge-XE9680.yaml power-in-modules', 'PSU 1, PSU 2'],
  ['PowerSwitch-N2024P.yaml misspelt-key', 'poe-type was read as poe_type in 24 entries.'],
  ['USW-Pro-Max-16-PoE.yaml misspelt-key', 'maxium_draw was read as maximum_draw.'],
  ['unknown-values.yaml unknown-slug', '3.2tbase-x-osfp3200'],
  ['unknown-values.yaml no-such-port', 'F1 leads to "missing"'],
];

async function* imported(): AsyncGenerator<{
  file: string;
  document: Extract<ImportedDocument, { status: 'imported' }>;
}> {
  for (const file of await importFiles(FOLDERS)) {
    for (const document of (await importFile(file)).documents) {
      if (document.status === 'imported') yield { file, document };
    }
  }
}

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
    for (const file of await importFiles(FOLDERS)) {
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
        for (const kind of ['module', 'device'] as const) {
          const bays = document.type.bays.filter((bay) => bay.kind === kind).length;
          expect(bays, `${file}: ${kind} bays`).toBe(counts[`${kind}-bays`] ?? 0);
        }
        for (const [kind, list] of Object.entries(LISTS)) {
          const ports = document.type.ports.filter((port) => port.kind === kind).length;
          expect(ports, `${file}: ${list}`).toBe(counts[list] ?? 0);
        }
        const model = /^model:\s*(.*?)\s*$/m.exec(texts[index] ?? '')?.[1] ?? '';
        if (!/^["'>|]/.test(model)) expect(document.type.model).toBe(model);
      }
      if (!rejected.includes(path.basename(file))) expect(documents).toHaveLength(texts.length);
    }
    expect(rejected).toEqual(['alias-bomb.yaml', 'AR3100.yaml']);
  });

  it('have faces without a fault, but for names that stand twice and ports that found no room', async () => {
    for await (const { file, document } of imported()) {
      const faults = faceChecks(document.type).filter(({ severity }) => severity !== 'note');
      const codes = new Set(document.warnings.map(({ code }) => code));
      const told = faults.filter(
        ({ code }) =>
          (code === 'port-name-twice' && codes.has('duplicate-name')) ||
          (code === 'port-without-cage' && codes.has('no-room')),
      );
      expect(faults.map(sayFaceCheck), file).toEqual(told.map(sayFaceCheck));
    }
  });

  it('go out and come back as they were, and could be stored', async () => {
    for await (const { file, document } of imported()) {
      expect(recordSchema.safeParse(document.type).success, file).toBe(true);
      const { text, unsaid } = exportDeviceType(document.type);
      expect(unsaid, file).toEqual([]);
      const [back] = importDeviceTypes(text);
      expect(back?.status === 'imported' && back.type, file).toEqual(document.type);
    }
  });

  it('tell the traps that are known to be in them', async () => {
    const told = new Map<string, string>();
    for await (const { file, document } of imported()) {
      for (const { code, message } of document.warnings) {
        told.set(`${path.basename(file)} ${code}`, message);
      }
    }
    for (const [what, words] of TRAPS) expect(told.get(what), what).toContain(words);
  });
});
