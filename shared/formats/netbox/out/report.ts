/** What is said beside the tables: in which order they go in, what must be there, and what is not in them. */
import { say } from '../../../text/index.ts';
import { isDefused } from '../../csv-text.ts';
import type { LeftOut } from './cable-rows.ts';
import type { NetboxRow, NetboxTable } from './columns.ts';
import type { NetboxParts } from './parts.ts';

/** The report as plain text. */
export function netboxReport(parts: NetboxParts): string {
  const { name, version, tables } = parts;
  const blocks = [
    [say('export.netbox.title', { name, version })],
    [say('export.netbox.order'), ...neededOf(tables)],
    [
      ...(['racks', 'devices', 'cables'] as const).map((table) =>
        say(`export.netbox.rows.${table}`, { count: tables[table].length }),
      ),
      say('export.netbox.json', {
        cables: parts.cables.bodies.length,
        modules: parts.devices.modules.length,
      }),
    ],
    [...leftOf(parts)],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** What the rows refer to by name, which NetBox must know before. */
function neededOf(tables: NetboxParts['tables']): readonly string[] {
  const rows = [...tables.racks, ...tables.devices];
  const typeName = (row: NetboxRow): string =>
    [row['manufacturer'], row['device_type']].filter(Boolean).join(' ');
  const needed: readonly (readonly [key: string, names: readonly string[]])[] = [
    ['sites', distinct(rows.map((row) => row['site']))],
    ['locations', distinct(rows.map((row) => row['location']))],
    ['roles', distinct(tables.devices.map((row) => row['role']))],
    ['types', distinct(tables.devices.map(typeName))],
    ['bundles', distinct(tables.cables.map((row) => row['bundle']))],
  ];
  return needed
    .filter(([, names]) => names.length > 0)
    .map(([key, names]) => say(`export.netbox.need.${key}`, { names: names.join('; ') }));
}

function* leftOf({ tables, devices, cables, lost }: NetboxParts): Generator<string> {
  yield say('export.netbox.beside');
  for (const table of ['racks', 'devices', 'cables'] as const) {
    const columns = lost[table].join(', ');
    if (columns !== '') yield say('export.netbox.lost', { table, columns });
  }
  if (cables.estimated > 0) yield say('export.netbox.estimated', { count: cables.estimated });
  if (cables.uncategorised > 0) yield say('export.netbox.twisted', { count: cables.uncategorised });
  const active = cables.details.filter(({ medium }) => medium !== undefined).length;
  if (active > 0) yield say('export.netbox.media', { count: active });
  if (devices.places.length > 0)
    yield say('export.netbox.places', {
      names: devices.places.map((each) => each.device).join('; '),
    });
  const twice = distinct(repeated(tables.devices.map((row) => `${row['name']} (${row['site']})`)));
  if (twice.length > 0) yield say('export.netbox.twice', { names: twice.join('; ') });
  const defused = defusedCells(tables);
  if (defused > 0) yield say('export.netbox.defused', { count: defused });
  const reasons: readonly LeftOut[] = ['no-such-pair', 'no-such-end', 'no-name'];
  for (const why of reasons) {
    const left = cables.leftOut.filter((each) => each.why === why).map(({ cable }) => cable);
    if (left.length > 0)
      yield say(`export.netbox.left.${why}`, { count: left.length, names: left.join('; ') });
  }
}

function distinct(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts.filter((text): text is string => text !== undefined && text !== ''))];
}

function repeated(texts: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return texts.filter((text) => seen.size === seen.add(text).size);
}

/** Cells that a spreadsheet would run: an apostrophe stands before them. */
function defusedCells(tables: Readonly<Record<NetboxTable, readonly NetboxRow[]>>): number {
  let count = 0;
  for (const rows of Object.values(tables)) {
    for (const row of rows) for (const text of Object.values(row)) if (isDefused(text)) count += 1;
  }
  return count;
}
