/** Designs to start from. Building one twice gives the same records. */
import type { Design } from '../model/design.ts';
import { buildFirstRack } from './first-rack.ts';
import { buildSuperpodSu } from './superpod-su.ts';

export interface Sample {
  /** What `plenum new --sample` takes. */
  readonly id: string;
  readonly titleKey: string;
  build(): Design;
}

export const SAMPLES: readonly Sample[] = [
  { id: 'first-rack', titleKey: 'catalog.sample.first-rack', build: buildFirstRack },
  { id: 'superpod-su', titleKey: 'catalog.sample.superpod-su', build: buildSuperpodSu },
];

/** Builds the sample of that id. @throws RangeError naming the samples there are */
export function buildSample(id: string): Design {
  const sample = SAMPLES.find((candidate) => candidate.id === id);
  if (!sample) {
    throw new RangeError(
      `no sample ${id}; there are ${SAMPLES.map((known) => known.id).join(', ')}`,
    );
  }
  return sample.build();
}
