import { describe, expect, test } from 'vitest';
import { jacketOf } from '../analysis/cable-facts.ts';
import { fact } from '../analysis/fixture-design.ts';
import { plugExit } from './plug-exit.ts';

const NOBODY_SAYS = { standoffMm: null };
/** Four lanes of 26 AWG: a published bend of 29 mm (S21). */
const PUBLISHED = jacketOf('dac', 4, 26);
/** Eight lanes of 26 AWG: an estimated bend of 47 mm. */
const ESTIMATED = jacketOf('dac', 8, 26);

describe('how far a plug stands out', () => {
  test('20 mm [assumed: 10 to 40] and its bend', () => {
    expect(plugExit(NOBODY_SAYS, NOBODY_SAYS, PUBLISHED)).toEqual({
      mm: 20 + 29,
      lessMm: 10,
      moreMm: 20,
    });
  });

  test('an estimated bend may be 30 % tighter or 50 % wider: 14.1 and 23.5 of 47 mm', () => {
    const { mm, lessMm, moreMm } = plugExit(NOBODY_SAYS, NOBODY_SAYS, ESTIMATED);
    expect(mm).toBe(67);
    expect(lessMm).toBeCloseTo(10 + 14.1, 9);
    expect(moreMm).toBeCloseTo(20 + 23.5, 9);
  });

  test('by what the design says, and before that by what the type says', () => {
    expect(plugExit({ standoffMm: 35 }, NOBODY_SAYS, PUBLISHED)).toEqual({
      mm: 35 + 29,
      lessMm: 0,
      moreMm: 0,
    });
    const type = { standoffMm: fact(50) };
    expect(plugExit({ standoffMm: 35 }, type, PUBLISHED).mm).toBe(50 + 29);
    const guessed = { standoffMm: { ...fact(6), provenance: 'assumed' as const } };
    // no more is taken off than there is
    expect(plugExit(NOBODY_SAYS, guessed, PUBLISHED)).toEqual({ mm: 35, lessMm: 6, moreMm: 20 });
  });

  test('without a bend ten diameters (S48), without a diameter 30 mm', () => {
    const unbent = { ...PUBLISHED, bendMm: null };
    expect(plugExit(NOBODY_SAYS, NOBODY_SAYS, unbent).mm).toBeCloseTo(20 + 58, 9);
    const unknown = { ...unbent, odMm: null };
    expect(plugExit(NOBODY_SAYS, NOBODY_SAYS, unknown).mm).toBe(50);
  });
});
