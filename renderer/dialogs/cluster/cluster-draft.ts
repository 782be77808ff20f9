/** The specification while it is filled in, and the table of what is asked. */
import { CATALOG_TYPES } from '../../../shared/catalog/index.ts';
import { type ClusterSpec, clusterSpec } from '../../../shared/cluster/index.ts';
import type { DeviceCategory } from '../../../shared/model/device-type.ts';
import type { Dimension, ShownUnit } from '../../../shared/units/quantity.ts';

/** A field of the dialog: where in the specification it is, and what it takes. */
export type ClusterField = {
  /** Names of the specification joined by dots; a number is a place in a list. */
  readonly path: string;
} & (
  | { readonly kind: 'text'; readonly wide?: boolean }
  | {
      readonly kind: 'number';
      readonly dimension: Dimension;
      readonly unit: ShownUnit;
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly whole?: boolean;
      /** What an empty field stands for, and the key that says so. */
      readonly empty?: { readonly value: null | 'auto'; readonly key: string };
    }
  /** The value as text; `auto` stands for null where the specification knows it. */
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly nullable?: boolean }
  | {
      readonly kind: 'type';
      readonly categories: readonly DeviceCategory[];
      readonly nullable?: boolean;
    }
  | { readonly kind: 'switch' }
);

export interface ClusterSection {
  readonly id: string;
  readonly fields: readonly ClusterField[];
}

type Asked = Partial<Extract<ClusterField, { kind: 'number' }>>;

function count(path: string, min: number, max: number, more: Asked = {}): ClusterField {
  return {
    path,
    kind: 'number',
    dimension: 'number',
    unit: '',
    min,
    max,
    step: 1,
    whole: true,
    ...more,
  };
}

function length(path: string, min: number, max: number, step: number): ClusterField {
  return { path, kind: 'number', dimension: 'length', unit: 'mm', min, max, step };
}

function chosen(path: string, values: readonly string[], nullable = false): ClusterField {
  return { path, kind: 'choice', values, nullable };
}

function type(path: string, categories: readonly DeviceCategory[], nullable = false): ClusterField {
  return { path, kind: 'type', categories, nullable };
}

const USUAL = { value: null, key: 'app.cluster.usual' } as const;
const TIERS = ['auto', '1', '2', '3'];
const BREAKOUTS = ['1', '2', '4'];

/** What is asked of a fabric, at this place in the specification. */
export function fabricFields(at: string): readonly ClusterField[] {
  return [
    type(`${at}.leaf`, ['switch'], true),
    type(`${at}.spine`, ['switch'], true),
    type(`${at}.core`, ['switch'], true),
    chosen(`${at}.tiers`, TIERS),
    count(`${at}.oversubscription`, 1, 64, { whole: false, step: 0.5 }),
    chosen(`${at}.breakout`, BREAKOUTS, true),
    count(`${at}.nodesPerUnit`, 1, 10_000, { empty: USUAL }),
  ];
}

/** Sections in the order in which one thinks of them; extra fabrics stand between the first two and the others. */
export const FABRIC_SECTIONS: readonly ClusterSection[] = [
  {
    id: 'nodes',
    fields: [
      { path: 'name', kind: 'text', wide: true },
      type('node.type', ['node', 'server']),
      count('node.count', 1, 200_000),
      count('node.perRack', 1, 60, { empty: { value: 'auto', key: 'app.cluster.asManyAsFit' } }),
      count('growth.nodes', 0, 200_000),
    ],
  },
  {
    id: 'compute',
    fields: [
      count('compute.rails', 1, 64, { empty: { value: null, key: 'app.cluster.allPorts' } }),
      chosen('leaves', ['middle-of-row', 'end-of-row', 'top-of-rack', 'rail-racks']),
      ...fabricFields('compute'),
      count('compute.extraPorts', 0, 1000),
    ],
  },
];

export const OTHER_SECTIONS: readonly ClusterSection[] = [
  {
    id: 'racks',
    fields: [
      {
        path: 'racks.heightU',
        kind: 'number',
        dimension: 'rack-units',
        unit: 'U',
        min: 12,
        max: 58,
        step: 1,
        whole: true,
      },
      count('racks.perRow', 1, 200),
      length('racks.widthMm', 500, 1200, 50),
      length('racks.networkWidthMm', 500, 1200, 50),
      length('racks.depthMm', 600, 1500, 50),
      {
        path: 'racks.maxPowerW',
        kind: 'number',
        dimension: 'power',
        unit: 'W',
        min: 100,
        max: 1_000_000,
        step: 1000,
        empty: { value: null, key: 'app.cluster.noLimit' },
      },
      {
        path: 'racks.maxWeightKg',
        kind: 'number',
        dimension: 'weight',
        unit: 'kg',
        min: 50,
        max: 5000,
        step: 50,
        empty: { value: null, key: 'app.cluster.noLimit' },
      },
    ],
  },
  {
    id: 'floor',
    fields: [
      length('floor.xMm', -1_000_000, 1_000_000, 600),
      length('floor.yMm', -1_000_000, 1_000_000, 600),
      length('floor.coldAisleMm', 300, 10_000, 100),
      length('floor.hotAisleMm', 300, 10_000, 100),
      { path: 'floor.alternate', kind: 'switch' },
      { path: 'floor.aisles', kind: 'switch' },
      { path: 'floor.contained', kind: 'switch' },
    ],
  },
  {
    id: 'furniture',
    fields: [
      { path: 'with.pdus', kind: 'switch' },
      { path: 'with.cords', kind: 'switch' },
      { path: 'with.blanks', kind: 'switch' },
      { path: 'with.managers', kind: 'switch' },
      { path: 'with.trays', kind: 'switch' },
    ],
  },
  {
    id: 'names',
    fields: [
      { path: 'names.row', kind: 'text' },
      { path: 'names.rack', kind: 'text' },
      { path: 'names.node', kind: 'text' },
      { path: 'names.switch', kind: 'text' },
      { path: 'names.cable', kind: 'text', wide: true },
    ],
  },
];

/** One unit of nodes with a network of their own: small enough to be understood, and what most begin with. */
export function firstSpec(): ClusterSpec {
  return clusterSpec({
    node: { type: 'catalog:nvidia-dgx-h100', count: 32 },
    racks: { perRow: 12 },
  });
}

/** Types of the catalogue that a field offers, by name. */
export function typesOffered(
  categories: readonly DeviceCategory[],
): readonly { readonly value: string; readonly label: string }[] {
  return CATALOG_TYPES.filter(({ category }) => categories.includes(category))
    .map(({ id, manufacturer, model }) => ({ value: id, label: `${manufacturer} ${model}` }))
    .toSorted((a, b) => (a.label < b.label ? -1 : 1));
}

/** What the specification says there. */
export function valueAt(spec: ClusterSpec, path: string): unknown {
  let value: unknown = spec;
  for (const name of path.split('.')) value = (value as Readonly<Record<string, unknown>>)[name];
  return value;
}

/** The specification with another value there. */
export function withValue(spec: ClusterSpec, path: string, value: unknown): ClusterSpec {
  // The table above names places of the specification and gives each only what it takes.
  return replaced(spec, path.split('.'), value) as ClusterSpec;
}

function replaced(whole: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (Array.isArray(whole)) {
    return whole.map((part, n) => (String(n) === name ? replaced(part, rest, value) : part));
  }
  const fields = whole as Readonly<Record<string, unknown>>;
  return { ...fields, [name]: replaced(fields[name], rest, value) };
}

/** The message key of a field: places in a list and the fabric it is of are left out. */
export function labelKey(path: string): string {
  const names = path.split('.');
  const last = names.at(-1) ?? '';
  const [first] = names;
  const ofFabric = first === 'compute' || first === 'fabrics';
  return `app.cluster.field.${ofFabric ? `fabric.${last}` : path}`;
}

/** The text of a specification as it is kept and saved. */
export function specText(spec: ClusterSpec): string {
  return `${JSON.stringify(spec, null, 2)}\n`;
}
