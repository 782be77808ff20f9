/** What a cable needs of its wire: asked for many cables of which nothing else is asked. */
import type { Cable } from '../model/records.ts';
import type { LandedCable, RoutedDesign } from '../routing/landing.ts';
import { leadLanded } from '../routing/lead-cable.ts';
import { isTurnedIn } from '../routing/turned-sides.ts';
import { cableFacts } from './cable-facts.ts';
import { kindOf } from './cable-kind.ts';
import { requiredM } from './cable-length.ts';
import type { CableRow } from './types.ts';

/** As the analysis has it in the row of the cable. */
export interface CableNeed extends Pick<CableRow, 'laneGbps' | 'lanes'> {
  /** Along its way, with slack and margin, m. */
  readonly requiredM: number;
}

/** What a cable needs that has landed. */
export function cableNeed(design: RoutedDesign, cable: Cable, landed: LandedCable): CableNeed {
  const kind = kindOf(cable, cableFacts(cable, landed));
  const { laneGbps, lanes } = kind.facts;
  const { pathMm } = leadLanded(design, cable, landed, kind, isTurnedIn);
  return { laneGbps, lanes, requiredM: requiredM(design.settings.cabling, cable.medium, pathMm) };
}
