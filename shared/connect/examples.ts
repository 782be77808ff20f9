/** Patterns that work in the design at hand, made from its own names, to begin with. */
import type { Design } from '../model/design.ts';
import { typeOf } from '../model/design-index.ts';
import type { DeviceCategory, DeviceType, Port } from '../model/device-type.ts';
import type { Device } from '../model/records.ts';
import {
  escapedName,
  familiesOf,
  familyText,
  largestFamilies,
  type NameFamily,
} from './name-families.ts';
import { isData } from './port-names.ts';
import { rangeText } from './range.ts';

export interface PatternExample {
  /** What it does: `rails` shares the ports of each host out to switches, and so on. */
  readonly does: 'rails' | 'one-switch' | 'mesh';
  readonly pattern: string;
}

/** Devices of one type whose names are one family. */
interface Crew {
  readonly type: DeviceType;
  readonly family: NameFamily;
}

const HOSTS: readonly DeviceCategory[] = ['node', 'server', 'storage', 'appliance'];

/**
 * Examples from the devices that are meant, or from all: rails of hosts to switches, a port of each host to one
 * switch, switches among one another.
 */
export function examplePatterns(
  design: Design,
  meant: readonly Device[],
): readonly PatternExample[] {
  const all = [...design.devices.values()];
  const crews = crewsOf(design, meant.length > 0 ? meant : all);
  const others = crewsOf(design, all);
  const isHost = ({ type }: Crew): boolean => HOSTS.includes(type.category);
  const hosts = crews.find(isHost) ?? others.find(isHost);
  const switches = others.filter(
    ({ type }) => type.category === 'switch' && portFamilies(type).length > 0,
  );
  const [leaves] = switches;
  const examples: PatternExample[] = [];
  if (hosts && leaves) {
    const rails = railsPattern(hosts, leaves);
    if (rails !== null) examples.push({ does: 'rails', pattern: rails });
    const port = portFamilies(hosts.type).at(-1)?.names[0];
    const [leaf] = leaves.family.names;
    if (port !== undefined && leaf !== undefined) {
      const pattern = `${familyText(hosts.family)}:${escapedName(port)} -> ${escapedName(leaf)}:free`;
      examples.push({ does: 'one-switch', pattern });
    }
  }
  const mesh = meshPattern(switches);
  if (mesh !== null) examples.push({ does: 'mesh', pattern: mesh });
  return examples;
}

function crewsOf(design: Design, devices: readonly Device[]): readonly Crew[] {
  const byType = Map.groupBy(devices, ({ typeId }) => typeId);
  return [...byType.values()]
    .flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const type = typeOf(design, first);
      return largestFamilies(group).map((family) => ({ type, family }));
    })
    .toSorted((a, b) => b.family.names.length - a.family.names.length);
}

/** Network ports of a type by their names, as families, the largest first. */
function portFamilies(type: DeviceType): readonly NameFamily[] {
  const data = type.ports.filter(isData);
  return familiesOf(data.map(({ name }) => name)).toSorted(
    (a, b) => b.names.length - a.names.length,
  );
}

/** Port r of every host to switch r: `dgx-[01-31]:rail{r} -> leaf-{r+1}:free`. */
function railsPattern(hosts: Crew, leaves: Crew): string | null {
  const rails = portFamilies(hosts.type).find(({ numbers }) => numbers.length === 1);
  const [railNumbers] = rails?.numbers ?? [];
  const [leafNumbers, ...more] = leaves.family.numbers;
  const [firstRail, firstLeaf] = [railNumbers?.[0], leafNumbers?.[0]];
  if (!rails || !railNumbers || !leafNumbers || more.length > 0) return null;
  if (firstRail === undefined || firstLeaf === undefined || railNumbers.length < 2) return null;
  const shift = firstLeaf - firstRail;
  const sign = shift === 0 ? 'r' : `r${shift > 0 ? '+' : '-'}${Math.abs(shift)}`;
  const few = leafNumbers.length < railNumbers.length;
  const far = few
    ? `${firstRail === 0 ? 'r' : `(r-${firstRail})`}%${leafNumbers.length}+${firstLeaf}`
    : sign;
  const [before = '', after = ''] = rails.texts.map(escapedName);
  const [leafBefore = '', leafAfter = ''] = leaves.family.texts.map(escapedName);
  return `${familyText(hosts.family)}:${before}{r}${after} -> ${leafBefore}{${far}}${leafAfter}:free`;
}

/** One link from each switch of the largest family to each of the next. */
function meshPattern(switches: readonly Crew[]): string | null {
  const [leaves, spines] = switches;
  const [numbers, ...more] = spines?.family.numbers ?? [];
  const first = numbers?.[0];
  if (!leaves || !spines || !numbers || more.length > 0 || first === undefined) return null;
  if (leaves.family.numbers.length !== 1) return null;
  const [before = '', after = ''] = spines.family.texts.map(escapedName);
  const cages = cageNumbers(leaves.type);
  if (cages.length < numbers.length) return null;
  const up = cages.slice(-numbers.length);
  const shift = (up[0] ?? 0) - first;
  if (!isRun(up) || !isRun(numbers)) return null;
  const far = shift === 0 ? 's' : `s${shift > 0 ? '-' : '+'}${Math.abs(shift)}`;
  return `${familyText(leaves.family)}:{s=${rangeText(up)}} -> ${before}{${far}}${after}:free`;
}

/** Numbers that are the names of openings with network ports. */
function cageNumbers(type: DeviceType): readonly number[] {
  const withPorts = new Set(type.ports.filter(isData).map(({ cageId }: Port) => cageId));
  return type.cages
    .filter(({ id, name }) => withPorts.has(id) && /^\d+$/.test(name))
    .map(({ name }) => Number(name))
    .toSorted((a, b) => a - b);
}

function isRun(numbers: readonly number[]): boolean {
  return numbers.every((each, index) => index === 0 || each === (numbers[index - 1] ?? 0) + 1);
}

/** How the ports of a type are called, as a pattern would write them, and how many there are. */
export interface PortNaming {
  readonly text: string;
  readonly count: number;
  readonly of: 'data' | 'other';
}

export function portNamings(type: DeviceType): readonly PortNaming[] {
  const namings = (of: PortNaming['of'], ports: readonly Port[]): PortNaming[] =>
    familiesOf(ports.map(({ name }) => name)).map((family) => ({
      text: familyText(family),
      count: family.names.length,
      of,
    }));
  return [
    ...namings('data', type.ports.filter(isData)),
    ...namings(
      'other',
      type.ports.filter((port) => !isData(port)),
    ),
  ];
}
