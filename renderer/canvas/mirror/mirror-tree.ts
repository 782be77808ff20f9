/**
 * The drawing as a tree for those who do not see it: row, rack, device or free room, port. Nodes are named by
 * keys and made when asked for; a hall of a million ports is never built as a whole.
 */
import type { Design } from '../../../shared/model/design.ts';
import { devicesInRack, orderedRows, racksInRow } from '../../../shared/model/design-index.ts';
import type { DeviceId, PortId, RackId, RowId } from '../../../shared/model/ids.ts';
import type { Device } from '../../../shared/model/records.ts';
import type { Target } from '../../editor/index.ts';
import { freeSpans } from './free-spans.ts';

export type MirrorNode =
  | { readonly kind: 'row'; readonly rowId: RowId }
  | { readonly kind: 'rack'; readonly rackId: RackId }
  | {
      readonly kind: 'room';
      readonly rackId: RackId;
      readonly bottomU: number;
      readonly topU: number;
    }
  | { readonly kind: 'device'; readonly deviceId: DeviceId }
  | { readonly kind: 'port'; readonly deviceId: DeviceId; readonly portId: PortId };

/** Level in the tree, from 1: what `aria-level` says. */
export function levelOf(node: MirrorNode): number {
  switch (node.kind) {
    case 'row':
      return 1;
    case 'rack':
      return 2;
    case 'room':
    case 'device':
      return 3;
    case 'port':
      return 4;
    default:
      return node satisfies never;
  }
}

/** A name that stays the same as long as the node stands; fit for an element's id. */
export function keyOf(node: MirrorNode): string {
  switch (node.kind) {
    case 'row':
      return `row ${node.rowId}`;
    case 'rack':
      return `rack ${node.rackId}`;
    case 'room':
      return `room ${node.rackId} ${node.bottomU}`;
    case 'device':
      return `device ${node.deviceId}`;
    case 'port':
      return `port ${node.deviceId} ${node.portId}`;
    default:
      return node satisfies never;
  }
}

export function rootNodes(design: Design): readonly MirrorNode[] {
  return orderedRows(design).map((row) => ({ kind: 'row', rowId: row.id }));
}

export function childrenOf(design: Design, node: MirrorNode): readonly MirrorNode[] {
  switch (node.kind) {
    case 'row':
      return racksInRow(design, node.rowId).map((rack) => ({ kind: 'rack', rackId: rack.id }));
    case 'rack':
      return insideRack(design, node.rackId);
    case 'device':
      return portsOf(design, node.deviceId);
    case 'room':
    case 'port':
      return [];
    default:
      return node satisfies never;
  }
}

export function parentOf(design: Design, node: MirrorNode): MirrorNode | null {
  switch (node.kind) {
    case 'row':
      return null;
    case 'rack': {
      const rowId = design.racks.get(node.rackId)?.rowId;
      return rowId === undefined ? null : { kind: 'row', rowId };
    }
    case 'room':
      return { kind: 'rack', rackId: node.rackId };
    case 'device': {
      const rackId = design.devices.get(node.deviceId)?.rackId;
      return rackId === undefined ? null : { kind: 'rack', rackId };
    }
    case 'port':
      return { kind: 'device', deviceId: node.deviceId };
    default:
      return node satisfies never;
  }
}

/** The nodes beside it, itself included, in reading order. */
export function siblingsOf(design: Design, node: MirrorNode): readonly MirrorNode[] {
  const parent = parentOf(design, node);
  return parent ? childrenOf(design, parent) : rootNodes(design);
}

/** The node and those it lies in, outermost first. */
export function pathTo(design: Design, node: MirrorNode): readonly MirrorNode[] {
  const parent = parentOf(design, node);
  return parent ? [...pathTo(design, parent), node] : [node];
}

export function hasChildren(design: Design, node: MirrorNode): boolean {
  return childrenOf(design, node).length > 0;
}

/** Whether the design still holds the node. */
export function nodeStands(design: Design, node: MirrorNode): boolean {
  const key = keyOf(node);
  return siblingsOf(design, node).some((other) => keyOf(other) === key);
}

/** What the keyboard is on, for the editor: the canvas draws its ring and tools start from it. */
export function targetOf(design: Design, node: MirrorNode): Target | null {
  switch (node.kind) {
    case 'row':
      return null;
    case 'rack':
      return { kind: 'rack', rackId: node.rackId, face: 'front', u: null };
    case 'room':
      return { kind: 'rack', rackId: node.rackId, face: 'front', u: node.bottomU };
    case 'device': {
      const device = design.devices.get(node.deviceId);
      if (!device) return null;
      const { id: deviceId, rackId, face } = device;
      return { kind: 'device', deviceId, rackId, face };
    }
    case 'port': {
      const device = design.devices.get(node.deviceId);
      if (!device) return null;
      const ref = { deviceId: node.deviceId, portId: node.portId };
      return { kind: 'port', ref, rackId: device.rackId, face: device.face };
    }
    default:
      return node satisfies never;
  }
}

/** The node for what was pointed at; null for the bare canvas. */
export function nodeOf(design: Design, target: Target): MirrorNode | null {
  switch (target.kind) {
    case 'part':
    case 'face':
    case 'canvas':
      return null;
    case 'rack':
    case 'rack-title':
      return { kind: 'rack', rackId: target.rackId };
    case 'device':
      return { kind: 'device', deviceId: target.deviceId };
    case 'port':
      return { kind: 'port', ...target.ref };
    case 'cable':
    case 'waypoint': {
      const ref = design.cables.get(target.cableId)?.ends.a[0];
      return ref ? { kind: 'port', ...ref } : null;
    }
    default:
      return target satisfies never;
  }
}

/** Devices from the top down, and the free room of the front between them. */
function insideRack(design: Design, rackId: RackId): readonly MirrorNode[] {
  const rack = design.racks.get(rackId);
  if (!rack) return [];
  const devices = devicesInRack(design, rackId).map((device) => ({
    u: topOf(design, device),
    node: { kind: 'device', deviceId: device.id } as const,
  }));
  const rooms = freeSpans(design, rack, 'front').map(({ bottomU, topU }) => ({
    u: topU,
    node: { kind: 'room', rackId, bottomU, topU } as const,
  }));
  return [...devices, ...rooms].sort((a, b) => b.u - a.u).map(({ node }) => node);
}

function topOf(design: Design, device: Device): number {
  const height = design.deviceTypes.get(device.typeId)?.heightU ?? 1;
  return device.u + Math.max(1, height) - 1;
}

function portsOf(design: Design, deviceId: DeviceId): readonly MirrorNode[] {
  const typeId = design.devices.get(deviceId)?.typeId;
  const ports = typeId === undefined ? undefined : design.deviceTypes.get(typeId)?.ports;
  return (ports ?? []).map((port) => ({ kind: 'port', deviceId, portId: port.id }));
}
