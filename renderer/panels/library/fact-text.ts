/** A fact of a device type in words. */
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { amountText, powerText } from '../parts/number-text.ts';
import type { TypeFact } from './type-facts.ts';

const UNITS: Readonly<Record<TypeFact, string>> = {
  depthMm: 'mm',
  weightKg: 'kg',
  powerTypicalW: 'W',
  powerMaxW: 'W',
  airflowCfm: 'CFM',
  criticalPa: 'Pa',
  inletMinC: '°C',
  inletMaxC: '°C',
  packing: '',
  standoffMm: 'mm',
  wantedGbps: 'Gb/s',
  pathwayMm2: 'mm²',
};

export function factText(fact: TypeFact, known: DeviceType[TypeFact]): string {
  const value = known?.value ?? null;
  return UNITS[fact] === 'W' ? powerText(value) : amountText(value, UNITS[fact]);
}
