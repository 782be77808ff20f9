/** All that the analysis says about one device. */
import type { Design } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { Cable, Rack } from '../model/records.ts';
import { airFinding, type FacesAir } from './air-rule.ts';
import { packingOf } from './assumed-inputs.ts';
import { bundleFindings } from './bundle-rule.ts';
import type { CablePlug } from './cable-result.ts';
import {
  airPassesFaces,
  type DeviceFlow,
  deviceFlow,
  faceAir,
  type InletMargins,
  inletMargins,
} from './device-air.ts';
import { type DevicePorts, devicePorts } from './device-ports.ts';
import type { FindingSource } from './finding.ts';
import type { Gap } from './gaps.ts';
import { type Attachment, attachmentOf } from './growth.ts';
import { portsFindings } from './ports-rule.ts';
import { breathes, type Placed } from './rack-neighbours.ts';
import type { DeviceRow } from './types.ts';

export interface DeviceResult {
  readonly placed: Placed;
  readonly row: DeviceRow;
  readonly ports: DevicePorts;
  readonly attachment: Attachment;
  /** The plugs in it. */
  readonly plugs: readonly CablePlug[];
  readonly margins: InletMargins | null;
  readonly findings: readonly FindingSource[];
  readonly gaps: readonly Gap[];
}

/** What a device's result depends on besides its type. */
export interface DeviceSurroundings {
  readonly design: Pick<Design, 'settings' | 'devices' | 'deviceTypes'>;
  /** Its rack; undefined when the design does not hold it. */
  readonly rack: Rack | undefined;
  /** The devices of that rack, itself included. */
  readonly neighbours: readonly Placed[];
  /** The cables with an end in it, and their plugs in it. */
  readonly cables: readonly Cable[];
  readonly plugs: readonly CablePlug[];
}

/** Analyses one placed device. */
export function analyseDevice(placed: Placed, around: DeviceSurroundings): DeviceResult {
  const { device, type } = placed;
  const { design, rack, cables, plugs } = around;
  const ports = devicePorts(placed, cables);
  const attachment = attachmentOf(design, placed, cables);
  const powerW = powerOf(placed, plugs);
  const faces = rack && device.mount === 'rails' ? facesOf(rack, placed, around) : null;
  const flow = faces && flowOf(placed, around, faces, powerW);
  const margins =
    flow && flow.inletC !== null ? inletMargins(design.settings, type, flow.inletC) : null;
  const findings = [...portsFindings(placed, ports, attachment.role)];
  if (rack && faces) {
    const { neighbours } = around;
    const packing = packingOf(design.settings.inputs, type);
    findings.push(...bundleFindings({ rack, placed, neighbours, faces, plugs, packing }));
    const air = flow && airFinding(rack, placed, faces, flow);
    if (air) findings.push(air);
  }
  const row: DeviceRow = {
    id: device.id,
    name: device.name,
    rack: device.rackId,
    u: device.u,
    powerW,
    airflowCfm: type.airflowCfm?.value ?? null,
    blockedFraction: {
      front: faces?.front.blocked.nominal ?? 0,
      rear: faces?.rear.blocked.nominal ?? 0,
    },
    bundleMm: {
      front: faces?.front.cover.widestMm ?? 0,
      rear: faces?.rear.cover.widestMm ?? 0,
    },
    flowRatio: flow?.ratio ?? null,
    outletRiseK: flow?.riseK ?? null,
    inletC: flow?.inletC ?? null,
    marginRecommendedK: margins?.recommendedK ?? null,
    marginAllowableK: margins?.allowableK ?? null,
  };
  const gaps = gapsOf(placed, faces, ports.lost);
  return { placed, row, ports, attachment, plugs, margins, findings, gaps };
}

/** Power with that of the plugs in it, W; null where the device's own is unknown. */
function powerOf({ type }: Placed, plugs: readonly CablePlug[]): number | null {
  const own = type.powerMaxW?.value ?? type.powerTypicalW?.value ?? (breathes(type) ? null : 0);
  if (own === null) return null;
  let watts = own;
  for (const plug of plugs) watts += plug.watts ?? 0;
  return watts;
}

function facesOf(rack: Rack, placed: Placed, around: DeviceSurroundings): FacesAir {
  const packing = packingOf(around.design.settings.inputs, placed.type).value;
  const of = (face: 'front' | 'rear') =>
    faceAir(rack, placed, around.neighbours, face, around.plugs, packing);
  return { front: of('front'), rear: of('rear') };
}

function flowOf(
  { type }: Placed,
  { design }: DeviceSurroundings,
  faces: FacesAir,
  powerW: number | null,
): DeviceFlow | null {
  const cfm = type.airflowCfm?.value ?? 0;
  if (cfm <= 0 || type.heightU <= 0 || !breathes(type) || !airPassesFaces(type)) return null;
  return deviceFlow(design.settings, type, cfm, powerW, [faces.front, faces.rear]);
}

const NO_GAPS: readonly Gap[] = [];

function gapsOf({ device, type }: Placed, faces: FacesAir | null, lost: number): readonly Gap[] {
  const facts = factsGap(type);
  if (lost === 0 && facts === null && (faces === null || type.airflowCfm !== null)) return NO_GAPS;
  const gaps: Gap[] = facts === null ? [] : [facts];
  if (lost > 0) gaps.push({ about: 'lost-ports', of: type.id, missing: [], amount: lost });
  const judged = breathes(type) && airPassesFaces(type) && device.mount === 'rails';
  const share = Math.max(faces?.front.blocked.nominal ?? 0, faces?.rear.blocked.nominal ?? 0);
  if (judged && type.airflowCfm === null && share > 0) {
    gaps.push({ about: 'airflow', of: type.id, missing: [], amount: share });
  }
  return gaps;
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
  if (breathes(type)) {
    if (type.powerMaxW === null && type.powerTypicalW === null) missing.push('powerMaxW');
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
