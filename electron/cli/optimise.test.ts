/** `plenum optimise` as it is used. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clusterDesign, clusterSpec } from '../../shared/cluster/index.ts';
import { createDesignFile, readDesignFile } from '../storage/design-file.ts';
import { runPlenum } from './run.ts';

let folder = '';
let out = '';
let errors = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plenum-optimise-'));
  [out, errors] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    errors += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** A design in which switches have better places than those they stand at. */
function given(name: string): string {
  const file = path.join(folder, name);
  const node = { type: 'catalog:dell-poweredge-xe9680', count: 10 };
  createDesignFile(
    file,
    clusterDesign(clusterSpec({ node, compute: { leaf: 'catalog:nvidia-sn5600' } })),
  );
  return file;
}

test('moves switches in the file, and tells what that gains', async () => {
  const file = given('a.plenum');
  const before = readDesignFile(file);
  expect(await runPlenum(['optimise', file, '--for', 'copper', '--json'])).toBe(0);
  const told = JSON.parse(out);
  expect(told).toMatchObject({ format: 'plenum.optimise/1', goal: 'copper', seed: 1 });
  expect(told.after.copperM).toBeLessThan(told.before.copperM);
  const after = readDesignFile(file);
  const moved = [...after.devices.values()].filter(({ id, u }) => before.devices.get(id)?.u !== u);
  expect(moved).toHaveLength(told.moved.devices);
  expect(after.cables).toEqual(before.cables);
});

test('a dry run says so in words, and leaves every byte', async () => {
  const file = given('b.plenum');
  const bytes = readFileSync(file);
  expect(await runPlenum(['optimise', file, '--for', 'copper', '--seed', '7', '--dry-run'])).toBe(
    0,
  );
  expect(out).toMatch(/Copper in all: [\d.]+ m → [\d.]+ m\n/);
  expect(out).toMatch(/\d+ devices change their units\.\n$/);
  expect(errors).toMatch(/dry run/);
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test.each([
  [['--for', 'beauty'], /--for cannot be "beauty"/],
  [[], /Say what is to become less/],
  [['--for', 'cost', '--seed', 'x'], /--seed cannot be "x"/],
])('bad use %j is refused in one line', async (args, line) => {
  expect(await runPlenum(['optimise', path.join(folder, 'c.plenum'), ...args])).toBe(2);
  expect(errors).toMatch(line);
  expect(errors.trimEnd().split('\n')).toHaveLength(1);
});

test('a file that is not there is not made', async () => {
  const file = path.join(folder, 'nowhere.plenum');
  expect(await runPlenum(['optimise', file, '--for', 'cost'])).toBe(2);
  expect(() => readFileSync(file)).toThrow(/ENOENT/);
});

test('interrupted, it leaves the file as it was', async () => {
  const file = given('d.plenum');
  const bytes = readFileSync(file);
  vi.mocked(process.stderr.write).mockImplementation((text) => {
    if (errors === '') process.emit('SIGINT');
    errors += String(text);
    return true;
  });
  expect(await runPlenum(['optimise', file, '--for', 'cost'])).toBe(2);
  expect(errors).toContain('plenum: Cancelled; nothing was changed.');
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('weighs metres of media as it is told, and says which weights it had', async () => {
  const file = given('weights.plenum');
  const run = async (...more: readonly string[]) => {
    out = '';
    const argv = ['optimise', file, '--for', 'cost', '--dry-run', '--json', ...more];
    expect(await runPlenum(argv)).toBe(0);
    return JSON.parse(out);
  };
  const even = await run();
  const heavy = await run('--weights', 'dac=3, mmf=0,smf=0');
  expect([even.weights, heavy.weights]).toEqual([{}, { dac: 3, mmf: 0, smf: 0 }]);
  expect(heavy.before.copperM).toBe(even.before.copperM);
  expect(heavy.before.costWeight).toBeCloseTo(3 * heavy.before.copperM, 6);
});

test.each([
  [['--for', 'cost', '--weights', 'gold=2'], /gold=2/],
  [['--for', 'cost', '--weights', 'dac=-1'], /dac=-1/],
  [['--for', 'cost', '--weights', 'dac'], /MEDIUM=WEIGHT/],
  [['--for', 'cost', '--weights', 'dac=1=2'], /dac=1=2/],
  [['--for', 'copper', '--weights', 'dac=2'], /--for cost/],
])('refuses %j in one line', async (argv, why) => {
  expect(await runPlenum(['optimise', given('refused.plenum'), ...argv])).toBe(2);
  expect(errors).toMatch(why);
  expect(errors.trim().split('\n')).toHaveLength(1);
});

test('leaves what was moved by hand, says how much, and moves it when it is told to', async () => {
  const file = given('moved.plenum');
  expect(await runPlenum(['optimise', file, '--for', 'copper'])).toBe(0);
  const run = async (...more: readonly string[]) => {
    out = '';
    await runPlenum(['optimise', file, '--for', 'copper', '--dry-run', '--json', ...more]);
    return JSON.parse(out).kept;
  };
  const kept = await run();
  expect(kept.devices).toBeGreaterThan(0);
  expect(await run('--hand-placed')).toEqual({ devices: 0, racks: 0 });
  out = '';
  await runPlenum(['optimise', file, '--for', 'copper', '--dry-run']);
  expect(out).toContain(`${kept.devices} device`);
  expect(out).toContain('--hand-placed');
});
