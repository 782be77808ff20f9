/** A plain 42U cabinet for tests: nothing is known of what it may carry or draw, and it has no doors. */
import type { Rack } from './records.ts';

export function fixtureRack(change: Partial<Rack> = {}): Rack {
  return {
    kind: 'rack',
    id: 'rack-1',
    name: 'A01',
    rowId: 'row-a',
    order: 0,
    frame: 'cabinet',
    heightU: 42,
    widthMm: 600,
    depthMm: 1200,
    maxWeightKg: null,
    maxPowerW: null,
    frontDoorOpen: null,
    rearDoorOpen: null,
    gapMm: 0,
    turned: false,
    notes: '',
    extra: '',
    ...change,
  };
}
