/** What was odd in a file, as it is told to a person: the same oddity of many entries is one line. */
import { type MessageArgs, say } from '../../text/index.ts';

export interface ImportWarning {
  readonly code: string;
  /** Where in the document it stands first, e.g. `interfaces[3].type`; empty for the document as a whole. */
  readonly path: string;
  readonly message: string;
}

interface Oddity {
  readonly code: string;
  readonly path: string;
  readonly args: MessageArgs;
  readonly names: string[];
  count: number;
}

/** Longest list of names in a line; the rest is counted. */
const NAMED = 6;
const LONGEST_QUOTE = 80;

/** Collects oddities in the order in which they were met first. */
export class ImportReport {
  readonly #oddities = new Map<string, Oddity>();

  /**
   * Notes an oddity. Those of one code that agree in their arguments are one line with a count; `name` says
   * which entry it was, and the line lists the first few names.
   */
  add(code: string, path: string, args: MessageArgs = {}, name?: string): void {
    const key = JSON.stringify([code, listOf(path), args]);
    const known = this.#oddities.get(key);
    const oddity = known ?? { code, path, args, names: [], count: 0 };
    oddity.count += 1;
    if (name !== undefined && oddity.names.length < NAMED) oddity.names.push(name);
    if (!known) this.#oddities.set(key, oddity);
  }

  warnings(): ImportWarning[] {
    return [...this.#oddities.values()].map(({ code, path, args, names, count }) => ({
      code,
      path,
      message: say(`formats.${code}`, {
        path: listOf(path),
        list: path.replace(/[[.].*$/, ''),
        ...args,
        count: args['count'] ?? count,
        names: namesInWords(names, count),
      }),
    }));
  }
}

/** The path without the places in its lists: what the entries of one list have in common. */
function listOf(path: string): string {
  return path.replace(/\[\d+\]/g, '');
}

/** The first few of `count` names: `a, b and 4 more`. */
export function namesInWords(names: readonly string[], count: number): string {
  const few = names.slice(0, NAMED);
  const shown = few.map(quoted).join(', ');
  const more = count - few.length;
  return more > 0 && few.length > 0 ? say('formats.and-more', { shown, more }) : shown;
}

/** A text of a file inside a sentence: one line, cut where it is long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE - 1)}…` : line;
}
