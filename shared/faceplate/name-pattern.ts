/** Finds the pattern that a list of names follows: `swp1s0`, `swp1s1`, `swp2s0` are `swp{n}s{p}`. */

/** One name with what it may be counted by, all from 0. */
export interface CountedText {
  readonly text: string;
  /** Place of the opening in its group. */
  readonly index: number;
  /** Place of the port in its opening. */
  readonly place: number;
  /** Place of the port in its group. */
  readonly running: number;
}

/** What each count begins with; null as long as nothing said. */
export interface FirstNumbers {
  readonly number: number | null;
  readonly place: number | null;
  readonly running: number | null;
}

export interface FoundPattern {
  readonly pattern: string;
  readonly numbers: FirstNumbers;
}

/**
 * The pattern of these names, or null where they follow none.
 * @param texts at least one
 * @param known what other names have already said of the counts
 */
export function patternOf(texts: readonly CountedText[], known: FirstNumbers): FoundPattern | null {
  const rows = texts.map(({ text }) => text.split(DIGITS));
  const [model] = rows;
  if (!model || rows.some((row) => row.length !== model.length)) return null;
  const oneOpening = texts.every(({ index }) => index === 0);
  let numbers = known;
  const parts: string[] = [];
  // From the end: of two numbers the last is the opening's, as in `Eth1/7`.
  for (let k = model.length - 1; k >= 0; k -= 1) {
    const column = rows.map((row) => row[k] ?? '');
    const [part = ''] = column;
    const isConstant = column.every((other) => other === part);
    if (isConstant && !(oneOpening && isNumber(part) && !parts.includes('{n}'))) {
      parts.unshift(part);
      continue;
    }
    const found = column.every(isNumber) ? countOf(column.map(Number), texts, numbers) : null;
    if (!found && !isConstant) return null;
    parts.unshift(found?.brace ?? part);
    numbers = found?.numbers ?? numbers;
  }
  return { pattern: parts.join(''), numbers };
}

const DIGITS = /(\d+)/;
/** Numbers that are written back as they were: no leading zero, no more digits than a number keeps. */
const isNumber = (text: string): boolean => /^(0|[1-9]\d{0,8})$/.test(text);

interface FoundCount {
  readonly brace: '{n}' | '{p}' | '{i}';
  readonly numbers: FirstNumbers;
}

function countOf(
  values: readonly number[],
  texts: readonly CountedText[],
  known: FirstNumbers,
): FoundCount | null {
  const number = firstOf(values, texts, ({ index }) => index, known.number);
  if (number !== null) return { brace: '{n}', numbers: { ...known, number } };
  const place = firstOf(values, texts, (text) => text.place, known.place);
  if (place !== null) return { brace: '{p}', numbers: { ...known, place } };
  const running = firstOf(values, texts, (text) => text.running, known.running);
  return running === null ? null : { brace: '{i}', numbers: { ...known, running } };
}

/** What the count begins with if the values are that count, in step with what is known of it; else null. */
function firstOf(
  values: readonly number[],
  texts: readonly CountedText[],
  at: (text: CountedText) => number,
  known: number | null,
): number | null {
  const [text] = texts;
  if (!text) return null;
  const begin = (values[0] ?? 0) - at(text);
  if (begin < 0 || (known !== null && known !== begin)) return null;
  return texts.every((one, k) => values[k] === begin + at(one)) ? begin : null;
}
