/** What stands in a design and nobody needs. */
import type { Design } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { Diff } from '../model/diff.ts';

/** The types that no device is of and that nothing is planned with. */
export function unusedTypes(design: Design): readonly DeviceType[] {
  const used = new Set([...design.devices.values()].map(({ typeId }) => typeId));
  for (const { typeId } of design.settings.growth) used.add(typeId);
  return [...design.deviceTypes.values()].filter(({ id }) => !used.has(id));
}

/** The edit that takes types out, with the pictures that only they are traced from. */
export function withoutTypes(design: Design, types: readonly DeviceType[]): Diff {
  const gone = new Set(types.map(({ id }) => id));
  const picturesOf = (type: DeviceType) => type.backdrops.map(({ pictureId }) => pictureId);
  const looked = new Set(types.flatMap(picturesOf));
  for (const type of design.deviceTypes.values()) {
    if (!gone.has(type.id)) for (const id of picturesOf(type)) looked.delete(id);
  }
  const pictures = [...looked].flatMap((id) => design.pictures.get(id) ?? []);
  return { added: [], updated: [], removed: [...types, ...pictures] };
}
