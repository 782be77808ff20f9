/** The command line as it is used: a process, what it prints, and how it ends. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyse, numbersOf } from '../../shared/analysis/index.ts';
import type { Analysis } from '../../shared/analysis/types.ts';
import type { Comparison } from '../../shared/compare/index.ts';
import { designFromRecords, recordsOf } from '../../shared/model/design.ts';
import type { Waiver } from '../../shared/model/records.ts';
import { buildSample } from '../../shared/samples/index.ts';
import { createDesignFile, readDesignFile } from '../storage/design-file.ts';

const PLENUM = path.join(import.meta.dirname, 'plenum.ts');
const TYPE =
  'manufacturer: Acme\nmodel: X1\nslug: acme-x1\nu_height: 1\nis_full_depth: true\ninterfaces:\n- {name: e0, type: 800gbase-x-osfp}\n';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plenum-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function plenum(...args: readonly string[]): {
  status: number | null;
  out: string;
  lines: string[];
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PLENUM, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, out: stdout, lines: stderr.split('\n').filter((line) => line !== '') };
}

function inFolder(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('plenum new, info, analyze, export', () => {
  it('draws chosen racks and kinds of sheets, as pictures and for CAD too', () => {
    plenum('new', 'pick.plenum', '--sample', 'superpod-su');
    const draw = (...args: string[]) => plenum('export', 'pick.plenum', ...args);
    const done = draw(
      '--racks',
      'a01,A06',
      '--svg',
      's',
      '--png',
      'p',
      '--dpi',
      '40',
      '--dxf',
      'd',
    );
    expect([done.status, done.out]).toEqual([0, '']);
    const stems = (dir: string) =>
      readdirSync(path.join(folder, dir)).map((name) => name.replace(/\.[a-z]+$/, ''));
    expect(stems('s').sort()).toEqual(['overview', 'rack-A01', 'rack-A06']);
    expect(stems('p').sort()).toEqual(stems('s').sort());
    expect(stems('d').sort()).toEqual(['rack-A01', 'rack-A06']);
    const png = readFileSync(path.join(folder, 'p/rack-A01.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(100);
    for (const [bad, why] of [
      [['--sheets', 'cover,none', '--pdf', 'x.pdf'], /none/],
      [['--racks', 'Z99', '--svg', 'x'], /no rack "Z99"/],
      [['--png', 'x', '--dpi', '1200'], /1200/],
      [['--dpi', '100', '--svg', 'x'], /--dpi/],
      [['--pdf', 'x', '--orientation', 'upright'], /automatic, landscape, portrait/],
      [['--svg', 'x', '--orientation', 'portrait'], /--orientation/],
      [['--pdf', 'x.pdf', '--against', 'never kept'], /version/],
    ] as const) {
      const refused = draw(...bad);
      expect([bad, refused.status, why.test(refused.lines.join(' '))]).toEqual([bad, 2, true]);
    }
    expect(existsSync(path.join(folder, 'x'))).toBe(false);
    expect(existsSync(path.join(folder, 'x.pdf'))).toBe(false);
  });

  it('makes the scalable unit and finds where ports, copper and air run out', () => {
    expect(plenum('new', 'su.plenum', '--sample', 'superpod-su').status).toBe(0);
    const { status, out } = plenum('analyze', 'su.plenum', '--json');
    expect(status).toBe(0);
    const analysis = JSON.parse(out) as Analysis;
    expect(analysis.format).toBe('plenum.analysis/1');
    expect(analysis.counts).toMatchObject({ nodes: 31, switches: 12, links: 508 });
    const rules = new Set(analysis.findings.map((finding) => finding.rule));
    for (const rule of ['ports', 'reach', 'air'] as const) expect(rules).toContain(rule);
    expect(plenum('analyze', 'su.plenum', '--json').out).toBe(out);
  });

  it('writes tables for NetBox, of the version that is asked for', () => {
    plenum('new', 'lists.plenum', '--sample', 'first-rack');
    const { status, lines } = plenum('export', 'lists.plenum', '--netbox', 'nb');
    expect([status, ...lines]).toEqual([0, 'Wrote nb.']);
    const files = ['README.txt', 'cables.csv', 'devices.csv', 'netbox-rest.json', 'racks.csv'];
    expect(readdirSync(path.join(folder, 'nb')).sort()).toEqual(files);
    const head = (): string => readFileSync(path.join(folder, 'nb', 'cables.csv'), 'utf8');
    expect(head()).toMatch(/^side_a_site,side_a_device,side_a_power_panel,/);
    plenum('export', 'lists.plenum', '--netbox', 'nb', '--netbox-version', '4.2');
    expect(head()).toMatch(/^side_a_device,side_a_type,/);
    expect(
      plenum('export', 'lists.plenum', '--netbox', 'nb', '--netbox-version', '9').lines,
    ).toEqual(['plenum: --netbox-version cannot be "9"; it is one of 4.2, 4.3, 4.4, 4.5, 4.6.']);
    expect(plenum('export', 'lists.plenum', '--netbox-version', '4.6').status).toBe(2);
  });

  it('writes cable lists for people and for validation, and a workbook', () => {
    plenum('new', 'many.plenum', '--sample', 'first-rack');
    const { status, lines } = plenum(
      'export',
      'many.plenum',
      '--p2p',
      'p2p.csv',
      '--nvidia',
      'cvt',
      '--xlsx',
      'all.xlsx',
    );
    expect([status, ...lines]).toEqual([0, 'Wrote cvt.', 'Wrote p2p.csv.', 'Wrote all.xlsx.']);
    expect(readFileSync(path.join(folder, 'p2p.csv'), 'utf8')).toMatch(/^cable_id,bundle,/);
    expect(readFileSync(path.join(folder, 'all.xlsx')).subarray(0, 2).toString()).toBe('PK');
    expect(readdirSync(path.join(folder, 'cvt'))).toContain('nodes-links.xlsx');
  });

  it('ends with 1 where a finding is at or above --fail-on, and only there', () => {
    plenum('new', 'fail.plenum', '--sample', 'superpod-su');
    plenum('new', 'fine.plenum', '--sample', 'first-rack');
    expect(plenum('analyze', 'fail.plenum', '--fail-on', 'error').status).toBe(1);
    expect(plenum('analyze', 'fail.plenum', '--fail-on', 'never').status).toBe(0);
    expect(plenum('analyze', 'fine.plenum', '--fail-on', 'error').status).toBe(0);
  });

  it('counts waived findings apart, and a lapsed waiver says what has changed', () => {
    const design = buildSample('superpod-su');
    const gravest = analyse(design).findings.filter(({ severity }) => severity !== 'note');
    const waived = gravest.map(
      (finding, n): Waiver => ({
        kind: 'waiver',
        id: `waiver-${n}`,
        findingId: finding.id,
        reason: 'agreed with the owner',
        by: 'A. Ng',
        on: '2026-11-26',
        numbers: numbersOf(finding),
      }),
    );
    expect(waived.length).toBeGreaterThan(0);
    const write = (name: string, waivers: readonly Waiver[]): void =>
      createDesignFile(
        path.join(folder, name),
        designFromRecords([...recordsOf(design), ...waivers]),
      );
    write('waived.plenum', waived);
    const { status, out } = plenum('analyze', 'waived.plenum', '--fail-on', 'warning');
    expect(status).toBe(0);
    expect(out).toContain(`${waived.length} waived`);
    expect(out).toContain('Waived by A. Ng, 2026-11-26: agreed with the owner');
    write('lapsed.plenum', [{ ...waived[0]!, numbers: 'severity=note' }, ...waived.slice(1)]);
    const lapsed = plenum('analyze', 'lapsed.plenum', '--fail-on', 'warning');
    expect(lapsed.status).toBe(1);
    expect(lapsed.out).toContain('Waiver of A. Ng, 2026-11-26, has lapsed (severity: note →');
  });

  it('explains a finding with its formulas and numbers', () => {
    plenum('new', 'explain.plenum', '--sample', 'superpod-su');
    const { findings } = analyse(buildSample('superpod-su'));
    const finding = findings.find(({ rule }) => rule === 'reach')!;
    const { status, out } = plenum('analyze', 'explain.plenum', '--explain', finding.id);
    expect(status).toBe(0);
    expect(out).toContain(finding.message);
    expect(out).toContain(finding.why);
    expect(out).toMatch(
      /L = 1\.05·\(path \+ slack\)\n {4}L = 1\.05·\([\d.]+ m \+ [\d.]+ m\) = [\d.]+ m \([\d.]+ to [\d.]+\)\n/,
    );
    expect(out).not.toContain('What moves this most');
    const air = findings.find(
      ({ id, rule }) => rule === 'air' && id.startsWith('air:device-leaf'),
    )!;
    const ofAir = plenum('analyze', 'explain.plenum', '--explain', air.id).out;
    expect(ofAir).toMatch(
      /What moves this most: .*\n {2}Fan stall pressure +100 to 500 Pa +[\d.]+% to [\d.]+% lost +assumed\n/,
    );
    const json = plenum('analyze', 'explain.plenum', '--explain', finding.id, '--json').out;
    expect(JSON.parse(json).id).toBe(finding.id);
    const none = plenum('analyze', 'explain.plenum', '--explain', 'none');
    expect(none.status).toBe(2);
    expect(none.out).toBe('');
    expect(none.lines).toHaveLength(1);
  });

  it('compares the media, in JSON and in words', () => {
    plenum('new', 'compare.plenum', '--sample', 'superpod-su');
    const { status, out, lines } = plenum('compare', 'compare.plenum', '--json');
    expect({ status, lines }).toEqual({ status: 0, lines: [] });
    const comparison = JSON.parse(out) as Comparison;
    expect(comparison.format).toBe('plenum.comparison/1');
    expect(comparison.columns).toHaveLength(9);
    const words = plenum('compare', 'compare.plenum');
    expect(words.status).toBe(0);
    expect(words.out).toMatch(/Links that do not reach +128 /);
    expect(words.out).toContain('unknown');
  });

  it('writes the drawing set, the elevations and the schedules', () => {
    plenum('new', 'draw.plenum', '--sample', 'first-rack');
    const done = plenum('export', 'draw.plenum', '--pdf', 'd.pdf', '--svg', 'svg', '--csv', 'csv');
    expect(done.status).toBe(0);
    expect(readFileSync(path.join(folder, 'd.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readdirSync(path.join(folder, 'svg')).length).toBeGreaterThan(0);
    expect(readdirSync(path.join(folder, 'csv'))).toContain('cable-schedule.csv');
  });

  it('draws a faceplate at 1:1, by slug or model, as PDF, SVG and DXF', () => {
    plenum('new', 'face.plenum', '--sample', 'first-rack');
    const [type] = readDesignFile(path.join(folder, 'face.plenum')).deviceTypes.values();
    const draw = (...args: string[]) => plenum('export', 'face.plenum', ...args);
    const done = draw('--faceplate', type!.slug, '--pdf', 'f.pdf', '--svg', 'fs', '--dxf', 'fd');
    expect({ status: done.status, out: done.out }).toEqual({ status: 0, out: '' });
    expect(readFileSync(path.join(folder, 'f.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readdirSync(path.join(folder, 'fs'))).toHaveLength(2);
    expect(readdirSync(path.join(folder, 'fd')).every((name) => name.endsWith('.dxf'))).toBe(true);
    const model = type!.model.toLowerCase();
    expect(draw('--faceplate', model, '--dxf', 'fd', '--no-dimensions').status).toBe(0);
    const near = draw('--faceplate', `${type!.slug}x`, '--pdf', 'near.pdf');
    expect(near.status).toBe(2);
    expect(near.lines).toHaveLength(1);
    expect(near.lines[0]).toContain(type!.slug);
    expect(readdirSync(folder)).not.toContain('near.pdf');
    for (const args of [
      ['--faceplate', type!.slug],
      ['--faceplate', type!.slug, '--csv', 'c'],
      ['--no-dimensions', '--dxf', 'fd'],
      ['--faceplate', type!.slug, '--pdf', 'no/such/f.pdf'],
      ['--faceplate', type!.slug, '--pdf', 'g.pdf', '--paper', 'A9'],
    ]) {
      const { status, lines } = draw(...args);
      expect({ args, status, lines: lines.length }).toEqual({ args, status: 2, lines: 1 });
    }
  });

  it('never touches a file that is there', () => {
    const file = inFolder('mine.plenum', 'precious');
    const again = plenum('new', 'mine.plenum');
    expect(again.status).toBe(2);
    expect(again.lines).toHaveLength(1);
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });
});

describe('plenum import', () => {
  it('brings in what can be read, and names what cannot', () => {
    inFolder('good.yaml', TYPE);
    inFolder('bad.yaml', 'manufacturer: [');
    const { status, out } = plenum(
      'import',
      'good.yaml',
      'bad.yaml',
      '--into',
      'i.plenum',
      '--json',
    );
    expect(status).toBe(0);
    const report = JSON.parse(out);
    expect(report.imported).toEqual({ deviceTypes: 1, racks: 0, devices: 0, cables: 0 });
    expect(report.files.map((file: { status: string }) => file.status)).toEqual([
      'imported',
      'rejected',
    ]);
    const info = JSON.parse(plenum('info', 'i.plenum', '--json').out);
    expect(info.deviceTypes).toEqual([
      {
        manufacturer: 'Acme',
        model: 'X1',
        heightU: 1,
        cages: 1,
        ports: 1,
        portsByKind: {
          interface: 1,
          front: 0,
          rear: 0,
          console: 0,
          consoleServer: 0,
          powerInlet: 0,
          powerOutlet: 0,
        },
      },
    ]);
  });

  it('does not count a type twice', () => {
    const file = inFolder('twice.yaml', TYPE);
    plenum('import', file, '--into', 't.plenum');
    const again = plenum('import', file, '--into', 't.plenum', '--json');
    expect(again.status).toBe(0);
    expect(JSON.parse(again.out).files[0].warnings[0].code).toBe('already-there');
    expect(JSON.parse(plenum('info', 't.plenum', '--json').out).deviceTypes).toHaveLength(1);
  });

  it.each([
    ['20 MB', 'big.yaml', `${TYPE}comments: "${'x'.repeat(20_000_000)}"\n`],
    ['deep', 'deep.yaml', `a: ${'['.repeat(200_000)}`],
    ['binary', 'junk.yaml', new Uint8Array(50_000).map((_, index) => (index * 7919) % 256)],
    ['exploding', 'bomb.yaml', `${TYPE}a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n`],
  ])(
    'ends in one line over a %s file and makes nothing',
    (_, name, content) => {
      inFolder(name, content);
      const { status, out, lines } = plenum('import', name, '--into', `${name}.plenum`);
      expect(status).toBe(2);
      expect(out).toBe('');
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(name);
      expect(existsSync(path.join(folder, `${name}.plenum`))).toBe(false);
    },
    10_000,
  );
});

describe('bad use ends with 2 and one line', () => {
  it.each([
    ['no command', []],
    ['an unknown command', ['draw']],
    ['no file', ['info']],
    ['two files', ['info', 'a', 'b']],
    ['an unknown option', ['info', 'a', '--yes']],
    ['a bad choice', ['analyze', 'a', '--fail-on', 'often']],
    ['an unknown sample', ['new', 'n.plenum', '--sample', 'none']],
    ['a missing folder', ['new', 'no/such/n.plenum']],
    ['a missing design', ['analyze', 'none.plenum']],
    ['a missing design to compare', ['compare', 'none.plenum']],
    ['no design to compare', ['compare']],
    ['a missing input', ['import', 'none.yaml', '--into', 'n.plenum']],
    ['nothing to write', ['export', 'none.plenum']],
  ])('%s', (_, args) => {
    const { status, out, lines } = plenum(...args);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/\bat .*:\d+/);
  });

  it('refuses what is no design, and leaves it as it is', () => {
    const file = inFolder('text.plenum', 'no design at all');
    const { status, lines } = plenum('analyze', 'text.plenum');
    expect(status).toBe(2);
    expect(lines).toHaveLength(1);
    expect(readFileSync(file, 'utf8')).toBe('no design at all');
  });
});
