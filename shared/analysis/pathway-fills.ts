/** How full the drawn pathways are, for the plan. */
import type { PathwayId } from '../model/ids.ts';
import { legOfRow } from './tray-rule.ts';
import type { Analysis } from './types.ts';

/** By pathway, where it is fullest: 1 is to the limit of a ladder. Pathways in which nothing lies are left out. */
export function pathwayFills({
  pathways,
}: Pick<Analysis, 'pathways'>): ReadonlyMap<PathwayId, number> {
  const fills = new Map<PathwayId, number>();
  for (const row of pathways) {
    if (row.kind !== 'pathway') continue;
    const id = legOfRow(row.id);
    fills.set(id, Math.max(row.fill / row.limit, fills.get(id) ?? 0));
  }
  return fills;
}
