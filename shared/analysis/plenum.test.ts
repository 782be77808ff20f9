/** The rack as one plenum (physics.md, section 4.4). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AIR_DENSITY } from './air.ts';
import { plateLossCoefficient } from './curtain.ts';
import { flowRatio, rackFlowRatio } from './flow.ts';
import { flowAgainst, type PlenumDevice, solvePlenum } from './plenum.ts';

const DGX: PlenumDevice = { ratedM3s: 0.5215, criticalPa: 200, loading: 0, forward: true };
/** A perforated door of 450 mm by 42 units. */
const DOOR_M2 = 0.45 * 42 * 0.04445;
const resistance = (open: number): number =>
  (plateLossCoefficient(open) * AIR_DENSITY) / (2 * DOOR_M2 ** 2);
const four = [DGX, DGX, DGX, DGX];

describe('behind a door', () => {
  test('four DGX H100 keep 0.984 of their flow at 64 % open and 0.995 at 80 %', () => {
    const at = (open: number) =>
      solvePlenum(four, { doorResistance: resistance(open), leakM2: 0 }, 'parabolic').ratios[0];
    expect(at(0.64)).toBeCloseTo(0.984, 3);
    expect(at(0.8)).toBeCloseTo(0.995, 3);
  });

  test('agrees with the closed form of identical devices: q = 1/√(1 + R·N²·Q_n²/P_c)', () => {
    const r = resistance(0.64);
    const { ratios, acrossPa } = solvePlenum(four, { doorResistance: r, leakM2: 0 }, 'parabolic');
    const q = 1 / Math.sqrt(1 + (r * 16 * 0.5215 ** 2) / 200);
    expect(ratios[0]).toBeCloseTo(q, 9);
    expect(acrossPa).toBeCloseTo(r * (4 * 0.5215 * q) ** 2, 6);
  });

  test('agrees with rackFlowRatio for unlike devices', () => {
    const devices = [DGX, { ...DGX, ratedM3s: 0.08, criticalPa: 90 }];
    const { ratios } = solvePlenum(
      devices,
      { doorResistance: resistance(0.3), leakM2: 0 },
      'parabolic',
    );
    const moved = ratios.reduce((sum, q, n) => sum + q * devices[n]!.ratedM3s, 0);
    const wanted = rackFlowRatio({ devices, doorOpenRatio: 0.3, doorAreaM2: DOOR_M2 });
    expect(moved / (0.5215 + 0.08)).toBeCloseTo(wanted, 9);
  });

  test('a closed door leaves only what leaks back', () => {
    const openings = { doorResistance: Number.POSITIVE_INFINITY, leakM2: 0.01 };
    const { ratios, leakM3s } = solvePlenum([DGX], openings, 'parabolic');
    expect(leakM3s).toBeCloseTo(0.5215 * ratios[0]!, 6);
  });

  test('without doors nothing is held against a device but its own curtain', () => {
    const devices = [{ ...DGX, loading: 0.1735 }];
    const open = { doorResistance: 0, leakM2: 0.1 };
    const alone = solvePlenum(devices, open, 'parabolic');
    expect(alone).toMatchObject({ acrossPa: 0, leakM3s: 0 });
    expect(alone.ratios[0]).toBeCloseTo(flowRatio(0.1735, 'parabolic'), 12);
    expect(solvePlenum(devices, open, 'linear').ratios[0]).toBeCloseTo(0.869, 4);
  });

  test('a device that blows the other way takes its share of the flow back', () => {
    const openings = { doorResistance: resistance(0.64), leakM2: 0 };
    const alone = solvePlenum([DGX], openings, 'parabolic');
    const both = solvePlenum([DGX, { ...DGX, forward: false }], openings, 'parabolic');
    expect(both.acrossPa).toBeCloseTo(0, 6);
    expect(alone.acrossPa).toBeGreaterThan(0.3);
    const back = solvePlenum([{ ...DGX, forward: false }], openings, 'parabolic');
    expect(back.acrossPa).toBeCloseTo(-alone.acrossPa, 9);
  });
});

test('the flow solves P_c(1 − q^m) = p + Π·P_c·q²', () => {
  for (const head of [0.2, 0.7, 1, 1.3]) {
    const round = flowAgainst(0.4, head, 'parabolic');
    expect(1 - round ** 2).toBeCloseTo(1 - head + 0.4 * round ** 2, 12);
    const straight = flowAgainst(0.4, head, 'linear');
    expect(1 - straight).toBeCloseTo(1 - head + 0.4 * straight ** 2, 12);
  }
  expect(flowAgainst(0, 0, 'linear')).toBe(0);
  expect(flowAgainst(Number.POSITIVE_INFINITY, 1, 'parabolic')).toBe(0);
});

const DEVICE = fc.record({
  ratedM3s: fc.double({ min: 0.001, max: 1, noNaN: true }),
  criticalPa: fc.double({ min: 50, max: 500, noNaN: true }),
  loading: fc.double({ min: 0, max: 5, noNaN: true }),
  forward: fc.boolean(),
});
const OPENINGS = fc.record({
  doorResistance: fc.oneof(
    fc.constant(0),
    fc.constant(Number.POSITIVE_INFINITY),
    fc.double({ min: 1e-3, max: 1e4, noNaN: true }),
  ),
  leakM2: fc.double({ min: 0, max: 0.5, noNaN: true }),
});

describe('laws', () => {
  test('more cable before a device never raises its flow, nor that of a rack that blows one way', () => {
    fc.assert(
      fc.property(
        fc.array(DEVICE, { minLength: 1, maxLength: 6 }),
        OPENINGS,
        fc.constantFrom('parabolic', 'linear'),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (devices, openings, curve, more) => {
          const one = devices.map((device) => ({ ...device, forward: true }));
          const [first, ...rest] = one;
          const loaded = [{ ...first!, loading: first!.loading + more }, ...rest];
          const before = solvePlenum(one, openings, curve);
          const after = solvePlenum(loaded, openings, curve);
          const sum = (ratios: readonly number[]) =>
            ratios.reduce((all, q, n) => all + q * one[n]!.ratedM3s, 0);
          expect(after.ratios[0]).toBeLessThanOrEqual(before.ratios[0]! + 1e-9);
          expect(sum(after.ratios)).toBeLessThanOrEqual(sum(before.ratios) + 1e-9);
        },
      ),
    );
  });

  test('mass is kept: what the devices move goes through the doors or leaks back', () => {
    fc.assert(
      fc.property(
        fc.array(DEVICE, { minLength: 1, maxLength: 6 }),
        OPENINGS,
        (devices, openings) => {
          const { ratios, acrossPa, leakM3s } = solvePlenum(devices, openings, 'linear');
          for (const q of [...ratios, acrossPa, leakM3s]) expect(Number.isFinite(q)).toBe(true);
          if (openings.doorResistance === 0) return;
          const net = ratios.reduce(
            (sum, q, n) => sum + q * devices[n]!.ratedM3s * (devices[n]!.forward ? 1 : -1),
            0,
          );
          const door =
            Math.sign(acrossPa) * Math.sqrt(Math.abs(acrossPa) / openings.doorResistance);
          expect(net - leakM3s).toBeCloseTo(door, 6);
        },
      ),
    );
  });
});
