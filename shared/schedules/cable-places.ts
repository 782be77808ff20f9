/** Where the ends of a cable are, in the words of an installer. */
import { bayOf } from '../model/bays.ts';
import type { Design } from '../model/design.ts';
import { portOf } from '../model/design-index.ts';
import type { Device, PortRef } from '../model/records.ts';
import { say } from '../text/index.ts';

/** One end of a cable, taken apart; a word that the design does not hold is empty. */
export interface EndPlace {
  readonly rack: string;
  readonly unit: string;
  readonly device: string;
  readonly port: string;
}

/** The place of a port. */
export function endPlace(design: Design, ref: PortRef): EndPlace {
  const device = design.devices.get(ref.deviceId);
  const type = device && design.deviceTypes.get(device.typeId);
  return {
    rack: design.racks.get(device?.rackId ?? '')?.name ?? '',
    unit: device ? unitText(design, device) : '',
    device: device?.name ?? ref.deviceId,
    port: (type && portOf(type, ref.portId)?.name) ?? ref.portId,
  };
}

/** The unit of a device as it is written on a schedule: `U12`, `0U`, and in a bay `U12 bay 3`. */
export function unitText(design: Design, device: Device): string {
  if (device.mount === 'side') return '0U';
  const unit = `U${device.u}`;
  const host = device.bay && design.devices.get(device.bay.deviceId);
  const hostType = host && design.deviceTypes.get(host.typeId);
  const bay = hostType && device.bay && bayOf(hostType, device.bay.bayId);
  return bay ? say('drawing.unitBay', { unit, bay: bay.name }) : unit;
}

/** All ends on one side of a cable in one line: `A01 U20 leaf-01 Eth1, Eth2; A01 U1 gpu-01 p1`. */
export function endsLine(design: Design, refs: readonly PortRef[]): string {
  const perDevice = new Map<string, string[]>();
  for (const ref of refs) {
    const { rack, unit, device, port } = endPlace(design, ref);
    const where = `${rack} ${unit} ${device}`;
    perDevice.set(where, [...(perDevice.get(where) ?? []), port]);
  }
  return [...perDevice].map(([where, ports]) => `${where} ${ports.join(', ')}`).join('; ');
}
