/** The port lists of a NetBox device type, entry by entry. */
import type { Port, PortKind } from '../../model/device-type.ts';
import type { YamlMap, YamlValue } from '../yaml-door.ts';
import { FieldReader, type ImportWarning } from './field-reader.ts';
import { slugFacts } from './port-slug.ts';

/** The lists that hold ports, and what kind each holds. */
export const PORT_LISTS = [
  ['interfaces', 'interface'],
  ['front-ports', 'front'],
  ['rear-ports', 'rear'],
  ['console-ports', 'console'],
  ['console-server-ports', 'consoleServer'],
  ['power-ports', 'powerInlet'],
  ['power-outlets', 'powerOutlet'],
] as const satisfies readonly (readonly [string, PortKind])[];

export interface ListedPorts {
  readonly ports: Port[];
  /** What the entries held beyond a port's own fields, by port id. */
  readonly extras: Record<string, Record<string, YamlValue>>;
}

/** Reads all lists: one port per entry, in the file's order. */
export function readPortLists(reader: FieldReader, warnings: ImportWarning[]): ListedPorts {
  const ports: Port[] = [];
  const extras: Record<string, Record<string, YamlValue>> = {};
  for (const [list, kind] of PORT_LISTS) {
    const entries = reader.take(list);
    if (entries === undefined || entries === '') continue;
    if (!Array.isArray(entries)) {
      reader.warn('not-a-list', list);
      continue;
    }
    const seen = new Map<string, number>();
    for (const [index, entry] of entries.entries()) {
      const { port, extra } = readPort(entry, kind, `${list}[${index}]`, ports.length, warnings);
      const times = (seen.get(port.name) ?? 0) + 1;
      seen.set(port.name, times);
      if (times === 2) reader.warn('duplicate-name', `${list}[${index}].name`, { name: port.name });
      ports.push(port);
      if (Object.keys(extra).length > 0) extras[port.id] = extra;
    }
  }
  return { ports, extras };
}

function readPort(
  entry: YamlValue,
  kind: PortKind,
  path: string,
  index: number,
  warnings: ImportWarning[],
): { port: Port; extra: Record<string, YamlValue> } {
  const fields = new FieldReader(entryMap(entry), path, warnings).mendKeys();
  const name = fields.text('name');
  const slug = fields.text('type');
  const facts = slugFacts(slug);
  if (name === '') fields.warn('no-name', '');
  if (slug !== '' && !facts.known && kind === 'interface') {
    fields.warn('unknown-slug', 'type', { slug });
  }
  const maximumDrawW = kind === 'powerInlet' ? fields.number('maximum_draw') : null;
  const port: Port = {
    id: `p${index + 1}`,
    name,
    kind,
    cageId: null,
    slug,
    speedGbps: kind === 'interface' ? facts.speedGbps : null,
    lanes: kind === 'interface' ? facts.lanes : null,
    managementOnly: fields.flag('mgmt_only'),
    label: fields.text('label'),
    maximumDrawW: maximumDrawW !== null && maximumDrawW >= 0 ? maximumDrawW : null,
  };
  return { port, extra: fields.rest() };
}

/** An entry is a map; a bare text is taken as a port's name. */
function entryMap(entry: YamlValue): YamlMap {
  if (typeof entry === 'string') return { name: entry };
  return isMap(entry) ? entry : {};
}

export function isMap(value: YamlValue | undefined): value is YamlMap {
  return typeof value === 'object' && !Array.isArray(value);
}
