import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../model/design.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import { analyseDevice } from './device-result.ts';
import { design, device, valueOf, workedSwitch } from './fixture-design.ts';
import { rackFindings } from './heat-rule.ts';
import { analyse } from './index.ts';
import type { InletMargins } from './inlet-margins.ts';
import { type DeviceAir, rackAir } from './rack-air.ts';
import type { Total } from './total.ts';

const RACK = fixtureRack({ heightU: 12, maxPowerW: 3000, maxWeightKg: 28 });
const total = (known: number, missing: readonly string[] = []): Total => ({
  all: missing.length === 0 ? known : null,
  known,
  missing,
});
const NOTHING = total(0);

/** A switch by itself, with its inlet as it is told. Limits: advised 27, allowed 35, lowest 10 °C. */
const ALONE = (() => {
  const placed = { device: device('one', 3), type: workedSwitch() };
  const around = { design: design([RACK, placed.device]), rack: RACK, neighbours: [placed] };
  const result = analyseDevice(placed, { ...around, cables: [], plugs: [], inside: [] });
  return rackAir(defaultSettings('test'), RACK, [result]).devices.get('one')!;
})();
function at(id: string, inletC: number, over: Partial<DeviceAir> = {}): DeviceAir {
  const margins: InletMargins = {
    recommendedK: 27 - inletC,
    allowableK: 35 - inletC,
    limitC: 35,
    coldK: inletC - 10,
    coldLimitC: 10,
  };
  const placed = { ...ALONE.placed, device: device(id, 3) };
  return { ...ALONE, placed, inletC, inletClosedC: inletC, margins, ...over };
}
const said = (airs: readonly DeviceAir[], power = NOTHING, weight = NOTHING) =>
  rackFindings(RACK, { airs, power, weight }).map(({ finding }) => finding);
const ids = (...args: Parameters<typeof said>) => said(...args).map(({ id }) => id);

describe('the limits of a rack', () => {
  test('may be reached, and not gone beyond', () => {
    expect(ids([], total(3000), total(28))).toEqual([]);
    expect(ids([], total(3001), total(28.1))).toEqual(['heat:rack-1:power', 'place:rack-1:weight']);
  });

  test('say how much over, in their unit', () => {
    const [power, weight] = said([], total(3500), total(30));
    expect(power!.values).toMatchObject({
      sum: { value: 3500, unit: 'W' },
      limit: { value: 3000 },
      over: { value: 500, unit: 'W' },
    });
    expect(weight!.values['over']).toMatchObject({ value: 2, unit: 'kg' });
    expect([power!.rule, weight!.rule]).toEqual(['heat', 'place']);
    expect(power!.missing).toEqual([]);
    expect(power!.messageKey).toBe('analysis.heat.power');
    expect(weight!.messageKey).toBe('analysis.place.weight');
  });

  test('that are passed by what is known alone name what is not', () => {
    const [power, weight] = said([], total(3500, ['X']), total(30, ['Y']));
    expect(power!.missing).toEqual(['device type X: powerMaxW']);
    expect(weight!.missing).toEqual(['device type Y: weightKg']);
    expect(power!.messageKey).toBe('analysis.heat.power.atLeast');
    expect(weight!.messageKey).toBe('analysis.place.weight.atLeast');
  });

  test('that nobody set are none', () => {
    const free = fixtureRack();
    expect(rackFindings(free, { airs: [], power: total(1e6), weight: total(1e6) })).toEqual([]);
  });
});

describe('a warm inlet', () => {
  test('is fine up to what is advised, a warning above, an error above what is allowed', () => {
    expect(said([at('one', 27)])).toEqual([]);
    const [advised] = said([at('one', 28)]);
    expect(advised).toMatchObject({
      severity: 'warning',
      messageKey: 'analysis.heat.inlet.recommended',
    });
    expect(valueOf(advised, 'over')).toBeCloseTo(1, 12);
    expect(valueOf(advised, 'limit')).toBeCloseTo(27, 12);
    const [allowed] = said([at('one', 37)]);
    expect(allowed).toMatchObject({
      severity: 'error',
      messageKey: 'analysis.heat.inlet.allowable',
    });
    expect(valueOf(allowed, 'over')).toBeCloseTo(2, 12);
    expect(valueOf(allowed, 'limit')).toBeCloseTo(35, 12);
  });

  test('is no error when only open units make it one, whose leak is assumed', () => {
    expect(said([at('one', 37, { inletClosedC: 35 })])[0]!.severity).toBe('warning');
    expect(said([at('one', 37, { inletClosedC: 35.1 })])[0]!.severity).toBe('error');
    expect(said([at('one', 37, { inletClosedC: null })])[0]!.severity).toBe('error');
    const two = [at('one', 38, { inletClosedC: 30 }), at('two', 36)];
    expect(said(two)[0]!.severity).toBe('error');
  });

  test('is one finding for the rack: the worst first, among equals the first by its id', () => {
    const [finding] = said([at('two', 29), at('three', 31), at('one', 31), at('cool', 20)]);
    expect(finding!.subjects.map(({ id }) => id)).toEqual(['rack-1', 'one', 'three', 'two']);
    expect(valueOf(finding, 'devices')).toBe(3);
    expect(valueOf(finding, 'inlet')).toBe(31);
  });

  test('comes from the supply and what comes round: T_s = T_in - r/(1-r)·dT', () => {
    const riseK = { low: 9, nominal: 12, high: 15 };
    const [finding] = said([at('one', 30, { recirculation: 0.2, riseK })]);
    // 30 - 0.25·12
    expect(valueOf(finding, 'supply')).toBeCloseTo(27, 12);
    expect(valueOf(finding, 'recirculation')).toBe(0.2);
    expect(valueOf(finding, 'warming')).toBe(12);
  });

  test('of a device that takes in what others gave back has no share of its own', () => {
    const [finding] = said([at('one', 30, { recirculation: null })]);
    expect(finding!.values).not.toHaveProperty('supply');
    expect(finding!.values).not.toHaveProperty('recirculation');
  });

  test('that is unknown is not judged', () => {
    expect(said([at('one', 40, { inletC: null, margins: null })])).toEqual([]);
  });
});

describe('a cold inlet', () => {
  test('is fine down to the lowest that is allowed, and a warning below', () => {
    expect(said([at('one', 10)])).toEqual([]);
    const [finding] = said([at('two', 9), at('one', 7), at('three', 7)]);
    expect(finding).toMatchObject({ id: 'heat:rack-1:cold', severity: 'warning' });
    expect(finding!.subjects.map(({ id }) => id)).toEqual(['rack-1', 'one', 'three', 'two']);
    expect(valueOf(finding, 'over')).toBeCloseTo(3, 12);
    expect(valueOf(finding, 'limit')).toBe(10);
    expect(valueOf(finding, 'devices')).toBe(3);
  });
});

test('the limits used above are those of the design as it comes: class A2 (physics.md, section 5)', () => {
  const row = analyse(design([RACK, device('one', 3)])).devices[0]!;
  expect(row.marginRecommendedK! + row.inletC!).toBeCloseTo(27, 9);
  expect(row.marginAllowableK! + row.inletC!).toBeCloseTo(35, 9);
});
