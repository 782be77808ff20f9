/** Transceivers of a bill of materials: one a cage, whatever the number of cables that end in it. */
import { mediumFacts } from '../catalog/index.ts';
import type { Design } from '../model/design.ts';
import type { MediumId } from '../model/medium.ts';
import { isPluggable } from '../rules/port-lookup.ts';
import { compareText } from '../text/order.ts';
import { counted, type TransceiverLine } from './lines.ts';
import { openingAt } from './openings.ts';

/** A line for each form factor, medium and rate. */
export function transceiverLines(design: Design, sparePercent: number): TransceiverLine[] {
  const perCage = new Map<string, Omit<TransceiverLine, 'drawn' | 'spare'>>();
  for (const { medium, ends } of design.cables.values()) {
    if (!hasLooseOptics(medium)) continue;
    for (const ref of [...ends.a, ...ends.b]) {
      const opening = openingAt(design, ref);
      if (!opening?.formFactor || !isPluggable(opening.formFactor)) continue;
      if (perCage.has(opening.key)) continue;
      perCage.set(opening.key, {
        group: 'transceiver',
        formFactor: opening.formFactor,
        medium,
        ports: opening.ports.length,
        speedGbps: opening.ports.find(({ id }) => id === ref.portId)?.speedGbps ?? null,
      });
    }
  }
  return counted(perCage.values(), sparePercent).sort(
    (a, b) =>
      compareText(a.formFactor, b.formFactor) ||
      compareText(a.medium, b.medium) ||
      (b.speedGbps ?? 0) - (a.speedGbps ?? 0),
  );
}

/** Whether a medium is plugged into transceivers that are bought apart; co-packaged ones are in the switch. */
function hasLooseOptics(medium: MediumId): boolean {
  const { carrier, plug } = mediumFacts(medium);
  return carrier === 'fibre' && plug === 'port' && medium !== 'cpo';
}
