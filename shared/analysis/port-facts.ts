/** What the ports of a type are, looked up fast: their opening, their lanes, the group they are counted in. */
import { formFactorFacts } from '../catalog/index.ts';
import type { Cage, DeviceType, Port, PortKind } from '../model/device-type.ts';
import type { PortId } from '../model/ids.ts';

export interface PortFacts {
  readonly port: Port;
  readonly cage: Cage | null;
  /** Ports in the same opening, itself included. */
  readonly inCage: number;
  /** Lanes of the port; where the type does not say, its share of the opening's. */
  readonly lanes: number | null;
  /** Index into `PortTable.groups`. */
  readonly group: number;
}

/** Ports of one kind and speed. */
export interface PortGroup {
  readonly kind: PortKind;
  readonly speedGbps: number | null;
  readonly total: number;
}

export interface PortTable {
  readonly ports: ReadonlyMap<PortId, PortFacts>;
  /** By kind, then the fastest first. */
  readonly groups: readonly PortGroup[];
  /** Group of the fastest interfaces that carry data; null when there are none. */
  readonly dataGroup: number | null;
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

function byKindAndSpeed(a: Port, b: Port): number {
  return (
    KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
    (b.speedGbps ?? 0) - (a.speedGbps ?? 0)
  );
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
  const perCage = Map.groupBy(type.ports, (port) => port.cageId);
  const groups: { kind: PortKind; speedGbps: number | null; total: number }[] = [];
  const ports = new Map<PortId, PortFacts>();
  let dataGroup: number | null = null;
  for (const port of [...type.ports].sort(byKindAndSpeed)) {
    const group = groupOf(groups, port);
    const cage = port.cageId === null ? null : (cages.get(port.cageId) ?? null);
    const inCage = cage === null ? 1 : (perCage.get(cage.id)?.length ?? 1);
    ports.set(port.id, { port, cage, inCage, lanes: lanesOf(port, cage, inCage), group });
    if (port.kind === 'interface' && !port.managementOnly && port.speedGbps !== null) {
      const best = dataGroup === null ? 0 : (groups[dataGroup]?.speedGbps ?? 0);
      if (port.speedGbps > best) dataGroup = group;
    }
  }
  return { ports, groups, dataGroup };
}

function groupOf(
  groups: { kind: PortKind; speedGbps: number | null; total: number }[],
  port: Port,
): number {
  const index = groups.findIndex(
    ({ kind, speedGbps }) => kind === port.kind && speedGbps === port.speedGbps,
  );
  const group = groups[index];
  if (group) {
    group.total += 1;
    return index;
  }
  groups.push({ kind: port.kind, speedGbps: port.speedGbps, total: 1 });
  return groups.length - 1;
}

function lanesOf(port: Port, cage: Cage | null, inCage: number): number | null {
  if (port.lanes !== null || cage === null || port.speedGbps === null) return port.lanes;
  const lanes = formFactorFacts(cage.formFactor)?.lanes ?? null;
  const share = lanes === null ? null : lanes / inCage;
  return share !== null && Number.isInteger(share) ? share : null;
}
