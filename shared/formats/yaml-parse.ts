/** Text to YAML documents, up to the first fault: a stranger's file may hold a million of them. */
import { Composer, type Document, Parser } from 'yaml';
import { indentQuotedLines } from './yaml-quotes.ts';

export interface YamlFault {
  readonly code: string;
  readonly message: string;
  /** Place in the text, characters from its beginning. */
  readonly position: number;
}

export interface ParsedYaml {
  readonly documents: readonly Document[];
  readonly fault: YamlFault | null;
}

/** What the parser says a fault is about. */
type Place = number | readonly number[] | { readonly offset: number };

/** Parses; a text that fails over an open quote is tried once more with its quoted lines indented. */
export function parseYaml(text: string): ParsedYaml {
  const parsed = parseOnce(text);
  return parsed.fault?.code === 'MISSING_CHAR' ? parseOnce(indentQuotedLines(text)) : parsed;
}

function parseOnce(text: string): ParsedYaml {
  // Left out is what the parser does in quadratic time: it compares each key of a map with each other.
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, strict: true });
  const documents: Document[] = [];
  let fault: YamlFault | null = null;
  // The parser goes on after a fault and makes an error with a stack of every one; only the first is wanted.
  Reflect.set(
    composer,
    'onError',
    (place: Place, code: string, message: string, warning?: boolean): void => {
      if (!warning) fault ??= { code, message, position: offsetOf(place) };
    },
  );
  const take = (document: Document): void => {
    documents.push(document);
    const [error] = document.errors;
    if (error) fault ??= { code: error.code, message: error.message, position: error.pos[0] };
  };
  for (const token of new Parser().parse(text)) {
    if (token.type === 'error') {
      fault ??= { code: 'token', message: token.message, position: token.offset };
    }
    if (fault) return { documents, fault };
    for (const document of composer.next(token)) take(document);
  }
  for (const document of composer.end()) take(document);
  return { documents, fault };
}

function offsetOf(place: Place): number {
  if (typeof place === 'number') return place;
  return 'offset' in place ? place.offset : (place[0] ?? 0);
}
