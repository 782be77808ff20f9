/** What a rack's air page shows: its devices from the side with their air, and the gaps it leaks through. */
import type { Analysis, Band, DeviceRow, RackRow } from '../../analysis/types.ts';
import type { Design } from '../../model/design.ts';
import { devicesInRack, typeOf } from '../../model/design-index.ts';
import type { DeviceType } from '../../model/device-type.ts';
import type { RackId } from '../../model/ids.ts';
import type { Device, Face, Rack } from '../../model/records.ts';
import { type Step, stepOf } from '../overlays/overlay-kind.ts';
import { deviceRow } from '../overlays/reading.ts';

/** How the air passes a device in the rack: towards the rear, towards the front, across it, not at all. */
export type AirWay = 'rearwards' | 'forwards' | 'across' | 'none' | 'unknown';

export interface AirPageDevice {
  readonly id: string;
  readonly name: string;
  readonly u: number;
  readonly heightU: number;
  /** From where to where it reaches behind the front posts, mm. */
  readonly fromMm: number;
  readonly toMm: number;
  readonly way: AirWay;
  readonly powerW: number | null;
  readonly airflowCfm: number | null;
  /** Share of each face's opening that is blocked. */
  readonly blocked: Readonly<Record<Face, number>>;
  readonly flowRatio: Band | null;
  readonly inletC: number | null;
  readonly outletC: Band | null;
  readonly marginAllowableK: number | null;
  /** Of the scale of outlet temperatures; null where it is unknown. */
  readonly step: Step | null;
}

/** Units that nothing takes on the front: closed by panels, or open to what comes back from the rear. */
export interface AirPageGap {
  readonly bottomU: number;
  readonly topU: number;
  readonly closed: boolean;
}

export interface AirPage {
  readonly rack: Rack;
  readonly row: RackRow;
  readonly supplyC: number;
  /** From the top down. */
  readonly devices: readonly AirPageDevice[];
  readonly gaps: readonly AirPageGap[];
}

/** Depth of a device whose own is unknown, as a share of the rack's, by what it takes of it. */
const USUAL_DEPTH = { full: 0.7, half: 0.35 } as const;

/** The air page of a rack; null where design or analysis do not hold it. */
export function airPageOf(design: Design, analysis: Analysis, rackId: RackId): AirPage | null {
  const rack = design.racks.get(rackId);
  const row = analysis.racks.find(({ id }) => id === rackId);
  if (!rack || !row) return null;
  const onRails = devicesInRack(design, rackId)
    .filter(({ mount }) => mount === 'rails')
    .map((device) => ({ device, type: typeOf(design, device) }))
    .sort((a, b) => b.device.u - a.device.u);
  const breathing = onRails.filter(({ type }) => !isPanel(type));
  return {
    rack,
    row,
    supplyC: design.settings.supplyTempC,
    devices: breathing.map(({ device, type }) =>
      pageDevice(rack, device, type, deviceRow(analysis, device.id)),
    ),
    gaps: gapsOf(row, onRails),
  };
}

/** Closes units and moves no air. */
function isPanel({ category }: DeviceType): boolean {
  return category === 'blank';
}

function pageDevice(
  rack: Rack,
  device: Device,
  type: DeviceType,
  row: DeviceRow | undefined,
): AirPageDevice {
  const depth = Math.min(
    rack.depthMm,
    type.depthMm?.value ?? rack.depthMm * USUAL_DEPTH[type.depthUse],
  );
  const atFront = device.face === 'front';
  const outletC = row?.outletC ?? null;
  return {
    id: device.id,
    name: device.name,
    u: device.u,
    heightU: type.heightU,
    fromMm: atFront ? 0 : rack.depthMm - depth,
    toMm: atFront ? depth : rack.depthMm,
    way: wayOf(row?.intake ?? null, type),
    powerW: row?.powerW ?? null,
    airflowCfm: row?.airflowCfm ?? null,
    blocked: row?.blockedFraction ?? { front: 0, rear: 0 },
    flowRatio: row?.flowRatio ?? null,
    inletC: row?.inletC ?? null,
    outletC,
    marginAllowableK: row?.marginAllowableK ?? null,
    step: outletC === null ? null : stepOf('outlet', outletC.nominal),
  };
}

/** The way of the air in the rack: from the face where it is taken in; else what the type says of it. */
function wayOf(intake: Face | null, { airflow, category }: DeviceType): AirWay {
  if (intake !== null) return intake === 'front' ? 'rearwards' : 'forwards';
  if (airflow?.value === 'passive') return 'none';
  if (airflow) return 'across';
  return category === 'patch-panel' || category === 'cable-manager' ? 'none' : 'unknown';
}

interface OnRails {
  readonly device: Device;
  readonly type: DeviceType;
}

/** Runs of units that nothing closes, and the panels that close others, from the top down. */
function gapsOf({ openUnits }: RackRow, onRails: readonly OnRails[]): readonly AirPageGap[] {
  const open = runsOf(openUnits).map((run) => ({ ...run, closed: false }));
  const panels = onRails.filter(({ type }) => isPanel(type));
  const closed = panels.map(({ device: { u }, type: { heightU } }) => {
    return { bottomU: u, topU: u + heightU - 1, closed: true };
  });
  return [...open, ...closed].sort((a, b) => b.bottomU - a.bottomU);
}

/** @param units from the bottom */
function runsOf(units: readonly number[]): readonly Pick<AirPageGap, 'bottomU' | 'topU'>[] {
  const runs: { bottomU: number; topU: number }[] = [];
  for (const u of units) {
    const last = runs.at(-1);
    if (last?.topU === u - 1) last.topU = u;
    else runs.push({ bottomU: u, topU: u });
  }
  return runs;
}
