/** Which numbers of a type stand together, and which a category has. */
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { NumberFact } from '../../panels/fields/fact-specs.ts';

export const SIZE_FACTS: readonly NumberFact[] = ['depthMm', 'weightKg'];
export const POWER_FACTS: readonly NumberFact[] = [
  'powerTypicalW',
  'powerMaxW',
  'supplies',
  'suppliesNeeded',
];
export const AIR_FACTS: readonly NumberFact[] = [
  'airflowCfm',
  'fanPercent',
  'criticalPa',
  'inletMinC',
  'inletMaxC',
  'noiseDb',
  'packing',
  'standoffMm',
];

/** The numbers about data and cables that a category has. */
export function dataFacts({ category }: DeviceType): readonly NumberFact[] {
  if (category === 'switch') return ['wantedGbps', 'hopNs'];
  if (category === 'cable-manager') return ['pathwayMm2'];
  return ['wantedGbps'];
}

/** What may be left out without anything lacking: a wish, and what stands in place of the design's assumptions. */
export const OPTIONAL_FACTS: ReadonlySet<NumberFact> = new Set([
  'packing',
  'standoffMm',
  'wantedGbps',
]);
