/** Every fix does what it says: the finding is gone or smaller, the rules hold, and it can be taken back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  design,
  device,
  fact,
  found,
  link,
  twin,
  valueOf,
  workedSwitch,
} from '../analysis/fixture-design.ts';
import { analyse, createAnalyser } from '../analysis/index.ts';
import { catalogType } from '../catalog/index.ts';
import { type Design, recordsOf } from '../model/design.ts';
import { applyDiff, reverseDiff } from '../model/diff.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import type { Cable, Rack } from '../model/records.ts';
import { routeCable } from '../routing/index.ts';
import { checkDesign } from '../rules/index.ts';
import { buildSample } from '../samples/index.ts';
import { candidatesFor } from './candidates.ts';
import { analyseWithFixes, type FixProposal, FixWorkshop } from './index.ts';
import { isSmaller } from './severity-of.ts';

function canonical(of: Design): string[] {
  return [...recordsOf(of)].map((record) => JSON.stringify(record)).sort();
}

function fixesOf(of: Design, id: string): readonly FixProposal[] {
  const finding = found(analyse(of), id);
  if (!finding) throw new Error(`no finding ${id}`);
  return new FixWorkshop(createAnalyser(of)).fixesFor(finding);
}

/** Makes the fix whose id begins so. */
function fixed(of: Design, id: string, start: string): { after: Design; fix: FixProposal } {
  const fixes = fixesOf(of, id);
  const fix = fixes.find((each) => each.id.startsWith(start));
  if (!fix) throw new Error(`no fix ${start} among ${fixes.map((each) => each.id).join(', ')}`);
  const after = applyDiff(of, fix.diff);
  expect(checkDesign(after)).toEqual([]);
  expect(canonical(applyDiff(after, reverseDiff(fix.diff)))).toEqual(canonical(of));
  expect(found(analyse(after), id) === undefined).toBe(fix.solves);
  return { after, fix };
}

const DOORS: Partial<Rack> = { frontDoorOpen: 0.64, rearDoorOpen: 0.64 };
const wall = (a: string, b: string, over: Partial<Cable> = {}) =>
  Array.from({ length: 32 }, (_, n) => twin(n, a, b, over));

describe('reach', () => {
  const far = design([device('low', 1), device('high', 40), twin(0, 'low', 'high')]);

  test('the shortest medium that reaches comes first among media, and the finding goes', () => {
    expect(found(analyse(far), 'reach:cable-1')!.severity).toBe('error');
    const { after, fix } = fixed(far, 'reach:cable-1', 'medium:');
    expect(fix.id).toBe('medium:acc:cable-1');
    expect(fix.label).toBe('Change C1 to Active copper, redriver: the finding goes');
    expect(after.cables.get('cable-1')!.medium).toBe('acc');
  });

  test('a gauge that nobody named', () => {
    const unnamed = design([
      device('low', 1),
      device('high', 27),
      twin(0, 'low', 'high', { awg: null }),
    ]);
    expect(found(analyse(unnamed), 'reach:cable-1')!.messageKey).toBe('analysis.reach.gauge');
    const { after } = fixed(unnamed, 'reach:cable-1', 'gauge:26');
    expect(after.cables.get('cable-1')!.awg).toBe(26);
  });

  test('a length that is too short: the next one sold, or the estimate', () => {
    const short = design([
      device('low', 1),
      device('high', 9),
      twin(0, 'low', 'high', { lengthM: 0.5 }),
    ]);
    const stock = fixed(short, 'reach:cable-1:short', 'length:stock');
    const row = analyse(stock.after).cables[0]!;
    expect(row.lengthM!).toBeGreaterThanOrEqual(row.requiredM!);
    const estimate = fixed(short, 'reach:cable-1:short', 'length:estimate');
    expect(estimate.after.cables.get('cable-1')!.lengthM).toBeNull();
  });

  test('entered for another way: taken from the way of today, or kept for it', () => {
    const stands = design([device('low', 2), device('high', 10), twin(0, 'low', 'high')]);
    const { pathMm } = routeCable(stands, stands.cables.get('cable-1')!)!;
    // 10 mm over what is tolerated, and 10 mm under
    const entered = (lengthForMm: number) =>
      design([
        device('low', 2),
        device('high', 10),
        twin(0, 'low', 'high', { lengthM: 2, lengthForMm }),
      ]);
    expect(found(analyse(entered(pathMm - 40)), 'data:stale:dac')).toBeUndefined();
    const stale = entered(pathMm - 60);
    expect(found(analyse(stale), 'data:stale:dac')).toMatchObject({
      severity: 'warning',
      subjects: [{ id: 'cable-1' }],
    });
    expect(analyse(stale).cables[0]!.lengthStale).toBe(true);
    const estimate = fixed(stale, 'data:stale:dac', 'length:estimate:');
    expect(estimate.after.cables.get('cable-1')).toMatchObject({
      lengthM: null,
      lengthForMm: null,
    });
    const kept = fixed(stale, 'data:stale:dac', 'length:keep:');
    expect(kept.after.cables.get('cable-1')).toMatchObject({ lengthM: 2, lengthForMm: pathMm });
  });

  test('the switch to the unit in which its longest copper is shortest, and by how much', () => {
    const { after, fix } = fixed(far, 'reach:cable-1', 'move:low');
    const { u } = after.devices.get('low')!;
    expect([39, 41]).toContain(u);
    expect(fix.action).toMatch(/^Move low to A01 U\d+, longest copper 2\.\d\d → 0\.\d\d m$/);
    const path = (of: Design): number => analyse(of).cables[0]!.pathM!;
    expect(path(far) - path(after)).toBeCloseTo(38 * 0.04445, 2);
  });

  test('two devices in each other’s place, where that makes the longest copper shorter', () => {
    const full = Array.from({ length: 42 }, (_, n) => n + 1)
      .filter((u) => u !== 1 && u !== 40)
      .map((u) => device(`filler-${u}`, u));
    const packed = design([device('low', 1), device('high', 40), ...full, twin(0, 'low', 'high')]);
    const { after, fix } = fixed(packed, 'reach:cable-1', 'swap:');
    expect(fix.action).toMatch(
      /^Swap (low|high) and filler-\d+, longest copper 2\.\d\d → 0\.\d\d m$/,
    );
    const path = (of: Design): number => analyse(of).cables[0]!.pathM!;
    expect(path(after)).toBeLessThan(0.6);
  });

  test('all cables that do not reach at once', () => {
    const many = design([
      device('low', 1),
      device('high', 40),
      ...[0, 1, 2].map((n) => twin(n, 'low', 'high')),
    ]);
    const { after, fix } = fixed(many, 'reach:cable-2', 'alike:acc');
    expect(fix.action).toBe('Change 3 cables to Active copper, redriver');
    expect(analyse(after).findings.filter(({ rule }) => rule === 'reach')).toEqual([]);
  });

  test('a locked device stays where it is', () => {
    const locked = design([
      device('low', 1, { locked: true }),
      device('high', 40, { locked: true }),
      twin(0, 'low', 'high'),
    ]);
    const ids = fixesOf(locked, 'reach:cable-1').map(({ id }) => id);
    expect(ids.some((id) => id.startsWith('move:') || id.startsWith('swap:'))).toBe(false);
    expect(ids.length).toBeGreaterThan(0);
  });
});

describe('bundles and air', () => {
  const oneSided = design([
    device('one', 10),
    device('two', 20),
    ...wall('one', 'two', { side: 'left' }),
  ]);

  test('half of the cables to each side makes the bundle thinner', () => {
    const { after, fix } = fixed(oneSided, 'bundle:one', 'sides:');
    expect(fix.diff.updated.length).toBeGreaterThan(0);
    const sides = [...after.cables.values()].map(({ side }) => side);
    expect(new Set(sides).size).toBeLessThanOrEqual(3);
    const before = valueOf(found(analyse(oneSided), 'bundle:one'), 'diameter');
    const then = found(analyse(after), 'bundle:one');
    expect(then === undefined ? 0 : valueOf(then, 'diameter')).toBeLessThan(before);
  });

  const choked = design([
    device('below', 9),
    device('middle', 10),
    device('above', 11),
    device('far', 30),
    ...wall('middle', 'far'),
  ]);

  test('a thinner medium gives a device its air back', () => {
    const { after } = fixed(choked, 'air:middle', 'medium:acc');
    const flow = (of: Design): number =>
      analyse(of).devices.find(({ id }) => id === 'middle')!.flowRatio!.nominal;
    expect(flow(after)).toBeGreaterThan(flow(choked));
  });

  test('a cable manager takes the cables off the face, where there is a unit for it', () => {
    const roomy = design([
      device('next', 8),
      device('middle', 10),
      device('far', 30),
      ...wall('middle', 'far', { side: 'left' }).slice(0, 16),
    ]);
    const { after, fix } = fixed(roomy, 'bundle:middle', 'manager:');
    const manager = [...after.devices.values()].find(({ id }) => id.startsWith('manager-'))!;
    expect([9, 11]).toContain(manager.u);
    expect(fix.diff.added.map(({ kind }) => kind)).toContain('deviceType');
    expect(fixesOf(choked, 'air:middle').some(({ id }) => id.startsWith('manager:'))).toBe(false);
  });

  test('both strips share what one of them is too full of', () => {
    const pairs = [0, 1, 2, 3].flatMap((pair) => [
      device(`low-${pair}`, 1 + pair),
      device(`high-${pair}`, 30 + pair),
      ...wall(`low-${pair}`, `high-${pair}`, { side: 'left', medium: 'acc' }).map((one) => ({
        ...one,
        id: `${one.id}-${pair}`,
      })),
    ]);
    const full = design(pairs);
    const before = analyse(full).racks[0]!.bundleFill!;
    const { after } = fixed(full, 'bundle:rack-1:strip', 'sides:strips');
    expect(analyse(after).racks[0]!.bundleFill!).toBeLessThan(0.6 * before);
  });

  test('open units are closed with blanking panels', () => {
    const open = design([fixtureRack({ heightU: 12, ...DOORS }), device('one', 3)]);
    const { after, fix } = fixed(open, 'air:rack-1:open', 'blank:');
    expect(fix.action).toBe('Close 11 open units of A01 with blanking panels');
    expect(after.devices.size).toBe(12);
    expect(analyse(after).racks[0]!.openUnits).toEqual([]);
  });

  test('a device that breathes the wrong way is turned round', () => {
    const back = workedSwitch({ id: 'back', airflow: fact('rear-to-front') });
    const mixed = design([back, device('one', 1), device('odd', 3, { typeId: 'back' })]);
    const { after } = fixed(mixed, 'air:rack-1:direction', 'turn:odd');
    expect(after.devices.get('odd')!.face).toBe('rear');
  });

  test('doors with larger holes', () => {
    const tight = fixtureRack({ heightU: 6, rearDoorOpen: 0.15 });
    const filled = Array.from({ length: 6 }, (_, n) => device(`d${n + 1}`, n + 1));
    const { after } = fixed(design([tight, ...filled]), 'air:d1', 'doors:');
    expect(after.racks.get('rack-1')!.rearDoorOpen).toBe(0.8);
  });
});

describe('what a fix does beside its finding', () => {
  test('is told where another finding grows', () => {
    const sample = buildSample('superpod-su');
    const workshop = new FixWorkshop(createAnalyser(sample));
    const { findings } = analyse(sample);
    const far = findings.filter(({ rule }) => rule === 'reach').at(-1)!;
    const swap = workshop.fixesFor(far).find(({ id }) => id.startsWith('swap:'))!;
    const before = new Map(findings.map((finding) => [finding.id, finding]));
    const grown = analyse(applyDiff(sample, swap.diff)).findings.filter((finding) => {
      const was = before.get(finding.id);
      const counts = finding.id !== far.id && finding.severity !== 'note';
      return counts && (was === undefined || isSmaller(finding, was));
    });
    const told = /; (another finding grows|\d+ others grow)$/;
    if (grown.length > 0) expect(swap.effect).toMatch(told);
    else expect(swap.effect).not.toMatch(told);
  });

  test('two candidates of one id are one edit', () => {
    for (const id of ['first-rack', 'superpod-su'] as const) {
      const sample = buildSample(id);
      const known = new Map<string, string>();
      for (const finding of analyse(sample).findings) {
        for (const candidate of candidatesFor(sample, finding)) {
          const edit = JSON.stringify(candidate.diff);
          expect(known.get(candidate.id) ?? edit, candidate.id).toBe(edit);
          known.set(candidate.id, edit);
        }
      }
    }
    // Two switches whose first cable is the same one, and the others are not.
    const shared = design([
      device('one', 10),
      device('two', 20),
      device('left', 30),
      device('right', 31),
      twin(0, 'one', 'two', { id: 'c-0', side: 'left' }),
      ...Array.from({ length: 20 }, (_, n) =>
        twin(n + 1, 'one', 'left', { id: `d-${n}`, side: 'left' }),
      ),
      ...Array.from({ length: 20 }, (_, n) =>
        twin(n + 1, 'two', 'right', { id: `e-${n}`, side: 'left' }),
      ),
    ]);
    const edits = ['bundle:one', 'bundle:two'].map((id) =>
      candidatesFor(shared, found(analyse(shared), id)!).filter((each) =>
        each.id.startsWith('medium:'),
      ),
    );
    const ids = edits.flatMap((each) => each.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('wires', () => {
  test('the thinnest that reaches, where a bundle is too thick', () => {
    const thick = design([
      device('one', 10),
      device('two', 12),
      ...wall('one', 'two', { side: 'left' }),
    ]);
    const { after } = fixed(thick, 'bundle:one', 'gauge:thin');
    const wires = [...after.cables.values()].map(({ awg }) => awg);
    expect(new Set(wires)).toEqual(new Set([30, 26]));
    expect(analyse(after).cables.every(({ verdict }) => verdict === 'ok')).toBe(true);
  });
});

describe('limits', () => {
  test('a device goes to the nearest rack with room for it', () => {
    const near = fixtureRack({ id: 'rack-2', name: 'A02', order: 1, maxPowerW: 5000 });
    const over = design([
      fixtureRack({ maxPowerW: 5000 }),
      near,
      ...[1, 2, 3, 4].map((n) => device(`d${n}`, n)),
    ]);
    const { after, fix } = fixed(over, 'heat:rack-1:power', 'relieve:');
    expect(fix.action).toMatch(/^Move d\d to A02 U\d+$/);
    expect([...after.devices.values()].filter(({ rackId }) => rackId === 'rack-2')).toHaveLength(1);
  });

  test('no rack with room, no such fix', () => {
    const over = design([
      fixtureRack({ maxPowerW: 5000 }),
      ...[1, 2, 3, 4].map((n) => device(`d${n}`, n)),
    ]);
    expect(fixesOf(over, 'heat:rack-1:power')).toEqual([]);
  });
});

describe('ports', () => {
  test('two plugs in one cage become one cable that splits', () => {
    const second = {
      a: [{ deviceId: 'one', portId: 'port-0b' }],
      b: [{ deviceId: 'three', portId: 'port-0a' }],
    };
    const crowded = design([
      device('one', 10),
      device('two', 12),
      device('three', 14),
      link(0, 'one', 'two'),
      link(0, 'one', 'three', { id: 'second', ends: second }),
    ]);
    const split = fixed(crowded, 'ports:one:cages', 'medium:acc');
    expect([...split.after.cables.values()].map(({ ends }) => ends.b.length)).toEqual([2]);
  });
});

describe('time', () => {
  test('a rail over its budget gets a medium with less delay', () => {
    const sample = buildSample('superpod-su');
    const inputs = { ...sample.settings.inputs, pathBudgetNs: 500 };
    const tight = { ...sample, settings: { ...sample.settings, inputs } };
    const over = analyse(tight).findings.find(({ messageKey }) =>
      messageKey.startsWith('analysis.latency.over.rail'),
    )!;
    const fixes = fixesOf(tight, over.id);
    expect(fixes.length).toBeGreaterThan(0);
    const after = applyDiff(tight, fixes[0]!.diff);
    expect(checkDesign(after)).toEqual([]);
    expect(found(analyse(after), over.id) === undefined).toBe(fixes[0]!.solves);
  });
});

describe('what only knowing more would settle', () => {
  test('has no fix', () => {
    const unknown = design([device('one', 3)], workedSwitch({ airflowCfm: null }));
    expect(fixesOf(unknown, 'data:type:worked')).toEqual([]);
  });
});

describe('a whole analysis', () => {
  test('says the fixes of every finding, and for how many it looked', () => {
    const sample = buildSample('first-rack');
    const fixed = analyseWithFixes(sample);
    const plain = analyse(sample);
    expect(fixed.fixesTried).toEqual({
      findings: plain.findings.length,
      of: plain.findings.length,
    });
    expect(fixed.findings.map((finding) => ({ ...finding, fixes: [] }))).toEqual(plain.findings);
    expect(fixed.findings.some(({ fixes }) => fixes.length > 0)).toBe(true);
    expect(fixed.devices).toEqual(plain.devices);
    expect(analyseWithFixes(sample)).toEqual(fixed);
  });
});

const QM9700 = catalogType('catalog:nvidia-qm9700');

/** Switches here and there in two racks, with cables between them. */
const SCENES = fc.record({
  units: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 3, maxLength: 6 }),
  doors: fc.constantFrom(null, 0.64),
  cables: fc.array(
    fc.record({
      from: fc.nat(5),
      to: fc.nat(5),
      cage: fc.nat(31),
      medium: fc.constantFrom('dac', 'aec', 'smf'),
      side: fc.constantFrom('auto', 'left', 'right'),
    }),
    { maxLength: 24 },
  ),
});

test('law: whatever is offered helps, keeps the rules, and is taken back whole', () => {
  fc.assert(
    fc.property(SCENES, ({ units, doors, cables }) => {
      const ids = units.map((u) => `d${u}`);
      const taken = new Set<string>();
      const drawn = cables.flatMap(({ from, to, cage, medium, side }, n): Cable[] => {
        const [a, b] = [ids[from % ids.length]!, ids[to % ids.length]!];
        const keys = [`${a}/${cage}`, `${b}/${cage}`];
        if (a === b || keys.some((key) => taken.has(key))) return [];
        for (const key of keys) taken.add(key);
        return [link(cage, a, b, { id: `c${n}`, medium, side, awg: medium === 'dac' ? 26 : null })];
      });
      const scene = design([
        fixtureRack({ frontDoorOpen: doors, rearDoorOpen: doors }),
        fixtureRack({ id: 'rack-2', name: 'A02', order: 1 }),
        ...units.map((u, n) => device(`d${u}`, u, { rackId: n % 3 === 2 ? 'rack-2' : 'rack-1' })),
        ...drawn,
        QM9700,
      ]);
      expect(checkDesign(scene)).toEqual([]);
      const analyser = createAnalyser(scene);
      const workshop = new FixWorkshop(analyser);
      for (const finding of analyser.analysis.findings.slice(0, 4)) {
        for (const { id, diff, solves } of workshop.fixesFor(finding)) {
          const after = applyDiff(scene, diff);
          expect(checkDesign(after), id).toEqual([]);
          expect(canonical(applyDiff(after, reverseDiff(diff)))).toEqual(canonical(scene));
          expect(found(analyse(after), finding.id) === undefined, id).toBe(solves);
        }
      }
      expect(JSON.stringify(analyser.analysis)).toBe(JSON.stringify(analyse(scene)));
    }),
    { numRuns: 25 },
  );
});
