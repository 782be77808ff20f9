/** The drawing set as a PDF: vector, searchable, with bookmarks and links, the same bytes for the same input. */
import { Writable } from 'node:stream';
import type { Analysis } from '../../../shared/analysis/types.ts';
import type { Design } from '../../../shared/model/design.ts';
import { orderedRacks } from '../../../shared/model/design-index.ts';
import { writeWhole } from '../write-whole.ts';
import { coverSheet } from './cover-sheet.ts';
import { findingsSheets } from './findings-sheets.ts';
import { formulaSheets } from './formula-sheets.ts';
import type { Paper } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';
import { rackSheet } from './rack-sheet.ts';
import { rowSheet } from './row-sheet.ts';
import { scheduleSheets } from './schedule-sheets.ts';
import type { DrawingSet, Sheet, TitleFields } from './sheet.ts';
import { writeSheets } from './write-sheets.ts';

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

function writeSet(
  design: Design,
  analysis: Analysis,
  out: Writable,
  options: PdfOptions,
): Promise<void> {
  const fields = titleFields(design, options);
  const set = { design, analysis, paper: options.paper, fields };
  const { pictures } = design;
  const plan = (surface: PdfSurface): Sheet[] => planSheets(set, surface);
  return writeSheets(out, fields, plan, { ...options, pictures });
}
