/**
 * The door through which YAML comes in. A stranger's file is measured before it is parsed: size, depth and
 * aliases are bounded, so that no file can hold Plenum up. Every scalar is read as the text that stands in
 * the file; what is a number is decided by the field that wants one, so that a port called `1`, `0010` or
 * `on` keeps its name.
 */
import { parseAllDocuments } from 'yaml';
import { type MessageArgs, say } from '../text/index.ts';
import { indentQuotedLines } from './yaml-quotes.ts';

/** What a YAML value is here: every scalar is its text. */
export type YamlValue = string | readonly YamlValue[] | YamlMap;
export interface YamlMap {
  readonly [key: string]: YamlValue;
}

/** Largest file that is read, bytes: the biggest type of the public library has 0.3 MB. */
const MAX_YAML_BYTES = 2_000_000;
const MAX_DEPTH = 32;
const MAX_LEADING_COLUMNS = 160;

/** Why a file is turned away, in one sentence of the catalogue. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  readonly code: string;
  constructor(code: string, args: MessageArgs = {}) {
    super(say(`formats.${code}`, args));
    this.code = code;
  }
}

/** Refuses a file by its size alone. @throws FormatError when it has more than `MAX_YAML_BYTES` */
export function refuseSize(bytes: number): void {
  if (bytes <= MAX_YAML_BYTES) return;
  throw new FormatError('too-large', {
    size: (bytes / 1e6).toFixed(1),
    limit: MAX_YAML_BYTES / 1e6,
  });
}

/**
 * Reads the documents of a YAML file.
 * @param source the file's text, with or without a byte order mark
 * @throws FormatError when it is too large, not text, too deep, uses aliases, or is not well-formed
 */
export function readYaml(source: string): readonly YamlValue[] {
  refuseSize(source.length);
  if (source.includes('\0')) throw new FormatError('not-text');
  const text = source.replace(/^\uFEFF/, '');
  refuseDepth(text);
  const values: YamlValue[] = [];
  for (const document of parseDocuments(text)) {
    const fault = document.errors[0];
    if (fault) {
      const at = fault.linePos?.[0];
      throw new FormatError('not-yaml', {
        line: at?.line ?? 1,
        reason: fault.message.split('\n')[0]?.replace(/ at line .*$/, '') ?? fault.code,
      });
    }
    values.push(plain(document));
  }
  return values.filter((value) => value !== '');
}

type Documents = ReturnType<typeof parseAllDocuments>;

/** Parses; a file that fails over an open quote is tried once more with its quoted lines indented. */
function parseDocuments(text: string): Documents {
  const options = { schema: 'failsafe', uniqueKeys: true, strict: true } as const;
  const documents = parseAllDocuments(text, options);
  const openQuote = documents.some((document) =>
    document.errors.some((fault) => fault.code === 'MISSING_CHAR'),
  );
  return openQuote ? parseAllDocuments(indentQuotedLines(text), options) : documents;
}

function plain(document: { toJS: (options: { maxAliasCount: number }) => unknown }): YamlValue {
  try {
    return normalise(document.toJS({ maxAliasCount: 0 }));
  } catch (error) {
    // The parser speaks of aliases only by throwing a ReferenceError.
    if (error instanceof ReferenceError) throw new FormatError('aliases');
    throw error;
  }
}

function normalise(value: unknown): YamlValue {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(normalise);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normalise(item)]));
  }
  // Read without any schema, a scalar is text or nothing.
  return '';
}

/** Counts nesting without recursion, before the parser may recurse. */
function refuseDepth(text: string): void {
  let flow = 0;
  let column = 0;
  let leading = true;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === 10) {
      column = 0;
      leading = true;
      continue;
    }
    column += 1;
    // Indentation, sequence dashes and question marks open block levels.
    if (leading && char !== 32 && char !== 45 && char !== 63) {
      if (column > MAX_LEADING_COLUMNS && char !== 13) throw new FormatError('too-deep');
      leading = false;
      if (column === 1) flow = 0;
    }
    if (char === 91 || char === 123) flow += 1;
    else if (char === 93 || char === 125) flow = Math.max(0, flow - 1);
    if (flow > MAX_DEPTH) throw new FormatError('too-deep');
  }
}
