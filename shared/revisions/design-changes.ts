/**
 * What became of a design since an earlier state of it: what came, what went, what moved, and which fields changed.
 * Names are those that people gave; what is drawn the same is not told.
 */
import { bayOf } from '../model/bays.ts';
import type { Design } from '../model/design.ts';
import { portOf, racksInRow } from '../model/design-index.ts';
import type {
  Area,
  Cable,
  Cluster,
  Device,
  Pathway,
  PlanPoint,
  PortRef,
  Rack,
  Row,
} from '../model/records.ts';
import { say } from '../text/index.ts';
import { compareNatural, compareText } from '../text/order.ts';

/** In the order in which they are told. */
export const CHANGE_GROUPS = [
  'settings',
  'cluster',
  'area',
  'pathway',
  'row',
  'rack',
  'deviceType',
  'device',
  'cable',
] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

export type ChangeAct = 'added' | 'removed' | 'moved' | 'changed';

export interface DesignChange {
  readonly group: ChangeGroup;
  readonly act: ChangeAct;
  readonly id: string;
  readonly name: string;
  /** The field that changed, as `place`; '' for what came or went. */
  readonly field: string;
  /** What it was and what it is, ready to read; '' for nothing. */
  readonly before: string;
  readonly after: string;
}

type Fields = Readonly<Record<string, string>>;

interface Told {
  readonly name: string;
  /** What is said of it when it comes or goes. */
  readonly what: string;
  /** Where it is, ready to read. */
  readonly place: string;
  /** Is another where it moved. */
  readonly at: string;
  readonly fields: Fields;
}

/** All changes from `before` to `after`, by group and name; none when the two are drawn the same. */
export function designChanges(before: Design, after: Design): readonly DesignChange[] {
  const told = (group: ChangeGroup, tell: (design: Design) => Map<string, Told>) =>
    groupChanges(group, tell(before), tell(after));
  return [
    ...told('settings', settingsTold),
    ...told('cluster', ({ clusters }) => mapOf(clusters.values(), clusterTold)),
    ...told('area', ({ areas }) => mapOf(areas.values(), areaTold)),
    ...told('pathway', ({ pathways }) => mapOf(pathways.values(), pathwayTold)),
    ...told('row', ({ rows }) => mapOf(rows.values(), rowTold)),
    ...told('rack', (design) => mapOf(design.racks.values(), (rack) => rackTold(design, rack))),
    ...told('deviceType', typesTold),
    ...told('device', (design) =>
      mapOf(design.devices.values(), (device) => deviceTold(design, device)),
    ),
    ...told('cable', (design) =>
      mapOf(design.cables.values(), (cable) => cableTold(design, cable)),
    ),
  ];
}

function mapOf<R extends { readonly id: string }>(
  records: Iterable<R>,
  tell: (record: R) => Told,
): Map<string, Told> {
  return new Map(Array.from(records, (record) => [record.id, tell(record)]));
}

function rowTold({ name, place }: Row): Told {
  return {
    name,
    what: '',
    place: place === null ? '' : say('revisions.inPlan', metresOf(place)),
    at: JSON.stringify(place),
    fields: { name },
  };
}

function areaTold(area: Area): Told {
  return {
    name: area.name,
    what: say(`drawing.area.${area.purpose}`),
    place: say('revisions.inPlan', metresOf(area)),
    at: JSON.stringify([area.xMm, area.yMm]),
    fields: fieldsOf(area, ['kind', 'id', 'xMm', 'yMm']),
  };
}

function pathwayTold(pathway: Pathway): Told {
  const [first] = pathway.points;
  return {
    name: pathway.name,
    what: say(`drawing.pathway.${pathway.level}`),
    place: first ? say('revisions.inPlan', metresOf(first)) : '',
    at: JSON.stringify(pathway.points),
    fields: fieldsOf(pathway, ['kind', 'id', 'points']),
  };
}

function clusterTold({ name, spec }: Cluster): Told {
  return { name, what: '', place: '', at: '', fields: { name, spec: digestOf(spec) } };
}

/** A place in the plan, m. */
function metresOf({ xMm, yMm, facing = '' }: PlanPoint & { readonly facing?: string }) {
  return { x: xMm / 1000, y: yMm / 1000, facing };
}

function groupChanges(
  group: ChangeGroup,
  before: ReadonlyMap<string, Told>,
  after: ReadonlyMap<string, Told>,
): DesignChange[] {
  const changes: DesignChange[] = [];
  for (const [id, old] of before) {
    const now = after.get(id);
    if (now) changes.push(...fieldChanges(group, id, old, now));
    else
      changes.push({
        group,
        act: 'removed',
        id,
        name: old.name,
        field: '',
        before: saidOf(old),
        after: '',
      });
  }
  for (const [id, now] of after) {
    if (before.has(id)) continue;
    changes.push({
      group,
      act: 'added',
      id,
      name: now.name,
      field: '',
      before: '',
      after: saidOf(now),
    });
  }
  return changes.sort(
    (a, b) =>
      compareNatural(a.name, b.name) || compareText(a.id, b.id) || compareText(a.field, b.field),
  );
}

function saidOf({ what, place }: Told): string {
  return [what, place].filter((text) => text !== '').join(', ');
}

function fieldChanges(group: ChangeGroup, id: string, old: Told, now: Told): DesignChange[] {
  const changes: DesignChange[] = [];
  const base = { group, id, name: now.name };
  if (old.at !== now.at) {
    changes.push({ ...base, act: 'moved', field: 'place', before: old.place, after: now.place });
  }
  for (const field of new Set([...Object.keys(old.fields), ...Object.keys(now.fields)])) {
    const [was, is] = [old.fields[field] ?? '', now.fields[field] ?? ''];
    if (was !== is) changes.push({ ...base, act: 'changed', field, before: was, after: is });
  }
  return changes;
}

/** Values of a record that are told as they stand, in the order of its keys. */
function fieldsOf(record: object, left: readonly string[]): Fields {
  const fields: Record<string, string> = {};
  for (const [key, value] of Object.entries(record)) {
    if (!left.includes(key)) fields[key] = textOf(value);
  }
  return fields;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object' && 'value' in value) return textOf(value.value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function settingsTold({ settings }: Design): Map<string, Told> {
  const { inputs, cabling, drawing, growth, ...rest } = settings;
  const nested = { ...inputs, ...cabling, growth: growth.length };
  const fields = { ...fieldsOf(rest, ['kind', 'id']), ...fieldsOf(nested, []) };
  // The title block says itself who drew what: a set that is issued anew is not another design.
  const name = drawing.number || settings.name;
  return new Map([['design', { name, what: '', place: '', at: '', fields }]]);
}

function rackTold(design: Design, rack: Rack): Told {
  const row = design.rows.get(rack.rowId)?.name ?? '';
  return {
    name: rack.name,
    what: say('revisions.units', { units: rack.heightU }),
    place: say('revisions.inRow', {
      row,
      place: racksInRow(design, rack.rowId).findIndex(({ id }) => id === rack.id) + 1,
    }),
    // Racks that others were put between have not moved.
    at: `${rack.rowId} ${rack.order}`,
    fields: fieldsOf(rack, ['kind', 'id', 'rowId', 'order', 'extra']),
  };
}

/** Types that devices stand for: their faces are told as one word, because each has hundreds of parts. */
function typesTold({ deviceTypes, devices }: Design): Map<string, Told> {
  const used = new Set(Array.from(devices.values(), ({ typeId }) => typeId));
  const types = [...deviceTypes.values()].filter(({ id }) => used.has(id));
  return mapOf(types, (type) => {
    const { ports, cages, shapes } = type;
    const drawn = say('revisions.face', { ports: ports.length, cages: cages.length });
    const left = Object.entries(type).flatMap(([key, value]) =>
      Array.isArray(value) ? [key] : [],
    );
    return {
      name: `${type.manufacturer} ${type.model}`.trim(),
      what: '',
      place: '',
      at: '',
      fields: {
        ...fieldsOf(type, ['kind', 'id', ...left]),
        face: `${drawn} ${digestOf([ports, cages, shapes])}`,
      },
    };
  });
}

/** A short sign that is another when the parts are: FNV-1a over their JSON. */
function digestOf(parts: unknown): string {
  let hash = 0x811c9dc5;
  for (const letter of JSON.stringify(parts)) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return `#${(hash >>> 0).toString(16).padStart(8, '0')}`;
}

function deviceTold(design: Design, device: Device): Told {
  const { mount, u, face, column, bay, ...rest } = device;
  const type = design.deviceTypes.get(device.typeId);
  const model = type ? `${type.manufacturer} ${type.model}`.trim() : device.typeId;
  const rack = design.racks.get(device.rackId)?.name ?? '';
  return {
    name: device.name,
    what: model,
    place: placeOf(design, device, rack),
    at: JSON.stringify([device.rackId, mount, u, face, column, bay]),
    fields: { type: model, ...fieldsOf(rest, ['kind', 'id', 'typeId', 'rackId', 'extra']) },
  };
}

function placeOf(design: Design, device: Device, rack: string): string {
  const face = say(`drawing.face.${device.face}`);
  if (device.mount === 'side') {
    return say('revisions.atSide', { rack, face, side: device.column === 0 ? 'left' : 'right' });
  }
  const host = device.bay ? design.devices.get(device.bay.deviceId) : undefined;
  const hostType = host && design.deviceTypes.get(host.typeId);
  const bay = device.bay && hostType ? bayOf(hostType, device.bay.bayId)?.name : undefined;
  if (host) return say('revisions.inBay', { rack, host: host.name, bay: bay ?? '' });
  return say('revisions.atUnit', { rack, unit: device.u, face, column: device.column });
}

function cableTold(design: Design, cable: Cable): Told {
  const ends = (refs: readonly PortRef[]): string =>
    [...new Set(refs.map((ref) => portText(design, ref)))].join(', ');
  const place = say('revisions.fromTo', { a: ends(cable.ends.a), b: ends(cable.ends.b) });
  return {
    name: cable.label || cable.id,
    what: say(`drawing.medium.${cable.medium}`),
    place,
    at: JSON.stringify(cable.ends),
    fields: {
      ...fieldsOf(cable, [
        'kind',
        'id',
        'ends',
        'label',
        'medium',
        'extra',
        'waypoints',
        'lengthForMm',
      ]),
      label: cable.label,
      medium: say(`drawing.medium.${cable.medium}`),
      waypoints: cable.waypoints.length === 0 ? '' : textOf(cable.waypoints.length),
    },
  };
}

function portText(design: Design, { deviceId, portId }: PortRef): string {
  const device = design.devices.get(deviceId);
  const type = device && design.deviceTypes.get(device.typeId);
  return `${device?.name ?? deviceId} ${(type && portOf(type, portId)?.name) ?? portId}`;
}
