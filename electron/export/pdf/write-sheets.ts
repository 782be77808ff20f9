/** Sheets as a PDF document: pages, bookmarks, links, frames and title blocks. */

import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import type { Design } from '../../../shared/model/design.ts';
import { fontFile, PdfLettering } from './lettering.ts';
import { downwardsInMm, type PageLink, PdfPages } from './pdf-pages.ts';
import { PdfPictures } from './pdf-pictures.ts';
import { PdfSurface } from './pdf-surface.ts';
import { drawFrame, drawTitleBlock, type Sheet, type SheetPen, type TitleFields } from './sheet.ts';

export interface WritingSheets {
  readonly signal?: AbortSignal;
  readonly onProgress?: (sheetsDone: number, sheets: number) => void;
  /** The pictures that sheets may show. */
  readonly pictures?: Design['pictures'];
}

/**
 * Writes the sheets that `plan` lays out to a stream, and ends it.
 * @throws the signal's reason when it is aborted on the way
 */
export async function writeSheets(
  out: Writable,
  fields: TitleFields,
  plan: (surface: PdfSurface) => readonly Sheet[] | Promise<readonly Sheet[]>,
  options: WritingSheets,
): Promise<void> {
  const { signal } = options;
  const doc = new PDFDocument({
    autoFirstPage: false,
    compress: true,
    pdfVersion: '1.7',
    lang: 'en',
    displayTitle: true,
    font: fontFile('regular'),
    info: {
      Title: fields.title,
      Author: fields.createdBy,
      Creator: 'Plenum',
      Producer: 'Plenum',
      CreationDate: fields.date,
    },
  });
  keepScale(doc);
  const written = pipeline(doc, out, signal ? { signal } : {});
  const drawn = drawSheets(doc, out, fields, plan, options).catch((error: unknown) => {
    doc.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  });
  await Promise.all([drawn, written]);
}

/** Readers offer to print without fitting the sheet to the paper: what is drawn to scale stays so. */
function keepScale(doc: PDFKit.PDFDocument): void {
  // pdfkit has no option for it; it keeps the document's catalogue here.
  const { _root: root } = doc as unknown as {
    readonly _root: {
      readonly data: { readonly ViewerPreferences?: { readonly data: Record<string, unknown> } };
    };
  };
  Object.assign(root.data.ViewerPreferences?.data ?? {}, { PrintScaling: 'None' });
}

/** Sheets that are drawn before other work gets a turn. */
const SHEETS_A_TURN = 4;

async function drawSheets(
  doc: PDFKit.PDFDocument,
  out: Writable,
  fields: TitleFields,
  plan: (surface: PdfSurface) => readonly Sheet[] | Promise<readonly Sheet[]>,
  options: WritingSheets,
): Promise<void> {
  const pictures = options.pictures ? new PdfPictures(doc, options.pictures) : null;
  const surface = new PdfSurface(doc, new PdfLettering(doc), pictures);
  const pages = new PdfPages(doc);
  const sheets = await plan(surface);
  const sections = new Map<string, PDFKit.PDFOutline>();
  const targets = new Set(sheets.flatMap(({ target, holds = [] }) => [target, ...holds]));
  for (const [i, sheet] of sheets.entries()) {
    if (i % SHEETS_A_TURN === 0) await nextTurn();
    options.signal?.throwIfAborted();
    // What is not yet in the file is in memory.
    if (out.writableNeedDrain) await once(out, 'drain', options);
    pages.begin(sheet.format, [sheet.target, ...(sheet.holds ?? [])]);
    addBookmark(doc.outline, pages, sheet, sections);
    const links: PageLink[] = [];
    const link: SheetPen['link'] = (box, target) => {
      if (targets.has(target)) links.push({ box, target });
    };
    const pen = { surface, number: i + 1, sheets, link };
    surface.beginPage(downwardsInMm(sheet.format));
    sheet.draw(pen);
    if (sheet.bare !== true) {
      drawFrame(surface, sheet.format);
      drawTitleBlock(fields, sheet, pen);
    }
    const { content, resources } = surface.endPage();
    pages.end(content, resources, links);
    options.onProgress?.(i + 1, sheets.length);
  }
  pages.finish();
  doc.end();
}

/** Sheets of a section stand under its bookmark; a sheet without one stands for itself. */
function addBookmark(
  outline: PDFKit.PDFOutline,
  pages: PdfPages,
  sheet: Sheet,
  sections: Map<string, PDFKit.PDFOutline>,
): void {
  if (sheet.section === null) {
    pages.bookmark(sheet.title, outline);
    return;
  }
  let section = sections.get(sheet.section);
  if (section === undefined) {
    section = pages.bookmark(sheet.section, outline, true);
    sections.set(sheet.section, section);
  }
  for (const title of sheet.bookmarks ?? [sheet.title]) pages.bookmark(title, section);
}
