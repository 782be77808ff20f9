/** What the findings about time have in common. */
import type { Provenance } from '../model/fact.ts';
import type { CableId } from '../model/ids.ts';
import { say } from '../text/index.ts';
import type { CableResult } from './cable-result.ts';
import { quantity } from './finding.ts';
import type { FindingValue } from './types.ts';

/** What the analysis says of a cable. */
export type CableLookup = (id: CableId) => CableResult | undefined;

/** Name of a fabric in a sentence. */
export function fabricName(fabric: string): string {
  return fabric === '' ? say('analysis.latency.noFabric') : fabric;
}

export function nanoseconds(value: number, provenance: Provenance): FindingValue {
  return quantity(value, 'ns', provenance);
}

/** The records of these ids that are there. */
export function known<T>(ids: readonly string[], get: (id: string) => T | undefined): readonly T[] {
  const found: T[] = [];
  for (const id of ids) {
    const record = get(id);
    if (record !== undefined) found.push(record);
  }
  return found;
}
