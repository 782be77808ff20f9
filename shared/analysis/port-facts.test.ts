import { describe, expect, test } from 'vitest';
import type { DeviceType, Port } from '../model/device-type.ts';
import { workedSwitch } from './fixture-design.ts';
import { portTable } from './port-facts.ts';

/** The worked switch, with its ports changed one by one: two ports a cage, OSFP of eight lanes. */
function typeWith(change: (port: Port, index: number) => Port): DeviceType {
  const type = workedSwitch();
  return { ...type, ports: type.ports.map(change) };
}

describe('the lanes of a port', () => {
  test('are its own where the type says', () => {
    const table = portTable(workedSwitch());
    expect(table.ports.get('port-0a')).toMatchObject({ lanes: 4, inCage: 2 });
  });

  test('are else its share of the opening: OSFP has eight, two ports share them, 8/2', () => {
    const table = portTable(typeWith((port) => ({ ...port, lanes: null })));
    expect(table.ports.get('port-0a')!.lanes).toBe(4);
  });

  test('are unknown where the opening does not divide: 8/3', () => {
    const three = typeWith((port, index) => ({
      ...port,
      lanes: null,
      cageId: index < 3 ? 'cage-0' : port.cageId,
    }));
    expect(portTable(three).ports.get('port-0a')).toMatchObject({ inCage: 3, lanes: null });
  });

  test('are unknown without a speed, without an opening, and in one that nobody knows', () => {
    const mute = typeWith((port) => ({ ...port, lanes: null, speedGbps: null }));
    expect(portTable(mute).ports.get('port-0a')!.lanes).toBeNull();
    const loose = typeWith((port) => ({ ...port, lanes: null, cageId: null }));
    expect(portTable(loose).ports.get('port-0a')).toMatchObject({ cage: null, inCage: 1 });
    const lost = typeWith((port) => ({ ...port, lanes: null, cageId: 'cage-gone' }));
    expect(portTable(lost).ports.get('port-0a')).toMatchObject({ cage: null, lanes: null });
    const type = typeWith((port) => ({ ...port, lanes: null }));
    const odd = { ...type, cages: type.cages.map((cage) => ({ ...cage, formFactor: 'other' })) };
    expect(portTable(odd as DeviceType).ports.get('port-0a')!.lanes).toBeNull();
  });
});

describe('the groups of ports', () => {
  const mixed = typeWith((port, index) => {
    if (index === 0) return { ...port, kind: 'powerInlet', speedGbps: null };
    if (index === 1) return { ...port, speedGbps: null };
    if (index === 2) return { ...port, speedGbps: 1000, managementOnly: true };
    if (index === 3) return { ...port, cageId: null };
    return { ...port, speedGbps: index < 10 ? 100 : 400 };
  });

  test('stand by kind, then the fastest first, then by cage, and count their ports and cages', () => {
    // 64 ports, two a cage: an inlet, one without speed, one for management, one of 400 Gb/s without a cage, 6 of
    // 100 Gb/s in the cages 2 to 4, 54 of 400 in the other 27
    const osfp = 'osfp' as const;
    expect(portTable(mixed).groups).toEqual([
      { kind: 'interface', speedGbps: 1000, formFactor: osfp, total: 1, cages: 1 },
      { kind: 'interface', speedGbps: 400, formFactor: osfp, total: 54, cages: 27 },
      { kind: 'interface', speedGbps: 400, formFactor: null, total: 1, cages: 0 },
      { kind: 'interface', speedGbps: 100, formFactor: osfp, total: 6, cages: 3 },
      { kind: 'interface', speedGbps: null, formFactor: osfp, total: 1, cages: 1 },
      { kind: 'powerInlet', speedGbps: null, formFactor: osfp, total: 1, cages: 1 },
    ]);
  });

  test('data is carried by the fastest that are not for management, in all their cages', () => {
    expect(portTable(mixed).data).toEqual({ speedGbps: 400, groups: [1, 2] });
    const slow = typeWith((port) => ({ ...port, managementOnly: true }));
    expect(portTable(slow).data).toBeNull();
  });

  test('a type is looked through once', () => {
    const type = workedSwitch();
    expect(portTable(type)).toBe(portTable(type));
  });
});
