import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Design, emptyDesign } from '../../shared/model/design.ts';
import { applyDiff, type Diff, EMPTY_DIFF, reverseDiff } from '../../shared/model/diff.ts';
import type { Rack } from '../../shared/model/records.ts';
import { roundMm } from '../../shared/units/length.ts';
import { cableBetween, largeDesign, smallDesign, switchType } from '../../test/crash/designs.ts';
import { refusalOf } from '../../test/crash/refusals.ts';
import { temporaryFolder } from '../../test/crash/temporary-folder.ts';
import { connectWrite } from './database.ts';
import {
  commitDiff,
  createDesignFile,
  editDesignFile,
  readDesignFile,
  saveCopy,
} from './design-file.ts';
import { openDesignFile } from './open-design-file.ts';

function fileOf(design: Design): string {
  const file = path.join(temporaryFolder(), 'design.plenum');
  createDesignFile(file, design);
  return file;
}

function openForTest(file: string, mode: 'read' | 'write' = 'write') {
  const opened = openDesignFile(file, { mode });
  onTestFinished(() => opened.file.close());
  return opened;
}

const rename = (name: string, design: Design): Diff => ({
  ...EMPTY_DIFF,
  updated: [[design.settings, { ...design.settings, name }]],
});

describe('a design file', () => {
  it('gives back what was put in, in the same order', () => {
    const design = smallDesign();
    const read = readDesignFile(fileOf(design));
    expect(read).toEqual(design);
    expect([...read.devices.keys()]).toEqual([...design.devices.keys()]);
  });

  it('keeps any length to the micrometre and any number to the bit', () => {
    const file = fileOf(smallDesign());
    const opened = openForTest(file);
    const [rack] = opened.design.racks.values();
    let before: Rack = rack!;
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(
        fc.double({ min: 300, max: 1500, noNaN: true }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
        fc.oneof(text, fc.constant('a\0b'), fc.constant("'; DROP TABLE rack; --")),
        (width, order, frontDoorOpen, name) => {
          const after = {
            ...before,
            widthMm: roundMm(width),
            order: order + 0,
            frontDoorOpen,
            name,
          };
          commitDiff(opened.file, {
            label: 'x',
            diff: { ...EMPTY_DIFF, updated: [[before, after]] },
          });
          before = after;
          const kept = {
            ...after,
            frontDoorOpen: frontDoorOpen === null ? null : frontDoorOpen + 0,
          };
          expect(readDesignFile(file).racks.get(after.id)).toEqual(kept);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is one file with nothing beside it', () => {
    const file = fileOf(smallDesign());
    const opened = openDesignFile(file, { mode: 'write' });
    commitDiff(opened.file, { label: 'x', diff: rename('New', opened.design) });
    opened.file.close();
    expect(readdirSync(path.dirname(file))).toEqual(['design.plenum']);
  });

  it('does not write over what is there', async () => {
    const file = fileOf(emptyDesign('First'));
    expect(await refusalOf(() => createDesignFile(file, emptyDesign('Second')))).toBe('exists');
    expect(readDesignFile(file).settings.name).toBe('First');
  });

  it('leaves nothing behind when it cannot be made', async () => {
    const folder = temporaryFolder();
    const broken = { ...smallDesign(), racks: new Map() };
    const file = path.join(folder, 'design.plenum');
    expect(await refusalOf(() => createDesignFile(file, broken))).toBe('edit-refused');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('an edit', () => {
  it('is on disk when it returns, and undone by its reverse', () => {
    const design = smallDesign();
    const file = fileOf(design);
    const opened = openForTest(file);
    const [first] = design.cables.values();
    const diff: Diff = {
      added: [switchType('type-2', 2), cableBetween('new', 'device-2', 'device-3', 40)],
      updated: [[first!, { ...first!, lengthM: 2.5, colour: '#ff8800' }]],
      removed: [...design.cables.values()].slice(1, 3),
    };
    commitDiff(opened.file, { label: 'Recable', diff });
    expect(readDesignFile(file)).toEqual(applyDiff(design, diff));
    commitDiff(opened.file, { label: 'Undo', diff: reverseDiff(diff) });
    expect(readDesignFile(file)).toEqual(design);
    expect(openForTest(file, 'read').lastEdit).toMatchObject({ revision: 2, label: 'Undo' });
  });

  it('may swap the ports of two cables, and delete a device with its cables', () => {
    const design = smallDesign();
    const file = fileOf(design);
    const [one, two, ...rest] = [...design.cables.values()];
    const swap: Diff = {
      ...EMPTY_DIFF,
      updated: [
        [one!, { ...one!, ends: two!.ends }],
        [two!, { ...two!, ends: one!.ends }],
      ],
    };
    editDesignFile(file, { label: 'Swap', diff: swap });
    const swapped = readDesignFile(file);
    expect(swapped.cables.get(one!.id)?.ends).toEqual(two!.ends);
    const devices = [...design.devices.values()];
    const gone = [swapped.cables.get(one!.id)!, swapped.cables.get(two!.id)!, ...rest];
    editDesignFile(file, {
      label: 'Delete',
      diff: { ...EMPTY_DIFF, removed: [...devices, ...gone] },
    });
    expect(readDesignFile(file).devices.size).toBe(0);
  });

  it('keeps a cable that splits: its links share a port, and nobody else may', async () => {
    const design = largeDesign({ racks: 1, devicesPerRack: 4, cables: 8 });
    const file = fileOf(design);
    const opened = openForTest(file);
    const near = { deviceId: 'device-2', portId: 'port-60' };
    const far = [61, 62].map((n) => ({ deviceId: 'device-3', portId: `port-${n}` }));
    const split = {
      ...cableBetween('split', 'device-2', 'device-3', 60),
      ends: { a: [near, near], b: far },
    };
    commitDiff(opened.file, { label: 'x', diff: { ...EMPTY_DIFF, added: [split] } });
    expect(readDesignFile(file).cables.get('split')).toEqual(split);
    const other = {
      ...split,
      id: 'other',
      ends: { a: [near], b: [{ ...near, portId: 'port-59' }] },
    };
    expect(
      await refusalOf(() =>
        commitDiff(opened.file, { label: 'x', diff: { ...EMPTY_DIFF, added: [other] } }),
      ),
    ).toBe('edit-refused');
  });

  it.each<[string, (design: Design) => Diff]>([
    ['adds what is there', (d) => ({ ...EMPTY_DIFF, added: [...d.racks.values()] })],
    ['removes what is not', () => ({ ...EMPTY_DIFF, removed: [switchType('none', 1)] })],
    [
      'changes what is not',
      () => ({ ...EMPTY_DIFF, updated: [[switchType('x', 1), switchType('x', 2)]] }),
    ],
    [
      'leaves a cable without its device',
      (d) => ({ ...EMPTY_DIFF, removed: [...d.devices.values()] }),
    ],
    ['takes the settings away', (d) => ({ ...EMPTY_DIFF, removed: [d.settings] })],
    [
      'uses a port twice',
      (d) => ({ ...EMPTY_DIFF, added: [{ ...[...d.cables.values()][0]!, id: 'twin' }] }),
    ],
    [
      'ends in no port',
      () => ({ ...EMPTY_DIFF, added: [cableBetween('c', 'device-2', 'device-3', 64)] }),
    ],
    [
      'takes the ports from under a cable',
      (d) => ({
        ...EMPTY_DIFF,
        updated: [[d.deviceTypes.get('type-1')!, switchType('type-1', 1)]],
      }),
    ],
    [
      'makes a cabled device a smaller one',
      (d) => {
        const device = d.devices.get('device-2')!;
        return {
          added: [switchType('tiny', 1)],
          updated: [[device, { ...device, typeId: 'tiny' }]],
          removed: [],
        };
      },
    ],
    [
      'is out of range',
      (d) => {
        const [rack] = d.racks.values();
        return { ...EMPTY_DIFF, updated: [[rack!, { ...rack!, heightU: 900 }]] };
      },
    ],
  ])('that %s is refused whole', async (_, bad) => {
    const design = largeDesign({ racks: 1, devicesPerRack: 4, cables: 8 });
    const file = fileOf(design);
    const opened = openForTest(file);
    const diff = bad(opened.design);
    const [row] = design.rows.values();
    const whole = { ...diff, updated: [[row!, { ...row!, name: 'B' }] as const, ...diff.updated] };
    expect(await refusalOf(() => commitDiff(opened.file, { label: 'x', diff: whole }))).toBe(
      'edit-refused',
    );
    expect(readDesignFile(file)).toEqual(design);
    commitDiff(opened.file, { label: 'next', diff: rename('Still works', design) });
    expect(readDesignFile(file).settings.name).toBe('Still works');
  });

  it('is refused when the file is gone, was replaced, or was changed by someone else', async () => {
    const file = fileOf(smallDesign());
    const opened = openForTest(file);
    const edit = { label: 'x', diff: rename('Mine', opened.design) };
    renameSync(file, `${file}.away`);
    expect(await refusalOf(() => commitDiff(opened.file, edit))).toBe('vanished');
    writeFileSync(file, 'something else');
    expect(await refusalOf(() => commitDiff(opened.file, edit))).toBe('replaced');
    expect(readFileSync(file, 'utf8')).toBe('something else');
    renameSync(`${file}.away`, file);
    commitDiff(opened.file, edit);
    const stranger = connectWrite(file);
    stranger.run("UPDATE rack_row SET name = 'Theirs'");
    stranger.close();
    expect(await refusalOf(() => commitDiff(opened.file, edit))).toBe('changed-outside');
  });
});

describe('two on one file', () => {
  it('gives the second a reason, and the right to read', async () => {
    const file = fileOf(smallDesign());
    const first = openDesignFile(file, { mode: 'write' });
    const second = openForTest(file);
    expect(second.file.readOnly).toBe('in-use');
    expect(second.design).toEqual(first.design);
    const edit = { label: 'x', diff: rename('B', second.design) };
    expect(await refusalOf(() => commitDiff(second.file, edit))).toBe('in-use');
    commitDiff(first.file, { label: 'x', diff: rename('A', first.design) });
    first.file.close();
    expect(openForTest(file).file.readOnly).toBeNull();
  });

  it('will not save over a file that is open elsewhere', async () => {
    const file = fileOf(emptyDesign('Open'));
    const other = fileOf(emptyDesign('Other'));
    openForTest(file);
    const copied = openForTest(other);
    expect(await refusalOf(() => saveCopy(copied.file, file))).toBe('target-in-use');
    expect(readDesignFile(file).settings.name).toBe('Open');
  });
});

describe('a copy', () => {
  it('is whole, has the versions, and takes the place of what was there', () => {
    const file = fileOf(smallDesign());
    const opened = openForTest(file);
    const copy = path.join(temporaryFolder(), 'copy.plenum');
    writeFileSync(copy, 'an old one');
    saveCopy(opened.file, copy);
    expect(readDesignFile(copy)).toEqual(opened.design);
    expect(readdirSync(path.dirname(copy))).toEqual(['copy.plenum']);
    rmSync(copy);
  });

  it('is not spoiled by a journal that lay beside the old file', () => {
    const folder = temporaryFolder();
    const copy = path.join(folder, 'copy.plenum');
    const opened = openForTest(fileOf(smallDesign()));
    writeFileSync(`${copy}-journal`, Buffer.alloc(4096, 0xd9));
    saveCopy(opened.file, copy);
    expect(readdirSync(folder)).toEqual(['copy.plenum']);
  });
});
