/** What a device type begins with: nothing is known of it, and nothing is on its faces. */
import type { DeviceType } from './device-type.ts';

type Named = 'id' | 'manufacturer' | 'model' | 'category' | 'heightU' | 'origin';

/** Full width and depth, for a rack; every fact unknown, every list and text empty. */
export const BARE_TYPE: Omit<DeviceType, Named> = {
  kind: 'deviceType',
  slug: '',
  partNumber: '',
  width: 'full',
  depthUse: 'full',
  lodging: 'rack',
  faceMm: null,
  depthMm: null,
  weightKg: null,
  powerTypicalW: null,
  powerMaxW: null,
  airflow: null,
  supplies: null,
  suppliesNeeded: null,
  airflowCfm: null,
  fanPercent: null,
  criticalPa: null,
  inletMinC: null,
  inletMaxC: null,
  noiseDb: null,
  packing: null,
  standoffMm: null,
  wantedGbps: null,
  hopNs: null,
  pathwayMm2: null,
  cages: [],
  ports: [],
  portMappings: [],
  shapes: [],
  bays: [],
  backdrops: [],
  description: '',
  extra: '',
};
