/** The pages that an export would write, made anew when what is wanted changes. */
import { useEffect, useRef, useState } from 'react';
import type { DrawingSetChoice, SheetCounts } from '../../../shared/contract/drawing-set.ts';
import { openPdf, type PdfPages } from './pdf-pages.ts';
import { pagesOf } from './set-choice.ts';
import type { SetExporter } from './set-exporter.ts';

/** What the pages depend on; another object is another wish. */
interface Wish {
  readonly choice: DrawingSetChoice;
}

export interface Preview {
  /** The last whole preview, which stays while the next is made; null before it, and where no page is wanted. */
  readonly pages: PdfPages | null;
  /** Pages of each kind of sheet; null before the first preview. */
  readonly counts: SheetCounts | null;
  /** Whether `pages` is not yet what is wanted. */
  readonly busy: boolean;
  /** Why there is none. */
  readonly failure: string | null;
}

/** Choices come in quick succession: the preview is made when they rest, ms. */
const REST_MS = 250;

const NOTHING_YET = { wish: null, pages: null, counts: null, failure: null } as const;

export function usePreview(exporter: SetExporter, wish: Wish): Preview {
  const [made, setMade] = useState<Omit<Preview, 'busy'> & { readonly wish: Wish | null }>(
    NOTHING_YET,
  );
  const shown = useRef<PdfPages | null>(null);
  useEffect(() => {
    let stale = false;
    async function make(): Promise<void> {
      const drawn = await exporter.preview(wish.choice);
      if (drawn === null || stale) return;
      const { pdf, counts } = drawn;
      const pages = pagesOf(wish.choice, counts) === 0 ? null : await openPdf(pdf);
      if (stale) {
        pages?.close();
        return;
      }
      shown.current?.close();
      shown.current = pages;
      setMade({ wish, pages, counts, failure: null });
    }
    const timer = setTimeout(
      () => {
        make().catch((error: unknown) => {
          if (stale) return;
          setMade((before) => ({ ...before, wish, failure: exporter.failureOf(error) }));
        });
      },
      shown.current === null ? 0 : REST_MS,
    );
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [exporter, wish]);
  useEffect(
    () => () => {
      shown.current?.close();
      shown.current = null;
    },
    [],
  );
  return { ...made, busy: made.wish !== wish };
}
