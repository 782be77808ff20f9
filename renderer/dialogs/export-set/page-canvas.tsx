import { useEffect, useRef, useState } from 'react';
import { say } from '../../../shared/text/index.ts';
import styles from './export-set.module.css';
import type { PdfPages } from './pdf-pages.ts';

interface PageCanvasProps {
  readonly pages: PdfPages;
  readonly page: number;
  /** Size on screen, px. */
  readonly width: number;
  readonly height: number;
  readonly className?: string | undefined;
}

/** A larger bitmap is drawn coarser and stretched, px. */
const MOST_PIXELS = 24_000_000;

/** A page drawn at the screen's own pixels; what it showed before stays until the new drawing is whole. */
export function PageCanvas({ pages, page, width, height, className }: PageCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const target = canvas.current;
    if (!target || width < 1) return;
    const stopped = new AbortController();
    const dots = Math.min(devicePixelRatio, Math.sqrt(MOST_PIXELS / (width * height)));
    const [wide, high] = [Math.round(width * dots), Math.round(height * dots)];
    if (target.width !== wide || target.height !== high) {
      target.width = wide;
      target.height = high;
    }
    const told = (wrong: boolean): void => {
      if (!stopped.signal.aborted) setFailed(wrong);
    };
    pages.draw(page, target, stopped.signal).then(
      () => told(false),
      () => told(true),
    );
    return () => stopped.abort();
  }, [pages, page, width, height]);
  return (
    <>
      <canvas ref={canvas} className={className} style={{ width, height }} aria-hidden />
      {failed ? (
        <p className={styles.pageFailed} role="alert">
          {say('prints.pageFailed')}
        </p>
      ) : null}
    </>
  );
}
