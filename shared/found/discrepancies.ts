/** Differences as they are told: those of one cable together, each with an id that stays from run to run. */
import type { Design } from '../model/design.ts';
import { portKey } from '../model/design-index.ts';
import type { FoundNetwork } from '../model/records.ts';
import {
  compareNetwork,
  type Difference,
  groundOf,
  type NetworkComparison,
  type UnmatchedName,
  type UnmatchedPorts,
} from './compare-network.ts';

export type Discrepancy =
  | (Told & {
      readonly kind: Difference['kind'];
      readonly differences: readonly [Difference, ...Difference[]];
    })
  | (Told & { readonly kind: 'name'; readonly unmatched: UnmatchedName })
  | (Told & { readonly kind: 'ports'; readonly unmatched: UnmatchedPorts });

interface Told {
  /** Id of its finding. */
  readonly id: string;
  readonly network: FoundNetwork;
}

/** What is to be told of one comparison. */
export function discrepanciesIn({
  network,
  differences,
  names,
  ports,
}: NetworkComparison): readonly Discrepancy[] {
  const groups = new Map<string, [Difference, ...Difference[]]>();
  for (const difference of differences) {
    const id = `found:${difference.kind}:${network.id}:${subjectKey(difference)}`;
    const group = groups.get(id);
    if (group) group.push(difference);
    else groups.set(id, [difference]);
  }
  return [
    ...[...groups].map(
      ([id, group]): Discrepancy => ({ id, network, kind: group[0].kind, differences: group }),
    ),
    ...names.map(
      (unmatched): Discrepancy => ({
        id: `data:found-name:${network.id}:${unmatched.name}`,
        network,
        kind: 'name',
        unmatched,
      }),
    ),
    ...ports.map(
      (unmatched): Discrepancy => ({
        id: `data:found-ports:${network.id}:${unmatched.device.id}`,
        network,
        kind: 'ports',
        unmatched,
      }),
    ),
  ];
}

function subjectKey(difference: Difference): string {
  switch (difference.kind) {
    case 'extra':
      return [portKey(difference.met.a), portKey(difference.met.b)].sort().join('|');
    case 'swapped':
      return [...new Set(difference.drawn.map(({ cables }) => cables[0]?.id ?? ''))]
        .sort()
        .join('|');
    case 'missing':
    case 'moved':
    case 'degraded':
      return difference.drawn.cables.map(({ id }) => id).join('|');
    default:
      return difference satisfies never;
  }
}

const ofDesign = new WeakMap<Design, ReadonlyMap<string, Discrepancy>>();

/** All discrepancies of a design with what was found, by id; they are found once for each design. */
export function discrepanciesOf(design: Design): ReadonlyMap<string, Discrepancy> {
  const known = ofDesign.get(design);
  if (known) return known;
  const found = new Map<string, Discrepancy>();
  if (design.found.size > 0) {
    const ground = groundOf(design);
    for (const network of design.found.values()) {
      for (const each of discrepanciesIn(compareNetwork(ground, network))) found.set(each.id, each);
    }
  }
  ofDesign.set(design, found);
  return found;
}
