/** The validation cases of the physics (physics.md, section 8), each with its own tolerance. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { panelHeightMm } from '../units/length.ts';
import { CFM_M3S, inletTemperatureC, recirculatedShare, temperatureRiseK } from './air.ts';
import { blockedAreaMm2, bundleDiameterMm, equalBundleMm, pathwayFill } from './bundle.ts';
import { conductorMm } from './copper-reach.ts';
import { plateLossCoefficient, screenLossBand, screenLossCoefficient } from './curtain.ts';
import { fanSpeedToRecover, flowRatio, rackFlowRatio } from './flow.ts';
import { blockTimeNs, pathTimeNs } from './latency.ts';

function expectWithin(actual: number, wanted: number, share: number): void {
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(Math.abs(wanted) * share);
}

describe('heat', () => {
  test.each([
    ['V01 DGX A100', 6500, 840, 13.6],
    ['V02 DGX H100', 10_200, 1105, 16.22],
    ['V03 DGX B200', 14_300, 1550, 16.21],
  ])('%s', (_, powerW, cfm, riseK) => {
    expectWithin(temperatureRiseK({ powerW, airflowM3s: cfm * CFM_M3S }), riseK, 0.005);
  });

  test('V04: 20 F and 10 F rise take 158 and 316 CFM a kilowatt', () => {
    for (const [riseF, cfm] of [
      [20, 158],
      [10, 316],
    ] as const) {
      const rise = temperatureRiseK({ powerW: 1000, airflowM3s: cfm * CFM_M3S });
      expectWithin(rise, riseF / 1.8, 0.003);
    }
  });

  test('V05: 30 kW at 15 K is 5,970 m³/h, not the 1,650 that a page prints', () => {
    expectWithin(temperatureRiseK({ powerW: 30_000, airflowM3s: 5970 / 3600 }), 15, 0.005);
  });

  test('V06: 0.05 in of water drive 895.5 ft/min through a sharp gap, less its discharge', () => {
    const metresPerSecond = (895.5 * 0.3048) / 60;
    const share = recirculatedShare({ gapM2: 1, pressurePa: 0.05 * 249.089, airflowM3s: 1 });
    expectWithin(share / 0.6, metresPerSecond, 0.002);
  });

  test('V25: at 1,500 m the same flow warms 1.198 times as much', () => {
    const atSea = temperatureRiseK({ powerW: 1000, airflowM3s: 0.05 });
    for (const [altitudeM, ratio] of [
      [900, 0.8978],
      [1500, 0.8345],
      [3000, 0.6919],
    ] as const) {
      const high = temperatureRiseK({ powerW: 1000, airflowM3s: 0.05, altitudeM });
      expectWithin(atSea / high, ratio, 0.001);
    }
  });

  test('V26: a tenth recirculated', () => {
    const inlet = inletTemperatureC({ supplyC: 20, riseK: 16.2, recirculation: 0.1 });
    expect(Math.abs(inlet - 21.8)).toBeLessThan(0.01);
  });

  test('half recirculated is a failure, not a number', () => {
    expect(() => inletTemperatureC({ supplyC: 20, riseK: 16, recirculation: 0.5 })).toThrow(
      RangeError,
    );
  });
});

describe('flow', () => {
  test('V07: closed forms against the curve itself', () => {
    expect(flowRatio(0.1735, 'parabolic')).toBeCloseTo(0.9231, 3);
    expect(flowRatio(0.1735, 'linear')).toBeCloseTo(0.869, 3);
    for (const [curve, power] of [
      ['parabolic', 2],
      ['linear', 1],
    ] as const) {
      fc.assert(
        fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (loading) => {
          const q = flowRatio(loading, curve);
          expect(Math.abs(1 - q ** power - loading * q * q)).toBeLessThan(1e-6);
        }),
      );
    }
  });

  test('V08: nothing in the way loses nothing, more never helps, a closed opening stops the flow', () => {
    expect(flowRatio(screenLossCoefficient(1), 'parabolic')).toBe(1);
    expect(flowRatio(screenLossCoefficient(0), 'linear')).toBe(0);
    const open = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(open, open, (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        for (const loss of [screenLossCoefficient, plateLossCoefficient]) {
          expect(loss(less)).toBeGreaterThanOrEqual(loss(more));
          expect(flowRatio(loss(less), 'linear')).toBeLessThanOrEqual(
            flowRatio(loss(more), 'linear'),
          );
        }
      }),
    );
  });

  test('V09: fans recover at 1.0833 times the speed and 1.271 times the power', () => {
    expect(fanSpeedToRecover(0.1735)).toBeCloseTo(1.0833, 3);
    expect(fanSpeedToRecover(0.1735) ** 3).toBeCloseTo(1.271, 3);
  });

  test('V11: sharp plate', () => {
    expectWithin(plateLossCoefficient(0.64), 1.731, 0.005);
    expectWithin(plateLossCoefficient(0.8), 0.538, 0.005);
  });

  test('the screen formula agrees with the table of loss coefficients', () => {
    expectWithin(screenLossCoefficient(0.3), 6.3544, 0.001);
    expectWithin(screenLossCoefficient(0.5), 1.65, 0.001);
    expectWithin(screenLossCoefficient(0.9), 0.1423, 0.001);
    expect(screenLossBand(0.9).low).toBe(0.65);
    expect(screenLossBand(0.5).low).toBe(0.8);
  });

  test('four DGX H100 behind a 42U door: 0.984 at 64 %, 0.995 at 80 % open', () => {
    const devices = Array.from({ length: 4 }, () => ({
      ratedM3s: 1105 * CFM_M3S,
      criticalPa: 200,
    }));
    const doorAreaM2 = 0.45 * 42 * 0.04445;
    expect(rackFlowRatio({ devices, doorOpenRatio: 0.64, doorAreaM2 })).toBeCloseTo(0.984, 3);
    expect(rackFlowRatio({ devices, doorOpenRatio: 0.8, doorAreaM2 })).toBeCloseTo(0.995, 3);
  });

  test('identical devices behind a door follow the closed form', () => {
    const of = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        of(0.01, 1),
        of(20, 500),
        of(0.05, 0.99),
        (count, ratedM3s, criticalPa, doorOpenRatio) => {
          const doorAreaM2 = 0.84;
          const devices = Array.from({ length: count }, () => ({ ratedM3s, criticalPa }));
          const resistance = (plateLossCoefficient(doorOpenRatio) * 1.2) / (2 * doorAreaM2 ** 2);
          const closed = 1 / Math.sqrt(1 + (resistance * (count * ratedM3s) ** 2) / criticalPa);
          expect(rackFlowRatio({ devices, doorOpenRatio, doorAreaM2 })).toBeCloseTo(closed, 9);
        },
      ),
    );
  });

  test('an open door, no door and an empty rack', () => {
    const devices = [{ ratedM3s: 0.5, criticalPa: 200 }];
    expect(rackFlowRatio({ devices, doorOpenRatio: 1, doorAreaM2: 1 })).toBe(1);
    expect(rackFlowRatio({ devices, doorOpenRatio: 0, doorAreaM2: 1 })).toBe(0);
    expect(rackFlowRatio({ devices: [], doorOpenRatio: 0.64, doorAreaM2: 1 })).toBe(1);
  });
});

describe('bundles', () => {
  const of = (count: number, d = 1): number[] => Array.from({ length: count }, () => d);

  test.each([
    [2, 2.0],
    [3, 2.1547],
    [7, 3.0],
    [12, 4.0296],
    [19, 4.8637],
  ])('V13: exact packing of %i', (count, ratio) => {
    expectWithin(bundleDiameterMm(of(count), 0.9069), ratio, 0.001);
  });

  test.each([
    [2, 1.697, 2.0],
    [6, 2.939, 3.0],
    [9, 3.6, 3.6131],
    [10, 3.795, 3.813],
  ])('V14: %i cables do not fit into the rule of %d', (count, rule, exact) => {
    expect(bundleDiameterMm(of(count))).toBeCloseTo(exact, 3);
    expect(bundleDiameterMm(of(count))).toBeGreaterThan(rule);
  });

  test('one cable is its own bundle, none has no diameter', () => {
    expect(bundleDiameterMm([9.43])).toBe(9.43);
    expect(bundleDiameterMm([])).toBe(0);
  });

  test('mixed: by area, but never less than the two thickest side by side', () => {
    expect(bundleDiameterMm([3, 9.43, 9.43])).toBeCloseTo(18.86, 6);
    expect(bundleDiameterMm([...of(20, 3), ...of(20, 6)])).toBeCloseTo(Math.sqrt(900 / 0.694), 6);
  });

  test('laws: order does not matter, one more never makes it thinner, equal ones need no list', () => {
    const d = fc.double({ min: 0.5, max: 12, noNaN: true });
    fc.assert(
      fc.property(fc.array(d, { maxLength: 30 }), d, (list, extra) => {
        const diameter = bundleDiameterMm(list);
        expect(bundleDiameterMm([...list].reverse())).toBeCloseTo(diameter, 9);
        expect(bundleDiameterMm([...list, extra])).toBeGreaterThanOrEqual(diameter);
        expect(equalBundleMm(list.length, extra)).toBeCloseTo(
          bundleDiameterMm(of(list.length, extra)),
          9,
        );
      }),
    );
  });

  test('V15: blocked area, and the integral it comes from', () => {
    const face = { widthMm: 440, diameterMm: 9.43, count: 32, sides: 2 };
    expectWithin(blockedAreaMm2(face), 13_282, 0.001);
    const steps = 100_000;
    let area = 0;
    for (let step = 0; step < steps; step += 1) {
      const passing = (16 * (step + 0.5)) / steps;
      area += (2 * 220 * 9.43 * Math.sqrt(passing / 0.694)) / steps;
    }
    expectWithin(blockedAreaMm2(face), area, 0.001);
    expect(blockedAreaMm2({ ...face, count: 0 })).toBe(0);
    expect(blockedAreaMm2({ ...face, sides: 1 })).toBeGreaterThan(blockedAreaMm2(face));
  });

  test('V16: 100 cables of 0.30 in fill 28.26 in² to a quarter', () => {
    expectWithin(pathwayFill(100 * 0.3 ** 2, 28.26), 0.25, 0.001);
  });
});

describe('signals and sizes', () => {
  test('V19: block times of the codes', () => {
    expect(blockTimeNs(5440, 106.25)).toBeCloseTo(51.2, 1);
    expect(blockTimeNs(5440, 53.125)).toBeCloseTo(102.4, 1);
    expect(blockTimeNs(5280, 25.78125)).toBeCloseTo(204.8, 1);
  });

  test('V20: a switch hop over two copper cables of 3 m', () => {
    const copper = { lengthM: 3, nsPerM: 4.6 };
    expect(pathTimeNs([copper, copper], [100, 100, 250])).toBeCloseTo(477.6, 1);
  });

  test('V21: heights of panels', () => {
    expect(panelHeightMm(1)).toBeCloseTo(43.66, 2);
    expect(panelHeightMm(2)).toBeCloseTo(88.11, 2);
    expect(Math.abs(panelHeightMm(10) - 444)).toBeLessThan(1);
  });

  test('V27: wire gauges', () => {
    expectWithin(conductorMm(26), 0.4049, 0.001);
    expectWithin(conductorMm(30), 0.2546, 0.001);
  });
});

describe('V28: the worked example end to end', () => {
  const ratedM3s = 165 * CFM_M3S;
  const windowM2 = 0.45 * 0.04445;
  const velocityPa = 0.5 * 1.2 * (ratedM3s / windowM2) ** 2;
  const riseK = temperatureRiseK({ powerW: 1500, airflowM3s: ratedM3s });

  test.each([
    // diameter, blocked, loading round and sharp, flow of least and most loss, rise of both
    [3.0, 0.211, 0.0126, 0.0215, 0.994, 0.979, 16.1, 16.3],
    [9.43, 0.664, 0.1735, 0.52, 0.923, 0.726, 17.3, 22.0],
  ])('%d mm', (diameterMm, blocked, round, sharp, best, worst, coolest, warmest) => {
    const area = blockedAreaMm2({ widthMm: 440, diameterMm, count: 32, sides: 2 });
    const open = 1 - area / (windowM2 * 1e6);
    expectWithin(1 - open, blocked, 0.005);
    const screen = (screenLossCoefficient(open) * velocityPa) / 250;
    const plate = (plateLossCoefficient(open) * velocityPa) / 250;
    expectWithin(screen, round, 0.01);
    expectWithin(plate, sharp, 0.01);
    const least = flowRatio(screen, 'parabolic');
    const most = flowRatio(plate, 'linear');
    expectWithin(least, best, 0.005);
    expectWithin(most, worst, 0.005);
    expectWithin(riseK / least, coolest, 0.005);
    expectWithin(riseK / most, warmest, 0.005);
  });

  test('the gaps beside the rails warm the inlet by 0.63 K', () => {
    const gap = { gapM2: 5.33e-4, pressurePa: 37, airflowM3s: 0.923 * ratedM3s };
    const recirculation = recirculatedShare(gap);
    expectWithin(recirculation, 0.035, 0.02);
    const inlet = inletTemperatureC({ supplyC: 25, riseK: riseK / 0.923, recirculation });
    expect(Math.abs(inlet - 25.63)).toBeLessThan(0.02);
  });
});

test('nonsense is refused', () => {
  const nonsense: (() => unknown)[] = [
    () => temperatureRiseK({ powerW: -1, airflowM3s: 1 }),
    () => temperatureRiseK({ powerW: 1, airflowM3s: 0 }),
    () => temperatureRiseK({ powerW: 1, airflowM3s: 1, altitudeM: 12_000 }),
    () => screenLossCoefficient(-0.1),
    () => screenLossCoefficient(Number.NaN),
    () => plateLossCoefficient(1.1),
    () => flowRatio(-1, 'linear'),
    () => flowRatio(Number.NaN, 'parabolic'),
    () => fanSpeedToRecover(-1),
    () => bundleDiameterMm([3, -1]),
    () => bundleDiameterMm([3], 0),
    () => blockedAreaMm2({ widthMm: 0, diameterMm: 3, count: 1, sides: 1 }),
    () => blockedAreaMm2({ widthMm: 440, diameterMm: 3, count: 1.5, sides: 1 }),
    () => blockedAreaMm2({ widthMm: 440, diameterMm: 3, count: 1, sides: 3 }),
    () =>
      rackFlowRatio({
        devices: [{ ratedM3s: 0, criticalPa: 1 }],
        doorOpenRatio: 0.5,
        doorAreaM2: 1,
      }),
    () => rackFlowRatio({ devices: [], doorOpenRatio: 0.5, doorAreaM2: 0 }),
    () => inletTemperatureC({ supplyC: 20, riseK: -1, recirculation: 0 }),
    () => conductorMm(60),
    () => blockTimeNs(0, 100),
  ];
  for (const call of nonsense) expect(call).toThrow(RangeError);
});
