/** Names by pattern: text with tokens in braces; a number behind a colon is the least count of digits. */

import { refusal } from './refusal.ts';

const TOKEN = /\{(?<name>[a-z]+)(?::(?<digits>[1-9]))?\}/g;

/** Writes the pattern with the values in it; a token without a value stays as it is. */
export function named(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replaceAll(TOKEN, (whole, name: string, digits: string | undefined) => {
    const value = values[name];
    if (value === undefined) return whole;
    return digits === undefined ? String(value) : String(value).padStart(Number(digits), '0');
  });
}

/** Letters that count: A, B, … Z, AA, AB. @param number from 1 */
export function letters(number: number): string {
  let text = '';
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26)) {
    text = String.fromCharCode(65 + ((left - 1) % 26)) + text;
  }
  return text;
}

/** @throws RangeError when a pattern would give two things one name */
export function mustCount(pattern: string, where: string, tokens: readonly string[]): void {
  const found = [...pattern.matchAll(TOKEN)].map(({ groups }) => groups?.['name'] ?? '');
  if (tokens.some((token) => found.includes(token))) return;
  throw refusal('pattern', {
    where,
    pattern,
    first: `{${tokens[0] ?? ''}}`,
    second: `{${tokens[1] ?? ''}}`,
    tokens: tokens.length,
  });
}
