/**
 * The pattern language of connecting many: `dgx-[01-32]:rail{r} -> leaf-{r+1}:free`.
 *
 * Each side is `device:port`. `[01-32]`, `[1-8,12]` and `[a-d]` stand for each of their values, `*` for any text and
 * `?` for any character of names that are there. `{r}` on the left takes the digits that stand in a name and keeps
 * them as r, `{r=0-7}` goes through the values itself; on the right `{r}`, `{r+1}` or `{(n-1)*8+r}` writes a number.
 * `n` counts the devices on the left, `p` the ports of one, `k` all ends, each from 1. `free` is the next free
 * port. A backslash takes the meaning from the character behind it.
 */
import { type Reason, reason } from '../rules/verdict.ts';
import { type Expression, parseExpression, variablesOf } from './expression.ts';
import { parseRange } from './range.ts';

export type Piece =
  | { readonly piece: 'text'; readonly text: string }
  /** Each of these, and kept under a name where it has one. */
  | { readonly piece: 'each'; readonly values: readonly string[]; readonly name: string | null }
  | { readonly piece: 'any'; readonly length: 'one' | 'all' }
  /** The digits that stand there, kept under a name. */
  | { readonly piece: 'digits'; readonly name: string }
  | { readonly piece: 'number'; readonly expression: Expression };

export type Pieces = readonly Piece[];

export interface PatternSide {
  readonly device: Pieces;
  /** `free` is the next port that takes the cable. */
  readonly port: Pieces | 'free';
}

export interface Pattern {
  readonly a: PatternSide;
  readonly b: PatternSide;
}

/** What is wrong with a text, and at which character, from 0. */
export interface PatternError {
  readonly at: number;
  readonly reason: Reason;
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | ({ readonly ok: false } & PatternError);

/** Counted along the left side, from 1: its devices, the ports of one device, all ends. */
export const COUNTERS = ['n', 'p', 'k'] as const;

/** Longer ones are no pattern, but something else that was pasted. */
const LONGEST = 500;

/** Reads a pattern. */
export function parsePattern(source: string): Parsed<Pattern> {
  if (source.length > LONGEST)
    return wrong(LONGEST, reason('connect.error.long', { most: LONGEST }));
  const arrow = arrowIn(source);
  if (!arrow) return wrong(source.length, reason('connect.error.arrow'));
  const known = new Set<string>();
  const a = parseSide(source, 0, arrow.from, known, 'left');
  if (!a.ok) return a;
  const b = parseSide(source, arrow.to, source.length, known, 'right');
  return b.ok ? { ok: true, value: { a: a.value, b: b.value } } : b;
}

/** Names that the left side sets, and those that are always there. */
export function namesIn({ a }: Pattern): readonly string[] {
  const pieces = [...a.device, ...(a.port === 'free' ? [] : a.port)];
  const set = pieces.flatMap((piece) => {
    if (piece.piece === 'digits') return piece.name;
    return piece.piece === 'each' && piece.name !== null ? piece.name : [];
  });
  return [...new Set([...set, ...COUNTERS])];
}

/** Reads what stands for ports alone, as `[1-16]/[1-2]`. */
export function parsePorts(source: string): Parsed<Pieces | 'free'> {
  if (source.length > LONGEST)
    return wrong(LONGEST, reason('connect.error.long', { most: LONGEST }));
  return parsePortPart(source, 0, source.length, new Set(), 'left');
}

/** More would take for ever to be tried on a long name. */
const MOST_WILDCARDS = 4;

type Hand = 'left' | 'right';

function arrowIn(source: string): { readonly from: number; readonly to: number } | null {
  for (let at = 0; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === '→') return { from: at, to: at + 1 };
    else if (source.startsWith('->', at)) return { from: at, to: at + 2 };
  }
  return null;
}

function parseSide(
  source: string,
  from: number,
  to: number,
  known: Set<string>,
  hand: Hand,
): Parsed<PatternSide> {
  const colon = colonIn(source, from, to);
  if (source.slice(from, to).trim() === '') return wrong(to, reason(`connect.error.${hand}`));
  if (colon < 0) return wrong(to, reason('connect.error.colon'));
  const device = parsePieces(source, from, colon, known, hand);
  if (!device.ok) return device;
  if (device.value.length === 0) return wrong(colon, reason('connect.error.device'));
  const port = parsePortPart(source, colon + 1, to, known, hand);
  if (!port.ok) return port;
  return { ok: true, value: { device: device.value, port: port.value } };
}

function parsePortPart(
  source: string,
  from: number,
  to: number,
  known: Set<string>,
  hand: Hand,
): Parsed<Pieces | 'free'> {
  if (source.slice(from, to).trim().toLowerCase() === 'free') return { ok: true, value: 'free' };
  const port = parsePieces(source, from, to, known, hand);
  if (port.ok && port.value.length === 0) return wrong(to, reason('connect.error.port'));
  return port;
}

/** The first colon outside of brackets and braces; where these do not close the first at all; or -1. */
function colonIn(source: string, from: number, to: number): number {
  let [depth, inside] = [0, -1];
  for (let at = from; at < to; at += 1) {
    const character = source.charAt(at);
    if (character === '\\') at += 1;
    else if ('[{'.includes(character)) depth += 1;
    else if (']}'.includes(character)) depth -= 1;
    else if (character === ':' && depth <= 0) return at;
    else if (character === ':' && inside < 0) inside = at;
  }
  return inside;
}

function parsePieces(
  source: string,
  start: number,
  end: number,
  known: Set<string>,
  hand: Hand,
): Parsed<Pieces> {
  const [from, to] = trimmed(source, start, end);
  const pieces: Piece[] = [];
  let text = '';
  const keepText = (): void => {
    if (text !== '') pieces.push({ piece: 'text', text });
    text = '';
  };
  for (let at = from; at < to; at += 1) {
    const character = source.charAt(at);
    if (character === '\\' && at + 1 < to) {
      at += 1;
      text += source.charAt(at);
    } else if (character === '[' || character === '{') {
      const close = source.indexOf(character === '[' ? ']' : '}', at);
      if (close < 0 || close >= to)
        return wrong(at, reason(`connect.error.open${nameOf(character)}`));
      keepText();
      const inside = source.slice(at + 1, close);
      const piece = character === '[' ? eachIn(inside, null) : bracedIn(inside, known, hand);
      if (!piece.ok) return wrong(at + 1 + piece.at, piece.reason);
      pieces.push(piece.value);
      at = close;
    } else if (character === ']' || character === '}') {
      return wrong(at, reason('connect.error.stray', { found: character }));
    } else if (character === '*' || character === '?') {
      keepText();
      const wild = pieces.filter(({ piece }) => piece === 'any').length;
      if (wild >= MOST_WILDCARDS) {
        return wrong(at, reason('connect.error.wildcards', { most: MOST_WILDCARDS }));
      }
      pieces.push({ piece: 'any', length: character === '*' ? 'all' : 'one' });
    } else text += character;
  }
  keepText();
  return { ok: true, value: pieces };
}

function nameOf(character: '[' | '{'): 'Bracket' | 'Brace' {
  return character === '[' ? 'Bracket' : 'Brace';
}

function eachIn(inside: string, name: string | null): Parsed<Piece> {
  const range = parseRange(inside);
  if (!range.ok) return range;
  return { ok: true, value: { piece: 'each', values: range.values, name } };
}

const BINDING = /^(?<head>\s*(?<name>[a-z][a-z0-9]*)\s*=)(?<range>.*)$/i;

/** What stands in braces: digits or values that are kept under a name, or a number from those that are. */
function bracedIn(inside: string, known: Set<string>, hand: Hand): Parsed<Piece> {
  const binding = BINDING.exec(inside)?.groups;
  if (binding) {
    const { head = '', name = '', range = '' } = binding;
    if (hand === 'right') return wrong(0, reason('connect.error.bindsRight', { name }));
    const each = eachIn(range, name.toLowerCase());
    if (!each.ok) return wrong(head.length + each.at, each.reason);
    if (each.value.piece === 'each' && each.value.values.some((value) => !/^\d+$/.test(value))) {
      return wrong(head.length, reason('connect.error.numbersOnly', { name }));
    }
    known.add(name.toLowerCase());
    return each;
  }
  const parsed = parseExpression(inside);
  if (!parsed.ok) return parsed;
  const { expression } = parsed;
  if (hand === 'left' && expression.of === 'variable' && !known.has(expression.name)) {
    known.add(expression.name);
    return { ok: true, value: { piece: 'digits', name: expression.name } };
  }
  const counters: readonly string[] = hand === 'right' ? COUNTERS : [];
  for (const name of variablesOf(expression)) {
    if (known.has(name) || counters.includes(name)) continue;
    const names = [...known, ...counters].join(', ');
    const key = names === '' ? 'connect.error.nothingSet' : 'connect.error.notSet';
    return wrong(inside.toLowerCase().indexOf(name), reason(key, { name, names }));
  }
  return { ok: true, value: { piece: 'number', expression } };
}

function trimmed(source: string, start: number, end: number): readonly [from: number, to: number] {
  let [from, to] = [start, end];
  while (from < to && source.charAt(from).trim() === '') from += 1;
  while (to > from && source.charAt(to - 1).trim() === '') to -= 1;
  return [from, to];
}

function wrong(at: number, why: Reason): { readonly ok: false } & PatternError {
  return { ok: false, at, reason: why };
}
