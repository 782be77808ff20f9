import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef } from 'react';
import { say } from '../../../shared/text/index.ts';
import styles from './export-set.module.css';
import { PageCanvas } from './page-canvas.tsx';
import type { PdfPages } from './pdf-pages.ts';
import { usePageSize } from './use-page-size.ts';

interface PageListProps {
  readonly pages: PdfPages;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** Height of a page in the list with its number, and the square its picture has, px. */
const LINE_PX = 116;
const PICTURE_PX = 84;
/** Pages that PageUp and PageDown go. */
const LEAP = 5;

/** All pages, small, the shown one marked; arrows walk it. */
export function PageList({ pages, page, onPage }: PageListProps) {
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: pages.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    overscan: 2,
  });
  const { scrollToIndex } = virtual;
  useEffect(() => scrollToIndex(page - 1, { align: 'auto' }), [scrollToIndex, page]);
  function onKeyDown(event: KeyboardEvent): void {
    const to = pageAfter(event.key, page, pages.count);
    if (to === null) return;
    event.preventDefault();
    onPage(to);
  }
  function onClick({ target }: MouseEvent): void {
    const line = target instanceof Element ? target.closest('[data-page]') : null;
    const to = Number(line?.getAttribute('data-page'));
    if (to > 0) onPage(to);
  }
  return (
    <div ref={scroller} className={styles.pageList}>
      <div
        role="listbox"
        tabIndex={0}
        aria-label={say('prints.pages')}
        aria-activedescendant={`${listId}-${page}`}
        className={styles.pageLines}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {virtual.getVirtualItems().map(({ index, start, key }) => (
          <div
            key={key}
            id={`${listId}-${index + 1}`}
            role="option"
            aria-selected={index + 1 === page}
            aria-label={say('prints.page', { page: index + 1 })}
            className={styles.pageLine}
            style={{ height: LINE_PX, transform: `translateY(${start}px)` }}
            data-page={index + 1}
          >
            <Thumbnail pages={pages} page={index + 1} />
            <span className={styles.pageNumber}>{index + 1}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

function Thumbnail({ pages, page }: Pick<PageListProps, 'pages' | 'page'>) {
  const size = usePageSize(pages, page);
  if (size === null) return <div className={styles.thumbnail} />;
  const scale = PICTURE_PX / Math.max(size.widthMm, size.heightMm);
  return (
    <div className={styles.thumbnail}>
      <PageCanvas
        pages={pages}
        page={page}
        width={Math.round(size.widthMm * scale)}
        height={Math.round(size.heightMm * scale)}
        className={styles.sheet}
      />
    </div>
  );
}

function pageAfter(key: string, page: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: page + 1,
    ArrowRight: page + 1,
    ArrowUp: page - 1,
    ArrowLeft: page - 1,
    PageDown: page + LEAP,
    PageUp: page - LEAP,
    Home: 1,
    End: count,
  };
  const to = steps[key];
  return to === undefined ? null : Math.max(1, Math.min(count, to));
}
