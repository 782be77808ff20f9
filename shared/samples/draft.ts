/** What the samples are written with: records one after the other, with ids that never change. */
import { catalogType } from '../catalog/index.ts';
import { type Design, defaultSettings, designFromRecords } from '../model/design.ts';
import type { MediumId } from '../model/medium.ts';
import { newCable } from '../model/new-cable.ts';
import type { Cable, DesignRecord, Device, PortRef, Rack, Row } from '../model/records.ts';

/** A cable before it has an id and a label. */
export interface CableDraft {
  readonly medium: MediumId;
  readonly awg?: number;
  readonly fabric: string;
  readonly rail?: number;
  readonly a: readonly PortRef[];
  readonly b: readonly PortRef[];
}

export interface DeviceDraft {
  readonly name: string;
  /** Id in the catalogue, without its prefix. */
  readonly type: string;
  readonly u: number;
  readonly face: Device['face'];
  /** Beside the rails, on this strip as seen from `face`; on the rails when left out. */
  readonly strip?: 'left' | 'right';
}

export interface Draft {
  rack(name: string, shape: Pick<Rack, 'widthMm' | 'maxPowerW'>): Rack;
  device(rack: Rack, draft: DeviceDraft): Device;
  /** Labels run `C0001`, `C0002`, … in the order of the calls. */
  cable(draft: CableDraft): Cable;
  build(): Design;
}

/** Starts a design of one row. Racks are 42U cabinets of 1200 mm depth with perforated doors. */
export function startDraft(name: string): Draft {
  const row: Row = { kind: 'row', id: 'row-a', name: 'A', order: 0, place: null };
  const records: DesignRecord[] = [defaultSettings(name), row];
  const typesUsed = new Set<string>();
  let racks = 0;
  let cables = 0;
  const keep = <R extends DesignRecord>(record: R): R => {
    records.push(record);
    return record;
  };
  return {
    rack: (rackName, shape) => {
      racks += 1;
      return keep(cabinet(rackName, row, racks, shape));
    },
    device: (rack, draft) => {
      const type = catalogType(`catalog:${draft.type}`);
      if (!typesUsed.has(type.id)) keep(type);
      typesUsed.add(type.id);
      return keep(placed(rack, draft, type.id));
    },
    cable: (draft) => {
      cables += 1;
      return keep(labelled(draft, cables));
    },
    build: () => designFromRecords(records),
  };
}

function cabinet(
  name: string,
  row: Row,
  order: number,
  shape: Pick<Rack, 'widthMm' | 'maxPowerW'>,
): Rack {
  return {
    kind: 'rack',
    id: `rack-${name.toLowerCase()}`,
    name,
    rowId: row.id,
    order,
    frame: 'cabinet',
    heightU: 42,
    widthMm: shape.widthMm,
    depthMm: 1200,
    maxWeightKg: 1500,
    maxPowerW: shape.maxPowerW,
    frontDoorOpen: 0.64,
    rearDoorOpen: 0.64,
    gapMm: 0,
    turned: false,
    notes: '',
    extra: '',
  };
}

function placed(rack: Rack, draft: DeviceDraft, typeId: string): Device {
  return {
    kind: 'device',
    id: `device-${draft.name.toLowerCase().replaceAll(' ', '-')}`,
    name: draft.name,
    typeId,
    rackId: rack.id,
    mount: draft.strip === undefined ? 'rails' : 'side',
    bay: null,
    u: draft.u,
    face: draft.face,
    column: draft.strip === 'right' ? 1 : 0,
    locked: false,
    reserved: [],
    notes: '',
    extra: '',
  };
}

function labelled(draft: CableDraft, number: number): Cable {
  const label = `C${String(number).padStart(4, '0')}`;
  return newCable({
    id: `cable-${label.toLowerCase()}`,
    label,
    medium: draft.medium,
    awg: draft.awg ?? null,
    fabric: draft.fabric,
    rail: draft.rail ?? null,
    ends: { a: draft.a, b: draft.b },
  });
}

/** A port of a device by its id in the type. */
export function port(device: Device, portId: string): PortRef {
  return { deviceId: device.id, portId };
}

/** Both ports of a twin-port cage, as a plug that takes the whole cage meets them. */
export function cagePorts(device: Device, cageId: string): readonly PortRef[] {
  return [port(device, `${cageId}.1`), port(device, `${cageId}.2`)];
}
