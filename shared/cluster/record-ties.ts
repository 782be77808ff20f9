/** What ties records together: what one cannot be without, and what only one can have. */
import type { Design } from '../model/design.ts';
import { portKey } from '../model/design-index.ts';
import type { DesignRecord } from '../model/records.ts';

const TABLES = {
  row: 'rows',
  rack: 'racks',
  deviceType: 'deviceTypes',
  device: 'devices',
  cable: 'cables',
  area: 'areas',
  pathway: 'pathways',
  cluster: 'clusters',
} as const;

/** Kind and id, by which records of one design are told apart. */
export function keyOf({ kind, id }: Pick<DesignRecord, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}

/** The design's record of that key; undefined where it has none, or of a kind that clusters are not made of. */
export function recordAt(design: Design, key: string): DesignRecord | undefined {
  const at = key.indexOf(':');
  const kind = key.slice(0, at);
  if (!(kind in TABLES)) return undefined;
  return design[TABLES[kind as keyof typeof TABLES]].get(key.slice(at + 1));
}

/** Keys of what a record cannot be without. */
export function needsOf(record: DesignRecord): readonly string[] {
  if (record.kind === 'rack') return [`row:${record.rowId}`];
  if (record.kind === 'device') {
    return [
      `rack:${record.rackId}`,
      `deviceType:${record.typeId}`,
      ...(record.bay ? [`device:${record.bay.deviceId}`] : []),
    ];
  }
  if (record.kind !== 'cable') return [];
  return [
    ...[...record.ends.a, ...record.ends.b].map(({ deviceId }) => `device:${deviceId}`),
    ...record.waypoints.map(({ rackId }) => `rack:${rackId}`),
  ];
}

/** What only one record can have: the ports of a cable, the places of a device. */
export type Claims = (record: DesignRecord) => readonly string[];

/** @param added records that bring device types the design does not have yet */
export function claimsIn(design: Design, added: Iterable<DesignRecord>): Claims {
  const types = new Map(design.deviceTypes);
  for (const record of added) if (record.kind === 'deviceType') types.set(record.id, record);
  return (record) => {
    if (record.kind === 'cable') {
      return [...new Set([...record.ends.a, ...record.ends.b].map(portKey))];
    }
    if (record.kind !== 'device' || record.mount === 'bay') return [];
    if (record.mount === 'side') {
      return [`${record.rackId} ${record.face} strip ${record.column}`];
    }
    const type = types.get(record.typeId);
    if (!type) return [];
    const faces = type.depthUse === 'full' ? (['front', 'rear'] as const) : [record.face];
    const columns = type.width === 'full' ? [0, 1, 2] : [record.column];
    const places: string[] = [];
    for (let u = record.u; u < record.u + type.heightU; u += 0.5) {
      for (const face of faces) {
        for (const column of columns) places.push(`${record.rackId} ${face} ${u} ${column}`);
      }
    }
    return places;
  };
}

/** Whether two values of records are alike, whatever order their fields stand in. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  if (left.length !== right.length) return false;
  const other = b as Readonly<Record<string, unknown>>;
  return left.every(([name, value]) => Object.hasOwn(other, name) && isSame(value, other[name]));
}
