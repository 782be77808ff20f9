/** The compared cables of one column with all that its figures are made from. */
import type { Analysis, CableRow } from '../analysis/types.ts';
import type { Design } from '../model/design.ts';
import type { Cable } from '../model/records.ts';
import type { GroupLink, LinksOf } from './cable-groups.ts';
import { isDataMedium } from './columns.ts';

export interface ComparedCable {
  readonly cable: Cable;
  readonly row: CableRow;
  readonly links: readonly GroupLink[];
  /** Rate and lanes of one of its links; null = unknown. */
  readonly linkGbps: number | null;
  readonly linkLanes: number | null;
}

/** In the order of their ids. */
export function comparedCables(
  design: Design,
  analysis: Analysis,
  linksOf: LinksOf,
): readonly ComparedCable[] {
  const compared: ComparedCable[] = [];
  for (const row of analysis.cables) {
    const cable = design.cables.get(row.id);
    if (!cable || !isDataMedium(cable.medium)) continue;
    const links = linksOf(cable);
    const { laneGbps, lanes } = row;
    const count = links.length;
    const linkLanes = lanes === null || count === 0 ? null : lanes / count;
    const linkGbps = linkLanes === null || laneGbps === null ? null : laneGbps * linkLanes;
    compared.push({ cable, row, links, linkGbps, linkLanes });
  }
  return compared;
}
