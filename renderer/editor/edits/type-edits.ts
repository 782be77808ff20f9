/** Edits of the types that a design holds. */

import { withoutTypes } from '../../../shared/library/unused-types.ts';
import type { UpdateAnswer } from '../../../shared/library/update-type.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { say } from '../../../shared/text/index.ts';
import { type EditAnswer, edited } from './edit.ts';

/** Takes types out that nobody needs, with the pictures that only they are traced from. */
export function removeTypes(design: Design, types: readonly DeviceType[]): EditAnswer {
  const label = say('library.label.remove', { count: types.length, model: types[0]?.model ?? '' });
  return edited(label, withoutTypes(design, types));
}

/** The type takes over what another says, with its devices and their cables. */
export function takeOverType(
  { model }: DeviceType,
  { diff }: Extract<UpdateAnswer, { ok: true }>,
): EditAnswer {
  return edited(say('library.label.update', { model }), diff);
}
