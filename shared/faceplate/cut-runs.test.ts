import { describe, expect, it } from 'vitest';
import { cutRuns } from './cut-runs.ts';
import { facePlan, type PlanPart } from './face-plan.ts';
import { blankSwitch, twinSwitch } from './fixture-face.ts';

function at(xMm: number, change: Partial<PlanPart> = {}): PlanPart {
  const size = { widthMm: 10, heightMm: 8, yMm: 5 };
  return { work: 'opening', name: `${xMm}`, is: 'sfp', round: false, xMm, ...size, ...change };
}

const told = (parts: readonly PlanPart[]) =>
  cutRuns(parts).map(({ first, count, pitchMm }) => [first.xMm, count, pitchMm]);

describe('cut-outs in a row', () => {
  it('are one run where their pitch is one, whatever their order', () => {
    expect(told([at(40), at(10), at(25)])).toEqual([[10, 3, 15]]);
    expect(told(facePlan(twinSwitch(), 'front').parts)).toEqual([
      [60, 16, 23.5],
      [60, 16, 23.5],
    ]);
  });

  it('are parted where the pitch changes: one that stands off is alone', () => {
    expect(told([at(10), at(50), at(62), at(74)])).toEqual([
      [10, 1, null],
      [50, 3, 12],
    ]);
    expect(told([at(10), at(22), at(34), at(60), at(72)])).toEqual([
      [10, 3, 12],
      [60, 2, 12],
    ]);
  });

  it('are alike in form, size and height', () => {
    expect(told([at(10), at(25, { is: 'qsfp' }), at(40, { widthMm: 11 })])).toEqual([
      [10, 1, null],
      [25, 1, null],
      [40, 1, null],
    ]);
    expect(told([])).toEqual([]);
  });
});

describe('the plan of a face', () => {
  it('is drilled at the outermost holes of the rail and nowhere else', () => {
    const { holes, railHoles, earMm } = facePlan(blankSwitch(2), 'front');
    expect(holes).toEqual([
      { xMm: 8.75, yMm: 5.955 },
      { xMm: 473.85, yMm: 5.955 },
      { xMm: 8.75, yMm: 82.155 },
      { xMm: 473.85, yMm: 82.155 },
    ]);
    expect(railHoles).toHaveLength(8);
    expect(earMm).toBe(15.875);
  });

  it('begins at the body behind, where there are no ears', () => {
    const plan = facePlan(twinSwitch(), 'rear');
    expect(plan).toMatchObject({ widthMm: 450.85, earMm: 0, holes: [], railHoles: [] });
    expect(plan.datum).toEqual({ xMm: 15.875, yMm: 0 });
  });
});
