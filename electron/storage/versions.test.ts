import { hash } from 'node:crypto';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { recordsOf } from '../../shared/model/design.ts';
import { EMPTY_DIFF } from '../../shared/model/diff.ts';
import type { RecordKind } from '../../shared/model/records.ts';
import { smallDesign } from '../../test/crash/designs.ts';
import { refusalOf } from '../../test/crash/refusals.ts';
import { temporaryFolder } from '../../test/crash/temporary-folder.ts';
import { commitDiff, createDesignFile, readDesignFile } from './design-file.ts';
import { NEW_FACTS } from './migrations/0002-analysis-inputs.ts';
import { NEW_FACTS as NEWER_FACTS } from './migrations/0003-faceplates.ts';
import { openDesignFile } from './open-design-file.ts';
import { createVersion, listVersions, readVersion } from './versions.ts';

function openSmall() {
  const file = path.join(temporaryFolder(), 'design.plenum');
  createDesignFile(file, smallDesign());
  const opened = openDesignFile(file, { mode: 'write' });
  onTestFinished(() => opened.file.close());
  return opened;
}

it('a version stays as it was while the design goes on', () => {
  const { file, design } = openSmall();
  const first = createVersion(file, 'Before the move');
  const removed = [...design.cables.values()];
  commitDiff(file, { label: 'Remove', diff: { ...EMPTY_DIFF, removed } });
  const second = createVersion(file, 'After');
  expect(listVersions(file)).toEqual([second, first]);
  expect(first).toMatchObject({ name: 'Before the move', racks: 1, devices: 4, cables: 6 });
  expect(second.cables).toBe(0);
  expect(readVersion(file, first.id)).toEqual(design);
});

it('keeps a design that is not made: the open one stays as it is', () => {
  const { file, design } = openSmall();
  const [cable] = [...design.cables.values()];
  const after = { ...cable!, medium: 'aoc' as const, awg: null };
  const change = { ...EMPTY_DIFF, updated: [[cable!, after] as const] };
  const kept = createVersion(file, 'All AOC', change);
  expect(readVersion(file, kept.id).cables.get(after.id)).toEqual(after);
  expect(readDesignFile(file.path)).toEqual(design);
  expect(listVersions(file)).toEqual([kept]);
});

it('keeps nothing of a change that does not fit, or leaves what cannot be opened', async () => {
  const { file, design } = openSmall();
  const [first, second] = [...design.cables.values()];
  const absent = { ...EMPTY_DIFF, removed: [{ ...first!, id: 'none' }] };
  const twice = { ...EMPTY_DIFF, updated: [[first!, { ...first!, ends: second!.ends }] as const] };
  const wrong = { ...EMPTY_DIFF, updated: [[first!, { ...first!, awg: 99 }] as const] };
  for (const change of [absent, twice, wrong]) {
    expect(await refusalOf(() => createVersion(file, 'No', change))).toBe('edit-refused');
  }
  expect(listVersions(file)).toEqual([]);
});

it('keeps nothing in a file that is open for reading only', async () => {
  const { file } = openSmall();
  const reader = openDesignFile(file.path, { mode: 'write' });
  onTestFinished(() => reader.file.close());
  expect(reader.file.readOnly).toBe('in-use');
  expect(await refusalOf(() => createVersion(reader.file, 'No', EMPTY_DIFF))).toBe('in-use');
});

/** What the first version of the file knew nothing of, by kind. */
const SINCE: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  settings: ['inputs', 'growth', 'cabling', 'drawing'],
  row: ['place'],
  rack: ['extra', 'gapMm', 'turned'],
  device: ['reserved', 'bay', 'extra'],
  cable: ['lengthForMm', 'waypoints', 'part', 'bundle', 'status', 'extra'],
  deviceType: [
    ...Object.keys(NEW_FACTS),
    ...Object.keys(NEWER_FACTS),
    'lodging',
    'portMappings',
    'bays',
    'backdrops',
    'faceMm',
  ],
};

/** Kinds that came later. */
const NEW_KINDS: ReadonlySet<RecordKind> = new Set(['area', 'pathway', 'cluster']);

it('a version of an earlier file is read with what came since left unset', () => {
  const { file, design } = openSmall();
  const old = [...recordsOf(design)].flatMap((record) => {
    if (NEW_KINDS.has(record.kind)) return [];
    const known = omit(record, SINCE[record.kind] ?? []);
    if (record.kind !== 'deviceType') return known;
    return { ...known, cages: record.cages.map((cage) => omit(cage, ['group', 'locked'])) };
  });
  const facts = { id: 'v1', name: 'Old', made: '2026-01-01T00:00:00.000Z' };
  const version = { ...facts, racks: 1, devices: 4, cables: 6 };
  const content = gzipSync(JSON.stringify(old));
  const sealed = Buffer.concat([
    Buffer.from(JSON.stringify([...Object.values(version), 1])),
    content,
  ]);
  const seal = hash('sha256', sealed, 'buffer');
  file.writer!.db.run(
    `INSERT INTO version (id, name, made, racks, devices, cables, format, content, seal)
     VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)`,
    ...Object.values(version),
    content,
    seal,
  );
  const unset = { ...NEW_FACTS, ...NEWER_FACTS, portMappings: [], bays: [], backdrops: [] };
  expect(readVersion(file, 'v1')).toEqual({
    ...design,
    rows: new Map([...design.rows].map(([id, row]) => [id, { ...row, place: null }])),
    racks: new Map(
      [...design.racks].map(([id, rack]) => [id, { ...rack, gapMm: 0, turned: false }]),
    ),
    areas: new Map(),
    pathways: new Map(),
    clusters: new Map(),
    deviceTypes: new Map(
      [...design.deviceTypes].map(([id, type]) => [id, { ...type, ...unset, faceMm: null }]),
    ),
  });
});

function omit(record: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}

it('a version that is missing or was tampered with is refused', async () => {
  const { file } = openSmall();
  const { id } = createVersion(file, 'One');
  expect(await refusalOf(() => readVersion(file, 'none'))).toBe('version-missing');
  file.writer!.db.run("UPDATE version SET name = 'Two'");
  expect(await refusalOf(() => readVersion(file, id))).toBe('damaged');
});
