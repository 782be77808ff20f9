/** The air that reaches optics at the exhaust: it has taken up most of the device's heat before. */
import type { DeviceType } from '../model/device-type.ts';
import { typeFaceSeen } from '../model/rack-geometry.ts';
import type { Face } from '../model/records.ts';
import type { Placed } from './rack-neighbours.ts';
import type { Band } from './types.ts';

/** Share of a device's heat that its air has taken up before it comes to optics at the exhaust [assumed]. */
export const HEATED_BEFORE = { low: 0.5, nominal: 0.65, high: 0.8 } as const;

/**
 * T_opt = T_in + f·ΔT, °C, of a device that blows out by the face on which its optics sit (physics.md, section
 * 5); null for one that takes its air in there, or has none.
 * @param intake the face of the rack by which it takes its air in
 */
export function opticsAirC(placed: Placed, intake: Face, inletC: number, riseK: Band): Band | null {
  const face = opticsFace(placed.type);
  if (face === null || face === typeFaceSeen(placed.device, intake)) return null;
  return {
    low: inletC + HEATED_BEFORE.low * riseK.low,
    nominal: inletC + HEATED_BEFORE.nominal * riseK.nominal,
    high: inletC + HEATED_BEFORE.high * riseK.high,
  };
}

const opticsFaces = new WeakMap<DeviceType, { readonly face: Face | null }>();

/** The face of a type on which most of its cages for pluggable optics sit; null where it has none. */
function opticsFace(type: DeviceType): Face | null {
  let known = opticsFaces.get(type);
  if (!known) {
    let lead = 0;
    for (const { face, formFactor } of type.cages) {
      if (/^(sfp|qsfp|osfp|cfp)/.test(formFactor)) lead += face === 'front' ? 1 : -1;
    }
    known = { face: lead === 0 ? null : lead > 0 ? 'front' : 'rear' };
    opticsFaces.set(type, known);
  }
  return known.face;
}
