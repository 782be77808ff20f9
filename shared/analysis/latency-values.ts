/** What the findings about time have in common. */
import type { Provenance } from '../model/fact.ts';
import type { CableId } from '../model/ids.ts';
import type { Cable } from '../model/records.ts';
import { landCable, type RoutedDesign } from '../routing/landing.ts';
import { say } from '../text/index.ts';
import { type CableFacts, cableFacts } from './cable-facts.ts';
import type { CableResult } from './cable-result.ts';
import { quantity } from './finding.ts';
import type { CableRow, FindingValue } from './types.ts';

/** A cable of a way. */
export interface WayCable {
  readonly cable: Cable;
  readonly row: CableRow;
  /** Null when it has an end that the design does not hold. */
  readonly facts: CableFacts | null;
}
export type CableLookup = (id: CableId) => WayCable | undefined;

/** What the ways need to know of a cable: its facts are found again, since most cables are on none that is told of. */
export function wayCable(design: RoutedDesign, { cable, row }: CableResult): WayCable {
  const landed = landCable(design, cable);
  return { cable, row, facts: landed && cableFacts(cable, landed) };
}

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
