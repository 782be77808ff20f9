/** What the analysis says about one device by itself; its air depends on the whole rack (`rack-air.ts`). */

import { isSupply } from '../model/bays.ts';
import type { Design } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { Cable, Rack } from '../model/records.ts';
import { packingOf } from './assumed-inputs.ts';
import { bundleFindings } from './bundle-rule.ts';
import type { CablePlug } from './cable-plug.ts';
import { type DevicePorts, devicePorts } from './device-ports.ts';
import { airPassesFaces, type FacesAir, faceAir } from './face-air.ts';
import type { FindingSource } from './finding.ts';
import type { Gap } from './gaps.ts';
import { type Attachment, attachmentOf, type Peers } from './growth.ts';
import type { Inside } from './inside.ts';
import { portsFindings } from './ports-rule.ts';
import { breathes, type Placed } from './rack-neighbours.ts';

export interface DeviceResult {
  readonly placed: Placed;
  /** With the electronics of the plugs in it, W; null where its own power is unknown. */
  readonly powerW: number | null;
  /** The same with all that is in its bays, W: what its air carries off; null where some of it is unknown. */
  readonly heatW: number | null;
  /** What its cables cover of the rack's faces; null beside the rails and without a rack. */
  readonly faces: FacesAir | null;
  readonly ports: DevicePorts;
  readonly attachment: Attachment;
  /** The plugs in it. */
  readonly plugs: readonly CablePlug[];
  readonly findings: readonly FindingSource[];
  readonly gaps: readonly Gap[];
}

/** What a device's result depends on besides its type. */
export interface DeviceSurroundings {
  readonly design: Pick<Design, 'settings'> & Peers;
  /** Its rack; undefined when the design does not hold it. */
  readonly rack: Rack | undefined;
  /** The devices of that rack, itself included. */
  readonly neighbours: readonly Placed[];
  /** The cables with an end in it, and their plugs in it. */
  readonly cables: readonly Cable[];
  readonly plugs: readonly CablePlug[];
  /** What is in its bays, however deep. */
  readonly inside: readonly Inside[];
}

/** Analyses one placed device. */
export function analyseDevice(placed: Placed, around: DeviceSurroundings): DeviceResult {
  const { device, type } = placed;
  const { design, rack, cables, plugs, inside } = around;
  // Cables of what is in its bays hang before its own face.
  const hanging = inside.length === 0 ? plugs : [...plugs, ...inside.flatMap((each) => each.plugs)];
  const ports = devicePorts(placed, cables, plugs);
  const attachment = attachmentOf(design, placed, cables);
  const powerW = powerOf(type, plugs);
  const heatW = withInside(powerW, inside);
  const faces = rack && device.mount === 'rails' ? facesOf(rack, placed, hanging, around) : null;
  let findings = portsFindings(placed, ports, attachment.role);
  if (rack && faces && hanging.length > 0) {
    const { neighbours } = around;
    const packing = packingOf(design.settings.inputs, type);
    const own = { rack, placed, neighbours, faces, plugs: hanging, packing };
    findings = both(findings, bundleFindings(own));
  }
  const gaps = gapsOf(placed, rack, faces, ports.lost);
  return { placed, powerW, heatW, faces, ports, attachment, plugs, findings, gaps };
}

function both(
  some: readonly FindingSource[],
  others: readonly FindingSource[],
): readonly FindingSource[] {
  if (others.length === 0) return some;
  return some.length === 0 ? others : [...some, ...others];
}

/** Power with that of the plugs in it, W; null where the device's own is unknown. */
function powerOf(type: DeviceType, plugs: readonly CablePlug[]): number | null {
  const own = ownPowerW(type);
  if (own === null) return null;
  let watts = own;
  for (let at = 0; at < plugs.length; at += 1) watts += (plugs[at] as CablePlug).watts ?? 0;
  return watts;
}

function withInside(ownW: number | null, inside: readonly Inside[]): number | null {
  let sum = ownW;
  for (let at = 0; at < inside.length && sum !== null; at += 1) {
    const { type, plugs } = inside[at] as Inside;
    const watts = powerOf(type, plugs);
    sum = watts === null ? null : sum + watts;
  }
  return sum;
}

function ownPowerW(type: DeviceType): number | null {
  if (isSupply(type)) return 0;
  return type.powerMaxW?.value ?? type.powerTypicalW?.value ?? (breathes(type) ? null : 0);
}

function facesOf(
  rack: Rack,
  placed: Placed,
  plugs: readonly CablePlug[],
  { design, neighbours }: DeviceSurroundings,
): FacesAir {
  const around = { inputs: design.settings.inputs, rack, placed, neighbours, plugs };
  return { front: faceAir(around, 'front'), rear: faceAir(around, 'rear') };
}

const NO_GAPS: readonly Gap[] = [];

function gapsOf(
  { device, type }: Placed,
  rack: Rack | undefined,
  faces: FacesAir | null,
  lost: number,
): readonly Gap[] {
  const facts = factsGap(type);
  const deeper = rack ? deeperBy(rack, type) : 0;
  const airKnown = faces === null || type.airflowCfm !== null;
  if (lost === 0 && facts === null && deeper === 0 && airKnown) return NO_GAPS;
  const gaps: Gap[] = facts === null ? [] : [facts];
  if (deeper > 0) gaps.push({ about: 'depth', of: type.id, missing: [], amount: deeper });
  if (lost > 0) gaps.push({ about: 'lost-ports', of: type.id, missing: [], amount: lost });
  const judged = breathes(type) && airPassesFaces(type) && device.mount === 'rails';
  const share = Math.max(faces?.front.blocked.nominal ?? 0, faces?.rear.blocked.nominal ?? 0);
  if (judged && type.airflowCfm === null && share > 0) {
    gaps.push({ about: 'airflow', of: type.id, missing: [], amount: share });
  }
  return gaps;
}

/** By how much the body is deeper than the rack, mm; 0 where it is not, or nobody knows. */
function deeperBy(rack: Rack, { depthMm }: DeviceType): number {
  return Math.max(0, (depthMm?.value ?? 0) - rack.depthMm);
}

const factsGaps = new WeakMap<DeviceType, Gap | null>();

/** The gap of a type of which facts are missing: the same for every device of it. */
function factsGap(type: DeviceType): Gap | null {
  let gap = factsGaps.get(type);
  if (gap === undefined) {
    const missing = missingFacts(type);
    gap = missing.length === 0 ? null : { about: 'type-facts', of: type.id, missing, amount: 1 };
    factsGaps.set(type, gap);
  }
  return gap;
}

function missingFacts(type: DeviceType): readonly string[] {
  const missing: string[] = [];
  if (ownPowerW(type) === null) missing.push('powerMaxW');
  // What is in a bay is blown through by the device that it is in.
  if (breathes(type) && type.lodging === 'rack') {
    if (type.airflowCfm === null) missing.push('airflowCfm');
    if (type.airflow === null) missing.push('airflow');
  }
  if (type.weightKg === null && !weighsNothing(type)) missing.push('weightKg');
  return missing;
}

/** Panels that nobody weighs. */
export function weighsNothing({ category }: DeviceType): boolean {
  return category === 'blank' || category === 'cable-manager';
}
