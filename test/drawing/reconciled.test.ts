/** What is printed is what was analysed: the text of the drawing set is held against `analyze --json` of its file. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportPdf } from '../../electron/export/index.ts';
import { readDesignFile } from '../../electron/storage/design-file.ts';
import type { Analysis } from '../../shared/analysis/types.ts';
import { billOfMaterials, itemText } from '../../shared/bom/index.ts';
import type { Design } from '../../shared/model/design.ts';
import type { PortRef } from '../../shared/model/records.ts';
import { endPlace } from '../../shared/schedules/cable-places.ts';

const PLENUM = path.join(import.meta.dirname, '../../electron/cli/plenum.ts');
/** Heat in BTU/h per watt. */
const BTU = 3.412;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plenum-reconciled-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function plenum(...args: readonly string[]): string {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [PLENUM, ...args], options);
  if (status !== 0) throw new Error(`plenum ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Pages as text with single spaces. */
async function pagesOf(file: string): Promise<string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(file)));
  const { text } = await extractText(pdf, { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, ' '));
}

/** The sheets that their title blocks call so, one after the other. */
function called(pages: readonly string[], title: string): readonly string[] {
  const own = pages.filter((page) => page.includes(` Sheet ${title}`));
  expect(own, title).not.toEqual([]);
  return own;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const alone = (text: string): RegExp => new RegExp(`(?<![\\w-])${escaped(text)}(?![\\w-])`, 'g');

function inEnglish(digits: number): (value: number | null) => string {
  const format = new Intl.NumberFormat('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return (value) => (value === null ? 'unknown' : format.format(value));
}
const [whole, tenths, hundredths] = [inEnglish(0), inEnglish(1), inEnglish(2)];

describe.each(['first-rack', 'superpod-su'] as const)('%s', (sample) => {
  let analysis: Analysis;
  let design: Design;
  let lying: readonly string[];
  let standing: readonly string[];
  beforeAll(async () => {
    const file = `${sample}.plenum`;
    plenum('new', file, '--sample', sample);
    analysis = JSON.parse(plenum('analyze', file, '--json', '--fail-on', 'never'));
    design = readDesignFile(path.join(folder, file));
    const out = path.join(folder, 'lying.pdf');
    plenum('export', file, '--pdf', out, '--paper', 'A3');
    lying = await pagesOf(out);
    const narrow = path.join(folder, 'standing.pdf');
    await exportPdf(design, analysis, narrow, {
      paper: 'A4',
      orientation: 'portrait',
      sheets: ['cables', 'places'],
      date: new Date(0),
    });
    standing = await pagesOf(narrow);
  }, 240_000);

  it.each([
    ['by id', 'A3, lying'],
    ['by place', 'A3, lying'],
    ['by id', 'A4, standing'],
    ['by place', 'A4, standing'],
  ])('lists every cable once, with its lengths: %s on %s', (order, paper) => {
    const isNarrow = paper === 'A4, standing';
    const pages = called(isNarrow ? standing : lying, `Cable schedule ${order}`);
    const text = pages.join(' ');
    expect(analysis.cables.length).toBe(analysis.counts.cables);
    for (const { label, pathM, slackM, lengthM, lengthSource } of analysis.cables) {
      expect(text.match(alone(label)), label).toHaveLength(1);
      const [way, slack, ordered] = [pathM, slackM, lengthM].map(hundredths);
      const told = isNarrow
        ? `${way} + ${slack} ${lengthSource} ${ordered}`
        : `${way} ${slack} ${ordered} ${lengthSource}`;
      expect(text, label).toMatch(
        new RegExp(`(?<![\\w-])${escaped(label)} [^☐]{0,200}? ${escaped(told)}`),
      );
    }
  });

  it('orders as many pieces as are drawn, and the spares', () => {
    const text = called(lying, 'Bill of materials').join(' ');
    const lines = billOfMaterials(design, analysis);
    const sum = (...groups: string[]): number =>
      lines.reduce((all, { group, drawn }) => all + (groups.includes(group) ? drawn : 0), 0);
    expect(sum('device', 'accessory')).toBe(analysis.counts.devices);
    expect(sum('cable')).toBe(analysis.counts.cables);
    for (const [group, words] of [
      ['device', 'Devices'],
      ['cable', 'Cables'],
      ['transceiver', 'Transceivers'],
      ['accessory', 'Accessories'],
    ] as const) {
      if (sum(group) > 0) expect(text).toContain(`${words} (${whole(sum(group))})`);
    }
    // Words of an item may be broken over lines: what is held fast is its figures after its beginning.
    for (const line of lines) {
      const length = line.group === 'cable' ? `${hundredths(line.lengthM)} ` : '';
      const figures = `${length}${[line.drawn, line.spare, line.drawn + line.spare].map(whole).join(' ')}`;
      expect(text).toMatch(
        new RegExp(`${escaped(itemText(line).split(',')[0] ?? '')}.{0,120}? ${escaped(figures)}`),
      );
    }
  });

  it('counts the findings of the analysis on its cover, and tells every error and warning', () => {
    const counted = (severity: string): number =>
      analysis.findings.filter((finding) => finding.severity === severity).length;
    const words = ['error', 'warning', 'note'].map((severity) => {
      const count = counted(severity);
      return `${count} ${severity}${count === 1 ? '' : 's'}`;
    });
    expect(lying[0]).toContain(`Findings ${words.join(' ')}`);
    const text = called(lying, 'Findings').join(' ');
    expect(text).toContain(`Findings (${analysis.findings.length})`);
    for (const { severity, message } of analysis.findings) {
      if (severity !== 'note') expect(text).toContain(message.replace(/\s+/g, ' '));
    }
    const told = (text.match(/ Note /g) ?? []).length;
    const alike = [...text.matchAll(/(One|\d+) more like it\./g)].map(([, count]) =>
      count === 'One' ? 1 : Number(count),
    );
    expect(told + alike.reduce((sum, count) => sum + count, 0)).toBe(counted('note'));
  });

  it('adds each rack up as the analysis does', () => {
    expect(analysis.racks.length).toBe(analysis.counts.racks);
    for (const { name, usedU, weightKg, powerW, heatW, airflowCfm, copperKg } of analysis.racks) {
      const page = called(lying, `Rack ${name} `).join(' ');
      // What is not known as a whole is told as a lower bound or as unknown, never as a sum.
      const told = (value: number | null, words: string): string =>
        value === null ? '(≥ [\\d,.]+|unknown)' : escaped(words);
      expect(page, name).toContain(`Rack units ${usedU} of `);
      expect(page).toMatch(new RegExp(`Weight ${told(weightKg, whole(weightKg))}`));
      const kilowatts = powerW === null ? '' : tenths(powerW / 1000);
      expect(page).toMatch(new RegExp(`Power, largest ${told(powerW, kilowatts)}`));
      const btu = heatW === null ? '' : `${whole(heatW * BTU)} BTU/h`;
      expect(page).toMatch(new RegExp(`Heat ${told(heatW, btu)}`));
      expect(page).toMatch(new RegExp(`Airflow ${told(airflowCfm, whole(airflowCfm))}`));
      expect(page).toContain(`Copper cable ${tenths(copperKg)} kg`);
    }
  });

  it('names each cabled port on its map with its cable and its far end', () => {
    const text = called(lying, 'Ports of ').join(' ');
    const portOf = ({ deviceId, portId }: PortRef): string => {
      const type = design.deviceTypes.get(design.devices.get(deviceId)?.typeId ?? '');
      return type?.ports.find(({ id }) => id === portId)?.name ?? '';
    };
    let ports = 0;
    for (const { id, label, ends } of design.cables.values()) {
      expect(ends.a.length, id).toBe(ends.b.length);
      for (const [i, a] of ends.a.entries()) {
        const b = ends.b[i]!;
        for (const [near, far] of [
          [a, b],
          [b, a],
        ] as const) {
          const { rack, unit, device, port } = endPlace(design, far);
          expect(text).toContain(`${portOf(near)} ${rack} ${unit} ${device} ${port} ${label}`);
          ports += 1;
        }
      }
    }
    expect(ports).toBe(2 * analysis.counts.links);
  });
});
