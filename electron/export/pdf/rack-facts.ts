/** What is told of a rack beside its drawing: its totals, and its devices in a list. */
import { devicesInRack } from '../../../shared/model/design-index.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { Device, Rack } from '../../../shared/model/records.ts';
import { unitText } from '../../../shared/schedules/cable-places.ts';
import { say } from '../../../shared/text/index.ts';
import { RULES, TYPE } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';
import type { DrawingSet } from './sheet.ts';
import { type Column, drawTable, rowsOnPage, setTable } from './table.ts';
import { figure, rackTotals } from './totals.ts';

/** In a narrower list there is only what each device is, mm on paper. */
export const WHOLE_LIST_MM = 110;

/** Totals side by side, each with its name over it, over the width of the box. */
export function drawTotals(surface: PdfSurface, set: DrawingSet, rack: Rack, box: Box): void {
  const totals = rackTotals(set.design, set.analysis, rack);
  const wanted = totals.map(({ name, value }) =>
    Math.max(
      surface.lettering.widthMm(name, TYPE.note),
      surface.lettering.widthMm(value, TYPE.strong),
    ),
  );
  const spare = (box.width - wanted.reduce((sum, each) => sum + each, 0)) / totals.length;
  surface.rect(box.x, box.y, box.width, box.height, RULES.outline);
  let { x } = box;
  for (const [i, total] of totals.entries()) {
    const width = (wanted[i] ?? 0) + spare;
    if (i > 0) surface.line([x, box.y, x, box.y + box.height], RULES.fine);
    surface.text(x + 1.2, box.y + 3.4, total.name, TYPE.note, width - 1.4);
    surface.text(x + 1.2, box.y + 8.2, total.value, TYPE.strong, width - 1.4);
    x += width;
  }
}

/** Totals as lines, name and value; returns the height taken, mm. */
export function drawTotalsBelowEachOther(
  surface: PdfSurface,
  set: DrawingSet,
  rack: Rack,
  { x, y, width }: Pick<Box, 'x' | 'y' | 'width'>,
): number {
  const totals = rackTotals(set.design, set.analysis, rack);
  const own = Math.min(width, TOTAL_LINES_MM.width);
  const height = totals.length * TOTAL_LINES_MM.step;
  surface.rect(x, y, own, height, RULES.outline);
  for (const [i, { name, value }] of totals.entries()) {
    const line = y + i * TOTAL_LINES_MM.step;
    if (i > 0) surface.line([x, line, x + own, line], RULES.fine);
    const middle = line + TOTAL_LINES_MM.step / 2;
    const valueMm = surface.lettering.widthMm(value, TYPE.strong);
    surface.text(x + 1.2, middle, name, TYPE.note, own - valueMm - 4);
    surface.text(x + own - 1.2, middle, value, TYPE.calloutRight);
  }
  return height;
}
const TOTAL_LINES_MM = { step: 5, width: 90 } as const;

interface ListedDevice {
  readonly device: Device;
  readonly model: string;
  readonly units: string;
  /** Closes units, and does nothing else. */
  readonly isPanel: boolean;
  readonly weightKg: number | null;
  readonly powerW: number | null;
}

function listedDevices(set: DrawingSet, rack: Rack): ListedDevice[] {
  return devicesInRack(set.design, rack.id).map((device) => {
    const type = set.design.deviceTypes.get(device.typeId);
    const units = unitText(set.design, device);
    return {
      device,
      model: type ? `${type.manufacturer} ${type.model}` : say('drawing.unknown'),
      units: device.face === 'rear' ? `${units} ${say('drawing.face.rearShort')}` : units,
      isPanel: type?.category === 'blank',
      weightKg: type?.weightKg?.value ?? null,
      powerW: type?.powerMaxW?.value ?? null,
    };
  });
}

/** In a narrow list only what each device is: its name is beside its units. */
function deviceColumns(isNarrow: boolean): Column<ListedDevice>[] {
  const unit: Column<ListedDevice> = {
    title: say('drawing.column.unit'),
    share: 12,
    leastMm: 17,
    cell: ({ units }) => units,
  };
  const model: Column<ListedDevice> = {
    title: say('drawing.column.model'),
    share: 44,
    cell: (row) => row.model,
  };
  if (isNarrow) return [unit, model];
  return [
    unit,
    {
      title: say('drawing.column.name'),
      share: 24,
      semibold: true,
      cell: ({ device }) => device.name,
    },
    model,
    {
      title: say('drawing.column.weight'),
      share: 13,
      align: 'right',
      cell: ({ weightKg }) => figure(weightKg, '', 1),
    },
    {
      title: say('drawing.column.power'),
      share: 13,
      align: 'right',
      cell: ({ powerW }) => figure(powerW, ''),
    },
  ];
}

/** As many devices as the room takes; the rest is told in a line. Of panels in a narrow list the drawing tells all. */
export function drawDeviceList(surface: PdfSurface, set: DrawingSet, rack: Rack, box: Box): void {
  const isNarrow = box.width < WHOLE_LIST_MM;
  const rows = listedDevices(set, rack).filter(({ isPanel }) => !isNarrow || !isPanel);
  if (rows.length === 0) return;
  const columns = deviceColumns(isNarrow);
  const table = setTable(surface, columns, rows, box.width, box.height - 5);
  const height = drawTable(surface, box.x, box.y, columns, table, 0);
  const hidden = rows.length - rowsOnPage(table, 0);
  if (hidden === 0) return;
  const note = say('drawing.rack.more', { count: hidden });
  surface.text(box.x, box.y + height + 2.5, note, TYPE.note);
}
