/**
 * Which port of a device type a name of a discovery file means: tools and switches call one port `1/1`, `swp1s0`,
 * `sw1p1`, `P1`, `Ethernet1/1` or `e1-1`, and an adapter `mlx5_0` or `HCA 1` (field/interop.md, 1.5 and 1.7).
 */
import type { DeviceType, Port } from '../model/device-type.ts';

/** A name taken apart: what it begins with, and its numbers. */
interface Spelling {
  readonly stem: string;
  readonly numbers: readonly number[];
  /** Part of a port that is split, from 1; null where the name says none. */
  readonly part: number | null;
  /** Numbers are slot and port, never port and part: `e1-1`, `ethernet-1/1`. */
  readonly slot: boolean;
}

interface Known {
  readonly port: Port;
  readonly spelling: Spelling;
}

interface PortTable {
  /** Ports by their exact names and labels; null where two share one. */
  readonly exact: ReadonlyMap<string, Port | null>;
  readonly compact: ReadonlyMap<string, Port | null>;
  /** The ports that data goes through: the most of one stem, without those for management. */
  readonly data: readonly Known[];
  /** The fastest ports, in the type's order: what adapters are counted by. */
  readonly fastest: readonly Port[];
}

const tables = new WeakMap<DeviceType, PortTable>();

/** The port that a name means, or null where none or more than one could be meant. */
export function portByName(type: DeviceType, name: string): Port | null {
  let table = tables.get(type);
  if (!table) tables.set(type, (table = tableOf(type)));
  const plain = name.trim().toLowerCase();
  if (plain === '') return null;
  return (
    table.exact.get(plain) ??
    table.compact.get(compact(plain)) ??
    adapterPort(table, plain) ??
    numbered(table, spellingOf(plain), type.manufacturer)
  );
}

function tableOf(type: DeviceType): PortTable {
  const cabled = type.ports.filter(({ kind }) => kind === 'interface');
  const ports = type.category === 'patch-panel' ? type.ports : cabled;
  const data = cabled.filter(({ managementOnly }) => !managementOnly);
  const families = [
    ...Map.groupBy(
      data.map((port) => ({ port, spelling: spellingOf(port.name.toLowerCase()) })),
      ({ spelling }) => spelling.stem,
    ).values(),
  ].sort((a, b) => b.length - a.length || topSpeed(b) - topSpeed(a));
  const top = Math.max(0, ...data.map(({ speedGbps }) => speedGbps ?? 0));
  return {
    exact: uniquely(ports, ({ name, label }) => [name.toLowerCase(), label.toLowerCase()]),
    compact: uniquely(ports, ({ name }) => [compact(name.toLowerCase())]),
    data: families[0] ?? [],
    fastest: data.filter(({ speedGbps }) => (speedGbps ?? 0) === top),
  };
}

function topSpeed(family: readonly Known[]): number {
  return Math.max(...family.map(({ port }) => port.speedGbps ?? 0));
}

function uniquely(
  ports: readonly Port[],
  keysOf: (port: Port) => readonly string[],
): ReadonlyMap<string, Port | null> {
  const found = new Map<string, Port | null>();
  for (const port of ports) {
    for (const key of new Set(keysOf(port))) {
      if (key !== '') found.set(key, found.has(key) ? null : port);
    }
  }
  return found;
}

/** Without spaces and marks but those between numbers: `Ethernet 1/1` is `ethernet1/1`, `OSFP1.1` is `osfp1/1`. */
function compact(name: string): string {
  return name.replaceAll(/(?<=\d)[^a-z0-9]+(?=\d)/g, '/').replaceAll(/[^a-z0-9/]+/g, '');
}

function spellingOf(name: string): Spelling {
  const split = /^(swp\d+)s(\d+)$/.exec(name);
  if (split) return { ...spellingOf(split[1] ?? ''), part: Number(split[2]) + 1 };
  const twin = /^sw(\d+)p(\d+)$/.exec(name);
  if (twin) {
    return { stem: 'sw', numbers: [Number(twin[1])], part: Number(twin[2]), slot: false };
  }
  const numbers = [...name.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const stem = name.replace(/\d.*$/, '').replaceAll(/[^a-z]+/g, '');
  const slot = /^(e|ethernet)-?\d+-\d+$|^ethernet-\d+\/\d+/.test(name);
  return { stem, numbers, part: null, slot };
}

/** `mlx5_0`, `ibp…0`, `HCA 1`, `hca-2`: the adapters are counted among the fastest ports. */
function adapterPort({ fastest }: PortTable, name: string): Port | null {
  const fromZero = /^mlx\d+_(\d+)$/.exec(name);
  if (fromZero) return fastest[Number(fromZero[1])] ?? null;
  const fromOne = /^hca[-_ ]?(\d+)$/.exec(name);
  return fromOne ? (fastest[Number(fromOne[1]) - 1] ?? null) : null;
}

/** Makers whose `Ethernet1/5` is slot 1 and port 5; with others it is port 1 and its fifth part. */
const SLOT_MAKERS = /cisco|dell|nokia|juniper|h3c|huawei/i;

/** Management ports have numbers as well, and are never meant by them. */
const NOT_DATA = /^(mgmt|management|ma|fxp|bmc|ilo|idrac|lan|console|con|lo|eno)/;

function numbered({ data }: PortTable, wanted: Spelling, maker: string): Port | null {
  const { numbers, part, stem } = wanted;
  if (numbers.length === 0 || NOT_DATA.test(stem)) return null;
  const whole = part === null ? numbers : [...numbers, part];
  const exact = only(data, ({ spelling }) => same(allOf(spelling), whole));
  if (exact) return exact;
  const last = numbers.at(-1) ?? 0;
  if (numbers.length === 1) {
    // A port that is split is one port here: its parts are in it.
    if (part !== null) return only(data, ({ spelling }) => same(allOf(spelling), numbers));
    return ordinal(data, last);
  }
  if (wanted.slot || SLOT_MAKERS.test(maker) || numbers.length > 2) return byLast(data, last);
  // Port and part: of a type whose ports have one number each.
  const [port = 0, sub = 0] = numbers;
  if (stem === '' || (sub <= 8 && sub >= 1))
    return only(data, ({ spelling }) => same(allOf(spelling), [port]));
  return byLast(data, last);
}

function allOf({ numbers, part }: Spelling): readonly number[] {
  return part === null ? numbers : [...numbers, part];
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((number, n) => number === b[n]);
}

function only(data: readonly Known[], is: (known: Known) => boolean): Port | null {
  const [one, other] = data.filter(is);
  return one && !other ? one.port : null;
}

/** A number alone: the port with it last where all others agree, else the port that comes so many-th. */
function ordinal(data: readonly Known[], number: number): Port | null {
  const lengths = new Set(data.map(({ spelling }) => allOf(spelling).length));
  if (lengths.size === 1 && !lengths.has(1)) {
    // Of `1/1, 2/1, 3/1` the first number tells, of `1/1, 1/2, 1/3` the last, of `1/1, 1/2, 2/1` neither.
    const firsts = new Set(data.map(({ spelling }) => allOf(spelling)[0]));
    const lasts = new Set(data.map(({ spelling }) => allOf(spelling).at(-1)));
    if (lasts.size === data.length) return byLast(data, number);
    if (firsts.size === data.length)
      return only(data, ({ spelling }) => allOf(spelling)[0] === number);
    return data[number - 1]?.port ?? null;
  }
  return null;
}

function byLast(data: readonly Known[], number: number): Port | null {
  return only(data, ({ spelling }) => allOf(spelling).at(-1) === number);
}
