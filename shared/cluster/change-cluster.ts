/**
 * A cluster whose specification changed: what was generated follows, what was edited by hand stays. Three ways are
 * merged field by field: what the old spec gives, what the design holds today, what the new spec gives.
 */
import type { Design } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { Diff } from '../model/diff.ts';
import type { ClusterId } from '../model/ids.ts';
import type { Cluster, DesignRecord } from '../model/records.ts';
import { type ClusterSpec, readClusterSpec } from './cluster-spec.ts';
import { catalogueWith } from './cluster-types.ts';
import { generateCluster } from './generate-cluster.ts';

export interface ClusterConflict {
  /**
   * `edited`: changed by hand and by the spec, each otherwise; `removed`: changed by hand, no longer in the spec;
   * `deleted`: deleted by hand, changed by the spec; `needed`: no longer in the spec, but what a person added stands
   * in it or ends at it; `homeless`: new in the spec, but what it stands in or ends at was deleted by hand;
   * `occupied`: new in the spec, but its port was given to a cable by hand.
   */
  readonly what: 'edited' | 'removed' | 'deleted' | 'needed' | 'homeless' | 'occupied';
  readonly record: DesignRecord;
  /** Fields that are contested; none where the whole record is. */
  readonly fields: readonly string[];
  readonly mine: DesignRecord | null;
  readonly theirs: DesignRecord | null;
}

export interface ClusterChange {
  readonly diff: Diff;
  readonly conflicts: readonly ClusterConflict[];
}

export type TakenSide = 'mine' | 'theirs';

/**
 * What a new spec for a cluster comes to. Contested fields and records stay as they are, or follow the spec; what a
 * person added is never taken away.
 * @throws RangeError when there is no such cluster, or one of the specs cannot be built
 */
export function changeCluster(
  design: Design,
  clusterId: ClusterId,
  spec: ClusterSpec,
  take: TakenSide = 'mine',
): ClusterChange {
  const cluster = design.clusters.get(clusterId);
  if (!cluster) throw new RangeError(`the design has no cluster ${clusterId}`);
  const options = { clusterId, types: catalogueWith(design) };
  const base = byKey(generateCluster(readClusterSpec(cluster.spec), options));
  const theirs = byKey(generateCluster(spec, options));
  return new Merge(design, base, theirs, take).result();
}

/** A cluster that is new to the design: all of its records, but for the types that are there. */
export function addCluster(design: Design, clusterId: ClusterId, spec: ClusterSpec): Diff {
  const records = generateCluster(spec, { clusterId, types: catalogueWith(design) });
  const added = records.filter(
    (record) => record.kind !== 'deviceType' || !design.deviceTypes.has(record.id),
  );
  return { added, updated: [], removed: [] };
}

/** An id for a new cluster. */
export function freeClusterId(design: Design): ClusterId {
  let number = design.clusters.size + 1;
  while (design.clusters.has(`cluster-${number}`)) number += 1;
  return `cluster-${number}`;
}

/** The cluster of that name, or undefined. */
export function clusterNamed(design: Design, name: string): Cluster | undefined {
  return [...design.clusters.values()].find((cluster) => cluster.name === name);
}

type Records = ReadonlyMap<string, DesignRecord>;

function byKey(records: Iterable<DesignRecord>): Map<string, DesignRecord> {
  const map = new Map<string, DesignRecord>();
  for (const record of records) map.set(keyOf(record), record);
  return map;
}

function keyOf({ kind, id }: Pick<DesignRecord, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

class Merge {
  readonly #design: Design;
  readonly #base: Records;
  readonly #theirs: Records;
  readonly #take: TakenSide;
  readonly #conflicts: ClusterConflict[] = [];
  /** What each record becomes; null = it goes. Records that are not in here stay. */
  readonly #outcome = new Map<string, DesignRecord | null>();

  constructor(design: Design, base: Records, theirs: Records, take: TakenSide) {
    this.#design = design;
    this.#base = base;
    this.#theirs = theirs;
    this.#take = take;
  }

  result(): ClusterChange {
    for (const [key, record] of this.#base) this.#decide(key, record, this.#theirs.get(key));
    for (const [key, record] of this.#theirs) {
      if (!this.#base.has(key)) this.#decide(key, undefined, record);
    }
    this.#keepNeeded();
    this.#dropHomeless();
    this.#freePorts();
    this.#dropTypes();
    return { diff: this.#diff(), conflicts: this.#conflicts };
  }

  #mine(key: string): DesignRecord | undefined {
    const kind = key.slice(0, key.indexOf(' '));
    const id = key.slice(kind.length + 1);
    switch (kind) {
      case 'row':
        return this.#design.rows.get(id);
      case 'rack':
        return this.#design.racks.get(id);
      case 'deviceType':
        return this.#design.deviceTypes.get(id);
      case 'device':
        return this.#design.devices.get(id);
      case 'cable':
        return this.#design.cables.get(id);
      case 'area':
        return this.#design.areas.get(id);
      case 'cluster':
        return this.#design.clusters.get(id);
      default:
        return undefined;
    }
  }

  #conflict(
    what: ClusterConflict['what'],
    record: DesignRecord,
    fields: readonly string[] = [],
  ): void {
    const key = keyOf(record);
    const [mine, theirs] = [this.#mine(key) ?? null, this.#theirs.get(key) ?? null];
    this.#conflicts.push({ what, record, fields, mine, theirs });
  }

  #decide(key: string, base: DesignRecord | undefined, theirs: DesignRecord | undefined): void {
    const mine = this.#mine(key);
    // A type is the design's own as soon as it is there.
    if ((theirs ?? base)?.kind === 'deviceType') {
      if (!mine && theirs) this.#outcome.set(key, theirs);
      return;
    }
    if (!mine) {
      if (!theirs) return;
      if (!base) this.#outcome.set(key, theirs);
      else if (!isSame(base, theirs)) {
        this.#conflict('deleted', theirs);
        if (this.#take === 'theirs') this.#outcome.set(key, theirs);
      }
      return;
    }
    if (!theirs) {
      if (base && isSame(base, mine)) this.#outcome.set(key, null);
      else {
        this.#conflict('removed', mine);
        if (this.#take === 'theirs') this.#outcome.set(key, null);
      }
      return;
    }
    if (isSame(mine, theirs)) return;
    // The spec itself is what was asked for.
    if (theirs.kind === 'cluster') this.#outcome.set(key, theirs);
    else this.#outcome.set(key, this.#mergeFields(base ?? mine, mine, theirs));
  }

  #mergeFields(base: DesignRecord, mine: DesignRecord, theirs: DesignRecord): DesignRecord {
    const contested: string[] = [];
    const merged: Record<string, unknown> = { ...mine };
    const [before, now, next] = [entriesOf(base), entriesOf(mine), entriesOf(theirs)];
    for (const [field, value] of next) {
      if (isSame(now.get(field), value)) continue;
      if (isSame(before.get(field), now.get(field))) merged[field] = value;
      else if (!isSame(before.get(field), value)) {
        contested.push(field);
        if (this.#take === 'theirs') merged[field] = value;
      }
    }
    if (contested.length > 0) this.#conflict('edited', mine, contested);
    // Every field is that of one of three records of the same kind and id, so it is one of them too.
    return merged as unknown as DesignRecord;
  }

  /** What stays although the spec has it no longer: racks and rows that something stands in, devices with cables. */
  #keepNeeded(): void {
    for (const cable of this.#all('cable')) {
      for (const { deviceId } of [...cable.ends.a, ...cable.ends.b]) this.#need('device', deviceId);
    }
    for (const device of this.#all('device')) {
      this.#need('rack', device.rackId);
      if (device.bay) this.#need('device', device.bay.deviceId);
    }
    for (const rack of this.#all('rack')) this.#need('row', rack.rowId);
  }

  #need(kind: 'device' | 'rack' | 'row', id: string): void {
    const key = keyOf({ kind, id });
    if (this.#outcome.get(key) !== null) return;
    const mine = this.#mine(key);
    if (!mine) return;
    this.#outcome.delete(key);
    this.#conflict('needed', mine);
  }

  /** New records whose rack, row or device a person deleted do not come. */
  #dropHomeless(): void {
    const drop = (record: DesignRecord): void => {
      const key = keyOf(record);
      this.#conflict('homeless', record);
      if (this.#mine(key)) this.#outcome.set(key, null);
      else this.#outcome.delete(key);
    };
    for (const rack of this.#all('rack')) if (!this.#has('row', rack.rowId)) drop(rack);
    for (const device of this.#all('device')) if (!this.#has('rack', device.rackId)) drop(device);
    for (const cable of this.#all('cable')) {
      const refs = [...cable.ends.a, ...cable.ends.b];
      if (refs.some(({ deviceId }) => !this.#has('device', deviceId))) drop(cable);
    }
  }

  /** A port takes one cable: those that a person drew come first. */
  #freePorts(): void {
    const taken = new Map<string, string>();
    const portsOf = (cable: DesignRecord & { kind: 'cable' }): string[] => [
      ...new Set(
        [...cable.ends.a, ...cable.ends.b].map(({ deviceId, portId }) => `${deviceId}/${portId}`),
      ),
    ];
    for (const cable of this.#design.cables.values()) {
      const key = keyOf(cable);
      if (this.#outcome.has(key)) continue;
      for (const port of portsOf(cable)) taken.set(port, key);
    }
    for (const [key, record] of this.#outcome) {
      if (record?.kind !== 'cable') continue;
      const ports = portsOf(record);
      if (ports.some((port) => taken.has(port))) {
        this.#conflict('occupied', record);
        if (this.#mine(key)) this.#outcome.set(key, null);
        else this.#outcome.delete(key);
      } else for (const port of ports) taken.set(port, key);
    }
  }

  /** Types that only the old spec needed go with it, as long as nothing is of them. */
  #dropTypes(): void {
    const used = new Set<string>();
    for (const { typeId } of this.#all('device')) used.add(typeId);
    for (const { typeId } of this.#design.settings.growth) used.add(typeId);
    for (const [key, record] of this.#base) {
      if (record.kind !== 'deviceType' || this.#theirs.has(key) || used.has(record.id)) continue;
      const mine: DeviceType | undefined = this.#design.deviceTypes.get(record.id);
      if (mine && isSame(mine, record)) this.#outcome.set(key, null);
    }
  }

  #has(kind: 'device' | 'rack' | 'row', id: string): boolean {
    const key = keyOf({ kind, id });
    const outcome = this.#outcome.get(key);
    return outcome === undefined ? this.#mine(key) !== undefined : outcome !== null;
  }

  /** The records of a kind as they will be. */
  *#all<K extends 'rack' | 'device' | 'cable'>(
    kind: K,
  ): Generator<Extract<DesignRecord, { kind: K }>> {
    const tables = { rack: 'racks', device: 'devices', cable: 'cables' } as const;
    for (const record of this.#design[tables[kind]].values()) {
      const outcome = this.#outcome.get(keyOf(record));
      if (outcome !== null) yield (outcome ?? record) as Extract<DesignRecord, { kind: K }>;
    }
    for (const [key, record] of this.#outcome) {
      if (record?.kind === kind && !this.#mine(key)) {
        yield record as Extract<DesignRecord, { kind: K }>;
      }
    }
  }

  #diff(): Diff {
    const added: DesignRecord[] = [];
    const updated: [DesignRecord, DesignRecord][] = [];
    const removed: DesignRecord[] = [];
    for (const [key, after] of this.#outcome) {
      const before = this.#mine(key);
      if (before && after) {
        if (!isSame(before, after)) updated.push([before, after]);
      } else if (after) added.push(after);
      else if (before) removed.push(before);
    }
    return { added, updated, removed };
  }
}

function entriesOf(record: DesignRecord): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(Object.entries(record));
}

/** Whether two values of records are alike, whatever order their fields stand in. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return (
    left.length === right.size &&
    left.every(([name, value]) => right.has(name) && isSame(value, right.get(name)))
  );
}
