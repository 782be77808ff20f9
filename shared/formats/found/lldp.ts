/** `lldpctl -f json`: the neighbours that one device sees, by its own interfaces (field/interop.md, 1.7). */
import { say } from '../../text/index.ts';
import { FormatError } from '../yaml-door.ts';
import { type FoundReader, LinkList, refuseText } from './reading.ts';

export const LLDP: FoundReader = {
  format: 'lldp',
  recognises: (text) => /^\uFEFF?\s*\{\s*"lldp"\s*:/.test(text),
  read,
};

type Json = Readonly<Record<string, unknown>>;

function read(text: string, fileName: string): ReturnType<FoundReader['read']> {
  refuseText(text);
  const links = new LinkList();
  const told = deviceOfFile(fileName);
  const own = told === '' ? say('formats.found.this-device') : told;
  if (told === '') links.fault(0, 'no-own-name', { name: own });
  for (const [name, neighbour] of interfacesOf(parsed(text))) {
    const chassis = chassisOf(mapOf(neighbour['chassis']));
    const port = portOf(mapOf(neighbour['port']));
    if (chassis === '') {
      links.fault(0, 'no-chassis', { name });
      continue;
    }
    const a = { device: own, port: name };
    const b = { device: chassis, port: port.name };
    links.add(0, { a, b, state: 'up', speedGbps: null }, port.more);
  }
  return links.reading('lldp');
}

function parsed(text: string): Json {
  try {
    return mapOf(mapOf(JSON.parse(text.replace(/^\uFEFF/, '')))['lldp']);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new FormatError('found.not-json', {
      reason: error.message.replaceAll(/\s+/g, ' ').slice(0, 120),
    });
  }
}

function mapOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : {};
}

/** Interfaces stand in a list of maps, or in one map where there is one; each may have several neighbours. */
function interfacesOf(lldp: Json): readonly (readonly [name: string, neighbour: Json])[] {
  const { interface: listed } = lldp;
  const maps: readonly unknown[] = Array.isArray(listed) ? listed : [listed];
  return maps.flatMap((map) =>
    Object.entries(mapOf(map)).flatMap(([name, value]) => {
      const neighbours: readonly unknown[] = Array.isArray(value) ? value : [value];
      return neighbours.map((each) => [name, mapOf(each)] as const);
    }),
  );
}

/** A chassis by its name, else by its id. */
function chassisOf(chassis: Json): string {
  const [first] = Object.entries(chassis);
  if (!first) return '';
  const [name, facts] = first;
  // Without a name the id stands where the name would.
  return name === 'id' && typeof mapOf(facts)['value'] === 'string'
    ? textOf(mapOf(facts)['value'])
    : name;
}

function portOf(port: Json): { readonly name: string; readonly more: string } {
  const id = mapOf(port['id']);
  const [kind, value, description] = [
    textOf(id['type']),
    textOf(id['value']),
    textOf(port['descr']),
  ];
  // A MAC address names no port that anybody draws; the description may.
  if (kind === 'mac' && description !== '') return { name: description, more: value };
  return { name: value, more: description };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

/**
 * The device that looked around, which only the file's name tells: `leaf01.json`, `lldpctl-leaf01.json`; empty where it
 * does not.
 */
function deviceOfFile(fileName: string): string {
  const stem = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  return stem
    .replaceAll(/\b(lldpctl|lldpcli|lldp|neighbou?rs)\b/gi, ' ')
    .replaceAll(/[_\s]*_[_\s]*/g, '_')
    .replaceAll(/^[-_.\s]+|[-_.\s]+$/g, '');
}
