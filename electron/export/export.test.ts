import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { analyse, numbersOf } from '../../shared/analysis/index.ts';
import { COLUMN_IDS } from '../../shared/compare/index.ts';
import { specimen } from '../../shared/drawing/specimen.ts';
import { type Design, designFromRecords, recordsOf } from '../../shared/model/design.ts';
import type { Waiver } from '../../shared/model/records.ts';
import { exportCsv } from './export-csv.ts';
import { exportSvg } from './export-svg.ts';
import { exportPdf, type PdfOptions } from './pdf/export-pdf.ts';
import { writeTextWhole, writeWhole } from './write-whole.ts';

const design = specimen();
const analysis = analyse(design);
const options: PdfOptions = {
  paper: 'A4',
  date: new Date('2026-03-01T12:00:00Z'),
  title: 'Hall one',
  drawingNumber: 'PL-7',
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plenum-export-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function pdfBytes(more: Partial<PdfOptions> = {}, shown = design): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const own = shown === design ? analysis : analyse(shown);
  await exportPdf(shown, own, out, { ...options, ...more });
  return Buffer.concat(chunks);
}

describe('the drawing set', () => {
  it('can be searched for names, totals and lengths', async () => {
    const { text } = await extractText(new Uint8Array(await pdfBytes()), { mergePages: true });
    for (const device of ['gpu-01', 'leaf-01', 'pp-01', 'pdu-a']) expect(text).toContain(device);
    expect(text).toContain('Hall one');
    expect(text).toContain('PL-7');
    expect(text).toContain('2026-03-01');
    const used = analysis.racks.find((row) => row.id === 'rack-1')?.usedU;
    expect(text).toContain(`${used} of 42 U`);
    const entered = analysis.cables.find((row) => row.id === 'c5');
    expect(entered?.lengthM).toBe(5);
    expect(text).toMatch(/C5\s[\s\S]*5\.00\s+entered/);
    for (const row of analysis.cables) expect(text).toContain(row.label);
  });

  it('has a sheet a rack, numbered, with a bookmark and a place that links find', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await pdfBytes()));
    const outline = await pdf.getOutline();
    const racks = outline.find((entry) => entry.title === 'Racks');
    expect(racks?.items.map((entry) => entry.title)).toEqual(['Rack A01', 'Rack A02']);
    expect(outline.some((entry) => entry.title.startsWith('Cable schedule'))).toBe(true);
    const places = await pdf.getDestinations();
    expect(Object.keys(places)).toContain('rack rack-1');
    const cover = await pdf.getPage(1);
    const links = (await cover.getAnnotations()).map((each: { dest?: unknown }) => each.dest);
    expect(links).toContain('rack rack-2');
    const { text } = await extractText(pdf, { mergePages: false });
    expect(text[2]).toContain(`3 of ${pdf.numPages}`);
  });

  it('draws racks at 1:10 on the paper that takes them', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await pdfBytes()));
    const small = (await pdf.getPage(4)).getViewport({ scale: 1 });
    expect([small.width, small.height].map(Math.round)).toEqual([595, 842]);
    const large = await getDocumentProxy(new Uint8Array(await pdfBytes({ paper: 'A3' })));
    const sheet = (await large.getPage(4)).getViewport({ scale: 1 });
    expect([sheet.width, sheet.height].map(Math.round)).toEqual([1191, 842]);
  });

  it('is the same bytes for the same input', async () => {
    expect((await pdfBytes()).equals(await pdfBytes())).toBe(true);
    expect((await pdfBytes()).equals(await pdfBytes({ title: 'Hall two' }))).toBe(false);
    const path = join(folder, 'analysed-on-the-way.pdf');
    await exportPdf(design, null, path, options);
    expect(readFileSync(path).equals(await pdfBytes())).toBe(true);
  });

  it('appears whole or not at all, and tells how far it is', async () => {
    const path = join(folder, 'set.pdf');
    const steps: number[] = [];
    await exportPdf(design, analysis, path, { ...options, onProgress: (done) => steps.push(done) });
    expect(steps).toEqual(steps.map((_, i) => i + 1));
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
    const stop = AbortSignal.abort(new Error('enough'));
    const other = join(folder, 'other.pdf');
    await expect(
      exportPdf(design, analysis, other, { ...options, signal: stop }),
    ).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['set.pdf']);
  });

  it('tells of each column while the media are compared, and is given up between two', async () => {
    const columns: (readonly number[])[] = [];
    const onCompared = (done: number, of: number): void => void columns.push([done, of]);
    await pdfBytes({ onCompared });
    expect(columns).toEqual(COLUMN_IDS.slice(1).map((_, i) => [i + 1, COLUMN_IDS.length]));
    await pdfBytes({ onCompared, sheets: ['cover'] });
    expect(columns).toHaveLength(COLUMN_IDS.length - 1);
    const stop = new AbortController();
    const done: number[] = [];
    const path = join(folder, 'given-up.pdf');
    const givenUp = exportPdf(design, analysis, path, {
      ...options,
      signal: stop.signal,
      onProgress: () => done.push(0),
      onCompared: (column) => {
        done.push(column);
        if (column === 2) stop.abort(new Error('enough'));
      },
    });
    await expect(givenUp).rejects.toThrow();
    expect(done).toEqual([1, 2]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('makes a set of an empty design', async () => {
    const bare = { ...design, racks: new Map(), devices: new Map(), cables: new Map() };
    const path = join(folder, 'empty.pdf');
    await exportPdf(bare, analyse(bare), path, options);
    const pdf = await getDocumentProxy(new Uint8Array(readFileSync(path)));
    expect(pdf.numPages).toBeGreaterThanOrEqual(1);
  });
});

describe('the findings of the drawing set', () => {
  it('are open, waived or lapsed, with reason, name and day, and counted so on the cover', async () => {
    const waived = withWaivers([numbersOf(analysis.findings[0]!), 'severity=note; n=1']);
    const pdf = await getDocumentProxy(new Uint8Array(await pdfBytes({}, waived)));
    const { text } = await extractText(pdf, { mergePages: false });
    const findings = text.find((page) => page.includes('open, 1 waived'))!;
    expect(findings).toContain(`${analysis.findings.length - 1} open, 1 waived`);
    // The table goes on overleaf.
    const flat = text.slice(text.indexOf(findings)).join(' ').replace(/\s+/g, ' ');
    expect(flat).toContain('Waived by A. Ng, 2026-11-26:');
    expect(flat).toContain('Waiver of A. Ng, 2026-11-26, has lapsed');
    expect(flat).toMatch(/waiver lapsed/);
    expect(text[0]!.replace(/\s+/g, ' ')).toContain('1 waived, not counted above.');
    expect(text[0]!.replace(/\s+/g, ' ')).toContain('1 waiver has lapsed: its finding counts.');
    expect(flat).not.toContain('No longer found');
  });

  it('lists the waivers of which the finding is gone, with reason, name and day', async () => {
    const [waiver] = [...withWaivers(['severity=note']).waivers.values()];
    const gone = designFromRecords([...recordsOf(design), { ...waiver!, findingId: 'air:gone' }]);
    const pdf = await getDocumentProxy(new Uint8Array(await pdfBytes({}, gone)));
    const { text } = await extractText(pdf, { mergePages: false });
    const flat = text
      .map((page) => page.replace(/\s+/g, ' '))
      .find((page) => page.includes('air:gone'))!;
    expect(flat).toContain('No longer found: air:gone.');
    expect(flat).toContain('Waived by A. Ng, 2026-11-26: agreed with the owner');
    expect(text[0]!.replace(/\s+/g, ' ')).toContain('1 waiver is no longer needed.');
  });

  it('have their formulas on a sheet, with numbers, names of the symbols and sources', async () => {
    const racks = [...design.racks.values()].map((rack) => ({ ...rack, maxPowerW: 100 }));
    const others = [...recordsOf(design)].filter(({ kind }) => kind !== 'rack');
    const overdrawn = designFromRecords([...others, ...racks]);
    const pdf = await getDocumentProxy(new Uint8Array(await pdfBytes({}, overdrawn)));
    const { text } = await extractText(pdf, { mergePages: false });
    const sheet = text
      .find((page) => page.includes('Formulas behind the findings'))!
      .replace(/\s+/g, ' ');
    expect(sheet).toContain('over = sum − limit');
    expect(sheet).toMatch(/A01: over = [\d,]+ W − 100 W = [\d,]+ W/);
    expect(sheet).toContain('over the limit by');
    expect(sheet).toContain('Sources: device types; rack');
    expect(sheet).not.toContain('◇');
  });
});

/** The specimen with a waiver for each of its first findings, with these numbers. */
function withWaivers(numbers: readonly string[]): Design {
  const waivers = numbers.map(
    (each, n): Waiver => ({
      kind: 'waiver',
      id: `waiver-${n}`,
      findingId: analysis.findings[n]!.id,
      reason: 'agreed with the owner',
      by: 'A. Ng',
      on: '2026-11-26',
      numbers: each,
    }),
  );
  return designFromRecords([...recordsOf(design), ...waivers]);
}

describe('pictures and spreadsheets', () => {
  it('writes one picture a rack and one of the floor', async () => {
    const files = await exportSvg(design, analysis, join(folder, 'svg'));
    expect(files).toEqual(['overview.svg', 'rack-A01.svg', 'rack-A02.svg']);
    expect(readdirSync(join(folder, 'svg')).sort()).toEqual(files);
    expect(readFileSync(join(folder, 'svg', 'rack-A01.svg'), 'utf8')).toContain('>gpu-01<');
  });

  it('keeps racks of the same or a hostile name apart, and in the folder', async () => {
    const racks = new Map(design.racks);
    for (const rack of design.racks.values()) racks.set(rack.id, { ...rack, name: '../../x' });
    const files = await exportSvg({ ...design, racks }, analysis, folder);
    expect(files).toEqual(['overview.svg', 'rack-..-..-x.svg', 'rack-..-..-x-2.svg']);
  });

  it('writes the schedules with a line for each thing', async () => {
    const files = await exportCsv(design, analysis, folder);
    expect(files).toEqual([
      'cable-schedule.csv',
      'devices.csv',
      'racks.csv',
      'bom.csv',
      'findings.csv',
    ]);
    const lines = (name: string): string[] =>
      readFileSync(join(folder, name), 'utf8').trimEnd().split('\r\n');
    expect(lines('cable-schedule.csv')).toHaveLength(design.cables.size + 1);
    expect(lines('devices.csv')).toHaveLength(design.devices.size + 1);
    expect(lines('racks.csv')).toHaveLength(design.racks.size + 1);
    const columns = lines('cable-schedule.csv')[0]?.split(',').length;
    expect(lines('cable-schedule.csv')[1]?.split(',')).toHaveLength(columns ?? 0);
    expect(lines('bom.csv')).toContain('device,Specimen Switch 32,,,3,0,3');
    expect(lines('findings.csv')).toHaveLength(analysis.findings.length + 1);
  });

  it('says of each finding whether, why and by whom it is waived', async () => {
    const [standing, lapsed] = analysis.findings;
    const waived = withWaivers([numbersOf(standing!), 'severity=note; n=1']);
    await exportCsv(waived, analyse(waived), folder);
    const text = readFileSync(join(folder, 'findings.csv'), 'utf8');
    const lineOf = (id: string): string =>
      text.split('\r\n').find((line) => line.startsWith(`${id},`)) ?? '';
    expect(lineOf(standing!.id)).toContain('standing,agreed with the owner,A. Ng,2026-11-26,');
    expect(lineOf(lapsed!.id)).toContain('lapsed,agreed with the owner,A. Ng,2026-11-26,');
  });
});

describe('a whole file', () => {
  it('takes its place only when it is complete', async () => {
    const path = join(folder, 'a.txt');
    await writeTextWhole(path, 'first');
    await expect(
      writeWhole(path, (out) => {
        out.write('half');
        return Promise.reject(new Error('no'));
      }),
    ).rejects.toThrow('no');
    expect(readFileSync(path, 'utf8')).toBe('first');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('leaves nothing behind however early it fails', async () => {
    const path = join(folder, 'never.txt');
    for (let run = 0; run < 50; run += 1) {
      await expect(writeWhole(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    }
    expect(readdirSync(folder).filter((name) => name.includes('never'))).toEqual([]);
  });

  it('says when its folder is not there', async () => {
    const path = join(folder, 'none', 'a.txt');
    await expect(writeTextWhole(path, 'x')).rejects.toThrow('ENOENT');
    expect(existsSync(path)).toBe(false);
  });
});
