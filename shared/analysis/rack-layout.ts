/**
 * What follows from which types stand where in a rack, and from nothing else. Rack after rack of a hall is built the
 * same, so it is remembered by that.
 */
import type { DesignSettings, Rack } from '../model/records.ts';
import { type DeviceResult, weighsNothing } from './device-result.ts';
import { type RackGaps, rackGaps } from './open-units.ts';
import { isUnknownMover } from './rack-flow.ts';
import { breathes, type Placed } from './rack-neighbours.ts';
import { PartKey, RememberedByParts } from './remembered-lists.ts';
import { type Total, total } from './total.ts';

export interface RackLayout {
  /** Units taken on either face, halves counted. */
  readonly usedU: number;
  readonly weight: Total;
  readonly airflow: Total;
  readonly gaps: RackGaps;
  /** Models of devices that move air of which nobody knows how much. */
  readonly unknown: readonly string[];
}

/** Kept with the settings of a design, so that they go when it goes. */
const layouts = new WeakMap<DesignSettings, RememberedByParts<RackLayout>>();
const key = new PartKey();

export function layoutOf(
  settings: DesignSettings,
  rack: Rack,
  devices: readonly DeviceResult[],
): RackLayout {
  let known = layouts.get(settings);
  if (!known) layouts.set(settings, (known = new RememberedByParts()));
  key.length = 0;
  key.add(rack.heightU);
  for (let at = 0; at < devices.length; at += 1) {
    const { device, type } = (devices[at] as DeviceResult).placed;
    key.add(type);
    key.add(device.u);
    key.add(device.face);
    key.add(device.mount);
  }
  return known.find(key, () => layOut(rack, devices));
}

function layOut(rack: Rack, devices: readonly DeviceResult[]): RackLayout {
  const placed = devices.map((device) => device.placed);
  const moving = devices.filter(
    ({ placed: { device, type } }) => breathes(type) && device.mount !== 'bay',
  );
  const unknown = placed.filter(isUnknownMover).map(({ type }) => type.model);
  return {
    usedU: usedUnits(placed),
    weight: total(devices, weightOf),
    airflow: total(moving, ({ placed }) => placed.type.airflowCfm?.value ?? null),
    gaps: rackGaps(rack, placed),
    unknown: [...new Set(unknown)].sort(),
  };
}

function usedUnits(placed: readonly Placed[]): number {
  const halves = new Set<number>();
  for (const { device, type } of placed) {
    if (device.mount !== 'rails') continue;
    for (let u = device.u; u < device.u + type.heightU; u += 0.5) halves.add(u);
  }
  return halves.size / 2;
}

/** Weight of a device; panels that nobody weighs count as nothing. */
function weightOf({ placed: { type } }: DeviceResult): number | null {
  if (type.weightKg !== null) return type.weightKg.value;
  return weighsNothing(type) ? 0 : null;
}
