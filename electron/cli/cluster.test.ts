/** `plenum cluster` as it is used. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Design } from '../../shared/model/design.ts';
import { editDesignFile, readDesignFile } from '../storage/design-file.ts';
import { runPlenum } from './run.ts';

let folder = '';
let out = '';
let errors = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plenum-cluster-'));
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

const at = (name: string): string => path.join(folder, name);

function spec(content: unknown): string {
  writeFileSync(at('spec.json'), JSON.stringify(content));
  return at('spec.json');
}

function read(name: string): Design {
  return readDesignFile(at(name));
}

const NODE = 'catalog:nvidia-dgx-h100';

test('builds a new design, and changes it when the specification changes', async () => {
  const small = spec({ node: { type: NODE, count: 3 } });
  expect(await runPlenum(['cluster', at('a.plenum'), '--spec', small, '--json'])).toBe(0);
  const told = JSON.parse(out);
  expect(told.format).toBe('plenum.cluster-plan/1');
  expect(told.plan.nodes).toBe(3);
  expect(told.plan.cableCount).toBe(read('a.plenum').cables.size);

  const large = spec({ node: { type: NODE, count: 6 } });
  expect(await runPlenum(['cluster', at('a.plenum'), '--spec', large])).toBe(0);
  const design = read('a.plenum');
  const nodes = [...design.devices.values()].filter(({ typeId }) => typeId === NODE);
  expect(nodes).toHaveLength(6);
  expect(design.clusters.size).toBe(1);
});

test('a second cluster stands behind the first', async () => {
  const first = spec({ name: 'One', node: { type: NODE, count: 3 } });
  await runPlenum(['cluster', at('b.plenum'), '--spec', first]);
  const second = spec({ name: 'Two', node: { type: NODE, count: 3 } });
  expect(await runPlenum(['cluster', at('b.plenum'), '--spec', second])).toBe(0);
  const places = [...read('b.plenum').rows.values()].map(({ place }) => place?.yMm);
  expect(places).toEqual([1200, 1200 + 2400 + 1200]);
});

test.each([
  [[], 'mine.plenum', 50],
  [['--take', 'theirs'], 'theirs.plenum', 52],
] as const)('what was edited by hand stays unless %j is said', async (args, name, heightU) => {
  const node = { type: NODE, count: 3 };
  await runPlenum(['cluster', at(name), '--spec', spec({ node })]);
  const [rack] = read(name).racks.values();
  if (!rack) throw new Error('the cluster has no rack');
  const diff = { added: [], updated: [[rack, { ...rack, heightU: 50 }]] as const, removed: [] };
  editDesignFile(at(name), { label: 'by hand', diff });
  const higher = spec({ node, racks: { heightU: 52 } });
  expect(await runPlenum(['cluster', at(name), '--spec', higher, ...args])).toBe(0);
  expect(read(name).racks.get(rack.id)?.heightU).toBe(heightU);
  expect(errors).toContain(`rack ${rack.name} was edited by hand`);
  const others = [...read(name).racks.values()].filter(({ id }) => id !== rack.id);
  expect(new Set(others.map((each) => each.heightU))).toEqual(new Set([52]));
});

test('a dry run writes nothing', async () => {
  const given = spec({ node: { type: NODE, count: 3 } });
  expect(await runPlenum(['cluster', at('c.plenum'), '--spec', given, '--dry-run'])).toBe(0);
  expect(out).toContain('3 nodes in 2 racks');
  expect(existsSync(at('c.plenum'))).toBe(false);
});

test.each([
  [['--spec', 'nowhere.json'], /nowhere\.json cannot be opened/],
  [[], /Name the specification/],
])('bad use %j is refused in one line', async (args, line) => {
  expect(await runPlenum(['cluster', at('d.plenum'), ...args])).toBe(2);
  expect(errors).toMatch(line);
  expect(errors.trimEnd().split('\n')).toHaveLength(1);
});

test.each([
  [
    { node: { type: NODE, count: 2000 }, compute: { tiers: 2 } },
    /spec\.json: compute: tiers is 2: 504 leaves/,
  ],
  [{ node: { type: NODE } }, /spec\.json: node\.count/],
])('the spec %j is refused, and nothing is left behind', async (content, line) => {
  expect(await runPlenum(['cluster', at('e.plenum'), '--spec', spec(content)])).toBe(2);
  expect(errors).toMatch(line);
  expect(readdirSync(folder)).toEqual(['spec.json']);
});
