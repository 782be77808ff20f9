/** The drawing set as a PDF: vector, searchable, with bookmarks and links, the same bytes for the same input. */
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import type { Analysis } from '../../../shared/analysis/types.ts';
import type { Design } from '../../../shared/model/design.ts';
import { orderedRacks } from '../../../shared/model/design-index.ts';
import { writeWhole } from '../write-whole.ts';
import { coverSheet } from './cover-sheet.ts';
import { findingsSheets } from './findings-sheets.ts';
import { formulaSheets } from './formula-sheets.ts';
import { fontFile, PdfLettering } from './lettering.ts';
import type { Paper } from './paper.ts';
import { PdfSurface, PT_PER_MM } from './pdf-surface.ts';
import { rackSheet } from './rack-sheet.ts';
import { rowSheet } from './row-sheet.ts';
import { scheduleSheets } from './schedule-sheets.ts';
import {
  addLink,
  type DrawingSet,
  drawFrame,
  drawTitleBlock,
  type Sheet,
  type TitleFields,
} from './sheet.ts';

export interface PdfOptions {
  readonly paper: Paper;
  /** Date of issue; also the file's creation date, so that the same input gives the same bytes. */
  readonly date: Date;
  /** Title of the set; the design's name when it is left out. */
  readonly title?: string;
  readonly owner?: string;
  readonly drawingNumber?: string;
  readonly createdBy?: string;
  readonly approvedBy?: string;
  readonly status?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (sheetsDone: number, sheets: number) => void;
}

/**
 * Writes the drawing set of a design: cover, overview, a sheet a rack, findings, formulas, cable schedule.
 * @param target a path, at which the file appears only when it is whole; or a stream
 * @throws the signal's reason when it is aborted on the way
 */
export function exportPdf(
  design: Design,
  analysis: Analysis,
  target: string | Writable,
  options: PdfOptions,
): Promise<void> {
  if (target instanceof Writable) return writeSet(design, analysis, target, options);
  return writeWhole(target, (out) => writeSet(design, analysis, out, options));
}

function titleFields(design: Design, options: PdfOptions): TitleFields {
  return {
    title: options.title ?? design.settings.name,
    date: options.date,
    owner: options.owner ?? '',
    drawingNumber: options.drawingNumber ?? '',
    createdBy: options.createdBy ?? '',
    approvedBy: options.approvedBy ?? '',
    status: options.status ?? '',
  };
}

function planSheets(set: DrawingSet, surface: PdfSurface): Sheet[] {
  const racks = orderedRacks(set.design);
  return [
    coverSheet(set),
    ...(racks.length > 0 ? [rowSheet(set)] : []),
    ...racks.map((rack) => rackSheet(set, rack)),
    ...findingsSheets(set, surface),
    ...formulaSheets(set, surface),
    ...scheduleSheets(set, surface),
  ];
}

async function writeSet(
  design: Design,
  analysis: Analysis,
  out: Writable,
  options: PdfOptions,
): Promise<void> {
  const { signal } = options;
  const fields = titleFields(design, options);
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
      CreationDate: options.date,
    },
  });
  const written = pipeline(doc, out, signal ? { signal } : {});
  const drawn = drawSet(doc, { design, analysis, paper: options.paper, fields }, options).catch(
    (error: unknown) => {
      doc.destroy(error instanceof Error ? error : new Error(String(error)));
      throw error;
    },
  );
  await Promise.all([drawn, written]);
}

/** Sheets that are drawn before other work gets a turn. */
const SHEETS_A_TURN = 4;

async function drawSet(
  doc: PDFKit.PDFDocument,
  set: DrawingSet,
  options: PdfOptions,
): Promise<void> {
  const surface = new PdfSurface(doc, new PdfLettering(doc));
  const sheets = planSheets(set, surface);
  const sections = new Map<string, PDFKit.PDFOutline>();
  for (const [i, sheet] of sheets.entries()) {
    if (i % SHEETS_A_TURN === 0) await nextTurn();
    options.signal?.throwIfAborted();
    const { widthMm, heightMm } = sheet.format;
    doc.addPage({ size: [widthMm * PT_PER_MM, heightMm * PT_PER_MM], margin: 0 });
    doc.addNamedDestination(sheet.target, 'Fit');
    addBookmark(doc, sheet, sections);
    const pen = {
      surface,
      number: i + 1,
      sheets,
      link: (box: Parameters<typeof addLink>[1], target: string) => addLink(doc, box, target),
    };
    surface.beginPage();
    sheet.draw(pen);
    drawFrame(surface, sheet.format);
    drawTitleBlock(set, sheet, pen);
    surface.endPage();
    options.onProgress?.(i + 1, sheets.length);
  }
  doc.end();
}

/** Sheets of a section stand under its bookmark; a sheet without one stands for itself. */
function addBookmark(
  doc: PDFKit.PDFDocument,
  sheet: Sheet,
  sections: Map<string, PDFKit.PDFOutline>,
): void {
  if (sheet.section === null) {
    doc.outline.addItem(sheet.title);
    return;
  }
  let section = sections.get(sheet.section);
  if (section === undefined) {
    section = doc.outline.addItem(sheet.section, { expanded: true });
    sections.set(sheet.section, section);
  }
  section.addItem(sheet.title);
}
