/** Pictures that a person picks to trace faceplates from. */
import type { DeviceTypeId } from '../../shared/model/ids.ts';
import type { Face } from '../../shared/model/records.ts';
import { say } from '../../shared/text/index.ts';
import { addBackdrop } from '../editor/index.ts';
import { keptPicture } from '../faceplate/backdrop/kept-picture.ts';
import { ask } from './bridge.ts';
import type { OpenDesign } from './open-design.ts';
import { type PlenumWindow, showError } from './plenum-window.ts';

/** Asks for a file, writes its pixels anew, and puts it behind a face. */
export async function pickPicture(
  window: PlenumWindow,
  { editor }: OpenDesign,
  typeId: DeviceTypeId,
  face: Face,
): Promise<void> {
  try {
    const picked = await ask(window.bridge, 'picture.pick', null);
    if (picked === null) return;
    const picture = await keptPicture(picked, editor.ids('picture')).catch(() => null);
    if (picture) editor.perform(addBackdrop(editor.state.design, typeId, picture, face));
    else editor.notify('refused', say('face.picture.undecodable'));
  } catch (error) {
    showError(window, say('app.error.picture'), error);
  }
}
