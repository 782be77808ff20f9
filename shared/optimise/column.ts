/**
 * The units of a rack as blocks from the floor up, so that a change of their order always fits: nothing overlaps, and
 * nothing hangs out of the rack.
 */
import type { WorkingDesign } from '../analysis/working-design.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { RackId } from '../model/ids.ts';
import type { Device } from '../model/records.ts';
import { leadsAlong } from '../routing/horizontal-manager.ts';
import type { Held } from './held.ts';

export interface Block {
  /** `gear`: switches, with the managers between them; `open`: blanks and empty units; `fixed`: all else. */
  readonly kind: 'gear' | 'open' | 'fixed';
  /** The lowest unit, and how many there are. */
  readonly u: number;
  readonly heightU: number;
  readonly devices: readonly Device[];
}

/** The blocks of a rack; null where something stands on half units. */
export function columnOf(design: WorkingDesign, rackId: RackId, held: Held): Block[] | null {
  const rack = design.keptRacks.get(rackId);
  const heightU = rack?.record?.heightU;
  if (!rack || heightU === undefined) return null;
  const standing: Standing[] = [];
  for (const { record, placed } of rack.devices) {
    if (!record || record.mount !== 'rails') continue;
    const type = placed?.type;
    // What nobody knows the height of may stand anywhere.
    if (!type || !Number.isInteger(record.u) || !Number.isInteger(type.heightU)) return null;
    standing.push({ device: record, type, role: roleOf(record, type, held) });
  }
  standing.sort((a, b) => a.device.u - b.device.u);
  return joined(withGaps(overlapping(standing), heightU));
}

type Role = 'switch' | 'manager' | 'blank' | 'fixed';

interface Standing {
  readonly device: Device;
  readonly type: DeviceType;
  readonly role: Role;
}

function roleOf({ id, column }: Device, type: DeviceType, { devices }: Held): Role {
  if (devices.has(id) || column !== 0 || type.width !== 'full') return 'fixed';
  if (type.category === 'switch') return 'switch';
  if (leadsAlong(type)) return 'manager';
  return type.category === 'blank' ? 'blank' : 'fixed';
}

interface Group extends Block {
  readonly roles: readonly Role[];
}

/** What lies at one height, before or behind another, is one block. */
function overlapping(standing: readonly Standing[]): Group[] {
  const groups: Group[] = [];
  for (const { device, type, role } of standing) {
    const last = groups.at(-1);
    const top = device.u + type.heightU;
    if (!last || device.u >= last.u + last.heightU) {
      groups.push(group(device.u, type.heightU, [device], [role]));
      continue;
    }
    groups.pop();
    const heightU = Math.max(last.u + last.heightU, top) - last.u;
    groups.push(group(last.u, heightU, [...last.devices, device], [...last.roles, role]));
  }
  return groups;
}

function group(
  u: number,
  heightU: number,
  devices: readonly Device[],
  roles: readonly Role[],
): Group {
  return { kind: kindOf(roles), u, heightU, devices, roles };
}

function kindOf(roles: readonly Role[]): Block['kind'] {
  if (roles.includes('fixed')) return 'fixed';
  return roles.every((role) => role === 'blank') ? 'open' : 'gear';
}

function withGaps(groups: readonly Group[], heightU: number): Group[] {
  const all: Group[] = [];
  let next = 1;
  const openUpTo = (u: number): void => {
    for (; next < u; next += 1) all.push(group(next, 1, [], []));
  };
  for (const each of groups) {
    openUpTo(each.u);
    all.push(each);
    next = each.u + each.heightU;
  }
  openUpTo(heightU + 1);
  return all;
}

/** Switches and the managers that touch them stay together; managers that touch no switch stay where they are. */
function joined(groups: readonly Group[]): Block[] {
  const blocks: Block[] = [];
  for (let from = 0; from < groups.length; ) {
    const first = groups[from] as Group;
    let to = from + 1;
    if (first.kind !== 'gear') {
      blocks.push(first);
      from = to;
      continue;
    }
    while (to < groups.length && groups[to]?.kind === 'gear') to += 1;
    const stack = groups.slice(from, to);
    const roles = stack.flatMap((each) => each.roles);
    if (!roles.includes('switch')) {
      blocks.push(...stack.map((each) => ({ ...each, kind: 'fixed' as const })));
    } else if (roles.includes('manager')) {
      const heightU = stack.reduce((sum, each) => sum + each.heightU, 0);
      blocks.push(
        group(
          first.u,
          heightU,
          stack.flatMap((each) => each.devices),
          roles,
        ),
      );
    } else blocks.push(...stack);
    from = to;
  }
  return blocks;
}
