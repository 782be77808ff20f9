/**
 * The pages of a PDF, to be shown in the window. The reader is fetched with the first document, and works in a
 * worker of its own; nothing of it is loaded from elsewhere and nothing in a document is run.
 */
import type { PDFPageProxy, PDFWorker, RenderTask } from 'pdfjs-dist';

/** A page's size as printed, mm. */
export interface PageSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

export interface PdfPages {
  readonly count: number;
  /** Size of a page, counted from 1. */
  sizeOf(page: number): Promise<PageSize>;
  /** Draws a page, counted from 1, as wide as the canvas. Resolves to false when it was stopped. */
  draw(page: number, canvas: HTMLCanvasElement, signal: AbortSignal): Promise<boolean>;
  /** What a page says, in the order in which it was written. */
  textOf(page: number): Promise<string>;
  close(): void;
}

const MM_PER_POINT = 25.4 / 72;

type Reader = typeof import('pdfjs-dist');

let reader: Promise<{ readonly pdf: Reader; readonly worker: PDFWorker }> | null = null;

/** The worker is ours: one that a document brings along ends with it, and with it all other documents. */
function loadReader(): NonNullable<typeof reader> {
  reader ??= import('pdfjs-dist/legacy/build/pdf.mjs').then((pdf) => ({
    pdf,
    worker: pdf.PDFWorker.create({
      port: new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' }),
    }),
  }));
  return reader;
}

/** Opens a document from its bytes, which are taken over. @throws Error when it is none */
export async function openPdf(bytes: Uint8Array): Promise<PdfPages> {
  const { pdf, worker } = await loadReader();
  const task = pdf.getDocument({ data: bytes, worker, useWasm: false, useWorkerFetch: false });
  const document = await task.promise;
  let closed = false;
  /** What is asked of a document that is closed meanwhile comes to nothing, and is no error. */
  const unlessClosed = async (work: () => Promise<boolean>): Promise<boolean> => {
    try {
      return await work();
    } catch (error) {
      if (closed) return false;
      throw error;
    }
  };
  return {
    count: document.numPages,
    sizeOf: async (page) => sizeOf(await document.getPage(page)),
    draw: (page, canvas, signal) =>
      unlessClosed(async () => drawPage(await document.getPage(page), canvas, signal)),
    textOf: async (page) => textOf(await document.getPage(page)),
    close: () => {
      closed = true;
      void task.destroy();
    },
  };
}

function sizeOf(page: PDFPageProxy): PageSize {
  const { width, height } = page.getViewport({ scale: 1 });
  return { widthMm: width * MM_PER_POINT, heightMm: height * MM_PER_POINT };
}

/** Drawn beside the canvas and put on it when it is whole: what was there before stays until then. */
async function drawPage(
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  signal: AbortSignal,
): Promise<boolean> {
  if (signal.aborted) return false;
  const plain = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: canvas.width / plain.width });
  const whole = document.createElement('canvas');
  whole.width = canvas.width;
  whole.height = canvas.height;
  const task = page.render({ canvas: whole, viewport });
  const stop = (): void => task.cancel();
  signal.addEventListener('abort', stop, { once: true });
  const drawn = await endOf(task, signal);
  signal.removeEventListener('abort', stop);
  if (drawn) canvas.getContext('2d')?.drawImage(whole, 0, 0);
  return drawn;
}

/** Whether the page was drawn to its end; a page that was stopped is no error. */
async function endOf(task: RenderTask, signal: AbortSignal): Promise<boolean> {
  try {
    await task.promise;
    return !signal.aborted;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}
