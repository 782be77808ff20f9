/** Opens a design file in a window that stands, as a person does, and tells when what can be seen and used. */
import { say } from '../../shared/text/index.ts';
import { type FrameTimes, watchFrames } from './frame-times.ts';
import { msSince, type PlenumWindow } from './plenum-window.ts';

export interface OpeningTimes {
  /** From the choice of the file until racks are drawn. */
  readonly firstPaintMs: number;
  /** Until the whole design is there and can be edited. */
  readonly completeMs: number;
  /** Until its findings are shown. */
  readonly analysedMs: number;
  /** All the way. */
  readonly frames: FrameTimes;
}

/** @param file is answered to the dialog that asks which */
export async function measureOpening(
  { app, page }: PlenumWindow,
  file: string,
): Promise<OpeningTimes> {
  const open = page.getByRole('button', { name: say('app.start.open') });
  await open.waitFor();
  await app.evaluate(({ dialog }, answer) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answer] });
  }, file);
  const frames = await watchFrames(page);
  const start = performance.now();
  await open.click();
  await page.locator('[data-camera]').first().waitFor();
  const firstPaintMs = msSince(start);
  await page.getByRole('combobox', { name: say('panels.library.search') }).waitFor();
  const completeMs = msSince(start);
  await page.getByTitle(say('panels.status.findings')).waitFor();
  const analysedMs = msSince(start);
  return { firstPaintMs, completeMs, analysedMs, frames: await frames.stop() };
}
