/** A sheet of the set: its frame, its title block, and what one needs to draw on it. */
import type { Analysis } from '../../../shared/analysis/types.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import { say } from '../../../shared/text/index.ts';
import { frameOf, RULES, type SheetFormat, type Stock, TYPE } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';

/** What a person says about the drawing; empty fields stay empty boxes on the sheet. */
export interface TitleFields {
  readonly title: string;
  readonly date: Date;
  readonly owner: string;
  readonly drawingNumber: string;
  readonly createdBy: string;
  readonly approvedBy: string;
  readonly status: string;
}

/** All that a sheet is drawn from. */
export interface DrawingSet extends Stock {
  readonly design: Design;
  readonly analysis: Analysis;
  readonly fields: TitleFields;
}

/** What a sheet draws with: the page's surface, and links over it. */
export interface SheetPen {
  readonly surface: PdfSurface;
  readonly number: number;
  readonly sheets: readonly Sheet[];
  /** Makes a box of the sheet, in mm, a link to another sheet; nothing where no sheet has that name. */
  link(box: Box, target: string): void;
}

export interface Sheet {
  readonly format: SheetFormat;
  /** Name that links point at. */
  readonly target: string;
  /** Further names that links find this sheet by: what else stands on it. */
  readonly holds?: readonly string[];
  /** What the index and the title block call it. */
  readonly title: string;
  /** What bookmarks call what stands on it; its title, where they are left out. */
  readonly bookmarks?: readonly string[];
  /** What kind of document it is: the bookmark it stands under, unless it stands for itself. */
  readonly section: string | null;
  readonly documentType: string;
  /** True for the further sheets of a table: the index names only its first. */
  readonly continues: boolean;
  /** As printed, e.g. `1:10`; empty where nothing is drawn to scale. */
  readonly scale: string;
  /** A sheet to be cut up: it has neither frame nor title block. */
  readonly bare?: boolean;
  readonly draw: (pen: SheetPen) => void;
}

/** Height of the title block, mm. */
export const TITLE_BLOCK_MM = 28;
export const TITLE_BLOCK_WIDTH_MM = 180;

/** Date of issue as ISO 8601 writes it. */
export function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The part of the frame above the title block. */
export function drawingArea(format: SheetFormat): Box {
  const frame = frameOf(format);
  return { ...frame, height: frame.height - TITLE_BLOCK_MM };
}

/** The frame line with its four centring marks. */
export function drawFrame(surface: PdfSurface, format: SheetFormat): void {
  const frame = frameOf(format);
  surface.rect(frame.x, frame.y, frame.width, frame.height, RULES.frame);
  const middleX = format.widthMm / 2;
  const middleY = format.heightMm / 2;
  surface.line([middleX, 5, middleX, frame.y], RULES.centring);
  surface.line([middleX, format.heightMm - 5, middleX, format.heightMm - frame.y], RULES.centring);
  surface.line([15, middleY, frame.x, middleY], RULES.centring);
  surface.line([format.widthMm - 5, middleY, format.widthMm - 10, middleY], RULES.centring);
}

interface Field {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly key: string;
  /** Null for what is another on each sheet. */
  readonly value: string | null;
}

const ROW_MM = TITLE_BLOCK_MM / 4;

function fieldsOf(fields: TitleFields): readonly Field[] {
  const field = (
    x: number,
    line: number,
    width: number,
    key: string,
    value: string | null,
  ): Field => ({ x, y: line * ROW_MM, width, height: ROW_MM, key, value });
  return [
    field(0, 0, 60, 'owner', fields.owner),
    field(0, 1, 30, 'createdBy', fields.createdBy),
    field(30, 1, 30, 'approvedBy', fields.approvedBy),
    field(0, 2, 60, 'documentType', null),
    field(0, 3, 30, 'scale', null),
    field(30, 3, 30, 'paper', null),
    { ...field(60, 0, 75, 'title', fields.title), height: 2 * ROW_MM },
    { ...field(60, 2, 75, 'sheetTitle', null), height: 2 * ROW_MM },
    field(135, 0, 45, 'number', fields.drawingNumber),
    field(135, 1, 45, 'date', isoDate(fields.date)),
    field(135, 2, 45, 'status', fields.status),
    field(135, 3, 45, 'sheet', null),
  ];
}

/** What fields say that say something else on each sheet, by key. */
function ofTheSheet(sheet: Sheet, pen: SheetPen): Readonly<Record<string, string>> {
  return {
    documentType: sheet.documentType,
    scale: sheet.scale,
    paper: sheet.format.name,
    sheetTitle: sheet.title,
    sheet: say('drawing.sheet.of', { page: pen.number, pages: pen.sheets.length }),
  };
}

/** The title block of ISO 7200 at the lower right of the frame; what is the same on all sheets is drawn once. */
export function drawTitleBlock(fields: TitleFields, sheet: Sheet, pen: SheetPen): void {
  const { surface } = pen;
  const frame = frameOf(sheet.format);
  const left = frame.x + frame.width - TITLE_BLOCK_WIDTH_MM;
  const top = frame.y + frame.height - TITLE_BLOCK_MM;
  const all = fieldsOf(fields);
  surface.symbol(left, top, TITLE_BLOCK_WIDTH_MM, TITLE_BLOCK_MM, fields, () => {
    surface.rect(0, 0, TITLE_BLOCK_WIDTH_MM, TITLE_BLOCK_MM, RULES.outline);
    for (const field of all) {
      surface.rect(field.x, field.y, field.width, field.height, RULES.fine);
      if (field.value !== null) drawField(surface, 0, 0, field, field.value);
    }
  });
  const own = ofTheSheet(sheet, pen);
  for (const field of all) {
    if (field.value === null) drawField(surface, left, top, field, own[field.key] ?? '');
  }
}

/** What the field is, and under it what it says. */
function drawField(surface: PdfSurface, left: number, top: number, of: Field, value: string): void {
  const [x, y] = [left + of.x + 1.2, top + of.y];
  surface.text(x, y + 2.05, say(`drawing.block.${of.key}`), TYPE.field, of.width - 2);
  const large = of.height > ROW_MM;
  const line = y + of.height * (large ? 0.62 : 0.72);
  surface.text(x, line, value, large ? TYPE.title : TYPE.value, of.width - 2.4);
}
