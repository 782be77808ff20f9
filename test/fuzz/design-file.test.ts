/**
 * Damaged and hostile files through the real door, in a process of their own: whatever was done to a file, it
 * is refused or says exactly what it said before. No crash, no hang, and the file is left as it is.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { createDesignFile } from '../../electron/storage/design-file.ts';
import { StorageClient } from '../../electron/storage/storage-client.ts';
import { StorageError } from '../../electron/storage/storage-error.ts';
import { recordsOf } from '../../shared/model/design.ts';
import { largeDesign } from '../crash/designs.ts';
import { forkStorage } from '../crash/fork-storage.ts';
import { pick, type Random, seeded, seedOfRun } from '../crash/random.ts';
import { temporaryFolder } from '../crash/temporary-folder.ts';

const MUTANTS = 600;
const PAGE = 4096;
const HEADER = 100;
/** An honest file of this size opens in a fiftieth of it. */
const LONGEST_MS = 5_000;

/** Ways to damage a file; each changes the bytes that it is given, or answers other ones. */
const DAMAGES: Readonly<Record<string, (bytes: Buffer, random: Random) => Buffer>> = {
  'a flipped bit': (bytes, random) => flip(bytes, pick(random, bytes.length), random),
  'a flipped bit in the header': (bytes, random) => flip(bytes, pick(random, HEADER), random),
  'a flipped bit in text': (bytes, random) => {
    const at = bytes.indexOf('device-', pick(random, bytes.length));
    return flip(bytes, at < 0 ? bytes.length - 1 : at + pick(random, 9), random);
  },
  'sixteen random bytes': (bytes, random) => {
    const at = pick(random, bytes.length - 16);
    for (let index = at; index < at + 16; index += 1) bytes[index] = pick(random, 256);
    return bytes;
  },
  'an empty page': (bytes, random) => {
    const page = pick(random, bytes.length / PAGE);
    return bytes.fill(0, page * PAGE, (page + 1) * PAGE);
  },
  'two swapped pages': (bytes, random) => {
    const [one, two] = [pick(random, bytes.length / PAGE), pick(random, bytes.length / PAGE)];
    const kept = Buffer.from(bytes.subarray(one * PAGE, (one + 1) * PAGE));
    bytes.copy(bytes, one * PAGE, two * PAGE, (two + 1) * PAGE);
    kept.copy(bytes, two * PAGE);
    return bytes;
  },
  'a cut end': (bytes, random) => bytes.subarray(0, pick(random, bytes.length)),
  'an altered schema': (bytes, random) => {
    const at = bytes.indexOf('CREATE', pick(random, PAGE));
    return flip(bytes, (at < 0 ? HEADER : at) + pick(random, 60), random);
  },
};

function flip(bytes: Buffer, at: number, random: Random): Buffer {
  bytes[at] = (bytes[at] ?? 0) ^ (1 << pick(random, 8));
  return bytes;
}

it(`${MUTANTS} damaged files: none hangs, crashes or passes with other content`, async () => {
  const random = seeded(seedOfRun('file fuzz'));
  const folder = temporaryFolder();
  const original = path.join(folder, 'original.plenum');
  const design = largeDesign({ racks: 2, devicesPerRack: 10, cables: 60 });
  createDesignFile(original, design);
  const whole = readFileSync(original);
  const expected = [...recordsOf(design)];
  const client = StorageClient.start(forkStorage);
  onTestFinished(() => client.end());
  const kinds = Object.entries(DAMAGES);
  let refused = 0;
  for (let round = 0; round < MUTANTS; round += 1) {
    const [kind, damage] = kinds[round % kinds.length]!;
    const file = path.join(folder, `mutant-${round}.plenum`);
    const mutant = damage(Buffer.from(whole), random);
    writeFileSync(file, mutant);
    const started = performance.now();
    const records = await openOrRefuse(client, file);
    expect(performance.now() - started, `${kind}, mutant ${round}: too slow`).toBeLessThan(
      LONGEST_MS,
    );
    if (records === null) {
      refused += 1;
      expect(readFileSync(file).equals(mutant), `${kind}, mutant ${round}: written to`).toBe(true);
    } else {
      const same = isDeepStrictEqual(records, expected);
      expect(same, `${kind}, mutant ${round}: other content passed`).toBe(true);
    }
  }
  process.stdout.write(
    `file fuzz: ${refused} of ${MUTANTS} refused, the rest said what they should\n`,
  );
  expect(refused).toBeGreaterThan(MUTANTS / 2);
});

async function openOrRefuse(
  client: StorageClient,
  file: string,
): Promise<readonly unknown[] | null> {
  try {
    return (await client.open(file)).records;
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    expect(['storage-ended', 'open-timeout', 'internal']).not.toContain(error.refusal.code);
    return null;
  }
}

const ENDLESS = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)';

it.each([
  ['an endless view', `DROP TABLE digest; CREATE VIEW digest AS ${ENDLESS} SELECT i FROM n`],
  [
    'an endless trigger',
    `CREATE TRIGGER endless AFTER INSERT ON rack BEGIN
       INSERT INTO rack_row SELECT i, '', 0 FROM (${ENDLESS} SELECT i FROM n); END`,
  ],
  [
    'a check that takes for ever',
    `PRAGMA ignore_check_constraints = ON;
     CREATE TABLE slow (x CHECK (length(hex(zeroblob(200000000))) > 0));
     INSERT INTO slow VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12)`,
  ],
])('%s is refused at once', async (_, sql) => {
  const file = path.join(temporaryFolder(), 'hostile.plenum');
  createDesignFile(file, largeDesign({ racks: 1, devicesPerRack: 2, cables: 2 }));
  const db = new Database(file);
  db.exec(sql);
  db.close();
  const client = StorageClient.start(forkStorage);
  onTestFinished(() => client.end());
  const started = performance.now();
  expect(await openOrRefuse(client, file)).toBeNull();
  expect(performance.now() - started).toBeLessThan(LONGEST_MS);
});
