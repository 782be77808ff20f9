/** Tracing a faceplate from a picture: put behind a face, laid to scale by two points, cut, and taken away. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Design } from '../../shared/model/design.ts';
import type { Backdrop } from '../../shared/model/device-type.ts';
import { say } from '../../shared/text/index.ts';
import { click, windowSpot } from './aim.ts';
import { contentOf, draftOnDisk } from './disk.ts';
import { chooseMenu, newDesignWithRack, only, saved, seen } from './hands.ts';
import { answerDialogs, type PlenumApp, scratchFolder, startPlenum } from './plenum-app.ts';

describe('a picture behind a face', () => {
  it('is laid to scale by two points, cut, faded and taken away', async () => {
    const { app, page, onDisk, folder } = await openFaceplate();
    const bare = onDisk();
    const file = path.join(folder, 'front.png');
    writeFileSync(file, png(1200, 120, 'who took it, and where'));
    await choose(app, page, file);
    // It is decoded and written anew first: until then everything is saved.
    await expect.poll(() => onDisk().pictures.size).toBe(1);
    const picture = only(onDisk().pictures);
    expect(picture).toMatchObject({ name: 'front.png', mime: 'image/png', widthPx: 1200 });
    expect(Buffer.from(picture.data, 'base64').includes('who took it')).toBe(false);
    expect(backdrop(onDisk()).area).toMatchObject({ xMm: 0, widthMm: 482.6, heightMm: 48.26 });

    await page.getByRole('button', { name: say('face.picture.twoPoints') }).click();
    await click(page, await windowSpot(page, { x: 100, y: 20 }));
    await click(page, await windowSpot(page, { x: 300, y: 20 }));
    await page.getByLabel(say('face.picture.apart'), { exact: true }).fill('100 mm');
    await page.keyboard.press('Enter');
    await saved(page);
    // Twice as far apart as they should be, but for the pixel that a hand aims at.
    expect(backdrop(onDisk()).area.widthMm).toBeCloseTo(241.3, 0);
    await setField(page, 'backdrop-0-crop-left', '50');
    expect(backdrop(onDisk()).area.widthMm).toBeCloseTo(120.65, 0);
    expect(backdrop(onDisk()).crop).toEqual({ left: 0.5, top: 0, right: 1, bottom: 1 });
    await page.getByRole('button', { name: say('face.picture.toPanel') }).click();
    await saved(page);
    expect(backdrop(onDisk()).area).toMatchObject({ xMm: 0, widthMm: 482.6 });
    for (const where of ['inRacks', 'inPrint'] as const) {
      await page.getByRole('switch', { name: say(`face.picture.${where}`) }).click();
      await saved(page);
      expect(backdrop(onDisk())[where]).toBe(true);
    }

    await page.getByRole('button', { name: say('face.picture.remove'), exact: true }).click();
    await saved(page);
    expect(contentOf(onDisk())).toEqual(contentOf(bare));
    await page.keyboard.press('Control+z');
    await expect.poll(() => onDisk().pictures.size).toBe(1);
  });

  it('is refused in a line when it is none, or holds more pixels than can be', async () => {
    const { app, page, onDisk, folder } = await openFaceplate();
    const text = path.join(folder, 'notes.png');
    writeFileSync(text, 'no picture at all');
    await choose(app, page, text);
    await seen(page, say('main.refused.picture-unreadable', { name: 'notes.png' }));
    await page.keyboard.press('Escape');
    const bomb = path.join(folder, 'bomb.png');
    writeFileSync(bomb, png(60_000, 60_000, '').subarray(0, 2000));
    await choose(app, page, bomb);
    await seen(page, /^bomb\.png has 60000 × 60000 pixels/);
    expect(onDisk().pictures.size).toBe(0);
  });
});

interface OpenFaceplate extends Pick<PlenumApp, 'app' | 'page'> {
  readonly onDisk: () => Design;
  readonly folder: string;
}

/** The empty faceplate of a new type. */
async function openFaceplate(): Promise<OpenFaceplate> {
  const userData = scratchFolder();
  const { app, page } = await startPlenum({ userData });
  await newDesignWithRack(page);
  await chooseMenu(page, 'faceplate', 'faceplate.new');
  await page.getByRole('textbox', { name: say('panels.field.model') }).fill('Traced');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: say('face.bar') }).waitFor();
  await saved(page);
  await page.getByRole('button', { name: say('face.picture.title') }).click();
  return { app, page, onDisk: () => draftOnDisk(userData), folder: scratchFolder() };
}

/** Picks a file for the front, as the system's dialog would. */
async function choose(app: PlenumApp['app'], page: Page, file: string): Promise<void> {
  await answerDialogs(app, [file]);
  await page.getByRole('button', { name: say('face.picture.add.front') }).click();
}

async function setField(page: Page, id: string, text: string): Promise<void> {
  await page.locator(`[id="${id}"]`).fill(text);
  await page.keyboard.press('Enter');
  await saved(page);
}

function backdrop(design: Design): Backdrop {
  const [first] = only(design.deviceTypes).backdrops;
  if (!first) throw new Error('no picture is behind the face');
  return first;
}

/** A grey PNG of that size with a comment in it; its rows are not written out when they would be too many. */
function png(width: number, height: number, comment: string): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Math.min(height, 2000);
  const pixels = Buffer.alloc(rows * (width + 1), 0x80);
  for (let row = 0; row < rows; row += 1) pixels[row * (width + 1)] = 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from(`Comment\0${comment}`)),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, check]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
