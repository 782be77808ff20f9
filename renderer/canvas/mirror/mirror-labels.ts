/** What is read out for each node: "leaf-1, QM9700, 1 U at U40 front, 64 of 64 ports used, 2 warnings". */

import type { OverlayLens } from '../../../shared/drawing/overlays/lens.ts';
import { bayOf } from '../../../shared/model/bays.ts';
import type { Design } from '../../../shared/model/design.ts';
import {
  cableAt,
  cablesOfDevice,
  devicesInRack,
  portOf,
  racksInRow,
  typeOf,
} from '../../../shared/model/design-index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { otherFace } from '../../../shared/model/face.ts';
import type { Cable, Device, PortRef } from '../../../shared/model/records.ts';
import { isKept } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import type { RackNotes } from '../scene/rack-notes.ts';
import type { MirrorNode } from './mirror-tree.ts';

/** @param lens what lies over the racks: a device says what it says there */
export function labelOf(
  design: Design,
  notes: RackNotes,
  node: MirrorNode,
  lens: OverlayLens | null,
): string {
  switch (node.kind) {
    case 'row':
      return say('mirror.row', {
        name: design.rows.get(node.rowId)?.name ?? '',
        racks: racksInRow(design, node.rowId).length,
      });
    case 'rack':
      return rackLabel(design, notes, node.rackId);
    case 'room':
      return say('mirror.room', { bottom: node.bottomU, top: node.topU });
    case 'device': {
      const device = design.devices.get(node.deviceId);
      return device ? [deviceLabel(design, notes, device), ...toldBy(lens, device)].join(', ') : '';
    }
    case 'port':
      return portLabel(design, node);
    default:
      return node satisfies never;
  }
}

function rackLabel(design: Design, notes: RackNotes, rackId: string): string {
  const rack = design.racks.get(rackId);
  if (!rack) return '';
  const devices = devicesInRack(design, rackId);
  const used = notes.rows.get(rackId)?.usedU ?? unitsOf(design, devices);
  return say('mirror.rack', {
    name: rack.name,
    used,
    units: rack.heightU,
    devices: devices.length,
  });
}

function unitsOf(design: Design, devices: readonly Device[]): number {
  return devices.reduce(
    (sum, each) => sum + (design.deviceTypes.get(each.typeId)?.heightU ?? 0),
    0,
  );
}

function deviceLabel(design: Design, notes: RackNotes, device: Device): string {
  const type = design.deviceTypes.get(device.typeId);
  const place = placeText(design, device, type);
  const parts = [say('mirror.device', { name: device.name, model: type?.model ?? '', place })];
  if (type && type.ports.length > 0) {
    const used = usedPorts(design, device);
    parts.push(say('mirror.portsUsed', { used, total: type.ports.length }));
  }
  const found = notes.findingCounts.get(device.id) ?? 0;
  if (found > 0) parts.push(say('mirror.warnings', { count: found }));
  if (device.locked) parts.push(say('mirror.locked'));
  return parts.join(', ');
}

/** What the overlay says about a device, on its own face and then on the other where that says something else. */
function toldBy(lens: OverlayLens | null, { id, face }: Device): readonly string[] {
  if (!lens) return [];
  const other = otherFace(face);
  const told = ([face, other] as const).flatMap((each) => lens.read(id, each)?.told() ?? []);
  return [...new Set(told)];
}

function placeText(design: Design, device: Device, type: DeviceType | undefined): string {
  const face = say(`mirror.${device.face}`);
  const host = device.bay && design.devices.get(device.bay.deviceId);
  if (host && device.bay) {
    const bay = bayOf(typeOf(design, host), device.bay.bayId);
    return say('mirror.placeBay', { bay: bay?.name ?? '', name: host.name, face });
  }
  if (device.mount === 'side') {
    const side = say(device.column === 0 ? 'mirror.left' : 'mirror.right');
    return say('mirror.placeSide', { side, u: device.u, face });
  }
  return say('mirror.place', { height: type?.heightU ?? 1, u: device.u, face });
}

function usedPorts(design: Design, device: Device): number {
  let used = 0;
  for (const id of cablesOfDevice(design, device.id)) {
    const cable = design.cables.get(id);
    for (const ref of cable ? [...cable.ends.a, ...cable.ends.b] : []) {
      if (ref.deviceId === device.id) used += 1;
    }
  }
  return used;
}

function portLabel(design: Design, ref: PortRef): string {
  const typeId = design.devices.get(ref.deviceId)?.typeId;
  const type = typeId === undefined ? undefined : design.deviceTypes.get(typeId);
  const port = type && portOf(type, ref.portId);
  if (!port) return '';
  const cable = cableAt(design, ref);
  return say('mirror.port', {
    name: port.name,
    speed:
      port.speedGbps === null
        ? say('mirror.speedUnknown')
        : say('mirror.speed', { gbps: port.speedGbps }),
    state: cable
      ? say('mirror.portCabled', { label: cableName(cable), far: farEnd(design, cable, ref) })
      : say(isKept(design, ref) ? 'mirror.portKept' : 'mirror.portFree'),
  });
}

export function cableName(cable: Cable): string {
  return cable.label === '' ? say('mirror.cableUnnamed') : cable.label;
}

/** The other end of the link that a port has: "leaf-1 1/1". */
export function farEnd(design: Design, cable: Cable, near: PortRef): string {
  const { a, b } = cable.ends;
  const isNear = (ref: PortRef): boolean =>
    ref.deviceId === near.deviceId && ref.portId === near.portId;
  const inA = a.findIndex(isNear);
  const far = inA >= 0 ? b[inA] : a[b.findIndex(isNear)];
  return far ? endName(design, far) : '';
}

function endName(design: Design, ref: PortRef): string {
  const device = design.devices.get(ref.deviceId);
  const type = device && design.deviceTypes.get(device.typeId);
  const port = type && portOf(type, ref.portId);
  return `${device?.name ?? ''} ${port?.name ?? ''}`.trim();
}
