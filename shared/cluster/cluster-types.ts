/** The device types that a cluster may be built of. */
import { CATALOG_TYPES } from '../catalog/index.ts';
import type { Design } from '../model/design.ts';
import type { TypesById } from './fabric-layer.ts';

/** The catalogue's types and the design's, which come first. */
export function catalogueWith(design: Pick<Design, 'deviceTypes'>): TypesById {
  const types = new Map(CATALOG_TYPES.map((type) => [type.id, type]));
  for (const [id, type] of design.deviceTypes) types.set(id, type);
  return types;
}
