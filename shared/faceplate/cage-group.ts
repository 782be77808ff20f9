/**
 * A group of equal openings in rows and columns with the same ports in each: how a face is drawn, and what the
 * cages and ports of a type are made from.
 */
import type {
  Cage,
  DeviceCategory,
  DeviceType,
  FormFactor,
  Port,
  PortKind,
} from '../model/device-type.ts';
import type { Face } from '../model/face.ts';
import type { IdSource } from '../model/ids.ts';
import { type Mm, roundMm } from '../units/length.ts';
import { countedPlaces, type GridPlace, type NumberingOrder, nameFrom } from './numbering.ts';
import { openingSize, plugRoom } from './openings.ts';

/** The ports of one opening, all alike. Names are patterns: see `nameFrom`. */
export interface PortPlan {
  readonly count: number;
  readonly name: string;
  /** `{p}` of the first port of an opening, and `{i}` of the first of the group. */
  readonly firstPlace: number;
  readonly firstRunning: number;
  readonly kind: PortKind;
  readonly slug: string;
  /** Of one port. */
  readonly speedGbps: number | null;
  readonly lanes: number | null;
  readonly managementOnly: boolean;
  readonly label: string;
  readonly maximumDrawW: number | null;
}

export interface CageGroup {
  readonly formFactor: FormFactor;
  readonly face: Face;
  /** Top left corner of the first opening. */
  readonly xMm: Mm;
  readonly yMm: Mm;
  readonly rows: number;
  readonly columns: number;
  /** From one column to the next, and from one row to the next; not used where there is one. */
  readonly pitchMm: Mm;
  readonly rowPitchMm: Mm;
  /** From one pair of rows to the next, where pairs are further apart than their rows; null: all rows alike. */
  readonly pairPitchMm: Mm | null;
  /** Every second row is upside down. */
  readonly bellyToBelly: boolean;
  /** Size of an opening, where it is not that of its form factor. */
  readonly sizeMm: { readonly width: Mm; readonly height: Mm } | null;
  readonly order: NumberingOrder;
  /** Number of the first opening, 0 or more. */
  readonly first: number;
  /** Pattern of the openings' names. */
  readonly cageName: string;
  /** Name of the group on the face; empty for none. */
  readonly group: string;
  readonly locked: boolean;
  /** Null: openings without ports. */
  readonly ports: PortPlan | null;
}

/** One opening of a group with its place, before it has an id. */
export interface PlannedCage {
  readonly place: GridPlace;
  readonly cage: Omit<Cage, 'id'>;
  readonly ports: readonly Omit<Port, 'id' | 'cageId'>[];
}

/** How far below the first row another one is, mm; rows are counted from 0. */
export function rowOffsetMm(
  { rowPitchMm, pairPitchMm }: Pick<CageGroup, 'rowPitchMm' | 'pairPitchMm'>,
  row: number,
): Mm {
  if (pairPitchMm === null) return row * rowPitchMm;
  return Math.floor(row / 2) * pairPitchMm + (row % 2) * rowPitchMm;
}

/** Width and height of what a group takes on its face, mm. */
export function groupSizeMm(group: CageGroup): { readonly width: Mm; readonly height: Mm } {
  const { width, height } = cageSizeMm(group);
  return {
    width: roundMm((group.columns - 1) * group.pitchMm + width),
    height: roundMm(rowOffsetMm(group, group.rows - 1) + height),
  };
}

function cageSizeMm({ sizeMm, formFactor }: CageGroup): { width: Mm; height: Mm } {
  const known = openingSize(formFactor);
  return sizeMm ?? { width: known.widthMm, height: known.heightMm };
}

/** Most openings of a group: as many as a type may have. */
const MOST_CAGES = 4096;

/**
 * The openings of a group in the order in which they are counted.
 * @throws RangeError when rows, columns or the ports of an opening are no whole numbers of 1 or more, or there
 * would be more than 4,096 openings
 */
export function planGroup(group: CageGroup): PlannedCage[] {
  const { rows, columns, ports } = group;
  for (const count of [rows, columns, ports?.count ?? 1]) {
    if (!Number.isInteger(count) || count < 1) throw new RangeError(`no group has ${count} of it`);
  }
  if (rows * columns > MOST_CAGES) throw new RangeError(`more than ${MOST_CAGES} openings`);
  const size = cageSizeMm(group);
  return countedPlaces(group, group.order).map((place, index) => {
    const n = group.first + index;
    return {
      place,
      cage: {
        name: nameFrom(group.cageName, { n }),
        formFactor: group.formFactor,
        face: group.face,
        xMm: roundMm(group.xMm + place.column * group.pitchMm),
        yMm: roundMm(group.yMm + rowOffsetMm(group, place.row)),
        widthMm: size.width,
        heightMm: size.height,
        flipped: group.bellyToBelly && place.row % 2 === 1,
        group: group.group,
        locked: group.locked,
      },
      ports: ports ? planPorts(ports, n, index) : [],
    };
  });
}

function planPorts(plan: PortPlan, n: number, index: number): Omit<Port, 'id' | 'cageId'>[] {
  return Array.from({ length: plan.count }, (_, place) => {
    const numbers = {
      n,
      p: plan.firstPlace + place,
      i: plan.firstRunning + index * plan.count + place,
    };
    return {
      name: nameFrom(plan.name, numbers),
      kind: plan.kind,
      slug: plan.slug,
      speedGbps: plan.speedGbps,
      lanes: plan.lanes,
      managementOnly: plan.managementOnly,
      label: nameFrom(plan.label, numbers),
      maximumDrawW: plan.maximumDrawW,
    };
  });
}

/**
 * The cages and ports of a group, in the order in which they are counted.
 * @param ids gives ids that the type does not have yet
 * @throws RangeError as `planGroup`
 */
export function makeGroup(group: CageGroup, ids: IdSource): { cages: Cage[]; ports: Port[] } {
  const cages: Cage[] = [];
  const ports: Port[] = [];
  for (const planned of planGroup(group)) {
    const id = ids('cage');
    cages.push({ id, ...planned.cage });
    for (const port of planned.ports) ports.push({ id: ids('port'), cageId: id, ...port });
  }
  return { cages, ports };
}

/**
 * The plan split: the same openings with 2, 4 or 8 times the ports, which share speed and lanes evenly. A share
 * of lanes that is not whole is unknown.
 * @throws RangeError when `into` is no whole number of 1 or more
 */
export function splitPlan(plan: PortPlan, into: number): PortPlan {
  if (!Number.isInteger(into) || into < 1) throw new RangeError(`no port splits into ${into}`);
  if (into === 1) return plan;
  const lanes = plan.lanes === null ? null : plan.lanes / into;
  return {
    ...plan,
    count: plan.count * into,
    speedGbps: plan.speedGbps === null ? null : plan.speedGbps / into,
    lanes: lanes !== null && Number.isInteger(lanes) ? lanes : null,
    name: plan.name.includes('{p}') || plan.name.includes('{i}') ? plan.name : `${plan.name}/{p}`,
    firstPlace: plan.firstPlace,
  };
}

/** What sockets that are no place for a network cable are; slugs as NetBox knows them. */
const SOCKETS: Readonly<Partial<Record<FormFactor, Pick<PortPlan, 'kind' | 'name' | 'slug'>>>> = {
  c13: { kind: 'powerOutlet', name: 'Outlet {n}', slug: 'iec-60320-c13' },
  c14: { kind: 'powerInlet', name: 'PSU{n}', slug: 'iec-60320-c14' },
  c19: { kind: 'powerOutlet', name: 'Outlet {n}', slug: 'iec-60320-c19' },
  c20: { kind: 'powerInlet', name: 'PSU{n}', slug: 'iec-60320-c20' },
  dc: { kind: 'powerInlet', name: 'PSU{n}', slug: 'dc-terminal' },
  usb: { kind: 'console', name: 'USB{n}', slug: 'usb-a' },
};
const ADAPTERS: ReadonlySet<FormFactor> = new Set(['lc', 'mpo', 'sn']);

/** What a person most likely means by an opening of that kind there; everything can be changed after. */
export function usualPorts(formFactor: FormFactor, face: Face, category: DeviceCategory): PortPlan {
  return {
    count: 1,
    firstPlace: 1,
    firstRunning: 1,
    kind: category === 'patch-panel' ? face : 'interface',
    name: '{n}',
    slug: ADAPTERS.has(formFactor) ? formFactor : '',
    ...SOCKETS[formFactor],
    speedGbps: null,
    lanes: null,
    managementOnly: false,
    label: '',
    maximumDrawW: null,
  };
}

/** Where a new group begins and how many openings it has. */
export type GroupStart = Pick<
  CageGroup,
  'formFactor' | 'face' | 'xMm' | 'yMm' | 'rows' | 'columns'
>;

/** A new group with the closest pitches that its plugs and pull-tabs allow, counted as such gear mostly is. */
export function usualGroup(start: GroupStart, category: DeviceCategory): CageGroup {
  const { widthMm, heightMm, pitchMinMm } = openingSize(start.formFactor);
  const { sideMm, latchMm, backMm } = plugRoom(start.formFactor);
  const turns = start.rows > 1 && turnsOver(start.formFactor);
  const ports = usualPorts(start.formFactor, start.face, category);
  return {
    ...start,
    pitchMm: roundMm(pitchMinMm ?? widthMm + 2 * sideMm),
    rowPitchMm: roundMm(heightMm + backMm + (turns ? backMm : latchMm)),
    pairPitchMm: turns && start.rows > 2 ? roundMm(2 * (heightMm + backMm + latchMm)) : null,
    bellyToBelly: turns,
    sizeMm: null,
    order: turns ? 'odd-over-even' : 'left-right',
    first: 1,
    cageName: ports.name,
    group: '',
    locked: false,
    ports,
  };
}

/**
 * The group counted on from what the type has: with the least first number, from its own on, at which none of its
 * names is taken by an opening of its form factor on that face, or by a port of its kind.
 */
export function countedOn(type: DeviceType, group: CageGroup): CageGroup {
  const cages = new Set(
    type.cages
      .filter(({ face, formFactor }) => face === group.face && formFactor === group.formFactor)
      .map(({ name }) => name),
  );
  const kind = group.ports?.kind;
  const ports = new Set(type.ports.filter((port) => port.kind === kind).map(({ name }) => name));
  // A pattern without a number meets its own names whatever it counts from.
  const taken = cages.size + ports.size;
  for (let more = 0; more <= taken; more += 1) {
    const next = { ...group, first: group.first + more };
    const clash = planGroup(next).some(
      (planned) =>
        cages.has(planned.cage.name) || planned.ports.some(({ name }) => ports.has(name)),
    );
    if (!clash) return next;
  }
  return group;
}

/** Whether pairs of such openings are built belly to belly: modules and RJ45, whose lower row is upside down. */
export function turnsOver(formFactor: FormFactor): boolean {
  const { latchMm, backMm } = plugRoom(formFactor);
  return latchMm > backMm;
}
