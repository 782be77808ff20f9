/** What the dialog tells of each found network. */
import type { Discrepancy } from '../../../shared/found/discrepancies.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { FoundNetwork } from '../../../shared/model/records.ts';

export interface FoundSummary {
  readonly network: FoundNetwork;
  /** Findings of each kind. */
  readonly differences: ReadonlyMap<Discrepancy['kind'], number>;
  /** Names that mean no device here, with how many links they are in; the most first. */
  readonly unknown: readonly { readonly name: string; readonly links: number }[];
}

/** The networks in the order in which they came. */
export function summariesOf(
  design: Design,
  discrepancies: ReadonlyMap<string, Discrepancy>,
): readonly FoundSummary[] {
  const all = [...discrepancies.values()];
  return [...design.found.values()].map((network) => {
    const own = all.filter((each) => each.network.id === network.id);
    const differences = new Map<Discrepancy['kind'], number>();
    for (const { kind } of own) differences.set(kind, (differences.get(kind) ?? 0) + 1);
    const unknown = own
      .flatMap((each) =>
        each.kind === 'name' ? [{ name: each.unmatched.name, links: each.unmatched.links }] : [],
      )
      .sort((a, b) => b.links - a.links || (a.name < b.name ? -1 : 1));
    return { network, differences, unknown };
  });
}
