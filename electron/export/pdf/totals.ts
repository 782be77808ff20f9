/** Numbers as the sheets print them: rounded for people, and what is unknown never taken for zero. */
import type { Analysis, DeviceRow, RackRow } from '../../../shared/analysis/types.ts';
import { centreOfGravity } from '../../../shared/model/centre-of-gravity.ts';
import type { Design } from '../../../shared/model/design.ts';
import { devicesInRack } from '../../../shared/model/design-index.ts';
import type { RackId } from '../../../shared/model/ids.ts';
import type { Rack } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';

/** Heat in BTU/h per watt. */
const BTU_PER_WATT = 3.412;

/** A number with its unit, or the word for unknown. */
export function figure(value: number | null, unit: string, digits = 0): string {
  if (value === null) return say('drawing.unknown');
  return `${grouped(value, digits)}${unit === '' ? '' : ` ${unit}`}`;
}

function grouped(value: number, digits: number): string {
  if (digits === 0 && Number.isInteger(value) && Math.abs(value) < 1000) return String(value);
  let format = formats.get(digits);
  if (format === undefined) {
    const places = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    formats.set(digits, (format = new Intl.NumberFormat('en', places)));
  }
  return format.format(value);
}
/** By digits after the point. */
const formats = new Map<number, Intl.NumberFormat>();

/** A sum, or the part of it that is known: a lower bound. */
export interface Amount {
  readonly value: number;
  readonly whole: boolean;
}

/** Adds up what is known; null when nothing is. */
export function addUp(parts: readonly (Amount | number | null)[]): Amount | null {
  let value = 0;
  let known = 0;
  let whole = true;
  for (const part of parts) {
    const amount = typeof part === 'number' ? { value: part, whole: true } : part;
    whole &&= amount?.whole ?? false;
    if (amount === null) continue;
    value += amount.value;
    known += 1;
  }
  return known === 0 && parts.length > 0 ? null : { value, whole };
}

/** `8.2 kW`, `≥ 8.2 kW` where a part is unknown, `8.2 of 20.0 kW` where there is a limit. */
export function amountFigure(
  amount: Amount | null,
  unit: string,
  { digits = 0, scale = 1, limit = null as number | null } = {},
): string {
  if (amount === null) return say('drawing.unknown');
  const number = grouped(amount.value * scale, digits);
  const value = amount.whole ? number : say('drawing.atLeast', { value: number });
  if (limit === null) return `${value} ${unit}`;
  return say('drawing.ofLimit', { value, limit: grouped(limit * scale, digits), unit });
}

interface RackAmounts {
  readonly row: RackRow | undefined;
  readonly weightKg: Amount | null;
  readonly powerW: Amount | null;
  readonly airflowCfm: Amount | null;
}

interface RowsById {
  readonly racks: ReadonlyMap<string, RackRow>;
  readonly devices: ReadonlyMap<string, DeviceRow>;
}
const rowsPerAnalysis = new WeakMap<Analysis, RowsById>();

function rowsOf(analysis: Analysis): RowsById {
  let rows = rowsPerAnalysis.get(analysis);
  if (rows === undefined) {
    rows = {
      racks: new Map(analysis.racks.map((row) => [row.id, row])),
      devices: new Map(analysis.devices.map((row) => [row.id, row])),
    };
    rowsPerAnalysis.set(analysis, rows);
  }
  return rows;
}

/** What a rack adds up to; where the analysis knows no whole, the sum of its known parts. */
export function rackAmounts(design: Design, analysis: Analysis, rackId: RackId): RackAmounts {
  const rows = rowsOf(analysis);
  const row = rows.racks.get(rackId);
  const devices = devicesInRack(design, rackId);
  const known = (
    whole: number | null | undefined,
    part: (device: (typeof devices)[number]) => number | null,
  ): Amount | null => {
    if (whole !== null && whole !== undefined) return { value: whole, whole: true };
    return addUp(devices.map(part));
  };
  return {
    row,
    weightKg: known(row?.weightKg, ({ typeId }) => {
      return design.deviceTypes.get(typeId)?.weightKg?.value ?? null;
    }),
    powerW: known(row?.powerW, ({ id }) => rows.devices.get(id)?.powerW ?? null),
    airflowCfm: known(row?.airflowCfm, ({ id }) => rows.devices.get(id)?.airflowCfm ?? null),
  };
}

interface Total {
  readonly name: string;
  readonly value: string;
}

/** What stands in the totals box of a rack. */
export function rackTotals(design: Design, analysis: Analysis, rack: Rack): Total[] {
  const { row, weightKg, powerW, airflowCfm } = rackAmounts(design, analysis, rack.id);
  const used = { value: row?.usedU ?? 0, whole: true };
  const kilo = { digits: 1, scale: 1 / 1000 };
  const values: readonly [key: string, value: string][] = [
    ['units', amountFigure(used, 'U', { limit: rack.heightU })],
    ['weight', amountFigure(weightKg, 'kg', { limit: rack.maxWeightKg })],
    ['power', amountFigure(powerW, 'kW', { ...kilo, limit: rack.maxPowerW })],
    ['heat', amountFigure(powerW, 'BTU/h', { scale: BTU_PER_WATT })],
    ['airflow', amountFigure(airflowCfm, 'CFM')],
    ['copper', figure(row?.copperKg ?? null, 'kg', 1)],
    ['balance', balanceText(design, rack)],
  ];
  return values.map(([key, value]) => ({ name: say(`drawing.total.${key}`), value }));
}

/** Height of the centre of gravity; in brackets where it is that of the known weights alone. */
function balanceText(design: Design, rack: Rack): string {
  const centre = centreOfGravity(design, rack);
  if (centre === null) return say('drawing.unknown');
  const height = figure(centre.heightMm, 'mm');
  return centre.whole ? height : say('drawing.ofKnown', { value: height });
}
