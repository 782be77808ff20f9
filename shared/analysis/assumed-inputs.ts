/**
 * What the analysis takes where hardly anybody publishes a number: what a device type says, else what the
 * design's settings say, else the usual value, which is then `assumed`.
 */
import type { DeviceType } from '../model/device-type.ts';
import type { Provenance } from '../model/fact.ts';
import type { AnalysisInputs } from '../model/records.ts';
import { PACKING } from './bundle.ts';

/** An input as it is used, and where it comes from; what a person set for the design counts as measured. */
export interface UsedInput {
  readonly value: number;
  readonly provenance: Provenance;
}

/** The inputs that a bundle, a face or a pathway is worked out with; a budget is nobody's assumption. */
export type AssumedInput = Exclude<keyof AnalysisInputs, 'pathBudgetNs'>;

/** The usual values, in the units of the inputs; null where the usual is computed, not a number. */
export const USUAL_VALUES = {
  /** physics.md, section 4.2. */
  criticalPa1U: 250,
  criticalPaTaller: 200,
  /** physics.md, section 3.2. */
  packing: PACKING,
  /** Held off by the strain relief of its plugs. */
  standoffMm: 20,
  /** From the standoff. */
  exposure: null,
  /** Without brushes (physics.md, section 5). */
  railGapMm2PerU: 530,
  /** 100 to 250 is sold. */
  managerDepthMm: 150,
  /** physics.md, section 3.3. */
  trayWidthMm: 300,
  trayHeightMm: 100,
} as const satisfies Readonly<Record<AssumedInput, number | null>>;

/** The input that is set, or the usual value as an assumption. */
export function setOrUsual(set: number | null, usual: number): UsedInput {
  if (set === null) return { value: usual, provenance: 'assumed' };
  return { value: set, provenance: 'measured' };
}

/** Packing fraction φ of the bundles on the faces of a type. */
export function packingOf(inputs: AnalysisInputs, type: Pick<DeviceType, 'packing'>): UsedInput {
  return type.packing ?? packingOfDesign(inputs);
}

/** Packing fraction φ of bundles that hang on no device. */
export function packingOfDesign({ packing }: AnalysisInputs): UsedInput {
  return setOrUsual(packing, PACKING);
}

/** Back-pressure at which the flow of a device stops at its rated fan speed, Pa. */
export function criticalOf(
  { criticalPa1U, criticalPaTaller }: AnalysisInputs,
  type: Pick<DeviceType, 'criticalPa' | 'heightU'>,
): UsedInput {
  if (type.criticalPa) return type.criticalPa;
  if (type.heightU <= 1) return setOrUsual(criticalPa1U, USUAL_VALUES.criticalPa1U);
  return setOrUsual(criticalPaTaller, USUAL_VALUES.criticalPaTaller);
}

/** How far off the faces of a type its bundles hang, mm. */
export function standoffOf(
  { standoffMm }: AnalysisInputs,
  type: Pick<DeviceType, 'standoffMm'>,
): UsedInput {
  return type.standoffMm ?? setOrUsual(standoffMm, USUAL_VALUES.standoffMm);
}

/** Open area beside the rails of both sides together, mm² a rack unit. */
export function railGapOf({ railGapMm2PerU }: AnalysisInputs): UsedInput {
  return setOrUsual(railGapMm2PerU, USUAL_VALUES.railGapMm2PerU);
}

/** Depth of the vertical cable managers, mm. */
export function managerDepth({ managerDepthMm }: AnalysisInputs): UsedInput {
  return setOrUsual(managerDepthMm, USUAL_VALUES.managerDepthMm);
}

/** Inner width and height of the overhead trays, mm. */
export function traySize({ trayWidthMm, trayHeightMm }: AnalysisInputs): {
  readonly width: UsedInput;
  readonly height: UsedInput;
} {
  return {
    width: setOrUsual(trayWidthMm, USUAL_VALUES.trayWidthMm),
    height: setOrUsual(trayHeightMm, USUAL_VALUES.trayHeightMm),
  };
}
