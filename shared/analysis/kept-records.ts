/**
 * How the analyser keeps a design: as records that are linked.
 *
 * A rack knows its devices, a device its rack, its type, what is in its bays and the cables in it, a cable the
 * devices at its ends; and each has what the analysis said about it last. Whoever follows an edit asks for a record
 * by its id once and from there on goes along the links: a hall has a hundred thousand cables, and to look up an id
 * costs as much as many a rule. All lists are in the order of ids.
 *
 * A record may be named before it is there, and after it is gone: a cable names the devices at its ends, a device its
 * rack and its host. Such a one is kept without its record, as a place to link to.
 */
import type { CableId, DeviceId, RackId } from '../model/ids.ts';
import type { Cable, Device, Rack } from '../model/records.ts';
import type { Mount } from '../routing/landing.ts';
import type { CablePlug } from './cable-plug.ts';
import type { CableResult } from './cable-result.ts';
import type { DeviceResult } from './device-result.ts';
import { compareIds } from './finding.ts';
import type { Gap } from './gaps.ts';
import { type Inside, NOTHING_INSIDE } from './inside.ts';
import type { Placed } from './rack-neighbours.ts';
import type { RackResult } from './rack-result.ts';

const NONE: readonly never[] = [];

export class KeptRack {
  readonly id: RackId;
  record: Rack | undefined;
  result: RackResult | undefined;
  readonly devices: KeptDevice[] = [];
  /** The cables with points by hand in it. */
  readonly through: KeptCable[] = [];
  /** The horizontal cable managers among them; null until somebody asks. */
  managers: readonly Device[] | null = null;

  /** Those whose type the design holds; null until somebody asks. */
  placed: readonly Placed[] | null = null;
  /** Whether it is known of some of them how they are mounted. */
  mounted = false;

  constructor(id: RackId) {
    this.id = id;
  }

  get isNamed(): boolean {
    return this.record !== undefined || this.devices.length > 0 || this.through.length > 0;
  }
}

export class KeptDevice {
  readonly id: DeviceId;
  record: Device | undefined;
  result: DeviceResult | undefined;
  /** With its type; undefined where the design does not hold that. */
  placed: Placed | undefined;
  /** The rack that its record names. */
  rack: KeptRack | undefined;
  /** The device in a bay of which it is. */
  host: KeptDevice | undefined;
  /** How it is mounted: null where it cannot be, undefined until somebody asks. */
  mount: Mount | null | undefined;
  readonly cables: KeptCable[] = [];
  readonly inBays: KeptDevice[] = [];

  constructor(id: DeviceId) {
    this.id = id;
  }

  get isNamed(): boolean {
    return this.record !== undefined || this.cables.length > 0 || this.inBays.length > 0;
  }
}

export class KeptCable {
  readonly id: CableId;
  record: Cable | undefined;
  result: CableResult | undefined;
  /** The devices at its ends, each once, A ends first. */
  at: readonly KeptDevice[];
  /** The racks that it has points by hand in, each once. */
  through: readonly KeptRack[] = NONE;

  constructor(id: CableId, record: Cable, at: readonly KeptDevice[]) {
    this.id = id;
    this.record = record;
    this.at = at;
  }
}

/** The devices of a rack whose type the design holds. */
export function placedIn(rack: KeptRack): readonly Placed[] {
  rack.placed ??= those(rack.devices, ({ placed }) => placed);
  return rack.placed;
}

/** What was said of the devices of a rack. */
export function resultsIn({ devices }: KeptRack): readonly DeviceResult[] {
  return those(devices, ({ result }) => result);
}

/** The cables in a device. */
export function cablesIn({ cables }: KeptDevice): readonly Cable[] {
  return those(cables, ({ record }) => record);
}

/** What was said of the cables that are led through a rack by hand. */
export function resultsThrough({ through }: KeptRack): readonly CableResult[] {
  return those(through, ({ result }) => result);
}

/** The cables with ends in a rack, and those that are led through it by hand. */
export function cablesInRack({ devices, through }: KeptRack): ReadonlySet<Cable> {
  const cables = new Set<Cable>();
  for (const device of devices) {
    for (const { record } of device.cables) if (record) cables.add(record);
  }
  for (const { record } of through) if (record) cables.add(record);
  return cables;
}

/** The plugs of its cables in a device. */
export function plugsIn({ id, record, cables }: KeptDevice): readonly CablePlug[] {
  if (cables.length === 0) return NONE;
  const plugs = those(cables, ({ result }) => result && onlyPlug(result.plugs, record));
  if (plugs.length === cables.length) return plugs;
  return cables.flatMap(
    ({ result }) => result?.plugs.filter(({ deviceId }) => deviceId === id) ?? [],
  );
}

/** The plug of a cable in a device, where it has one there; undefined where it has several. */
function onlyPlug(plugs: readonly CablePlug[], device: Device | undefined): CablePlug | undefined {
  let only: CablePlug | undefined;
  for (let at = 0; at < plugs.length; at += 1) {
    const plug = plugs[at] as CablePlug;
    if (plug.device !== device) continue;
    if (only) return undefined;
    only = plug;
  }
  return only;
}

/**
 * What is there of each of a list. Of a list of its length, since almost always something is there of all of them, and
 * a list that grows takes room for seventeen.
 */
function those<One, Thing>(
  list: readonly One[],
  of: (one: One) => Thing | undefined,
): readonly Thing[] {
  if (list.length === 0) return NONE;
  const found = list.map(of);
  return found.includes(undefined)
    ? found.filter((thing) => thing !== undefined)
    : (found as Thing[]);
}

/** What is in its bays, however deep. */
export function insideOf({ inBays }: KeptDevice): readonly Inside[] {
  if (inBays.length === 0) return NOTHING_INSIDE;
  return inBays.flatMap((child) =>
    child.placed
      ? [{ type: child.placed.type, plugs: plugsIn(child) }, ...insideOf(child)]
      : NOTHING_INSIDE,
  );
}

/** Ids of the devices and cables that meet a gap. */
export function withGap(
  { keptDevices, keptCables }: KeptTables,
  { about, of }: Pick<Gap, 'about' | 'of'>,
): readonly string[] {
  const ids: string[] = [];
  for (const { id, result } of [...keptDevices.values(), ...keptCables.values()]) {
    if (result?.gaps.some((gap) => gap.about === about && gap.of === of)) ids.push(id);
  }
  return ids;
}

interface KeptTables {
  readonly keptDevices: ReadonlyMap<DeviceId, KeptDevice>;
  readonly keptCables: ReadonlyMap<CableId, KeptCable>;
}

interface Kept {
  readonly id: string;
}

/** Puts one into a list in the order of ids. */
export function join<One extends Kept>(list: One[], one: One): void {
  const last = list[list.length - 1];
  if (last === undefined || compareIds(last.id, one.id) < 0) list.push(one);
  else list.splice(placeOf(list, one.id), 0, one);
}

/** Takes one out of a list in the order of ids. */
export function leave<One extends Kept>(list: One[], one: One): void {
  const place = placeOf(list, one.id);
  if (list[place] === one) list.splice(place, 1);
}

/** Index of an id in a list in the order of ids, or where it would stand. */
function placeOf(list: readonly Kept[], id: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareIds(list[middle]?.id ?? '', id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
