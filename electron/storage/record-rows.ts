/**
 * Records as rows and back, one table a kind. What comes back from a row is a mere candidate: it is checked
 * against the record schema before anyone believes it.
 */
import type { PortRef, RecordKind, RecordOf } from '../../shared/model/records.ts';
import { halfUnits, known, micrometres, over, parsed, real, text } from './column-values.ts';
import type { Row } from './database.ts';
import { DEVICE_TYPE_TABLE } from './device-type-row.ts';
import { FLOOR_TABLES } from './floor-rows.ts';
import type { RecordTable } from './record-table.ts';

export const RECORD_TABLES: { readonly [K in RecordKind]: RecordTable<K> } = {
  settings: {
    table: 'settings',
    columns: [
      'id',
      'name',
      'supply_temp_c',
      'altitude_m',
      'ashrae_class',
      'tray_rise_um',
      'row_pitch_um',
      'inputs',
      'growth',
      'cabling',
      'drawing',
    ],
    toRow: (settings) => [
      settings.id,
      text(settings.name),
      real(settings.supplyTempC),
      real(settings.altitudeM),
      settings.ashraeClass,
      micrometres(settings.trayRiseMm),
      micrometres(settings.rowPitchMm),
      JSON.stringify(settings.inputs),
      JSON.stringify(settings.growth),
      JSON.stringify(settings.cabling),
      JSON.stringify(settings.drawing),
    ],
    fromRow: (row) => {
      const [id, name, supplyTempC, altitudeM, ashraeClass, trayRise, rowPitch, ...rest] = row;
      const [inputs, growth, cabling, drawing] = rest;
      return {
        kind: 'settings',
        id,
        name,
        supplyTempC,
        altitudeM,
        ashraeClass,
        trayRiseMm: over(trayRise, 1000),
        rowPitchMm: over(rowPitch, 1000),
        inputs: parsed(inputs),
        growth: parsed(growth),
        cabling: parsed(cabling),
        drawing: parsed(drawing),
      };
    },
  },
  row: {
    table: 'rack_row',
    columns: ['id', 'name', 'place', 'x_um', 'y_um', 'facing'],
    toRow: ({ id, name, order, place }) => [
      text(id),
      text(name),
      real(order),
      place && micrometres(place.xMm),
      place && micrometres(place.yMm),
      place && place.facing,
    ],
    fromRow: ([id, name, order, x, y, facing]) => {
      const place = x === null ? null : { xMm: over(x, 1000), yMm: over(y, 1000), facing };
      return { kind: 'row', id, name, order, place };
    },
  },
  rack: {
    table: 'rack',
    columns: [
      'id',
      'name',
      'row_id',
      'place',
      'frame',
      'height_half_u',
      'width_um',
      'depth_um',
      'max_weight_kg',
      'max_power_w',
      'front_door_open',
      'rear_door_open',
      'notes',
      'extra',
      'gap_um',
      'turned',
    ],
    toRow: (rack) => [
      text(rack.id),
      text(rack.name),
      text(rack.rowId),
      real(rack.order),
      rack.frame,
      halfUnits(rack.heightU),
      micrometres(rack.widthMm),
      micrometres(rack.depthMm),
      known(rack.maxWeightKg),
      known(rack.maxPowerW),
      known(rack.frontDoorOpen),
      known(rack.rearDoorOpen),
      text(rack.notes),
      text(rack.extra),
      micrometres(rack.gapMm),
      rack.turned ? 1 : 0,
    ],
    fromRow: (row) => {
      const [id, name, rowId, order, frame, heightU, width, depth, ...rest] = row;
      const [maxWeightKg, maxPowerW, frontDoorOpen, rearDoorOpen, notes, extra, gap, turned] = rest;
      return {
        kind: 'rack',
        id,
        name,
        rowId,
        order,
        frame,
        heightU: over(heightU, 2),
        widthMm: over(width, 1000),
        depthMm: over(depth, 1000),
        gapMm: over(gap, 1000),
        turned: turned === 1,
        maxWeightKg,
        maxPowerW,
        frontDoorOpen,
        rearDoorOpen,
        notes,
        extra,
      };
    },
  },
  picture: {
    table: 'picture',
    columns: ['id', 'name', 'mime', 'width_px', 'height_px', 'data'],
    toRow: (picture) => [
      text(picture.id),
      text(picture.name),
      picture.mime,
      picture.widthPx,
      picture.heightPx,
      picture.data,
    ],
    fromRow: ([id, name, mime, widthPx, heightPx, data]) => ({
      kind: 'picture',
      id,
      name,
      mime,
      widthPx,
      heightPx,
      data,
    }),
  },
  deviceType: DEVICE_TYPE_TABLE,
  device: {
    table: 'device',
    columns: [
      'id',
      'name',
      'type_id',
      'rack_id',
      'mount',
      'u_half',
      'face',
      'slot',
      'locked',
      'notes',
      'reserved',
      'in_device',
      'in_bay',
      'extra',
    ],
    toRow: (device) => [
      text(device.id),
      text(device.name),
      text(device.typeId),
      text(device.rackId),
      // The column is older than bays; a device in one hangs on the rails of the device that it is in.
      device.bay === null ? device.mount : 'rails',
      halfUnits(device.u),
      device.face,
      device.column,
      device.locked ? 1 : 0,
      text(device.notes),
      device.reserved.length === 0 ? '' : JSON.stringify(device.reserved),
      device.bay === null ? null : text(device.bay.deviceId),
      device.bay === null ? null : text(device.bay.bayId),
      text(device.extra),
    ],
    fromRow: (row) => {
      const [id, name, typeId, rackId, mount, u, face, column, locked, ...rest] = row;
      const [notes, reserved, inDevice, inBay, extra] = rest;
      const bay = inDevice === null ? null : { deviceId: inDevice, bayId: inBay };
      return {
        kind: 'device',
        id,
        name,
        typeId,
        rackId,
        mount: bay === null ? mount : 'bay',
        bay,
        u: over(u, 2),
        face,
        column,
        locked: locked === 1,
        // Of tens of thousands of devices hardly one keeps ports free.
        reserved: reserved === '' ? [] : parsed(reserved),
        notes,
        extra,
      };
    },
  },
  cable: {
    table: 'cable',
    columns: [
      'id',
      'label',
      'medium',
      'awg',
      'length_um',
      'colour',
      'fabric',
      'rail',
      'side',
      'notes',
      'length_for_um',
      'waypoints',
      'part',
      'bundle',
      'status',
      'extra',
    ],
    toRow: (cable) => [
      text(cable.id),
      text(cable.label),
      cable.medium,
      cable.awg,
      cable.lengthM === null ? null : Math.round(cable.lengthM * 1_000_000),
      cable.colour,
      text(cable.fabric),
      cable.rail,
      cable.side,
      text(cable.notes),
      cable.lengthForMm === null ? null : micrometres(cable.lengthForMm),
      cable.waypoints.length === 0 ? '' : JSON.stringify(cable.waypoints),
      text(cable.part),
      text(cable.bundle),
      cable.status,
      text(cable.extra),
    ],
    fromRow: (row, ends) => {
      const [id, label, medium, awg, length, colour, fabric, rail, side, notes, ...rest] = row;
      const [lengthFor, waypoints, part, bundle, status, extra] = rest;
      return {
        kind: 'cable',
        id,
        label,
        medium,
        awg,
        lengthM: over(length, 1_000_000),
        lengthForMm: over(lengthFor, 1000),
        colour,
        fabric,
        rail,
        side,
        // Most cables are led automatically.
        waypoints: waypoints === '' ? [] : parsed(waypoints),
        ends: { a: refsOf(ends, 'a'), b: refsOf(ends, 'b') },
        part,
        bundle,
        status,
        notes,
        extra,
      };
    },
  },
  waiver: {
    table: 'waiver',
    columns: ['id', 'finding_id', 'reason', 'by_whom', 'on_day', 'numbers'],
    toRow: (waiver) => [
      text(waiver.id),
      text(waiver.findingId),
      text(waiver.reason),
      text(waiver.by),
      waiver.on,
      text(waiver.numbers),
    ],
    fromRow: ([id, findingId, reason, by, on, numbers]) => ({
      kind: 'waiver',
      id,
      findingId,
      reason,
      by,
      on,
      numbers,
    }),
  },
  ...FLOOR_TABLES,
  found: {
    table: 'found',
    columns: ['id', 'name', 'format', 'on_day', 'links', 'aliases'],
    toRow: (found) => [
      text(found.id),
      text(found.name),
      found.format,
      found.on,
      JSON.stringify(found.links),
      JSON.stringify(found.aliases),
    ],
    fromRow: ([id, name, format, on, links, aliases]) => ({
      kind: 'found',
      id,
      name,
      format,
      on,
      links: parsed(links),
      aliases: parsed(aliases),
    }),
  },
};

/** The columns of `cable_end`, in the order of `endRows`. */
export const END_COLUMNS = ['cable_id', 'side', 'place', 'device_id', 'port_id'] as const;

/** A cable's rows of `cable_end`, in the order in which they are read back. */
export function endRows({ id, ends }: RecordOf<'cable'>): Row[] {
  const cableId = text(id);
  const rowOf =
    (side: string) =>
    (ref: PortRef, place: number): Row => [
      cableId,
      side,
      place,
      text(ref.deviceId),
      text(ref.portId),
    ];
  return [...ends.a.map(rowOf('a')), ...ends.b.map(rowOf('b'))];
}

function refsOf(ends: readonly Row[], wanted: 'a' | 'b'): unknown[] {
  const refs: unknown[] = [];
  for (const [, side, , deviceId, portId] of ends) {
    if (side === wanted) refs.push({ deviceId, portId });
  }
  return refs;
}
