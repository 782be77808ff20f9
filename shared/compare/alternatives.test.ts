/** What the columns of a comparison have in common. */
import { describe, expect, it } from 'vitest';
import { design, device, link, twin } from '../analysis/fixture-design.ts';
import { allIn, alternativesOf } from './alternatives.ts';
import type { ComparedMedium } from './columns.ts';

/** Two fibres between two cages, and one copper cable between two others. */
const drawn = design([
  device('low', 10),
  device('high', 12),
  link(0, 'low', 'high', { medium: 'mmf' }),
  link(1, 'low', 'high', {
    medium: 'mmf',
    ends: {
      a: [{ deviceId: 'low', portId: 'port-0b' }],
      b: [{ deviceId: 'high', portId: 'port-0b' }],
    },
  }),
  twin(2, 'low', 'high', { medium: 'dac' }),
]);

describe('media that are plugged in alike', () => {
  const ground = alternativesOf(drawn);
  const endsIn = (medium: ComparedMedium) =>
    allIn(ground, medium).flatMap(({ cables }) => cables.map(({ ends }) => ends));

  it('have the same ends: what follows from them is found once', () => {
    for (const [one, others] of [
      ['dac', ['acc', 'aec', 'aoc']],
      ['smf', ['lpo', 'cpo']],
    ] as const) {
      const ends = endsIn(one);
      expect(ends).toHaveLength(one === 'dac' ? 2 : 4);
      for (const other of others) {
        for (const [at, own] of endsIn(other).entries()) expect(own).toBe(ends[at]);
      }
    }
  });
});
