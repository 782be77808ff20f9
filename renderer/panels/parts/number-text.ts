/** Numbers as they are shown: enough digits to decide by, none that nobody knows. */
import type { Band, FindingValue } from '../../../shared/analysis/types.ts';
import { say } from '../../../shared/text/index.ts';

const threeDigits = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** Three significant digits; all of them from a thousand on. */
export function numberText(value: number): string {
  return Math.abs(value) >= 1000 ? whole.format(value) : threeDigits.format(value);
}

/** A number with its unit, or the word for unknown. */
export function amountText(value: number | null, unit: string): string {
  return value === null ? say('panels.unknown') : withUnit(numberText(value), unit);
}

/** A band: what is likely, and from where to where it may be. */
export function bandText(band: Band, unit: string): string {
  const [low, nominal, high] = [band.low, band.nominal, band.high].map(numberText);
  if (low === high) return withUnit(nominal ?? '', unit);
  return say('panels.band', {
    nominal: withUnit(nominal ?? '', unit),
    low: low ?? '',
    high: high ?? '',
  });
}

/** A value of a finding in words. */
export function findingValueText(value: FindingValue): string {
  if ('nominal' in value) return bandText(value, value.unit);
  return typeof value.value === 'string'
    ? value.value
    : withUnit(numberText(value.value), value.unit);
}

/** A share of one as a percentage; small ones keep a digit. */
export function shareText(share: number): string {
  return `${numberText(Number((share * 100).toPrecision(3)))}%`;
}

/** A power as a person says it: watts below one kilowatt. */
export function powerText(watts: number | null): string {
  if (watts === null) return say('panels.unknown');
  return watts >= 1000
    ? withUnit(numberText(Number((watts / 1000).toPrecision(3))), 'kW')
    : withUnit(numberText(watts), 'W');
}

function withUnit(number: string, unit: string): string {
  if (unit === '' || unit === '1') return number;
  return unit === '%' || unit === 'U' ? `${number}${unit}` : `${number}\u202f${unit}`;
}
