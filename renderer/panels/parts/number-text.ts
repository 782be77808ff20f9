/** Numbers as the panels show them. */
import { numberText, withUnit } from '../../../shared/analysis/value-text.ts';
import { say } from '../../../shared/text/index.ts';

export { bandText, numberText, shareText } from '../../../shared/analysis/value-text.ts';

/** A number with its unit, or the word for unknown. */
export function amountText(value: number | null, unit: string): string {
  return value === null ? say('panels.unknown') : withUnit(numberText(value), unit);
}

/** A power as a person says it: watts below one kilowatt. */
export function powerText(watts: number | null): string {
  if (watts === null) return say('panels.unknown');
  return watts >= 1000
    ? withUnit(numberText(Number((watts / 1000).toPrecision(3))), 'kW')
    : withUnit(numberText(watts), 'W');
}

/** A zoom in percent; far out, where a hall is a few pixels, to a tenth. */
export function zoomPercent(zoom: number): number {
  const percent = zoom * 100;
  return percent < 2 ? Math.round(percent * 10) / 10 : Math.round(percent);
}
