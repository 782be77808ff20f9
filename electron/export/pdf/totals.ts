/** Numbers as the sheets print them: rounded for people, and a dash with a word for what is unknown. */
import type { RackRow } from '../../../shared/analysis/types.ts';
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
  return value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** `8.2 of 20.0 kW`, or without the limit where none is known. */
function ofLimit(value: string, limit: string | null, unit: string): string {
  if (limit === null) return `${value} ${unit}`;
  return say('drawing.ofLimit', { value, limit, unit });
}

export interface Total {
  readonly name: string;
  readonly value: string;
}

/** What a rack adds up to, and of how much. */
export function rackTotals(rack: Rack, row: RackRow | undefined): Total[] {
  const unknown = say('drawing.unknown');
  const kg = row?.weightKg ?? null;
  const watts = row?.powerW ?? null;
  const heat = row?.heatW ?? null;
  const kilowatts = (value: number): string => (value / 1000).toFixed(1);
  return [
    {
      name: say('drawing.total.units'),
      value: ofLimit(String(row?.usedU ?? 0), String(rack.heightU), 'U'),
    },
    {
      name: say('drawing.total.weight'),
      value:
        kg === null
          ? unknown
          : ofLimit(
              grouped(kg, 0),
              rack.maxWeightKg === null ? null : grouped(rack.maxWeightKg, 0),
              'kg',
            ),
    },
    {
      name: say('drawing.total.power'),
      value:
        watts === null
          ? unknown
          : ofLimit(
              kilowatts(watts),
              rack.maxPowerW === null ? null : kilowatts(rack.maxPowerW),
              'kW',
            ),
    },
    {
      name: say('drawing.total.heat'),
      value: figure(heat === null ? null : heat * BTU_PER_WATT, 'BTU/h'),
    },
    { name: say('drawing.total.airflow'), value: figure(row?.airflowCfm ?? null, 'CFM') },
    { name: say('drawing.total.copper'), value: figure(row?.copperKg ?? null, 'kg', 1) },
  ];
}
