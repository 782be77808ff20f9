/** Numbers of findings as they are shown: enough digits to decide by, none that nobody knows. */
import { say } from '../text/index.ts';
import { COUNT } from './finding.ts';
import type { Band, FindingValue } from './types.ts';

const threeDigits = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** Three significant digits; all of them from a thousand on. */
export function numberText(value: number): string {
  return Math.abs(value) >= 1000 ? whole.format(value) : threeDigits.format(value);
}

/** A number that is written already, with its unit after a narrow space; shares and what is counted have none. */
export function withUnit(number: string, unit: string): string {
  if (unit === '' || unit === 'share' || unit === COUNT) return number;
  return unit === '%' || unit === 'U' ? `${number}${unit}` : `${number}\u202f${unit}`;
}

/** A share of one as a percentage; small ones keep a digit. */
export function shareText(share: number): string {
  return withUnit(numberText(Number((share * 100).toPrecision(3))), '%');
}

/** A band: what is likely, and from where to where it may be. */
export function bandText(band: Band, unit: string): string {
  const nominal = withUnit(numberText(band.nominal), unit);
  const [low, high] = [numberText(band.low), numberText(band.high)] as const;
  return low === high ? nominal : say('panels.band', { nominal, low, high });
}

/** A value of a finding in words, a band with its ends. */
export function findingValueText(value: FindingValue): string {
  return 'nominal' in value ? bandText(value, value.unit) : nominalText(value);
}

/** The same without the ends of the band: what stands in a formula. */
export function nominalText(value: FindingValue): string {
  const nominal = 'nominal' in value ? value.nominal : value.value;
  return typeof nominal === 'string' ? nominal : withUnit(numberText(nominal), value.unit);
}

/** Whether a value is a number, and no name that the sentence needs. */
export function isNumber(value: FindingValue): boolean {
  return 'nominal' in value || typeof value.value === 'number';
}
