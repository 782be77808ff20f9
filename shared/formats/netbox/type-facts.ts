/** What a NetBox type says of itself in numbers, and what is concluded from its ports. */
import {
  AIRFLOW_DIRECTIONS,
  type AirflowDirection,
  type DeviceCategory,
  type Port,
  type PortKind,
  type TypeLodging,
} from '../../model/device-type.ts';
import type { Known } from '../../model/fact.ts';
import { say } from '../../text/index.ts';
import type { FieldReader } from './field-reader.ts';
import { quoted } from './import-report.ts';
import { slugFacts } from './port-slug.ts';

const MAX_WEIGHT = 1_000_000;

const KG_PER: ReadonlyMap<string, number> = new Map([
  ['kg', 1],
  ['g', 0.001],
  ['lb', 0.45359237],
  ['oz', 0.028349523125],
]);

/** Kilograms to the gram; null where the unit is none of NetBox's. */
export function weightInKg(weight: number, unit: string): number | null {
  const factor = KG_PER.get(unit);
  return factor === undefined ? null : Math.round(weight * factor * 1000) / 1000;
}

/**
 * A weight as NetBox can hold it, with two decimals and up to a million: in kilograms, or in grams where that
 * is not enough. From a tonne on the grams are lost.
 */
export function writtenWeight(kg: number): { readonly weight: number; readonly unit: string } {
  const rounded = Math.round(kg * 100) / 100;
  if (rounded === kg || kg >= 1000) return { weight: rounded, unit: 'kg' };
  return { weight: Math.round(kg * 100_000) / 100, unit: 'g' };
}

/** The weight. Both fields stay with what is kept where they are no weight, or where it is in another unit. */
export function readWeight(reader: FieldReader): Known {
  const [weightField, unitField] = [reader.take('weight'), reader.take('weight_unit')];
  if (weightField !== undefined) reader.keep('weight', weightField);
  if (unitField !== undefined) reader.keep('weight_unit', unitField);
  const weight = reader.number('weight', 0, MAX_WEIGHT);
  if (weight === null || weightField === undefined) return null;
  const unit = reader.name('weight_unit').trim();
  const kg = weightInKg(weight, unit);
  if (kg === null || unit !== writtenWeight(kg).unit) {
    // In its own unit the weight is written back as it was read.
    reader.keep('weight', weightField);
    if (unitField !== undefined) reader.keep('weight_unit', unitField);
  }
  if (kg === null) reader.warn('unknown-unit', 'weight_unit', { unit: quoted(unit) });
  return kg === null ? null : { value: kg, provenance: 'datasheet', source: say('formats.source') };
}

/** The airflow; one that is not known stays with what is kept. */
export function readAirflow(reader: FieldReader): Known<AirflowDirection> {
  const field = reader.take('airflow');
  if (field === undefined) return null;
  reader.keep('airflow', field);
  const text = reader.name('airflow').trim();
  if (text === '') return null;
  const value = AIRFLOW_DIRECTIONS.find((direction) => direction === text);
  if (value) return { value, provenance: 'datasheet', source: say('formats.source') };
  reader.keep('airflow', field);
  reader.warn('unknown-airflow', 'airflow', { text: quoted(text) });
  return null;
}

/**
 * Power from the inlet's maximum draw. Supplies may be redundant and the file does not say, so that with more
 * than one inlet the power stays unknown.
 */
export function drawOf(ports: readonly Port[]): Known {
  const inlets = ports.filter((port) => port.kind === 'powerInlet');
  const draw = inlets[0]?.maximumDrawW ?? null;
  if (inlets.length !== 1 || draw === null) return null;
  return { value: draw, provenance: 'derived', source: say('formats.draw-source') };
}

/** A guess by what the ports are; a person may change it. */
export function categoryOf(
  ports: readonly Port[],
  { heightU, lodging, model }: { heightU: number; lodging: TypeLodging; model: string },
): DeviceCategory {
  if (lodging === 'module-bay') return 'other';
  const count = (kind: PortKind): number =>
    ports.filter((port) => port.kind === kind && slugFacts(port.slug).cabled).length;
  if (count('powerOutlet') > 0) return 'pdu';
  if (count('front') + count('rear') > 0 && count('interface') === 0) return 'patch-panel';
  if (count('interface') >= 8) return 'switch';
  if (ports.length === 0 && heightU > 0 && /blank/i.test(model)) return 'blank';
  return count('interface') > 0 ? 'server' : 'other';
}

/** The slug that stands for a name where a file has none: module types have no slug. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
