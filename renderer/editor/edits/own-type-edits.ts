/** Device types of the person's own: new ones, and copies of what the catalogue has. */
import { copyOf } from '../../../shared/library/same-type.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { DeviceTypeId } from '../../../shared/model/ids.ts';
import type { DesignSettings } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { picturesBrought } from './brought-pictures.ts';
import { type EditAnswer, edited, refused } from './edit.ts';

/**
 * Brings a new type into the design, with the pictures that it is traced from; its model must not be taken by
 * another of the same maker.
 */
export function addType(design: Design, type: DeviceType): EditAnswer {
  const twin = [...design.deviceTypes.values()].find(
    ({ manufacturer, model }) => manufacturer === type.manufacturer && model === type.model,
  );
  if (twin) return refused('editor.refused.modelTaken', { model: type.model });
  return edited(say('editor.label.newType', { model: type.model }), {
    added: [...picturesBrought(design, type), type],
  });
}

/** A copy of a type under an id and a model name of its own, the person's to change. */
function ownCopy(design: Design, type: DeviceType): DeviceType {
  const model = say('editor.faceplate.ownModel', { model: type.model });
  return copyOf(type, [...design.deviceTypes.values()], model);
}

/**
 * Makes a type of the catalogue the design's own, so that its faceplate may be drawn anew.
 * @param follow whether the placed devices of the type become devices of the copy; the catalogue's then leaves
 */
export function makeOwn(
  design: Design,
  type: DeviceType,
  follow: boolean,
): { readonly answer: EditAnswer; readonly own: DeviceType; readonly devices: number } {
  const own = ownCopy(design, type);
  const label = say('editor.label.ownType', { model: type.model });
  const added = [...picturesBrought(design, type), own];
  const held = follow ? design.deviceTypes.get(type.id) : undefined;
  if (!held) return { answer: edited(label, { added }), own, devices: 0 };
  const devices = [...design.devices.values()].filter(({ typeId }) => typeId === type.id);
  const moved = devices.map((device) => [device, { ...device, typeId: own.id }] as const);
  const grown = growthMoved(design.settings, type.id, own.id);
  const updated = grown ? [...moved, [design.settings, grown] as const] : moved;
  const answer = edited(label, { added, updated, removed: [held] });
  return { answer, own, devices: devices.length };
}

/** The settings with what is to come of one type as that of another; null when nothing of it is. */
function growthMoved(
  settings: DesignSettings,
  from: DeviceTypeId,
  to: DeviceTypeId,
): DesignSettings | null {
  if (!settings.growth.some(({ typeId }) => typeId === from)) return null;
  const growth = settings.growth.map((each) =>
    each.typeId === from ? { ...each, typeId: to } : each,
  );
  return { ...settings, growth };
}
