/** All that the analysis says about one rack: sums over its devices and cables, held against its limits. */
import type { DesignSettings, Rack } from '../model/records.ts';
import { airFinding } from './air-rule.ts';
import { bendFindings } from './bend-rule.ts';
import type { CablePlug } from './cable-plug.ts';
import { type DeviceResult, weighsNothing } from './device-result.ts';
import type { FindingSource } from './finding.ts';
import { rackFindings, type Total } from './heat-rule.ts';
import { pathwayFindings } from './pathway-rule.ts';
import { bundleFillOf, type RackPathways, rackPathways } from './pathways.ts';
import { type RackAir, rackAir } from './rack-air.ts';
import { rackAirFindings } from './rack-air-rule.ts';
import { breathes, type Placed } from './rack-neighbours.ts';
import type { RackRow } from './types.ts';

export interface RackResult {
  readonly row: RackRow;
  /** Its devices, of which the totals of ports are made. */
  readonly devices: readonly DeviceResult[];
  /** The air of its devices. */
  readonly air: RackAir;
  /** Its strips and managers, of which the table of pathways is made. */
  readonly pathways: RackPathways;
  readonly findings: readonly FindingSource[];
}

/** Analyses one rack. */
export function analyseRack(
  settings: DesignSettings,
  rack: Rack,
  devices: readonly DeviceResult[],
): RackResult {
  const drawing = devices.filter(({ placed }) => !passesPowerOn(placed));
  const power = total(drawing, (device) => device.powerW);
  const weight = total(devices, weightOf);
  const moving = devices.filter(({ placed }) => breathes(placed.type) && !isInBay(placed));
  const airflow = total(moving, ({ placed }) => placed.type.airflowCfm?.value ?? null);
  const pathways = rackPathways(rack, devices, settings.inputs);
  const air = rackAir(settings, rack, devices);
  const airs = [...air.devices.values()];
  const row: RackRow = {
    id: rack.id,
    name: rack.name,
    usedU: usedUnits(devices),
    powerW: power.all,
    heatW: power.all,
    weightKg: weight.all,
    airflowCfm: airflow.all,
    flowRatio: air.ratio,
    acrossPa: air.acrossPa,
    leakM3s: air.devices.size === 0 ? null : air.leakM3s,
    openUnits: air.gaps.openUnits,
    copperKg: copperKg(devices),
    bundleFill: bundleFillOf(pathways),
  };
  const findings = [
    ...rackFindings(rack, { airs, power, weight }),
    ...airs.flatMap((each) => airFinding(settings, rack, each) ?? []),
    ...rackAirFindings(settings, rack, devices, air),
    ...pathwayFindings(pathways),
    ...bendFindings(rack, devices, settings.inputs),
  ];
  return { row, devices, air, pathways, findings };
}

function isInBay({ device }: Placed): boolean {
  return device.mount === 'bay';
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
    if (device.mount !== 'rails') continue;
    for (let u = device.u; u < device.u + type.heightU; u += 0.5) halves.add(u);
  }
  return halves.size / 2;
}

/** Copper in the rack, kg: of a cable that leaves it, the share of its plugs that are here. */
function copperKg(devices: readonly DeviceResult[]): number {
  let sum = 0;
  for (let of = 0; of < devices.length; of += 1) {
    const { plugs } = devices[of] as DeviceResult;
    for (let at = 0; at < plugs.length; at += 1) sum += (plugs[at] as CablePlug).copperKg;
  }
  return sum;
}
