/**
 * A hall of a given size for measuring: the same numbers give the same design. Ten racks are a unit: a network
 * rack with the leaves of four rails and their spines, and nine racks of GPU trays. Cores join the units.
 */
import { type Design, defaultSettings, designFromRecords } from '../../shared/model/design.ts';
import type { DesignRecord, Device, Rack, Row } from '../../shared/model/records.ts';
import { cableUnits } from './scene-cables.ts';
import { PARTS, type Part, partAt, typeOfPart } from './scene-parts.ts';

export interface SceneSize {
  readonly racks: number;
  readonly devices: number;
  readonly cables: number;
}

export const RACKS_PER_ROW = 20;
const RACKS_PER_UNIT = 10;
const RACK_HEIGHT_U = 48;

/** @throws RangeError when so many devices or cables do not fit */
export function benchScene({ racks, devices, cables }: SceneSize): Design {
  const rackRecords = Array.from({ length: racks }, (_, i) => rackAt(i));
  const rows = Array.from({ length: Math.ceil(racks / RACKS_PER_ROW) }, (_, i) => rowAt(i));
  const units: Map<Part, Device[]>[] = [];
  const placed: Device[] = [];
  for (const [i, rack] of rackRecords.entries()) {
    const count = Math.floor((devices * (i + 1)) / racks) - Math.floor((devices * i) / racks);
    const unit = unitAt(units, Math.floor(i / RACKS_PER_UNIT));
    const kind = i % RACKS_PER_UNIT === 0 ? 'network' : 'compute';
    placed.push(...fillRack(rack, count, kind, unit));
  }
  const records: DesignRecord[] = [
    defaultSettings('Bench'),
    ...rows,
    ...rackRecords,
    ...new Set(PARTS.map(typeOfPart)),
    ...placed,
    ...cableUnits(units, cables),
  ];
  return designFromRecords(records);
}

function unitAt(units: Map<Part, Device[]>[], index: number): Map<Part, Device[]> {
  const unit = units[index] ?? new Map<Part, Device[]>();
  units[index] = unit;
  return unit;
}

/** The i-th row of a hall, from 0. */
export function rowAt(i: number): Row {
  return {
    kind: 'row',
    id: `row-${i + 1}`,
    name: String.fromCharCode(65 + (i % 26)),
    order: i,
    place: null,
  };
}

/** The i-th rack of a hall, from 0. */
export function rackAt(i: number): Rack {
  return {
    kind: 'rack',
    id: `rack-${i + 1}`,
    name: `R${String(i + 1).padStart(4, '0')}`,
    rowId: `row-${Math.floor(i / RACKS_PER_ROW) + 1}`,
    order: i % RACKS_PER_ROW,
    frame: 'cabinet',
    heightU: RACK_HEIGHT_U,
    widthMm: i % RACKS_PER_UNIT === 0 ? 800 : 600,
    depthMm: 1200,
    maxWeightKg: 1500,
    maxPowerW: 140_000,
    frontDoorOpen: 0.8,
    rearDoorOpen: 0.8,
    gapMm: 0,
    turned: false,
    notes: '',
    extra: '',
  };
}

function fillRack(
  rack: Rack,
  count: number,
  kind: 'network' | 'compute',
  unit: Map<Part, Device[]>,
): Device[] {
  if (count > rack.heightU) throw new RangeError(`${count} devices do not fit a rack`);
  return Array.from({ length: count }, (_, i) => {
    const part = partAt(kind, i);
    const device: Device = {
      kind: 'device',
      id: `${rack.id}-device-${i + 1}`,
      name: `${rack.name.toLowerCase()}-${part}-${i + 1}`,
      typeId: typeOfPart(part).id,
      rackId: rack.id,
      mount: 'rails',
      bay: null,
      u: rack.heightU - i,
      face: kind === 'network' ? 'rear' : 'front',
      column: 0,
      locked: false,
      reserved: [],
      notes: '',
      extra: '',
    };
    unit.set(part, [...(unit.get(part) ?? []), device]);
    return device;
  });
}
