import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/index.ts';
import type { Design } from '../../model/design.ts';
import type { Rack } from '../../model/records.ts';
import { buildSample } from '../../samples/index.ts';
import { planLens } from './plan-lens.ts';
import { PLAN_OVERLAY_KINDS, planScale, planStepOf } from './plan-overlay.ts';

const POD = buildSample('superpod-su');

/** The same design with other limits of its racks. */
function limited(patch: (rack: Rack, at: number) => Partial<Rack>): Design {
  const racks = [...POD.racks.values()].map((rack, at) => ({ ...rack, ...patch(rack, at) }));
  return { ...POD, racks: new Map(racks.map((rack) => [rack.id, rack])) };
}

const scales = (design: Design) =>
  PLAN_OVERLAY_KINDS.flatMap((kind) => (kind === 'reach' ? [] : [planScale(kind, design)]));

describe('the scales of the plan', () => {
  it('ascend, and a number on a bound is on the step that begins there', () => {
    for (const scale of [...scales(POD), ...scales(limited(() => NO_LIMITS))]) {
      const from = scale.bounds.map((bound) => bound.from);
      expect(from.toSorted((a, b) => a - b)).toEqual(from);
      expect(new Set(from).size).toBe(4);
      expect(from.map((value) => planStepOf(scale, value))).toEqual([1, 2, 3, 4]);
      expect(planStepOf(scale, (from[0] ?? 0) * 0.99)).toBe(0);
    }
  });

  it('go by the racks’ own limits as soon as one has one', () => {
    const none = limited(() => NO_LIMITS);
    const one = limited((_, at) => ({ ...NO_LIMITS, maxPowerW: at === 0 ? 40_000 : null }));
    expect(planScale('power', none).bounds.map(({ source }) => source)).toEqual(
      Array(4).fill('assumed'),
    );
    expect(planScale('power', one)).toMatchObject({ unit: 'share', bounds: [{}, {}, {}, ONE] });
    expect(planScale('weight', one).unit).toBe('kg');
  });

  it('say of trays what is published: for the first day, for baskets, for ladders', () => {
    const { bounds } = planScale('trays', POD);
    expect(bounds.map(({ source }) => source)).toEqual([
      'assumed',
      'first-day',
      'basket',
      'ladder',
    ]);
    expect(bounds[3].from).toBe(1);
  });
});
const NO_LIMITS = { maxPowerW: null, maxWeightKg: null };
const ONE = { from: 1, source: 'rack-limit' } as const;

describe('what a rack is read as', () => {
  it('is its share of the limit, with the amount as its figure', () => {
    const [row] = analyse(POD).racks.filter(({ powerW }) => (powerW ?? 0) > 0);
    const limit = (row?.powerW ?? 0) / 0.8;
    const design = limited(() => ({ maxPowerW: limit }));
    const reading = planLens('power', analyse(design), design).read(row!.id);
    expect(reading).toMatchObject({ step: 2 });
    expect(reading?.figure).toMatch(/kW$/);
    const bare = limited(() => NO_LIMITS);
    expect(planLens('power', analyse(bare), bare).read(row!.id)?.figure).toBe(reading?.figure);
  });

  it('is unknown without a limit where others have one, whatever it draws', () => {
    const design = limited((_, at) => ({ maxPowerW: at === 0 ? 40_000 : null }));
    const lens = planLens('power', analyse(design), design);
    const [first, ...others] = design.racks.keys();
    expect(lens.read(first!)?.step).not.toBeNull();
    for (const id of others) expect(lens.read(id)?.step).toBeNull();
  });

  it('is over from its limit on, as the finding says', () => {
    const design = limited(() => ({ maxPowerW: 1000 }));
    const analysis = analyse(design);
    const lens = planLens('power', analysis, design);
    const over = analysis.findings.filter(({ id }) => /^heat:.*:power$/.test(id));
    expect(over.length).toBeGreaterThan(0);
    const steps = new Map(analysis.racks.map(({ id, powerW }) => [id, powerW === null ? null : 4]));
    for (const { subjects } of over) {
      const { id } = subjects[0]!;
      expect(lens.read(id)?.step).toBe(steps.get(id));
    }
  });
});
