/**
 * The air of a rack: the rack from its side with what blocks its air, and the numbers of its devices; one a sheet, on
 * large sheets as many as it takes.
 */

import { numberText, shareText } from '../../../shared/analysis/value-text.ts';
import type { AirPage, AirPageDevice } from '../../../shared/drawing/air-page/air-page.ts';
import { airPageOf } from '../../../shared/drawing/air-page/air-page.ts';
import { airPageSizeMm, paintAirPage } from '../../../shared/drawing/air-page/paint-air-page.ts';
import { paletteFor } from '../../../shared/drawing/index.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { Rack } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { type Fit, fitOn, LEAST_LETTERING_MM, TYPE } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';
import { areaOverBar, drawScaleBar } from './scale-bar.ts';
import { type Fitted, type SharedSheet, shareSheets } from './shared-sheets.ts';
import type { DrawingSet, Sheet } from './sheet.ts';
import { type Column, drawTable, rowsOnPage, setTable } from './table.ts';
import { rackTarget } from './targets.ts';

/** ISO 5455 scales that the drawing may have; the painter's lines are made for the first. */
const SCALES = [10, 20] as const;
const USUAL_SCALE = 10;
const INSET_MM = 4;
const HEADING_MM = 11;
/** Between a drawing and its table, and between drawings above each other, mm. */
const GAP_MM = 4;
/** The table of devices beside or under the drawing, mm. */
const TABLE_MM = { least: 112, wanted: 150, most: 240, leastHeight: 30 } as const;

/** Sheets of the racks whose air is known to pass something; a rack without devices has none. */
export function airSheets(set: DrawingSet, racks: readonly Rack[]): Sheet[] {
  const pages = racks.flatMap((rack) => {
    const page = airPageOf(set.design, set.analysis, rack.id);
    return page && page.devices.length > 0 ? [fittedPage(set, page)] : [];
  });
  return shareSheets(pages, areaOverBar).map((sheet) => airSheet(set, sheet));
}

/** The drawing on paper with its heading, mm. */
function sizeOf(page: AirPage, scale: number): { readonly width: number; readonly height: number } {
  const { width, height } = airPageSizeMm(page, LEAST_LETTERING_MM * scale);
  return { width: width / scale + INSET_MM, height: height / scale + HEADING_MM };
}

/** Of a page only its rack and its size are kept until it is drawn: a hall has thousands, with all their numbers. */
function fittedPage(set: DrawingSet, page: AirPage): Fitted<Rack> {
  const fit = fitOn(set, SCALES, ({ format, scale }: Fit) => {
    const [room, size] = [areaOverBar(format), sizeOf(page, scale)];
    return size.width <= room.width && size.height <= room.height;
  });
  const { width, height } = sizeOf(page, fit.scale);
  const beside = TABLE_MM.wanted + GAP_MM + 2 * INSET_MM;
  return { ...fit, item: page.rack, width: width + beside, height: height + GAP_MM };
}

function airSheet(set: DrawingSet, { format, scale, parts }: SharedSheet<Rack>): Sheet {
  const racks = parts.map(({ item }) => item);
  const titles = racks.map(({ name }) => say('drawing.air.title', { name }));
  const [first = '', last = ''] = [racks[0]?.name, racks.at(-1)?.name];
  const [target = '', ...holds] = racks.map(({ id }) => `air ${id}`);
  return {
    format,
    target,
    holds,
    title: racks.length > 1 ? say('drawing.air.titles', { first, last }) : (titles[0] ?? ''),
    bookmarks: titles,
    section: say('drawing.section.air'),
    documentType: say('drawing.type.air'),
    continues: false,
    scale: `1:${scale}`,
    draw: ({ surface, link }) => {
      for (const { item, place } of parts) {
        const page = airPageOf(set.design, set.analysis, item.id);
        if (page) drawPage(surface, page, place, scale);
        link({ ...place, height: HEADING_MM }, rackTarget(item.id));
      }
      drawScaleBar(surface, format, say('drawing.rack.scaleNote', { scale }));
    },
  };
}

function drawPage(surface: PdfSurface, page: AirPage, area: Box, scale: number): void {
  const { width, height } = sizeOf(page, scale);
  const x = area.x + INSET_MM;
  const heading = say('drawing.air.heading', { name: page.rack.name });
  surface.text(x, area.y + 7, heading, TYPE.heading, area.width - 2 * INSET_MM);
  const beside = {
    x: area.x + width + GAP_MM,
    y: area.y + HEADING_MM + 4,
    width: Math.min(area.width - width - GAP_MM - INSET_MM, TABLE_MM.most),
    height: area.height - HEADING_MM - 8,
  };
  const isBeside = beside.width >= TABLE_MM.least;
  const left = isBeside ? x : area.x + (area.width - width + INSET_MM) / 2;
  const least = LEAST_LETTERING_MM * scale;
  const paint = (): void => paintAirPage(surface, page, paletteFor('paper'), least);
  surface.scaled(left, area.y + HEADING_MM, 1 / scale, paint, scale / USUAL_SCALE);
  const under = {
    x,
    y: area.y + height + GAP_MM,
    width: area.width - 2 * INSET_MM,
    height: area.height - height - GAP_MM,
  };
  if (isBeside) drawDevices(surface, page, beside);
  else if (under.height >= TABLE_MM.leastHeight) drawDevices(surface, page, under);
}

/** As many devices as the room takes; the rest is told in a line. */
function drawDevices(surface: PdfSurface, page: AirPage, box: Box): void {
  const columns = deviceColumns();
  const table = setTable(surface, columns, page.devices, box.width, box.height - 5);
  const used = drawTable(surface, box.x, box.y, columns, table, 0);
  const hidden = page.devices.length - rowsOnPage(table, 0);
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
    number('blockedFront', ({ blocked }) => shareText(blocked.front)),
    number('blockedRear', ({ blocked }) => shareText(blocked.rear)),
    number('flowLeft', ({ flowRatio }) => (flowRatio ? shareText(flowRatio.nominal) : unknown())),
    number('inletC', ({ inletC }) => orUnknown(inletC)),
    number('outletC', ({ outletC }) => orUnknown(outletC?.nominal ?? null)),
    number('marginK', ({ marginAllowableK }) => orUnknown(marginAllowableK)),
  ];
}

function unknown(): string {
  return say('drawing.unknown');
}

/** As the drawing beside it writes it. */
function orUnknown(value: number | null): string {
  return value === null ? unknown() : numberText(value);
}
