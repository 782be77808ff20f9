/** Rackula layouts: YAML of today, JSON of the beginnings, and all saved in between. */
import type { RackFrame } from '../../model/records.ts';
import { say } from '../../text/index.ts';
import type { FileBeside, TextFormat } from '../format.ts';
import { isMap } from '../netbox/field-reader.ts';
import type { ImportWarning } from '../netbox/import-report.ts';
import {
  bareEnd,
  type CableRow,
  type DeviceRow,
  type EndRow,
  noRows,
  type RackRow,
  type RowFault,
  type RowPlace,
  type SiteRows,
} from '../site/rows.ts';
import { colourOf, faceOf, lengthInMm, mediumOf, statusOf } from '../site/words.ts';
import { FormatError, readYaml, type YamlMap } from '../yaml-door.ts';
import { mapAt, mapsAt, nameAt, numberAt, textAt } from './layout-fields.ts';
import { layoutPictures } from './layout-pictures.ts';
import { layoutTypeId, layoutTypes, slotName, type TypeUse } from './layout-types.ts';

/** Largest layout, characters: pictures stand in it as text. */
export const MOST_LAYOUT = 5_000_000;

export const RACKULA_LAYOUT: TextFormat = {
  kind: 'rackula',
  recognises: (text) =>
    /(^|[{,])\s*["']?racks?["']?\s*:/m.test(text) &&
    /["']?(device_types|deviceLibrary)["']?\s*:/.test(text),
  read: (text, _, beside) => {
    const [document] = readYaml(text, MOST_LAYOUT);
    if (!isMap(document)) throw new FormatError('not-a-layout');
    return { gives: 'rows', rows: layoutRows(document, beside) };
  },
};

/** What a layout says. */
function layoutRows(document: YamlMap, beside: readonly FileBeside[]): SiteRows {
  const layout = new Layout(document);
  const racks = layout.racks.map(({ map, path }) => rackRow(map, path, layout.faults));
  const devices = layout.racks.flatMap((rack) => rackDevices(rack, layout));
  const { types, warnings } = layoutTypes(document, layout.uses);
  const shown = layoutPictures(document, beside, new Set(types.map(({ id }) => id)));
  const cables = [...connections(layout), ...oldCables(layout)];
  return {
    ...noRows('rackula'),
    types,
    loosePictures: shown.pictures,
    racks,
    devices,
    cables,
    faults: layout.faults,
    warnings: [...warnings, ...shown.warnings, ...layout.warnings()],
  };
}

interface RackAt {
  readonly map: YamlMap;
  readonly path: string;
}

/** A port of a placed device, by the id that connections call it. */
interface PortAt {
  readonly deviceId: string;
  readonly name: string;
}

class Layout {
  readonly document: YamlMap;
  readonly racks: readonly RackAt[];
  /** Whether positions are sixths of a unit, as they are since 0.7. */
  readonly inSixths: boolean;
  readonly typeBySlug: ReadonlyMap<string, YamlMap>;
  readonly nameOf = new Map<string, string>();
  readonly typeOf = new Map<string, string>();
  readonly ports = new Map<string, PortAt>();
  readonly uses = new Map<string, TypeUse>();
  readonly faults: RowFault[] = [];

  constructor(document: YamlMap) {
    this.document = document;
    const single = mapAt(document, 'rack');
    const many = mapsAt(document, 'racks').map(([map, n]) => ({ map, path: `racks[${n}]` }));
    this.racks = many.length > 0 || single.size === 0 ? many : [{ map: single, path: 'rack' }];
    const entries = ['device_types', 'deviceLibrary'].flatMap((field) => mapsAt(document, field));
    this.typeBySlug = new Map(
      entries.map(([map]) => [textAt(map, 'slug') || textAt(map, 'id'), map]),
    );
    const devices = this.racks.flatMap(({ map }) => mapsAt(map, 'devices').map(([one]) => one));
    this.inSixths = isInSixths(textAt(document, 'version'), devices);
    for (const device of devices) this.#note(device);
  }

  #note(device: YamlMap): void {
    const id = textAt(device, 'id');
    const slug = textAt(device, 'device_type') || textAt(device, 'libraryId');
    this.typeOf.set(id, slug);
    const inSlot = textAt(device, 'container_id') !== '';
    const use = this.uses.get(slug);
    this.uses.set(slug, {
      onRails: !inSlot || (use?.onRails ?? false),
      inSlot: inSlot || (use?.inSlot ?? false),
    });
    for (const [port] of mapsAt(device, 'ports')) {
      this.ports.set(textAt(port, 'id'), { deviceId: id, name: nameAt(port, 'template_name') });
    }
  }

  /** What of the layout as a whole is not read. */
  warnings(): ImportWarning[] {
    const left = [...this.document.keys()].filter((field) => !READ.has(field));
    return left.length > 0 ? [warning('layout-fields', { fields: left.join(', ') })] : [];
  }
}

const READ = new Set([
  'metadata',
  'version',
  'name',
  'racks',
  'rack',
  'device_types',
  'deviceLibrary',
  'settings',
  'connections',
  'cables',
  'images',
  'rack_groups',
]);

function warning(code: string, args: Record<string, string | number>): ImportWarning {
  return { code, path: '', message: say(`import.warning.${code}`, args) };
}

/** Whole units before 0.7, and wherever a device on the rails stands lower than a sixth of the first unit could say. */
function isInSixths(version: string, devices: readonly YamlMap[]): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (version !== '' && (major < 0.5 ? minor < 7 : false)) return false;
  return !devices.some((device) => {
    const position = numberAt(device, 'position');
    return (
      textAt(device, 'container_id') === '' && position !== null && position >= 1 && position < 6
    );
  });
}

const FRAMES: ReadonlyMap<string, RackFrame> = new Map<string, RackFrame>([
  ['2-post', 'four-post'],
  ['4-post', 'four-post'],
  ['open-frame', 'four-post'],
  ['4-post-cabinet', 'cabinet'],
  ['wall-mount', 'cabinet'],
]);

function rackRow(map: YamlMap, path: string, faults: RowFault[]): RackRow {
  const place = { sheet: '', line: 0, path };
  const [height, depth, width] = [
    numberAt(map, 'height'),
    numberAt(map, 'depth_mm'),
    numberAt(map, 'width'),
  ];
  const fault = (
    column: string,
    value: number | null,
    code: string,
    args: RowFault['args'] = {},
  ): null => {
    if (value !== null)
      faults.push({ place, column, value: String(value), code, args, whole: false });
    return null;
  };
  if (width !== null && width !== 19) fault('width', width, 'rail-width');
  const isDepth = depth !== null && depth >= 100 && depth <= 2000;
  const isHeight = height !== null && Number.isInteger(height) && height >= 1 && height <= 60;
  return {
    place,
    name: nameAt(map, 'name') || nameAt(map, 'id'),
    site: '',
    location: '',
    heightU: isHeight ? height : fault('height', height, 'not-a-number', { least: 1, most: 60 }),
    frame: FRAMES.get(textAt(map, 'form_factor')) ?? null,
    widthMm: null,
    depthMm: isDepth
      ? depth
      : fault('depth_mm', depth, 'out-of-range', { least: 100, most: 2000, unit: 'mm' }),
    maxWeightKg: null,
    maxPowerW: null,
    frontDoorOpen: null,
    rearDoorOpen: null,
    notes: textAt(map, 'notes'),
    startingUnit: 1,
    unitsFromTop: false,
    kept: keptOf(map, ['id', 'width', 'form_factor', 'base_weight', 'starting_unit']),
  };
}

/** Scalars of a map that are kept for the way back. */
function keptOf(map: YamlMap, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    fields.map((field) => [field, textAt(map, field)] as const).filter(([, text]) => text !== ''),
  );
}

function rackDevices({ map: rack, path }: RackAt, layout: Layout): DeviceRow[] {
  const rackName = nameAt(rack, 'name') || nameAt(rack, 'id');
  return mapsAt(rack, 'devices').map(([device, n]) => {
    const place: RowPlace = { sheet: '', line: 0, path: `${path}.devices[${n}]` };
    const id = textAt(device, 'id') || place.path;
    const parent = textAt(device, 'container_id');
    const slug = layout.typeOf.get(textAt(device, 'id')) ?? '';
    const u = parent === '' ? unitOf(device, layout, place) : null;
    const type = layout.typeBySlug.get(slug);
    const model = (type && (nameAt(type, 'model') || nameAt(type, 'name'))) || slug;
    const name =
      nameAt(device, 'name') ||
      `${model} ${u === null ? (layout.nameOf.get(parent) ?? parent) : `${rackName} U${u}`}`.slice(
        0,
        200,
      );
    layout.nameOf.set(id, name);
    const left = [
      'custom_fields',
      'front_image',
      'rear_image',
      'patch_bay_normal_overrides',
      'colour_override',
    ].filter((field) => device.has(field));
    for (const field of left) {
      layout.faults.push({
        place,
        column: field,
        value: name,
        code: 'device-field',
        args: { field },
        whole: false,
      });
    }
    return {
      place,
      key: id,
      name,
      site: '',
      rack: rackName,
      u,
      face: faceOf(textAt(device, 'face')),
      column: /right/i.test(textAt(device, 'slot_position')) ? 1 : null,
      strip: null,
      manufacturer: '',
      model: '',
      partNumber: '',
      typeId: layoutTypeId(slug, parent !== ''),
      role: '',
      parent,
      bay: bayName(layout, parent, textAt(device, 'slot_id')),
      notes: textAt(device, 'notes'),
      kept: { id: textAt(device, 'id') },
    };
  });
}

function bayName(layout: Layout, parent: string, slotId: string): string {
  const type = layout.typeBySlug.get(layout.typeOf.get(parent) ?? '');
  const slots = type ? mapsAt(type, 'slots') : [];
  const slot = slots.find(([one]) => textAt(one, 'id') === slotId)?.[0];
  return slot ? slotName(slot) : slotId;
}

function unitOf(device: YamlMap, layout: Layout, place: RowPlace): number | null {
  const position = numberAt(device, 'position');
  if (position === null) return null;
  const exact = layout.inSixths ? position / 6 : position;
  const u = Math.round(exact * 2) / 2;
  if (Math.abs(u - exact) > 1e-9) {
    layout.faults.push({
      place,
      column: 'position',
      value: String(position),
      code: 'off-grid',
      args: {},
      whole: false,
    });
  }
  return u;
}

function connections(layout: Layout): CableRow[] {
  return mapsAt(layout.document, 'connections').flatMap(([map, n]) => {
    const place = { sheet: '', line: 0, path: `connections[${n}]` };
    const ends = ['a_port_id', 'b_port_id'].map((field) => {
      const port = layout.ports.get(textAt(map, field));
      if (!port)
        layout.faults.push({
          place,
          column: field,
          value: textAt(map, field),
          code: 'no-such-port-id',
          args: {},
          whole: true,
        });
      return port ? endRow(layout, port) : null;
    });
    return cableRow(map, place, ends[0] ?? null, ends[1] ?? null, layout);
  });
}

/** Cables as layouts had them before connections: between interfaces by name. */
function oldCables(layout: Layout): CableRow[] {
  return mapsAt(layout.document, 'cables').flatMap(([map, n]) => {
    const place = { sheet: '', line: 0, path: `cables[${n}]` };
    const end = (side: 'a' | 'b'): EndRow | null => {
      const deviceId = textAt(map, `${side}_device_id`);
      return endRow(layout, { deviceId, name: nameAt(map, `${side}_interface`) });
    };
    return cableRow(map, place, end('a'), end('b'), layout);
  });
}

function endRow(layout: Layout, { deviceId, name }: PortAt): EndRow {
  const deviceName = layout.nameOf.get(deviceId) ?? deviceId;
  return bareEnd({ device: deviceId, deviceName, port: name, kind: null });
}

function cableRow(
  map: YamlMap,
  place: RowPlace,
  a: EndRow | null,
  b: EndRow | null,
  layout: Layout,
): CableRow[] {
  if (!a || !b) return [];
  const fault = (column: string, code: string): void => {
    layout.faults.push({ place, column, value: textAt(map, column), code, args: {}, whole: false });
  };
  const [type, colour, length] = [
    textAt(map, 'type'),
    textAt(map, 'color'),
    numberAt(map, 'length'),
  ];
  const medium = mediumOf(type);
  if (type !== '' && medium === null) fault('type', 'unknown-medium');
  if (colour !== '' && colourOf(colour) === null) fault('color', 'unknown-colour');
  const mm = length === null ? null : lengthInMm(length, textAt(map, 'length_unit') || 'm');
  return [
    {
      place,
      label: nameAt(map, 'label'),
      link: '',
      cableKey: '',
      a,
      b,
      media: medium === null ? [] : [medium],
      awg: null,
      lengthM: mm === null || mm < 0 || mm > 100_000_000 ? null : mm / 1000,
      colour: colourOf(colour),
      speedGbps: null,
      fabric: '',
      rail: null,
      status: statusOf(textAt(map, 'status')),
      part: '',
      bundle: '',
      side: null,
      waypoints: [],
      notes: '',
      kept: keptOf(map, ['id']),
    },
  ];
}
