/** What the ports of a type are, looked up fast: their opening, their lanes, the group they are counted in. */
import { formFactorFacts } from '../catalog/index.ts';
import {
  type Cage,
  type DeviceType,
  FORM_FACTORS,
  type FormFactor,
  type Port,
  type PortKind,
} from '../model/device-type.ts';
import type { PortId } from '../model/ids.ts';

export interface PortFacts {
  readonly port: Port;
  /** Model of the type that it is a port of. */
  readonly model: string;
  readonly cage: Cage | null;
  /** Ports in the same opening, itself included. */
  readonly inCage: number;
  /** Lanes of the port; where the type does not say, its share of the opening's. */
  readonly lanes: number | null;
  /** Index into `PortTable.groups`. */
  readonly group: number;
  /** Place among the ports of the type. */
  readonly index: number;
  /** Index into `PortTable.cages`; −1 where its type does not say what it sits in. */
  readonly cageIndex: number;
}

/** What ports are counted by. */
export interface PortGroupName {
  readonly kind: PortKind;
  readonly speedGbps: number | null;
  /** Kind of cage; null where the type does not say what the ports sit in. */
  readonly formFactor: FormFactor | null;
}

/** Ports of one kind and speed in one kind of cage. */
export interface PortGroup extends PortGroupName {
  readonly total: number;
  /** Cages with a port of the group: fewer than ports where a cage holds several. */
  readonly cages: number;
}

export interface PortTable {
  readonly ports: ReadonlyMap<PortId, PortFacts>;
  /** The same in the order of the type. */
  readonly list: readonly PortFacts[];
  /** The ports of each cage that has some. */
  readonly cages: readonly (readonly PortFacts[])[];
  /** By kind, then the fastest first, then by the kind of cage. */
  readonly groups: readonly PortGroup[];
  /** Speed of the fastest interfaces that carry data, and their groups; null when there are none. */
  readonly data: { readonly speedGbps: number; readonly groups: readonly number[] } | null;
}

const KIND_ORDER: readonly PortKind[] = [
  'interface',
  'front',
  'rear',
  'console',
  'consoleServer',
  'powerInlet',
  'powerOutlet',
];

/** By kind, then the fastest first, then by the kind of cage. */
export function comparePortGroups(a: PortGroupName, b: PortGroupName): number {
  return (
    KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
    (b.speedGbps ?? 0) - (a.speedGbps ?? 0) ||
    cageRank(a) - cageRank(b)
  );
}

function cageRank({ formFactor }: PortGroupName): number {
  return formFactor === null ? FORM_FACTORS.length : FORM_FACTORS.indexOf(formFactor);
}

/** The same text for ports that are counted together. */
export function portGroupKey({ kind, speedGbps, formFactor }: PortGroupName): string {
  return `${kind} ${speedGbps} ${formFactor}`;
}

const tables = new WeakMap<DeviceType, PortTable>();

/** The ports of a type. */
export function portTable(type: DeviceType): PortTable {
  let table = tables.get(type);
  if (!table) {
    table = buildTable(type);
    tables.set(type, table);
  }
  return table;
}

function buildTable(type: DeviceType): PortTable {
  const cages = new Map(type.cages.map((cage) => [cage.id, cage]));
  const together = Map.groupBy(type.ports, (port) => port.cageId);
  const facts = type.ports.map((port, index): MutableFacts => {
    const cage = port.cageId === null ? null : (cages.get(port.cageId) ?? null);
    const inCage = cage === null ? 1 : (together.get(cage.id)?.length ?? 1);
    const lanes = lanesOf(port, cage, inCage);
    return { port, model: type.model, cage, inCage, lanes, group: 0, index, cageIndex: -1 };
  });
  const groups = [...Map.groupBy(facts, (each) => portGroupKey(groupName(each))).values()]
    .sort((a, b) => comparePortGroups(groupName(a[0]), groupName(b[0])))
    .map(groupOf);
  const caged = facts.filter(({ cage }) => cage !== null);
  const perCage = [...Map.groupBy(caged, ({ cage }) => cage).values()];
  for (const [index, inside] of perCage.entries()) {
    for (const each of inside) each.cageIndex = index;
  }
  const ports = new Map(facts.map((each) => [each.port.id, each]));
  return { ports, list: facts, cages: perCage, groups, data: dataOf(facts) };
}

type MutableFacts = { -readonly [Key in keyof PortFacts]: PortFacts[Key] };

function groupName(facts: PortFacts | undefined): PortGroupName {
  return {
    kind: facts?.port.kind ?? 'interface',
    speedGbps: facts?.port.speedGbps ?? null,
    formFactor: facts?.cage?.formFactor ?? null,
  };
}

function groupOf(ports: readonly MutableFacts[], index: number): PortGroup {
  const cages = new Set<Cage>();
  for (const each of ports) {
    each.group = index;
    if (each.cage) cages.add(each.cage);
  }
  return { ...groupName(ports[0]), total: ports.length, cages: cages.size };
}

function dataOf(ports: readonly PortFacts[]): PortTable['data'] {
  const rates = ports.filter(
    ({ port }) => port.kind === 'interface' && !port.managementOnly && port.speedGbps !== null,
  );
  if (rates.length === 0) return null;
  const speedGbps = Math.max(...rates.map(({ port }) => port.speedGbps ?? 0));
  const fastest = rates.filter(({ port }) => port.speedGbps === speedGbps);
  return { speedGbps, groups: [...new Set(fastest.map(({ group }) => group))].sort(byNumber) };
}

function byNumber(a: number, b: number): number {
  return a - b;
}

function lanesOf(port: Port, cage: Cage | null, inCage: number): number | null {
  if (port.lanes !== null || cage === null || port.speedGbps === null) return port.lanes;
  const lanes = formFactorFacts(cage.formFactor)?.lanes ?? null;
  const share = lanes === null ? null : lanes / inCage;
  return share !== null && Number.isInteger(share) ? share : null;
}
