/** Sums over the devices of a rack, of which some parts may be unknown. */
import type { Placed } from './rack-neighbours.ts';

/** A sum over the devices of a rack. */
export interface Total {
  /** Null where a part is not known. */
  readonly all: number | null;
  /** Sum of what is known. */
  readonly known: number;
  /** Names of what is not known. */
  readonly missing: readonly string[];
}

/** Sums what is known over devices. */
export function total<Device extends { readonly placed: Placed }>(
  devices: readonly Device[],
  of: (device: Device) => number | null,
): Total {
  let known = 0;
  let missing: Set<string> | null = null;
  for (let at = 0; at < devices.length; at += 1) {
    const device = devices[at] as Device;
    const value = of(device);
    if (value === null) (missing ??= new Set()).add(device.placed.type.model);
    else known += value;
  }
  if (missing === null) return { all: known, known, missing: NONE };
  return { all: null, known, missing: [...missing].sort() };
}
const NONE: readonly string[] = [];
