import { useEffect, useRef } from 'react';
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
    // A document that is closed meanwhile leaves the page blank; the one that took its place draws its own.
    pages.draw(page, target, stopped.signal).catch(() => {});
    return () => stopped.abort();
  }, [pages, page, width, height]);
  return <canvas ref={canvas} className={className} style={{ width, height }} aria-hidden />;
}
