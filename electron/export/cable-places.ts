/** Where the ends of a cable are, in the words of an installer. */
import type { Design } from '../../shared/model/design.ts';
import { portOf } from '../../shared/model/design-index.ts';
import type { PortRef } from '../../shared/model/records.ts';

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
  const unit = device?.mount === 'side' ? '0U' : `U${device?.u ?? ''}`;
  return {
    rack: design.racks.get(device?.rackId ?? '')?.name ?? '',
    unit: device ? unit : '',
    device: device?.name ?? ref.deviceId,
    port: (type && portOf(type, ref.portId)?.name) ?? ref.portId,
  };
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
