/**
 * The fields of NetBox's type files: which lists there are, what their entries hold, and how real files
 * misspell them (field/interop.md, 1.1).
 */
import type { PortKind } from '../../model/device-type.ts';

/** The lists that hold ports, in the order of the ports of an imported type. */
export const PORT_LISTS = [
  ['interfaces', 'interface'],
  ['front-ports', 'front'],
  ['rear-ports', 'rear'],
  ['console-ports', 'console'],
  ['console-server-ports', 'consoleServer'],
  ['power-ports', 'powerInlet'],
  ['power-outlets', 'powerOutlet'],
] as const satisfies readonly (readonly [string, PortKind])[];
export type PortListName = (typeof PORT_LISTS)[number][0];

/** The lists that hold bays. */
export const BAY_LISTS = [
  ['module-bays', 'module'],
  ['device-bays', 'device'],
] as const;

export const MAPPINGS_LIST = 'port-mappings';

const LISTS = [
  ...PORT_LISTS.map(([list]) => list),
  ...BAY_LISTS.map(([list]) => list),
  MAPPINGS_LIST,
  'inventory-items',
];

/** What a map of a file may hold, and what else it has been seen to be called. */
export interface FieldNames {
  readonly known: ReadonlySet<string>;
  readonly misspelt: ReadonlyMap<string, string>;
}

function fields(
  known: readonly string[],
  misspelt: Readonly<Record<string, string>> = {},
): FieldNames {
  return { known: new Set(known), misspelt: new Map(Object.entries(misspelt)) };
}

const ANY_TYPE = [
  'manufacturer',
  'model',
  'part_number',
  'airflow',
  'weight',
  'weight_unit',
  'description',
  'comments',
  'tags',
  'owner',
  ...LISTS,
];

export const DEVICE_TYPE_FIELDS = fields([
  ...ANY_TYPE,
  'slug',
  'u_height',
  'is_full_depth',
  'front_image',
  'rear_image',
  'subdevice_role',
  'is_powered',
  'default_platform',
  'exclude_from_utilization',
]);

export const MODULE_TYPE_FIELDS = fields([...ANY_TYPE, 'profile', 'attributes', 'attribute_data']);

const ANY_ENTRY = ['name', 'label', 'type', 'description'];
const DRAW = { maxium_draw: 'maximum_draw', max_draw: 'maximum_draw' };

/** What the entries of each list hold. */
export const ENTRY_FIELDS: Readonly<Record<PortListName, FieldNames>> = {
  interfaces: fields(
    [...ANY_ENTRY, 'mgmt_only', 'poe_mode', 'poe_type', 'enabled', 'rf_role', 'bridge'],
    { 'management-only': 'mgmt_only', management_only: 'mgmt_only' },
  ),
  'front-ports': fields([...ANY_ENTRY, 'rear_port', 'rear_port_position', 'positions', 'color'], {
    'rear-ports': 'rear_port',
    rear_ports: 'rear_port',
    position: 'rear_port_position',
  }),
  'rear-ports': fields([...ANY_ENTRY, 'positions', 'color'], { position: 'positions' }),
  'console-ports': fields(ANY_ENTRY),
  'console-server-ports': fields(ANY_ENTRY),
  'power-ports': fields([...ANY_ENTRY, 'maximum_draw', 'allocated_draw'], DRAW),
  'power-outlets': fields([...ANY_ENTRY, 'power_port', 'feed_leg', 'color']),
};

export const MODULE_BAY_FIELDS = fields(['name', 'label', 'position', 'description', 'enabled']);
export const DEVICE_BAY_FIELDS = fields(['name', 'label', 'description', 'enabled']);
export const MAPPING_FIELDS = fields([
  'front_port',
  'front_port_position',
  'rear_port',
  'rear_port_position',
]);

/** The field that a key means: itself, or the known field that it misspells; null where none is known. */
export function meantField(key: string, names: FieldNames): string | null {
  if (names.known.has(key)) return key;
  const listed = names.misspelt.get(key);
  if (listed !== undefined) return listed;
  // Hyphens and underscores are taken for one another: poe-mode, maximum-draw, console_ports.
  const swapped = [key.replaceAll('-', '_'), key.replaceAll('_', '-')];
  return swapped.find((other) => names.known.has(other)) ?? null;
}
