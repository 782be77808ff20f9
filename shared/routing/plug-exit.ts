/**
 * How far a cable stands out of its face before it runs along it: the straight part that the strain relief of its
 * plug holds, then its bend. Like every turn of a way the bend counts as a right angle: its radius out and, within
 * the lead, its radius along, which is 0.43 radii more than the arc.
 */
import { USUAL_VALUES } from '../analysis/assumed-inputs.ts';
import type { Jacket } from '../analysis/cable-facts.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { AnalysisInputs } from '../model/records.ts';
import type { Mm } from '../units/length.ts';

/** Bend radius of a cable of which only the diameter is known, in diameters (S48). */
const BEND_DIAMETERS = 10;
/** And of one of which nothing is known, mm [assumed: that of a 3 mm jacket]. */
const USUAL_BEND_MM: Mm = 30;

/** The straight part, where nobody measured it, is between 10 and 40 mm long [assumed]. */
const STRAIGHT_LESS_MM: Mm = 10;
const STRAIGHT_MORE_MM: Mm = 20;
/** An estimated bend may be this much tighter or wider, in radii [assumed]. */
const BEND_LESS = 0.3;
const BEND_MORE = 0.5;

/** A length with what it may be less or more because something about it is assumed; mm. */
export interface Uncertain {
  readonly mm: Mm;
  readonly lessMm: Mm;
  readonly moreMm: Mm;
}

type Standing = Pick<DeviceType, 'standoffMm'>;

/** How far the plug of a jacket in a device of a type stands out: its straight part and its bend. */
export function plugExit(
  inputs: Pick<AnalysisInputs, 'standoffMm'>,
  { standoffMm }: Standing,
  jacket: Jacket,
): Uncertain {
  const straight = standoffMm?.value ?? inputs.standoffMm ?? USUAL_VALUES.standoffMm;
  const bend = bendOf(jacket);
  const sureStraight = standoffMm
    ? standoffMm.provenance !== 'assumed'
    : inputs.standoffMm !== null;
  const sureBend = jacket.bendMm !== null && jacket.provenance !== 'assumed';
  return {
    mm: straight + bend,
    lessMm:
      (sureStraight ? 0 : Math.min(straight, STRAIGHT_LESS_MM)) + (sureBend ? 0 : BEND_LESS * bend),
    moreMm: (sureStraight ? 0 : STRAIGHT_MORE_MM) + (sureBend ? 0 : BEND_MORE * bend),
  };
}

function bendOf({ bendMm, odMm }: Jacket): Mm {
  if (bendMm !== null) return bendMm;
  return odMm === null ? USUAL_BEND_MM : BEND_DIAMETERS * odMm;
}
