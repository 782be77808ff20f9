/** How heavy and how thick the cables are. */
import type { ComparedCable } from './compared-cables.ts';
import { type Figure, type Part, sumOf } from './figure.ts';

export function bulkFigures(cables: readonly ComparedCable[]): {
  readonly cableKg: Figure;
  readonly crossSectionMm2: Figure;
} {
  const parts = (of: (cable: ComparedCable) => number | null, fact: string): Part[] =>
    cables.map((compared) => ({
      value: of(compared),
      provenance: 'derived',
      missing: `medium ${compared.cable.medium}: ${fact}`,
    }));
  return {
    cableKg: sumOf(
      'kg',
      parts(({ row }) => row.weightKg, 'weight'),
    ),
    crossSectionMm2: sumOf(
      'mm²',
      parts(({ row }) => circleMm2(row.odMm), 'diameter'),
    ),
  };
}

function circleMm2(diameterMm: number | null): number | null {
  return diameterMm === null ? null : (Math.PI * diameterMm ** 2) / 4;
}
