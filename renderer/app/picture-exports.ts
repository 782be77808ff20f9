/** Pictures and tables of what is selected: as files, and on the clipboard. */
import {
  PICTURE_DPIS,
  type PictureChoice,
  type PictureDpi,
} from '../../shared/contract/picture-choice.ts';
import {
  designPicture,
  PIXEL_LIMIT,
  type PictureWish,
} from '../../shared/drawing/picture/index.ts';
import { htmlTable, tabbedText } from '../../shared/formats/pasted-table.ts';
import { devicesInRack } from '../../shared/model/design-index.ts';
import { scheduleOf } from '../../shared/schedules/schedule-tables.ts';
import { say } from '../../shared/text/index.ts';
import { picturePixels, quickWish } from '../dialogs/picture/picture-options.ts';
import { ask } from './bridge.ts';
import { exporting } from './export-actions.ts';
import { type PlenumWindow, showError } from './plenum-window.ts';
import { addToast } from './toasts.tsx';

/** Writes a picture where the person wants it. */
export function exportPicture(window: PlenumWindow, choice: PictureChoice): Promise<void> {
  return exporting(window, say('app.picture.exporting'), async (handle) => {
    const made = await ask(window.bridge, 'export.picture', { handle, choice });
    return made && say('app.picture.done', made);
  });
}

/** Puts a picture on the clipboard. */
export function copyPicture(
  window: PlenumWindow,
  wish: PictureWish,
  dpi: PictureDpi,
): Promise<void> {
  return exporting(window, say('app.picture.copying'), async (handle) => {
    await ask(window.bridge, 'clipboard.picture', { handle, wish, dpi });
    return say('app.picture.copied');
  });
}

/** Dots per inch of a picture that is copied without asking, if it may have so many pixels. */
const QUICK_DPI: PictureDpi = 150;

/** Puts what is selected on the clipboard as a picture, or everything when nothing is. */
export async function copySelectedPicture(window: PlenumWindow): Promise<void> {
  const open = window.open.state;
  if (!open) return;
  const { design, selection } = open.editor.state;
  const wish = quickWish(design, selection);
  const picture = designPicture(design, wish);
  if (!picture) {
    open.editor.notify('refused', say('app.picture.nothing'));
    return;
  }
  const dpi = PICTURE_DPIS.filter((each) => each <= QUICK_DPI)
    .reverse()
    .find((each) => picturePixels(picture.box, each) <= PIXEL_LIMIT);
  if (dpi === undefined) {
    const megapixels = PIXEL_LIMIT / 1_000_000;
    open.editor.notify('refused', say('app.picture.tooLarge', { megapixels }));
  } else await copyPicture(window, wish, dpi);
}

/** Puts the schedule of the selected cables on the clipboard, or that of the selected devices and racks. */
export async function copyTable(window: PlenumWindow): Promise<void> {
  const open = window.open.state;
  if (!open) return;
  const { selection } = open.editor.state;
  const { analysis, design, pending } = open.analysis.state;
  if (!analysis || pending) {
    open.editor.notify('refused', say('app.table.notYet'));
    return;
  }
  const devices = new Set(selection.devices);
  for (const id of selection.racks)
    for (const each of devicesInRack(design, id)) devices.add(each.id);
  const table =
    devices.size > 0
      ? scheduleOf(design, analysis, { devices })
      : scheduleOf(design, analysis, { cables: selection.cables });
  try {
    const pasted = { text: tabbedText(table), html: htmlTable(table) };
    await ask(window.bridge, 'clipboard.table', pasted);
    addToast(window.toasts, 'info', say('app.table.copied', { rows: table.rows.length }));
  } catch (error) {
    showError(window, say('app.error.export'), error);
  }
}
