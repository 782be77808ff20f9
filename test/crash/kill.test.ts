/**
 * The storage process is killed at random moments under a stream of edits. Each time the file must be sound,
 * hold every gesture that was acknowledged, and no half of any.
 */
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { createDesignFile } from '../../electron/storage/design-file.ts';
import { openDesignFile } from '../../electron/storage/open-design-file.ts';
import { StorageClient } from '../../electron/storage/storage-client.ts';
import { type Design, designFromRecords } from '../../shared/model/design.ts';
import { applyDiff, type Diff } from '../../shared/model/diff.ts';
import { cableBetween, largeDesign } from './designs.ts';
import { compileStorage, type ForkedStorage, forkStorage } from './fork-storage.ts';
import { pick, type Random, seeded, seedOfRun } from './random.ts';
import { refusalOf } from './refusals.ts';
import { temporaryFolder } from './temporary-folder.ts';

const KILLS = 200;
/** Two at a time: a process spends most of its life starting. */
const LANES = 2;
const LONGEST_LIFE_MS = 80;
const DEVICES_A_GESTURE = 12;

/** The gesture of that number: it marks devices, the row and the settings, and moves a cable. */
function gesture(design: Design, number: number, random: Random): Diff {
  const devices = [...design.devices.values()];
  const first = pick(random, devices.length - DEVICES_A_GESTURE);
  const moved = devices.slice(first, first + DEVICES_A_GESTURE);
  const cables = [...design.cables.values()];
  const gone = cables[pick(random, cables.length)]!;
  const [row] = design.rows.values();
  const port = gone.ends.a[0]!;
  const other = gone.ends.b[0]!;
  const replacement = cableBetween(`cable-g${number}`, port.deviceId, other.deviceId, 0);
  return {
    added: [{ ...replacement, ends: gone.ends }],
    updated: [
      [row!, { ...row!, name: `gesture ${number}` }],
      [design.settings, { ...design.settings, name: `gesture ${number}` }],
      ...moved.map((device) => [device, { ...device, notes: `gesture ${number}` }] as const),
    ],
    removed: [gone],
  };
}

interface Life {
  /** The design after each gesture that was begun, the first being the one on opening. */
  readonly states: readonly Design[];
  readonly acknowledged: number;
}

/** Opens the file in a new process, edits as fast as it can, and kills the process after a while. */
async function liveAndDie(file: string, random: Random, firstNumber: number): Promise<Life> {
  let child: ForkedStorage | undefined;
  const client = StorageClient.start(() => {
    child = forkStorage();
    return child;
  });
  const { records } = await client.open(file);
  const states = [designFromRecords(records)];
  let acknowledged = 0;
  const edits = (async () => {
    for (;;) {
      const design = states.at(-1)!;
      const number = firstNumber + states.length;
      const diff = gesture(design, number, random);
      states.push(applyDiff(design, diff));
      const code = await refusalOf(() => client.commit({ label: `gesture ${number}`, diff }));
      if (code !== 'none') return code;
      acknowledged += 1;
    }
  })();
  await after(random() * LONGEST_LIFE_MS);
  child!.process.kill('SIGKILL');
  expect(await edits).toBe('storage-ended');
  return { states, acknowledged };
}

/** Same records, in whatever order. */
function isSame(a: Design, b: Design): boolean {
  return isDeepStrictEqual({ ...a }, { ...b });
}

async function lane(lives: number, random: Random): Promise<{ acknowledged: number; cut: number }> {
  const file = path.join(temporaryFolder(), 'design.plenum');
  createDesignFile(file, largeDesign({ racks: 2, devicesPerRack: 15, cables: 60 }));
  let [total, cut] = [0, 0];
  for (let life = 0; life < lives; life += 1) {
    const { states, acknowledged } = await liveAndDie(file, random, total + life);
    // Opening is the check of integrity, references and digests.
    const { file: opened, design } = openDesignFile(file, { mode: 'write' });
    expect(opened.readOnly, 'the lock went with its holder').toBeNull();
    opened.close();
    const name = design.settings.name;
    const found = states.findIndex((state) => state.settings.name === name);
    expect(found, `an acknowledged edit is missing: ${name}`).toBeGreaterThanOrEqual(acknowledged);
    expect(isSame(design, states[found]!), 'a torn gesture').toBe(true);
    total += acknowledged;
    if (states.length - 1 > acknowledged) cut += 1;
  }
  return { acknowledged: total, cut };
}

it(`${KILLS} kills: nothing corrupt, no torn gesture, no acknowledged edit lost`, async () => {
  compileStorage();
  const seed = seedOfRun('kill test');
  const results = await Promise.all(
    Array.from({ length: LANES }, (_, index) => lane(KILLS / LANES, seeded(seed + index))),
  );
  const acknowledged = results.reduce((sum, each) => sum + each.acknowledged, 0);
  const cut = results.reduce((sum, each) => sum + each.cut, 0);
  process.stdout.write(`kill test: ${acknowledged} edits acknowledged, ${cut} kills cut one off\n`);
  expect(acknowledged).toBeGreaterThan(KILLS / 10);
  expect(cut).toBeGreaterThan(KILLS / 4);
}, 300_000);
