/** What a drawing of a face is called. */
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { Face } from '../../../shared/model/face.ts';
import { say } from '../../../shared/text/index.ts';

/** `Acme One`, as far as the type says. */
export function typeTitle({ manufacturer, model, slug }: DeviceType): string {
  return `${manufacturer} ${model}`.trim() || slug;
}

/** `Acme One, Front`. */
export function faceTitle(type: DeviceType, face: Face): string {
  return say('drawing.plate.title', { type: typeTitle(type), face: say(`drawing.face.${face}`) });
}
