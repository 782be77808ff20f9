/** Rows of cables as single links: a row may name a range of ports on both sides. */
import type { CableRow, EndRow } from '../formats/site/rows.ts';
import { portRange } from '../formats/site/spots.ts';
import type { DeviceBook, DeviceEntry } from './device-book.ts';
import { findPort } from './find-port.ts';
import { type Sourced, whereOf } from './source-rows.ts';

/** A link of a row, with the devices it names; null where the file does not know the device. */
export interface LinkRow {
  readonly source: Sourced<CableRow>;
  readonly label: string;
  readonly a: EndRow;
  readonly b: EndRow;
  readonly from: DeviceEntry | null;
  readonly to: DeviceEntry | null;
}

/**
 * The links of the rows. Their devices are entered into the book, with the ports that are used.
 * @param hcaNames names of host channel adapters, where files say them
 * @param isPort whether a device is known to have a port of exactly that name
 */
export function linkRows(
  rows: readonly Sourced<CableRow>[],
  book: DeviceBook,
  hcaNames: ReadonlyMap<number, string>,
  isPort: (entry: DeviceEntry, name: string) => boolean,
): LinkRow[] {
  return rows.flatMap((source) => {
    const where = whereOf(source);
    const { row, by } = source;
    const from = book.addEnd(row.a, where, by);
    const to = book.addEnd(row.b, where, by);
    const [a, b] = [withAdapter(row.a, hcaNames), withAdapter(row.b, hcaNames)];
    const [portsA, portsB] = [rangeOf(a, from, isPort), rangeOf(b, to, isPort)];
    if (portsA === null || portsB === null || portsA.length !== portsB.length) {
      return [{ source, label: row.label, a, b, from, to }];
    }
    return portsA.map((port, k) => ({
      source,
      label: row.label === '' ? '' : `${row.label}-${k + 1}`,
      a: { ...a, port },
      b: { ...b, port: portsB[k] ?? '' },
      from,
      to,
    }));
  });
}

/** Hosts whose adapters are numbered have them under names, from `mlx5_0` for the first. */
function withAdapter(end: EndRow, names: ReadonlyMap<number, string>): EndRow {
  if (end.hca === null) return end;
  return { ...end, port: names.get(end.hca) ?? `mlx5_${end.hca - 1}` };
}

function rangeOf(
  end: EndRow,
  entry: DeviceEntry | null,
  isPort: (entry: DeviceEntry, name: string) => boolean,
): readonly string[] | null {
  if (end.hca !== null || (entry && isPort(entry, end.port))) return null;
  return portRange(end.port);
}

/** Notes which ports of their devices the links use. */
export function noteUses(links: readonly LinkRow[]): void {
  for (const { a, b, from, to, source } of links) {
    for (const [end, entry] of [
      [a, from],
      [b, to],
    ] as const) {
      const kind = end.kind ?? (source.row.media[0] === 'power' ? 'powerInlet' : 'interface');
      const key = `${kind} ${end.port}`;
      const known = entry?.uses.get(key);
      entry?.uses.set(key, {
        name: end.port,
        kind,
        connector: known?.connector ?? end.connector,
        speedGbps: known?.speedGbps ?? source.row.speedGbps,
      });
    }
  }
}

/** Whether the type has a port that the use names. */
export function hasUsed(
  type: NonNullable<DeviceEntry['type']>,
  use: { readonly name: string; readonly kind: NonNullable<EndRow['kind']> },
): boolean {
  return findPort(type, use.name, use.kind) !== null;
}
