import { Writable } from 'node:stream';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../../shared/analysis/index.ts';
import type { Analysis } from '../../../shared/analysis/types.ts';
import {
  ORIENTATIONS,
  type Orientation,
  type PaperSize,
  SHEET_KINDS,
  type SheetCounts,
  type SheetKind,
} from '../../../shared/contract/drawing-set.ts';
import type { Design } from '../../../shared/model/design.ts';
import { buildSample } from '../../../shared/samples/index.ts';
import { exportPdf, type PdfOptions } from './export-pdf.ts';
import { recordSheets } from './fixture-sheets.ts';
import { frameOf, LEAST_LETTERING_MM, PT_PER_MM } from './paper.ts';
import { TITLE_BLOCK_MM, TITLE_BLOCK_WIDTH_MM } from './sheet.ts';

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

/** A page: its kind, and what is drawn beyond its frame, over its title block, or off the sheet where it has none. */
interface Recorded {
  readonly kind: SheetKind;
  readonly title: string;
  readonly beyond: readonly string[];
  /** What is lettered too small to be read. */
  readonly small: readonly string[];
  readonly paper: string;
}

interface Printed {
  readonly design: Design;
  readonly analysis: Analysis;
  readonly bytes: Buffer;
  readonly pdf: Document;
  readonly counts: SheetCounts;
  /** By page, with single spaces. */
  readonly texts: readonly string[];
  readonly recorded: readonly Recorded[];
}

const date = new Date('2026-11-26T12:00:00Z');

async function print(design: Design, more: Partial<PdfOptions> = {}): Promise<Printed> {
  const chunks: Buffer[] = [];
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const analysis = analyse(design);
  const recording = recordSheets();
  const counts = await exportPdf(design, analysis, out, { paper: 'A3', date, ...more });
  const drawn = recording.stop();
  const bytes = Buffer.concat(chunks);
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: false });
  const texts = text.map((page) => page.replace(/\s+/g, ' '));
  const wanted = more.sheets ?? SHEET_KINDS;
  const kinds = SHEET_KINDS.flatMap((kind) =>
    wanted.includes(kind) ? Array.from({ length: counts[kind] }, () => kind) : [],
  );
  const recorded: Recorded[] = [];
  for (const [i, { boxes, texts: lettered, own }] of drawn.entries()) {
    const { width, height } = (await pdf.getPage(i + 1)).getViewport({ scale: 1 });
    const [widthMm, heightMm] = [width / PT_PER_MM, height / PT_PER_MM];
    const kind = kinds[i]!;
    const within =
      kind === 'labels'
        ? { x: 3, y: 3, width: widthMm - 6, height: heightMm - 6 }
        : frameOf({ name: '', widthMm, heightMm });
    const edge = { right: within.x + within.width, bottom: within.y + within.height };
    const block = { left: edge.right - TITLE_BLOCK_WIDTH_MM, top: edge.bottom - TITLE_BLOCK_MM };
    const beyond = boxes.filter(
      ({ left, top, right, bottom }, at) =>
        left < within.x - SLACK_MM ||
        top < within.y - SLACK_MM ||
        right > edge.right + SLACK_MM ||
        bottom > edge.bottom + SLACK_MM ||
        (kind !== 'labels' &&
          at < own &&
          right > block.left + SLACK_MM &&
          bottom > block.top + SLACK_MM),
    );
    recorded.push({
      kind,
      title: `page ${i + 1}, ${kind}`,
      beyond: beyond.map((each) => JSON.stringify(each)),
      small: lettered.filter(({ emMm }) => emMm < LEAST_MM).map((each) => JSON.stringify(each)),
      paper: `${Math.round(widthMm)} × ${Math.round(heightMm)}`,
    });
  }
  return { design, analysis, bytes, pdf, counts, texts, recorded };
}
/** Least em of lettering, mm, but for what is lost in rounding. */
const LEAST_MM = LEAST_LETTERING_MM - 1e-6;
/** Half the width of a frame's line. */
const SLACK_MM = 0.35;

/** The texts of the sheets of a kind, of a set that holds all kinds. */
function pagesOf({ counts, texts }: Printed, kind: SheetKind): readonly string[] {
  const before = SHEET_KINDS.slice(0, SHEET_KINDS.indexOf(kind));
  const from = before.reduce((sum, each) => sum + counts[each], 0);
  return texts.slice(from, from + counts[kind]);
}

function labelled(design: Design): Design {
  const drawing = {
    owner: 'Nordlicht Rechenzentren',
    number: 'PL-4711',
    createdBy: 'A. Ng',
    approvedBy: 'B. Ek',
    status: 'ISSUED FOR CONSTRUCTION',
    revisions: [{ mark: 'A', on: '2026-11-20', by: 'A. Ng', text: 'first issue' }],
  };
  return { ...design, settings: { ...design.settings, drawing } };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe.each(['first-rack', 'superpod-su'] as const)('the drawing set of %s', (sample) => {
  let set: Printed;
  beforeAll(async () => {
    set = await print(labelled(buildSample(sample)));
  }, 120_000);

  it('has a label for every plug', () => {
    const text = pagesOf(set, 'labels').join(' ');
    for (const { label } of set.analysis.cables) {
      const found = text.match(new RegExp(`(?<![\\w-])${escaped(label)}(?![\\w-])`, 'g')) ?? [];
      expect(found.length, label).toBeGreaterThanOrEqual(2);
    }
  });

  it('draws nothing beyond the frame of any sheet, and nothing too small to be read', () => {
    expect(set.recorded).toHaveLength(set.pdf.numPages);
    for (const page of set.recorded) {
      expect(page.beyond, page.title).toEqual([]);
      expect(page.small, page.title).toEqual([]);
    }
  });

  it('leads only to what there is, from schedule and elevation to port maps and back', async () => {
    const places = new Set(Object.keys(await set.pdf.getDestinations()));
    const kinds = new Set<string>();
    for (let page = 1; page <= set.pdf.numPages; page += 1) {
      const links = await (await set.pdf.getPage(page)).getAnnotations();
      for (const { dest } of links as { dest: string }[]) {
        expect(places).toContain(dest);
        kinds.add(`${set.recorded[page - 1]!.kind} → ${dest.split(' ')[0]!}`);
      }
    }
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'cables → rack',
        'cables → device',
        'places → rack',
        'racks → device',
        'ports → rack',
        'ports → device',
        'ports → cables',
      ]),
    );
  });

  it('fills the title block of every sheet that has one', () => {
    for (const [i, text] of set.texts.entries()) {
      if (set.recorded[i]!.kind === 'labels') continue;
      for (const fact of ['Nordlicht Rechenzentren', 'PL-4711', 'A. Ng', 'B. Ek', '2026-11-26']) {
        expect(text).toContain(fact);
      }
      expect(text).toContain('ISSUED FOR CONSTRUCTION');
      expect(text).toContain(`${i + 1} of ${set.pdf.numPages}`);
    }
  });

  it('has a bookmark for every rack and embeds its fonts', async () => {
    const outline = await set.pdf.getOutline();
    const racks = outline.find(({ title }) => title === 'Racks')?.items.map(({ title }) => title);
    const names = [...set.design.racks.values()].map(({ name }) => `Rack ${name}`);
    expect(racks).toEqual(expect.arrayContaining(names));
    const raw = set.bytes.toString('latin1');
    expect(raw.match(/\/FontFile2/g)).toHaveLength(2);
    expect(raw).not.toContain('/Type1');
  });

  it('tells of revisions, waivers and what is open on the cover', () => {
    const [cover] = set.texts;
    expect(cover).toContain('first issue');
    expect(cover).toContain('2026-11-20');
    expect(cover).toMatch(/\d+ errors?/);
  });
});

describe('the drawing set', () => {
  it.each([
    ['A4', '210 × 297', '297 × 210'],
    ['A3', '297 × 420', '420 × 297'],
    ['A1', '594 × 841', '841 × 594'],
    ['ANSI B', '279 × 432', '432 × 279'],
    ['ANSI D', '559 × 864', '864 × 559'],
  ] as const)(
    'goes on %s, standing and lying, legible and within its frames',
    async (paper: PaperSize, portrait, landscape) => {
      const design = labelled(buildSample('first-rack'));
      const papers = async (orientation: Orientation): Promise<Set<string>> => {
        const set = await print(design, { paper, orientation });
        const framed = set.recorded.filter(({ kind }) => kind !== 'labels');
        for (const page of framed) {
          expect(page.beyond, `${orientation}, ${page.title}`).toEqual([]);
          expect(page.small, `${orientation}, ${page.title}`).toEqual([]);
        }
        return new Set(framed.map((page) => page.paper));
      };
      expect(await papers('portrait')).toEqual(new Set([portrait]));
      expect(await papers('landscape')).toEqual(new Set([landscape]));
      for (const each of await papers('automatic')) expect([portrait, landscape]).toContain(each);
    },
    120_000,
  );

  it('keeps racks of any height and width on the paper, legible and within its frames', async () => {
    const plain = buildSample('first-rack');
    const [rack] = plain.racks.values();
    for (const [heightU, widthMm] of [
      [48, 600],
      [52, 800],
    ] as const) {
      const racks = new Map([[rack!.id, { ...rack!, heightU, widthMm }]]);
      for (const orientation of ORIENTATIONS) {
        const set = await print(
          { ...plain, racks },
          {
            paper: 'A4',
            orientation,
            sheets: ['racks', 'air'],
          },
        );
        expect(set.counts.racks).toBeGreaterThan(0);
        for (const page of set.recorded) {
          const at = `${heightU} U, ${orientation}, ${page.title}`;
          expect(page.beyond, at).toEqual([]);
          expect(page.small, at).toEqual([]);
          expect(['210 × 297', '297 × 210'], at).toContain(page.paper);
        }
        const text = set.texts.join(' ');
        for (const { name } of plain.devices.values()) expect(text, orientation).toContain(name);
      }
    }
  }, 120_000);

  it('keeps the plan of a hall within its frame, with the names of its trays beside them', async () => {
    const set = await print(buildSample('superpod-4su'), { sheets: ['rows'] });
    expect(set.texts[0]).toContain('Tray across 1');
    for (const page of set.recorded) {
      expect(page.beyond, page.title).toEqual([]);
      expect(page.small, page.title).toEqual([]);
    }
  }, 60_000);

  it('shows devices that are cabled alike in one picture, each with its ports', async () => {
    const design = buildSample('superpod-su');
    const racks = [...design.racks.keys()].slice(0, 1);
    const set = await print(design, { sheets: ['ports'], racks });
    expect(set.counts.ports).toBe(1);
    expect(set.texts[0]!.match(/Rear, 1:2/g)).toHaveLength(1);
    expect(set.texts[0]!.match(/face like that of dgx-04/g)).toHaveLength(3);
    for (const page of set.recorded) expect(page.beyond).toEqual([]);
  });

  it('tells a note of many places once, with their number and the places', async () => {
    const design = buildSample('superpod-su');
    const set = await print(design, { sheets: ['findings'] });
    const text = set.texts.join(' ');
    expect(text.match(/the optics sit where the air goes out/g)).toHaveLength(1);
    expect(text).toContain('A01, A02, A03, A04, A05, A06, A07, A08, A09, A10');
    expect(text).toContain('9 more like it.');
  });

  it.each(['A1', 'ANSI D'] as const)(
    'puts as many racks on %s as it takes, each with its bookmark',
    async (paper) => {
      const design = labelled(buildSample('superpod-su'));
      const set = await print(design, { paper, sheets: ['racks'] });
      expect(set.counts.racks).toBeLessThan(design.racks.size / 3);
      expect(set.counts.air).toBe(set.counts.racks);
      for (const page of set.recorded) expect(page.beyond, page.title).toEqual([]);
      const [racks] = (await set.pdf.getOutline()) ?? [];
      const names = [...design.racks.values()].map(({ name }) => `Rack ${name}`);
      expect(racks?.items.map(({ title }: { title: string }) => title)).toEqual(names);
      const text = set.texts.join(' ');
      for (const { name } of design.devices.values()) expect(text).toContain(name);
    },
    60_000,
  );

  it('prints names in Chinese, Japanese, Korean and Cyrillic', async () => {
    const plain = buildSample('first-rack');
    const names = ['计算节点', 'スイッチ', '서버', 'коммутатор'];
    const devices = new Map(plain.devices);
    for (const [i, device] of [...plain.devices.values()].entries()) {
      devices.set(device.id, { ...device, name: `${names[i % 4]!}-${i}` });
    }
    const set = await print({ ...plain, devices }, { sheets: ['cover', 'racks', 'cables'] });
    const text = set.texts.join(' ');
    for (const { name } of devices.values()) expect(text).toContain(name);
    expect(text).not.toContain('◇');
    expect(set.bytes.toString('latin1').match(/\/FontFile2/g)).toHaveLength(4);
  });

  it('marks a letter that no font holds, and says so', async () => {
    const plain = buildSample('first-rack');
    const settings = { ...plain.settings, name: 'Hall 𓀀' };
    const set = await print({ ...plain, settings }, { sheets: ['cover'] });
    expect(set.texts[0]).toContain('Hall ◇');
    expect(set.texts[0]).toContain('◇ stands for a letter');
  });

  it('keeps long names within their sheets', async () => {
    const plain = buildSample('first-rack');
    const long = 'compute-node-of-the-north-hall-with-a-name-that-does-not-end-';
    const devices = new Map(
      Array.from(plain.devices, ([id, device], i) => [id, { ...device, name: `${long}${i}` }]),
    );
    const cables = new Map(
      Array.from(plain.cables, ([id, cable]) => [id, { ...cable, label: `${long}${cable.label}` }]),
    );
    const set = await print({ ...plain, devices, cables }, { paper: 'A4' });
    for (const page of set.recorded) expect(page.beyond, page.title).toEqual([]);
  }, 60_000);

  it('leaves out what a rack without cables does not have', async () => {
    const plain = buildSample('first-rack');
    const { counts, pdf } = await print({ ...plain, cables: new Map() });
    expect(counts).toMatchObject({ cables: 0, places: 0, ports: 0, labels: 0, media: 0, racks: 1 });
    expect(pdf.numPages).toBeGreaterThan(3);
  });

  it('holds what is chosen', async () => {
    const design = buildSample('superpod-su');
    const [rack] = design.racks.keys();
    const set = await print(design, { sheets: ['racks', 'bom'], racks: [rack!] });
    expect(set.pdf.numPages).toBe(1 + set.counts.bom);
    expect(set.counts.racks).toBe(1);
    expect(set.texts[0]).toContain(design.racks.get(rack!)!.name);
  });

  it('tells what is different from a version', async () => {
    const before = buildSample('first-rack');
    const [gone, moved] = [...before.devices.values()].filter(({ mount }) => mount === 'rails');
    const devices = new Map(before.devices);
    devices.set(moved!.id, { ...moved!, u: 1 });
    const [cable] = before.cables.values();
    const cables = new Map(before.cables).set(cable!.id, { ...cable!, lengthM: 7.5 });
    devices.set('extra', { ...gone!, id: 'extra', name: 'newcomer', u: 5 });
    const against = { name: 'Issue A', made: '2026-11-01T10:00:00Z', design: before };
    const design = { ...before, devices, cables };
    const set = await print(design, { against, sheets: ['changes'] });
    const [page] = set.texts;
    expect(page).toContain('3 differences from "Issue A" of 2026-11-01');
    expect(page).toMatch(/added newcomer/);
    expect(page).toMatch(new RegExp(`moved ${escaped(moved!.name)}`));
    expect(page).toMatch(/changed .* length entered, m .* 7\.5/);
    const same = await print(before, { against, sheets: ['changes'] });
    expect(same.texts[0]).toContain('No differences from "Issue A"');
  });
});
