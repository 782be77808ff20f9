import { describe, expect, test } from 'vitest';
import type { DeviceType, Port } from '../model/device-type.ts';
import { landCable } from '../routing/landing.ts';
import { cableFacts, jacketOf, wattsPerEnd } from './cable-facts.ts';
import { design, device, twin, workedSwitch } from './fixture-design.ts';

const CABLE = twin(0, 'low', 'high');

function factsWith(change: (port: Port) => Port, cable = CABLE) {
  const type: DeviceType = workedSwitch();
  const changed = { ...type, ports: type.ports.map(change) };
  const landed = landCable(design([device('low', 2), device('high', 4)], changed), cable)!;
  return cableFacts(cable, landed);
}

describe('the facts of a cable', () => {
  test('are the sums of its links: 2 × 400 Gb/s over 2 × 4 lanes', () => {
    expect(factsWith((port) => port)).toMatchObject({
      laneGbps: 100,
      lanes: 8,
      speedGbps: 800,
      openings: { a: 1, b: 1 },
      missing: [],
    });
  });

  test('split: one opening here, two there', () => {
    const split = twin(0, 'low', 'high', {
      ends: {
        a: CABLE.ends.a,
        b: [0, 1].map((n) => ({ deviceId: 'high', portId: `port-${n}a` })),
      },
    });
    expect(factsWith((port) => port, split).openings).toEqual({ a: 1, b: 2 });
  });

  test('one end that says its speed and lanes speaks for both', () => {
    const mute = (port: Port): Port => ({ ...port, speedGbps: null, lanes: null });
    const cable = twin(0, 'low', 'high', {
      ends: {
        a: [{ deviceId: 'low', portId: 'port-0a' }],
        b: [{ deviceId: 'high', portId: 'port-1a' }],
      },
    });
    for (const silent of ['port-0a', 'port-1a']) {
      const facts = factsWith((port) => (port.id === silent ? mute(port) : port), cable);
      expect(facts).toMatchObject({ laneGbps: 100, lanes: 4, speedGbps: 400, missing: [] });
    }
  });

  test('an unknown speed or number of lanes is unknown, and named once for the type', () => {
    const noSpeed = factsWith((port) => ({ ...port, speedGbps: null }));
    expect(noSpeed).toMatchObject({ laneGbps: null, speedGbps: null, lanes: 8 });
    expect(noSpeed.missing).toEqual([
      'device type Worked: port 1a: speed',
      'device type Worked: port 1b: speed',
    ]);
    // without an opening to share in, nobody knows the lanes
    const noLanes = factsWith((port) => ({ ...port, lanes: null, cageId: null }));
    expect(noLanes).toMatchObject({ laneGbps: null, lanes: null, speedGbps: 800 });
    expect(noLanes.missing[0]).toBe('device type Worked: port 1a: lanes');
  });

  test('of links that are known and one that is not only the latter is named', () => {
    const mute = (port: Port): Port =>
      port.id === 'port-0b' ? { ...port, speedGbps: null, lanes: null } : port;
    const facts = factsWith(mute);
    expect(facts).toMatchObject({ laneGbps: null, speedGbps: null });
    expect(facts.missing).toEqual(['device type Worked: port 1b: speed']);
  });

  test('a port without lanes has no lane rate', () => {
    expect(factsWith((port) => ({ ...port, lanes: 0 })).laneGbps).toBeNull();
  });
});

describe('the jacket', () => {
  test('of 8 lanes of 26 AWG is 9.43 mm thick and weighs 110 g/m', () => {
    const jacket = jacketOf('dac', 8, 26);
    expect(jacket).toMatchObject({ odMm: 9.43, kgPerM: 0.11, copperMgPerM: 110_000 });
    expect(jacket.square).toBe(943 ** 2);
  });

  test('of twinax of unknown weight is as dense as that: 0.11·(d/9.43)²', () => {
    const jacket = jacketOf('dac', 8, 30);
    expect(jacket.kgPerM).toBeCloseTo(0.11 * (jacket.odMm! / 9.43) ** 2, 12);
    expect(jacket.copperMgPerM).toBe(Math.round(1e6 * jacket.kgPerM!));
  });

  test('of light holds no copper', () => {
    expect(jacketOf('smf', 8, null).copperMgPerM).toBe(0);
  });
});

test('what nobody lists draws an unknown power', () => {
  expect(wattsPerEnd('dac', 800)).not.toBeNull();
  expect(wattsPerEnd('power', 1)).toBeNull();
});
