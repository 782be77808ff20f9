/** The topology of a containerlab: nodes, and links between their interfaces (field/interop.md, 1.7). */
import type { FoundEnd } from '../../model/records.ts';
import { isTooDeep } from '../yaml-depth.ts';
import { FormatError } from '../yaml-door.ts';
import { parseYaml } from '../yaml-parse.ts';
import { type FoundReader, LinkList, refuseText } from './reading.ts';

export const CONTAINERLAB: FoundReader = {
  format: 'containerlab',
  recognises: (text) =>
    /^topology:/m.test(text) && /^\s+(nodes|links|kinds):/m.test(text) && !/^graph\b/.test(text),
  read,
};

/** Kinds of links whose other end is the machine that the lab runs on, or nothing. */
const ONE_ENDED = new Set([
  'host',
  'mgmt-net',
  'macvlan',
  'vxlan',
  'vxlan-stitch',
  'dummy',
  'bridge',
]);

/** Aliases may repeat so much and no more. */
const MOST_ALIASES = 10_000;

function read(text: string): ReturnType<FoundReader['read']> {
  refuseText(text);
  const links = new LinkList();
  const lab = documentOf(text.replace(/^\uFEFF/, ''));
  const topology = mapOf(mapOf(lab)['topology']);
  const nodes = new Set(Object.keys(mapOf(topology['nodes'])));
  const listed = topology['links'];
  if (!Array.isArray(listed)) return links.reading('containerlab');
  const lines = linkLines(text);
  for (const [n, each] of listed.entries()) {
    const line = lines[n] ?? 0;
    const ends = endsOf(each).map((end) => resolved(end, line, links));
    const [a, b] = ends.filter(({ device }) => !ONE_ENDED.has(device));
    if (!a || ends.length > 2) {
      links.fault(line, 'link', { text: JSON.stringify(each).slice(0, 80) });
      continue;
    }
    for (const { device } of b ? [a, b] : [a]) {
      if (!nodes.has(device)) links.fault(line, 'no-node', { device });
    }
    const kind = typeof mapOf(each)['type'] === 'string' ? String(mapOf(each)['type']) : '';
    links.add(line, { a, b: b ?? null, state: 'unknown', speedGbps: null }, kind);
  }
  return links.reading('containerlab');
}

/** @throws FormatError when it is no YAML, or its aliases explode */
function documentOf(text: string): unknown {
  if (isTooDeep(text)) throw new FormatError('too-deep');
  const { documents, fault } = parseYaml(text);
  if (fault) {
    const line = text.slice(0, fault.position).split('\n').length;
    throw new FormatError('not-yaml', { line, reason: fault.message.split('\n')[0] ?? '' });
  }
  try {
    const value: unknown = documents[0]?.toJS({ maxAliasCount: MOST_ALIASES });
    return value;
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof RangeError)
      throw new FormatError('found.aliases');
    throw error;
  }
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

/** The ends of a link, brief (`n1:e1-1`) or extended (`{node, interface}`). */
function endsOf(link: unknown): readonly FoundEnd[] {
  const { endpoints, endpoint } = mapOf(link);
  const list: readonly unknown[] = Array.isArray(endpoints) ? endpoints : [endpoint];
  return list.flatMap((end): FoundEnd[] => {
    if (typeof end === 'string') {
      const at = end.indexOf(':');
      return at < 0 ? [] : [{ device: end.slice(0, at), port: end.slice(at + 1) }];
    }
    const { node, interface: port } = mapOf(end);
    return typeof node === 'string' && typeof port === 'string' ? [{ device: node, port }] : [];
  });
}

/** An end with the defaults of its variables; one without a default stays as it stands, and is told. */
function resolved({ device, port }: FoundEnd, line: number, links: LinkList): FoundEnd {
  return { device: withDefaults(device, line, links), port: withDefaults(port, line, links) };
}

function withDefaults(text: string, line: number, links: LinkList): string {
  return text.replaceAll(
    /\$\{?(\w+)(?::?[-=]([^}]*))?\}?/g,
    (whole, name: string, value?: string) => {
      links.fault(line, value === undefined ? 'variable' : 'variable-default', {
        name,
        value: value ?? '',
      });
      return value ?? whole;
    },
  );
}

/** The lines on which the entries of the list of links begin. */
function linkLines(text: string): readonly number[] {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => /^\s*links:\s*$/.test(line));
  if (from < 0) return [];
  const found: number[] = [];
  let indent: number | null = null;
  for (const [n, line] of lines.slice(from + 1).entries()) {
    const dash = /^(\s*)- /.exec(line);
    if (!dash) continue;
    const depth = dash[1]?.length ?? 0;
    indent ??= depth;
    if (depth < indent) break;
    if (depth === indent) found.push(from + 2 + n);
  }
  return found;
}
