/** What files about a device type are called. */
import type { DeviceType } from '../../../shared/model/device-type.ts';

/** Names of devices that Windows keeps for itself. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A file's name without its ending, of what every file system takes. */
export function faceplateStem({ manufacturer, model, slug }: DeviceType): string {
  const words = `${manufacturer} ${model}`.trim() || slug;
  const stem = words
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return stem === '' || RESERVED.test(stem) ? `faceplate-${stem}`.replace(/-$/, '') : stem;
}
