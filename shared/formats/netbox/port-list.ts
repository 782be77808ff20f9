/** The port lists of a NetBox type, entry by entry. */
import type { Port, PortKind } from '../../model/device-type.ts';
import type { PortId } from '../../model/ids.ts';
import { FormatError, PlainScalar, type YamlMap, type YamlValue } from '../yaml-door.ts';
import { isSlugOfKind } from './component-slug.ts';
import { FieldReader, isMap, isNothing, scalarText } from './field-reader.ts';
import { type ImportReport, quoted } from './import-report.ts';
import { ENTRY_FIELDS, PORT_LISTS, type PortListName } from './netbox-fields.ts';
import { slugFacts } from './port-slug.ts';

/** What a design's type may have at most. */
const MAX_PORTS = 8192;
const MAX_DRAW_W = 1_000_000;

/** A port with what its entry held beyond a port's own fields. */
export interface ListedPort {
  readonly port: Port;
  readonly list: PortListName;
  readonly rest: Map<string, YamlValue>;
}

/**
 * Reads all lists: one port per entry, list by list, in the file's order.
 * @throws FormatError when there are more ports than a type can have, or a name is endless
 */
export function readPortLists(type: FieldReader, report: ImportReport): readonly ListedPort[] {
  const listed: ListedPort[] = [];
  for (const [list, kind] of PORT_LISTS) {
    const before = listed.length;
    for (const entry of readEntries(type, list)) {
      if (listed.length === MAX_PORTS)
        throw new FormatError('too-many-ports', { limit: MAX_PORTS });
      const fields = new FieldReader(entry.map, entry.path, ENTRY_FIELDS[list], report);
      listed.push(readPort(fields, list, kind, listed.length));
    }
    const names = listed.slice(before).map(({ port }) => port.name);
    reportDuplicates(names, list, report);
  }
  reportFeeds(listed, report);
  return listed;
}

/** Outlets that are fed by an inlet which is not there. */
function reportFeeds(listed: readonly ListedPort[], report: ImportReport): void {
  const inlets = portsByName(listed, 'power-ports');
  for (const { port, list, rest } of listed) {
    const feed = list === 'power-outlets' ? rest.get('power_port') : undefined;
    if (typeof feed !== 'string' && !(feed instanceof PlainScalar)) continue;
    const target = scalarText(feed);
    if (target === '' || inlets.has(target)) continue;
    report.add('no-such-power-port', list, { target: quoted(target) }, port.name);
  }
}

export interface ListEntry {
  readonly map: YamlMap;
  readonly path: string;
}

/** The entries of a list. A bare text is an entry's name; what is no entry is said and left out. */
export function readEntries(type: FieldReader, list: string): readonly ListEntry[] {
  const value = type.take(list);
  if (value === undefined || (!Array.isArray(value) && isNothing(value))) return [];
  if (!Array.isArray(value)) {
    type.warn('not-a-list', list);
    return [];
  }
  return (value as readonly YamlValue[]).flatMap((entry, index): ListEntry[] => {
    const path = `${list}[${index}]`;
    if (isMap(entry)) return [{ map: entry, path }];
    if ((typeof entry === 'string' || entry instanceof PlainScalar) && !isNothing(entry)) {
      return [{ map: new Map([['name', scalarText(entry)]]), path }];
    }
    type.warn('not-an-entry', path);
    return [];
  });
}

function readPort(
  fields: FieldReader,
  list: PortListName,
  kind: PortKind,
  index: number,
): ListedPort {
  const name = fields.name('name');
  const slug = fields.name('type');
  const facts = slugFacts(slug);
  if (name === '') fields.warn('no-name', '');
  if (slug === '') fields.warn('no-type', 'type', {}, name);
  else if (kind === 'interface') {
    if (!facts.known) fields.warn('unknown-slug', 'type', { slug }, name);
  } else if (!isSlugOfKind(slug, kind)) {
    const ofInterface = facts.known && facts.speedGbps !== null;
    fields.warn(ofInterface ? 'interface-slug' : 'unknown-slug', 'type', { slug }, name);
  }
  const port: Port = {
    id: `p${index + 1}`,
    name,
    kind,
    cageId: null,
    slug,
    speedGbps: kind === 'interface' ? facts.speedGbps : null,
    lanes: kind === 'interface' ? facts.lanes : null,
    managementOnly: kind === 'interface' && fields.flag('mgmt_only', false),
    label: fields.name('label'),
    maximumDrawW: kind === 'powerInlet' ? fields.number('maximum_draw', 0, MAX_DRAW_W) : null,
  };
  return { port, list, rest: fields.rest() };
}

/** Says which names of a list stand more than once, and how often. */
export function reportDuplicates(
  names: readonly string[],
  list: string,
  report: ImportReport,
): void {
  const places = new Map<string, number[]>();
  for (const [index, name] of names.entries()) {
    const known = places.get(name);
    if (known) known.push(index);
    else places.set(name, [index]);
  }
  for (const [name, [, second, ...more]] of places) {
    if (second === undefined || name === '') continue;
    const times = `${quoted(name)} (${more.length + 2} ×)`;
    report.add('duplicate-name', `${list}[${second}].name`, {}, times);
  }
}

/** The ports of a list by their names; of two with one name the first, as NetBox would find it. */
export function portsByName(
  listed: readonly ListedPort[],
  list: PortListName,
): ReadonlyMap<string, PortId> {
  const found = new Map<string, PortId>();
  for (const { port, list: of } of listed) {
    if (of === list && !found.has(port.name)) found.set(port.name, port.id);
  }
  return found;
}
