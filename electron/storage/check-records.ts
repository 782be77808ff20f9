/**
 * What must hold of the records of a design, asked of everything that comes out of a file and of everything
 * that goes into one. Both ask the same, so that what was written can always be opened again.
 */
import { recordSchema } from '../../shared/contract/record-schema.ts';
import type { Design } from '../../shared/model/design.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import type { PortId } from '../../shared/model/ids.ts';
import type { Cable, DesignRecord, PortRef } from '../../shared/model/records.ts';
import { say } from '../../shared/text/index.ts';

/** A record that cannot stand in a design; `where` says which and why, for a person. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
}

/** The candidate as a record. @throws RecordError */
export function checkedRecord(value: unknown): DesignRecord {
  const parsed = recordSchema.safeParse(value);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path ?? [];
    throw wrong(value, 'field', { field: path.map(String).join('.') || 'kind' });
  }
  if (parsed.data.kind === 'deviceType') checkType(parsed.data);
  return parsed.data;
}

function checkType(type: DeviceType): void {
  const cages = distinct(type, type.cages);
  const ports = distinct(type, type.ports);
  for (const port of type.ports) {
    if (port.cageId !== null && !cages.has(port.cageId)) refuseReference(type, port.cageId);
  }
  for (const { frontPortId, rearPortId } of type.portMappings) {
    for (const end of [frontPortId, rearPortId]) if (!ports.has(end)) refuseReference(type, end);
  }
}

function distinct(type: DeviceType, parts: readonly { readonly id: string }[]): Set<string> {
  const ids = new Set<string>();
  for (const { id } of parts) {
    if (ids.has(id)) throw wrong(type, 'twice', { what: id });
    ids.add(id);
  }
  return ids;
}

/** Every reference leads somewhere, and no port has two cables. @throws RecordError */
export function checkReferences(design: Design): void {
  for (const rack of design.racks.values()) {
    if (!design.rows.has(rack.rowId)) refuseReference(rack, rack.rowId);
  }
  for (const device of design.devices.values()) {
    if (!design.racks.has(device.rackId)) refuseReference(device, device.rackId);
    if (!design.deviceTypes.has(device.typeId)) refuseReference(device, device.typeId);
    const host = device.bay?.deviceId;
    if (host !== undefined && !design.devices.has(host)) refuseReference(device, host);
  }
  checkCableEnds(design);
  // Links of one cable may share a port at one end of it; that the port is at both is no cable.
  const taken = new Map<string, readonly PortRef[]>();
  for (const cable of design.cables.values()) {
    for (const side of [cable.ends.a, cable.ends.b]) {
      for (const { deviceId, portId } of side) {
        const port = JSON.stringify([deviceId, portId]);
        if ((taken.get(port) ?? side) !== side) throw wrong(cable, 'port-twice', {});
        taken.set(port, side);
      }
    }
  }
}

/** Every cable ends in ports that its devices have. @throws RecordError */
export function checkCableEnds(design: Design): void {
  const ports = new Map<string, ReadonlySet<PortId>>();
  for (const type of design.deviceTypes.values()) ports.set(type.id, portIds(type));
  for (const cable of design.cables.values()) {
    checkEnds(cable, (deviceId) => {
      const typeId = design.devices.get(deviceId)?.typeId;
      return typeId === undefined ? undefined : ports.get(typeId);
    });
  }
}

export function portIds(type: Pick<DeviceType, 'ports'>): ReadonlySet<PortId> {
  return new Set(type.ports.map((port) => port.id));
}

/**
 * Every end of the cable is a port of its device.
 * @param portsOf the ports of a device, or undefined when there is no such device
 * @throws RecordError
 */
export function checkEnds(
  cable: Cable,
  portsOf: (deviceId: string) => ReadonlySet<PortId> | undefined,
): void {
  for (const side of [cable.ends.a, cable.ends.b]) {
    for (const { deviceId, portId } of side) {
      const ports = portsOf(deviceId);
      if (!ports) refuseReference(cable, deviceId);
      else if (!ports.has(portId)) throw wrong(cable, 'port', { port: portId });
    }
  }
}

function refuseReference(record: DesignRecord, target: string): never {
  throw wrong(record, 'reference', { target });
}

const NAMED_KINDS = [
  'settings',
  'row',
  'rack',
  'picture',
  'deviceType',
  'device',
  'cable',
  'waiver',
  'found',
  'area',
  'pathway',
  'cluster',
];

function wrong(value: unknown, what: string, args: Readonly<Record<string, string>>): RecordError {
  const { kind, id } = Object(value) as { kind?: unknown; id?: unknown };
  const named = typeof kind === 'string' && NAMED_KINDS.includes(kind) ? kind : 'other';
  return new RecordError(
    say(`storage.where.${what}`, {
      kind: say(`storage.kind.${named}`),
      id: String(id).slice(0, 80),
      ...args,
    }),
  );
}
