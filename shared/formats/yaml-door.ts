/**
 * The door through which YAML comes in. A stranger's file is measured before it is parsed: size, depth,
 * documents and aliases are bounded, so that no file can hold Plenum up. Every scalar is read as the text
 * that stands in the file; what is a number is decided by the field that wants one, so that a port called
 * `1`, `0010` or `on` keeps its name.
 */
import { isAlias, isMap, isScalar, isSeq, Scalar } from 'yaml';
import { type MessageArgs, say } from '../text/index.ts';
import { isTooDeep } from './yaml-depth.ts';
import { parseYaml } from './yaml-parse.ts';

/** A scalar that stands in the file without quotes and is no text to a YAML reader: `1.50`, `true`, `null`. */
export class PlainScalar {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What a YAML value is here. Maps keep their order and know no prototype. */
export type YamlValue = string | PlainScalar | readonly YamlValue[] | YamlMap;
export type YamlMap = ReadonlyMap<string, YamlValue>;

/** Largest file that is read, bytes: the biggest type of the public library has 0.3 MB. */
const MAX_YAML_BYTES = 2_000_000;
const MAX_DOCUMENTS = 2_000;

/** Why a file is turned away, in one sentence of the catalogue. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  readonly code: string;
  constructor(code: string, args: MessageArgs = {}) {
    super(say(`formats.${code}`, args));
    this.code = code;
  }
}

/** Refuses a file by its size alone. @throws FormatError when it has more bytes than are read */
export function refuseSize(bytes: number, limit = MAX_YAML_BYTES): void {
  if (bytes <= limit) return;
  throw new FormatError('too-large', { size: (bytes / 1e6).toFixed(1), limit: limit / 1e6 });
}

/**
 * Reads the documents of a YAML file.
 * @param source the file's text, with or without a byte order mark
 * @param limit the largest text that is read, characters
 * @throws FormatError when it is too large, not text, too deep, uses aliases, or is not well-formed
 */
export function readYaml(source: string, limit = MAX_YAML_BYTES): readonly YamlValue[] {
  refuseSize(source.length, limit);
  if (source.includes('\0')) throw new FormatError('not-text');
  const text = source.replace(/^\uFEFF/, '');
  if (isTooDeep(text)) throw new FormatError('too-deep');
  refuseDocuments(text);
  const { documents, fault } = parseYaml(text);
  if (fault) {
    const reason = fault.message.split('\n')[0] ?? fault.code;
    throw new FormatError('not-yaml', { line: lineAt(text, fault.position), reason });
  }
  const values = documents.map((document) => valueOf(document.contents));
  return values.filter((value) => !(value instanceof PlainScalar && value.text === ''));
}

function refuseDocuments(text: string): void {
  for (const mark of ['\n---', '\n...']) {
    let count = 0;
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 4)) count += 1;
    if (count > MAX_DOCUMENTS)
      throw new FormatError('too-many-documents', { limit: MAX_DOCUMENTS });
  }
}

/** The line, counted from 1, on which a place of the text is. */
function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) {
    line += 1;
  }
  return line;
}

/** Recursion is bounded: the text's depth was looked at before. */
function valueOf(node: unknown): YamlValue {
  if (isScalar(node)) return scalarOf(node);
  if (isSeq(node)) return node.items.map(valueOf);
  if (isAlias(node)) throw new FormatError('aliases');
  if (!isMap(node)) return new PlainScalar('');
  const map = new Map<string, YamlValue>();
  for (const { key, value } of node.items) {
    if (isAlias(key)) throw new FormatError('aliases');
    if (!isScalar(key)) throw new FormatError('odd-key');
    const name = textOf(key);
    if (map.has(name)) throw new FormatError('key-twice', { key: name.slice(0, 80) });
    map.set(name, valueOf(value));
  }
  return map;
}

function textOf(scalar: Scalar): string {
  // Read without any schema, a scalar is text or nothing.
  return typeof scalar.value === 'string' ? scalar.value.toWellFormed() : '';
}

function scalarOf(scalar: Scalar): string | PlainScalar {
  const text = textOf(scalar);
  return scalar.type === Scalar.PLAIN && readsAsOther(text) ? new PlainScalar(text) : text;
}

const OTHERS =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?\.inf|\.nan|[-+]?(?:\.\d|\d)[\d_.:eExXoO+a-f-]*)?$/i;

/**
 * Whether a reader of YAML 1.1 or 1.2 may take the plain text for something other than text. Doubtful cases
 * count as other, so that they are written back as they stood.
 */
function readsAsOther(plain: string): boolean {
  return OTHERS.test(plain);
}
