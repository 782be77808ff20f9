/**
 * A walk of a minute over the largest sample as a person takes it: open it, find a node, look at it closely, make room
 * and move it, take that back, read findings, print one rack, look at the floor.
 */
import { join } from 'node:path';
import { createDesignFile } from '../../electron/storage/design-file.ts';
import { analyse } from '../../shared/analysis/index.ts';
import { SHEET_KINDS, type SheetKind } from '../../shared/contract/drawing-set.ts';
import type { Design } from '../../shared/model/design.ts';
import { devicesInRack, orderedRacks } from '../../shared/model/design-index.ts';
import { buildSample } from '../../shared/samples/index.ts';
import { say } from '../../shared/text/index.ts';
import { type FrameTimes, heapMb, watchFrames } from './frame-times.ts';
import { measureOpening, type OpeningTimes } from './opening.ts';
import { type PacedSpread, pacedSpread, timedAtPace } from './pace.ts';
import { msSince, type PlenumWindow, resize, withPlenum } from './plenum-window.ts';

export interface WalkTimes {
  readonly racks: number;
  readonly devices: number;
  readonly cables: number;
  /** From scratch, without a window. */
  readonly analysisMs: PacedSpread;
  readonly opening: OpeningTimes;
  /** Of each part of the walk. */
  readonly frames: Readonly<Record<string, FrameTimes>>;
  /** From the last click until the file is written. */
  readonly printMs: number;
  readonly heapMb: number;
}

const SAMPLE = 'cluster-100k';

/** @param folder for files and for what Plenum remembers */
export async function measureWalk(
  folder: string,
  tell: (what: string) => void,
): Promise<WalkTimes> {
  tell(`${SAMPLE}: built`);
  const design = buildSample(SAMPLE);
  const file = join(folder, `${SAMPLE}.plenum`);
  createDesignFile(file, design, { replace: true });
  tell(`${SAMPLE}: analysed`);
  const analysisMs = pacedSpread(await timedAtPace(3, () => void analyse(design)));
  tell(`${SAMPLE}: walked over`);
  const { racks, devices, cables } = design;
  return withPlenum(join(folder, `${SAMPLE}-data`), [], async (window) => {
    await resize(window, { width: 1600, height: 900 });
    const opening = await measureOpening(window, file);
    const walked = await walk(window, design, join(folder, 'one-rack.pdf'));
    return {
      racks: racks.size,
      devices: devices.size,
      cables: cables.size,
      analysisMs,
      opening,
      ...walked,
      heapMb: await heapMb(window.page),
    };
  });
}

const OF_A_RACK: ReadonlySet<SheetKind> = new Set(['racks', 'air', 'ports']);

/** Between two acts of a person who looks at what came of the last, ms. */
const LOOK_MS = 2500;

async function walk(
  { app, page }: PlenumWindow,
  design: Design,
  pdf: string,
): Promise<Pick<WalkTimes, 'frames' | 'printMs'>> {
  const { rack, node, blank } = nodeUnderBlank(design);
  const frames: Record<string, FrameTimes> = {};
  const measure = async (part: string, act: () => Promise<void>): Promise<void> => {
    const watch = await watchFrames(page);
    await act();
    await page.waitForTimeout(LOOK_MS);
    frames[part] = await watch.stop();
  };
  const find = async (name: string): Promise<void> => {
    await page.keyboard.press('Control+f');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').waitFor();
    await page.keyboard.type(name, { delay: 40 });
    await dialog.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
  };
  await measure('find a node', () => find(node));
  await measure('zoom in', () => turnWheel(page, -60, 40));
  await measure('zoom out', () => turnWheel(page, 60, 40));
  await measure('find the blank over it', () => find(blank));
  await measure('take the blank away', () => page.keyboard.press('Delete'));
  await measure('find the node again', () => find(node));
  await measure('move it up', () => page.keyboard.press('Alt+ArrowUp'));
  await measure('undo both', async () => {
    await page.keyboard.press('Control+z');
    await page.waitForTimeout(LOOK_MS);
    await page.keyboard.press('Control+z');
  });
  await measure('open the findings', () => page.getByTitle(say('panels.status.findings')).click());
  let printMs = 0;
  await measure('print one rack', async () => {
    await page.keyboard.press('Control+p');
    const dialog = page.getByRole('dialog', { name: say('prints.title') });
    // What is of the rack itself: the lists of all cables are another errand.
    for (const kind of SHEET_KINDS) {
      const sheet = dialog.getByLabel(say(`prints.sheet.${kind}`), { exact: true });
      await sheet.setChecked(OF_A_RACK.has(kind));
    }
    await dialog.getByRole('button', { name: say('prints.racks.none') }).click();
    await dialog.getByRole('textbox', { name: say('prints.racks.search') }).fill(rack);
    await dialog.getByLabel(rack, { exact: true }).check();
    await app.evaluate(({ dialog: asks }, answer) => {
      asks.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: answer });
    }, pdf);
    const start = performance.now();
    await dialog.getByRole('button', { name: /^Export/ }).click();
    await dialog.getByText(/^one-rack\.pdf/).waitFor();
    printMs = msSince(start);
    await page.keyboard.press('Escape');
  });
  await measure('look at the floor', async () => {
    await page.keyboard.press('p');
    await page.getByTestId('plan').waitFor();
    await page.keyboard.press('Shift+Digit1');
    await page.waitForTimeout(LOOK_MS);
    await turnWheel(page, -60, 40);
    await turnWheel(page, 60, 40);
  });
  return { frames, printMs };
}

async function turnWheel(page: PlenumWindow['page'], delta: number, times: number): Promise<void> {
  await page.mouse.move(700, 450);
  await page.keyboard.down('Control');
  for (let turn = 0; turn < times; turn += 1) {
    await page.mouse.wheel(0, delta);
    await page.waitForTimeout(8);
  }
  await page.keyboard.up('Control');
}

/** The first rack with a node right under a blank panel, so that taking the panel away makes room. */
function nodeUnderBlank(design: Design): { rack: string; node: string; blank: string } {
  for (const rack of orderedRacks(design)) {
    const [top, next] = devicesInRack(design, rack.id).filter(({ mount }) => mount === 'rails');
    if (top?.name.startsWith('blank') && next?.name.startsWith('node')) {
      return { rack: rack.name, node: next.name, blank: top.name };
    }
  }
  throw new RangeError('the sample has no node under a blank panel');
}
