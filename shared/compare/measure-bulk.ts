/** How heavy and how thick the cables are. */
import type { Analysis, PathwayRow } from '../analysis/types.ts';
import type { ComparedCable } from './compared-cables.ts';
import { type Figure, Sum } from './figure.ts';
import type { FullestPlace } from './types.ts';

export function bulkFigures(cables: readonly ComparedCable[]): {
  readonly cableKg: Figure;
  readonly crossSectionMm2: Figure;
} {
  const kg = new Sum();
  const section = new Sum();
  for (const { cable, row } of cables) {
    if (row.weightKg === null) kg.lack(`medium ${cable.medium}: weight`, 'derived');
    else kg.know(row.weightKg, 'derived');
    if (row.odMm === null) section.lack(`medium ${cable.medium}: diameter`, 'derived');
    else section.know(circleMm2(row.odMm), 'derived');
  }
  return { cableKg: kg.figure('kg'), crossSectionMm2: section.figure('mm²') };
}

/** Where the strips, managers and trays hold most, whatever runs there; a lower bound over unknown diameters. */
export function fullestFigure(
  fullest: PathwayRow | null,
  { cables }: Analysis,
): {
  readonly fullestMm2: Figure;
  readonly fullestPlace: FullestPlace | null;
} {
  const unknown = cables.filter(({ odMm }) => odMm === null);
  const fullestMm2: Figure = {
    value: fullest?.sectionMm2 ?? 0,
    band: null,
    unit: 'mm²',
    provenance: 'derived',
    atLeast: unknown.length > 0,
    unknownParts: unknown.length,
    missing: [...new Set(unknown.map(({ medium }) => `medium ${medium}: diameter`))].sort(),
  };
  const fullestPlace = fullest && { id: fullest.id, place: fullest.place, fill: fullest.fill };
  return { fullestMm2, fullestPlace };
}

function circleMm2(diameterMm: number): number {
  return (Math.PI * diameterMm ** 2) / 4;
}
