/** Devices and cables for tests: on the front rails, and of straight copper without a length of their own. */
import { newCable } from './new-cable.ts';
import type { Cable, Device } from './records.ts';

export function fixtureDevice(change: Partial<Device> & Pick<Device, 'id' | 'typeId'>): Device {
  return {
    kind: 'device',
    name: change.id,
    rackId: 'rack-1',
    mount: 'rails',
    bay: null,
    u: 10,
    face: 'front',
    column: 0,
    locked: false,
    reserved: [],
    notes: '',
    extra: '',
    ...change,
  };
}

export function fixtureCable(change: Partial<Cable> & Pick<Cable, 'ends'>): Cable {
  return newCable({ id: 'cable-1', label: 'C1', medium: 'dac', awg: 26, ...change });
}
