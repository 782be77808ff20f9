/** Keeping ports free for something to come, and releasing them. */
import type { Design } from '../../../shared/model/design.ts';
import { portOf, typeOf } from '../../../shared/model/design-index.ts';
import type { DeviceId, PortId } from '../../../shared/model/ids.ts';
import type { Device, PortRef } from '../../../shared/model/records.ts';
import { freeDataPorts } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import { devicesOf } from './device-edits.ts';
import { changes, type EditAnswer, edited, editLabel, refused } from './edit.ts';

/** Keeps one port free, or releases it when it is kept. */
export function toggleKept(design: Design, { deviceId, portId }: PortRef): EditAnswer {
  const device = design.devices.get(deviceId);
  const port = device && portOf(typeOf(design, device), portId);
  if (!device || !port) return refused('rules.portGone');
  const kept = new Set(device.reserved);
  const key = kept.delete(portId) ? 'editor.label.releasePort' : 'editor.label.keepPort';
  if (key === 'editor.label.keepPort') kept.add(portId);
  return edited(say(key, { device: device.name, port: port.name }), {
    updated: [[device, keeping(design, device, kept)]],
  });
}

/** Keeps all free ports for data of the devices; refused when none has any left. */
export function keepFreePorts(design: Design, ids: Iterable<DeviceId>): EditAnswer {
  const pairs = changes(devicesOf(design, ids), (device) =>
    keeping(design, device, new Set([...device.reserved, ...freeDataPorts(design, device)])),
  ).filter(([before, after]) => after.reserved.length > before.reserved.length);
  if (pairs.length === 0) return refused('editor.refused.noFreePorts');
  return edited(
    editLabel(
      'editor.label.keepPorts',
      pairs.map(([device]) => device.name),
    ),
    { updated: pairs },
  );
}

/** Releases all ports of the devices that are kept. */
export function releasePorts(design: Design, ids: Iterable<DeviceId>): EditAnswer {
  const keepers = devicesOf(design, ids).filter(({ reserved }) => reserved.length > 0);
  const pairs = changes(keepers, (device) => ({ ...device, reserved: [] }));
  if (pairs.length === 0) return refused('editor.refused.noKeptPorts');
  return edited(
    editLabel(
      'editor.label.releasePorts',
      pairs.map(([device]) => device.name),
    ),
    { updated: pairs },
  );
}

/** The device with these ports kept, in the order of its type. */
function keeping(design: Design, device: Device, kept: ReadonlySet<PortId>): Device {
  const { ports } = typeOf(design, device);
  return { ...device, reserved: ports.flatMap(({ id }) => (kept.has(id) ? [id] : [])) };
}
