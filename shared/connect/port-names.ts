/** The ports of a type by what a person calls them: their names, their labels, or the opening they sit in. */
import type { DeviceType, Port } from '../model/device-type.ts';
import { NameIndex } from './names.ts';

interface PortBook {
  readonly byName: NameIndex<Port>;
  readonly byLabel: NameIndex<Port>;
  readonly byCage: NameIndex<Port>;
  readonly cageNames: ReadonlyMap<string, string>;
}

const books = new WeakMap<DeviceType, PortBook>();

function bookOf(type: DeviceType): PortBook {
  const known = books.get(type);
  if (known) return known;
  const cageNames = new Map(type.cages.map((cage) => [cage.id, cage.name]));
  const book: PortBook = {
    byName: new NameIndex(),
    byLabel: new NameIndex(),
    byCage: new NameIndex(),
    cageNames,
  };
  for (const port of type.ports) {
    book.byName.add(port.name, port);
    book.byLabel.add(port.label, port);
    book.byCage.add(cageNameOf(book, port), port);
  }
  books.set(type, book);
  return book;
}

function cageNameOf({ cageNames }: PortBook, port: Port): string {
  return port.cageId === null ? '' : (cageNames.get(port.cageId) ?? '');
}

/** The ports that a text means: those of that name, else of that label, else all in the opening of that name. */
export function portsCalled(type: DeviceType, text: string): readonly Port[] {
  const { byName, byLabel, byCage } = bookOf(type);
  for (const index of [byName, byLabel, byCage]) {
    const found = index.get(text);
    if (found.length > 0) return found;
  }
  return [];
}

/** A port and the text that was found to fit. */
export interface FittingPort {
  readonly port: Port;
  readonly match: RegExpExecArray;
}

/**
 * The ports that a text with wildcards means, in the order of the type: by their names, else their labels, else
 * their openings. Where network ports are among them, those of management, consoles and power are not meant.
 */
export function portsLike(type: DeviceType, like: RegExp): readonly FittingPort[] {
  const book = bookOf(type);
  const texts: readonly ((port: Port) => string)[] = [
    (port) => port.name,
    (port) => port.label,
    (port) => cageNameOf(book, port),
  ];
  for (const textOf of texts) {
    const found = type.ports.flatMap((port) => {
      const text = textOf(port);
      const match = text === '' ? null : like.exec(text);
      return match ? [{ port, match }] : [];
    });
    const data = found.filter(({ port }) => isData(port));
    if (data.length > 0) return data;
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether cables of the network go into it. */
export function isData({ kind, managementOnly }: Port): boolean {
  return !managementOnly && (kind === 'interface' || kind === 'front' || kind === 'rear');
}
