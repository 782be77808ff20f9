/** Specs and types that the tests of this folder begin with. */
import { CATALOG_TYPES } from '../catalog/index.ts';
import { type ClusterSpec, clusterSpec } from './cluster-spec.ts';
import type { TypesById } from './fabric-layer.ts';

export const TYPES: TypesById = new Map(CATALOG_TYPES.map((type) => [type.id, type]));

export const H100 = 'catalog:nvidia-dgx-h100';

/** A cluster of so many DGX H100, with the rest as it usually is. */
export function h100s(count: number, rest: Record<string, unknown> = {}): ClusterSpec {
  return clusterSpec({ node: { type: H100, count }, ...rest });
}
