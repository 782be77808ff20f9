/** How full the strips beside the rails are, where the vertical runs of the cables are led. */
import { rackHeightMm, sideStripMm } from '../model/rack-geometry.ts';
import type { Rack } from '../model/records.ts';
import { type Mm, RACK_UNIT_MM } from '../units/length.ts';
import { pathwayFill } from './bundle.ts';
import type { CablePlug } from './cable-result.ts';
import type { DeviceResult } from './device-result.ts';

/** Depth of a vertical cable manager beside the rails, mm [assumed: 100 to 250 is sold]. */
const MANAGER_DEPTH_MM: Mm = 150;

/** Levels at which the strips are cut to find where they are fullest: one a unit. */
const LEVEL_MM: Mm = RACK_UNIT_MM;

/** Fill of the fullest side strip at its fullest level, 0..; null where the rack has no strips. */
export function stripFill(rack: Rack, devices: readonly DeviceResult[]): number | null {
  const widthMm = sideStripMm(rack);
  if (widthMm <= 0) return null;
  const levels = Math.ceil(rackHeightMm(rack) / LEVEL_MM) + 2;
  const steps = new Float64Array(STRIPS * levels);
  for (const { plugs } of devices) for (const plug of plugs) addRun(steps, levels, plug);
  let fullest = 0;
  for (let strip = 0; strip < STRIPS; strip += 1) {
    let squares = 0;
    for (let level = 0; level < levels; level += 1) {
      squares += steps[strip * levels + level] ?? 0;
      fullest = Math.max(fullest, squares);
    }
  }
  return pathwayFill(Math.max(0, fullest), widthMm * MANAGER_DEPTH_MM);
}
/** Left and right, front and rear. */
const STRIPS = 4;

/** Adds d² where the run enters a strip's level and takes it off where it leaves. */
function addRun(steps: Float64Array, levels: number, plug: CablePlug): void {
  const { face, side, leadYMm, toYMm, odMm } = plug;
  if (odMm === null || leadYMm === toYMm) return;
  const strip = (face === 'front' ? 0 : 2) + (side === 'left' ? 0 : 1);
  const from = Math.floor(Math.min(leadYMm, toYMm) / LEVEL_MM);
  const to = Math.floor(Math.max(leadYMm, toYMm) / LEVEL_MM) + 1;
  const start = strip * levels + Math.max(0, from);
  const end = strip * levels + Math.min(levels - 1, to);
  steps[start] = (steps[start] ?? 0) + odMm * odMm;
  steps[end] = (steps[end] ?? 0) - odMm * odMm;
}
