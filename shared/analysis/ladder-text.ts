/** Lengths to buy as a person writes them: `0.5 1 1.5 2`. */

/** What was written, as lengths, or the word that is none. */
export type LadderText =
  | { readonly ok: true; readonly lengthsM: readonly number[] }
  | { readonly ok: false; readonly word: string };

/** Bounds of a length to buy, m, and how many a ladder may have: those of the design's file. */
const LEAST_M = 0.01;
const MOST_M = 100_000;
const STEPS_MAX = 200;

/**
 * Reads a ladder: numbers in metres between spaces, commas or semicolons, each with or without an `m`. They come
 * back in order, each once.
 */
export function parseLadder(text: string): LadderText {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '' && word !== 'm');
  const lengths = new Set<number>();
  for (const word of words) {
    const metres = /^\d*\.?\d+m?$/.test(word) ? Number.parseFloat(word) : Number.NaN;
    if (!(metres >= LEAST_M && metres <= MOST_M)) return { ok: false, word };
    lengths.add(Math.round(metres * 1000) / 1000);
  }
  if (lengths.size > STEPS_MAX) return { ok: false, word: words.at(-1) ?? '' };
  return { ok: true, lengthsM: [...lengths].sort((a, b) => a - b) };
}

/** A ladder as it is written. */
export function ladderText(lengthsM: readonly number[]): string {
  return lengthsM.join(' ');
}
