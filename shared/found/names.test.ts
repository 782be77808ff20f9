import { describe, expect, test } from 'vitest';
import { CATALOG_TYPES, catalogType } from '../catalog/index.ts';
import { fixtureDevice } from '../model/fixture-device.ts';
import { DeviceNames } from './device-names.ts';
import { likeNames } from './like-names.ts';
import { portByName } from './port-names.ts';

describe('ports by every name that tools have for them', () => {
  test.each([
    // InfiniBand: tools count ports, the front counts openings and parts.
    ['nvidia-qm9700', '1', '1/1'],
    ['nvidia-qm9700', '2', '1/2'],
    ['nvidia-qm9700', 'P33', '17/1'],
    ['nvidia-qm9700', '64', '32/2'],
    ['nvidia-qm9700', '32/2', '32/2'],
    ['nvidia-qm9700', 'sw3p2', '3/2'],
    ['nvidia-qm8700', 'P7', '7'],
    ['nvidia-qm8790', '7', 'swp7'],
    ['nvidia-q3400-ra', 'sw1p2', 'sw1p2'],
    ['nvidia-q3400-ra', '1/2', 'sw1p2'],
    ['nvidia-q3400-ra', '4', 'sw2p2'],
    // Cumulus: a split port is one port here.
    ['nvidia-sn5600', 'swp1s0', 'swp1'],
    ['nvidia-sn5600', 'SWP64', 'swp64'],
    ['nvidia-sn5600', 'Ethernet5', 'swp5'],
    // Arista's part, Cisco's slot.
    ['arista-dcs-7060x6-64pe', 'Ethernet5/1', 'Ethernet5'],
    ['arista-dcs-7060x6-64pe', 'Et5', 'Ethernet5'],
    ['cisco-n9k-c9364d-gx2a', 'Ethernet1/5', 'Ethernet1/5'],
    ['cisco-n9k-c9364d-gx2a', 'eth1/5', 'Ethernet1/5'],
    ['cisco-n9k-c9364d-gx2a', 'Eth 1/5', 'Ethernet1/5'],
    // Adapters.
    ['nvidia-dgx-h100', 'mlx5_0', 'rail0'],
    ['nvidia-dgx-h100', 'HCA 1', 'rail0'],
    ['nvidia-dgx-h100', 'hca-8', 'rail7'],
    ['nvidia-dgx-h100', 'rail5', 'rail5'],
    ['nvidia-dgx-a100', 'mlx5_3', 'mlx5_3'],
  ])('%s: %s is %s', (model, name, port) => {
    const type = [...CATALOG_TYPES.values()].find(({ id }) => id === `catalog:${model}`);
    expect(type && portByName(type, name)?.name).toBe(port);
  });

  test.each([
    ['nvidia-qm9700', '65'],
    ['nvidia-qm9700', '33/1'],
    ['nvidia-qm9700', ''],
    ['nvidia-sn5600', 'eth0s1'],
    ['nvidia-sn5600', 'mgmt1'],
    ['nvidia-dgx-h100', 'mlx5_40'],
    ['nvidia-dgx-h100', 'who knows'],
  ])('%s has no %j', (model, name) => {
    expect(portByName(catalogType(`catalog:${model}`), name)).toBeNull();
  });

  test('of every type, each port for data is found by its own name', () => {
    for (const type of CATALOG_TYPES.values()) {
      for (const port of type.ports.filter(({ kind }) => kind === 'interface')) {
        expect(portByName(type, port.name)?.id, `${type.model} ${port.name}`).toBe(port.id);
      }
    }
  });
});

describe('devices by name', () => {
  const of = (...names: string[]) =>
    new Map(names.map((name, n) => [`d${n}`, fixtureDevice({ id: `d${n}`, typeId: 't', name })]));

  test.each([
    ['leaf01', 'leaf01'],
    ['LEAF01', 'leaf01'],
    ['leaf01.dc1.example.com', 'leaf01'],
    ['leaf-1', 'leaf01'],
    ['Leaf_001', 'leaf01'],
    ['spine-1-2', 'spine-01-02'],
    ['spine-12', undefined],
    ['leaf02', undefined],
    ['10.0.0.1', undefined],
  ])('%s is %s', (name, expected) => {
    const names = new DeviceNames(of('leaf01', 'spine-01-02', ''));
    expect(names.match(name, []).device?.name).toBe(expected);
  });

  test('a name of two is of none, unless one is called exactly so', () => {
    const names = new DeviceNames(of('leaf1', 'leaf01'));
    expect(names.match('leaf-1', [])).toEqual({ device: null, why: 'ambiguous' });
    expect(names.match('leaf01', []).device?.name).toBe('leaf01');
  });

  test('an alias goes before every likeness, as long as its device is there', () => {
    const names = new DeviceNames(of('leaf1', 'leaf2'));
    expect(names.match('leaf1', [{ name: 'leaf1', deviceId: 'd1' }]).device?.name).toBe('leaf2');
    expect(names.match('leaf1', [{ name: 'leaf1', deviceId: 'gone' }]).device?.name).toBe('leaf1');
  });

  test('what a name is like', () => {
    const devices = [...of('leaf-01', 'leaf-02', 'spine-01', 'pdu').values()];
    expect(likeNames('lef01', devices).map(({ name }) => name)).toEqual(['leaf-01', 'leaf-02']);
    expect(likeNames('zzzzzz', devices)).toEqual([]);
    expect(likeNames('', devices)).toEqual([]);
  });
});
