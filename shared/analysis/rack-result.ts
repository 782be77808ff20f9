/** All that the analysis says about one rack: sums over its devices and cables, held against its limits. */
import type { DeviceType } from '../model/device-type.ts';
import type { DesignSettings, Rack } from '../model/records.ts';
import { airFinding } from './air-rule.ts';
import { bendFindings } from './bend-rule.ts';
import type { CablePlug } from './cable-plug.ts';
import type { CableResult } from './cable-result.ts';
import type { DeviceResult } from './device-result.ts';
import type { FindingSource } from './finding.ts';
import { handLaidIn } from './hand-laid.ts';
import { rackFindings } from './heat-rule.ts';
import { pathwayFindings } from './pathway-rule.ts';
import { bundleFillOf, type RackPathways, rackPathways } from './pathways.ts';
import { type RackAir, rackAir } from './rack-air.ts';
import { rackAirFindings } from './rack-air-rule.ts';
import { layoutOf } from './rack-layout.ts';
import { type Total, total } from './total.ts';
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

/**
 * Analyses one rack.
 * @param through the cables that are led through it by hand
 */
export function analyseRack(
  settings: DesignSettings,
  rack: Rack,
  devices: readonly DeviceResult[],
  through: readonly CableResult[],
): RackResult {
  const { usedU, weight, airflow } = layoutOf(settings, rack, devices);
  const power = powerOf(devices);
  const handLaid = handLaidIn(rack.id, devices, through);
  const pathways = rackPathways(rack, devices, handLaid, settings.inputs);
  const air = rackAir(settings, rack, devices);
  const airs = [...air.devices.values()];
  const row: RackRow = {
    id: rack.id,
    name: rack.name,
    usedU,
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

/** What its devices draw. A PDU or power shelf hands on what others draw: counting both would count it twice. */
function powerOf(devices: readonly DeviceResult[]): Total {
  const drawing = devices.filter(({ placed: { type } }) => !passesPowerOn(type));
  return total(drawing, ({ powerW }) => powerW);
}

function passesPowerOn({ category }: DeviceType): boolean {
  return category === 'pdu' || category === 'power-shelf';
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
