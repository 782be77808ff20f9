/** The bundles of one device, as the rules about them see them. */
import type { Face, Rack } from '../model/records.ts';
import type { UsedInput } from './assumed-inputs.ts';
import { bundleDiameterMm } from './bundle.ts';
import type { CablePlug } from './cable-plug.ts';
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

/** The diameters of the cables that pass a face where their bundle is thickest, mm. */
export function thickestPassing(
  plugs: readonly CablePlug[],
  face: Face,
  packing: number,
): readonly number[] {
  const running = runningOn(plugs, face);
  let thickest: readonly number[] = [];
  for (const cut of running) {
    // Just beyond a plug its own cable passes, on the side that it is led to.
    for (const beyond of [-BESIDE_MM, BESIDE_MM]) {
      const passing = running.flatMap(({ side, xMm, odMm }) => {
        const passes = side === 'left' ? xMm > cut.xMm + beyond : xMm < cut.xMm + beyond;
        return passes && odMm !== null ? [odMm] : [];
      });
      const thicker = bundleDiameterMm(passing, packing) > bundleDiameterMm(thickest, packing);
      if (thicker) thickest = passing;
    }
  }
  return thickest;
}
const BESIDE_MM = 0.01;

/** Σd² of diameters, mm². */
export function squaresOf(diametersMm: readonly number[]): number {
  return diametersMm.reduce((sum, d) => sum + d * d, 0);
}
