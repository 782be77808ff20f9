/** The topology file of PTM: a DOT graph whose edges are cables (field/interop.md, 1.7). */
import type { FoundEnd } from '../../model/records.ts';
import { FormatError } from '../yaml-door.ts';
import { type DotToken, dotTokens } from './dot-tokens.ts';
import { type FoundReader, type FoundReading, LinkList, refuseText } from './reading.ts';

export const PTM_DOT: FoundReader = {
  format: 'ptm',
  recognises: (text) =>
    /^\s*(?:(?:\/\/|#)[^\n]*\n\s*|\/\*[^]*?\*\/\s*)*(?:strict\s+)?(?:di)?graph\b[^{]{0,200}\{/i.test(
      text.slice(0, 20_000),
    ),
  read: (text) => {
    refuseText(text);
    return new DotReader(dotTokens(text)).read();
  },
};

/** Deepest nesting of subgraphs that is followed. */
const NESTING_MAX = 32;

/** A reader of what is used of the language: statements of nodes, edges, attributes and subgraphs. */
class DotReader {
  readonly #tokens: readonly DotToken[];
  readonly #links = new LinkList();
  #at = 0;

  constructor(tokens: readonly DotToken[]) {
    this.#tokens = tokens;
  }

  read(): FoundReading {
    if (this.#isWord('strict')) this.#at += 1;
    if (!this.#isWord('graph') && !this.#isWord('digraph')) throw this.#refusal();
    this.#at += 1;
    if (this.#now.kind === 'name') this.#at += 1;
    this.#statements(0);
    if (this.#now.kind !== 'end') throw this.#refusal();
    return this.#links.reading('ptm');
  }

  get #now(): DotToken {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '', line: 0 };
  }

  #isWord(word: string): boolean {
    return this.#now.kind === 'name' && this.#now.text.toLowerCase() === word;
  }

  #is(mark: string): boolean {
    return this.#now.kind === 'mark' && this.#now.text === mark;
  }

  #refusal(): FormatError {
    const { line, text } = this.#now;
    return new FormatError('found.dot', {
      line,
      text: text === '' ? '}' : text.replaceAll(/\s+/g, ' ').slice(0, 40),
    });
  }

  #take(mark: string): void {
    if (!this.#is(mark)) throw this.#refusal();
    this.#at += 1;
  }

  #statements(depth: number): void {
    if (depth > NESTING_MAX) throw this.#refusal();
    this.#take('{');
    while (!this.#is('}')) {
      if (this.#is(';') || this.#is(',')) this.#at += 1;
      else if (this.#is('{')) this.#statements(depth + 1);
      else if (this.#isWord('subgraph')) {
        this.#at += 1;
        if (this.#now.kind === 'name') this.#at += 1;
        this.#statements(depth + 1);
      } else this.#statement();
    }
    this.#at += 1;
  }

  /** `name=value`, a node with its attributes, or a chain of edges with theirs. */
  #statement(): void {
    const { line } = this.#now;
    const ends = [this.#end()];
    if (this.#is('=')) {
      this.#at += 1;
      this.#name();
      return;
    }
    while (this.#now.kind === 'edge') {
      this.#at += 1;
      ends.push(this.#end());
    }
    const attributes = this.#attributes();
    for (const [n, b] of ends.slice(1).entries()) {
      const a = ends[n];
      if (a) this.#links.add(line, { a, b, state: 'unknown', speedGbps: null }, attributes);
    }
  }

  #name(): string {
    const { kind, text } = this.#now;
    if (kind !== 'name') throw this.#refusal();
    this.#at += 1;
    return text;
  }

  /** `device:port`; a MAC address without quotes brings colons of its own. */
  #end(): FoundEnd {
    const device = this.#name();
    const parts: string[] = [];
    while (this.#is(':')) {
      this.#at += 1;
      parts.push(this.#name());
    }
    return { device, port: parts.join(':') };
  }

  #attributes(): string {
    const said: string[] = [];
    while (this.#is('[')) {
      this.#at += 1;
      while (!this.#is(']')) {
        if (this.#is(',') || this.#is(';')) {
          this.#at += 1;
          continue;
        }
        const name = this.#name();
        if (this.#is('=')) {
          this.#at += 1;
          said.push(`${name}=${this.#name()}`);
        } else said.push(name);
      }
      this.#at += 1;
    }
    return said.join(', ');
  }
}
