/** Figures as they are read: enough digits to decide by, unknown in words, lower bounds marked. */
import { missingText } from '../analysis/missing-text.ts';
import { say } from '../text/index.ts';
import type { Figure } from './figure.ts';

const threeDigits = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

function digits(value: number): string {
  return Math.abs(value) >= 1000 ? whole.format(value) : threeDigits.format(value);
}

/** Shares are told in per cent. */
function scaleOf({ unit }: Figure): number {
  return unit === '1' ? 100 : 1;
}

/** The figure's unit as it stands beside the number; empty where it counts things. */
export function unitText({ unit }: Figure): string {
  return unit === '1' ? '%' : unit === 'cages' ? '' : unit;
}

/** The number alone, `≥` before a lower bound; the word for unknown. */
export function figureText(figure: Figure): string {
  if (figure.value === null) return say('compare.unknown');
  const number = digits(figure.value * scaleOf(figure));
  return figure.atLeast ? `≥ ${number}` : number;
}

/** From where to where it may be; empty where there is no band. */
export function bandText(figure: Figure): string {
  const { band } = figure;
  if (band === null) return '';
  const scale = scaleOf(figure);
  const [low, high] = [digits(band.low * scale), digits(band.high * scale)];
  return low === high ? '' : say('compare.band', { low, high });
}

/** The figure as a sentence: number, unit, band, what it lacks. */
export function figureSentence(name: string, figure: Figure): string {
  const label = say(`compare.row.${name}`);
  if (figure.value === null) {
    return say('compare.sentence.unknown', { label, missing: missingOf(figure) });
  }
  const amount = `${digits(figure.value * scaleOf(figure))} ${unitText(figure)}`.trim();
  const band = bandText(figure);
  const text = band === '' ? amount : `${amount} (${band})`;
  if (figure.unknownParts === 0) return say('compare.sentence.known', { label, text });
  const args = { label, text, parts: figure.unknownParts, missing: missingOf(figure) };
  return say(figure.atLeast ? 'compare.sentence.atLeast' : 'compare.sentence.partly', args);
}

function missingOf({ missing }: Figure): string {
  return missing.map(missingText).join('; ');
}
