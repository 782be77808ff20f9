/** What a discovery file says, as every reader of one gives it. */
import type { FoundEnd, FoundFormat, FoundLink } from '../../model/records.ts';
import { type MessageArgs, say } from '../../text/index.ts';
import { FormatError } from '../yaml-door.ts';

/** Something in the file that was not understood, and where. */
export interface FoundFault {
  /** Counted from 1; 0 where the file has no lines to speak of. */
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

export interface FoundReading {
  readonly format: FoundFormat;
  readonly links: readonly FoundLink[];
  readonly faults: readonly FoundFault[];
}

/** One kind of discovery file. */
export interface FoundReader {
  readonly format: FoundFormat;
  /** Whether a text looks like one; asked of any text: quick, and never throws. */
  readonly recognises: (text: string) => boolean;
  /**
   * @param fileName tells which device it was that looked around, where the file does not
   * @throws FormatError when it is broken as a whole
   */
  readonly read: (text: string, fileName: string) => FoundReading;
}

/** Most characters and links of a file: a fabric of 100,000 links takes a tenth of it. */
const MAX_LENGTH = 100_000_000;
const MAX_LINKS = 1_000_000;

/** @throws FormatError when the text is too large, or none */
export function refuseText(text: string): void {
  if (text.length > MAX_LENGTH)
    throw new FormatError('found.too-large', { limit: MAX_LENGTH / 1e6 });
  if (text.includes('\0')) throw new FormatError('found.not-text');
}

/** Links as they are read, each once although a file may name it at both of its ends. */
export class LinkList {
  readonly #links = new Map<string, FoundLink>();
  readonly #faults: FoundFault[] = [];
  #inside = 0;

  /**
   * Adds a link, or what its other end says of it: the worse state of the two holds.
   * @param line where it stands, from 1; 0 for none
   * @param more what else is said of it
   * @throws FormatError when there are more links than any network has
   */
  add(line: number, said: Omit<FoundLink, 'note'>, more = ''): void {
    const speedGbps = (said.speedGbps ?? 0) > GBPS_MAX ? null : said.speedGbps;
    const link = { ...said, speedGbps, a: clipped(said.a), b: said.b && clipped(said.b) };
    const key = keyOf(link);
    const known = this.#links.get(key);
    if (known) {
      if (isWorse(link.state, known.state)) {
        const note = noteOf(line, more);
        this.#links.set(key, { ...known, state: link.state, note });
      }
      return;
    }
    if (this.#links.size >= MAX_LINKS)
      throw new FormatError('found.too-many', { limit: MAX_LINKS });
    this.#links.set(key, { ...link, note: noteOf(line, more) });
  }

  /** A link to a node inside of a switch: it is no cable, and is only counted. */
  leaveInside(): void {
    this.#inside += 1;
  }

  fault(line: number, code: string, args: MessageArgs = {}): void {
    if (this.#faults.length >= MOST_FAULTS) return;
    this.#faults.push({ line, code, message: say(`formats.found.fault.${code}`, args) });
  }

  reading(format: FoundFormat): FoundReading {
    if (this.#inside > 0) this.fault(0, 'inside', { count: this.#inside });
    this.#inside = 0;
    return { format, links: [...this.#links.values()], faults: this.#faults };
  }
}
const MOST_FAULTS = 1000;

/** Names are cut to what a design holds; no tool makes longer ones. */
function clipped({ device, port }: FoundEnd): FoundEnd {
  return { device: nameOf(device), port: nameOf(port) };
}

function nameOf(text: string): string {
  return text.trim().slice(0, NAME_MAX).toWellFormed();
}
const NAME_MAX = 200;
/** What is faster is a slip of the file. */
const GBPS_MAX = 1_000_000;

function noteOf(line: number, more: string): string {
  const where = line === 0 ? '' : say('formats.found.line', { line });
  return [where, more.trim().slice(0, 300).toWellFormed()].filter((part) => part !== '').join('; ');
}

function keyOf({ a, b }: Pick<FoundLink, 'a' | 'b'>): string {
  const from = endKey(a);
  if (b === null) return `${from}\n`;
  const to = endKey(b);
  return from < to ? `${from}\n${to}` : `${to}\n${from}`;
}

function endKey({ device, port }: FoundEnd): string {
  return JSON.stringify([device, port]);
}

const STATES: Readonly<Record<FoundLink['state'], number>> = {
  unknown: 0,
  up: 1,
  degraded: 2,
  down: 3,
};

function isWorse(state: FoundLink['state'], than: FoundLink['state']): boolean {
  return STATES[state] > STATES[than];
}

/** The lines of a text with their numbers, from 1. */
export function* numberedLines(text: string): Generator<readonly [line: number, text: string]> {
  let line = 0;
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    line += 1;
    yield [line, text.slice(from, to).replace(/\r$/, '')];
    from = to + 1;
  }
}
