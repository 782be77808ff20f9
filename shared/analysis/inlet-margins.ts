/** How far an inlet temperature is from its limits. */
import { ashraeClass } from '../catalog/index.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { DesignSettings } from '../model/records.ts';

/** Distance of an inlet temperature from its limits, K; negative beyond them. */
export interface InletMargins {
  readonly recommendedK: number;
  readonly allowableK: number;
  /** The limit that the allowable margin is against, °C. */
  readonly limitC: number;
  /** Above the lowest that is allowed, K, and that limit, °C. */
  readonly coldK: number;
  readonly coldLimitC: number;
}

/**
 * Margins of an inlet: to the class's recommended limit, to the lower of the class's allowable limit at this
 * altitude and the device's own, and to the higher of their lowest ones (physics.md, section 5).
 */
export function inletMargins(
  settings: Pick<DesignSettings, 'ashraeClass' | 'altitudeM'>,
  type: Pick<DeviceType, 'inletMinC' | 'inletMaxC'>,
  inletC: number,
): InletMargins {
  const limits = ashraeClass(settings.ashraeClass);
  const [coldest, hottest] = limits.allowableC;
  const derated = hottest - Math.max(0, settings.altitudeM - DERATE_FROM_M) / limits.derateMPerK;
  const limitC = Math.min(derated, type.inletMaxC?.value ?? derated);
  const coldLimitC = Math.max(coldest, type.inletMinC?.value ?? coldest);
  return {
    recommendedK: limits.recommendedC[1] - inletC,
    allowableK: limitC - inletC,
    limitC,
    coldK: inletC - coldLimitC,
    coldLimitC,
  };
}
/** Above this the allowable limit falls (physics.md, section 5). */
const DERATE_FROM_M = 900;
