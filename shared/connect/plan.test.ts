import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design.ts';
import { portKey } from '../model/design-index.ts';
import { applyDiff, EMPTY_DIFF, reverseDiff } from '../model/diff.ts';
import type { Cable } from '../model/records.ts';
import { checkDesign } from '../rules/index.ts';
import { sayReason } from '../rules/verdict.ts';
import type { CableShape } from './cable-shape.ts';
import { expandPattern } from './expand.ts';
import { parseExpression } from './expression.ts';
import { breakType } from './fixture-breakout.ts';
import { hall } from './fixture-hall.ts';
import { pairLists } from './lists.ts';
import { parsePattern, parsePorts } from './pattern.ts';
import { type CableSpec, type PlannedCable, planCables } from './plan.ts';

const design = hall({ nodes: 8, leaves: 8 });

const SPEC: CableSpec = {
  shape: { shape: 'plain' },
  medium: null,
  awg: null,
  part: '',
  fabric: 'compute',
  rail: null,
  status: 'planned',
  bundle: '',
  colour: null,
};

function plan(
  source: string,
  over: Partial<CableSpec> = {},
  within: Design = design,
): readonly PlannedCable[] {
  const pattern = parsePattern(source);
  if (!pattern.ok) throw new Error(sayReason(pattern.reason));
  const { shape } = { ...SPEC, ...over };
  const times = shape.shape === 'breakout' ? shape.ways : 1;
  return planCables(within, expandPattern(within, pattern.value, times), { ...SPEC, ...over });
}

function made(planned: readonly PlannedCable[]): readonly Cable[] {
  return planned.flatMap(({ cable, reasons }) => (cable && reasons.length === 0 ? cable : []));
}

function applied(within: Design, cables: readonly Cable[]): Design {
  return applyDiff(within, { ...EMPTY_DIFF, added: cables });
}

function why(planned: readonly PlannedCable[]): readonly string[] {
  return planned.flatMap(({ reasons }) => reasons.slice(0, 1).map(sayReason));
}

describe('rails of every node to leaves', () => {
  const rail = parseExpression('r');
  const spec = { rail: rail.ok ? rail.expression : null };

  it('64 cables of fibre, eight to a leaf, with names, rails and a fabric', () => {
    const cables = made(plan('dgx-[01-08]:rail{r} -> leaf-{r+1}:free', spec));
    expect(cables).toHaveLength(64);
    expect(cables[9]).toMatchObject({
      label: 'C0010',
      medium: 'mmf',
      fabric: 'compute',
      rail: 1,
      ends: {
        a: [{ deviceId: 'device-dgx-02', portId: 'osfp-1.2' }],
        b: [{ deviceId: 'device-leaf-2', portId: 'osfp-1.2' }],
      },
    });
    expect(checkDesign(applied(design, cables))).toEqual([]);
  });

  it('a second time finds the ports taken, and says by what', () => {
    const pattern = 'dgx-[01-08]:rail{r} -> leaf-{r+1}:{n}/1';
    const once = applied(design, made(plan(pattern)));
    const twice = plan(pattern, {}, once);
    expect(made(twice)).toEqual([]);
    expect(why(twice)[0]).toBe('rail0 of dgx-01 is taken by C0001');
  });

  it('a port that the list takes twice is in conflict the second time', () => {
    const planned = plan('dgx-[01-02]:rail0 -> leaf-1:1/1');
    expect(made(planned)).toHaveLength(1);
    expect(why(planned)).toEqual(['1/1 of leaf-1 is taken by C0001']);
  });
});

describe('a plug that takes its opening whole', () => {
  it('brings both links with it: the second pair makes no cable of its own', () => {
    const planned = plan('leaf-[1-4]:[1-4]/[1-2] -> leaf-[5-8]:[1-4]/[1-2]', {
      medium: 'dac',
      awg: 26,
    });
    expect(planned).toHaveLength(16);
    expect(why(planned)).toEqual([]);
    expect(made(planned).every(({ ends, awg }) => ends.a.length === 2 && awg === 26)).toBe(true);
    expect(plan('leaf-1:[1-4] -> leaf-2:free', { medium: 'dac' })).toHaveLength(4);
  });

  it('cannot lead the links of one opening to two places', () => {
    const planned = plan('leaf-1:1/[1-2] -> leaf-[2-3]:1/1', { medium: 'dac' });
    expect(made(planned)).toHaveLength(1);
    expect(why(planned)).toEqual(['1/1 of leaf-1 is taken by C0001']);
  });

  it('fibre has no gauge, and what does not go in is refused', () => {
    expect(made(plan('leaf-1:1/1 -> leaf-2:1/1', { medium: 'mmf', awg: 26 }))[0]?.awg).toBeNull();
    expect(why(plan('leaf-1:1/1 -> leaf-2:1/1', { medium: 'base-t' }))[0]).toContain(
      'does not plug',
    );
  });
});

describe('breakouts and trunks', () => {
  const split = breakType(design);
  const breakout = (ways: 2 | 4 | 8): CableShape => ({ shape: 'breakout', ways });

  it('fibre splits one port evenly: 1 to 2, 1 to 4, and 1 to 8 where it has the lanes', () => {
    const planned = plan(
      'core:c[1-2] -> edge:e[1-8]',
      { medium: 'smf', shape: breakout(4) },
      split,
    );
    expect(why(planned)).toEqual([]);
    const [first, second] = made(planned);
    expect(first?.ends.a.map(({ portId }) => portId)).toEqual(['c1', 'c1', 'c1', 'c1']);
    expect(second?.ends.b.map(({ portId }) => portId)).toEqual(['e5', 'e6', 'e7', 'e8']);
    expect(checkDesign(applied(split, made(planned)))).toEqual([]);
    const eight = { shape: breakout(8), medium: 'smf' } as const;
    expect(why(plan('core:c1 -> edge:e[1-3]', { ...eight }, split))).toEqual([
      'The right side names 3 ports, and all are taken',
    ]);
  });

  it('a plug in a twin-port opening shares its ways out to both ports', () => {
    const planned = plan('leaf-1:1/1 -> leaf-[2-3]:1/1', { medium: 'dac', shape: breakout(2) });
    expect(made(planned)[0]?.ends.a.map(({ portId }) => portId)).toEqual(['osfp-1.1', 'osfp-1.2']);
  });

  it('a trunk takes so many links side by side, and its last one what is left', () => {
    const trunk = { medium: 'smf', shape: { shape: 'trunk', links: 4 } } as const;
    const planned = plan('leaf-1:[1-3]/[1-2] -> leaf-2:[1-3]/[1-2]', trunk);
    expect(made(planned).map(({ ends }) => ends.a.length)).toEqual([4, 2]);
    expect(why(plan('leaf-1:[1-2] -> leaf-2:[1-2]', { ...trunk, medium: 'dac' }))[0]).toContain(
      'comes with its plugs on',
    );
  });
});

describe('lists', () => {
  const ids = (...names: readonly string[]) => names.map((name) => `device-${name}`);
  const ports = (source: string) => {
    const parsed = parsePorts(source);
    if (!parsed.ok) throw new Error(sayReason(parsed.reason));
    return parsed.value;
  };
  const far = (order: Parameters<typeof pairLists>[3], right = '[1-2]/1') =>
    made(
      planCables(
        design,
        pairLists(
          design,
          { devices: ids('dgx-01', 'dgx-02'), ports: ports('rail[0-1]') },
          { devices: ids('leaf-1', 'leaf-2'), ports: ports(right) },
          order,
        ),
        SPEC,
      ),
    ).map(({ ends }) => `${ends.b[0]?.deviceId.slice(-6)} ${ends.b[0]?.portId}`);

  it.each([
    ['straight', ['leaf-1 osfp-1.1', 'leaf-1 osfp-2.1', 'leaf-2 osfp-1.1', 'leaf-2 osfp-2.1']],
    ['reversed', ['leaf-2 osfp-2.1', 'leaf-2 osfp-1.1', 'leaf-1 osfp-2.1', 'leaf-1 osfp-1.1']],
    ['interleaved', ['leaf-1 osfp-1.1', 'leaf-2 osfp-1.1', 'leaf-1 osfp-2.1', 'leaf-2 osfp-2.1']],
    ['each', ['leaf-1 osfp-1.1', 'leaf-2 osfp-1.1', 'leaf-1 osfp-2.1', 'leaf-2 osfp-2.1']],
  ] as const)('%s', (order, expected) => {
    expect(far(order)).toEqual(expected);
  });

  it('free ports are taken in the same orders', () => {
    expect(far('each', 'free')).toEqual([
      'leaf-1 osfp-1.1',
      'leaf-2 osfp-1.1',
      'leaf-1 osfp-1.2',
      'leaf-2 osfp-1.2',
    ]);
  });
});

const devicePart = fc.constantFrom('dgx-[01-08]', 'dgx-{d}', 'leaf-[1-4]', 'leaf-*', 'dgx-0[1,3]');
const portPart = fc.constantFrom(
  'rail{r}',
  '[1-4]/[1-2]',
  'free',
  '*',
  '[1-3]',
  'storage?',
  'eth0',
);
const rightPart = fc.constantFrom('leaf-{n}', 'leaf-[1-8]', 'leaf-{n%8+1}', 'dgx-[01-08]');
const rightPort = fc.constantFrom('free', '[1-16]/[1-2]', '{p}/1', '*', '{k}/2');
const shapes = fc.constantFrom<CableShape>(
  { shape: 'plain' },
  { shape: 'breakout', ways: 2 },
  { shape: 'breakout', ways: 4 },
  { shape: 'trunk', links: 4 },
);

describe('whatever is asked for', () => {
  it('no two cables share a port, the rules hold, the plan is the same again, and undo restores', () => {
    fc.assert(
      fc.property(
        fc.tuple(devicePart, portPart, rightPart, rightPort),
        shapes,
        fc.constantFrom(null, 'dac', 'mmf', 'aoc', 'base-t'),
        ([a, aPort, b, bPort], shape, medium) => {
          const source = `${a}:${aPort} -> ${b}:${bPort}`;
          const planned = plan(source, { shape, medium });
          expect(plan(source, { shape, medium })).toEqual(planned);
          const cables = made(planned);
          const ports = cables.flatMap(({ ends }) => [
            ...new Set([...ends.a, ...ends.b].map(portKey)),
          ]);
          expect(new Set(ports).size).toBe(ports.length);
          const names = cables.map(({ label }) => label);
          expect(new Set(names).size).toBe(names.length);
          const diff = { ...EMPTY_DIFF, added: cables };
          const after = applyDiff(design, diff);
          expect(checkDesign(after).map(sayReason)).toEqual([]);
          expect(applyDiff(after, reverseDiff(diff))).toEqual(design);
        },
      ),
      { numRuns: 60 },
    );
  });
});

it('thousands of cables find their ports, each its own', () => {
  const big = hall({ nodes: 250, leaves: 32 });
  const cables = made(plan('dgx-*:rail{r} -> leaf-{(n-1)/64*8+r+1}:free', {}, big));
  expect(cables).toHaveLength(2000);
  expect(checkDesign(applied(big, cables))).toEqual([]);
});
