/** The bundles of one device, as the rules about them see them. */
import type { Face, Rack } from '../model/records.ts';
import type { UsedInput } from './assumed-inputs.ts';
import type { CablePlug } from './cable-result.ts';
import type { FacesAir } from './face-air.ts';
import type { Placed } from './rack-neighbours.ts';

/** What the findings about the bundles of a device are made from. */
export interface DeviceBundles {
  readonly rack: Rack;
  readonly placed: Placed;
  /** The devices of its rack. */
  readonly neighbours: readonly Placed[];
  /** What its cables cover of its faces. */
  readonly faces: FacesAir;
  /** Its plugs. */
  readonly plugs: readonly CablePlug[];
  readonly packing: UsedInput;
}

/** The plugs whose cables run across the device's own face, where their thickness is known. */
export function runningOn(plugs: readonly CablePlug[], face: Face): readonly CablePlug[] {
  return plugs.filter(
    (plug) => plug.face === face && plug.managerId === null && plug.odMm !== null,
  );
}
