/** Reads a group back from openings that stand in a regular grid, so that it can be edited as one. */
import type { Cage, DeviceType, Port } from '../model/device-type.ts';
import type { CageId } from '../model/ids.ts';
import { roundMm } from '../units/length.ts';
import { type CageGroup, type PlannedCage, type PortPlan, planGroup } from './cage-group.ts';
import { SAME_MM } from './face-check.ts';
import { patternOf } from './name-pattern.ts';
import { countedPlaces, type NumberingOrder } from './numbering.ts';
import { openingSize } from './openings.ts';

/**
 * The group that these cages are, or null where they are no full regular grid of equal openings, or their names
 * or ports follow no pattern. Making the answer gives the same cages and ports again but for ids and order.
 * @param ids cages of the type; those that it does not have make the answer null
 */
export function groupOf(type: DeviceType, ids: readonly CageId[]): CageGroup | null {
  const wanted = new Set(ids);
  const cages = type.cages.filter(({ id }) => wanted.has(id));
  if (cages.length === 0 || cages.length !== wanted.size) return null;
  const portsIn = new Map<CageId, Port[]>(cages.map(({ id }) => [id, []]));
  for (const port of type.ports) {
    if (port.cageId !== null) portsIn.get(port.cageId)?.push(port);
  }
  const grid = gridOf(cages);
  if (!grid) return null;
  for (const order of READ_AS) {
    const group = countedBy(order, grid, portsIn);
    if (group && makesTheSame(group, grid, portsIn)) return group;
  }
  return null;
}

/** Two rows that are counted down and along are told as odd over even, which people call them. */
const READ_AS: readonly NumberingOrder[] = ['left-right', 'odd-over-even', 'top-down'];

interface CageGrid {
  readonly rows: number;
  readonly columns: number;
  readonly pitchMm: number;
  readonly rowPitchMm: number;
  readonly pairPitchMm: number | null;
  /** By row and column. */
  readonly at: readonly (readonly Cage[])[];
}

/** The cages of a regular grid by their places; null where one is missing or they are unlike. */
export function gridOf(cages: readonly Cage[]): CageGrid | null {
  const [first] = cages;
  if (!first || !cages.every((cage) => isLike(cage, first))) return null;
  const xs = [...new Set(cages.map(({ xMm }) => xMm))].sort((a, b) => a - b);
  const ys = [...new Set(cages.map(({ yMm }) => yMm))].sort((a, b) => a - b);
  const pitchMm = evenPitch(xs);
  const rows = rowPitches(ys);
  if (xs.length * ys.length !== cages.length || pitchMm === null || !rows) return null;
  const byPlace = new Map(cages.map((cage) => [`${cage.xMm} ${cage.yMm}`, cage]));
  const at = ys.map((y) => xs.flatMap((x) => byPlace.get(`${x} ${y}`) ?? []));
  if (at.some((row) => row.length !== xs.length)) return null;
  return { rows: ys.length, columns: xs.length, pitchMm, ...rows, at };
}

function isLike(a: Cage, b: Cage): boolean {
  return (
    a.formFactor === b.formFactor &&
    a.face === b.face &&
    a.widthMm === b.widthMm &&
    a.heightMm === b.heightMm &&
    a.group === b.group &&
    a.locked === b.locked
  );
}

/** Distance from each to the next where it is one, to a micrometre and what rounding adds; 0 for one alone. */
function evenPitch(values: readonly number[]): number | null {
  const [first = 0] = values;
  if (values.length < 2) return 0;
  const mean = ((values.at(-1) ?? first) - first) / (values.length - 1);
  const fits = (pitch: number): boolean =>
    values.every((value, k) => Math.abs(roundMm(first + k * pitch) - value) < SAME_MM);
  // The mean of rounded places may have more digits than what they were made from.
  if (fits(roundMm(mean))) return roundMm(mean);
  return fits(mean) ? mean : null;
}

/** Rows that are all alike, or pairs that are. */
function rowPitches(
  ys: readonly number[],
): { readonly rowPitchMm: number; readonly pairPitchMm: number | null } | null {
  const rowPitchMm = evenPitch(ys);
  if (rowPitchMm !== null) return { rowPitchMm, pairPitchMm: null };
  const uppers = evenPitch(ys.filter((_, k) => k % 2 === 0));
  const lowers = evenPitch(ys.filter((_, k) => k % 2 === 1));
  const isPaired = uppers !== null && lowers !== null;
  if (!isPaired || (ys.length > 3 && Math.abs(uppers - lowers) > SAME_MM)) return null;
  return { rowPitchMm: roundMm((ys[1] ?? 0) - (ys[0] ?? 0)), pairPitchMm: uppers };
}

type PortsIn = ReadonlyMap<CageId, readonly Port[]>;

function countedBy(order: NumberingOrder, grid: CageGrid, portsIn: PortsIn): CageGroup | null {
  const counted = countedPlaces(grid, order).flatMap(
    ({ row, column }) => grid.at[row]?.[column] ?? [],
  );
  const [cage] = counted;
  if (!cage) return null;
  const ports = counted.map(({ id }) => portsIn.get(id) ?? []);
  const perCage = ports[0]?.length ?? 0;
  if (ports.some((list) => list.length !== perCage)) return null;
  const names = patternOf(
    counted.map(({ name }, index) => ({ text: name, index, place: 0, running: index })),
    { place: null, running: null, number: null },
  );
  if (!names) return null;
  const plan = perCage === 0 ? null : planOf(ports, names.numbers.number);
  if (plan === 'none') return null;
  const size = openingSize(cage.formFactor);
  const usual = size.widthMm === cage.widthMm && size.heightMm === cage.heightMm;
  return {
    formFactor: cage.formFactor,
    face: cage.face,
    xMm: cage.xMm,
    yMm: cage.yMm,
    rows: grid.rows,
    columns: grid.columns,
    pitchMm: grid.pitchMm,
    rowPitchMm: grid.rowPitchMm,
    pairPitchMm: grid.pairPitchMm,
    bellyToBelly: grid.at[1]?.[0]?.flipped ?? false,
    sizeMm: usual ? null : { width: cage.widthMm, height: cage.heightMm },
    order,
    first: names.numbers.number ?? plan?.first ?? 1,
    cageName: names.pattern,
    group: cage.group,
    locked: cage.locked,
    ports: plan?.plan ?? null,
  };
}

interface ReadPlan {
  readonly plan: PortPlan;
  /** Number of the first opening, where the port names tell. */
  readonly first: number | null;
}

function planOf(lists: readonly (readonly Port[])[], first: number | null): ReadPlan | 'none' {
  const all = lists.flat();
  const [port] = all;
  const count = lists[0]?.length ?? 0;
  if (!port || !all.every((other) => isSamePort(other, port))) return 'none';
  const items = (read: (port: Port) => string) =>
    lists.flatMap((list, index) =>
      list.map((member, place) => ({
        text: read(member),
        index,
        place,
        running: index * count + place,
      })),
    );
  const names = patternOf(
    items(({ name }) => name),
    { number: first, place: null, running: null },
  );
  if (!names) return 'none';
  const labels = patternOf(
    items(({ label }) => label),
    names.numbers,
  );
  if (!labels) return 'none';
  return {
    plan: {
      count,
      name: names.pattern,
      firstPlace: labels.numbers.place ?? 1,
      firstRunning: labels.numbers.running ?? 1,
      kind: port.kind,
      slug: port.slug,
      speedGbps: port.speedGbps,
      lanes: port.lanes,
      managementOnly: port.managementOnly,
      label: labels.pattern,
      maximumDrawW: port.maximumDrawW,
    },
    first: labels.numbers.number,
  };
}

function isSamePort(a: Port, b: Port): boolean {
  return (
    a.kind === b.kind &&
    a.slug === b.slug &&
    a.speedGbps === b.speedGbps &&
    a.lanes === b.lanes &&
    a.managementOnly === b.managementOnly &&
    a.maximumDrawW === b.maximumDrawW
  );
}

/** Held against what it would make: names that only look like a pattern are no group. */
function makesTheSame(group: CageGroup, grid: CageGrid, portsIn: PortsIn): boolean {
  return planGroup(group).every(({ place, cage, ports }) => {
    const was = grid.at[place.row]?.[place.column];
    return (
      was !== undefined && isSameCage(cage, was) && sameNames(ports, portsIn.get(was.id) ?? [])
    );
  });
}

function isSameCage(planned: PlannedCage['cage'], was: Cage): boolean {
  return (
    planned.name === was.name &&
    planned.xMm === was.xMm &&
    planned.yMm === was.yMm &&
    planned.flipped === was.flipped
  );
}

function sameNames(planned: PlannedCage['ports'], was: readonly Port[]): boolean {
  return planned.every(({ name, label }, k) => name === was[k]?.name && label === was[k]?.label);
}
