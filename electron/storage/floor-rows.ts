/** Areas, pathways and clusters as rows and back. */
import type { PlanPoint } from '../../shared/model/records.ts';
import { micrometres, over, parsed, text } from './column-values.ts';
import type { RecordTable } from './record-table.ts';

export const FLOOR_TABLES: { readonly [K in 'area' | 'pathway' | 'cluster']: RecordTable<K> } = {
  area: {
    table: 'area',
    columns: ['id', 'name', 'purpose', 'contained', 'x_um', 'y_um', 'width_um', 'depth_um'],
    toRow: (area) => [
      text(area.id),
      text(area.name),
      area.purpose,
      area.contained ? 1 : 0,
      micrometres(area.xMm),
      micrometres(area.yMm),
      micrometres(area.widthMm),
      micrometres(area.depthMm),
    ],
    fromRow: ([id, name, purpose, contained, x, y, width, depth]) => ({
      kind: 'area',
      id,
      name,
      purpose,
      contained: contained === 1,
      xMm: over(x, 1000),
      yMm: over(y, 1000),
      widthMm: over(width, 1000),
      depthMm: over(depth, 1000),
    }),
  },
  pathway: {
    table: 'pathway',
    columns: ['id', 'name', 'level', 'points', 'width_um', 'height_um', 'rise_um'],
    toRow: (pathway) => [
      text(pathway.id),
      text(pathway.name),
      pathway.level,
      JSON.stringify(pathway.points.map(inMicrometres)),
      micrometres(pathway.widthMm),
      micrometres(pathway.heightMm),
      micrometres(pathway.riseMm),
    ],
    fromRow: ([id, name, level, points, width, height, rise]) => ({
      kind: 'pathway',
      id,
      name,
      level,
      points: pointsFrom(parsed(points)),
      widthMm: over(width, 1000),
      heightMm: over(height, 1000),
      riseMm: over(rise, 1000),
    }),
  },
  cluster: {
    table: 'cluster',
    columns: ['id', 'name', 'spec'],
    toRow: (cluster) => [text(cluster.id), text(cluster.name), text(cluster.spec)],
    fromRow: ([id, name, spec]) => ({ kind: 'cluster', id, name, spec }),
  },
};

/** A point as its two coordinates, whole micrometres. */
function inMicrometres({ xMm, yMm }: PlanPoint): readonly [number, number] {
  return [micrometres(xMm), micrometres(yMm)];
}

function pointsFrom(points: unknown): unknown {
  if (!Array.isArray(points)) return points;
  return points.map((point: unknown) => {
    if (!Array.isArray(point) || point.length !== 2) return point;
    const [x, y] = point as unknown[];
    return typeof x === 'number' && typeof y === 'number'
      ? { xMm: x / 1000, yMm: y / 1000 }
      : point;
  });
}
