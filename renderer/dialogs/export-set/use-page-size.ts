import { useEffect, useState } from 'react';
import type { PageSize, PdfPages } from './pdf-pages.ts';

/** Size of a page; that of the one before it until it is known. */
export function usePageSize(pages: PdfPages, page: number): PageSize | null {
  const [size, setSize] = useState<PageSize | null>(null);
  useEffect(() => {
    let stale = false;
    void pages.sizeOf(page).then(
      (found) => {
        if (!stale) setSize(found);
      },
      // The document was closed because a newer one has come.
      () => {},
    );
    return () => {
      stale = true;
    };
  }, [pages, page]);
  return size;
}
