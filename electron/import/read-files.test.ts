/** Layouts with pictures, and workbooks, from disk. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordSchema } from '../../shared/contract/record-schema.ts';
import type { EndRow, SiteRows } from '../../shared/formats/site/rows.ts';
import { csvFile, type WrittenTable } from '../../shared/formats/written-table.ts';
import { applyPlan, planImport } from '../../shared/import-plan/index.ts';
import { emptyDesign } from '../../shared/model/design.ts';
import { applyDiff } from '../../shared/model/diff.ts';
import { countingIds } from '../../shared/model/ids.ts';
import { checkDesign } from '../../shared/rules/index.ts';
import { exportWorkbook } from '../export/export-workbook.ts';
import { rasterise } from '../export/rasterise.ts';
import { HAND_MADE, workbookOf } from './fixture-workbook.ts';
import { zipOf } from './fixture-zip.ts';
import { readImportFile } from './read-files.ts';

let folder = '';
let png = Buffer.alloc(0);
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'plenum-layout-'));
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="4"><rect width="40" height="4" fill="red"/></svg>';
  png = Buffer.from((await rasterise(svg, 96)).png);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LAYOUT = `version: 26.9.2
settings: {display_mode: image}
racks:
- {id: a, name: A, height: 12, width: 19, depth_mm: 800, devices: [{id: d1, device_type: sw, position: 6}, {id: d2, device_type: box, position: 12}]}
device_types:
- {slug: sw, manufacturer: Acme, model: Switch, u_height: 1}
- {slug: box, manufacturer: Acme, model: Box, u_height: 1}
`;

async function read(name: string, content: string | Buffer) {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  const answer = await readImportFile(file);
  const [rows] = answer.rows;
  if (!rows) throw new Error(answer.warnings.map(({ message }) => message).join());
  return rows;
}

describe('the pictures of a layout', () => {
  it('lie behind the faces of their types, decoded and written anew; others are told', async () => {
    const rows = await read(
      'a.Rackula.zip',
      zipOf({
        'Lab/lab.rackula.yaml': LAYOUT,
        'Lab/assets/sw/front.png': png,
        'Lab/assets/sw/d1-rear.png': png,
        'Lab/assets/gone/rear.png': png,
        'Lab/assets/box/front.webp': 'RIFFxxxxWEBPVP8 ',
        'Lab/assets/box/rear.png': png.subarray(0, 30),
      }),
    );
    expect(
      rows.warnings.map(({ code, message }) => [code, /[a-z]+\/[a-z]+\.[a-z]+/.exec(message)?.[0]]),
    ).toEqual([
      ['device-pictures', undefined],
      ['loose-pictures', 'gone/rear.png'],
      ['picture-unreadable', 'box/front.webp'],
      ['picture-unreadable', 'box/rear.png'],
    ]);
    const design = emptyDesign('Lab');
    const plan = planImport(design, [{ file: 'a', rows }], countingIds());
    const applied = applyPlan(design, plan, new Set());
    if (!applied.ok) throw new Error(applied.name);
    const after = applyDiff(design, applied.diff);
    expect(checkDesign(after)).toEqual([]);
    const [picture] = after.pictures.values();
    expect(after.pictures.size).toBe(1);
    expect(recordSchema.parse(picture)).toMatchObject({
      mime: 'image/png',
      widthPx: 40,
      heightPx: 4,
    });
    const type = after.deviceTypes.get('rackula:sw');
    expect(type?.backdrops).toMatchObject([
      { pictureId: picture?.id, inRacks: true, inPrint: true },
    ]);
    // In its panel's middle and never beyond it, in its own proportions.
    const area = type?.backdrops[0]?.area;
    expect(area && area.widthMm / area.heightMm).toBeCloseTo(10, 2);
    expect(area && area.heightMm + 2 * area.yMm).toBeCloseTo(43.66, 1);
    const again = planImport(after, [{ file: 'a', rows }], countingIds());
    expect([again.makes, again.differs]).toEqual([[], []]);
  });

  it('may stand in the layout itself', async () => {
    const data = `data:image/png;base64,${png.toString('base64')}`;
    const text = `${LAYOUT}images: {sw: {rear: '${data}'}, d2: {front: '${data}'}}\n`;
    const rows = await read(
      'b.rackula.yaml',
      text.replace('display_mode: image', 'display_mode: label'),
    );
    expect(rows.pictures).toHaveLength(1);
    expect(rows.types[0]?.backdrops).toMatchObject([
      { area: { face: 'rear' }, inRacks: false, inPrint: false },
    ]);
    expect(rows.warnings.map(({ code }) => code)).toEqual(['device-pictures']);
  });
});

describe('a workbook', () => {
  it('of Plenum’s own says what the same table says as CSV', async () => {
    const table: WrittenTable = {
      name: 'cables',
      columns: [
        'cable_id',
        'src_device',
        'src_port',
        'dst_device',
        'dst_port',
        'medium',
        'length_m',
        'notes',
      ],
      rows: [
        ['C1', 'leaf-1', '1/2', 'dgx-1', 'OSFP1', 'AOC', 7.5, '=SUM(A1)'],
        ['C2', 'leaf-1', '007', 'dgx-1', 2, 'MMF', null, '@x'],
      ],
    };
    const book = path.join(folder, 'own.xlsx');
    await exportWorkbook([table], book);
    const [fromBook] = (await readImportFile(book)).rows;
    const fromText = await read('own.csv', csvFile(table).text);
    const cables = ({ cables: rows }: SiteRows) =>
      rows.map((row) => ({ ...row, place: row.place.line }));
    expect(fromBook && cables(fromBook)).toEqual(cables(fromText));
    expect(fromText.cables.map(({ a, notes }) => [a.port, notes])).toEqual([
      ['1/2', '=SUM(A1)'],
      ['007', '@x'],
    ]);
  });

  it('made by hand: merged cells, results of formulas, texts that are numbers, a port that became a day, hidden sheets', async () => {
    const file = path.join(folder, 'hand.xlsx');
    writeFileSync(file, workbookOf(HAND_MADE));
    const { rows, warnings } = await readImportFile(file);
    expect(warnings.map(({ code, path: sheet }) => [code, sheet])).toEqual([
      ['sheet-hidden', 'old'],
      ['sheet-unknown', 'Notes'],
    ]);
    const end = ({ rack, u, device, port }: EndRow) => `${rack} ${u} ${device} ${port}`;
    expect(
      rows.flatMap(({ cables }) =>
        cables.map(({ place, label, a, b, media, lengthM }) => [
          `${place.sheet} ${place.line}`,
          label,
          end(a),
          end(b),
          media[0],
          lengthM,
        ]),
      ),
    ).toEqual([
      ['Row A 4', 'C1', 'A01 20 leaf-1 1/1', 'A02 10 dgx-1 p1', 'aoc', 5],
      ['Row A 5', 'C2', 'A01 20 leaf-1 1/2', 'A02 10 dgx-1 p2', 'aoc', 5],
      ['Row A 7', 'C4', 'A03 20.5 leaf-2 2/1', 'A02 20 dgx-2 4', 'aoc', 7.5],
      ['Row B 2', 'C5', 'B01 1 leaf-3 1/1', 'B01 5 dgx-3 p1', 'dac', 2],
    ]);
    const faults = rows.flatMap(({ faults: found }) => found);
    expect(
      faults.map(({ code, place, column, value }) => [code, place.line, column, value]),
    ).toEqual([['port-is-day', 6, 'A-Port', '2025-02-01']]);
  });
});
