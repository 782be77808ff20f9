/** Rule `latency`: the budget, what is unknown about it, and what the spread between rails costs. */
import { describe, expect, test } from 'vitest';
import { USUAL_INPUTS } from '../model/design.ts';
import { EMPTY_DIFF } from '../model/diff.ts';
import type { DesignSettings } from '../model/records.ts';
import { fact, found, valueOf, workedSwitch } from './fixture-design.ts';
import { fabricOf, NODE, SWITCH, type Wire } from './fixture-fabric.ts';
import { analyse, createAnalyser } from './index.ts';
import { serialisationNs, waitingShare } from './latency.ts';

function budget(pathBudgetNs: number): Partial<DesignSettings> {
  return { inputs: { ...USUAL_INPUTS, pathBudgetNs } };
}

/** Rail 0 by copper, rail 1 by optics; two nodes on one leaf each. */
const TWO_RAILS: readonly Wire[] = [
  { from: 'node-a', to: 'leaf-1', rail: 0, medium: 'dac', lengthM: 1 },
  { from: 'node-b', to: 'leaf-1', rail: 0, medium: 'dac', lengthM: 1 },
  { from: 'node-a', to: 'leaf-2', rail: 1, medium: 'smf', lengthM: 10 },
  { from: 'node-b', to: 'leaf-2', rail: 1, medium: 'smf', lengthM: 10 },
];

describe('the budget', () => {
  test('none is set: nothing is over it', () => {
    const analysis = analyse(fabricOf(TWO_RAILS));
    expect(analysis.findings.some(({ id }) => id.startsWith('latency:compute:'))).toBe(false);
  });

  test('the rail over it is found, with what makes it up: 98 + 160 + 250 = 508 ns', () => {
    const analysis = analyse(fabricOf(TWO_RAILS, budget(400)));
    expect(found(analysis, 'latency:compute:rail-0')).toBeUndefined();
    const finding = found(analysis, 'latency:compute:rail-1');
    expect(finding).toMatchObject({ severity: 'warning', rule: 'latency', missing: [] });
    const numbers = [
      'time',
      'flight',
      'added',
      'transit',
      'hops',
      'hop',
      'over',
      'length',
      'delay',
    ];
    expect(numbers.map((name) => valueOf(finding, name))).toEqual([
      508, 98, 160, 250, 1, 250, 108, 20, 4.9,
    ]);
    expect(finding?.values['hop']).toMatchObject({ provenance: 'assumed', unit: 'ns' });
    expect(finding?.subjects.map(({ id }) => id)).toEqual([
      'cable-3',
      'cable-4',
      'node-a',
      'leaf-2',
      'node-b',
    ]);
    expect(finding?.message).toContain('rail 1');
    expect(finding?.explanation[0]).toMatchObject({
      formula: 't = L*v + t_added + n_hops*t_hop',
      where: { t: 'time', L: 'length', v: 'delay', t_added: 'added', n_hops: 'hops', t_hop: 'hop' },
    });
  });

  test('may be used up, and not gone beyond; where all is known nothing is unknown', () => {
    const exact = analyse(fabricOf(TWO_RAILS, budget(508)));
    expect(found(exact, 'latency:compute:rail-1')).toBeUndefined();
    expect(found(exact, 'latency:unknown:compute')).toBeUndefined();
    const finding = found(analyse(fabricOf(TWO_RAILS, budget(507.999))), 'latency:compute:rail-1');
    expect(finding?.explanation[0]?.sources.join()).not.toContain('lower bound');
  });

  test('the time adds up as the formula says', () => {
    const finding = found(analyse(fabricOf(TWO_RAILS, budget(400))), 'latency:compute:rail-1');
    const of = (name: string): number => valueOf(finding, name);
    expect(of('length') * of('delay') + of('added') + of('hops') * of('hop')).toBeCloseTo(
      of('time'),
      9,
    );
  });

  test('linear optics over 10 m would save 74 ns a link', () => {
    const finding = found(analyse(fabricOf(TWO_RAILS, budget(400))), 'latency:compute:rail-1');
    expect(valueOf(finding, 'saves')).toBe(148);
    expect(valueOf(finding, 'savingLinks')).toBe(2);
    expect(finding?.values['fasterMedium']).toMatchObject({ value: 'Fibre, linear-drive optics' });
  });

  test('where nothing is faster, no saving is promised', () => {
    const finding = found(analyse(fabricOf(TWO_RAILS, budget(200))), 'latency:compute:rail-0');
    expect(finding?.values['saves']).toBeUndefined();
    expect(finding?.explanation).toHaveLength(1);
  });

  test('leaves without rails, and ways between, have their own', () => {
    const wires: Wire[] = [
      { from: 'node-a', to: 'leaf-1', lengthM: 1 },
      { from: 'node-b', to: 'leaf-1', lengthM: 1 },
      { from: 'node-c', to: 'leaf-2', lengthM: 1 },
      { from: 'leaf-1', to: 'spine', lengthM: 1 },
      { from: 'leaf-2', to: 'spine', lengthM: 1 },
    ];
    const bare = analyse(
      fabricOf(
        wires.map((wire) => ({ ...wire, fabric: '' })),
        budget(200),
      ),
    );
    expect(found(bare, 'latency::leaf-1')?.message).toBe(
      'No fabric, leaf-1: the way from node-a to node-b takes 259 ns over 1 switch, 59 ns over the budget of 200 ns.',
    );
    expect(found(bare, 'latency::between')?.message).toContain('768 ns over 3 switches');
    expect(valueOf(found(bare, 'latency::between'), 'transit')).toBe(750);
    expect(valueOf(found(bare, 'latency::between'), 'hop')).toBe(250);
  });

  test('a way with unknown parts that is over already is over; another is unknown', () => {
    const cpo = TWO_RAILS.map((wire) =>
      wire.rail === 1 ? { ...wire, medium: 'cpo' as const } : wire,
    );
    const over = found(analyse(fabricOf(cpo, budget(300))), 'latency:compute:rail-1');
    expect(over?.missing).toEqual(['medium cpo: addedLatencyNs']);
    expect(valueOf(over, 'time')).toBe(348);
    const analysis = analyse(fabricOf(cpo, budget(400)));
    expect(found(analysis, 'latency:compute:rail-1')).toBeUndefined();
    const unknown = found(analysis, 'latency:unknown:compute');
    expect(unknown).toMatchObject({ severity: 'note', missing: ['medium cpo: addedLatencyNs'] });
    expect(valueOf(unknown, 'known')).toBe(348);
  });
});

describe('the spread between rails', () => {
  test('rail 0 takes 259 ns and rail 1 508: 249 ns of a step of 508 + 20,972 ns', () => {
    const finding = found(analyse(fabricOf(TWO_RAILS)), 'latency:rails:compute');
    expect(finding?.severity).toBe('note');
    expect(valueOf(finding, 'slowest')).toBe(508);
    expect(valueOf(finding, 'fastest')).toBe(259);
    expect(valueOf(finding, 'wait')).toBe(249);
    expect(valueOf(finding, 'message')).toBeCloseTo((8 * 1_048_576) / 400, 9);
    expect(valueOf(finding, 'share')).toBeCloseTo((100 * 249) / (508 + 20_971.52), 9);
    expect(finding?.message).toContain('waits 249 ns, 1.2 % of a step of 1 MiB');
    expect(finding?.values['size']).toMatchObject({ provenance: 'assumed' });
  });

  test('equal rails wait for nobody; one rail, or one with unknown parts, is not compared', () => {
    const equal = TWO_RAILS.map((wire) => ({ ...wire, medium: 'dac' as const, lengthM: 1 }));
    const cpo = TWO_RAILS.map((wire) =>
      wire.rail === 1 ? { ...wire, medium: 'cpo' as const } : wire,
    );
    for (const wires of [equal, cpo, TWO_RAILS.slice(0, 2)]) {
      expect(found(analyse(fabricOf(wires)), 'latency:rails:compute')).toBeUndefined();
    }
  });
});

test('without a rate the waiting is said in nanoseconds alone', () => {
  const mute = (type: typeof SWITCH) => ({
    ...type,
    ports: type.ports.map((port) => ({ ...port, speedGbps: null })),
  });
  const finding = found(
    analyse(fabricOf(TWO_RAILS, {}, [mute(SWITCH), mute(NODE)])),
    'latency:rails:compute',
  );
  expect(finding?.message).toMatch(/waits 249 ns\.$/);
  expect(finding?.values['share']).toBeUndefined();
  expect(finding?.explanation).toHaveLength(1);
});

test('a rail knows the slowest of its ways, whatever their length', () => {
  const wires: Wire[] = [
    ...TWO_RAILS,
    { from: 'node-c', to: 'leaf-3', rail: 0, lengthM: 1 },
    { from: 'leaf-1', to: 'spine', lengthM: 1 },
    { from: 'leaf-3', to: 'spine', lengthM: 1 },
  ];
  const finding = found(analyse(fabricOf(wires, budget(600))), 'latency:compute:rail-0');
  // 4 * 4.5 + 3 * 250
  expect(valueOf(finding, 'time')).toBe(768);
  expect(valueOf(finding, 'hops')).toBe(3);
  expect(finding?.values['added']).toMatchObject({ value: 0, provenance: 'derived' });
});

test('published transits are not assumed', () => {
  const leaf = workedSwitch({ hopNs: fact(300) });
  const finding = found(
    analyse(fabricOf(TWO_RAILS, budget(300), [leaf, NODE])),
    'latency:compute:rail-0',
  );
  expect(finding?.values['hop']).toMatchObject({ value: 300, provenance: 'datasheet' });
});

test('a small share is not rounded to nothing', () => {
  const wires = TWO_RAILS.map((wire) => ({
    ...wire,
    medium: 'dac' as const,
    lengthM: wire.rail === 1 ? 1.5 : 1,
  }));
  // 2 * 0.5 m * 4.5 ns/m = 4.5 ns of 263.5 + 20,971.52
  const finding = found(analyse(fabricOf(wires)), 'latency:rails:compute');
  expect(finding?.message).toContain('waits 5 ns, 0.02 % of a step');
});

test('waitingShare and serialisationNs', () => {
  expect(serialisationNs(2 ** 20, 400)).toBeCloseTo(20_971.52, 9);
  expect(waitingShare(500, 500, 1000)).toBe(0);
  expect(waitingShare(500, 400, 500)).toBe(0.1);
  for (const call of [
    () => serialisationNs(-1, 400),
    () => serialisationNs(1, 0),
    () => waitingShare(400, 500, 1),
    () => waitingShare(500, 400, 0),
  ]) {
    expect(call).toThrow(RangeError);
  }
});

describe('a patch panel', () => {
  const panel = workedSwitch({ id: 'panel-1', model: 'Panel', category: 'patch-panel' });
  const PATCHED: readonly Wire[] = [
    { from: 'leaf-1', to: 'panel-1', lengthM: 1 },
    { from: 'panel-1', to: 'node-c', lengthM: 1 },
  ];

  test('ends the ways over it, and says so without a budget, beside the ways that are known', () => {
    const analysis = analyse(fabricOf([...TWO_RAILS, ...PATCHED], {}, [SWITCH, NODE, panel]));
    const finding = found(analysis, 'latency:panel:compute');
    expect(finding).toMatchObject({
      severity: 'note',
      rule: 'latency',
      missing: ['device type Panel: passage'],
    });
    expect(finding?.message).toMatch(/^compute: 2 cables end at a patch panel \(Panel\)/);
    expect(finding?.why).toContain('not followed');
    expect(analysis.paths.length).toBeGreaterThan(0);
  });

  test('is said where it ends every way, and goes with its last cable', () => {
    const patched = fabricOf(PATCHED, {}, [SWITCH, NODE, panel]);
    const analyser = createAnalyser(patched);
    expect(found(analyser.analysis, 'latency:panel:compute')?.message).toContain('2 cables');
    const [one, two] = [...patched.cables.values()];
    analyser.update({ ...EMPTY_DIFF, removed: [one!] });
    expect(found(analyser.analysis, 'latency:panel:compute')?.message).toContain('1 cable ends');
    analyser.update({ ...EMPTY_DIFF, removed: [two!] });
    expect(found(analyser.analysis, 'latency:panel:compute')).toBeUndefined();
  });

  test('is not spoken of where no cable ends at one', () => {
    expect(found(analyse(fabricOf(TWO_RAILS)), 'latency:panel:compute')).toBeUndefined();
  });
});
