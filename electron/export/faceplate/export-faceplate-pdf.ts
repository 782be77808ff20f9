/** A device type's faces on paper at 1:1: drawing and cut-out table of each face, and the labels of its ports. */
import { faceDrawing, labelSheet } from '../../../shared/drawing/face-sheet/index.ts';
import type { FacePlan } from '../../../shared/faceplate/face-plan.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { Face } from '../../../shared/model/face.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import { say } from '../../../shared/text/index.ts';
import { type SheetFormat, TYPE } from '../pdf/paper.ts';
import type { PdfSurface } from '../pdf/pdf-surface.ts';
import type { Sheet, TitleFields } from '../pdf/sheet.ts';
import { drawTable, pageHeightMm, setTable } from '../pdf/table.ts';
import { breakLines, lineMm, writeLines } from '../pdf/text-block.ts';
import { type WritingSheets, writeSheets } from '../pdf/write-sheets.ts';
import { writeWhole } from '../write-whole.ts';
import { type CutRow, cutColumns, cutRows } from './cut-table.ts';
import type { FacesWanted } from './export-faceplate-files.ts';
import { faceTitle, typeTitle } from './face-title.ts';
import { type FaceplatePaper, fullSizeSheets, partsFor, roomOn } from './full-size-sheets.ts';

export interface FaceplatePdfOptions extends FacesWanted, WritingSheets {
  readonly paper: FaceplatePaper;
  /** Date of issue; also the file's creation date, so that the same input gives the same bytes. */
  readonly date: Date;
}

/**
 * Writes the faceplate set of a type to `path`, where it appears only when it is whole.
 * @throws the signal's reason when it is aborted on the way
 */
export function exportFaceplatePdf(
  type: DeviceType,
  path: string,
  options: FaceplatePdfOptions,
): Promise<void> {
  const fields: TitleFields = {
    title: typeTitle(type),
    date: options.date,
    owner: type.manufacturer,
    drawingNumber: type.partNumber,
    createdBy: '',
    approvedBy: '',
    status: '',
  };
  const plan = (surface: PdfSurface): Sheet[] => [
    ...options.faces.flatMap((face) => faceSheets(surface, type, face, options)),
    ...options.faces.flatMap((face) => labelSheets(type, face, options.paper)),
  ];
  return writeWhole(path, (out) => writeSheets(out, fields, plan, options));
}

/** A wider table is harder to read, mm. */
const WIDEST_TABLE_MM = 300;
const NOTES_MM = 16;
/** The head of the table, and what is clear about it, mm. */
const TABLE_HEAD_MM = 8;

function faceSheets(
  surface: PdfSurface,
  type: DeviceType,
  face: Face,
  { dimensions, paper }: FaceplatePdfOptions,
): Sheet[] {
  const drawing = faceDrawing(type, face, { dimensions });
  const title = faceTitle(type, face);
  const rows = cutRows(drawing.plan);
  const rough = setTable(surface, cutColumns(), rows, WIDEST_TABLE_MM, Infinity);
  const wantedMm = NOTES_MM + pageHeightMm(rough, 0, TABLE_HEAD_MM) + 4;
  const parts = partsFor(drawing.box, paper, wantedMm);
  const room = roomOn(parts.format);
  const width = Math.min(WIDEST_TABLE_MM, room.width);
  const table = setTable(surface, cutColumns(), rows, width, Infinity);
  const belowMm = NOTES_MM + pageHeightMm(table, 0, TABLE_HEAD_MM);
  const isOne = parts.columns * parts.rows === 1;
  const fits = isOne && room.height - drawing.box.height >= belowMm;
  const picture = {
    picture: drawing,
    target: `face ${face}`,
    title,
    section: say(`drawing.face.${face}`),
    documentType: say('drawing.plate.type'),
    belowMm: fits ? belowMm : NOTES_MM,
    drawBelow: (on: PdfSurface, box: Box) => {
      const x = box.x + (box.width - width) / 2;
      const y = box.y + drawNotes(on, drawing.plan, face, { ...box, x, y: box.y + 5, width });
      if (fits) drawTable(on, x, y + 8, cutColumns(), table, 0);
    },
  };
  const sheets = fullSizeSheets(picture, parts);
  if (fits || rows.length === 0) return sheets;
  return [...sheets, ...tableSheets(surface, rows, face, title, parts.format)];
}

/** What one must know to read the drawing; returns the height taken, mm. */
function drawNotes(surface: PdfSurface, plan: FacePlan, face: Face, box: Box): number {
  const notes = [
    say('drawing.plate.datum', { face: say(`drawing.plate.seen.${face}`) }),
    ...(plan.holes.length > 0 ? [say('drawing.plate.holes')] : []),
  ];
  const lines = breakLines(surface, notes.join(' '), TYPE.bodyMuted, box.width);
  writeLines(surface, box.x, box.y, lines, TYPE.bodyMuted);
  return lines.length * lineMm(TYPE.bodyMuted);
}

/** The table alone, where it does not stand below the drawing. */
function tableSheets(
  surface: PdfSurface,
  rows: readonly CutRow[],
  face: Face,
  title: string,
  format: SheetFormat,
): Sheet[] {
  const room = roomOn(format);
  const width = Math.min(WIDEST_TABLE_MM, room.width);
  const table = setTable(surface, cutColumns(), rows, width, room.height);
  return table.pages.map((_, page) => ({
    format,
    target: page === 0 ? `cuts ${face}` : `cuts ${face} ${page + 1}`,
    title: say('drawing.plate.table', { title, page: page + 1, pages: table.pages.length }),
    section: say(`drawing.face.${face}`),
    documentType: say('drawing.plate.tableType'),
    continues: page > 0,
    scale: '',
    draw: () => {
      const heading = say('drawing.plate.tableHeading', { title });
      surface.text(room.x, room.y - 6.5, heading, TYPE.heading, room.width);
      drawTable(surface, room.x, room.y, cutColumns(), table, page);
    },
  }));
}

function labelSheets(type: DeviceType, face: Face, paper: FaceplatePaper): Sheet[] {
  const picture = labelSheet(type, face);
  if (!picture) return [];
  const wanted = {
    picture,
    target: `labels ${face}`,
    title: say('drawing.plate.labels', { title: faceTitle(type, face) }),
    section: say('drawing.plate.labelSection'),
    documentType: say('drawing.plate.labelType'),
    belowMm: NOTES_MM,
    drawBelow: (surface: PdfSurface, box: Box) => {
      surface.text(box.x, box.y + 8, say('drawing.plate.cutNote'), TYPE.bodyMuted, box.width);
    },
  };
  return fullSizeSheets(wanted, partsFor(picture.box, paper, NOTES_MM));
}
