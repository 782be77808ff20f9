/** Findings about the air of a rack as a whole. */
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../model/design.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import type { DesignRecord, Rack } from '../model/records.ts';
import { AIR_DENSITY, CFM_M3S } from './air.ts';
import { plateLossCoefficient } from './curtain.ts';
import { analyseDevice } from './device-result.ts';
import { design, device, fact, found, twin, valueOf, workedSwitch } from './fixture-design.ts';
import { airSensitivities, analyse } from './index.ts';
import { solvePlenum } from './plenum.ts';
import { rackAir } from './rack-air.ts';
import type { Placed } from './rack-neighbours.ts';
import { deviceOfBands, tellingInputs } from './sensitivity.ts';

const DOORS: Partial<Rack> = { frontDoorOpen: 0.64, rearDoorOpen: 0.64 };
const small = (over: Partial<Rack> = {}) => fixtureRack({ heightU: 12, ...over });
const blank = workedSwitch({
  id: 'blank',
  category: 'blank',
  ports: [],
  cages: [],
  airflow: null,
  airflowCfm: null,
  powerMaxW: fact(0),
});
/** Switches in the lower units of a rack of twelve, and panels in all above. */
const filled = (switches: number) =>
  Array.from({ length: 12 }, (_, n) =>
    device(`d${n + 1}`, n + 1, n < switches ? {} : { typeId: 'blank' }),
  );

describe('doors', () => {
  test('cost every device behind them some of its flow, and none without them', () => {
    const records = [blank, ...filled(4)];
    const open = analyse(design([small(), ...records]));
    const shut = analyse(design([small(DOORS), ...records]));
    expect(open.devices.find(({ id }) => id === 'd1')!.flowRatio!.nominal).toBe(1);
    expect(shut.devices.find(({ id }) => id === 'd1')!.flowRatio!.nominal).toBeLessThan(0.999);
    expect(shut.racks[0]!.acrossPa!.nominal).toBeGreaterThan(0);
    expect(shut.racks[0]!.flowRatio!.nominal).toBeCloseTo(
      shut.devices.find(({ id }) => id === 'd1')!.flowRatio!.nominal,
      12,
    );
  });

  test('that are nearly closed are a finding though no cable hangs there', () => {
    const tight = small({ frontDoorOpen: null, rearDoorOpen: 0.1 });
    const finding = found(analyse(design([tight, blank, ...filled(12)])), 'air:d1')!;
    expect(finding.message).toMatch(/^d1: the doors of its rack cost it 63\.\d % of its airflow/);
    expect(finding.why).toMatch(/^With less air/);
  });

  test('hold back more as the density of their holes falls, for every device', () => {
    const flow = (open: number): number =>
      analyse(design([small({ rearDoorOpen: open }), blank, ...filled(6)])).racks[0]!.flowRatio!
        .nominal;
    const flows = [0.9, 0.64, 0.4, 0.2].map(flow);
    expect(flows.toSorted((a, b) => b - a)).toEqual(flows);
  });
});

describe('the air of a rack by itself', () => {
  const airOf = (rack: Rack, devices: readonly Placed[]) =>
    rackAir(
      defaultSettings('test'),
      rack,
      devices.map((placed) => {
        const nothing = { cables: [], plugs: [], inside: [] };
        const around = { design: design([rack]), rack, neighbours: devices, ...nothing };
        return analyseDevice(placed, around);
      }),
    );
  const stack = (count: number, type = workedSwitch()) =>
    Array.from({ length: count }, (_, n) => ({ device: device(`d${n + 1}`, n + 1), type }));

  test('is that of both shapes of curve, their mean and their bounds', () => {
    const rack = small({ rearDoorOpen: 0.3 });
    const air = airOf(rack, stack(12));
    const doorM2 = 0.45 * 12 * 0.04445;
    const movers = stack(12).map(() => ({
      ratedM3s: 165 * CFM_M3S,
      criticalPa: 250,
      loading: 0,
      forward: true,
    }));
    // all twelve units are closed: only the gaps beside the rails leak, 530 mm² a unit
    const openings = {
      doorResistance: (plateLossCoefficient(0.3) * AIR_DENSITY) / (2 * doorM2 ** 2),
      leakM2: (12 * 530) / 1e6,
    };
    const [round, straight] = [
      solvePlenum(movers, openings, 'parabolic'),
      solvePlenum(movers, openings, 'linear'),
    ];
    const pressures = [round.acrossPa, straight.acrossPa];
    expect(air.acrossPa!.nominal).toBeCloseTo((pressures[0]! + pressures[1]!) / 2, 9);
    expect(air.acrossPa!.low).toBeCloseTo(Math.min(...pressures), 9);
    expect(air.acrossPa!.high).toBeCloseTo(Math.max(...pressures), 9);
    expect(air.leakM3s).toBeCloseTo((round.leakM3s + straight.leakM3s) / 2, 12);
    const ratio = air.devices.get('d1')!.ratio;
    expect(ratio.low).toBeCloseTo(straight.ratios[0]!, 12);
    expect(ratio.nominal).toBeCloseTo((round.ratios[0]! + straight.ratios[0]!) / 2, 12);
    expect(ratio.high).toBeCloseTo(round.ratios[0]!, 12);
    expect(air.ratio!.nominal).toBeCloseTo(ratio.nominal, 12);
  });

  test('fans recover the doors with s = √(1 + p/(P_c·q²)), of a flow that hardly stands still', () => {
    for (const open of [0.3, 0.05, 0.02]) {
      const air = airOf(small({ rearDoorOpen: open }), stack(12));
      const { ratio, fan } = air.devices.get('d1')!;
      const q = Math.max(ratio.nominal, 0.05);
      expect(fan.speed.nominal).toBeCloseTo(
        Math.sqrt(1 + air.acrossPa!.nominal / (250 * q ** 2)),
        9,
      );
    }
  });

  test('what moves air of which nobody knows how much is left out, and named once', () => {
    const mute = workedSwitch({ airflowCfm: null, model: 'Mute' });
    const some = [...stack(2), ...stack(4, mute).slice(2)];
    const air = airOf(small(), some);
    expect(air.unknown).toEqual(['Mute']);
    expect([...air.devices.keys()]).toEqual(['d1', 'd2']);
    expect(airOf(small(), stack(2)).unknown).toEqual([]);
    expect(airOf(small(), stack(2, mute))).toMatchObject({ acrossPa: null, ratio: null });
    const sideways = workedSwitch({ airflowCfm: null, airflow: fact('left-to-right') });
    expect(airOf(small(), stack(1, sideways)).unknown).toEqual([]);
  });

  test('a flow that is blown back to a stand has no rise, nor an inlet', () => {
    const gale = workedSwitch({ airflowCfm: fact(2000), criticalPa: fact(900) });
    const weak = workedSwitch({ airflowCfm: fact(20), criticalPa: fact(5) });
    const [one, two] = [stack(1, gale), stack(2, weak).slice(1)];
    const air = airOf(small({ rearDoorOpen: 0.05 }), [...one, ...two]);
    expect(air.devices.get('d2')).toMatchObject({
      ratio: { low: 0, nominal: 0, high: 0 },
      riseK: null,
      inletC: null,
      outletC: null,
    });
  });
});

describe('open units', () => {
  test('let the warm air back in, and are named with what that costs', () => {
    const closed = analyse(design([small(DOORS), blank, ...filled(4)]));
    expect(found(closed, 'air:rack-1:open')).toBeUndefined();
    const opened = filled(4).filter(({ u }) => ![7, 8, 11].includes(u));
    const analysis = analyse(design([small(DOORS), blank, ...opened]));
    const finding = found(analysis, 'air:rack-1:open')!;
    expect(finding.message).toContain('U7–U8, U11 are open');
    expect(valueOf(finding, 'openUnits')).toBe(3);
    expect(valueOf(finding, 'warmer')).toBeGreaterThan(0);
    // The formula gives what it says with the numbers beside it: 0.020 m² a unit, air of 1.2 kg/m³.
    expect(valueOf(finding, 'openArea')).toBeCloseTo(60_000, 6);
    const moved = valueOf(finding, 'rackMoved') * 0.000471947;
    const speed = Math.sqrt((2 * valueOf(finding, 'across')) / 1.2);
    expect((0.6 * 0.06 * speed) / moved).toBeCloseTo(valueOf(finding, 'recirculation'), 5);
    const inlet = (of: typeof analysis): number =>
      of.devices.find(({ id }) => id === 'd4')!.inletC!;
    expect(inlet(analysis)).toBeGreaterThan(inlet(closed));
  });

  test('are warned about from one kelvin on, and noted below', () => {
    const open = (doorOpen: number) => {
      const doors = small({ frontDoorOpen: doorOpen, rearDoorOpen: doorOpen });
      const standing = filled(1).filter(({ u }) => u !== 12);
      return found(analyse(design([doors, blank, ...standing])), 'air:rack-1:open')!;
    };
    const [warned, noted] = [open(0.64), open(0.8)];
    expect(valueOf(warned, 'warmer')).toBeCloseTo(1.44, 1);
    expect(warned).toMatchObject({ severity: 'warning', missing: [] });
    expect(valueOf(noted, 'warmer')).toBeLessThan(1);
    expect(noted).toMatchObject({
      severity: 'note',
      messageKey: 'analysis.air.open',
      missing: [],
    });
    expect(noted.explanation).toHaveLength(2);
  });

  test('through which half of the air comes back say no temperature', () => {
    const shut = small({ frontDoorOpen: 0.05, rearDoorOpen: 0.05 });
    const standing = filled(1).filter(({ u }) => u !== 12);
    const finding = found(analyse(design([shut, blank, ...standing])), 'air:rack-1:open')!;
    expect(finding.messageKey).toBe('analysis.air.open.runaway');
    expect(valueOf(finding, 'recirculation')).toBeGreaterThan(0.5);
    expect(finding.values).not.toHaveProperty('warmer');
    expect(finding.explanation.map(({ formula }) => formula)).toEqual([
      'r = 0.6*A_gap*sqrt(2*p/rho)/Q',
    ]);
  });

  test('of a rack without doors are said, and what they cost is not known', () => {
    const finding = found(analyse(design([small(), device('one', 3)])), 'air:rack-1:open')!;
    expect(finding.severity).toBe('note');
    expect(finding.message).toContain('cannot be said');
    expect(finding.missing).toEqual(['rack A01: doorOpenRatio']);
  });

  test('of an empty rack are none', () => {
    expect(analyse(design([small(DOORS)])).findings).toEqual([]);
  });

  test('alone are never an error: how much they leak is assumed', () => {
    const opened = filled(4).filter(({ u }) => ![7, 8, 11].includes(u));
    const careful = (limitC: number) =>
      analyse(design([small(DOORS), blank, ...opened], workedSwitch({ inletMaxC: fact(limitC) })));
    const { inletC } = careful(40).devices.find(({ id }) => id === 'd4')!;
    const closed = analyse(design([small(DOORS), blank, ...filled(4)]));
    const { inletC: shutC } = closed.devices.find(({ id }) => id === 'd4')!;
    const between = (inletC! + shutC!) / 2;
    expect(found(careful(between), 'heat:rack-1:inlet')!.severity).toBe('warning');
    expect(found(careful(23), 'heat:rack-1:inlet')!.severity).toBe('error');
  });
});

describe('direction', () => {
  const back = workedSwitch({ id: 'back', airflow: fact('rear-to-front') });

  test('a switch that breathes at the rear among others takes in what they blow out', () => {
    const records = [small(), back, device('one', 1), device('odd', 3, { typeId: 'back' })];
    const analysis = analyse(design(records));
    const finding = found(analysis, 'air:rack-1:direction')!;
    expect(finding.severity).toBe('error');
    // 24 °C supplied, and 1500 W in 165 CFM: 24 + 15.97 K
    expect(valueOf(finding, 'inlet')).toBeCloseTo(24 + 15.97, 1);
    expect(finding.subjects.map(({ id }) => id)).toEqual(['rack-1', 'odd']);
    expect(finding.values).toMatchObject({ first: { value: 'odd' }, known: { value: 'yes' } });
    const row = analysis.devices.find(({ id }) => id === 'odd')!;
    expect(row).toMatchObject({ intake: 'rear' });
    expect(row.inletC).toBeCloseTo(39.97, 1);
  });

  test('mounted the other way round it breathes with the others', () => {
    const odd = device('odd', 3, { typeId: 'back', face: 'rear' });
    const analysis = analyse(design([small(), back, device('one', 1), odd]));
    expect(found(analysis, 'air:rack-1:direction')).toBeUndefined();
    expect(analysis.devices.find(({ id }) => id === 'odd')!.intake).toBe('front');
  });

  test('a rack that breathes behind altogether is warned about: the cool air is in front', () => {
    const finding = found(
      analyse(design([small(), back, device('odd', 3, { typeId: 'back' })])),
      'air:rack-1:direction',
    )!;
    expect(finding.severity).toBe('warning');
    expect(finding.missing).toEqual(['rack A01: rearAirC']);
    expect(finding.values).toMatchObject({ known: { value: 'no' }, inlet: { value: '' } });
  });

  test('what breathes at its sides has an inlet that nobody knows', () => {
    const side = workedSwitch({ airflow: fact('left-to-right') });
    const analysis = analyse(design([small(), device('one', 1)], side));
    const finding = found(analysis, 'air:rack-1:sideways')!;
    expect(finding.missing).toEqual(['rack A01: sideAirC']);
    expect(finding.values).toMatchObject({ first: { value: 'one' }, devices: { value: 1 } });
    const aside = analyse(design([small(), device('one', 1, { mount: 'side' })], side));
    expect(found(aside, 'air:rack-1:sideways')).toBeUndefined();
    expect(analysis.devices[0]).toMatchObject({ intake: null, inletC: null, flowRatio: null });
  });
});

describe('optics', () => {
  test('where the air goes out are in T_in + f·ΔT, f 0.5 to 0.8', () => {
    const back = workedSwitch({ airflow: fact('rear-to-front') });
    const records = [small(), device('one', 3, { face: 'rear' })];
    const analysis = analyse(design(records, back));
    const { opticsC } = analysis.devices[0]!;
    expect(opticsC!.low).toBeCloseTo(24 + 0.5 * 15.97, 1);
    expect(opticsC!.high).toBeCloseTo(24 + 0.8 * 15.97, 1);
    expect(found(analysis, 'air:rack-1:optics')!.severity).toBe('note');
  });

  test('of several the warmest are named, of equally warm ones those of the first', () => {
    const back = workedSwitch({ airflow: fact('rear-to-front') });
    const hot = { ...back, id: 'hot', powerMaxW: fact(3000) };
    const at = (id: string, u: number, typeId = 'worked') =>
      device(id, u, { face: 'rear', typeId });
    const warmest = (...devices: readonly DesignRecord[]): unknown =>
      found(analyse(design([small(), hot, ...devices], back)), 'air:rack-1:optics')!.values[
        'device'
      ];
    expect(warmest(at('one', 3), at('two', 5, 'hot'))).toMatchObject({ value: 'two' });
    expect(warmest(at('one', 3, 'hot'), at('two', 5))).toMatchObject({ value: 'one' });
    expect(warmest(at('two', 3), at('one', 5))).toMatchObject({ value: 'one' });
  });

  test('where the air comes in are in inlet air, and are no finding', () => {
    const analysis = analyse(design([small(), device('one', 3)]));
    expect(analysis.devices[0]!.opticsC).toBeNull();
    expect(found(analysis, 'air:rack-1:optics')).toBeUndefined();
  });
});

describe('cold', () => {
  test('supply air below the lowest inlet is a warning', () => {
    const careful = workedSwitch({ inletMinC: fact(18) });
    const settings = { supplyTempC: 12, ashraeClass: 'A1' as const };
    const finding = found(
      analyse(design([small(), device('one', 3)], careful, settings)),
      'heat:rack-1:cold',
    )!;
    expect(valueOf(finding, 'over')).toBeCloseTo(6, 6);
    const fine = analyse(design([small(), device('one', 3)], workedSwitch(), { supplyTempC: 12 }));
    expect(found(fine, 'heat:rack-1:cold')).toBeUndefined();
  });
});

test('altitude: the same flow carries 1.198 times the rise at 1,500 m, and stays the same flow (V25)', () => {
  const cables = Array.from({ length: 32 }, (_, n) => twin(n, 'one', 'two'));
  const at = (altitudeM: number) =>
    analyse(
      design([small(), device('one', 1), device('two', 3), ...cables], workedSwitch(), {
        altitudeM,
      }),
    ).devices[0]!;
  expect(at(1500).flowRatio).toEqual(at(0).flowRatio);
  expect(at(1500).outletRiseK!.nominal / at(0).outletRiseK!.nominal).toBeCloseTo(1.198, 3);
});

describe('which input moves the answer most', () => {
  const cables = Array.from({ length: 32 }, (_, n) => twin(n, 'one', 'two'));
  const records = [small(DOORS), device('one', 1), device('two', 2), ...cables];

  test('an assumed back-pressure goes over its whole range, a known one by a tenth', () => {
    const guess = design(records, workedSwitch({ criticalPa: null }));
    const assumed = airSensitivities(guess, 'one').find(({ input }) => input === 'critical')!;
    expect([assumed.low.value, assumed.high.value]).toEqual([100, 500]);
    expect(assumed.used).toEqual({ value: 250, provenance: 'assumed' });
    expect(assumed.low.loss).toBeGreaterThan(assumed.high.loss);
    const tall = design(
      [small(DOORS), device('one', 1)],
      workedSwitch({ heightU: 2, criticalPa: null }),
    );
    const taller = airSensitivities(tall, 'one').find(({ input }) => input === 'critical')!;
    expect([taller.low.value, taller.high.value, taller.used.value]).toEqual([80, 400, 200]);
    const known = airSensitivities(design(records), 'one').find(
      ({ input }) => input === 'critical',
    )!;
    expect([known.low.value, known.high.value]).toEqual([225, 275]);
    expect(known.effect).toBeLessThan(assumed.effect);
  });

  test('the most first; between neighbours loaded the same the standoff moves nothing', () => {
    const found = airSensitivities(design(records), 'one');
    expect(found.map(({ input }) => input).toSorted()).toEqual([
      'critical',
      'layout',
      'packing',
      'railGap',
      'standoff',
    ]);
    const effects = found.map(({ effect }) => effect);
    expect(effects.toSorted((a, b) => b - a)).toEqual(effects);
    expect(found.find(({ input }) => input === 'standoff')!.effect).toBe(0);
    const layout = found.find(({ input }) => input === 'layout')!;
    const row = analyse(design(records)).devices.find(({ id }) => id === 'one')!;
    expect(layout.low.loss).toBeLessThan(1 - row.flowRatio!.nominal);
    expect(layout.high.loss).toBeGreaterThan(1 - row.flowRatio!.nominal);
  });

  test('those that move nothing are not told; a finding with bands says whose air it is of', () => {
    const told = tellingInputs(design(records), 'one').map(({ input }) => input);
    expect(told).toContain('critical');
    expect(told).not.toContain('standoff');
    const band = { low: 1, nominal: 2, high: 3, unit: '%', provenance: 'derived' } as const;
    const one = { kind: 'device', id: 'one', name: 'one' } as const;
    const rack = { kind: 'rack', id: 'rack-1', name: 'A01' } as const;
    const of = (finding: Partial<Parameters<typeof deviceOfBands>[0]>): string | null =>
      deviceOfBands({ rule: 'air', subjects: [one, rack], values: { loss: band }, ...finding });
    expect(of({})).toBe('one');
    expect(of({ subjects: [rack, one] })).toBeNull();
    expect(of({ subjects: [] })).toBeNull();
    expect(of({ rule: 'bundle' })).toBeNull();
    expect(of({ values: { n: { value: 1, unit: '', provenance: 'derived' } } })).toBeNull();
  });

  test('a wider gap warms the inlet, and moves no flow without doors', () => {
    const open = design([small(), ...records.slice(1)]);
    const gap = airSensitivities(open, 'one').find(({ input }) => input === 'railGap')!;
    expect(gap.effect).toBe(0);
    expect(gap.high.outletOverSupplyK!).toBeGreaterThan(gap.low.outletOverSupplyK!);
  });

  test('a device of which no flow is known has none, nor one that is not there', () => {
    const unknown = design(records, workedSwitch({ airflowCfm: null }));
    expect(airSensitivities(unknown, 'one')).toEqual([]);
    expect(airSensitivities(unknown, 'nobody')).toEqual([]);
    const lost = design([small(), device('one', 1, { typeId: 'gone' })]);
    expect(airSensitivities(lost, 'one')).toEqual([]);
    const aside = design([small(), device('one', 1, { mount: 'side' })]);
    expect(airSensitivities(aside, 'one')).toEqual([]);
  });
});
