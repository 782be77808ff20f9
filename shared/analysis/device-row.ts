/** A device in the tables of the analysis. */
import type { DeviceResult } from './device-result.ts';
import { intakeFace } from './face-air.ts';
import type { DeviceAir } from './rack-air.ts';
import { breathes } from './rack-neighbours.ts';
import type { DeviceRow } from './types.ts';

interface Known {
  readonly air: DeviceAir | undefined;
  readonly row: DeviceRow;
}
const known = new WeakMap<DeviceResult, Known>();

/**
 * The row of a device, the same object as long as its result and its air are the same. What its air is like is
 * unknown where its rack does not say.
 */
export function deviceRow(result: DeviceResult, air?: DeviceAir): DeviceRow {
  const last = known.get(result);
  if (last && last.air === air) return last.row;
  const row = buildRow(result, air);
  known.set(result, { air, row });
  return row;
}

function buildRow({ placed, powerW, faces }: DeviceResult, air?: DeviceAir): DeviceRow {
  const { device, type } = placed;
  return {
    id: device.id,
    name: device.name,
    rack: device.rackId,
    u: device.u,
    powerW,
    airflowCfm: type.airflowCfm?.value ?? null,
    intake: breathes(type) && device.mount === 'rails' ? intakeFace(placed) : null,
    blockedFraction: {
      front: faces?.front.blocked.nominal ?? 0,
      rear: faces?.rear.blocked.nominal ?? 0,
    },
    bundleMm: {
      front: faces?.front.cover.widestMm ?? 0,
      rear: faces?.rear.cover.widestMm ?? 0,
    },
    flowRatio: air?.ratio ?? null,
    outletRiseK: air?.riseK ?? null,
    recirculation: air?.recirculation ?? null,
    inletC: air?.inletC ?? null,
    outletC: air?.outletC ?? null,
    opticsC: air?.opticsC ?? null,
    marginRecommendedK: air?.margins?.recommendedK ?? null,
    marginAllowableK: air?.margins?.allowableK ?? null,
    fanSpeed: air?.fan.speed ?? null,
    fanPower: air?.fan.power ?? null,
    extraFanW: air?.fan.extraW ?? null,
  };
}
