/** Every table and layout that other programs' makers publish goes in with a report that counts right. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readImportFile } from '../../electron/import/read-files.ts';
import { applyPlan, freeIds, type ImportPlan, planImport } from '../../shared/import-plan/index.ts';
import { emptyDesign } from '../../shared/model/design.ts';
import { applyDiff } from '../../shared/model/diff.ts';
import { checkDesign } from '../../shared/rules/index.ts';

const DATA = path.join(import.meta.dirname, '../../../shared/data');
const isThere = ['netbox', 'topology', 'rackula'].every((name) =>
  existsSync(path.join(DATA, name)),
);

async function planOf(...names: readonly string[]): Promise<ImportPlan> {
  const files = await Promise.all(names.map((name) => readImportFile(path.join(DATA, name))));
  expect(files.filter(({ rejected }) => rejected)).toEqual([]);
  const sources = files.flatMap(({ file, rows }) => rows.map((each) => ({ file, rows: each })));
  const found = files.flatMap(({ file, found: readings }) =>
    readings.map((reading) => ({ file, reading, on: '2026-01-01' })),
  );
  const design = emptyDesign('Data');
  const plan = planImport(design, sources, freeIds(design), found);
  const applied = applyPlan(design, plan, new Set());
  if (!applied.ok) throw new Error(applied.reason.key);
  const after = applyDiff(design, applied.diff);
  expect(checkDesign(after)).toEqual([]);
  const again = planImport(after, sources, freeIds(after), found);
  expect(again.makes).toEqual([]);
  expect(again.differs).toEqual([]);
  return plan;
}

const count = ({ makes }: ImportPlan, kind: string): number =>
  makes.filter((one) => one.kind === kind).length;
/** Lines of a file that are no heading and not empty. */
const lines = (name: string): number =>
  readFileSync(path.join(DATA, name), 'utf8').trim().split(/\r?\n/).length - 1;

describe.skipIf(!isThere)('published files', () => {
  it('of NetBox', async () => {
    const plan = await planOf('netbox/cables.csv', 'netbox/devices.csv', 'netbox/racks.csv');
    expect(plan.notUnderstood).toEqual([]);
    for (const kind of ['rack', 'device', 'cable'] as const) {
      expect([kind, count(plan, kind)]).toEqual([kind, lines(`netbox/${kind}s.csv`)]);
    }
  });

  it('of cable lists: every row is a cable or is said', async () => {
    const names = readdirSync(path.join(DATA, 'topology')).filter((name) => /p2p|links/.test(name));
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) {
      const plan = await planOf(`topology/${name}`);
      const left = new Set(
        plan.notUnderstood.filter(({ whole }) => whole).map(({ where }) => where.place.line),
      );
      expect([name, count(plan, 'cable') + left.size]).toEqual([name, lines(`topology/${name}`)]);
    }
    await planOf('topology/nvidia-cvt-infiniband-p2p.csv', 'topology/hca_mapping.csv');
  });

  it('of discovery tools are kept to be compared', async () => {
    for (const name of ['clos02.clab.yml', 'ptm-topology.dot', 'iblinkinfo.txt', 'lldpctl.json']) {
      expect(count(await planOf(`topology/${name}`), 'found')).toBe(1);
    }
  });

  it('of Rackula, plain and packed: every rack, device and connection', async () => {
    for (const name of readdirSync(path.join(DATA, 'rackula')).filter((one) =>
      one.endsWith('.yaml'),
    )) {
      const plan = await planOf(`rackula/${name}`);
      const layout = parse(readFileSync(path.join(DATA, 'rackula', name), 'utf8'));
      const racks = layout.racks ?? [layout.rack];
      const devices = racks.flatMap((rack: { devices: unknown[] }) => rack.devices);
      expect([name, count(plan, 'rack')]).toEqual([name, racks.length]);
      expect([name, count(plan, 'device')]).toEqual([name, devices.length]);
      const cables = [...(layout.connections ?? []), ...(layout.cables ?? [])];
      const left = new Set(
        plan.notUnderstood
          .filter(({ where, whole }) => whole && /^(cables|connections)/.test(where.place.path))
          .map(({ where }) => where.place.path),
      );
      expect([name, count(plan, 'cable') + left.size]).toEqual([name, cables.length]);
    }
    const packed = readdirSync(path.join(DATA, 'rackula')).filter((name) => name.endsWith('.zip'));
    expect(packed).toHaveLength(3);
    for (const name of packed) {
      expect(count(await planOf(`rackula/${name}`), 'rack')).toBeGreaterThan(0);
      const { rows } = await readImportFile(path.join(DATA, 'rackula', name));
      expect(rows.map(({ pictures }) => pictures.length)).toEqual([1]);
    }
  });
});
