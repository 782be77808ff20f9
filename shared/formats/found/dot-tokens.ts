/** The words of a DOT file: names with or without quotes, marks, and where each stands. */
import { FormatError } from '../yaml-door.ts';

export interface DotToken {
  readonly kind: 'name' | 'mark' | 'edge' | 'end';
  readonly text: string;
  readonly line: number;
}

const MARKS = '{}[];,=:';
/** What ends a name without quotes. */
const NO_NAME = /[\s{}[\];,=:"<>]/;

/**
 * Takes a text apart; comments (`//`, `#` at the margin, block comments) are left out.
 * @throws FormatError when a quote or a comment is never closed
 */
export function dotTokens(text: string): readonly DotToken[] {
  const tokens: DotToken[] = [];
  let line = 1;
  let at = 0;
  const push = (kind: DotToken['kind'], word: string): void => {
    tokens.push({ kind, text: word, line });
  };
  while (at < text.length) {
    const char = text.charAt(at);
    const next = text.charAt(at + 1);
    if (char === '\n') {
      line += 1;
      at += 1;
    } else if (/\s/.test(char)) at += 1;
    else if ((char === '/' && next === '/') || (char === '#' && isAtMargin(text, at))) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (char === '/' && next === '*') {
      const end = text.indexOf('*/', at + 2);
      if (end < 0) throw new FormatError('found.open-comment', { line });
      line += count(text, at, end);
      at = end + 2;
    } else if (char === '"') {
      const end = closing(text, at + 1);
      if (end < 0) throw new FormatError('found.open-quote', { line });
      push(
        'name',
        text
          .slice(at + 1, end)
          .replaceAll('\\"', '"')
          .replaceAll('\\\n', ''),
      );
      line += count(text, at, end);
      at = end + 1;
    } else if (char === '-' && (next === '-' || next === '>')) {
      push('edge', char + next);
      at += 2;
    } else if (MARKS.includes(char)) {
      push('mark', char);
      at += 1;
    } else {
      let end = at;
      while (end < text.length && isName(text, end)) end += 1;
      if (end === at) throw new FormatError('found.dot', { line, text: char.trim() });
      push('name', text.slice(at, end));
      at = end;
    }
  }
  push('end', '');
  return tokens;
}

function isAtMargin(text: string, at: number): boolean {
  return at === 0 || text.charAt(at - 1) === '\n';
}

/** A dash may be in a name, but not one that begins an edge; a slash, but not one that begins a comment. */
function isName(text: string, at: number): boolean {
  const [char, next] = [text.charAt(at), text.charAt(at + 1)];
  if (char === '-') return next !== '-' && next !== '>';
  if (char === '/') return next !== '/' && next !== '*';
  return !NO_NAME.test(char);
}

/** Where the quote ends; a backslash keeps what follows it. */
function closing(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text.charAt(at) === '\\') at += 1;
    else if (text.charAt(at) === '"') return at;
  }
  return -1;
}

function count(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at += 1) if (text.charAt(at) === '\n') lines += 1;
  return lines;
}
