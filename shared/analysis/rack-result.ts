/** All that the analysis says about one rack: sums over its devices and cables, held against its limits. */
import { rackHeightMm, sideStripMm } from '../model/rack-geometry.ts';
import type { Rack } from '../model/records.ts';
import { type Mm, RACK_UNIT_MM } from '../units/length.ts';
import { pathwayFill } from './bundle.ts';
import type { CablePlug } from './cable-result.ts';
import { type DeviceResult, weighsNothing } from './device-result.ts';
import type { FindingSource } from './finding.ts';
import { rackFindings, type Total } from './heat-rule.ts';
import { breathes, type Placed } from './rack-neighbours.ts';
import type { RackRow } from './types.ts';

export interface RackResult {
  readonly row: RackRow;
  readonly findings: readonly FindingSource[];
}

/** Depth of a vertical cable manager beside the rails, mm [assumed: 100 to 250 is sold]. */
const MANAGER_DEPTH_MM: Mm = 150;

/** Analyses one rack. */
export function analyseRack(rack: Rack, devices: readonly DeviceResult[]): RackResult {
  const drawing = devices.filter(({ placed }) => !passesPowerOn(placed));
  const power = total(drawing, (device) => device.row.powerW);
  const weight = total(devices, weightOf);
  const moving = devices.filter(({ placed }) => breathes(placed.type));
  const airflow = total(moving, (device) => device.row.airflowCfm);
  const bundleFill = stripFill(rack, devices);
  const row: RackRow = {
    id: rack.id,
    name: rack.name,
    usedU: usedUnits(devices),
    powerW: power.all,
    heatW: power.all,
    weightKg: weight.all,
    airflowCfm: airflow.all,
    copperKg: copperKg(devices),
    bundleFill,
  };
  return { row, findings: rackFindings(rack, { devices, power, weight, bundleFill }) };
}

/** A PDU or power shelf hands on what others draw: counting both would count it twice. */
function passesPowerOn({ type }: Placed): boolean {
  return type.category === 'pdu' || type.category === 'power-shelf';
}

/** Weight of a device; panels that nobody weighs count as nothing. */
function weightOf({ placed: { type } }: DeviceResult): number | null {
  if (type.weightKg !== null) return type.weightKg.value;
  return weighsNothing(type) ? 0 : null;
}

function total(
  devices: readonly DeviceResult[],
  of: (device: DeviceResult) => number | null,
): Total {
  let known = 0;
  const missing = new Set<string>();
  for (const device of devices) {
    const value = of(device);
    if (value === null) missing.add(device.placed.type.model);
    else known += value;
  }
  return { all: missing.size === 0 ? known : null, known, missing: [...missing].sort() };
}

/** Units taken on either face, halves counted. */
function usedUnits(devices: readonly DeviceResult[]): number {
  const halves = new Set<number>();
  for (const { placed } of devices) {
    const { device, type } = placed;
    if (device.mount === 'side') continue;
    for (let u = device.u; u < device.u + type.heightU; u += 0.5) halves.add(u);
  }
  return halves.size / 2;
}

/** Copper in the rack, kg: of a cable that leaves it, the share of its plugs that are here. */
function copperKg(devices: readonly DeviceResult[]): number {
  let sum = 0;
  for (const { plugs } of devices) for (const plug of plugs) sum += plug.copperKg;
  return sum;
}

/** Levels at which the strips are cut to find where they are fullest: one a unit. */
const LEVEL_MM: Mm = RACK_UNIT_MM;

/** Fill of the fullest side strip at its fullest level, 0..; null where the rack has no strips. */
function stripFill(rack: Rack, devices: readonly DeviceResult[]): number | null {
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
  const { face, side, yMm, toYMm, odMm } = plug;
  if (odMm === null || yMm === toYMm) return;
  const strip = (face === 'front' ? 0 : 2) + (side === 'left' ? 0 : 1);
  const from = Math.floor(Math.min(yMm, toYMm) / LEVEL_MM);
  const to = Math.floor(Math.max(yMm, toYMm) / LEVEL_MM) + 1;
  const start = strip * levels + Math.max(0, from);
  const end = strip * levels + Math.min(levels - 1, to);
  steps[start] = (steps[start] ?? 0) + odMm * odMm;
  steps[end] = (steps[end] ?? 0) - odMm * odMm;
}
