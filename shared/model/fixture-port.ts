/** Ports by name, for tests. */
import type { Design } from './design.ts';
import { typeOf } from './design-index.ts';
import type { PortRef } from './records.ts';

/** @throws Error when the device has no port of that name */
export function portNamed(design: Design, deviceId: string, name: string): PortRef {
  const device = design.devices.get(deviceId);
  const port = device && typeOf(design, device).ports.find((each) => each.name === name);
  if (!port) throw new Error(`no port ${deviceId} ${name}`);
  return { deviceId, portId: port.id };
}
