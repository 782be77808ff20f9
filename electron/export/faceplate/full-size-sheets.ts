/** Pictures at full size on paper: on one sheet where one takes it, else in parts that are laid edge to edge. */
import { type FullSize, LINES } from '../../../shared/drawing/face-sheet/index.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import { say } from '../../../shared/text/index.ts';
import { ISO_SHEETS, type SheetFormat, TYPE } from '../pdf/paper.ts';
import type { PdfSurface } from '../pdf/pdf-surface.ts';
import { drawScaleBar, isBarBeside } from '../pdf/scale-bar.ts';
import { drawingArea, type Sheet } from '../pdf/sheet.ts';

/** `fit` is the smallest sheet up to A1 that takes the face whole; the others are what the printer has. */
export type FaceplatePaper = 'fit' | 'A4' | 'A3';

export interface FullSizePicture {
  readonly picture: FullSize;
  readonly target: string;
  readonly title: string;
  readonly section: string;
  readonly documentType: string;
  /** Height wanted below the picture on the same sheet, mm. */
  readonly belowMm: number;
  /** Draws there; called only where the height is free. */
  readonly drawBelow: (surface: PdfSurface, box: Box) => void;
}

const INSET_MM = 4;
/** Above the picture: its heading. Above the title block, where it leaves no room beside it: the bar. */
const HEADING_MM = 13;
const BAR_MM = 16;

/** What a sheet has for a picture, mm on the sheet. */
export function roomOn(format: SheetFormat): Box {
  const area = drawingArea(format);
  const bar = isBarBeside(format) ? 2 : BAR_MM;
  return {
    x: area.x + INSET_MM,
    y: area.y + HEADING_MM,
    width: area.width - 2 * INSET_MM,
    height: area.height - HEADING_MM - bar,
  };
}

interface Parts {
  readonly format: SheetFormat;
  readonly columns: number;
  readonly rows: number;
}

/** The sheet that takes a picture in the fewest parts, of those the smallest; the one with room below first. */
export function partsFor({ width, height }: Box, paper: FaceplatePaper, belowMm: number): Parts {
  const formats = ISO_SHEETS.filter(({ name }) => paper === 'fit' || name === paper);
  const parts = formats.map((format): Parts => {
    const room = roomOn(format);
    return {
      format,
      columns: Math.ceil(width / room.width),
      rows: Math.ceil(height / room.height),
    };
  });
  const count = ({ columns, rows }: Parts): number => columns * rows;
  const least = Math.min(...parts.map(count));
  const best = parts.filter((each) => count(each) === least);
  const [first] = best;
  if (!first) throw new RangeError(`no sheet of ${paper}`);
  const isAsSmall = ({ format }: Parts): boolean => format.name === first.format.name;
  const hasRoom = ({ format }: Parts): boolean => roomOn(format).height >= height + belowMm;
  return best.find((each) => isAsSmall(each) && least === 1 && hasRoom(each)) ?? first;
}

/** As many sheets as the picture takes. */
export function fullSizeSheets(wanted: FullSizePicture, parts: Parts): Sheet[] {
  const { format, columns, rows } = parts;
  const count = columns * rows;
  const room = roomOn(format);
  const { box } = wanted.picture;
  return Array.from({ length: count }, (_, part): Sheet => {
    const width = box.width / columns;
    const height = box.height / rows;
    const window = {
      x: box.x + (part % columns) * width,
      y: box.y + Math.floor(part / columns) * height,
      width,
      height,
    };
    const name = { title: wanted.title, part: part + 1, parts: count };
    const title = count === 1 ? wanted.title : say('drawing.plate.part', name);
    return {
      format,
      target: part === 0 ? wanted.target : `${wanted.target} ${part + 1}`,
      title,
      section: wanted.section,
      documentType: wanted.documentType,
      continues: part > 0,
      scale: '1:1',
      draw: ({ surface }) => {
        surface.text(room.x, room.y - 6.5, title, TYPE.heading, room.width);
        // A part begins at the room's edges, so that sheets are cut alike; one alone stands in the middle.
        const x = count === 1 ? room.x + (room.width - width) / 2 : room.x;
        drawPart(surface, wanted.picture, window, { x, y: room.y, joined: count > 1 });
        drawScaleBar(surface, format, say('drawing.plate.scaleNote'));
        const below = { ...room, y: room.y + height, height: room.height - height };
        if (count === 1 && below.height >= wanted.belowMm) wanted.drawBelow(surface, below);
      },
    };
  });
}

function drawPart(
  surface: PdfSurface,
  picture: FullSize,
  window: Box,
  at: { readonly x: number; readonly y: number; readonly joined: boolean },
): void {
  surface.clip(at.x, at.y, window.width, window.height, () =>
    surface.at(at.x - window.x, at.y - window.y, () => picture.paint(surface)),
  );
  if (at.joined) surface.rect(at.x, at.y, window.width, window.height, LINES.cut);
}
