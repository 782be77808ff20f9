/** The aisles between the rows of a cluster. */
import type { Area } from '../model/records.ts';
import { say } from '../text/index.ts';
import type { Layout } from './lay-out.ts';

/** Cold aisles before the fronts and hot ones behind the backs, where two rows stand so. */
export function clusterAisles(
  { rows, spec }: Layout,
  idOf: (key: string) => string,
): readonly Area[] {
  const { floor, racks } = spec;
  if (!floor.aisles || !floor.alternate) return [];
  return rows.slice(1).flatMap((row, index): Area[] => {
    const before = rows[index];
    if (!before) return [];
    const isCold = index % 2 === 0;
    const number = Math.floor(index / 2) + 1;
    const yMm = isCold ? before.place.yMm : before.place.yMm + racks.depthMm;
    return [
      {
        kind: 'area',
        id: idOf(`aisle:${index}`),
        name: say(isCold ? 'cluster.aisle.cold' : 'cluster.aisle.hot', { number }),
        purpose: isCold ? 'cold-aisle' : 'hot-aisle',
        contained: floor.contained,
        xMm: floor.xMm,
        yMm,
        widthMm: Math.max(before.lengthMm, row.lengthMm),
        depthMm: isCold ? floor.coldAisleMm : floor.hotAisleMm,
      },
    ];
  });
}
