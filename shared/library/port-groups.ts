/** What ports a device type has, at a glance. */
import type { DeviceType, FormFactor, PortKind } from '../model/device-type.ts';

export interface PortGroup {
  readonly kind: PortKind;
  readonly speedGbps: number | null;
  readonly formFactor: FormFactor | null;
  readonly count: number;
}

const groupsOf = new WeakMap<DeviceType, readonly PortGroup[]>();

/** The ports of a type, counted by kind, speed and opening; data ports first, fastest first. */
export function portGroups(type: DeviceType): readonly PortGroup[] {
  const known = groupsOf.get(type);
  if (known) return known;
  const formFactors = new Map(type.cages.map((cage) => [cage.id, cage.formFactor]));
  const groups = new Map<string, PortGroup>();
  for (const { kind, speedGbps, cageId } of type.ports) {
    const formFactor = (cageId === null ? null : formFactors.get(cageId)) ?? null;
    const key = `${kind}/${speedGbps}/${formFactor}`;
    const count = (groups.get(key)?.count ?? 0) + 1;
    groups.set(key, { kind, speedGbps, formFactor, count });
  }
  const sorted = [...groups.values()].sort(
    (a, b) => kindRank(a.kind) - kindRank(b.kind) || (b.speedGbps ?? 0) - (a.speedGbps ?? 0),
  );
  groupsOf.set(type, sorted);
  return sorted;
}

function kindRank(kind: PortKind): number {
  return [
    'interface',
    'front',
    'rear',
    'powerOutlet',
    'powerInlet',
    'consoleServer',
    'console',
  ].indexOf(kind);
}

/** A data rate as engineers write it: `400G`, `1.6T`, `100M`. */
export function speedText(gbps: number): string {
  if (gbps >= 1000) return `${gbps / 1000}T`;
  return gbps >= 1 ? `${gbps}G` : `${gbps * 1000}M`;
}

/** Gear without power, fans or ports of its own. */
export function isPassive({ category }: DeviceType): boolean {
  return ['blank', 'cable-manager', 'shelf', 'patch-panel'].includes(category);
}
