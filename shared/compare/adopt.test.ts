import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { design, device, link, twin } from '../analysis/fixture-design.ts';
import { type Design, recordsOf } from '../model/design.ts';
import { applyDiff, reverseDiff } from '../model/diff.ts';
import type { MediumId } from '../model/medium.ts';
import type { Cable } from '../model/records.ts';
import { checkDesign } from '../rules/index.ts';
import { buildSample } from '../samples/index.ts';
import { adoptMedium } from './adopt.ts';
import { COLUMN_IDS, type OtherColumnId } from './columns.ts';
import { compareMedia } from './compare-media.ts';

const OTHERS = COLUMN_IDS.filter((id): id is OtherColumnId => id !== 'as-drawn');

function canonical(of: Design): string[] {
  return [...recordsOf(of)].map((record) => JSON.stringify(record)).sort();
}

/** Cables between three switches, one wish a cage: a twin plug, a fibre a port, or nothing. */
interface Wish {
  readonly as: 'twin' | 'fibres' | 'crossed' | 'none';
  readonly medium: MediumId;
  readonly to: 'high' | 'far';
}

const wishes = fc.array(
  fc.record<Wish>({
    as: fc.constantFrom('twin', 'fibres', 'crossed', 'none'),
    medium: fc.constantFrom('dac', 'acc', 'aec', 'aoc'),
    to: fc.constantFrom('high', 'far'),
  }),
  { maxLength: 8 },
);

function drawn(plan: readonly Wish[]): Design {
  const cables = plan.flatMap(({ as, medium, to }, n): Cable[] => {
    const awg = medium === 'dac' ? 26 : null;
    if (as === 'none') return [];
    if (as === 'twin') return [twin(n, 'low', to, { medium, awg })];
    const other = as === 'crossed' ? (to === 'high' ? 'far' : 'high') : to;
    const second = {
      a: [{ deviceId: 'low', portId: `port-${n}b` }],
      b: [{ deviceId: other, portId: `port-${n}b` }],
    };
    return [
      link(n, 'low', to, { id: `f${n}a`, medium: 'smf', awg: null }),
      link(n, 'low', to, { id: `f${n}b`, medium: 'smf', awg: null, ends: second }),
    ];
  });
  return design([device('low', 10), device('high', 12), device('far', 40), ...cables]);
}

describe('adopting a column', () => {
  it('keeps the rules, is taken back whole, and gives the figures of the column', () => {
    fc.assert(
      fc.property(wishes, (plan) => {
        const before = drawn(plan);
        expect(checkDesign(before)).toEqual([]);
        const compared = compareMedia(before);
        for (const id of OTHERS) {
          const answer = adoptMedium(before, id);
          if (!answer.ok) continue;
          const { diff, left } = answer.adoption;
          const after = applyDiff(before, diff);
          expect(checkDesign(after)).toEqual([]);
          expect(canonical(applyDiff(after, reverseDiff(diff)))).toEqual(canonical(before));
          const column = compared.columns.find((each) => each.id === id);
          expect(left).toBe(column?.links.cannotPlug);
          if (left > 0) continue;
          const {
            id: _,
            medium: __,
            hypothetical: ___,
            ...figures
          } = compareMedia(after).columns[0]!;
          expect(column).toMatchObject(figures);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('leaves the links that cannot be plugged as they are, and counts them', () => {
    const answer = adoptMedium(buildSample('superpod-su'), 'aoc');
    if (!answer.ok) throw new Error('refused');
    const { diff, changed, left } = answer.adoption;
    // 252 links lead to nodes and the manager. The last node has leaves 5 to 8 to itself there, so that four of them
    // become two breakouts; 248 part at both ends. The 256 between leaves and spines are straight.
    expect({ changed, left }).toEqual({ changed: 260, left: 248 });
    expect(
      diff.updated.every(([, after]) => after.kind === 'cable' && after.medium === 'aoc'),
    ).toBe(true);
  });

  it('is refused with the reason where no link can take the medium', () => {
    const answer = adoptMedium(buildSample('first-rack'), 'cpo');
    expect(answer).toMatchObject({ ok: false, reason: { key: 'compare.refusal.noneFits' } });
  });

  it('is refused where nothing would change', () => {
    const answer = adoptMedium(buildSample('first-rack'), 'dac');
    expect(answer).toMatchObject({ ok: false, reason: { key: 'compare.refusal.nothingChanges' } });
  });

  it('gives parts ids that no cable has, the same ones every time', () => {
    const plain = design([
      device('low', 10),
      device('high', 12),
      twin(0, 'low', 'high', { id: 'x' }),
      link(1, 'low', 'high', { id: 'x~2', medium: 'smf' }),
    ]);
    const ids = () => {
      const answer = adoptMedium(plain, 'smf');
      return answer.ok ? answer.adoption.diff.added.map(({ id }) => id) : [];
    };
    expect(ids()).toEqual(['x~3']);
    expect(ids()).toEqual(ids());
  });
});
