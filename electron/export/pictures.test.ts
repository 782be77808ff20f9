import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { analyse } from '../../shared/analysis/index.ts';
import { specimen } from '../../shared/drawing/specimen.ts';
import type { Design } from '../../shared/model/design.ts';
import { applyDiff, EMPTY_DIFF } from '../../shared/model/diff.ts';
import type { Picture } from '../../shared/model/records.ts';
import { exportSvg } from './export-svg.ts';
import { exportPdf } from './pdf/export-pdf.ts';

/** One grey pixel with some transparency. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const photo: Picture = {
  kind: 'picture',
  id: 'photo',
  name: 'front.png',
  mime: 'image/png',
  widthPx: 1,
  heightPx: 1,
  data: PIXEL,
};

/** The specimen, its leaf traced from a picture that is wanted in print, or is not. */
function traced(inPrint: boolean): Design {
  const design = specimen();
  const leaf = [...design.devices.values()].find(({ name }) => name === 'leaf-01');
  const type = leaf && design.deviceTypes.get(leaf.typeId);
  if (!type) throw new Error('the specimen has no leaf');
  const area = { face: 'front', xMm: 16, yMm: 2, widthMm: 450, heightMm: 40 } as const;
  const crop = { left: 0, top: 0, right: 1, bottom: 1 };
  const backdrops = [{ pictureId: photo.id, area, crop, inRacks: false, inPrint }];
  return applyDiff(design, {
    ...EMPTY_DIFF,
    added: [photo],
    updated: [[type, { ...type, backdrops }]],
  });
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plenum-pictures-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function pdfOf(design: Design): Promise<string> {
  const file = join(folder, 'set.pdf');
  const date = new Date('2026-03-01T12:00:00Z');
  const fields = { paper: 'A4', date, title: 'Hall', drawingNumber: '' } as const;
  await exportPdf(design, analyse(design), file, fields);
  return readFileSync(file).toString('latin1');
}

it('stand once in a drawing set that wants them, and in none that does not', async () => {
  const wanted = await pdfOf(traced(true));
  // The picture, and its transparency.
  expect(wanted.match(/\/Subtype \/Image/g)).toHaveLength(2);
  expect(await pdfOf(traced(false))).not.toContain('/Subtype /Image');
});

it('stand in the elevations as SVG', async () => {
  for (const inPrint of [true, false]) {
    const into = join(folder, String(inPrint));
    const design = traced(inPrint);
    await exportSvg(design, analyse(design), into);
    const drawn = readdirSync(into).map((name) => readFileSync(join(into, name), 'utf8'));
    expect(drawn.some((svg) => svg.includes(PIXEL))).toBe(inPrint);
  }
});
