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

/** Depth of a vertical cable manager beside the rails, mm [100 to 250 is sold]. */
const USUAL_MANAGER_DEPTH_MM = 150;
/** Inner width and height of an overhead tray, mm (physics.md, section 3.3). */
const USUAL_TRAY_WIDTH_MM = 300;
const USUAL_TRAY_HEIGHT_MM = 100;

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

/** Depth of the vertical cable managers, mm. */
export function managerDepth({ managerDepthMm }: AnalysisInputs): UsedInput {
  return setOrUsual(managerDepthMm, USUAL_MANAGER_DEPTH_MM);
}

/** Inner width and height of the overhead trays, mm. */
export function traySize({ trayWidthMm, trayHeightMm }: AnalysisInputs): {
  readonly width: UsedInput;
  readonly height: UsedInput;
} {
  return {
    width: setOrUsual(trayWidthMm, USUAL_TRAY_WIDTH_MM),
    height: setOrUsual(trayHeightMm, USUAL_TRAY_HEIGHT_MM),
  };
}
