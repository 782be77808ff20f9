/** What the racks of the scene hold, unit by unit from the top. */
import { catalogType } from '../../shared/catalog/index.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import type { Fact } from '../../shared/model/fact.ts';
import type { Device } from '../../shared/model/records.ts';

export const PARTS = [
  'node',
  'nvlink',
  'power',
  'mgmt',
  'leaf',
  'spine',
  'core',
  'manager',
  'blank',
] as const;
export type Part = (typeof PARTS)[number];

/** The devices of a unit by what they are there for. */
export type Unit = ReadonlyMap<Part, readonly Device[]>;

const TYPE_IDS: Readonly<Record<Part, string>> = {
  node: 'catalog:nvidia-gb200-compute-tray',
  nvlink: 'catalog:nvidia-nvlink-switch-tray',
  power: 'catalog:nvidia-nvl72-power-shelf',
  mgmt: 'catalog:nvidia-sn2201',
  leaf: 'catalog:nvidia-qm9700',
  spine: 'catalog:nvidia-qm9700',
  core: 'catalog:nvidia-qm9700',
  manager: 'catalog:generic-hm-1u',
  blank: 'catalog:generic-blank-1u',
};

/** With a flow of its own, so that the air of every tray is computed. */
const NODE_CFM: Fact = { value: 60, provenance: 'assumed', source: 'bench' };

const types = new Map(PARTS.map((part) => [part, knownType(part)]));

/** The type of a part; leaves, spines and cores are of one. */
export function typeOfPart(part: Part): DeviceType {
  return types.get(part) ?? knownType(part);
}

function knownType(part: Part): DeviceType {
  const type = catalogType(TYPE_IDS[part]);
  if (!type) throw new RangeError(`the catalogue has no ${TYPE_IDS[part]}`);
  return part === 'node' ? { ...type, airflowCfm: NODE_CFM } : type;
}

function repeated(times: number, parts: readonly Part[]): readonly Part[] {
  return Array.from({ length: times }, () => parts).flat();
}

/** 42 units: 24 leaves, 6 spines, 2 cores. */
const NETWORK: readonly Part[] = [
  ...repeated(6, ['leaf', 'leaf', 'leaf', 'leaf', 'spine', 'manager']),
  'core',
  'core',
  ...repeated(4, ['manager']),
];

/** 42 units: 18 nodes, as in an NVL72. */
const COMPUTE: readonly Part[] = [
  'mgmt',
  ...repeated(3, ['node', 'node', 'node', 'nvlink', 'power', 'manager']),
  ...repeated(3, ['node', 'node', 'node', 'nvlink', 'power', 'blank']),
  ...repeated(3, ['nvlink']),
  ...repeated(2, ['power']),
];

/** The i-th part from the top of a rack. */
export function partAt(kind: 'network' | 'compute', i: number): Part {
  return (kind === 'network' ? NETWORK : COMPUTE)[i] ?? 'blank';
}
