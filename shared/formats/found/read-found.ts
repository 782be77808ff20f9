/** Any discovery file, by what it holds. */
import { FormatError } from '../yaml-door.ts';
import { CONTAINERLAB } from './containerlab.ts';
import { IBDIAGNET } from './ibdiagnet.ts';
import { IBLINKINFO } from './iblinkinfo.ts';
import { IBNETDISCOVER } from './ibnetdiscover.ts';
import { LLDP } from './lldp.ts';
import { PTM_DOT } from './ptm-dot.ts';
import type { FoundReader, FoundReading } from './reading.ts';

/** In the order in which a text is held against them. */
export const FOUND_READERS: readonly FoundReader[] = [
  LLDP,
  PTM_DOT,
  CONTAINERLAB,
  IBNETDISCOVER,
  IBLINKINFO,
  IBDIAGNET,
];

/**
 * Reads a discovery file of any kind.
 * @param fileName tells which device looked around, where the file does not
 * @throws FormatError when it is none, or is broken as a whole
 */
export function readFound(text: string, fileName: string): FoundReading {
  const reader = FOUND_READERS.find(({ recognises }) => recognises(text));
  if (!reader) throw new FormatError('found.unknown');
  return reader.read(text, fileName);
}
