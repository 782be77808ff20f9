/** What a horizontal cable manager holds. */
import type { DeviceType } from '../model/device-type.ts';
import { type Mm, RACK_UNIT_MM } from '../units/length.ts';
import type { UsedInput } from './assumed-inputs.ts';

/** Depth of the duct of a horizontal manager, mm [assumed: 75 to 125 is sold]. */
const USUAL_DUCT_DEPTH_MM: Mm = 90;

/** Cross-section that cables may take: what the type says, else its height by the usual depth of a duct. */
export function managerArea({ pathwayMm2, heightU }: DeviceType): UsedInput {
  if (pathwayMm2) return pathwayMm2;
  return { value: heightU * RACK_UNIT_MM * USUAL_DUCT_DEPTH_MM, provenance: 'assumed' };
}
