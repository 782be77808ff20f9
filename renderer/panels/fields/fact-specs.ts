/** The numbers of a type as fields: in what they are measured, and the range in which they make sense. */
import type { Dimension, ShownUnit } from '../../../shared/units/quantity.ts';

/** What a number of a type is measured in, and the range in which it makes sense. */
export interface FactSpec {
  readonly dimension: Dimension;
  readonly unit: ShownUnit;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly whole?: boolean;
}

export type NumberFact =
  | 'depthMm'
  | 'weightKg'
  | 'powerTypicalW'
  | 'powerMaxW'
  | 'supplies'
  | 'suppliesNeeded'
  | 'airflowCfm'
  | 'fanPercent'
  | 'criticalPa'
  | 'inletMinC'
  | 'inletMaxC'
  | 'noiseDb'
  | 'packing'
  | 'standoffMm'
  | 'wantedGbps'
  | 'hopNs'
  | 'pathwayMm2';

export const FACT_SPECS: Readonly<Record<NumberFact, FactSpec>> = {
  depthMm: { dimension: 'length', unit: 'mm', min: 1, max: 2000, step: 10 },
  weightKg: { dimension: 'weight', unit: 'kg', min: 0, max: 2000, step: 1 },
  powerTypicalW: { dimension: 'power', unit: 'W', min: 0, max: 500_000, step: 100 },
  powerMaxW: { dimension: 'power', unit: 'W', min: 0, max: 500_000, step: 100 },
  supplies: { dimension: 'number', unit: '', min: 0, max: 64, step: 1, whole: true },
  suppliesNeeded: { dimension: 'number', unit: '', min: 0, max: 64, step: 1, whole: true },
  airflowCfm: { dimension: 'number', unit: '', min: 0, max: 20_000, step: 10 },
  fanPercent: { dimension: 'number', unit: '', min: 1, max: 100, step: 5 },
  criticalPa: { dimension: 'number', unit: '', min: 0, max: 5000, step: 10 },
  inletMinC: { dimension: 'temperature', unit: '°C', min: -20, max: 60, step: 1 },
  inletMaxC: { dimension: 'temperature', unit: '°C', min: 0, max: 80, step: 1 },
  noiseDb: { dimension: 'number', unit: '', min: 0, max: 140, step: 1 },
  packing: { dimension: 'number', unit: '', min: 0.1, max: 0.907, step: 0.01 },
  standoffMm: { dimension: 'length', unit: 'mm', min: 0, max: 1000, step: 5 },
  wantedGbps: { dimension: 'number', unit: '', min: 1, max: 10_000_000, step: 800 },
  hopNs: { dimension: 'number', unit: '', min: 1, max: 1_000_000, step: 10 },
  pathwayMm2: { dimension: 'number', unit: '', min: 1, max: 1_000_000, step: 100 },
};
