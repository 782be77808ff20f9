/**
 * Parts on the clipboard: a device type that has them alone, as text that names its format, so that they go between
 * faces, types, designs and windows, and are checked like a file when they come back.
 */
import { z } from 'zod';
import { recordSchema } from '../../../shared/contract/record-schema.ts';
import { freeName } from '../../../shared/faceplate/copy-parts.ts';
import { freshIds } from '../../../shared/faceplate/fresh-ids.ts';
import {
  type Added,
  boundsOf,
  keysOf,
  lockParts,
  type PartRef,
  partsOf,
  removeParts,
} from '../../../shared/faceplate/index.ts';
import type { Bay, Cage, DeviceType, FaceShape, Port } from '../../../shared/model/device-type.ts';
import type { IdSource } from '../../../shared/model/ids.ts';
import type { Face } from '../../../shared/model/records.ts';
import { type Reason, reason } from '../../../shared/rules/index.ts';
import { roundMm } from '../../../shared/units/length.ts';
import { markedJson } from '../marked-json.ts';

const FORMAT = 'plenum.parts/1';
const schema = z.strictObject({ format: z.literal(FORMAT), parts: recordSchema });

/** The parts as text for the clipboard. */
export function partsText(type: DeviceType, refs: readonly PartRef[]): string {
  return JSON.stringify({ format: FORMAT, parts: onlyParts(type, refs) });
}

/** The type with these parts and their ports, and nothing else that would weigh on a clipboard. */
function onlyParts(type: DeviceType, refs: readonly PartRef[]): DeviceType {
  const keys = keysOf(refs);
  const others = partsOf(type).flatMap(({ ref }) =>
    keys.has(`${ref.part}:${ref.id}`) ? [] : [ref],
  );
  const free = lockParts(
    type,
    partsOf(type).map(({ ref }) => ref),
    false,
  );
  const rest = removeParts(free, others);
  const ports = rest.ports.filter(({ cageId }) => cageId !== null);
  return { ...rest, ports, portMappings: [], backdrops: [], extra: '', description: '' };
}

/** The parts in a clipboard's text, or why there are none. */
export function readParts(
  text: string,
):
  | { readonly ok: true; readonly parts: DeviceType }
  | { readonly ok: false; readonly reason: Reason } {
  const foreign = { ok: false, reason: reason('editor.refused.noPartsOnClipboard') } as const;
  const read = schema.safeParse(markedJson(text, FORMAT));
  return read.success && read.data.parts.kind === 'deviceType'
    ? { ok: true, parts: read.data.parts }
    : foreign;
}

/** The middle of what is pasted comes here. */
export interface PasteSpot {
  readonly face: Face;
  readonly xMm: number;
  readonly yMm: number;
}

/** Where nothing says where to, copies come beside their originals by this, mm. */
const BESIDE_MM = 4;

/** The type with the parts put on it: new ids, names that are free, one group for each that there was. */
export function pasteParts(
  type: DeviceType,
  parts: DeviceType,
  aim: PasteSpot | null,
  ids: IdSource,
): Added {
  const fresh = freshIds(type, ids);
  const move = mover(type, parts, aim);
  const groups = groupNames(type);
  const cageNames = new Set(type.cages.map(({ name }) => name));
  const portNames = new Set(type.ports.map(({ kind, name }) => `${kind} ${name}`));
  const cageIds = new Map(parts.cages.map(({ id }) => [id, fresh('cage')]));
  const cages = parts.cages.map((cage): Cage => {
    const name = freeName(cage.name, (text) => !cageNames.has(text));
    cageNames.add(name);
    const id = cageIds.get(cage.id) ?? fresh('cage');
    return { ...cage, ...move(cage), id, name, group: groups(cage.group), locked: false };
  });
  const ports = parts.ports.map((port): Port => {
    const name = freeName(port.name, (text) => !portNames.has(`${port.kind} ${text}`));
    portNames.add(`${port.kind} ${name}`);
    const cageId = (port.cageId !== null && cageIds.get(port.cageId)) || null;
    return { ...port, id: fresh('port'), name, cageId };
  });
  const shapes = parts.shapes.map(
    (shape): FaceShape => ({
      ...shape,
      ...move(shape),
      id: fresh('shape'),
      group: groups(shape.group),
      locked: false,
    }),
  );
  const bayNames = new Set(type.bays.map(({ name }) => name));
  const bays = parts.bays.flatMap((bay): Bay[] => {
    if (bay.area === null) return [];
    const name = freeName(bay.name, (text) => !bayNames.has(text));
    bayNames.add(name);
    return [{ ...bay, id: fresh('bay'), name, area: { ...bay.area, ...move(bay.area) } }];
  });
  const added: PartRef[] = [
    ...cages.map(({ id }): PartRef => ({ part: 'cage', id })),
    ...shapes.map(({ id }): PartRef => ({ part: 'shape', id })),
    ...bays.map(({ id }): PartRef => ({ part: 'bay', id })),
  ];
  return {
    type: {
      ...type,
      cages: [...type.cages, ...cages],
      ports: [...type.ports, ...ports],
      shapes: [...type.shapes, ...shapes],
      bays: [...type.bays, ...bays],
    },
    added,
  };
}

type Place = Pick<Cage, 'face' | 'xMm' | 'yMm'>;

function mover(type: DeviceType, parts: DeviceType, aim: PasteSpot | null): (was: Place) => Place {
  const areas = parts.bays.flatMap(({ area }) => area ?? []);
  const bounds = boundsOf([...parts.cages, ...parts.shapes, ...areas]);
  if (!aim || !bounds) {
    const by = parts.id === type.id ? BESIDE_MM : 0;
    return ({ face, xMm, yMm }) => ({ face, xMm: roundMm(xMm + by), yMm: roundMm(yMm + by) });
  }
  const dx = aim.xMm - (bounds.xMm + bounds.widthMm / 2);
  const dy = aim.yMm - (bounds.yMm + bounds.heightMm / 2);
  return ({ xMm, yMm }) => ({ face: aim.face, xMm: roundMm(xMm + dx), yMm: roundMm(yMm + dy) });
}

/** Copies of one group are one group again, apart from those that the type has. */
function groupNames(type: DeviceType): (group: string) => string {
  const taken = new Set([...type.cages, ...type.shapes].map(({ group }) => group));
  const given = new Map<string, string>();
  return (group) => {
    if (group === '') return '';
    const known = given.get(group);
    if (known !== undefined) return known;
    const next = freeName(group, (text) => !taken.has(text));
    taken.add(next);
    given.set(group, next);
    return next;
  };
}
