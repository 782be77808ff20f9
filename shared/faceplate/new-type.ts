/** Device types of one's own: blank ones, and copies. */
import { BARE_TYPE } from '../model/bare-type.ts';
import type { DeviceCategory, DeviceType } from '../model/device-type.ts';
import type { DeviceTypeId } from '../model/ids.ts';

/** What a person says of a new type before it is drawn; the rest is unknown. */
export interface NewType {
  readonly manufacturer: string;
  readonly model: string;
  readonly heightU: number;
  readonly width: DeviceType['width'];
  /** `other` unless said otherwise. */
  readonly category?: DeviceCategory;
}

/** A type of which nothing more is known, with empty faces. */
export function newType(
  id: DeviceTypeId,
  { manufacturer, model, heightU, width, category = 'other' }: NewType,
): DeviceType {
  return {
    ...BARE_TYPE,
    id,
    manufacturer,
    model,
    category,
    heightU,
    width,
    origin: 'user',
  };
}

/** The same type as one of the person's own. Parts and ports keep their ids: they are unique within a type. */
export function copyOfType(type: DeviceType, id: DeviceTypeId, model = type.model): DeviceType {
  return { ...type, id, model, origin: 'user' };
}
