import { useEffect, useState } from 'react';
import { holds, type PreviewLines, wordsOf } from './preview-lines.ts';

interface Found {
  readonly lines: PreviewLines;
  readonly matching: readonly number[];
}

/** So long lines are looked at before the window may draw again, ms. */
const SLICE_MS = 8;

/** The lines that hold every word of a filter, by their index; null while there is no filter: all do. */
export function useMatching(lines: PreviewLines, query: string): readonly number[] | null {
  const [found, setFound] = useState<Found | null>(null);
  const hasWords = wordsOf(query).length > 0;
  useEffect(() => {
    const words = wordsOf(query);
    if (words.length === 0) return;
    const matching: number[] = [];
    let at = 0;
    const look = (): void => {
      const until = performance.now() + SLICE_MS;
      for (; at < lines.count && performance.now() < until; at += 1) {
        if (holds(lines.at(at), words)) matching.push(at);
      }
      if (at < lines.count) timer = setTimeout(look);
      else setFound({ lines, matching });
    };
    let timer = setTimeout(look);
    return () => clearTimeout(timer);
  }, [lines, query]);
  // What was found last stays in sight until the next is; of another list nothing does.
  return hasWords && found?.lines === lines ? found.matching : null;
}
