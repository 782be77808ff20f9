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

export interface CageGroups {
  readonly groups: readonly CageGroup[];
  /** How many cages have two ports. */
  readonly twins: number;
  /** Names of cages of which only one half is listed while others have two: a gap in the file. */
  readonly lonely: readonly string[];
}

/** Electrical lanes of an OSFP cage; the ports of a twin share them evenly. */
const OSFP_LANES = 8;

/** A name's cage, or null when it does not look like half of a twin. */
function twinCage(port: Port): string | null {
  if (port.kind !== 'interface' || slugFacts(port.slug).formFactor !== 'osfp') return null;
  const parts = /^(.*\d)[.ps]([012])$/.exec(port.name);
  return parts?.[1] ?? null;
}

/**
 * Groups ports into openings, in their order. Two ports of one cage name make a twin; where a name recurs more
 * than twice nothing is guessed, and a half that stands alone is a cage with one port.
 */
export function groupIntoCages(ports: readonly Port[]): CageGroups {
  const halves = new Map<string, Port[]>();
  for (const port of ports) {
    const cage = twinCage(port);
    if (cage === null) continue;
    const known = halves.get(cage);
    if (known) known.push(port);
    else halves.set(cage, [port]);
  }
  const twins = [...halves.values()].filter((list) => list.length === 2).length;
  const lonely: string[] = [];
  const groups: CageGroup[] = [];
  for (const port of ports) {
    const cage = twinCage(port);
    const list = cage === null ? undefined : halves.get(cage);
    if (cage === null || list === undefined || list.length > 2 || twins === 0) {
      groups.push({ name: port.name, ports: [port] });
    } else if (list[0] === port) {
      groups.push({ name: cage, ports: list.map(halfOf) });
      if (list.length === 1) lonely.push(cage);
    }
  }
  return { groups, twins, lonely };
}

function halfOf(port: Port): Port {
  return { ...port, lanes: port.lanes === null ? null : Math.min(port.lanes, OSFP_LANES / 2) };
}
