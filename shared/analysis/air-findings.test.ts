import { describe, expect, test } from 'vitest';
import { USUAL_INPUTS } from '../model/design.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import type { Cable } from '../model/records.ts';
import { design, device, fact, found, twin, valueOf, workedSwitch } from './fixture-design.ts';
import { analyse } from './index.ts';
import type { Analysis } from './types.ts';

/** The worked switch among neighbours like it, all 32 cages cabled. */
function workedExample(medium: Cable['medium']): Analysis {
  const cables = Array.from({ length: 32 }, (_, n) => twin(n, 'middle', 'far', { medium }));
  const devices = [
    device('below', 9),
    device('middle', 10),
    device('above', 11),
    device('far', 30),
  ];
  return analyse(design([...devices, ...cables], workedSwitch(), { supplyTempC: 25 }));
}

describe('air: the worked example as a design (physics.md, section 7)', () => {
  test('thick copper: two thirds blocked, a tenth of the flow lost', () => {
    const row = workedExample('dac').devices.find(({ id }) => id === 'middle')!;
    expect(row.blockedFraction.front).toBeCloseTo(0.664, 1);
    expect(row.blockedFraction.rear).toBe(0);
    expect(row.flowRatio!.nominal).toBeCloseTo((0.9231 + 0.869) / 2, 1);
    expect(row.flowRatio!.low).toBeLessThan(0.869);
    expect(row.flowRatio!.high).toBeGreaterThan(0.9231);
    expect(row.outletRiseK!.nominal).toBeGreaterThan(17.3);
    expect(row.outletRiseK!.nominal).toBeLessThan(22);
    expect(row.inletC!).toBeGreaterThan(25.4);
    expect(row.marginRecommendedK!).toBeCloseTo(27 - row.inletC!, 9);
    expect(row.marginAllowableK!).toBeCloseTo(35 - row.inletC!, 9);
  });

  test('the finding says how much, its band, and where every number comes from', () => {
    const finding = found(workedExample('dac'), 'air:middle')!;
    expect(finding.severity).toBe('warning');
    expect(finding.message).toMatch(
      /^middle: 32 cables block \d+\.\d % of the opening and cost \d+\.\d %/,
    );
    expect(finding.values['critical']).toMatchObject({
      value: 250,
      unit: 'Pa',
      provenance: 'datasheet',
    });
    expect(finding.values['gap']).toMatchObject({ provenance: 'assumed' });
    for (const { where } of finding.explanation) {
      for (const name of Object.values(where)) {
        expect(Object.keys(finding.values)).toContain(name);
      }
    }
  });

  test('its inlet is derived from what leaks back beside it and elsewhere, number by number', () => {
    const analysis = workedExample('dac');
    const finding = found(analysis, 'air:middle')!;
    const at = (name: string): number => valueOf(finding, name);
    // 1U with 530 mm² beside its rails; Q is what is left of 165 CFM
    expect(at('railGap')).toBeCloseTo(530, 9);
    expect(finding.values['railGap']).toMatchObject({ unit: 'mm²', provenance: 'assumed' });
    const speed = Math.sqrt((2 * at('gapPressure')) / 1.2);
    const airflowM3s = at('moved') * 0.000471947443;
    expect(at('besideShare')).toBeCloseTo((0.6 * 530e-6 * speed) / airflowM3s, 9);
    // no doors: nothing drives the air back but the curtain before the device itself
    expect(at('elsewhereShare')).toBeCloseTo(0, 12);
    const share = at('besideShare') + at('elsewhereShare');
    expect(at('supply')).toBe(25);
    const rise = finding.values['rise'] as { nominal: number };
    expect(at('inlet')).toBeCloseTo(25 + (share / (1 - share)) * rise.nominal, 9);
  });

  test('a rack of open units is told once, not by every device in it', () => {
    const tight = fixtureRack({ frontDoorOpen: 0.3, rearDoorOpen: 0.3, heightU: 12 });
    const analysis = analyse(design([tight, device('one', 1), device('two', 3)]));
    expect(found(analysis, 'air:one')).toBeUndefined();
    const finding = found(analysis, 'air:rack-1:open')!;
    expect(finding.message).toMatch(/U2, U4–U12 are open\. Half of the air of (one|two) or more/);
  });

  test('where half of its air comes back the share is derived, and no inlet is', () => {
    const tight = fixtureRack({ frontDoorOpen: null, rearDoorOpen: 0.05, heightU: 2 });
    const inputs = { ...USUAL_INPUTS, railGapMm2PerU: 20_000 };
    const analysis = analyse(
      design([tight, device('one', 1), device('two', 2)], workedSwitch(), { inputs }),
    );
    const finding = found(analysis, 'air:one')!;
    expect(finding.severity).toBe('error');
    expect(finding.message).toContain('half of its air or more comes back round the rails');
    expect(valueOf(finding, 'recirculation')).toBeGreaterThanOrEqual(0.5);
    const formulas = finding.explanation.map(({ formula }) => formula);
    expect(formulas.some((formula) => formula.startsWith('r = '))).toBe(true);
    expect(formulas.some((formula) => formula.startsWith('T_in'))).toBe(false);
    for (const { where } of finding.explanation)
      for (const name of Object.values(where)) expect(finding.values).toHaveProperty(name);
  });

  test('fibre costs one or two per cent, and is no finding', () => {
    const analysis = workedExample('smf');
    const row = analysis.devices.find(({ id }) => id === 'middle')!;
    expect(1 - row.flowRatio!.nominal).toBeLessThan(0.02);
    expect(found(analysis, 'air:middle')).toBeUndefined();
  });

  test('nothing in the way loses nothing', () => {
    const row = analyse(design([device('alone', 10)])).devices[0]!;
    expect(row.flowRatio).toEqual({ low: 1, nominal: 1, high: 1 });
    expect(row.blockedFraction).toEqual({ front: 0, rear: 0 });
  });

  test('blank neighbours leave room to draw air round the bundle', () => {
    const cables = Array.from({ length: 32 }, (_, n) => twin(n, 'middle', 'far'));
    const alone = analyse(design([device('middle', 10), device('far', 30), ...cables]));
    const row = alone.devices.find(({ id }) => id === 'middle')!;
    expect(row.blockedFraction.front).toBeLessThan(0.5);
  });

  test('an unknown airflow is said, once for the type, and never green', () => {
    const type = workedSwitch({ airflowCfm: null });
    const cables = Array.from({ length: 32 }, (_, n) => twin(n, 'one', 'two'));
    const analysis = analyse(design([device('one', 10), device('two', 11), ...cables], type));
    const finding = found(analysis, 'air:unknown:worked')!;
    expect(finding.severity).toBe('warning');
    expect(finding.missing.join()).toContain('airflowCfm');
    expect(valueOf(finding, 'devices')).toBe(2);
    expect(analysis.devices[0]!.flowRatio).toBeNull();
    expect(found(analysis, 'data:type:worked')!.message).toContain('airflow unknown');
  });

  test('a device that blows sideways is not judged by its faces', () => {
    const type = workedSwitch({ airflow: fact('left-to-right') });
    const cables = Array.from({ length: 32 }, (_, n) => twin(n, 'one', 'two'));
    const analysis = analyse(design([device('one', 10), device('two', 11), ...cables], type));
    expect(analysis.devices[0]!.flowRatio).toBeNull();
  });
});

describe('bundle', () => {
  test('32 thick cables to one side are taller than their device', () => {
    const cables = Array.from({ length: 32 }, (_, n) => twin(n, 'one', 'two', { side: 'left' }));
    const finding = found(
      analyse(design([device('one', 10), device('two', 20), ...cables])),
      'bundle:one',
    )!;
    expect(finding.severity).toBe('warning');
    expect(valueOf(finding, 'diameter')).toBeCloseTo(9.43 * Math.sqrt(32 / 0.694), 1);
    expect(valueOf(finding, 'height')).toBe(44.45);
  });

  test('the strip beside the rails fills where runs overlap', () => {
    const few = analyse(design([device('one', 10), device('two', 20), twin(0, 'one', 'two')]));
    const area = ((600 - 482.6) / 2) * 150;
    expect(few.racks[0]!.bundleFill).toBeCloseTo((Math.PI * 9.43 ** 2) / 4 / area, 6);
    const cables = Array.from({ length: 32 }, (_, n) => twin(n, 'one', 'two', { side: 'left' }));
    const pairs = [0, 1, 2, 3].flatMap((pair) => [
      device(`low-${pair}`, 1 + pair),
      device(`high-${pair}`, 30 + pair),
      ...cables.map((one, n) => ({
        ...twin(n, `low-${pair}`, `high-${pair}`, { side: 'left' as const }),
        id: `${one.id}-${pair}`,
      })),
    ]);
    const full = analyse(design(pairs));
    expect(full.racks[0]!.bundleFill).toBeGreaterThan(0.5);
    expect(found(full, 'bundle:rack-1:strip')!.rule).toBe('bundle');
  });
});
