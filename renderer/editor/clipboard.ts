/**
 * Copy and paste as text: JSON that names its format, so that it goes between windows and designs, and is
 * checked like a file when it comes back. Any other text on the clipboard is not ours and is refused.
 */
import { z } from 'zod';
import { recordSchema } from '../../shared/contract/record-schema.ts';
import { childrenOf } from '../../shared/model/bays.ts';
import type { Design } from '../../shared/model/design.ts';
import { cablesOfDevice, devicesInRack } from '../../shared/model/design-index.ts';
import type { DesignRecord } from '../../shared/model/records.ts';
import { type Reason, reason } from '../../shared/rules/index.ts';
import type { Content } from './edits/insert.ts';
import { markedJson } from './marked-json.ts';
import type { Selection } from './selection.ts';

const FORMAT = 'plenum.clipboard/1';

const clipboardSchema = z.strictObject({
  format: z.literal(FORMAT),
  records: z.array(recordSchema).max(100_000),
});

/** What is selected, with the types and the cables that belong to it. */
export function contentOf(design: Design, selection: Selection): Content {
  const racks = [...selection.racks].flatMap((id) => design.racks.get(id) ?? []);
  const inRacks = racks.flatMap((rack) => devicesInRack(design, rack.id));
  const alone = [...selection.devices].flatMap((id) => design.devices.get(id) ?? []);
  const taken = new Set([...inRacks, ...alone]);
  // What is in a bay comes with its host; a set that grows while it is walked takes in what is deeper.
  for (const device of taken) for (const child of childrenOf(design, device.id)) taken.add(child);
  const devices = [...taken];
  const ids = new Set(devices.map((device) => device.id));
  const types = new Set(devices.map((device) => device.typeId));
  const cables = new Set(devices.flatMap((device) => [...cablesOfDevice(design, device.id)]));
  const deviceTypes = [...types].flatMap((id) => design.deviceTypes.get(id) ?? []);
  const pictures = new Set(
    deviceTypes.flatMap(({ backdrops }) => backdrops.map(({ pictureId }) => pictureId)),
  );
  return {
    racks,
    areas: [...selection.areas].flatMap((id) => design.areas.get(id) ?? []),
    pathways: [...selection.pathways].flatMap((id) => design.pathways.get(id) ?? []),
    pictures: [...pictures].flatMap((id) => design.pictures.get(id) ?? []),
    deviceTypes,
    devices,
    cables: [...cables]
      .flatMap((id) => design.cables.get(id) ?? [])
      .filter(({ ends }) => [...ends.a, ...ends.b].every((ref) => ids.has(ref.deviceId))),
  };
}

export function clipboardText(content: Content): string {
  const { racks, pictures, deviceTypes, devices, cables, areas, pathways } = content;
  return JSON.stringify({
    format: FORMAT,
    records: [...racks, ...pictures, ...deviceTypes, ...devices, ...cables, ...areas, ...pathways],
  });
}

/** The content of a clipboard's text, or why it cannot be pasted. */
export function readClipboard(
  text: string,
):
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly reason: Reason } {
  const foreign = { ok: false, reason: reason('editor.refused.foreignClipboard') } as const;
  const parsed = clipboardSchema.safeParse(markedJson(text, FORMAT));
  if (!parsed.success) return foreign;
  const content = contentFrom(parsed.data.records);
  return isWhole(content) ? { ok: true, content } : foreign;
}

function contentFrom(records: readonly DesignRecord[]): Content {
  const of = <K extends DesignRecord['kind']>(kind: K): Extract<DesignRecord, { kind: K }>[] =>
    records.filter((record): record is Extract<DesignRecord, { kind: K }> => record.kind === kind);
  return {
    racks: of('rack'),
    pictures: of('picture'),
    deviceTypes: of('deviceType'),
    devices: of('device'),
    cables: of('cable'),
    areas: of('area'),
    pathways: of('pathway'),
  };
}

/** Whether every device's type and every cable's end is there too. */
function isWhole(content: Content): boolean {
  const types = new Map(content.deviceTypes.map((type) => [type.id, type]));
  const devices = new Map(content.devices.map((device) => [device.id, device]));
  return (
    content.devices.every((device) => types.has(device.typeId)) &&
    content.cables.every(({ ends }) =>
      [...ends.a, ...ends.b].every((ref) => devices.has(ref.deviceId)),
    )
  );
}
