import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { USUAL_INPUTS } from '../model/design.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import { deviceBox } from '../model/rack-geometry.ts';
import { blockedHeights } from './blocked-height.ts';
import { analyseCable } from './cable-result.ts';
import { screenLossCoefficient, slowAirFactor } from './curtain.ts';
import { airWindowOf, faceAir, openingMm2 } from './face-air.ts';
import { fanEffort } from './fan-effort.ts';
import { links, MANAGER_TYPE, manager } from './fixture-bundles.ts';
import { design, device, fact, workedSwitch } from './fixture-design.ts';
import { plugBodiesMm2 } from './plug-bodies.ts';
import type { Placed } from './rack-neighbours.ts';
import { standoffFactor } from './standoff.ts';

const place = {
  gapMm: 20,
  openingHeightMm: 44.45,
  loadedPitchMm: Number.POSITIVE_INFINITY,
  side: 'intake',
  exposure: null,
} as const;

describe('how much of a bundle counts', () => {
  test('all of it where the neighbours are loaded the same, whatever the distance', () => {
    const heightOf = blockedHeights({ ...place, loadedPitchMm: 44.45 });
    expect(heightOf(20)).toEqual({ low: 20, nominal: 20, high: 20 });
    expect(heightOf(90).nominal).toBe(44.45);
  });

  test('among blanks what the fit says: D/H 0.5 at half an H off, ψ 0.25', () => {
    // ψ = 1/(1/0.95 + 13·0.45^1.8) = 1/(1.0526 + 3.0886) = 0.2415 at s = 20 mm
    const ratio = (20 / 44.45) ** 1.8;
    const psi = 1 / (1 / 0.95 + 13 * ratio);
    expect(blockedHeights(place)(22.225).nominal).toBeCloseTo(22.225 * psi, 1);
  });

  test('what a person says, in place of the fit', () => {
    expect(blockedHeights({ ...place, exposure: 0.4 })(10).nominal).toBeCloseTo(4, 12);
  });

  test('is the same whatever was asked before, of other places and of other bundles', () => {
    const before = blockedHeights(place)(20);
    for (let n = 1; n <= 5000; n += 1) blockedHeights({ ...place, gapMm: 20 + n / 100 });
    expect(blockedHeights(place)(20)).toEqual(before);
    const heightOf = blockedHeights(place);
    for (let n = 1; n <= 5000; n += 1) {
      const diameterMm = 10 + n / 1000;
      const psi = standoffFactor({ ...place, diameterMm });
      expect(heightOf(diameterMm).nominal).toBe(diameterMm * psi.nominal);
    }
    expect(heightOf(20)).toEqual(before);
  });

  test('law: a thicker bundle never counts less, on either side, at any distance', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('intake', 'exhaust'),
        fc.double({ min: 0, max: 80, noNaN: true }),
        fc.constantFrom(88.9, 133.35, Number.POSITIVE_INFINITY),
        fc.double({ min: 0.5, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        (side, gapMm, loadedPitchMm, diameter, more) => {
          const heightOf = blockedHeights({ ...place, side, gapMm, loadedPitchMm });
          const [thin, thick] = [heightOf(diameter), heightOf(diameter + more)];
          expect(thick.nominal).toBeGreaterThanOrEqual(thin.nominal - 1e-9);
        },
      ),
    );
  });
});

test('slow air loses more: 1.24 at Re 100, 1.08 at 200, 1.03 at 300, nothing from 1000 on', () => {
  expect([50, 100, 200, 300, 1000, 4000].map(slowAirFactor)).toEqual([
    1.24, 1.24, 1.08, 1.03, 1, 1,
  ]);
  const between = slowAirFactor(Math.sqrt(100 * 200));
  expect(between).toBeCloseTo(1.16, 12);
  expect(() => slowAirFactor(-1)).toThrow(RangeError);
});

describe('plugs', () => {
  const vent = {
    id: 'vent',
    shape: 'vent',
    face: 'front',
    openRatio: 0.6,
    text: '',
    group: '',
    locked: false,
  } as const;
  /** A vent straight over cage 0, which stands from 22.175 to 34.175 mm and from 15 to 28 mm. */
  const type = workedSwitch({
    shapes: [{ ...vent, xMm: 20, yMm: 10, widthMm: 20, heightMm: 5 }],
  });

  test('cover the vent that their shell stands before, not their own opening', () => {
    // 12 mm and 1.5 mm on both sides, over the 1.5 mm of the vent above the opening
    expect(plugBodiesMm2(type).get('port-0a')).toBeCloseTo((12 + 3) * 1.5, 9);
    expect(plugBodiesMm2(type).get('port-5a')).toBeUndefined();
    expect(plugBodiesMm2(workedSwitch()).size).toBe(0);
  });

  test('cover nothing where their port has no opening, or one that the type does not have', () => {
    const { ports } = type;
    const within = (cageId: string | null) =>
      plugBodiesMm2({ ...type, ports: ports.slice(0, 1).map((port) => ({ ...port, cageId })) });
    expect([...within('cage-0').keys()]).toEqual(['port-0a']);
    expect(within(null).size).toBe(0);
    expect(within('gone').size).toBe(0);
  });

  test('block a face even where nothing hangs before it', () => {
    const placed = { device: device('one', 10), type };
    const plug = {
      deviceId: 'one',
      portId: 'port-0a',
      face: 'front',
      odMm: null,
      managerId: null,
    } as never;
    const around = { inputs: USUAL_INPUTS, rack: fixtureRack(), placed, neighbours: [placed] };
    const { blocked, cables, bodiesMm2 } = faceAir({ ...around, plugs: [plug] }, 'front');
    expect(cables).toBe(0);
    expect(bodiesMm2).toBeCloseTo(22.5, 9);
    expect(blocked.nominal).toBeCloseTo(22.5 / (450 * 44.45), 9);
  });
});

test('fans that recover Π 0.1735 run at 1.0833 of their speed and 1.271 of their power (V09)', () => {
  const loading = { low: 0.1, nominal: 0.1735, high: 0.3 };
  const { speed, power, extraW } = fanEffort(loading, { criticalPa: 250, ratedM3s: 0.0779 });
  expect(speed.nominal).toBeCloseTo(1.0833, 3);
  expect(power.nominal).toBeCloseTo(1.271, 3);
  // (1.2713 − 1)·250·0.0779/0.3 = 17.6 W; at best 0.4 of the power becomes air, at worst 0.2
  expect(extraW.nominal).toBeCloseTo(17.6, 1);
  expect(extraW.low).toBeCloseTo(((1.1 ** 1.5 - 1) * 19.475) / 0.4, 9);
  expect(extraW.high).toBeCloseTo(((1.3 ** 1.5 - 1) * 19.475) / 0.2, 9);
});

describe('the face of a device', () => {
  const rack = fixtureRack();
  const at = (u: number, type = workedSwitch()) => ({ device: device(`d${u}`, u), type });
  /** The first cages of the switch at U10 cabled, among neighbours. */
  function cabled(cages: number, neighbours: readonly Placed[], type = workedSwitch()) {
    const placed = at(10, type);
    const all = [placed, ...neighbours];
    const cables = links(cages, 'd10', 'd30', () => ({ side: 'left' }));
    const other = at(30).device;
    const records = [rack, MANAGER_TYPE, ...all.map((one) => one.device), other, ...cables];
    const within = design(records, type);
    const plugs = cables.flatMap((cable) =>
      analyseCable(within, cable).plugs.filter(({ deviceId }) => deviceId === 'd10'),
    );
    return faceAir({ inputs: USUAL_INPUTS, rack, placed, neighbours: all, plugs }, 'front');
  }

  test('with nothing before it loses nothing', () => {
    const clear = cabled(0, []);
    const none = { low: 0, nominal: 0, high: 0 };
    expect(clear).toMatchObject({ cables: 0, cords: 0, bodiesMm2: 0, blocked: none, loss: none });
    expect(clear.psi).toEqual({ low: 1, nominal: 1, high: 1 });
    expect(clear.cover).toEqual({ areaMm2: 0, leftMm: 0, rightMm: 0, widestMm: 0 });
  });

  test('counts the cables that run over it and those that hang down into a manager', () => {
    expect(cabled(3, []).cables).toBe(3);
    const beside = { device: manager(9), type: MANAGER_TYPE };
    expect(cabled(3, [beside]).cables).toBe(3);
    // sixteen side by side to the left cover more than sixteen that go down where they are
    const led = cabled(16, [beside]).cover;
    expect(led.areaMm2).toBeLessThan(cabled(16, []).cover.areaMm2);
  });

  test('counts whole where a neighbour is nearer than two heights, by the fit from there on', () => {
    expect(cabled(8, [at(11)]).psi.nominal).toBeCloseTo(1, 12);
    expect(cabled(8, [at(12)]).psi.nominal).toBeLessThan(0.9);
    // a bundle loaded as its neighbours are sheds a free wake: up to 1.45 times the loss, not 1.25
    const thin = cabled(1, [at(11)]).loss;
    expect(thin.high / thin.nominal).toBeGreaterThan(1.45 - 1e-9);
    const alone = cabled(1, [at(12)], workedSwitch({ airflowCfm: fact(1e5) }));
    expect(alone.loss.high).toBeLessThan(1.45 * screenLossCoefficient(1 - alone.blocked.high));
  });

  test('stands in the middle of its body, 450 mm wide or as wide as that', () => {
    for (const type of [workedSwitch(), workedSwitch({ width: 'half' })]) {
      const { fromMm, toMm, heightMm } = airWindowOf(rack, at(10, type), 'front');
      const box = deviceBox(rack, at(10, type).device, type, 'front');
      expect((fromMm + toMm) / 2).toBeCloseTo(box.x + box.width / 2, 9);
      expect((toMm - fromMm) * heightMm).toBeCloseTo(openingMm2(type), 9);
    }
    expect(openingMm2(workedSwitch())).toBeCloseTo(450 * 44.45, 9);
  });

  test('of an unknown flow loses what the screen formula says; slow air loses more', () => {
    const still = cabled(1, [], workedSwitch({ airflowCfm: null }));
    const plain = screenLossCoefficient(1 - still.blocked.nominal);
    expect(still.loss.nominal).toBeCloseTo(plain, 12);
    // 1 CFM over 450 × 44.45 mm are 0.024 m/s: far below Re 100
    const slow = cabled(1, [], workedSwitch({ airflowCfm: fact(1) }));
    expect(slow.loss.nominal).toBeCloseTo(1.24 * plain, 12);
    const brisk = cabled(1, [], workedSwitch({ airflowCfm: fact(1e5) }));
    expect(brisk.loss.nominal).toBeCloseTo(plain, 12);
  });
});

test('what a type says of its bundles wins over what the design says', () => {
  const type = workedSwitch({ standoffMm: fact(5), packing: fact(0.6) });
  const placed = { device: device('one', 10), type };
  const inputs = { ...USUAL_INPUTS, standoffMm: 30, packing: 0.75 };
  const around = { rack: fixtureRack(), placed, neighbours: [placed], plugs: [] };
  expect(faceAir({ ...around, inputs }, 'front')).toMatchObject({
    gap: { value: 5, provenance: 'datasheet' },
    packing: { value: 0.6 },
  });
  const plain = { ...placed, type: workedSwitch() };
  expect(faceAir({ ...around, placed: plain, inputs }, 'rear').gap).toEqual({
    value: 30,
    provenance: 'measured',
  });
  expect(faceAir({ ...around, placed: plain, inputs: USUAL_INPUTS }, 'rear').gap).toEqual({
    value: 20,
    provenance: 'assumed',
  });
});
