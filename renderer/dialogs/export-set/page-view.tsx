import { useLayoutEffect, useRef, useState } from 'react';
import { say } from '../../../shared/text/index.ts';
import styles from './export-set.module.css';
import { PageCanvas } from './page-canvas.tsx';
import type { PdfPages } from './pdf-pages.ts';
import { usePageSize } from './use-page-size.ts';
import type { Zoom } from './zoom.ts';

interface PageViewProps {
  readonly pages: PdfPages;
  readonly page: number;
  readonly zoom: Zoom;
  readonly text: string;
}

const PX_PER_MM = 96 / 25.4;
/** Around the page, px. */
const MARGIN_PX = 16;

/** One page, large. */
export function PageView({ pages, page, zoom, text }: PageViewProps) {
  const window = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = window.current;
    if (!element) return;
    const watch = new ResizeObserver(() =>
      setRoom({ width: element.offsetWidth, height: element.offsetHeight }),
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const size = usePageSize(pages, page);
  const wide = size === null ? 0 : size.widthMm * pxPerMm(zoom, size, room);
  const width = Math.max(0, Math.round(wide));
  const height = size === null ? 0 : Math.round((wide * size.heightMm) / size.widthMm);
  return (
    <div
      ref={window}
      className={styles.pageWindow}
      role="group"
      aria-label={say('prints.page', { page })}
    >
      <div className={styles.pageHolder}>
        {width > 0 ? (
          <PageCanvas
            pages={pages}
            page={page}
            width={width}
            height={height}
            className={styles.sheet}
          />
        ) : null}
      </div>
      <p className="visually-hidden">{text}</p>
    </div>
  );
}

function pxPerMm(
  zoom: Zoom,
  { widthMm, heightMm }: { readonly widthMm: number; readonly heightMm: number },
  room: { readonly width: number; readonly height: number },
): number {
  if (typeof zoom === 'number') return (PX_PER_MM * zoom) / 100;
  const across = (room.width - 2 * MARGIN_PX) / widthMm;
  if (zoom === 'width') return across;
  return Math.min(across, (room.height - 2 * MARGIN_PX) / heightMm);
}
