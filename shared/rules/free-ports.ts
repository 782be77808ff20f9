/** The ports of a placed device that a cable could still be plugged into, and those that are kept for one. */
import { mediumFacts } from '../catalog/index.ts';
import type { Design } from '../model/design.ts';
import { cableAt, typeOf } from '../model/design-index.ts';
import type { PortId } from '../model/ids.ts';
import type { Device, PortRef } from '../model/records.ts';
import { portAt, portsOfCage } from './port-lookup.ts';

/** Interfaces for data without a cable, and without a plug beside them that fills their opening. */
export function freeDataPorts(design: Design, device: Device): readonly PortId[] {
  return typeOf(design, device).ports.flatMap(({ id, kind, managementOnly }) => {
    if (kind !== 'interface' || managementOnly) return [];
    const place = portAt(design, { deviceId: device.id, portId: id });
    const inside = place === null ? [] : portsOfCage(place);
    const shut = inside.some((port) => {
      const cable = cableAt(design, { deviceId: device.id, portId: port.id });
      return cable && (port.id === id || mediumFacts(cable.medium).plug === 'cage');
    });
    return shut ? [] : [id];
  });
}

/** Whether somebody keeps the port for something to come. */
export function isKept(design: Design, { deviceId, portId }: PortRef): boolean {
  return design.devices.get(deviceId)?.reserved.includes(portId) === true;
}
