/** The links that a design draws, from device to device; patch panels on the way are passed through. */
import type { Design } from '../model/design.ts';
import { portKey, portOf } from '../model/design-index.ts';
import type { Port, PortMapping } from '../model/device-type.ts';
import type { Cable, Device, PortRef } from '../model/records.ts';

/** What is looked at of a design, or of the analyser's own. */
export type Tables = Pick<Design, 'devices' | 'deviceTypes' | 'cables'>;

/** One link, and the cables that it goes through from `a` to `b`. */
export interface DrawnLink {
  readonly a: PortRef;
  readonly b: PortRef;
  readonly cables: readonly Cable[];
  /** Which link of the first cable it is. */
  readonly index: number;
  /** A port of either end is for management only. */
  readonly management: boolean;
}

/** One end of a link of a cable, in the port of a panel. */
interface Piece {
  readonly cable: Cable;
  readonly far: PortRef;
}

/** Panels that a link passes at most: more is a ring. */
const PANELS_MAX = 8;

/**
 * The links between devices; what ends in a panel, and power, is left out. They are in the order of their cables'
 * ids, whatever order these are in.
 */
export function drawnLinks(tables: Tables): readonly DrawnLink[] {
  const pieces = new Map<string, Piece[]>();
  const links: DrawnLink[] = [];
  const begun: { cable: Cable; index: number; from: PortRef; to: PortRef }[] = [];
  for (const cable of [...tables.cables.values()].sort(byId)) {
    if (cable.medium === 'power') continue;
    for (const [index, a] of cable.ends.a.entries()) {
      const b = cable.ends.b[index];
      if (!b) continue;
      const [atPanelA, atPanelB] = [isPanel(tables, a), isPanel(tables, b)];
      if (atPanelA) put(pieces, a, { cable, far: b });
      if (atPanelB) put(pieces, b, { cable, far: a });
      if (!atPanelA && !atPanelB) push(tables, links, a, b, [cable], index);
      else if (atPanelA !== atPanelB) {
        begun.push({ cable, index, from: atPanelA ? b : a, to: atPanelA ? a : b });
      }
    }
  }
  for (const { cable, index, from, to } of begun) {
    const way = through(tables, pieces, to, [cable]);
    // Every link is met from both of its ends; it is told from the one whose name comes first.
    if (way && portKey(from) <= portKey(way.end))
      push(tables, links, from, way.end, way.cables, index);
  }
  return links;
}

function byId(a: Cable, b: Cable): number {
  return a.id < b.id ? -1 : 1;
}

function put(pieces: Map<string, Piece[]>, at: PortRef, piece: Piece): void {
  const key = portKey(at);
  const list = pieces.get(key);
  if (list) list.push(piece);
  else pieces.set(key, [piece]);
}

function push(
  tables: Tables,
  links: DrawnLink[],
  a: PortRef,
  b: PortRef,
  cables: readonly Cable[],
  index: number,
): void {
  const [from, to] = [portAt(tables, a), portAt(tables, b)];
  if (from?.kind !== 'interface' || to?.kind !== 'interface') return;
  const management = from.managementOnly || to.managementOnly;
  links.push({ a, b, cables, index, management });
}

function portAt({ devices, deviceTypes }: Tables, { deviceId, portId }: PortRef): Port | undefined {
  const type = deviceTypes.get(devices.get(deviceId)?.typeId ?? '');
  return type && portOf(type, portId);
}

function isPanel({ devices, deviceTypes }: Tables, { deviceId }: PortRef): boolean {
  return deviceTypes.get(devices.get(deviceId)?.typeId ?? '')?.category === 'patch-panel';
}

/** Where a way goes on from the port of a panel, from panel to panel, until it is in a device. */
function through(
  tables: Tables,
  pieces: ReadonlyMap<string, readonly Piece[]>,
  entry: PortRef,
  cables: readonly Cable[],
): { readonly end: PortRef; readonly cables: readonly Cable[] } | null {
  let at = entry;
  let way = cables;
  // A device uses the first strand of the port it is plugged into; a trunk keeps its strands.
  let strand = 1;
  for (let panels = 0; panels < PANELS_MAX; panels += 1) {
    const behind = passed(tables, at, strand);
    const piece =
      behind && pieces.get(portKey(behind.ref))?.find(({ cable }) => !way.includes(cable));
    if (!piece) return null;
    way = [...way, piece.cable];
    if (!isPanel(tables, piece.far)) return { end: piece.far, cables: way };
    at = piece.far;
    strand = behind.strand;
  }
  return null;
}

/** The other side of a panel's port. */
function passed(
  { devices, deviceTypes }: Tables,
  { deviceId, portId }: PortRef,
  strand: number,
): { readonly ref: PortRef; readonly strand: number } | null {
  const device: Device | undefined = devices.get(deviceId);
  const mappings: readonly PortMapping[] =
    deviceTypes.get(device?.typeId ?? '')?.portMappings ?? [];
  for (const { frontPortId, frontPosition, rearPortId, rearPosition } of mappings) {
    if (frontPortId === portId && frontPosition === strand)
      return { ref: { deviceId, portId: rearPortId }, strand: rearPosition };
    if (rearPortId === portId && rearPosition === strand)
      return { ref: { deviceId, portId: frontPortId }, strand: frontPosition };
  }
  return null;
}
