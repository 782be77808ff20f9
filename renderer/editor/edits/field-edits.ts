/**
 * Setting fields of records: what the inspector does. One change of one field is one step, for however many
 * records it is made at once.
 */

import type { Design } from '../../../shared/model/design.ts';
import { devicesInRack, typeOf } from '../../../shared/model/design-index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { applyDiff, EMPTY_DIFF } from '../../../shared/model/diff.ts';
import type { DeviceId, DeviceTypeId, RackId, RowId } from '../../../shared/model/ids.ts';
import type { DesignSettings, Device, Rack, Row } from '../../../shared/model/records.ts';
import { canPlace } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import { devicesOf, replaceDevices } from './device-edits.ts';
import { changes, type EditAnswer, edited, editLabel, refused, refusedBy } from './edit.ts';
import { RACK_HEIGHTS_U } from './rack-edits.ts';

export type SettingsPatch = Partial<Omit<DesignSettings, 'kind' | 'id'>>;
export type RackPatch = Partial<Omit<Rack, 'kind' | 'id' | 'rowId' | 'order'>>;
export type DevicePatch = Partial<Omit<Device, 'kind' | 'id' | 'typeId'>>;
export type TypePatch = Partial<Omit<DeviceType, 'kind' | 'id' | 'cages' | 'ports' | 'shapes'>>;

/** Sets facts of the whole design. */
export function patchSettings(design: Design, patch: SettingsPatch): EditAnswer {
  const updated = changes([design.settings], (settings) => ({ ...settings, ...patch }));
  return edited(say('editor.label.settings'), { updated });
}

/** Sets fields of racks; refused when a device in one of them would no longer fit. */
export function patchRacks(design: Design, ids: Iterable<RackId>, patch: RackPatch): EditAnswer {
  const { least, most } = RACK_HEIGHTS_U;
  const { heightU } = patch;
  if (
    heightU !== undefined &&
    !(Number.isInteger(heightU) && heightU >= least && heightU <= most)
  ) {
    return refused('editor.refused.rackHeight', { least, most });
  }
  const racks = [...ids].flatMap((id) => design.racks.get(id) ?? []);
  const pairs = changes(racks, (rack) => ({ ...rack, ...patch }));
  const after = applyDiff(design, { ...EMPTY_DIFF, updated: pairs });
  for (const [rack] of pairs) {
    for (const device of devicesInRack(after, rack.id)) {
      const verdict = canPlace(after, typeOf(after, device), device, {
        ignore: new Set([device.id]),
      });
      if (!verdict.allowed) return refusedBy(verdict);
    }
  }
  const key = patch.name === undefined ? 'editor.label.changeRack' : 'editor.label.rename';
  return edited(
    editLabel(
      key,
      pairs.map(([rack]) => rack.name),
    ),
    { updated: pairs },
  );
}

/** Sets fields of devices; those that say where they stand are asked of the rules. */
export function patchDevices(
  design: Design,
  ids: Iterable<DeviceId>,
  patch: DevicePatch,
): EditAnswer {
  const devices = devicesOf(design, ids);
  const pairs = changes(devices, (device) => ({ ...device, ...patch }));
  const key = patch.name === undefined ? 'editor.label.changeDevice' : 'editor.label.rename';
  return replaceDevices(design, pairs, key);
}

/** Sets the facts of a device type of this design; it is then the person's own. */
export function patchType(design: Design, id: DeviceTypeId, patch: TypePatch): EditAnswer {
  const type = design.deviceTypes.get(id);
  if (!type) return refused('editor.refused.noType');
  const pairs = changes([type], (each) => ({ ...each, ...patch }));
  const after = applyDiff(design, { ...EMPTY_DIFF, updated: pairs });
  for (const device of after.devices.values()) {
    if (device.typeId !== id || !movesDevices(patch)) continue;
    const verdict = canPlace(after, typeOf(after, device), device, {
      ignore: new Set([device.id]),
    });
    if (!verdict.allowed) return refusedBy(verdict);
  }
  return edited(say('editor.label.changeType', { model: type.model }), { updated: pairs });
}

/** Whether the patch changes the room a device of the type takes. */
function movesDevices(patch: TypePatch): boolean {
  const { heightU, width, depthUse, lodging } = patch;
  return [heightU, width, depthUse, lodging].some((field) => field !== undefined);
}

/** Renames a row. */
export function patchRow(design: Design, id: RowId, patch: Partial<Pick<Row, 'name'>>): EditAnswer {
  const row = design.rows.get(id);
  if (!row) return refused('editor.refused.noRow');
  const updated = changes([row], (each) => ({ ...each, ...patch }));
  return edited(editLabel('editor.label.rename', [row.name]), { updated });
}
