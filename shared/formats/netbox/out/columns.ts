/**
 * The columns of NetBox's CSV import of racks, devices and cables, in its order, and the version that each came
 * with. A column that a version does not know makes it refuse the whole file.
 */

export const NETBOX_VERSIONS = ['4.2', '4.3', '4.4', '4.5', '4.6'] as const;
export type NetboxVersion = (typeof NETBOX_VERSIONS)[number];

export type NetboxTable = 'racks' | 'devices' | 'cables';

/** Names of columns; one that came later than the first version stands with its version. */
type Columns = readonly (string | readonly [name: string, since: NetboxVersion])[];

const SIDE = (side: 'a' | 'b'): Columns => [
  [`side_${side}_site`, '4.4'],
  `side_${side}_device`,
  [`side_${side}_power_panel`, '4.6'],
  `side_${side}_type`,
  `side_${side}_name`,
];

const ALL: Readonly<Record<NetboxTable, Columns>> = {
  racks: [
    'site',
    'location',
    ['group', '4.6'],
    'name',
    'facility_id',
    'tenant',
    'status',
    'role',
    'rack_type',
    'form_factor',
    'serial',
    'asset_tag',
    'width',
    'u_height',
    'desc_units',
    'outer_width',
    ['outer_height', '4.3'],
    'outer_depth',
    'outer_unit',
    'mounting_depth',
    'airflow',
    'weight',
    'max_weight',
    'weight_unit',
    'description',
    ['owner', '4.5'],
    'comments',
    'tags',
  ],
  devices: [
    'name',
    'role',
    'tenant',
    'manufacturer',
    'device_type',
    'platform',
    'serial',
    'asset_tag',
    'status',
    'site',
    'location',
    'rack',
    'position',
    'face',
    'latitude',
    'longitude',
    'parent',
    'device_bay',
    'airflow',
    'virtual_chassis',
    'vc_position',
    'vc_priority',
    'cluster',
    'description',
    'config_template',
    ['owner', '4.5'],
    'comments',
    'tags',
  ],
  cables: [
    ...SIDE('a'),
    ...SIDE('b'),
    'type',
    'status',
    ['profile', '4.5'],
    'tenant',
    ['bundle', '4.6'],
    'label',
    'color',
    'length',
    'length_unit',
    'description',
    ['owner', '4.5'],
    'comments',
    'tags',
  ],
};

/** The columns that a version knows, in its order. */
export function netboxColumns(table: NetboxTable, version: NetboxVersion): readonly string[] {
  const known = NETBOX_VERSIONS.indexOf(version);
  return ALL[table].flatMap((column) => {
    if (typeof column === 'string') return [column];
    const [name, since] = column;
    return NETBOX_VERSIONS.indexOf(since) <= known ? [name] : [];
  });
}

/** A row of a table by column; what is not in it is empty. */
export type NetboxRow = Readonly<Record<string, string>>;

/** Columns that some row fills and the version does not know: their texts are left out. */
export function lostColumns(
  table: NetboxTable,
  version: NetboxVersion,
  rows: readonly NetboxRow[],
): readonly string[] {
  const known = new Set(netboxColumns(table, version));
  const lost = new Set<string>();
  for (const row of rows) {
    for (const [column, text] of Object.entries(row)) {
      if (text !== '' && !known.has(column)) lost.add(column);
    }
  }
  return [...lost].sort();
}
