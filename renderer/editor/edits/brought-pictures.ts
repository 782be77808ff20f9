/**
 * A type that comes from the library brings the pictures along that it is traced from: they come into the design
 * in the same step as its first device.
 */
import type { Design } from '../../../shared/model/design.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { Picture } from '../../../shared/model/records.ts';

const brought = new WeakMap<DeviceType, readonly Picture[]>();

export function bringPictures(type: DeviceType, pictures: readonly Picture[]): void {
  brought.set(type, pictures);
}

/** The pictures that came with a type and that the design does not have yet. */
export function picturesBrought(design: Design, type: DeviceType): readonly Picture[] {
  return (brought.get(type) ?? []).filter(({ id }) => !design.pictures.has(id));
}
