/** A device type as a row: what every type has stands in columns, what is known of it and drawn on it as JSON. */
import type { DeviceType } from '../../shared/model/device-type.ts';
import { halfUnits, members, over, text } from './column-values.ts';
import type { RecordTable } from './record-table.ts';

/** In the order in which the JSON text has them: the digests of files rest on it. */
const FACTS = [
  'depthMm',
  'weightKg',
  'powerTypicalW',
  'powerMaxW',
  'airflow',
  'supplies',
  'suppliesNeeded',
  'airflowCfm',
  'fanPercent',
  'criticalPa',
  'inletMinC',
  'inletMaxC',
  'noiseDb',
  'packing',
  'standoffMm',
  'wantedGbps',
  'hopNs',
  'pathwayMm2',
] as const satisfies readonly (keyof DeviceType)[];
const PARTS = [
  'cages',
  'ports',
  'portMappings',
  'shapes',
  'bays',
  'backdrops',
  'faceMm',
] as const satisfies readonly (keyof DeviceType)[];

export const DEVICE_TYPE_TABLE: RecordTable<'deviceType'> = {
  table: 'device_type',
  columns: [
    'id',
    'manufacturer',
    'model',
    'slug',
    'part_number',
    'category',
    'height_half_u',
    'width',
    'depth_use',
    'lodging',
    'facts',
    'faceplate',
    'description',
    'origin',
    'extra',
  ],
  toRow: (type) => [
    text(type.id),
    text(type.manufacturer),
    text(type.model),
    text(type.slug),
    text(type.partNumber),
    type.category,
    halfUnits(type.heightU),
    type.width,
    type.depthUse,
    type.lodging,
    JSON.stringify(picked(type, FACTS)),
    JSON.stringify(picked(type, PARTS)),
    text(type.description),
    type.origin,
    text(type.extra),
  ],
  fromRow: (row) => {
    const [id, manufacturer, model, slug, partNumber, category, heightU, width, ...rest] = row;
    const [depthUse, lodging, facts, faceplate, description, origin, extra] = rest;
    return {
      kind: 'deviceType',
      id,
      manufacturer,
      model,
      slug,
      partNumber,
      category,
      heightU: over(heightU, 2),
      width,
      depthUse,
      lodging,
      ...members(facts),
      ...members(faceplate),
      description,
      origin,
      extra,
    };
  },
};

function picked<K extends keyof DeviceType>(type: DeviceType, keys: readonly K[]): object {
  return Object.fromEntries(keys.map((key) => [key, type[key]]));
}
