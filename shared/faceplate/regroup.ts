/**
 * Another description for openings that are there. Openings and ports that remain keep their ids, so that what is
 * plugged into them stays plugged.
 */
import type { Cage, DeviceType, Port } from '../model/device-type.ts';
import type { CageId, IdSource } from '../model/ids.ts';
import { type CageGroup, type PlannedCage, planGroup } from './cage-group.ts';
import type { PartRef } from './face-part.ts';
import { freshIds } from './fresh-ids.ts';
import { gridOf, groupOf } from './group-of.ts';
import { type NumberingOrder, nameFrom } from './numbering.ts';
import { removeParts, removePorts } from './remove-parts.ts';

export interface Regrouped {
  readonly type: DeviceType;
  /** The group's cages as they are now. */
  readonly cages: readonly PartRef[];
}

/**
 * The cages made into this group. Where the grid grows or shrinks, a cage stays what it is at its row and column;
 * where the same number of cages gets another grid, at its number. Ports stay by their place in the cage. Cages
 * that have no place any more go with their ports; locked ones among the cages leave the type as it is.
 * @throws RangeError as `planGroup`
 */
export function regroup(
  type: DeviceType,
  cageIds: readonly CageId[],
  group: CageGroup,
  ids: IdSource,
): Regrouped {
  const wanted = new Set(cageIds);
  const cages = type.cages.filter(({ id }) => wanted.has(id));
  if (cages.some(({ locked }) => locked)) return { type, cages: cages.map(refOf) };
  const planned = planGroup(group);
  const kept = keptCages(type, cages, group, planned);
  const fresh = freshIds(type, ids);
  const made = planned.map(
    (plan): Cage => ({ id: kept.get(plan)?.id ?? fresh('cage'), ...plan.cage }),
  );
  const stays = new Set(made.map(({ id }) => id));
  const gone = cages.filter(({ id }) => !stays.has(id)).map(refOf);
  const ports = portsOf(type, planned, made, fresh);
  const rest = removePorts(removeParts(type, gone), ports.gone);
  return {
    type: {
      ...rest,
      cages: replaced(rest.cages, made),
      ports: replaced(rest.ports, ports.made),
    },
    cages: made.map(refOf),
  };
}

const refOf = ({ id }: Cage): PartRef => ({ part: 'cage', id });

/** The list with items of the same id in their old places, new ones at the end. */
function replaced<T extends { readonly id: string }>(list: readonly T[], made: readonly T[]): T[] {
  const byId = new Map(made.map((item) => [item.id, item]));
  const next = list.map((item) => byId.get(item.id) ?? item);
  const had = new Set(list.map(({ id }) => id));
  return [...next, ...made.filter(({ id }) => !had.has(id))];
}

/** Which cage becomes which planned one. */
function keptCages(
  type: DeviceType,
  cages: readonly Cage[],
  group: CageGroup,
  planned: readonly PlannedCage[],
): Map<PlannedCage, Cage> {
  const grid = gridOf(cages);
  const sameGrid = grid?.rows === group.rows && grid.columns === group.columns;
  if (grid && (sameGrid || cages.length !== planned.length)) {
    return pairs(planned, ({ place }) => grid.at[place.row]?.[place.column]);
  }
  const counted = inOrder(type, cages);
  return pairs(planned, (_, index) => counted[index]);
}

function pairs(
  planned: readonly PlannedCage[],
  find: (plan: PlannedCage, index: number) => Cage | undefined,
): Map<PlannedCage, Cage> {
  const found = new Map<PlannedCage, Cage>();
  for (const [index, plan] of planned.entries()) {
    const cage = find(plan, index);
    if (cage) found.set(plan, cage);
  }
  return found;
}

/** The cages as they are counted now; where no scheme shows, as the type lists them. */
function inOrder(type: DeviceType, cages: readonly Cage[]): Cage[] {
  const was = groupOf(
    type,
    cages.map(({ id }) => id),
  );
  const grid = gridOf(cages);
  if (!was || !grid) return [...cages];
  return planGroup(was).flatMap(({ place }) => grid.at[place.row]?.[place.column] ?? []);
}

function portsOf(
  type: DeviceType,
  planned: readonly PlannedCage[],
  cages: readonly Cage[],
  fresh: IdSource,
): { made: Port[]; gone: Set<string> } {
  const had = Map.groupBy(type.ports, ({ cageId }) => cageId);
  const made: Port[] = [];
  const gone = new Set<string>();
  for (const [index, plan] of planned.entries()) {
    const cageId = cages[index]?.id;
    if (cageId === undefined) continue;
    const before = had.get(cageId) ?? [];
    for (const [place, port] of plan.ports.entries()) {
      made.push({ id: before[place]?.id ?? fresh('port'), cageId, ...port });
    }
    for (const { id } of before.slice(plan.ports.length)) gone.add(id);
  }
  return { made, gone };
}

/** How openings are to be counted and called. */
export interface Renumbering {
  readonly order: NumberingOrder;
  readonly first: number;
  readonly cageName: string;
  /** Pattern of the ports' names; the ports keep theirs where it is left out. */
  readonly portName?: string;
  /** `{p}` of the first port of an opening, and `{i}` of the first of all; 1 unless said otherwise. */
  readonly firstPlace?: number;
  readonly firstRunning?: number;
}

/**
 * Other numbers for openings that are there, wherever they stand: rows are read from the top, openings whose
 * tops differ by less than half their height are one row. Nothing else of them changes, nor any place.
 */
export function renumber(
  type: DeviceType,
  cageIds: readonly CageId[],
  { order, first, cageName, portName, firstPlace = 1, firstRunning = 1 }: Renumbering,
): DeviceType {
  const wanted = new Set(cageIds);
  const counted = countedAsSeen(
    type.cages.filter(({ id }) => wanted.has(id)),
    order,
  );
  if (counted.length === 0) return type;
  const numbers = new Map(counted.map(({ id }, index) => [id, first + index]));
  const portNames = new Map<string, string>();
  if (portName !== undefined) {
    const portsIn = Map.groupBy(type.ports, ({ cageId }) => cageId);
    let running = firstRunning;
    for (const [index, { id }] of counted.entries()) {
      for (const [place, port] of (portsIn.get(id) ?? []).entries()) {
        const count = { n: first + index, p: firstPlace + place, i: running };
        portNames.set(port.id, nameFrom(portName, count));
        running += 1;
      }
    }
  }
  return {
    ...type,
    cages: type.cages.map((cage) => {
      const n = numbers.get(cage.id);
      return n === undefined ? cage : { ...cage, name: nameFrom(cageName, { n }) };
    }),
    ports: type.ports.map((port) => {
      const name = portNames.get(port.id);
      return name === undefined ? port : { ...port, name };
    }),
  };
}

function countedAsSeen(cages: readonly Cage[], order: NumberingOrder): Cage[] {
  const rows = rowsOf(cages);
  const byX = (a: Cage, b: Cage): number => a.xMm - b.xMm || a.yMm - b.yMm;
  switch (order) {
    case 'left-right':
      return rows.flatMap((row) => row.sort(byX));
    case 'odd-over-even': {
      const counted: Cage[] = [];
      for (let k = 0; k < rows.length; k += 2) {
        counted.push(...[...(rows[k] ?? []), ...(rows[k + 1] ?? [])].sort(byX));
      }
      return counted;
    }
    case 'top-down':
      return [...cages].sort(byX);
    default:
      return order satisfies never;
  }
}

function rowsOf(cages: readonly Cage[]): Cage[][] {
  const rows: { top: number; cages: Cage[] }[] = [];
  for (const cage of [...cages].sort((a, b) => a.yMm - b.yMm)) {
    const row = rows.at(-1);
    if (row && cage.yMm - row.top < cage.heightMm / 2) row.cages.push(cage);
    else rows.push({ top: cage.yMm, cages: [cage] });
  }
  return rows.map((row) => row.cages);
}
