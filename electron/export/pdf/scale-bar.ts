/** A bar of 100 mm: measured on the print it tells whether it was printed at full size. */
import type { Box } from '../../../shared/model/rack-geometry.ts';
import { frameOf, RULES, type SheetFormat, TYPE } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';
import { drawingArea, TITLE_BLOCK_MM, TITLE_BLOCK_WIDTH_MM } from './sheet.ts';

/** From the frame to what stands at the sheet's left. */
const INSET_MM = 4;
/** What the bar takes of the drawing where it stands above the title block. */
const ROOM_MM = 14;

/** Whether the bar finds room beside the title block; on narrow sheets it stands above it. */
export function isBarBeside(format: SheetFormat): boolean {
  return frameOf(format).width > TITLE_BLOCK_WIDTH_MM + 110;
}

/** The part of a sheet that a drawing may take: above the bar where that does not stand beside the title block. */
export function areaOverBar(format: SheetFormat): Box {
  const area = drawingArea(format);
  return isBarBeside(format) ? area : { ...area, height: area.height - ROOM_MM };
}

/** Draws the bar at the lower left of the frame, `note` under it. */
export function drawScaleBar(surface: PdfSurface, format: SheetFormat, note: string): void {
  const frame = frameOf(format);
  const x = frame.x + INSET_MM;
  const bottom = frame.y + frame.height;
  const y = isBarBeside(format) ? bottom - 10 : bottom - TITLE_BLOCK_MM - 8;
  drawBar(surface, x, y, note);
}

/** The bar from its upper left corner, `note` under it. */
export function drawBar(surface: PdfSurface, x: number, y: number, note: string): void {
  for (let i = 0; i < 10; i += 1) {
    surface.rect(x + i * 10, y, 10, 1.6, i % 2 === 0 ? RULES.black : RULES.white);
  }
  surface.text(x, y - 2, '0', TYPE.note);
  surface.text(x + 100, y - 2, '100 mm', TYPE.noteRight);
  surface.text(x, y + 4, note, TYPE.note);
}
