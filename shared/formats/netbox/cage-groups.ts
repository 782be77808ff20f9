/**
 * Which listed ports share one opening. A NetBox type has no cages; twin-port OSFP cages are listed as two
 * interfaces whose names differ in their last part: `P0.0`/`P0.1`, `sw1p1`/`sw1p2`, `swp1s0`/`swp1s1`.
 */
import type { Port } from '../../model/device-type.ts';
import { slugFacts } from './port-slug.ts';

export interface CageGroup {
  readonly name: string;
  readonly ports: readonly Port[];
}

/** A name's cage and its place there, or null when it does not look like half of a twin. */
function twinName(port: Port): { cage: string; place: number } | null {
  if (port.kind !== 'interface' || slugFacts(port.slug).formFactor !== 'osfp') return null;
  const parts = /^(.*\d)([.ps])(\d)$/.exec(port.name);
  if (!parts) return null;
  const place = Number(parts[3]);
  return place <= 2 ? { cage: parts[1] ?? '', place } : null;
}

/**
 * Groups ports into openings, in their order. Two ports of one cage name make a twin; a cage with one known
 * half is still one opening; where a name recurs more than twice nothing is guessed.
 */
export function groupIntoCages(ports: readonly Port[]): readonly CageGroup[] {
  const halves = new Map<string, Port[]>();
  for (const port of ports) {
    const twin = twinName(port);
    if (twin) halves.set(twin.cage, [...(halves.get(twin.cage) ?? []), port]);
  }
  const twins = new Map([...halves].filter(([, list]) => list.length === 2));
  const anyTwin = twins.size > 0;
  const groups: CageGroup[] = [];
  const done = new Set<string>();
  for (const port of ports) {
    const cage = twinName(port)?.cage;
    const list = cage === undefined ? undefined : twins.get(cage);
    if (cage === undefined || !list) {
      groups.push({ name: anyTwin && cage !== undefined ? cage : port.name, ports: [port] });
    } else if (!done.has(cage)) {
      done.add(cage);
      groups.push({ name: cage, ports: list });
    }
  }
  return groups;
}

/** Cage names of which only one half is listed while other cages have two: a gap in the file. */
export function lonelyTwins(groups: readonly CageGroup[]): readonly string[] {
  if (!groups.some((group) => group.ports.length === 2)) return [];
  return groups
    .filter(
      (group) => group.ports.length === 1 && group.ports.some((port) => twinName(port) !== null),
    )
    .map((group) => group.name);
}
