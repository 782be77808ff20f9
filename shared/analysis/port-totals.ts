/** Ports counted over racks, fabrics and the design. */
import type { DeviceResult } from './device-result.ts';
import { compareIds } from './finding.ts';
import { NO_PORTS, sumOfCounts } from './port-count.ts';
import { comparePortGroups, type PortGroupName, portGroupKey, portTable } from './port-facts.ts';
import type { RackResult } from './rack-result.ts';
import type { PortCount, PortTotalRow } from './types.ts';

/** Counts by group, and by fabric and group. */
interface Tally {
  readonly all: ReadonlyMap<string, Counted>;
  readonly fabrics: ReadonlyMap<string, ReadonlyMap<string, Counted>>;
}

interface Counted {
  readonly group: PortGroupName;
  readonly count: PortCount;
}

/**
 * The ports of the racks, the fabrics and the design, by kind, speed and kind of cage; counts are whole numbers.
 *
 * To a fabric belong the ports that its cables are in or shut; and on those devices the free and the reserved
 * ports of the same kind, speed and cage, because its next cable may take them. So a free port is counted in each
 * fabric that could take it, and the fabrics together may have more free ports than the design. Cables without a
 * fabric count in racks and design only.
 */
export function portTotals(racks: readonly RackResult[]): readonly PortTotalRow[] {
  const design = new Map<string, Counted>();
  const fabrics = new Map<string, Map<string, Counted>>();
  const rows: PortTotalRow[] = [];
  for (const rack of racks) {
    const { tally, rows: own } = rackTotals(rack);
    rows.push(...own);
    addAll(design, tally.all);
    for (const [fabric, counts] of tally.fabrics) addAll(perFabric(fabrics, fabric), counts);
  }
  for (const [fabric, counts] of [...fabrics].sort(([a], [b]) => compareIds(a, b))) {
    rows.push(...rowsOf({ scope: 'fabric', id: fabric, name: fabric }, counts));
  }
  rows.push(...rowsOf({ scope: 'design', id: 'design', name: '' }, design));
  return rows;
}

interface RackTotals {
  readonly tally: Tally;
  readonly rows: readonly PortTotalRow[];
}

const knownTotals = new WeakMap<RackResult, RackTotals>();

/** Of one rack: the same rows as long as its result is the same. */
function rackTotals(rack: RackResult): RackTotals {
  let totals = knownTotals.get(rack);
  if (!totals) {
    const { id, name } = rack.row;
    const tally = tallyOf(rack.devices);
    totals = { tally, rows: rowsOf({ scope: 'rack', id, name }, tally.all) };
    knownTotals.set(rack, totals);
  }
  return totals;
}

function tallyOf(devices: readonly DeviceResult[]): Tally {
  const all = new Map<string, Counted>();
  const fabrics = new Map<string, Map<string, Counted>>();
  for (const { placed, ports } of devices) {
    const { groups } = portTable(placed.type);
    for (const [index, group] of groups.entries()) add(all, group, ports.groups[index] ?? NO_PORTS);
    for (const { fabric, group: index, count } of ports.fabrics) {
      const group = groups[index];
      if (group) add(perFabric(fabrics, fabric), group, count);
    }
  }
  return { all, fabrics };
}

function perFabric(
  fabrics: Map<string, Map<string, Counted>>,
  fabric: string,
): Map<string, Counted> {
  let counts = fabrics.get(fabric);
  if (!counts) fabrics.set(fabric, (counts = new Map()));
  return counts;
}

function addAll(into: Map<string, Counted>, counts: ReadonlyMap<string, Counted>): void {
  for (const { group, count } of counts.values()) add(into, group, count);
}

function add(into: Map<string, Counted>, group: PortGroupName, count: PortCount): void {
  const key = portGroupKey(group);
  into.set(key, { group, count: sumOfCounts(into.get(key)?.count ?? NO_PORTS, count) });
}

function rowsOf(
  scope: Pick<PortTotalRow, 'scope' | 'id' | 'name'>,
  counts: ReadonlyMap<string, Counted>,
): readonly PortTotalRow[] {
  return [...counts.values()]
    .sort((a, b) => comparePortGroups(a.group, b.group))
    .map(({ group, count }) => ({
      ...scope,
      formFactor: group.formFactor,
      kind: group.kind,
      speedGbps: group.speedGbps,
      ...count,
    }));
}
