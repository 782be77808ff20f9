/** Libraries of device types through the command line: in, out, and what happens when it is stopped. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDesignFile } from '../storage/design-file.ts';

const PLENUM = path.join(import.meta.dirname, 'plenum.ts');
const LIBRARY = 400;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plenum-types-'));
  for (let n = 0; n < LIBRARY; n += 1) {
    const maker = path.join(folder, 'library', `Maker & Co ${n % 7}`);
    mkdirSync(maker, { recursive: true });
    const ports = Array.from(
      { length: 40 },
      (_, p) => `- {name: e${p}, type: 100gbase-x-qsfp28}\n`,
    );
    const head = `manufacturer: Maker & Co ${n % 7}\nmodel: "M ${n}/x"\nslug: m-${n}\nu_height: 2\nis_full_depth: true\n`;
    writeFileSync(path.join(maker, `m ${n}.yml`), `${head}interfaces:\n${ports.join('')}`);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function plenum(...args: readonly string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PLENUM, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

/** Everything that stands in the folder beside the library. */
const beside = (): string[] => readdirSync(folder).filter((name) => name !== 'library');

describe('a library folder', () => {
  it('comes in whole, with one report, and goes out as one file a type that reads the same', () => {
    const { status, out, err } = plenum('import', 'library', '--into', 'l.plenum', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out).imported.deviceTypes).toBe(LIBRARY);
    expect(err).toContain(`300 of ${LIBRARY} files`);
    const types = [...readDesignFile(path.join(folder, 'l.plenum')).deviceTypes.values()];
    expect(types).toHaveLength(LIBRARY);

    const written = plenum('export', 'l.plenum', '--device-types', 'out', '--json');
    expect(written.status).toBe(0);
    const report = JSON.parse(written.out);
    expect(report.written).toBe(LIBRARY);
    expect(report.types[0]).toEqual({
      file: 'Maker & Co 0/M 0-x.yaml',
      name: 'Maker & Co 0 M 0/x',
      status: 'written',
      unsaid: [],
    });
    expect(readdirSync(path.join(folder, 'out'))).toHaveLength(7);
    const again = plenum('import', 'out', '--into', 'again.plenum', '--json');
    expect(again.status).toBe(0);
    const back = readDesignFile(path.join(folder, 'again.plenum')).deviceTypes;
    for (const type of types) expect(back.get(type.id)).toEqual(type);
  });

  it('that is stopped leaves nothing behind, whether the design was there or not', async () => {
    const there = path.join(folder, 'there.plenum');
    plenum('new', 'there.plenum');
    const before = readFileSync(there);
    const found = beside();
    for (const into of ['there.plenum', 'fresh.plenum']) {
      const child = spawn(process.execPath, [PLENUM, 'import', 'library', '--into', into], {
        cwd: folder,
      });
      const [status, err] = await interrupted(child);
      expect(status).toBe(2);
      expect(err).toContain('plenum: Cancelled; nothing was changed.');
    }
    expect(beside()).toEqual(found);
    expect(readFileSync(there).equals(before)).toBe(true);
    expect(existsSync(path.join(folder, 'fresh.plenum'))).toBe(false);
  });
});

/** Interrupts an import once it has begun. */
async function interrupted(child: ChildProcess): Promise<[status: number, err: string]> {
  let err = '';
  child.stderr?.setEncoding('utf8');
  child.stderr?.on('data', (text: string) => {
    if (err === '') child.kill('SIGINT');
    err += text;
  });
  const [status] = (await once(child, 'close')) as [number];
  return [status, err];
}

describe('device types that are written', () => {
  it('say what NetBox cannot hold, and which cannot be written at all', () => {
    plenum('new', 's.plenum', '--sample', 'superpod-su');
    const { status, out, err } = plenum('export', 's.plenum', '--device-types', 's');
    expect(status).toBe(0);
    expect(out).toMatch(/^\d+ device types written\.\n$/);
    expect(err).toMatch(/\d+ types have more to say than NetBox can hold/);
    const report = JSON.parse(plenum('export', 's.plenum', '--device-types', 's', '--json').out);
    const codes = new Set(
      report.types.flatMap(({ unsaid }: { unsaid: { code: string }[] }) =>
        unsaid.map(({ code }) => code),
      ),
    );
    for (const code of ['fields', 'positions']) expect(codes).toContain(code);
  });

  it('go nowhere without a folder that can be made', () => {
    writeFileSync(path.join(folder, 'a-file'), '');
    plenum('new', 'e.plenum', '--sample', 'first-rack');
    const { status, out, err } = plenum('export', 'e.plenum', '--device-types', 'a-file/x');
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err.split('\n').filter((line) => line !== '')).toHaveLength(1);
    expect(plenum('export', 'e.plenum', '--svg', 'v', '--json').status).toBe(2);
  });
});
