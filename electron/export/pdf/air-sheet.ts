/** The air of a rack: the rack from its side with what blocks its air, and the numbers of its devices. */

import type { Band } from '../../../shared/analysis/types.ts';
import type { AirPage, AirPageDevice } from '../../../shared/drawing/air-page/air-page.ts';
import { airPageOf } from '../../../shared/drawing/air-page/air-page.ts';
import { airPageSizeMm, paintAirPage } from '../../../shared/drawing/air-page/paint-air-page.ts';
import { paletteFor } from '../../../shared/drawing/index.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { Rack } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { type Paper, type SheetFormat, sheetsFrom, TYPE } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';
import { drawScaleBar, isBarBeside } from './scale-bar.ts';
import { type DrawingSet, drawingArea, type Sheet } from './sheet.ts';
import { type Column, drawTable, setTable } from './table.ts';
import { rackTarget } from './targets.ts';
import { figure } from './totals.ts';

const SCALE = 1 / 10;
const INSET_MM = 4;
const HEADING_MM = 11;
const BAR_MM = 14;
/** A table of devices needs so much beside the drawing, mm. */
const TABLE_MM = 120;

/** Sheets of the racks whose air is known to pass something; a rack without devices has none. */
export function airSheets(set: DrawingSet, racks: readonly Rack[]): Sheet[] {
  return racks.flatMap((rack) => {
    const page = airPageOf(set.design, set.analysis, rack.id);
    return page && page.devices.length > 0 ? [airSheet(set, page)] : [];
  });
}

function airSheet(set: DrawingSet, page: AirPage): Sheet {
  const { rack } = page;
  const format = formatFor(page, set.paper);
  return {
    format,
    target: `air ${rack.id}`,
    title: say('drawing.air.title', { name: rack.name }),
    section: say('drawing.section.air'),
    documentType: say('drawing.type.air'),
    continues: false,
    scale: '1:10',
    draw: ({ surface, link }) => {
      const area = drawingArea(format);
      drawPage(surface, page, area);
      drawScaleBar(surface, format, say('drawing.rack.scaleNote'));
      link({ x: area.x, y: area.y, width: area.width, height: HEADING_MM }, rackTarget(rack.id));
    },
  };
}

/** The smallest sheet that takes the drawing at 1:10. */
function formatFor(page: AirPage, paper: Paper): SheetFormat {
  const size = airPageSizeMm(page);
  const fits = (format: SheetFormat): boolean => {
    const { width, height } = drawingArea(format);
    const bar = isBarBeside(format) ? 0 : BAR_MM;
    return size.width * SCALE + 4 <= width && size.height * SCALE + HEADING_MM + bar <= height;
  };
  const sheets = sheetsFrom(paper);
  const format = sheets.find(fits) ?? sheets.at(-1);
  if (!format) throw new RangeError(`no sheets of ${paper}`);
  return format;
}

function drawPage(surface: PdfSurface, page: AirPage, area: Box): void {
  const { width, height } = airPageSizeMm(page);
  const x = area.x + INSET_MM;
  const heading = say('drawing.air.heading', { name: page.rack.name });
  surface.text(x, area.y + 7, heading, TYPE.heading, area.width - 2 * INSET_MM);
  const free = area.width - width * SCALE;
  const listed = free >= TABLE_MM;
  const left = listed ? x : area.x + free / 2;
  const top = area.y + HEADING_MM;
  surface.scaled(left, top, SCALE, () => paintAirPage(surface, page, paletteFor('paper')));
  if (!listed) return;
  const box = {
    x: x + width * SCALE + 4,
    y: top + 4,
    width: Math.min(free - 4 - 2 * INSET_MM, 240),
    height: Math.min(height * SCALE, area.height - HEADING_MM - 8),
  };
  const columns = deviceColumns();
  const table = setTable(surface, columns, page.devices, box.width, box.height);
  const used = drawTable(surface, box.x, box.y, columns, table, 0);
  const hidden = page.devices.length - (table.pages[0]?.length ?? 0);
  if (hidden === 0) return;
  surface.text(box.x, box.y + used + 2.5, say('drawing.rack.more', { count: hidden }), TYPE.note);
}

function deviceColumns(): Column<AirPageDevice>[] {
  const head = (name: string): string => say(`drawing.column.${name}`);
  const number = (
    name: string,
    cell: (device: AirPageDevice) => string,
  ): Column<AirPageDevice> => ({
    title: head(name),
    share: 15,
    align: 'right',
    cell,
  });
  return [
    { title: head('unit'), share: 10, cell: ({ u }) => `U${u}` },
    { title: head('name'), share: 26, semibold: true, cell: ({ name }) => name },
    number('blockedFront', ({ blocked }) => percent(blocked.front)),
    number('blockedRear', ({ blocked }) => percent(blocked.rear)),
    number('flowLeft', ({ flowRatio }) => (flowRatio ? percent(flowRatio.nominal) : unknown())),
    number('inletC', ({ inletC }) => figure(inletC, '', 1)),
    number('outletC', ({ outletC }) => bandOf(outletC)),
    number('marginK', ({ marginAllowableK }) => figure(marginAllowableK, '', 1)),
  ];
}

function unknown(): string {
  return say('drawing.unknown');
}

function percent(share: number): string {
  return figure(share * 100, '%');
}

function bandOf(band: Band | null): string {
  return figure(band?.nominal ?? null, '', 1);
}
