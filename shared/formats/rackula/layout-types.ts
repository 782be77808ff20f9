/** The device types of a Rackula layout. They are spelt almost as NetBox spells them, and go through its reader. */
import type { DeviceCategory, DeviceType } from '../../model/device-type.ts';
import { say } from '../../text/index.ts';
import { importDocument } from '../netbox/device-type-import.ts';
import type { ImportWarning } from '../netbox/import-report.ts';
import type { YamlMap, YamlValue } from '../yaml-door.ts';
import { mapsAt, nameAt, numberAt, textAt } from './layout-fields.ts';

/** Fields that NetBox has under the same name, or under one with hyphens. */
const SAME = new Map(
  [
    'manufacturer',
    'model',
    'slug',
    'part_number',
    'weight',
    'weight_unit',
    'airflow',
    'u_height',
    'is_full_depth',
    'is_powered',
    'interfaces',
    'comments',
  ]
    .map((field) => [field, field])
    .concat(
      [
        'power_ports',
        'power_outlets',
        'console_ports',
        'console_server_ports',
        'front_ports',
        'rear_ports',
        'device_bays',
        'module_bays',
        'inventory_items',
      ].map((field) => [field, field.replaceAll('_', '-')]),
    ) as [string, string][],
);
/** Fields that are read here, or say how the type is shown there. */
const OWN = new Set([
  'slots',
  'category',
  'slot_width',
  'notes',
  'colour',
  'rack_widths',
  'front_image',
  'rear_image',
  'va_rating',
  'tags',
]);

const CATEGORIES: ReadonlyMap<string, DeviceCategory> = new Map<string, DeviceCategory>([
  ['server', 'server'],
  ['chassis', 'server'],
  ['network', 'switch'],
  ['firewall', 'appliance'],
  ['kvm', 'appliance'],
  ['av-media', 'appliance'],
  ['patch-panel', 'patch-panel'],
  ['storage', 'storage'],
  ['shelf', 'shelf'],
  ['blank', 'blank'],
  ['cable-management', 'cable-manager'],
]);

/** How a type of a layout is used: on the rails, and in a slot of another. */
export interface TypeUse {
  readonly onRails: boolean;
  readonly inSlot: boolean;
}

export interface LayoutTypes {
  readonly types: readonly DeviceType[];
  readonly warnings: readonly ImportWarning[];
}

/** The id of a layout's type: of the one that goes into slots another than of the one on rails. */
export function layoutTypeId(slug: string, inSlot: boolean): string {
  return `rackula:${inSlot ? 'slot:' : ''}${slug}`.slice(0, 110);
}

/** Name of the bay that a slot becomes. */
export function slotName(slot: YamlMap): string {
  return nameAt(slot, 'name') || nameAt(slot, 'id');
}

/** Reads the types. @param uses how each slug is used; one that is not used goes onto rails */
export function layoutTypes(document: YamlMap, uses: ReadonlyMap<string, TypeUse>): LayoutTypes {
  const types: DeviceType[] = [];
  const warnings: ImportWarning[] = [];
  const lists = ['device_types', 'deviceLibrary'] as const;
  for (const [entry, index] of lists.flatMap((field) => mapsAt(document, field))) {
    const slug = textAt(entry, 'slug') || textAt(entry, 'id');
    const use = uses.get(slug) ?? { onRails: true, inSlot: false };
    const ways = [...(use.onRails ? [false] : []), ...(use.inSlot ? [true] : [])];
    for (const inSlot of ways) {
      const read = readType(entry, slug, inSlot, `device_types[${index}]`);
      warnings.push(...read.warnings);
      types.push(...read.types);
    }
  }
  return { types, warnings };
}

function readType(entry: YamlMap, slug: string, inSlot: boolean, path: string): LayoutTypes {
  const document = asNetbox(entry, slug, inSlot);
  const read = importDocument(document);
  const at = ({ code, path: within, message }: ImportWarning): ImportWarning => ({
    code,
    path: within === '' ? path : `${path}.${within}`,
    message: say('import.warning.of-type', { name: read.name || slug, message }),
  });
  const left = [...entry.keys()].filter((field) => !SAME.has(field) && !OWN.has(field));
  const warnings = read.warnings.map(at);
  if (left.length > 0) {
    const message = say('import.warning.not-read', { name: read.name, fields: left.join(', ') });
    warnings.push({ code: 'not-read', path, message });
  }
  if (read.status === 'rejected') return { types: [], warnings };
  const isHalf = numberAt(entry, 'slot_width') === 1 && read.type.heightU > 0;
  const type: DeviceType = {
    ...read.type,
    id: layoutTypeId(slug, inSlot),
    origin: 'user',
    category: CATEGORIES.get(textAt(entry, 'category')) ?? read.type.category,
    width: isHalf ? 'half' : 'full',
    description: read.type.description || textAt(entry, 'notes'),
    extra: '',
  };
  return { types: [type], warnings };
}

function asNetbox(entry: YamlMap, slug: string, inSlot: boolean): YamlMap {
  const document = new Map<string, YamlValue>();
  for (const [field, value] of entry) {
    const name = SAME.get(field);
    if (name !== undefined) document.set(name, value);
  }
  if (textAt(entry, 'manufacturer') === '') document.set('manufacturer', say('import.bare.maker'));
  if (textAt(entry, 'model') === '') document.set('model', nameAt(entry, 'name') || slug);
  document.set('slug', slug);
  if (!document.has('is_full_depth')) document.set('is_full_depth', 'true');
  if (!document.has('u_height')) document.set('u_height', textAt(entry, 'height') || '1');
  const slots = mapsAt(entry, 'slots').map(([slot]) => new Map([['name', slotName(slot)]]));
  if (slots.length > 0) {
    const bays = mapsAt(entry, 'device_bays').map(([bay]) => bay);
    document.set('device-bays', [...bays, ...slots]);
  }
  if (inSlot) {
    document.set('u_height', '0');
    document.set('subdevice_role', 'child');
  }
  return document;
}
