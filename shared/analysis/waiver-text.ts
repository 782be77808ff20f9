/** Waivers in words: on screen, in the terminal and on the drawings. */
import { say } from '../text/index.ts';
import type { FindingWaiver, NumberChange } from './types.ts';
import { valueWords } from './value-words.ts';

/** Who accepted a finding, when and why; of a waiver that has lapsed also what has changed. */
export function waiverText(waiver: FindingWaiver): string {
  const { by, on, reason } = waiver;
  if (!waiver.lapsed) return say('analysis.waiver.standing', { by, on, reason });
  const changes = waiver.changed.map(changeText).join(', ');
  return say('analysis.waiver.lapsed', { by, on, reason, changes });
}

/** A number as it was accepted and as it is now: `sum: 6000 W → 7500 W`. */
export function changeText({ name, before, after }: NumberChange): string {
  const isSeverity = name === 'severity';
  const text = (value: string | null): string => {
    if (value === null) return say('analysis.waiver.noNumber');
    return isSeverity ? say(`analysis.waiver.severity.${value}`) : value;
  };
  return say('analysis.waiver.change', {
    name: isSeverity ? say('analysis.waiver.severity') : valueWords(name),
    before: text(before),
    after: text(after),
  });
}
