import { describe, expect, test } from 'vitest';
import { design, device, link, twin, workedSwitch } from '../analysis/fixture-design.ts';
import type { DesignRecord } from '../model/records.ts';
import { freeDataPorts, isKept } from './free-ports.ts';

/** The worked switch has 32 cages of two ports of 400 Gb/s. */
const freeOf = (records: readonly DesignRecord[], type = workedSwitch()) => {
  const within = design([device('low', 2), device('high', 4), ...records], type);
  return freeDataPorts(within, within.devices.get('low')!);
};

describe('ports that could still be plugged into', () => {
  test('are all of a switch without cables', () => {
    expect(freeOf([])).toHaveLength(64);
  });

  test('are not those in use', () => {
    expect(freeOf([twin(0, 'low', 'high')])).toHaveLength(62);
    const fibre = freeOf([link(0, 'low', 'high', { medium: 'smf' })]);
    expect(fibre).toHaveLength(63);
    expect(fibre).toContain('port-0b');
  });

  test('are not those beside a plug that fills their cage', () => {
    const free = freeOf([link(0, 'low', 'high', { medium: 'dac' })]);
    expect(free).toHaveLength(62);
    expect(free).not.toContain('port-0b');
  });

  test('are none for management, nor for power', () => {
    const type = workedSwitch();
    const ports = type.ports.map((port, at) => ({
      ...port,
      managementOnly: at === 0,
      kind: at === 1 ? ('powerInlet' as const) : port.kind,
    }));
    const free = freeOf([], { ...type, ports });
    expect(free).toHaveLength(62);
    expect(free[0]).toBe('port-1a');
  });
});

test('a port is kept when its device says so', () => {
  const within = design([device('low', 2, { reserved: ['port-3a'] })]);
  expect(isKept(within, { deviceId: 'low', portId: 'port-3a' })).toBe(true);
  expect(isKept(within, { deviceId: 'low', portId: 'port-3b' })).toBe(false);
  expect(isKept(within, { deviceId: 'gone', portId: 'port-3a' })).toBe(false);
});
