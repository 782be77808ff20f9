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
