import { describe, expect, test } from 'vitest';
import { design, device, twin } from './fixture-design.ts';
import { analyse } from './index.ts';
import { reachMargin } from './reach-margin.ts';
import type { CableRow } from './types.ts';

/** 800G passive copper of 26 AWG: 2 m by the standard, 2 m by the product (S03, S21). */
const ROW = analyse(design([device('low', 2), device('high', 4), twin(0, 'low', 'high')]))
  .cables[0]!;
const row = (over: Partial<CableRow>): CableRow => ({ ...ROW, ...over });

describe('what is left of the reach', () => {
  test('of a length that was entered is counted from that length', () => {
    const entered = row({ lengthSource: 'entered', lengthM: 1.5, requiredM: 1, reachStandardM: 2 });
    expect(reachMargin(entered)).toEqual({ neededM: 1.5, limitM: 2, spareM: 0.5 });
  });

  test('else from what the route requires', () => {
    const routed = row({ lengthSource: 'estimated', lengthM: 1.5, requiredM: 1.2 });
    expect(reachMargin({ ...routed, reachStandardM: 2 })!.spareM).toBeCloseTo(0.8, 12);
  });

  test('is against the standard while it is kept, else against the product', () => {
    const both = { requiredM: 2.5, reachStandardM: 3, reachProductM: 2 };
    expect(reachMargin(row({ ...both, verdict: 'ok' }))!.limitM).toBe(3);
    expect(reachMargin(row({ ...both, verdict: 'over' }))).toMatchObject({
      limitM: 2,
      spareM: -0.5,
    });
    expect(reachMargin(row({ ...both, verdict: 'vendor-only' }))!.limitM).toBe(2);
  });

  test('is against the only one there is', () => {
    const light = row({ verdict: 'ok', reachStandardM: null, reachProductM: 50 });
    expect(reachMargin(light)!.limitM).toBe(50);
    const weak = row({ verdict: 'over', reachStandardM: 1, reachProductM: null });
    expect(reachMargin(weak)!.limitM).toBe(1);
  });

  test('is unknown without a length or a limit', () => {
    expect(reachMargin(row({ requiredM: null }))).toBeNull();
    expect(reachMargin(row({ reachStandardM: null, reachProductM: null }))).toBeNull();
  });
});
