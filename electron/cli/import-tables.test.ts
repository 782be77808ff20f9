/** Tables of other programs through the command line: planned together, kept or taken, and never by half. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDesignFile } from '../storage/design-file.ts';

const PLENUM = path.join(import.meta.dirname, 'plenum.ts');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plenum-tables-'));
  write(
    'c.csv',
    `${CABLES}leaf01,dcim.interface,1/1,leaf02,dcim.interface,1/1,mmf,C1,3,m\nleaf01,dcim.interface,99/9,leaf02,dcim.interface,2/1,mmf,C2,3,m\n`,
  );
  write(
    'd.csv',
    `name,role,manufacturer,device_type,status,site,rack,position,face\nleaf01,Leaf,NVIDIA,QM9700,planned,DC1,R01,10,front\nleaf02,Leaf,NVIDIA,QM9700,planned,DC1,R01,12,front\n`,
  );
  write('r.csv', 'site,name,status,width,u_height\nDC1,R01,planned,19,48\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CABLES =
  'side_a_device,side_a_type,side_a_name,side_b_device,side_b_type,side_b_name,type,label,length,length_unit\n';

function write(name: string, text: string | Buffer): void {
  writeFileSync(path.join(folder, name), text);
}

function plenum(...args: readonly string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PLENUM, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

describe('tables', () => {
  it('of cables, devices and racks come in together in any order, with a report by row and column', () => {
    const { status, out } = plenum(
      'import',
      'c.csv',
      'd.csv',
      'r.csv',
      '--into',
      'a.plenum',
      '--json',
    );
    expect(status).toBe(0);
    const { imported, files } = JSON.parse(out);
    expect(imported).toEqual({ deviceTypes: 1, racks: 1, devices: 2, cables: 1 });
    expect(
      files.map(({ file, status: how, name }: Record<string, string>) => [file, how, name]),
    ).toEqual([
      ['c.csv', 'imported', 'NetBox cables'],
      ['d.csv', 'imported', 'NetBox devices'],
      ['r.csv', 'imported', 'NetBox racks'],
    ]);
    expect(files[0].warnings).toEqual([
      {
        code: 'no-such-port',
        path: 'row 3',
        message:
          '99/9: leaf01 (QM9700) has no port 99/9. It has 1/1, 1/2, 2/1, 2/2 …. Correct the name of the port.',
      },
    ]);
    const design = readDesignFile(path.join(folder, 'a.plenum'));
    expect([...design.devices.values()].map(({ name, u }) => [name, u])).toEqual([
      ['leaf01', 10],
      ['leaf02', 12],
    ]);
  });

  it('that say otherwise are told and left, until theirs is taken; a dry run changes nothing', () => {
    plenum('import', 'c.csv', 'd.csv', 'r.csv', '--into', 'b.plenum');
    write('c2.csv', `${CABLES}leaf01,dcim.interface,1/1,leaf02,dcim.interface,1/1,mmf,C1,7.5,m\n`);
    const lengths = () =>
      [...readDesignFile(path.join(folder, 'b.plenum')).cables.values()].map(
        ({ lengthM }) => lengthM,
      );
    const before = readFileSync(path.join(folder, 'b.plenum'));
    const dry = plenum('import', 'c2.csv', '--into', 'b.plenum', '--take', 'theirs', '--dry-run');
    expect(dry.err).toContain('Nothing was changed: this was a dry run.');
    expect(readFileSync(path.join(folder, 'b.plenum')).equals(before)).toBe(true);
    const kept = plenum('import', 'c2.csv', '--into', 'b.plenum');
    expect(kept.err).toContain('1 field differs from the design and stay');
    expect(lengths()).toEqual([3]);
    expect(plenum('import', 'c2.csv', '--into', 'b.plenum', '--take', 'theirs').status).toBe(0);
    expect(lengths()).toEqual([7.5]);
  });

  it('that are none, not text, or a broken archive are refused in one line, and no file is made', () => {
    write('x.csv', 'a,b\n1,2\n');
    write('latin.csv', Buffer.from('site,name,u_height\nDC1,M\xFCnchen,42\n', 'latin1'));
    write('broken.xlsx', Buffer.from('PK\x03\x04 no archive at all'));
    for (const [file, words] of [
      ['x.csv', 'must name the columns'],
      ['latin.csv', 'CSV UTF-8'],
      ['broken.xlsx', 'Save it anew'],
    ] as const) {
      const { status, err } = plenum('import', file, '--into', 'none.plenum');
      expect([file, status]).toEqual([file, 2]);
      expect(err).toContain(words);
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(existsSync(path.join(folder, 'none.plenum'))).toBe(false);
    }
  });
});
